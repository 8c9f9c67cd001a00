"""Claims that say something grave of somebody, as the brief's own word."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.differing import of_facts, sentence_of
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.language import grave
from nutgraf.language.certainty import read as read_certainty
from nutgraf.language.grave import ORDER, Grave
from nutgraf.language.stems import stem
from nutgraf.model import Role

_OWN = frozenset(Role) - {Role.NOTES, Role.ANGLES, Role.DIFFER, Role.UNKNOWNS, Role.CONCEPTS}

# What facts do, too, and what makes nobody answer for them.
_THINGS_DO = frozenset(stem(verb) for verb in ("show", "suggest", "mean", "prove", "reveal"))


def grave_claims(case: Case) -> Iterator[tuple[JudgedClaim, Grave]]:
    """The claims that say something grave and name nobody who says so, with the gravest words."""
    for judged in of_facts(case):
        if judged.statement.role not in _OWN:
            continue
        words = worst(judged)
        if words is not None and not says_who(judged):
            yield judged, words


def worst(judged: JudgedClaim) -> Grave | None:
    """The gravest words of a claim outside quotation marks, at offsets of its prose."""
    start, end = judged.statement.start, judged.statement.end
    quoted = [(one.start, one.end) for one in judged.reading.quotations]
    found = [
        Grave(start + one.start, start + one.end, one.matter)
        for one in grave.read(judged.reading.text[start:end])
        if not any(low <= start + one.start < high for low, high in quoted)
    ]
    return min(found, key=lambda one: ORDER.index(one.matter), default=None)


def says_who(judged: JudgedClaim) -> bool:
    """Whether the sentence of a claim says whose word it is."""
    low, high = sentence_of(judged)
    said = read_certainty(judged.reading.text[low:high])
    return any(stem(cue.text.lower()) not in _THINGS_DO for cue in said.of("attribution"))
