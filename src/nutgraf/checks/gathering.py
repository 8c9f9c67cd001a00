"""Which newsroom words were said to, where it is another one than that of the source."""

from __future__ import annotations

from nutgraf.language.acronyms import abbreviates
from nutgraf.language.name_folding import fold_name
from nutgraf.language.quotations import Phrase
from nutgraf.model import Source


def gathered_by(to: Phrase | None, source: Source, *, wire: bool) -> str:
    """The outlet that words of a source were said to, where it is not the source itself.

    `to` is whom the source names; with `wire`, the one outlet that it credits stands for it.
    """
    outlet = told_to(to)
    if not outlet and wire and len(source.credits) == 1:
        outlet = source.credits[0]
    own = source.publisher or ""
    return "" if own and same_newsroom(outlet, own) else outlet


def told_to(to: Phrase | None) -> str:
    """The outlet that words were said to, where the source names one."""
    return to.text if to is not None and _is_outlet(to.text) else ""


def same_newsroom(one: str, other: str) -> bool:
    """Whether two names are one newsroom's, in full or by its letters."""
    if not one or not other:
        return False
    return fold_name(one) == fold_name(other) or abbreviates(*sorted((one, other), key=len))


def _is_outlet(text: str) -> bool:
    """A name with a capital that is no group of people (`told reporters`)."""
    return text.removeprefix("the ").removeprefix("The ")[:1].isupper()
