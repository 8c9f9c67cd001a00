"""A claim that says a passage nearly word for word, laid beside it in order.

Figures and dates stand as one token each, so that they meet in their places even where they
differ; everything else meets by its stem.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from rapidfuzz.distance import Indel, Opcode

from nutgraf.evidence.index import Index, Window
from nutgraf.evidence.once import once
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language.figure import Figure
from nutgraf.language.stems import FUNCTION_WORDS, Word
from nutgraf.language.when import When

Kind = Literal["equal", "replace", "insert", "delete"]


class Token(NamedTuple):
    """A word, or a whole figure or date, at `start` to `end` of its text."""

    start: int
    end: int
    key: str
    lower: str
    content: bool
    capital: bool
    figure: Figure | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """Tokens of the claim beside those of the passage: equal, others, or only on one side."""

    kind: Kind
    ours: tuple[Token, ...]
    theirs: tuple[Token, ...]


@dataclass(frozen=True)
class CloseReading:
    """The segments in order; `closeness` is the share of the claim, by weight, that is equal."""

    index: Index
    span: Span
    segments: tuple[Segment, ...]
    closeness: float


@once
def tokens(reading: Reading, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of a span."""
    marks: list[tuple[int, int, Figure | None, When | None]] = [
        (when.start, when.end, None, when)
        for when in reading.dates
        if start <= when.start and when.end <= end
    ]
    marks += [
        (figure.number_start, figure.number_end, figure, None)
        for figure in reading.figures
        if start <= figure.number_start
        and figure.number_end <= end
        and figure.kind != "label"
        and not any(low <= figure.number_start < high for low, high, _, _ in marks)
    ]
    marks.sort(key=lambda mark: mark[0])
    return tuple(_tokens(reading.words_in(start, end), marks))


def _tokens(
    words: Sequence[Word], marks: Sequence[tuple[int, int, Figure | None, When | None]]
) -> Iterator[Token]:
    at = 0
    for word in words:
        while at < len(marks) and marks[at][1] <= word.start:
            yield _mark(marks[at])
            at += 1
        if at < len(marks) and marks[at][0] <= word.start < marks[at][1]:
            continue
        key = word.lower if word.lower in FUNCTION_WORDS else word.stem
        yield Token(word.start, word.end, key, word.lower, word.content, word.capital)
    for mark in marks[at:]:
        yield _mark(mark)


def _mark(mark: tuple[int, int, Figure | None, When | None]) -> Token:
    start, end, figure, when = mark
    return Token(start, end, "#" if figure else "@", "", True, False, figure, when)


def closest_reading(
    claim: Sequence[Token], index: Index, windows: Sequence[Window], *, least: float
) -> CloseReading | None:
    """The claim's tokens beside those of the closest window, None where none is `least` close."""
    weights = [_weight(token, index) for token in claim]
    whole = sum(weights)
    keys = [token.key for token in claim]
    best: tuple[tuple[float, int], Window, list[Opcode]] | None = None
    heaviest = _heaviest(keys, weights)
    for window in windows:
        span = index.span(window)
        there = _key_counts(index.reading, *span)
        nearest = best[0][0] if best is not None else least
        if _held_in_any_order(heaviest, there) < nearest * whole * 0.999:
            continue
        theirs = _keys(index.reading, *span)
        steps = list(Indel.opcodes(keys, theirs))
        ours = (at for op in steps if op.tag == "equal" for at in range(op.src_start, op.src_end))
        rank = (sum(weights[at] for at in ours) / whole if whole else 0.0, span[0] - span[1])
        if rank[0] >= least and (best is None or rank > best[0]):
            best = rank, window, steps
    if best is None:
        return None
    (closeness, _), window, steps = best
    span = index.span(window)
    segments = list(_segments(claim, tokens(index.reading, *span), steps))
    return CloseReading(index, span, tuple(_merged(segments)), closeness)


@once
def _keys(reading: Reading, start: int, end: int) -> list[str]:
    """What the tokens of a passage are compared by."""
    return [token.key for token in tokens(reading, start, end)]


@once
def _key_counts(reading: Reading, start: int, end: int) -> Counter[str]:
    """How often each token of a passage stands there."""
    return Counter(_keys(reading, start, end))


def _heaviest(keys: Sequence[str], weights: Sequence[float]) -> dict[str, list[float]]:
    """What the tokens with one key weigh, the heaviest first."""
    found: dict[str, list[float]] = {}
    for key, weight in zip(keys, weights, strict=True):
        found.setdefault(key, []).append(weight)
    for several in found.values():
        several.sort(reverse=True)
    return found


def _held_in_any_order(heaviest: Mapping[str, Sequence[float]], there: Mapping[str, int]) -> float:
    """What the tokens weigh that a passage has in whatever order: no reading is closer."""
    return sum([sum(own[: there[key]]) for key, own in heaviest.items() if key in there])


def _segments(
    ours: Sequence[Token], theirs: Sequence[Token], steps: Iterable[Opcode]
) -> Iterator[Segment]:
    for op in steps:
        yield Segment(
            _KINDS[op.tag],
            tuple(ours[op.src_start : op.src_end]),
            tuple(theirs[op.dest_start : op.dest_end]),
        )


_KINDS: dict[str, Kind] = {
    "equal": "equal",
    "replace": "replace",
    "insert": "delete",
    "delete": "insert",
}


def _weight(token: Token, index: Index) -> float:
    if token.figure or token.when:
        return index.heaviest * 0.5
    return index.weight(token.key) if token.content else 0.3


def _merged(segments: Sequence[Segment]) -> Iterator[Segment]:
    """Neighbouring words on the one side and on the other stand in each other's place."""
    at = 0
    while at < len(segments):
        segment = segments[at]
        after = segments[at + 1] if at + 1 < len(segments) else None
        if after and {segment.kind, after.kind} == {"insert", "delete"}:
            yield Segment("replace", segment.ours + after.ours, segment.theirs + after.theirs)
            at += 2
        else:
            yield segment
            at += 1
