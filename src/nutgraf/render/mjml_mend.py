"""What has to be changed in MJML so that the renderer changes nothing of it.

Measured with mrml 6 (mjml-python 1.4): it fails on CRLF in the head and on characters that XML
does not allow; it deletes white space between two tags where that begins with a line feed, so that
two links run together; and it writes the values of attributes as Rust prints strings for
debugging, so that a no-break space becomes `\\u{a0}` and a backslash becomes two. A `>` in text
brings the process down if it stands close behind a character of several bytes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# What is no text: control characters, surrogates, and code points that Unicode keeps free.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
IN_ATTRIBUTES = re.compile(r"[^ -\[\]-~]")
AFTER_WIDE = re.compile(r"(?<=[^\x00-\x7f])>|(?<=[^\x00-\x7f].)>", re.DOTALL)
SPACE = re.compile(r"[ \t\n]+")


@dataclass(frozen=True, slots=True)
class Edit:
    """`start` to `end` of the checked MJML becomes `text`."""

    start: int
    end: int
    text: str


def normal(mjml: str) -> str:
    """Line ends as LF, U+FFFD for each character that is no text, and no byte-order mark."""
    mjml = mjml.removeprefix("\ufeff")
    if "\r" in mjml:
        mjml = mjml.replace("\r\n", "\n").replace("\r", "\n")
    return FORBIDDEN.sub("\ufffd", mjml)


def gap(mjml: str, start: int, end: int) -> Edit | None:
    """The mend for the text between two tags, if the renderer would delete it."""
    if start == end or mjml[start] != "\n":
        return None
    text = mjml[start:end]
    return Edit(start, end, SPACE.sub(" ", text)) if text.isspace() else None


def value(text: str, start: int) -> Edit | None:
    """The mend for an attribute's value at `start`: references for what would be rewritten."""
    safe = IN_ATTRIBUTES.sub(lambda found: f"&#{ord(found[0])};", text)
    return Edit(start, start + len(text), safe) if safe != text else None


def mended(mjml: str, edits: list[Edit]) -> str:
    """The text with the edits made; they are in order and do not overlap."""
    parts: list[str] = []
    position = 0
    for edit in edits:
        parts += (mjml[position : edit.start], edit.text)
        position = edit.end
    parts.append(mjml[position:])
    return "".join(parts)


def unmended(offset: int, edits: list[Edit]) -> int:
    """The offset before the edits, for one after them."""
    grown = 0
    for edit in edits:
        if edit.start + grown >= offset:
            break
        if edit.start + grown + len(edit.text) > offset:
            return edit.start
        grown += len(edit.text) - (edit.end - edit.start)
    return offset - grown
