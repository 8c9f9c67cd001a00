"""An email made ready for the frame that shows it: its colours fixed, nothing in it can run."""

from __future__ import annotations

import re

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
_PICTURE = re.compile(
    r"(<(?:img|v:image|v:fill|source|input)\b[^>]*?\s)(src|srcset)=", re.IGNORECASE
)
_BACKGROUND = re.compile(r"(\sbackground)=|url\([^)]*\)", re.IGNORECASE)


def email_frame(html: str, *, scheme: str = "auto", images: bool = True) -> str:
    """The HTML of an email for a frame.

    `scheme` is `light` or `dark`, whatever the reader's system wants, or `auto`. Without `images`
    it looks as in a client that loads none: the alternative texts stand in their places.
    """
    if scheme in ("light", "dark"):
        html = _FEATURE.sub(lambda found: _HOLDS if found[1].lower() == scheme else _NEVER, html)
        html = _SCHEMES.sub(lambda found: _fixed(found, scheme), html)
    if not images:
        html = _PICTURE.sub(r"\1data-\2=", html)
        html = _BACKGROUND.sub(lambda found: f"{found[1]}-off=" if found[1] else "none", html)
    policy = f'<meta http-equiv="Content-Security-Policy" content="{_META_POLICY}">'
    head = _HEAD.search(html)
    at = head.end() if head else 0
    return f"{html[:at]}{policy}{html[at:]}"


def _fixed(found: re.Match[str], scheme: str) -> str:
    return f"{found[1]}{scheme}{found[2]}" if found[1] else f"{found[3]}{scheme}"
