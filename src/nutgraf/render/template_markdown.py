"""Text that stands in Markdown: what is escaped so that a value says itself and does nothing.

The characters are those that CommonMark 0.31 and GitHub's tables and strikethrough give a meaning,
and Obsidian's comments (`%%`) and highlights (`==`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import SupportsIndex

from nutgraf.render.tokens import TOKEN

ANYWHERE = re.compile(
    rf"""
      (?P<token>{TOKEN.pattern})
    | [\\`*\[\]<>|~]
    | (?<![^\W_])_ | _(?![^\W_])       # an underscore inside a word is itself
    | &(?=\#?[0-9A-Za-z]+;)            # an entity
    | %(?=%) | (?<=%)% | =(?==) | (?<==)=
    """,
    re.VERBOSE,
)
AT_START = re.compile(r"(\s*)(?:([-+#=]|:(?=\s*-))|(\d{1,9})([.)](?=\s|$)))")
LINE_BREAKS = re.compile(r"[^\S\n\r]*(?:[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*)+")


class MarkdownSafe(str):
    """Markdown that is meant: a template prints it as it stands.

    Joined to other text with `+`, the other text is escaped, so that the result is safe too.
    """

    __slots__ = ()

    def __add__(self, other: str) -> MarkdownSafe:
        return MarkdownSafe(str(self) + str(escape_markdown(other)))

    def __radd__(self, other: str) -> MarkdownSafe:
        return MarkdownSafe(str(escape_markdown(other)) + str(self))

    def __mul__(self, times: SupportsIndex) -> MarkdownSafe:
        return MarkdownSafe(str(self) * times)


def escape_markdown(text: str) -> MarkdownSafe:
    """`text` as Markdown that shows exactly its words; `MarkdownSafe` is left as it is.

    A value is one line: a run of white space with a line break in it becomes one space, since a
    line break would end a table row, a heading or a list item.
    """
    if isinstance(text, MarkdownSafe):
        return text
    line = LINE_BREAKS.sub(" ", text)
    escaped = ANYWHERE.sub(_escape, line)
    start = AT_START.match(escaped)
    if start:
        gap, sign, number, stop = start.groups()
        opening = f"\\{sign}" if sign else f"{number}\\{stop}"
        escaped = gap + opening + escaped[start.end() :]
    if escaped[:1].isspace():
        escaped = " " + escaped.lstrip()
    return MarkdownSafe(escaped)


def _escape(found: re.Match[str]) -> str:
    """With a backslash; the tokens of `tokens.py` stay as they are, to be found again."""
    return found[0] if found["token"] else f"\\{found[0]}"


def join_markdown(parts: Iterable[object], between: object = "") -> str:
    """The parts in one text: safe, with the others escaped, as soon as one of them is safe."""
    texts = [part if isinstance(part, str) else str(part) for part in parts]
    joint = between if isinstance(between, str) else str(between)
    if any(isinstance(text, MarkdownSafe) for text in (*texts, joint)):
        return MarkdownSafe(
            str(escape_markdown(joint)).join(str(escape_markdown(text)) for text in texts)
        )
    return joint.join(texts)
