"""Annotated seeds as people paste them: section names alone on a line, and `•` bullets."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from nutgraf.workspace.roles import role_of

_BULLET = re.compile(r"(?:^|(?<=\r))([ \t]*)[•◦‣▪●]([ \t])", re.MULTILINE)
_HASH_HEADING = re.compile(r"(?:^|(?<=\r)) {0,3}#{1,6}[ \t]", re.MULTILINE)


def with_markdown_bullets(text: str) -> str:
    """The same text, of the same length, with `-` for the bullets of a word processor."""
    return _BULLET.sub(r"\1-\2", text)


def has_bare_headings(text: str) -> bool:
    """Whether section names stand in it without `##`: no heading is marked, and a name is there."""
    if _HASH_HEADING.search(text):
        return False
    return any(_is_heading(line) for line in text.splitlines())


def allow_bare_headings(parser: MarkdownIt) -> None:
    """Teach the parser to read them where the environment's `bare_headings` is true."""
    parser.block.ruler.before(
        "paragraph", "bare_heading", _bare_heading, {"alt": ["paragraph", "blockquote", "list"]}
    )


def _bare_heading(state: StateBlock, first: int, _last: int, silent: bool) -> bool:
    # Inside a list it may only end the last bullet, which would else run on into it.
    ends_bullet = silent and state.sCount[first] < state.blkIndent
    if not state.env.get("bare_headings") or (state.level > 0 and not ends_bullet):
        return False
    line = state.src[state.bMarks[first] : state.eMarks[first]]
    if not _is_heading(line):
        return False
    if not silent:
        state.line = first + 1
        opening = state.push("heading_open", "h2", 1)
        opening.map = [first, first + 1]
        inline = state.push("inline", "", 0)
        inline.content, inline.map, inline.children = line.strip(), [first, first + 1], []
        state.push("heading_close", "h2", -1)
    return True


def _is_heading(line: str) -> bool:
    return len(line) <= 60 and not line.lstrip().startswith("-") and role_of(line) is not None
