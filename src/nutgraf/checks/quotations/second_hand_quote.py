"""second-hand-quote: words that another outlet gathered, and that is not credited."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.gathering import gathered_by, same_newsroom, told_to
from nutgraf.checks.heard import Heard, Witness, evidence
from nutgraf.checks.published import published_prose
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.language.acronyms import abbreviates
from nutgraf.language.name_folding import fold_name


def check(case: Case) -> Iterator[Found]:
    for heard in case.quotations:
        best = heard.best
        if best is None or not best.honest or not heard.speaker or best.quoted is None:
            continue
        source = case.pack.sources[best.source.casefold()].source
        # A wire's credit is for what was said to it. Running text may quote its documents, and so
        # may the source where it has a phrase of them in a sentence of its own.
        wire = heard.block is not None and best.quoted.full
        outlet = gathered_by(best.quoted.to, source, wire=wire)
        if not outlet and heard.block is not None:
            # To the source itself: its citation would tell readers so.
            outlet = told_to(best.quoted.to)
        if not outlet or _is_credited(case, heard, outlet):
            continue
        if _has_it_at_first_hand(case, heard, outlet):
            continue
        yield Found(
            heard.speaker_place,
            f"{heard.speaker} said this to {outlet}; readers are not told",
            f"write: {heard.speaker}{', ' + heard.role if heard.role else ''} (to {outlet})",
            (evidence(case.pack, best),),
        )


def _is_credited(case: Case, heard: Heard, outlet: str) -> bool:
    """Whether the item credits the outlet; in running text, the brief may do it elsewhere."""
    if heard.block is not None:
        return bool(heard.credit) or _names(heard.around, outlet)
    return any(_names(prose.text, outlet) for prose in published_prose(case.brief))


def _names(text: str, outlet: str) -> bool:
    wanted = " ".join(fold_name(outlet))
    return wanted in " ".join(fold_name(text)) or any(
        abbreviates(word, outlet) for word in text.split() if word.isupper()
    )


def _has_it_at_first_hand(case: Case, heard: Heard, outlet: str) -> bool:
    """Whether a cited source that has the words is the outlet itself."""
    cited = {name.casefold() for name in heard.cites}
    return any(
        same_newsroom(case.pack.sources[one.source.casefold()].source.publisher or "", outlet)
        for one in _honest(heard)
        if one.source.casefold() in cited
    )


def _honest(heard: Heard) -> list[Witness]:
    return [one for one in heard.witnesses if one.honest]


_REPORT = (
    "---\ntitle: The quarry\npublisher: Valley Post\n---\n"
    "“The quarry has taken our wells,” Greta Holm, a farmer, told the Mountain Herald.\n"
)

RULE = Rule(
    name="second-hand-quote",
    family="quotations",
    severity="note",
    decided="code",
    law="Words that another outlet gathered are credited to it.",
    why="Who was asked, by whom, is part of what was said; and the work was theirs.",
    bad=Example(
        "---\ntitle: The quarry\ndate: 2025-03-07\n---\n"
        "## Quotes\n\n> “The quarry has taken our wells.” — Greta Holm, farmer [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The quarry\ndate: 2025-03-07\n---\n"
        "## Quotes\n\n> “The quarry has taken our wells.” "
        "— Greta Holm, farmer (to the Mountain Herald) [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
