"""An email as the content of a feed's entry: its words, headings, lists, tables and pictures.

Feed readers have a look of their own and drop styles, so the tables that only lay an email out
are dropped here, and those that hold figures stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from html.parser import HTMLParser
from typing import Final
from urllib.parse import urljoin

import nh3

from nutgraf.render.links import SCHEMES

_BLOCKS: Final = (
    {"h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "dl", "dt", "dd"}
    | {"blockquote", "pre", "hr", "div", "table", "caption", "thead", "tbody", "tr", "th", "td"}
)  # fmt: skip
_INLINE: Final = (
    {"a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "img", "ins", "kbd", "mark", "q"}
    | {"s", "samp", "small", "span", "strong", "sub", "sup", "u", "var"}
)  # fmt: skip
_ATTRIBUTES: Final = {
    "a": {"href"},
    "abbr": {"title"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "table": {"role"},
    "*": {"dir", "lang"},
}
_LAYOUT: Final = frozenset({"table", "thead", "tbody", "tr", "td", "th"})
_VOID: Final = frozenset({"br", "hr", "img"})
_BLOCK = re.compile(r"<(?:" + "|".join(sorted(_BLOCKS)) + r")\b")
_TITLE = re.compile(r"<h1\b[^>]*>.*?</h1>", re.DOTALL)


def feed_content(body: str, url: str) -> str:
    """The content of an entry, as HTML that asks for no style: relative links lead from `url`.

    The title is left out: the entry has it.
    """

    def absolute(tag: str, name: str, value: str) -> str | None:
        return urljoin(url, value) if (tag, name) in {("a", "href"), ("img", "src")} else value

    cleaned = nh3.clean(
        _TITLE.sub("", body, count=1),
        tags=_BLOCKS | _INLINE,
        attributes=_ATTRIBUTES,
        url_schemes={*SCHEMES, "data"},
        link_rel=None,
        attribute_filter=absolute,
    )
    reader = _WithoutLayout()
    reader.feed(cleaned)
    reader.close()
    reader.end_run()
    return "\n".join(reader.blocks)


class _WithoutLayout(HTMLParser):
    """Leaves out the tags that only place things; words that stood in those alone are paragraphs.

    It is fed what nh3 made: every tag is closed, nothing is left out.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.blocks: list[str] = []
        self._run: list[str] = []
        self._open = 0  # blocks that are open and stay
        self._tables: list[bool] = []  # of those that are open, whether each only lays out

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._tables.append(("role", "presentation") in attrs)
        if self._places(tag):
            self._break()
            return
        if tag in _BLOCKS:
            self._break()
            self._open += tag not in _VOID
        told = "".join(f' {name}="{escape(value or "")}"' for name, value in attrs)
        self._run.append(f"<{tag}{told}>")

    def handle_endtag(self, tag: str) -> None:
        if not self._places(tag):
            self._run.append(f"</{tag}>")
            self._open -= tag in _BLOCKS
        if tag in _BLOCKS:
            self._break()
        if tag == "table":
            self._tables.pop()

    def handle_data(self, data: str) -> None:
        self._run.append(data)

    def handle_entityref(self, name: str) -> None:
        self._run.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._run.append(f"&#{name};")

    def end_run(self) -> None:
        """What was read since the last block is a block: a paragraph, if it has no tag of one."""
        run = "".join(self._run).strip()
        self._run.clear()
        if run:
            self.blocks.append(run if _BLOCK.match(run) else f"<p>{run}</p>")

    def _break(self) -> None:
        if not self._open:
            self.end_run()

    def _places(self, tag: str) -> bool:
        laying_out = bool(self._tables) and self._tables[-1]
        return tag in {"div", "span"} or (tag in _LAYOUT and laying_out)
