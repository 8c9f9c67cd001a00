"""Titles, names and addresses as feeds write them, made plain."""

from __future__ import annotations

import html
import re
from urllib.parse import urljoin, urlsplit

# Titles come escaped once too often, and then hold elements that make words bold; a sign “<” before
# anything else is part of the title.
_ELEMENT = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|big|cite|code|del|em|font|i|ins|kbd|mark|q|s|small|span|strike|strong"
    r"|sub|sup|tt|u|wbr|br|p|div)(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_MAILBOX = re.compile(r"[<(]?(?<![^\s<(])[^\s<>()@]{1,64}@[^\s<>()@]{1,255}[>)]?")


def one_line(text: str | None, *, is_html: bool = False) -> str | None:
    """The text on one line, or None where nothing is left of it.

    Control characters are taken out: a terminal would obey them.
    """
    if text is None:
        return None
    if is_html:
        text = html.unescape(_ELEMENT.sub("", text))
    return " ".join(_CONTROL.sub(" ", text).split()) or None


def person(text: str | None) -> str | None:
    """The name in `desk@paper.example (Ada Wren)` or `Ada Wren <desk@paper.example>`."""
    name = one_line(text, is_html=True)
    if name is None or "@" not in name:
        return name
    name = _MAILBOX.sub("", name).strip()
    if name.startswith("(") and name.endswith(")"):
        name = name[1:-1].strip()
    return name or None


def web_address(text: str | None, base: str | None) -> str | None:
    """The address, made whole from that of the feed, where it is one of the web."""
    try:
        full = urljoin(base or "", (text or "").strip())
        parts = urlsplit(full)
        usable = bool(text) and parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return None
    return full if usable else None
