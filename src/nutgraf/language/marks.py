"""The pieces of a text that stand between quotation marks, in every style of marks.

Outermost marks only: what is quoted inside a quotation belongs to it. Apostrophes, primes of
measures and marks without a partner are no quotation marks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nutgraf.language.lines import paragraphs

Span = tuple[int, int]

_MARK = re.compile(r"``|''|[\"“”„‟«»‹›‘’‚‛'`＂]")
_DOUBLE, _ANGLE, _SINGLE = "double", "angle", "single"
_FAMILY = {
    **dict.fromkeys(("``", "''", '"', "“", "”", "„", "‟", "＂"), _DOUBLE),
    **dict.fromkeys("«»‹›", _ANGLE),
    **dict.fromkeys("‘’‚‛'`", _SINGLE),
}
_ELISION_ONLY = re.compile(r"(?i:\d\ds?|em|til|tis|twas|cuz|n|bout|nuff)\b")
_ELISION = re.compile(_ELISION_ONLY.pattern + r"|(?i:till|cause|round|cos)\b")
_BEFORE_OPENING = "([{—–-/…“‘\"'«*_>|=:"
_REACH = 200  # marks that are searched for a partner
_REACH_OF_SINGLE = 60
_Lanes = dict[str, list[int]]


@dataclass(frozen=True, slots=True)
class Piece:
    """`text[start:end]` stands between marks; `text[outer:outer_end]` is it with its marks.

    `continues`: no mark closes it, the next paragraph opens again.
    """

    start: int
    end: int
    outer: int
    outer_end: int
    continues: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    mark: str
    opens: bool
    closes: bool


def pieces(text: str) -> tuple[Piece, ...]:
    """Every piece of `text` between outermost quotation marks, in order. Linear in the text."""
    if _MARK.search(text) is None:
        return ()
    spans = list(paragraphs(text))
    found: list[Piece] = []
    for at, (start, end) in enumerate(spans):
        following = spans[at + 1][0] if at + 1 < len(spans) else -1
        found += _pieces_in(text, start, end, following)
    return tuple(found)


def _pieces_in(text: str, start: int, end: int, following: int) -> Iterator[Piece]:
    """The pieces of one paragraph; `following` is where the next one begins, or -1."""
    marks = [_read_mark(text, found, start, end) for found in _MARK.finditer(text, start, end)]
    lanes: _Lanes = {_DOUBLE: [], _ANGLE: [], _SINGLE: []}
    for at, mark in enumerate(marks):
        lanes[_FAMILY[mark.mark]].append(at)
    at = 0
    while at < len(marks):
        mark = marks[at]
        close = _partner(text, marks, lanes, at) if mark.opens else None
        again = _reopened(text, marks, at) if mark.opens and close is None else None
        if close is not None:
            yield from _piece(text, mark, (marks[close].start, marks[close].end))
            at = close + 1
        elif again is not None:
            yield from _piece(text, mark, (marks[again].start, marks[again].start))
            at = again
        elif mark.opens and _reopens(text, mark, following) and not _opened_later(marks, lanes, at):
            yield from _piece(text, mark, (end, end))
            return
        else:
            at += 1


def _piece(text: str, opening: _Mark, closing: Span) -> Iterator[Piece]:
    """What stands between two marks, if anything; an empty closing span means that it goes on."""
    start, end = opening.end, closing[0]
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Piece(start, end, opening.start, closing[1], continues=closing[0] == closing[1])


def _reopens(text: str, mark: _Mark, following: int) -> bool:
    """Whether the next paragraph begins with a mark like `mark`, as a running quotation does."""
    if following < 0 or _FAMILY[mark.mark] == _SINGLE:
        return False
    found = _MARK.match(text, following)
    return found is not None and found[0] == mark.mark


def _reopened(text: str, marks: Sequence[_Mark], at: int) -> int | None:
    """The next mark, when it opens again behind a full stop: paragraphs that were run together."""
    if at + 1 == len(marks) or marks[at + 1].mark != marks[at].mark or not marks[at + 1].opens:
        return None
    start = marks[at + 1].start
    return at + 1 if text[max(0, start - 3) : start].rstrip()[-1:] in tuple(".!?…") else None


def _opened_later(marks: Sequence[_Mark], lanes: _Lanes, at: int) -> bool:
    lane = lanes[_FAMILY[marks[at].mark]]
    first = bisect_right(lane, at)
    return any(marks[i].opens for i in lane[first : first + 20])


# --- what a mark can be --------------------------------------------------------------------------


def _read_mark(text: str, found: re.Match[str], low: int, high: int) -> _Mark:
    start, end = found.span()
    before = text[start - 1] if start > low else " "
    after = text[end] if end < high else " "
    mark = found[0]
    if mark in ("“", "„", "‟", "``"):
        opens, closes = True, mark == "“"
    elif mark in ("”", "''"):
        opens, closes = False, True
    elif mark in "«»‹›":
        opens, closes = True, True
    elif _FAMILY[mark] == _SINGLE:
        opens, closes = _single_opens(text, mark, before, end), _single_closes(mark, before, after)
    else:
        opens, closes = _straight(before, after)
    return _Mark(start, end, mark, opens, closes)


def _straight(before: str, after: str) -> tuple[bool, bool]:
    """Whether a straight double mark can open, and whether it can close, a quotation."""
    if before.isspace() and after.isspace():
        return True, True
    opens = not after.isspace() and (
        before.isspace()
        or before in _BEFORE_OPENING
        or (before == "," and after.isalnum())
        or (before in ".!?" and after.isupper())
    )
    closes = not before.isspace() and (not after.isalnum() or before in ".,!?…")
    return opens, closes and before not in "([{"


def _single_opens(text: str, mark: str, before: str, end: int) -> bool:
    if mark == "’" or not (before.isspace() or before in _BEFORE_OPENING):
        return False
    after = text[end : end + 1]
    if not after or not (after.isalnum() or after in '…[“"$.'):
        return False
    elision = _ELISION_ONLY if mark in "‘‚" else _ELISION  # editors turn the wrong mark in
    return elision.match(text, end) is None


def _single_closes(mark: str, before: str, after: str) -> bool:
    return mark in "’'‘" and not before.isspace() and not after.isalnum()


# --- which mark closes which ---------------------------------------------------------------------


def _partner(text: str, marks: Sequence[_Mark], lanes: _Lanes, at: int) -> int | None:
    """The index of the mark that closes the one at `at`, or None."""
    family = _FAMILY[marks[at].mark]
    lane = lanes[family]
    first = bisect_right(lane, at)
    reach = range(first, min(len(lane), first + _REACH))
    if family == _SINGLE:
        return _single_partner(text, marks, [lane[i] for i in reach[:_REACH_OF_SINGLE]])
    if family == _ANGLE:
        return next((lane[i] for i in reach if marks[lane[i]].mark != marks[at].mark), None)
    return _double_partner(text, marks, at, (lane, reach))


def _double_partner(
    text: str, marks: Sequence[_Mark], at: int, ahead: tuple[list[int], range]
) -> int | None:
    lane, reach = ahead
    low = marks[at].mark in "„‟"
    depth = 1
    for place in reach:
        mark = marks[lane[place]]
        following = [marks[i] for i in lane[place + 1 : place + 3]]
        if (mark.mark == "“" and not low) or (mark.opens and not mark.closes):
            if not _both_close(following):
                return None
            depth += 1
        elif mark.closes and not _is_inch(text, mark, following):
            depth -= 1
            if depth == 0:
                return lane[place]
    return None


def _both_close(following: Sequence[_Mark]) -> bool:
    """Whether two closing marks come next: a quotation inside one in the same marks."""
    return len(following) == 2 and all(
        m.closes and (not m.opens or m.mark == '"') for m in following
    )


def _is_inch(text: str, mark: _Mark, following: Sequence[_Mark]) -> bool:
    """A straight mark behind a figure, while a better closing mark follows: `6'2" tall,"`."""
    if mark.mark != '"' or not text[mark.start - 1].isdigit() or not following:
        return False
    return following[0].closes and not following[0].opens


def _single_partner(text: str, marks: Sequence[_Mark], ahead: Sequence[int]) -> int | None:
    """The closing single mark: not a possessive plural's (`the workers' …`) if one comes later."""
    first: int | None = None
    for i in ahead:
        mark = marks[i]
        if not mark.closes:
            if mark.opens:
                return first
            continue
        before, after = text[mark.start - 1], text[mark.end : mark.end + 2]
        if before != "s" or after[:1] != " " or not after[1:].islower():
            return i
        first = i if first is None else first
    return first
