"""Which addresses of a note may become links or pictures in a digest."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

SCHEMES: Final = frozenset({"http", "https", "mailto"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_KEPT = "!#$%&'*+,/:;=?@[]~"


def safe_href(href: str) -> str | None:
    """The address with every unsafe character percent-encoded, or None if it must not be a link.

    Only http, https and mailto are links. Relative addresses lead nowhere from an inbox.
    """
    bare = _INVISIBLE.sub("", href)
    scheme = _SCHEME.match(bare)
    if scheme is None or scheme.group(1).lower() not in SCHEMES:
        return None
    return quote(bare, safe=_KEPT).replace("%%", "%25%25")


def safe_picture(src: str) -> str | None:
    """The address of a picture that an inbox can load, or None."""
    href = safe_href(src)
    return href if href is not None and href.lower().startswith(("http:", "https:")) else None
