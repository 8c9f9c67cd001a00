"""The pieces of a text that stand between quotation marks, in every style of marks.

Outermost marks only: what is quoted inside a quotation belongs to it. Apostrophes, primes of
measures and marks without a partner are no quotation marks.
"""

from __future__ import annotations

import re
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
_ELISION = re.compile(r"(?:\d\ds?|em|til|till|tis|twas|cause|cuz|n|bout|round|cos|nuff)\b", re.I)
_BEFORE_OPENING = "([{—–-/…“‘\"'«*_>|=:"
_REACH = 200  # marks that are searched for a partner


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
    at = 0
    while at < len(marks):
        mark = marks[at]
        close = _partner(text, marks, at) if mark.opens else None
        if close is not None:
            yield _piece(text, mark, marks[close])
            at = close + 1
        elif mark.opens and _reopens(text, mark, following) and not _opened_later(marks, at):
            yield Piece(mark.end, end, mark.start, end, continues=True)
            return
        else:
            at += 1


def _piece(text: str, opening: _Mark, closing: _Mark) -> Piece:
    start, end = opening.end, closing.start
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Piece(start, end, opening.start, closing.end)


def _reopens(text: str, mark: _Mark, following: int) -> bool:
    """Whether the next paragraph begins with a mark like `mark`, as a running quotation does."""
    if following < 0 or _FAMILY[mark.mark] == _SINGLE:
        return False
    found = _MARK.match(text, following)
    return found is not None and found[0] == mark.mark


def _opened_later(marks: Sequence[_Mark], at: int) -> bool:
    family = _FAMILY[marks[at].mark]
    return any(m.opens and _FAMILY[m.mark] == family for m in marks[at + 1 : at + _REACH])


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
        before.isspace() or before in _BEFORE_OPENING or (before == "," and after.isalnum())
    )
    closes = not before.isspace() and (not after.isalnum() or before in ".,!?…")
    return opens, closes and before not in "([{"


def _single_opens(text: str, mark: str, before: str, end: int) -> bool:
    if mark == "’" or not (before.isspace() or before in _BEFORE_OPENING):
        return False
    after = text[end : end + 1]
    if not after or not (after.isalnum() or after in '…[“"$.'):
        return False
    return mark in "‘‚" or _ELISION.match(text, end) is None


def _single_closes(mark: str, before: str, after: str) -> bool:
    return mark in "’'‘" and not before.isspace() and not after.isalnum()


# --- which mark closes which ---------------------------------------------------------------------


def _partner(text: str, marks: Sequence[_Mark], at: int) -> int | None:
    """The index of the mark that closes the one at `at`, or None."""
    family = _FAMILY[marks[at].mark]
    if family == _SINGLE:
        return _single_partner(text, marks, at)
    same = [
        i
        for i in range(at + 1, min(len(marks), at + _REACH))
        if _FAMILY[marks[i].mark] == family
    ]
    if family == _ANGLE:
        return next((i for i in same if marks[i].mark != marks[at].mark), None)
    return _double_partner(text, marks, at, same)


def _double_partner(
    text: str, marks: Sequence[_Mark], at: int, same: Sequence[int]
) -> int | None:
    depth = 1
    low = marks[at].mark in "„‟"
    for place, i in enumerate(same):
        mark = marks[i]
        if mark.mark == "“" and not low or (mark.opens and not mark.closes):
            closers = [marks[j] for j in same[place + 1 : place + 3]]
            if len(closers) < 2 or any(m.opens and m.mark != '"' or not m.closes for m in closers):
                return None
            depth += 1
        elif mark.closes and not _is_inch(text, marks, same[place:]):
            depth -= 1
            if depth == 0:
                return i
    return None


def _is_inch(text: str, marks: Sequence[_Mark], rest: Sequence[int]) -> bool:
    """A straight mark behind a figure, while a better closing mark follows: `6'2" tall,"`."""
    mark = marks[rest[0]]
    if mark.mark != '"' or not text[mark.start - 1].isdigit():
        return False
    return len(rest) > 1 and marks[rest[1]].closes and not marks[rest[1]].opens


def _single_partner(text: str, marks: Sequence[_Mark], at: int) -> int | None:
    """The closing single mark: not a possessive plural's (`the workers' …`) if one comes later."""
    first: int | None = None
    for i in range(at + 1, min(len(marks), at + _REACH)):
        mark = marks[i]
        if _FAMILY[mark.mark] != _SINGLE or not mark.closes:
            if _FAMILY[mark.mark] == _SINGLE and mark.opens:
                return first
            continue
        before, after = text[mark.start - 1], text[mark.end : mark.end + 2]
        if before == "s" and after[:1] == " " and after[1:].islower():
            first = i if first is None else first
            continue
        return i
    return first
