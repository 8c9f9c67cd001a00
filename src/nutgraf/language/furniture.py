"""Page furniture in a captured text: what the page around an article says, never evidence.

Menus and lists of cities are runs of short lines at the head or foot of a page; listings follow
a heading such as `City events`; promotions, buttons, credits and notices are known by how they
begin. Whatever reads as a sentence of the article is left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from nutgraf.language.characters import level
from nutgraf.language.furniture_phrases import LISTING_HEADING, PHRASES, Kind

_LINE = re.compile(r"[^\s\n\r\u2028\u2029][^\n\r\u2028\u2029]*")
_BULLET = re.compile(r"(?:[-*+•◦▪‣·●○■►▶→›»|#]+\s+)?")
_DATE = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:, \d{4})?"
_GLUED_DATE = re.compile(rf"^.{{0,80}}[A-Za-z)]{_DATE}$")
_ONLY_DATE = re.compile(rf"^{_DATE}$")
_INNER_PROMOTION = re.compile(
    r"(?:NEW )?You can now listen to [^.!?\n]{1,60}[.!?]|Scroll down for (?:video|photos|more)\b"
    r"|(?:Register|Subscribe|Sign up) now for (?:FREE|free)[^.!?\n]{1,60}(?=[.!?\n]|$)"
)
_SENTENCE = re.compile(r"[.!?…][\"'”’)]*$")
_LONGEST = 2_000  # characters; what a line begins with is looked at no further


@dataclass(frozen=True, slots=True)
class Furniture:
    """`text[start:end]` is part of the page, not of the article."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without its bullet, levelled; `kind` is None where it may be the article's."""

    start: int
    end: int
    text: str
    kind: Kind | None
    lead: int = 0  # characters at its beginning that are a promotion before the article's words


@lru_cache(maxsize=16)  # who reads a page and who counts its origins ask for the same
def read(text: str) -> tuple[Furniture, ...]:
    """The furniture of `text` in order, line by line; neighbours of one kind are joined.

    Never raises; linear in the text.
    """
    lines = _menus(_listings(list(_lines(text))))
    found: list[Furniture] = []
    for line in lines:
        if line.kind is None:
            found += _inside(text, line)
        elif found and found[-1].kind == line.kind and not text[found[-1].end : line.start].strip():
            found[-1] = replace(found[-1], end=line.end)
        else:
            found.append(Furniture(line.start, line.end, line.kind))
    return tuple(found)


def covers(furniture: Sequence[Furniture], start: int, end: int) -> bool:
    """Whether more than half of `start` to `end` is furniture."""
    at = max(0, bisect_right(furniture, start, key=lambda one: one.start) - 1)
    covered = 0
    for one in furniture[at:]:
        if one.start >= end:
            break
        covered += max(0, min(end, one.end) - max(start, one.start))
    return 2 * covered > end - start


def _lines(text: str) -> Iterator[_Line]:
    for found in _LINE.finditer(text):
        shown = found[0].rstrip()
        flat = level(shown[:_LONGEST])
        flat = flat[_BULLET.match(flat).end() :]  # type: ignore[union-attr]
        kind, length = _kind(flat)
        lead = 0 if kind is not None else length
        yield _Line(found.start(), found.start() + len(shown), flat, kind, lead)


_STOP = re.compile(r"[.!?…][\"'”’)]*(?=\s|$)")


def _kind(flat: str) -> tuple[Kind | None, int]:
    """The kind of a line by how its sentences begin, and how far it is of that kind.

    None where only the first of its sentences are, or none is.
    """
    first: Kind | None = None
    at = 0
    while at < len(flat):
        found = _begins(flat, at)
        if found is None:
            break
        kind, at = found
        first = first or kind
    if not at:
        return ("listing", len(flat)) if _GLUED_DATE.match(flat) else (None, 0)
    rest = flat[at:].strip()
    return (first, len(flat)) if not any(c.isalnum() for c in rest) else (None, at)


def _begins(flat: str, at: int) -> tuple[Kind, int] | None:
    """The kind of the sentence at `at`, and where the next one begins."""
    for kind, pattern in PHRASES:
        found = pattern.match(flat, at)
        if found is not None:
            stop = _STOP.search(flat, max(at, found.end() - 1))
            end = len(flat) if stop is None or found.end() == len(flat) else stop.end()
            while end < len(flat) and flat[end].isspace():
                end += 1
            return kind, end
    return None


# --- runs of short lines -------------------------------------------------------------------------


def _is_short(line: _Line) -> bool:
    """A few words that make no sentence."""
    words = line.text.split()
    return len(words) <= 7 and len(line.text) <= 60 and not _SENTENCE.search(line.text)


def _is_item(line: _Line) -> bool:
    """An entry of a menu: up to four words, the first with a capital, no figure, no colon."""
    words = line.text.split()
    if not 0 < len(words) <= 4 or len(line.text) > 32 or not line.text[:1].isupper():
        return False
    return not re.search(r"[.!?:;,\"“”\d]", line.text)


def _listings(lines: list[_Line]) -> list[_Line]:
    """Short lines under a heading of listings, up to the next line that reads as prose."""
    at = 0
    while at < len(lines):
        if not LISTING_HEADING.fullmatch(lines[at].text) or not _is_short(lines[at]):
            at += 1
            continue
        end = at + 1
        while end < len(lines) and (_is_short(lines[end]) or lines[end].kind is not None):
            end += 1
        dated = any(line.kind == "listing" or _ONLY_DATE.match(line.text) for line in lines[at:end])
        if dated or (end == len(lines) and end - at > 1):
            lines[at:end] = [replace(line, kind=line.kind or "listing") for line in lines[at:end]]
        at = end
    return lines


_AT_EDGE = 6  # items that make a menu where the page begins or ends
_ANYWHERE = 12


def _menus(lines: list[_Line]) -> list[_Line]:
    """Runs of items that are long enough to be no list of the article's own."""
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and (_is_item(lines[end]) and lines[end].kind is None):
            end += 1
        edge = at <= 2 or end >= len(lines) - 1
        introduced = at > 0 and lines[at - 1].text.endswith(":")
        if end - at >= (_AT_EDGE if edge else _ANYWHERE) and not introduced:
            last = end if edge and end == len(lines) else _before_headline(lines, at, end)
            lines[at:last] = [replace(line, kind="menu") for line in lines[at:last]]
        at = max(end, at + 1)
    return lines


def _before_headline(lines: Sequence[_Line], at: int, end: int) -> int:
    """The end of a menu: the short headline of the article behind a bulleted one is no item."""
    bulleted = lines[at].end - lines[at].start > len(lines[at].text)
    while (
        end > at
        and bulleted
        and lines[end - 1].end - lines[end - 1].start == len(lines[end - 1].text)
    ):
        end -= 1
    return end


def _inside(text: str, line: _Line) -> Iterator[Furniture]:
    """A promotion within a line that is otherwise the article's."""
    if line.lead:
        yield Furniture(line.start, line.start + line.lead, "promotion")
    for found in _INNER_PROMOTION.finditer(text, line.start, line.end):
        if found.start() >= line.start + line.lead:
            yield Furniture(found.start(), found.end(), "promotion")
