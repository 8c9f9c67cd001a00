"""An email made ready for the frame that shows it: its colours fixed, nothing in it can run."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import quote

FRAME_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'self'"
)
"""What a shown email may load (CSP Level 3): its own styles and embedded pictures, no script."""

_META_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'"
_FEATURE = re.compile(r"\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)", re.IGNORECASE)
# Conditions that always hold, and never: a feature is replaced where it stands in a longer query.
_HOLDS, _NEVER = "(min-width: 0px)", "(max-width: 0px)"
_SCHEMES = re.compile(
    r"(<meta[^>]*name=\"(?:color-scheme|supported-color-schemes)\"[^>]*content=\")[^\"]*(\")"
    r"|((?<![\w-])(?:supported-)?color-schemes?\s*:\s*)(?:light|dark|only|normal|\s)+"
)
_HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)
_PICTURE = re.compile(r"<(?:img|v:image|v:fill|source|input)\b[^>]*>", re.IGNORECASE)
_ADDRESS = re.compile(r"(\s)(src|srcset)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+)", re.IGNORECASE)
_BACKGROUND = re.compile(
    r"(\s)background(?=\s*=\s*[\"'])|url\(\s*(?![\"']?data:)[^)]*\)", re.IGNORECASE
)


def email_frame(html: str, *, scheme: str = "auto", images: bool = True) -> str:
    """The HTML of an email for a frame.

    `scheme` is `light` or `dark`, whatever the reader's system wants, or `auto`. Without `images`
    it looks as in a client that loads none: the alternative texts stand in their places. With
    them, a placeholder stands for each that would have to be fetched: nobody is asked for anything.
    """
    if scheme in ("light", "dark"):
        html = _FEATURE.sub(lambda found: _HOLDS if found[1].lower() == scheme else _NEVER, html)
        html = _SCHEMES.sub(lambda found: _fixed(found, scheme), html)
    html = _PICTURE.sub(lambda found: _picture(found[0], shown=images), html)
    html = _BACKGROUND.sub(lambda found: f"{found[1]}data-background" if found[1] else "none", html)
    policy = f'<meta http-equiv="Content-Security-Policy" content="{_META_POLICY}">'
    head = _HEAD.search(html)
    at = head.end() if head else 0
    return f'{html[:at]}{policy}<base target="_blank">{html[at:]}'


def _fixed(found: re.Match[str], scheme: str) -> str:
    return f"{found[1]}{scheme}{found[2]}" if found[1] else f"{found[3]}{scheme}"


def _picture(tag: str, *, shown: bool) -> str:
    return _ADDRESS.sub(lambda found: _address(*found.groups(), shown=shown), tag)


def _address(lead: str, name: str, value: str, *, shown: bool) -> str:
    """The attribute with a picture's address: as it is, put aside, or with a placeholder."""
    address = value.strip("\"'")
    if not shown or name.lower() == "srcset":
        return f"{lead}data-{name.lower()}={value}"
    if address.lower().startswith("data:image/"):
        return f"{lead}{name}={value}"
    return f'{lead}src="{_PLACEHOLDER}" data-src="{escape(address)}"'


_DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="120" viewBox="0 0 320 120" '
    'preserveAspectRatio="xMidYMid slice"><path fill="#8a8378" fill-opacity=".22" '
    'd="M0 0h320v120H0z"/><g fill="none" stroke="#8a8378" stroke-width="3">'
    '<rect x="136" y="40" width="48" height="38" rx="4"/><path d="m138 74 14-15 10 10 7-7 13 13"/>'
    '<circle cx="171" cy="52" r="3.5"/></g></svg>'
)
_PLACEHOLDER = f"data:image/svg+xml,{quote(_DRAWN)}"
