"""What stands in a note and is not for Markdown to read: comments, stets and block ids.

They are found first and replaced by blanks of the same length, so that every offset of the
Markdown that is left is an offset of the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nutgraf.model import FileText, LeftOut, Place

_FENCE = re.compile(r"^[ \t>]*(`{3,}|~{3,})", re.MULTILINE)
_OPENING = re.compile(r"%%|<!--")
_CLOSING = {"%%": "%%", "<!--": "-->"}
_COMMENT = re.compile(r"\A(?:%%|<!--)|(?:%%|-->)\Z")
_BACKTICKS = re.compile(r"\\`|`+|\n")
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
    # Looked at with line feeds for line ends, so that every pattern knows where a line ends.
    text = file.text.replace("\r\n", " \n").replace("\r", "\n")
    code = _Code(text, body)
    stets: list[WrittenStet] = []
    comments: list[LeftOut] = []
    blank = [(0, body)]
    for start, end in _comments(text, body, code):
        inner = _COMMENT.sub("", file.text[start:end])
        place = file.place(start, end)
        blank.append((start, end))
        if stet := _STET.fullmatch(inner):
            alone = _alone(text, start, end)
            reason = " ".join((stet.group(2) or "").split())
            stets.append(WrittenStet(stet.group(1), reason, place, place.line - 1, alone))
        else:
            comments.append(LeftOut("comment", inner.strip(), place))
    block_ids: list[BlockId] = []
    without = _blanked(text, blank)
    for found in _BLOCK_ID.finditer(without, body):
        if code.end_around(found.start()) is None:
            line = file.line_and_column(found.start())[0] - 1
            alone = _alone(without, found.start(), found.end())
            block_ids.append(BlockId(found.group(1), line, alone))
            blank.append((found.start(), found.end(1)))
    blanked = _blanked(file.text, sorted(blank))
    return Marks(blanked, tuple(block_ids), tuple(stets), tuple(comments))


def _blanked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with blanks in ascending spans; its length and its line ends stay."""
    done: list[str] = []
    at = 0
    for start, end in spans:
        done += (text[at:start], _NOT_BLANK.sub(" ", text[start:end]))
        at = end
    return "".join((*done, text[at:]))


def _comments(text: str, body: int, code: _Code) -> Iterator[tuple[int, int]]:
    """Where comments stand; what opens and is never closed is text."""
    at = body
    never_closed: set[str] = set()
    while opening := _OPENING.search(text, at):
        mark = opening.group()
        at = opening.end()
        if (end := code.end_around(opening.start())) is not None:
            at = end
        elif mark not in never_closed:
            close = text.find(_CLOSING[mark], opening.end())
            if close < 0:
                never_closed.add(mark)
                continue
            at = close + len(_CLOSING[mark])
            yield opening.start(), at


class _Code:
    """Fenced blocks and code spans of a text from the offset `body` on."""

    def __init__(self, text: str, body: int) -> None:
        self._spans = list(_code_spans(text, body))
        self._starts = [start for start, _ in self._spans]

    def end_around(self, offset: int) -> int | None:
        """The end of the code that an offset lies in, or None."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self._spans[index][1]:
            return None
        return self._spans[index][1]


def _code_spans(text: str, body: int) -> Iterator[tuple[int, int]]:
    at = body
    while fence := _FENCE.search(text, at):
        yield from _spans_in_lines(text, at, fence.start())
        mark = re.escape(fence.group(1)[0]) + "{" + str(len(fence.group(1))) + ",}"
        closing = re.compile(rf"^[ \t>]*{mark}[ \t]*$", re.MULTILINE).search(text, fence.end())
        at = closing.end() if closing else len(text)
        yield fence.start(), at
    yield from _spans_in_lines(text, at, len(text))


def _spans_in_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Code spans: from some backticks to as many of them in the same line."""
    line: list[re.Match[str]] = []
    for found in _BACKTICKS.finditer(text, start, end):
        if found.group() == "\n":
            yield from _paired(line)
            line = []
        else:
            line.append(found)
    yield from _paired(line)


def _paired(line: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    last = {found.group().lstrip("\\"): index for index, found in enumerate(line)}
    index = 0
    while index < len(line):
        opening = line[index]
        index += 1
        # An escaped backtick opens nothing; inside code a backslash is itself, so it may close.
        if opening.group().startswith("\\") or last[opening.group()] < index:
            continue
        while line[index].group().lstrip("\\") != opening.group():
            index += 1
        yield opening.start(), line[index].end()
        index += 1


def _alone(text: str, start: int, end: int) -> bool:
    """Whether nothing but white space (and quotation marks of Markdown) shares the lines."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    stop = text.find("\n", end)
    after = text[end : stop if stop >= 0 else len(text)]
    return not before.strip(" \t>") and not after.strip()
