"""What stands in a note and is not for Markdown to read: comments, stets and block ids.

They are found first and replaced by blanks of the same length, so that every offset of the
Markdown that is left is an offset of the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nutgraf.model import FileText, LeftOut, Place

_FENCE = re.compile(r"^[ \t>]*(`{3,}|~{3,})", re.MULTILINE)
_COMMENT = re.compile(r"%%(.*?)%%|<!--(.*?)-->", re.DOTALL)
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)")
_BLOCK_ID = re.compile(r"(?:(?<=[ \t])|^)\^([A-Za-z0-9-]+)[ \t]*$", re.MULTILINE)
_STET = re.compile(r"\s*stet\b[ \t]*([\w-]*)[ \t]*(?::\s*(.*?))?\s*", re.DOTALL)
_NOT_BLANK = re.compile(r"[^\r\n]")


@dataclass(frozen=True, slots=True)
class BlockId:
    """`^name` at the end of a block, or alone on the line (0-based) below it."""

    name: str
    line: int
    alone: bool


@dataclass(frozen=True, slots=True)
class WrittenStet:
    """A stet, the line (0-based) it begins on, and whether nothing else stands on its lines."""

    rule: str
    reason: str
    place: Place
    line: int
    alone: bool


@dataclass(frozen=True, slots=True)
class Marks:
    """`text` has the length and the line ends of the file's; what is listed is blank in it."""

    text: str
    block_ids: tuple[BlockId, ...]
    stets: tuple[WrittenStet, ...]
    comments: tuple[LeftOut, ...]


def read_marks(file: FileText, body: int) -> Marks:
    """The marks of a note whose text after the front matter begins at the offset `body`.

    Nothing inside code is a mark. The front matter is blank in the result.
    """
    text = _blank(file.text[:body]) + file.text[body:]
    code = _code_spans(text, body)
    stets: list[WrittenStet] = []
    comments: list[LeftOut] = []
    for found in _outside(_COMMENT, text, body, code):
        inner = found.group(1) if found.group(1) is not None else found.group(2)
        place = file.place(found.start(), found.end())
        if stet := _STET.fullmatch(inner):
            alone = _alone(text, found.start(), found.end())
            reason = " ".join((stet.group(2) or "").split())
            stets.append(WrittenStet(stet.group(1), reason, place, place.line - 1, alone))
        else:
            comments.append(LeftOut("comment", inner.strip(), place))
        text = text[: found.start()] + _blank(found.group()) + text[found.end() :]
    block_ids: list[BlockId] = []
    for found in _outside(_BLOCK_ID, text, body, code):
        line = file.line_and_column(found.start())[0] - 1
        alone = _alone(text, found.start(), found.end())
        block_ids.append(BlockId(found.group(1), line, alone))
        text = text[: found.start()] + _blank(found.group()) + text[found.end() :]
    return Marks(text, tuple(block_ids), tuple(stets), tuple(comments))


def _blank(text: str) -> str:
    return _NOT_BLANK.sub(" ", text)


def _outside(
    pattern: re.Pattern[str], text: str, body: int, code: list[tuple[int, int]]
) -> list[re.Match[str]]:
    """The matches that begin outside code; a match that begins inside is looked for behind it."""
    found: list[re.Match[str]] = []
    spans = iter([*code, (len(text), len(text))])
    start, end = next(spans)
    at = body
    while match := pattern.search(text, at):
        while match.start() >= end and end < len(text):
            start, end = next(spans)
        if start <= match.start() < end:
            at = end
            continue
        found.append(match)
        at = max(match.end(), match.start() + 1)
    return found


def _code_spans(text: str, body: int) -> list[tuple[int, int]]:
    """Fenced blocks and code spans, in order."""
    spans: list[tuple[int, int]] = []
    at = body
    while fence := _FENCE.search(text, at):
        spans.extend(match.span() for match in _CODE_SPAN.finditer(text, at, fence.start()))
        mark = re.escape(fence.group(1)[0]) + "{" + str(len(fence.group(1))) + ",}"
        closing = re.compile(rf"^[ \t>]*{mark}[ \t]*$", re.MULTILINE).search(text, fence.end())
        at = closing.end() if closing else len(text)
        spans.append((fence.start(), at))
    spans.extend(match.span() for match in _CODE_SPAN.finditer(text, at))
    return spans


def _alone(text: str, start: int, end: int) -> bool:
    """Whether nothing but white space (and quotation marks of Markdown) shares the lines."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    stop = text.find("\n", end)
    after = text[end : stop if stop >= 0 else len(text)]
    return not before.strip(" \t>") and not after.strip()
