"""Feeds: RSS, Atom and JSON Feed as items, and the feeds that a page names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from html import escape
from typing import Final

from nutgraf.capture.captured import Raw
from nutgraf.capture.decoding import decode
from nutgraf.errors import Usage

LIMIT: Final = 5_000_000
"""Bytes of a feed that are read: that of a daily paper with the whole texts has fewer than one."""

_TAGS: Final = 200_000
"""Signs that open a tag; reading takes some seconds for so many, and no feed has them."""

_JSON = re.compile(r"\s*\{")


@dataclass(frozen=True)
class Item:
    """One entry of a feed, with what the feed states of it.

    `id` is the same whenever the feed is read. `title` is plain text; `summary` and `content` are
    HTML, or plain text where `is_html` is false, and `content` is the whole text where the feed
    brings it. `published` keeps the time zone that the feed gives.
    """

    id: str
    title: str | None = None
    url: str | None = None
    published: datetime | None = None
    authors: tuple[str, ...] = ()
    summary: str = field(default="", repr=False)
    content: str = field(default="", repr=False)
    is_html: bool = True

    @property
    def day(self) -> date | None:
        """The day on which it was published, where it was."""
        return self.published.date() if self.published else None

    def text(self) -> Raw | None:
        """The text that the feed itself brings, as a document to be read; the summary at worst.

        A text in HTML becomes a page that states what the feed states of it.
        """
        body = self.content or self.summary
        if not body.strip():
            return None
        if not self.is_html:
            return Raw(
                body.encode("utf-8", "replace"), self._name(), "text/plain", "utf-8", self.url
            )
        page = f"<!doctype html><html><head>{self._head()}</head><body><main><article>"
        page += f"<h1>{escape(self.title)}</h1>" if self.title else ""
        page += f"{body}</article></main></body></html>"
        return Raw(page.encode("utf-8", "replace"), self._name(), "text/html", "utf-8", self.url)

    def _head(self) -> str:
        day = self.published.isoformat() if self.published else None
        stated = [
            ("og:title", self.title),
            ("article:published_time", day),
            *(("author", author) for author in self.authors),
        ]
        metas = [
            f'<meta property="{name}" name="{name}" content="{escape(value)}">'
            for name, value in stated
            if value
        ]
        link = f'<link rel="canonical" href="{escape(self.url)}">' if self.url else ""
        return f"<title>{escape(self.title or '')}</title>{link}{''.join(metas)}"

    def _name(self) -> str:
        return self.title or self.id


class NoFeed(Usage):
    """What was given is something else; `named` are the feeds that it names, where it is a page."""

    def __init__(self, message: str, named: tuple[str, ...]) -> None:
        hint = "a feed is RSS, Atom or JSON Feed; a page is added without --feed"
        if named:
            hint = "the page names these feeds: " + ", ".join(named[:5])
        super().__init__(message, hint)
        self.named = named


@dataclass(frozen=True)
class Feed:
    """A feed: its items, the newest first where all have a day, else in the feed's own order.

    `url` is the page that the feed belongs to. `notes` are sentences for the editor.
    """

    title: str | None
    url: str | None
    items: tuple[Item, ...]
    notes: tuple[str, ...] = ()


def read_feed(raw: Raw) -> Feed:
    """The feed of these bytes.

    One that is not well-formed is read as far as it goes, and its notes say so. Raises `NoFeed` for
    what is none, and `Usage` for what is too large or broken.
    """
    if len(raw.data) > LIMIT:
        size = len(raw.data) / 1e6
        raise Usage(
            f"{raw.name} has {size:,.0f} MB; of a feed {LIMIT / 1e6:,.0f} MB are read",
            "add its pages one by one: nutgraf add ADDRESS …",
        )
    text = decode(raw.data, raw.charset)
    if text.count("<") > _TAGS:
        hint = "add its pages one by one: nutgraf add ADDRESS …"
        raise Usage(f"{raw.name} has more elements than any feed", hint)
    if _JSON.match(text):
        from nutgraf.capture.feeds_json import read_json_feed  # noqa: PLC0415 -- one of the two

        feed = read_json_feed(text, raw)
    else:
        from nutgraf.capture.feeds_xml import read_xml_feed  # noqa: PLC0415 -- needs feedparser

        feed = read_xml_feed(text, raw)
    if feed is None:
        from nutgraf.capture.feed_links import feeds_of  # noqa: PLC0415 -- needs lxml

        named = tuple(link.url for link in feeds_of(text, raw.url))
        raise NoFeed(f"{raw.name} is no feed", named)
    return Feed(feed.title, feed.url, _newest_first(feed.items), feed.notes)


def _newest_first(items: tuple[Item, ...]) -> tuple[Item, ...]:
    days = [_moment(item) for item in items]
    if None in days:
        return items
    return tuple(sorted(items, key=lambda item: _moment(item) or _START, reverse=True))


_START = datetime.min.replace(tzinfo=UTC)


def _moment(item: Item) -> datetime | None:
    day = item.published
    return day.replace(tzinfo=UTC) if day is not None and day.tzinfo is None else day
