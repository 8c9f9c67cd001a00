"""What stands in the built digests where each reader's own words go.

Whoever sends puts the reader's links and words in their place; whoever pastes puts a provider's
merge tags. They are not written as templates are, so that no template engine takes them for its
own.
"""

from __future__ import annotations

import re
from typing import Final

UNSUBSCRIBE_URL: Final = "%%UNSUBSCRIBE_URL%%"
VIEW_IN_BROWSER_URL: Final = "%%VIEW_IN_BROWSER_URL%%"
TOKENS: Final = {
    "unsubscribe_url": UNSUBSCRIBE_URL,
    "view_in_browser_url": VIEW_IN_BROWSER_URL,
}
FIELD_TOKEN: Final = re.compile("%%READER_([A-Z][A-Z0-9_]*)%%")

_LINKS = "|".join(TOKENS.values())
TOKEN: Final = re.compile(f"{_LINKS}|{FIELD_TOKEN.pattern}")
_WORD_JOINER = "\u2060"


def field_token(name: str) -> str:
    """The token of a merge field."""
    return f"%%READER_{name.upper()}%%"


def disarmed(text: str) -> str:
    """The same words to the eye, in which no token stands: nobody's prose is replaced by a link."""
    return TOKEN.sub(_taken_apart, text) if "%%" in text else text


def _taken_apart(found: re.Match[str]) -> str:
    return found[0].replace("%%", f"%{_WORD_JOINER}%")
