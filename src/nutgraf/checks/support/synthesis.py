"""synthesis: a conclusion that is joined from two sources, and that neither of them states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nutgraf.checks.case import Case
from nutgraf.checks.differing import of_facts, passage_words, sentence_of
from nutgraf.checks.gravest import says_who
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.index import Index
from nutgraf.evidence.reading import Span
from nutgraf.language.joining import is_ours, joins
from nutgraf.model import Role

# A sentence of a source that joins the same has so much of either side's words, by weight.
_SAME = 0.3


def check(case: Case) -> Iterator[Found]:
    if not case.pack.sources:
        return
    for judged in of_facts(case):
        if judged.statement.role in (Role.NOTES, Role.UNKNOWNS, Role.CONCEPTS):
            continue
        span = _joined(judged)
        if span is None or says_who(judged) or _has_words(case, judged, span):
            continue
        if _is_told(case, judged, span):
            continue
        words = " ".join(judged.reading.text[slice(*span)].split())
        yield Found(
            judged.statement.prose.place(*span),
            f"“{words}”: does a source draw this line, or do we?",
            "say it of each by itself, with its source, and call the line ours: our view is that",
            passage_words(case, judged),
            judged.claim.id,
        )


def _joined(judged: JudgedClaim) -> Span | None:
    """The words of a claim that join two matters, where it does so as a fact."""
    start, end = judged.statement.start, judged.statement.end
    text = judged.reading.text
    low, high = sentence_of(judged)
    if is_ours(text[low:high]) or text[low:high].rstrip("”’\"' ").endswith("?"):
        return None
    quoted = [(one.start, one.end) for one in judged.reading.quotations]
    for first, last in joins(text[start:end]):
        if not any(a <= start + first < b for a, b in quoted):
            return start + first, start + last
    return None


def _sides(judged: JudgedClaim, span: Span) -> list[tuple[str, ...]]:
    """The stems of what stands before the words that join, and of what stands behind them."""
    low, high = sentence_of(judged)
    parts = (low, span[0]), (span[1], high)
    return [stems for part in parts if (stems := judged.reading.stems_in(*part))]


def _has_words(case: Case, judged: JudgedClaim, span: Span) -> bool:
    """Whether the passage that carries a claim joins the two by the very same words."""
    passage = judged.judgement.passage
    stems = judged.reading.stems_in(*span)
    if judged.claim.verdict != "supported" or passage is None or not stems:
        return False
    index = case.pack.sources[passage.source.casefold()].index
    there = set(index.reading.stems_in(passage.start, passage.end))
    both = all(_share(index, side, there) >= _SAME for side in _sides(judged, span))
    return both and set(stems) <= there


def _is_told(case: Case, judged: JudgedClaim, span: Span) -> bool:
    """Whether a source joins the same two matters, in whatever words of that kind."""
    sides = _sides(judged, span)
    return any(_has_joined(one.index, sides) for one in case.pack)


def _has_joined(index: Index, sides: Sequence[tuple[str, ...]]) -> bool:
    reading = index.reading
    for low, high in reading.sentences:
        if next(joins(reading.text[low:high]), None) is None:
            continue
        there = set(reading.stems_in(low, high))
        if all(_share(index, side, there) >= _SAME for side in sides):
            return True
    return False


def _share(index: Index, side: tuple[str, ...], there: set[str]) -> float:
    whole = sum(map(index.weight, side))
    return sum(index.weight(stem) for stem in side if stem in there) / whole


_CANAL = (
    "---\ntitle: The canal\n---\n"
    "The port authority drained the old canal in June. Fishermen protested at the gates.\n"
)
_LIBRARY = (
    "---\ntitle: The library\n---\n"
    "The town closed the branch library in 2019. Readers protested for a week.\n"
)

RULE = Rule(
    name="synthesis",
    family="support",
    severity="warning",
    decided="cue",
    law="A line that is drawn between two matters is a source’s, or is called ours.",
    why="Two facts with a source each do not make a third; that they belong together is a claim.",
    bad=Example(
        "---\ntitle: The canal\ndate: 2025-07-04\n---\n"
        "## Summary\n\nThe port authority drained the old canal in June. [@canal] "
        "The draining mirrors the closing of the branch library in 2019. [@canal; @library]\n",
        {"canal": _CANAL, "library": _LIBRARY},
    ),
    good=Example(
        "---\ntitle: The canal\ndate: 2025-07-04\n---\n"
        "## Summary\n\nThe port authority drained the old canal in June. [@canal] "
        "The town closed the branch library in 2019. [@library] We read the one as an echo of the "
        "other.\n",
        {"canal": _CANAL, "library": _LIBRARY},
    ),
    check=check,
)
