"""Which lines of a captured text read on, and which stand alone (headlines, bullets, rows)."""

from __future__ import annotations

import re
from collections.abc import Iterator

Span = tuple[int, int]

_LINE = re.compile(r"\S[^\n\r\u2028\u2029]*")
_BREAKS = re.compile(r"\r\n|[\n\r\u2028\u2029]")
_BULLET = re.compile(
    r"(?:[-*+•◦▪‣·●○■►▶→›»]|\(?(?:\d{1,3}|[A-Za-z])[.)]|#{1,6})\s|[|>]|[–—]\s*[^\Wa-z_]"
)
_WRAP = 130  # no soft-wrapped text is set wider; longer lines are whole paragraphs
_HEADLINE = 120  # characters
_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_MINOR_WORDS = "a an and as at but by for from in into nor of on or over the to up via vs with"
_MINOR = frozenset(_MINOR_WORDS.split())


def paragraphs(text: str) -> Iterator[Span]:
    """Runs of lines that read on from one to the next, outer white space left out, in order.

    A line stands alone before an empty line, before a bullet or an attribution with a dash, after
    a headline in Title Case, and wherever the next word would have fitted on it. Linear in the
    text.
    """
    for block in _blocks(text):
        width = max(high - low for low, high in block)
        start, end = block[0]
        previous = block[0]
        for line in block[1:]:
            headline = previous[0] == start and is_headline(text[previous[0] : previous[1]])
            if headline or not _reads_on(text, previous, line, width):
                yield start, end
                start = line[0]
            end = line[1]
            previous = line
        yield start, end


def is_headline(line: str) -> bool:
    """Whether `line` is short, in Title Case or capitals, and has no full stop at its end."""
    if len(line) > _HEADLINE or line.endswith(tuple(".,;!?…。！？-")):
        return False
    major = [word for word in _WORD.findall(line) if word.lower() not in _MINOR]
    return len(major) > 1 and all(not word[0].islower() for word in major)


def _blocks(text: str) -> Iterator[list[Span]]:
    """Groups of lines with no empty line between."""
    block: list[Span] = []
    for found in _LINE.finditer(text):
        span = found.start(), found.start() + len(found[0].rstrip())
        if block and len(_BREAKS.findall(text, block[-1][1], span[0])) > 1:
            yield block
            block = []
        block.append(span)
    if block:
        yield block


def _reads_on(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the line end between two lines is a soft wrap: the next word did not fit."""
    start, end = following
    if width > _WRAP or _BULLET.match(text, start, end):
        return False
    if text[start].islower() or text[line[1] - 1] in ",;-":
        return True
    word = _TOKEN.match(text, start, end)
    length = 0 if word is None else len(word[0])
    return line[1] - line[0] + 1 + length > width
