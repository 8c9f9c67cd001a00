"""The HTML of an email as its readers meet it: links, images, ids, and text on its ground."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser

from nutgraf.checks.email.styles import Element, Sheet, declarations, read_sheet

_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr"]
)
_CLOSES_ITSELF = {"p": {"p"}, "li": {"li"}, "td": {"td", "th"}, "th": {"td", "th"}, "tr": {"tr"}}
_UNSEEN = frozenset(["style", "script", "title", "head", "noscript", "xml"])


@dataclass(frozen=True)
class Link:
    """A link: where it leads, and the words (or the alternative text) that it shows."""

    href: str
    text: str


@dataclass(frozen=True)
class Image:
    """An image; `alt` is None where it has no such attribute."""

    src: str
    alt: str | None
    decorative: bool


@dataclass(frozen=True)
class TextRun:
    """Words that stand in one element: `path` is the element and all that it is in."""

    text: str
    path: tuple[Element, ...]


@dataclass
class Page:
    """What was read of an email; `sheet` is its style sheets."""

    links: list[Link] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    runs: list[TextRun] = field(default_factory=list)
    sheet: Sheet = field(default_factory=Sheet)

    @property
    def text(self) -> str:
        """All words that can be seen, single spaces between."""
        return " ".join(" ".join(run.text for run in self.runs).split())


@lru_cache(maxsize=4)
def read_page(html: str) -> Page:
    """An email read once; conditional comments for old clients are not looked into."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.page.sheet = read_sheet("\n".join(reader.styles))
    return reader.page


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.styles: list[str] = []
        self._path: list[Element] = []
        self._link: tuple[str, list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if self._path and self._path[-1].tag in _CLOSES_ITSELF.get(tag, ()):
            self._path.pop()
        for name in ("id", "name"):
            if given.get(name):
                self.page.ids.add(given[name])
        if tag == "img":
            self._image(given)
        if tag == "a" and "href" in given:
            self._link = (given["href"].strip(), [])
        if tag not in _VOID:
            self._path.append(_element(tag, given))

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._link is not None:
            self.page.links.append(Link(self._link[0], " ".join("".join(self._link[1]).split())))
            self._link = None
        for at in range(len(self._path) - 1, -1, -1):
            if self._path[at].tag == tag:
                del self._path[at:]
                return

    def handle_data(self, data: str) -> None:
        if self._path and self._path[-1].tag == "style":
            self.styles.append(data)
            return
        if not data.strip() or any(element.tag in _UNSEEN for element in self._path):
            return
        if any(element.hidden for element in self._path):
            return
        if self._link is not None:
            self._link[1].append(data)
        self.page.runs.append(TextRun(data, tuple(self._path)))

    def _image(self, given: Mapping[str, str]) -> None:
        alt = given.get("alt")
        decorative = given.get("role") == "presentation" or given.get("aria-hidden") == "true"
        self.page.images.append(Image(given.get("src", ""), alt, decorative))
        if self._link is not None and alt:
            self._link[1].append(alt)


_NONE = re.compile(r"none\b", re.IGNORECASE)


def _element(tag: str, given: Mapping[str, str]) -> Element:
    style = declarations(given.get("style", ""))
    if given.get("bgcolor"):
        style.setdefault("background-color", given["bgcolor"])
    if tag == "font" and given.get("color"):
        style.setdefault("color", given["color"])
    hidden = "display" in style and _NONE.match(style["display"]) is not None
    classes = frozenset(given.get("class", "").split())
    return Element(tag, given.get("id", ""), classes, style, hidden or "hidden" in given)
