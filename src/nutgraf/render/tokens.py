"""What stands in the built digests where each reader's own words go.

Whoever sends puts the reader's links in their place; whoever pastes puts a provider's merge tags.
They are not written as templates are, so that no template engine takes them for its own.
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

_TOKEN = re.compile("%%(" + "|".join(token.strip("%") for token in TOKENS.values()) + ")%%")
_WORD_JOINER = "\u2060"


def disarmed(text: str) -> str:
    """The same words to the eye, in which no token stands: nobody's prose is replaced by a link."""
    return _TOKEN.sub(rf"%{_WORD_JOINER}%\1%{_WORD_JOINER}%", text) if "%%" in text else text
