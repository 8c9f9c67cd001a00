"""One statement against one source: what the source has of it, and what differs, slot by slot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nutgraf.evidence.alignment import Alignment, best_alignment, compared_words
from nutgraf.evidence.close_reading import CloseReading, closest_reading, tokens
from nutgraf.evidence.difference import Difference
from nutgraf.evidence.index import Index
from nutgraf.evidence.reading import Reading, Span
from nutgraf.evidence.slots.bodies import body_differences
from nutgraf.evidence.slots.bound import bound_differences
from nutgraf.evidence.slots.certainty import certainty_differences
from nutgraf.evidence.slots.credited import credited_differences
from nutgraf.evidence.slots.dates import date_differences
from nutgraf.evidence.slots.denied import denied_differences
from nutgraf.evidence.slots.displaced import displaced_names
from nutgraf.evidence.slots.figures import figure_differences
from nutgraf.evidence.slots.governing import governed_differences
from nutgraf.evidence.slots.names import compared_names, name_differences
from nutgraf.evidence.slots.none_befell import none_befell
from nutgraf.evidence.slots.quantities import quantity_differences
from nutgraf.evidence.slots.quotations import QuotedAgainst, compared_quotations
from nutgraf.evidence.slots.turned import turned_differences
from nutgraf.evidence.slots.unsaid import (
    is_known_by_numbers,
    strangers,
    unknown_share,
    unsaid_differences,
    unsaid_predicates,
)
from nutgraf.evidence.slots.wording import CLOSE, wording_differences
from nutgraf.model import Verdict

# Measured on labelled news: with less of its words in any passage, a statement is not there; with
# more, it is; between the two, words alone do not tell.
ABSENT = 0.3
# With less in common, two sentences need not speak of one thing.
COMPANY = 0.45
# So many words with capitals, and no other, are a headline that has a full stop.
_TITLED = 4
# A statement of another matter has words that the source has in no form; a summary, few.
STRANGERS = 5
# A statement of which the source nowhere has the half, by weight, and lacks so many words, tells
# what the source does not; what good paraphrases leave of a source is more.
HALF = 0.5
UNKNOWN_WORDS = 3
# Fewer content words than these can be near to anything.
FEWEST = 5
PRESENT = 0.62


@dataclass(frozen=True)
class Against:
    """One statement against one source."""

    source: str
    close: CloseReading | None
    best: Alignment | None
    differences: tuple[Difference, ...]
    headline: bool = False
    shares_name: bool = False
    quoted: tuple[QuotedAgainst, ...] = ()
    coverage: float = 0.0
    strange: int = 0
    unknown: float = 0.0
    words: int = 0

    @property
    def absent(self) -> bool:
        """Whether the source does not speak of it: for a headline, its words do not tell."""
        if self.best is None and not self.quoted:
            return self.words >= STRANGERS and not self.headline
        if self.headline or self.compared < FEWEST:
            return False
        if self.strange >= UNKNOWN_WORDS and self.unknown > HALF:
            return True
        return self.strange >= STRANGERS and not self.shares_name and self.coverage < ABSENT

    @property
    def compared(self) -> int:
        return len(self.best.ours) if self.best else 0

    @property
    def verdict(self) -> Verdict:
        """What this source alone says of the statement."""
        certain = [difference for difference in self.differences if difference.certain]
        if any(difference.relation != "missing" for difference in certain):
            return "contradicted"
        if certain:
            return "partly supported" if self.coverage >= PRESENT else "not found"
        if self.coverage >= PRESENT:
            return "supported"
        return "not found" if self.absent else "not checked"


@dataclass(frozen=True, slots=True)
class _Facing:
    """Where a source comes nearest to a statement, before what differs there is looked for."""

    index: Index
    close: CloseReading | None
    best: Alignment | None
    quoted: tuple[QuotedAgainst, ...]
    coverage: float
    words: int


def _facing(claim: Reading, start: int, end: int, index: Index) -> _Facing:
    windows = index.windows(claim.stems_in(start, end))
    compared = compared_words(claim, start, end)
    best = best_alignment(compared, index, windows)
    close = closest_reading(tokens(claim, start, end), index, windows, least=CLOSE)
    quoted = compared_quotations(claim, start, end, index)
    coverage = _coverage(claim, best, quoted, index)
    return _Facing(index, close, best, tuple(quoted), coverage, len(compared))


def against(claim: Reading, start: int, end: int, source: str, index: Index) -> Against:
    """A statement against one source."""
    there = _facing(claim, start, end, index)
    best = there.best
    strange = len(strangers(claim, best)) if best is not None else 0
    return Against(
        source,
        there.close,
        best,
        tuple(dict.fromkeys(_differences(claim, start, end, there))),
        is_headline(claim, start, end),
        best is not None and _shares_name(claim, start, end, best),
        there.quoted,
        there.coverage,
        strange,
        0.0
        if best is None or strange < UNKNOWN_WORDS or is_known_by_numbers(claim, start, end, best)
        else unknown_share(best),
        there.words,
    )


def differences(claim: Reading, start: int, end: int, index: Index) -> Iterator[Difference]:
    """What a source says otherwise than a statement; no more is read than is asked for."""
    return _differences(claim, start, end, _facing(claim, start, end, index))


def carries(claim: Reading, start: int, end: int, index: Index) -> bool:
    """Whether the verdict of a source is `supported`; no more is read than it takes to tell."""
    there = _facing(claim, start, end, index)
    return there.coverage >= PRESENT and not any(
        one.certain for one in _differences(claim, start, end, there)
    )


def carrying_passage(claim: Reading, start: int, end: int, index: Index) -> Span | None:
    """The passage of a source by which it carries a statement, or None where it does not."""
    there = _facing(claim, start, end, index)
    if there.coverage < PRESENT:
        return None
    if any(one.certain for one in _differences(claim, start, end, there)):
        return None
    quoted = next((one.place for one in there.quoted if one.place is not None), None)
    if quoted is not None and there.close is None:
        return quoted
    return _nearest(there.close, there.best)


def _differences(claim: Reading, start: int, end: int, there: _Facing) -> Iterator[Difference]:
    """What differs, quotations first; what nobody asks for any more is not looked for."""
    headline = is_headline(claim, start, end)
    for each in there.quoted:
        for one in each.differences:
            yield _as_of_headline(one) if headline else one
    for one in _differing(claim, start, end, there):
        # Words in quotation marks are the speaker's: only as a quotation are they compared.
        if not _is_quoted(one, claim) and not _is_credit(one, claim):
            yield _as_of_headline(one) if headline else one


def _differing(claim: Reading, start: int, end: int, there: _Facing) -> Iterator[Difference]:
    """What differs slot by slot."""
    index, close, best = there.index, there.close, there.best
    span = start, end
    found = list(name_differences(claim, *span, index))
    by_words = close if there.words >= FEWEST else None
    if by_words is not None:
        found += wording_differences(claim, by_words)
    yield from found
    told = {one.ours for one in found} if by_words is not None else set()
    if best is not None:
        yield from (d for d in figure_differences(claim, *span, best) if d.ours not in told)
        yield from (d for d in date_differences(claim, *span, best) if d.ours not in told)
    passage = _nearest(close, best)
    if passage is not None and best is not None and best.coverage >= COMPANY:
        yield from certainty_differences(claim, *span, index, passage, coverage=best.coverage)
    yield from bound_differences(claim, *span, index)
    yield from credited_differences(claim, *span, index)
    yield from displaced_names(claim, *span, index)
    if best is not None:
        yield from governed_differences(claim, *span, best)
        yield from unsaid_differences(claim, *span, best)
        yield from unsaid_predicates(claim, *span, best)
        yield from body_differences(claim, *span, best)
        yield from quantity_differences(claim, *span, best)
        yield from denied_differences(claim, *span, best)
        yield from none_befell(claim, *span, best)
        yield from turned_differences(claim, *span, best)


def _is_quoted(one: Difference, claim: Reading) -> bool:
    low, high = one.ours
    return any(quoted.start <= low and high <= quoted.end for quoted in claim.quotations)


def _is_credit(one: Difference, claim: Reading) -> bool:
    """Whether a newsroom is credited, which no report says of itself."""
    return any(low <= one.ours[0] and one.ours[1] <= high for low, high in claim.credited)


def _coverage(
    claim: Reading, best: Alignment | None, quoted: Sequence[QuotedAgainst], index: Index
) -> float:
    """The share of a statement, by weight, that a source has: words, and quotations as a whole."""
    held = whole = 0.0
    if best is not None:
        whole = sum(index.weight(word.stem) for word in best.ours)
        held = best.coverage * whole
    for one in quoted:
        inside = claim.words_in(one.quoted.start, one.quoted.end)
        weight = sum(index.weight(word.stem) for word in inside if word.content)
        whole += weight
        held += weight if one.place is not None else 0.0
    return held / whole if whole else 0.0


_TOLD_IN_HEADLINES = frozenset({"figure", "date", "quotation", "speaker"})
_LOOSE_IN_HEADLINES = frozenset({"bound lost", "elsewhere"})


def _as_of_headline(one: Difference) -> Difference:
    """A headline puts things in words of its own, and leaves out `at least` and who says so."""
    if one.slot in _TOLD_IN_HEADLINES and one.relation not in _LOOSE_IN_HEADLINES:
        return one
    if one.slot == "name" and one.relation == "misspelled":
        return one
    return replace(one, certain=False)


def _shares_name(claim: Reading, start: int, end: int, best: Alignment) -> bool:
    """Whether the passage names somebody or something that the statement names."""
    matched = {best.ours[match.claim].start for match in best.matches if match.exact}
    return any(
        name.start <= at < name.end for name in compared_names(claim, start, end) for at in matched
    )


def _nearest(close: CloseReading | None, best: Alignment | None) -> Span | None:
    """The passage that a statement is held against."""
    if close is not None:
        return close.span
    return best.span if best is not None else None


def is_headline(claim: Reading, start: int, end: int) -> bool:
    """Whether a statement is written as headlines are: capitals throughout, no full stop."""
    content = [word for word in claim.words_in(start, end) if word.content]
    capitals = sum(word.capital or word.lower[0].isdigit() for word in content)
    stopped = claim.text[start:end].rstrip("”’\"' ").endswith(".")
    if stopped:  # `They Bought a Boat for £9K. It Sank`
        return len(content) >= _TITLED and capitals == len(content)
    return len(content) > 1 and capitals >= len(content) * 0.8
