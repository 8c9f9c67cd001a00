"""What Obsidian writes into a note beside Markdown, and no reader of a digest should see."""

from __future__ import annotations

import re
from typing import Final

from markdown_it.rules_inline import StateInline

# Obsidian's accepted file formats (its help, “Accepted file formats”), its own among them.
_ATTACHMENT_ENDINGS = """
avif bmp gif jpeg jpg png svg webp flac m4a mp3 ogg wav webm 3gp mkv mov mp4 ogv pdf canvas base
excalidraw
"""
_ATTACHMENTS: Final = frozenset(_ATTACHMENT_ENDINGS.split())
# Fenced blocks that Obsidian or a common plugin of it runs, and shows the result of.
_QUERY_NAMES = "base button chart dataview dataviewjs kanban mermaid query tasks templater tracker"
_QUERIES: Final = frozenset(_QUERY_NAMES.split())
_HIGHLIGHT = re.compile(r"==(?=[^\s=])(?:(?!==).)+?(?<=[^\s=])==(?!=)")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\](?!\()")
_INLINE_NOTE = re.compile(r"\^\[[^\[\]\n]{1,400}\]")
_SIZE = re.compile(r"\|\d{1,5}(?:x\d{1,5})?$")
_INLINE_QUERY = re.compile(r"\$?= ")
_NOTE = re.compile(r"\[\^[^\]\s]{1,40}\]:")
_TEMPLATE = re.compile(r"<%.{0,400}?%>", re.DOTALL)
_CALLOUT = re.compile(r"\[![A-Za-z][\w-]*\][+-]?[ \t]*")
UNSHOWN: Final = "unshown"


def is_attachment(target: str) -> bool:
    """Whether an embed brings a picture, a sound, a film or a paper, and no note."""
    return target.rpartition(".")[2].strip().casefold() in _ATTACHMENTS and "." in target


def is_query(info: str) -> bool:
    """Whether the fenced block of that language is run and not read."""
    name = info.strip().split(" ")[0].casefold().strip("{}")
    return name in _QUERIES


def is_inline_query(code: str) -> bool:
    """Whether code in a line is Dataview's: `= this.title`."""
    return _INLINE_QUERY.match(code) is not None


def without_size(alt: str) -> str:
    """The words for a picture without the width that Obsidian keeps behind them."""
    return _SIZE.sub("", alt)


def is_footnote(content: str) -> bool:
    """Whether a paragraph is the text of a footnote, which a digest has no place for."""
    return _NOTE.match(content) is not None


def unshown_rule(state: StateInline, silent: bool) -> bool:
    """Rule of markdown-it for what is not shown.

    The signs of a highlight and of a callout's kind, the number of a footnote, a template.
    """
    end = _callout(state) or _highlight(state) or _matched(state)
    if not end:
        return False
    if not silent:
        token = state.push(UNSHOWN, "", 0)
        token.meta.update(start=state.pos, end=end)
    state.pos = end
    return True


def _callout(state: StateInline) -> int:
    if state.pos:
        return 0
    found = _CALLOUT.match(state.src)
    return found.end() if found else 0


def _matched(state: StateInline) -> int:
    for pattern in (_FOOTNOTE, _INLINE_NOTE, _TEMPLATE):
        if found := pattern.match(state.src, state.pos, state.posMax):
            return found.end()
    return 0


def _highlight(state: StateInline) -> int:
    """The end of two signs at the beginning or at the end of a highlight, or 0."""
    if not state.src.startswith("==", state.pos):
        return 0
    spans: list[tuple[int, int]] | None = state.env.get("highlights", {}).get(state.src)
    if spans is None:
        spans = [found.span() for found in _HIGHLIGHT.finditer(state.src)]
        state.env.setdefault("highlights", {})[state.src] = spans
    if any(state.pos in (low, high - 2) for low, high in spans):
        return state.pos + 2
    return 0
