"""HTML that stands in a note: simple markup and safe links stay, everything else goes.

nh3 parses as a browser does, so that what comes out is balanced; here it is made well-formed for
MJML as well.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Final

import nh3

from nutgraf.render.links import SCHEMES

_INLINE: Final = frozenset(
    {"a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s"}
    | {"samp", "small", "strong", "sub", "sup", "u", "var"}
)
_BLOCKS: Final = frozenset({"blockquote", "dd", "dl", "dt", "li", "ol", "p", "pre", "ul"})
_ATTRIBUTES: Final = {"a": {"href"}, "abbr": {"title"}}
_VOID = re.compile(r"<br>")
_LINE_ENDS = re.compile(r"<br\s*/?>|</(?:blockquote|dd|dl|dt|li|ol|p|pre|ul)>", re.IGNORECASE)
_LINK = re.compile(r'<a href="([^"]+)">(.*?)</a>', re.DOTALL)
_BLANK_LINES = re.compile(r"[ \t]*\n\s*")
_SPACES = re.compile(" {2,}")


def clean_inline(html: str) -> str:
    """The inline markup of `html`: balanced, harmless, well-formed."""
    return _clean(html, _INLINE)


def clean_block(html: str) -> str:
    """The blocks and inline markup of `html`: balanced, harmless, well-formed."""
    return _clean(html, _INLINE | _BLOCKS).strip()


def words_of_html(html: str) -> str:
    """The words of cleaned HTML, one line for each of its blocks."""
    broken = _LINE_ENDS.sub("\n", _LINK.sub(_with_address, html))
    bare = unescape(nh3.clean(broken, tags=set()))
    return _SPACES.sub(" ", _BLANK_LINES.sub("\n", bare)).strip("\n")


def _with_address(link: re.Match[str]) -> str:
    """A link of plain text: its words, and the address unless the words are it."""
    address, words = link.groups()
    return words if words == address.removeprefix("mailto:") else f"{words} ({address})"


def _clean(html: str, tags: frozenset[str]) -> str:
    cleaned = nh3.clean(
        html,
        tags=set(tags),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes=set(SCHEMES),
        link_rel=None,
        attribute_filter=_only_absolute,
    )
    return _VOID.sub("<br />", cleaned).replace("&nbsp;", "\xa0")


def _only_absolute(_tag: str, attribute: str, value: str) -> str | None:
    """nh3 lets relative addresses pass; from an inbox they lead nowhere."""
    return value if attribute != "href" or ":" in value else None
