"""The feeds that a page names (`link rel=alternate`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from nutgraf.capture.feed_words import one_line, web_address

_TYPES: Final = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/feed+json",
        "application/json",
    }
)


@dataclass(frozen=True)
class FeedLink:
    """A feed that a page names, and how it calls it."""

    url: str
    title: str | None = None


def feeds_of(text: str, url: str | None) -> tuple[FeedLink, ...]:
    """The feeds that the page names, those of its comments only where there are no others."""
    from lxml import etree, html  # noqa: PLC0415 -- only who looks for feeds pays for it

    try:
        # As bytes, since a text that declares an encoding is refused.
        parser = html.HTMLParser(encoding="utf-8")
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return ()
    base = web_address(next(iter(tree.xpath("//base/@href")), None), url) or url
    found: dict[str, FeedLink] = {}
    for link in tree.iter("link"):
        words = (link.get("rel") or "").lower().split()
        kind = (link.get("type") or "").lower().partition(";")[0].strip()
        is_feed = "feed" in words or ("alternate" in words and kind in _TYPES)
        address = web_address(link.get("href"), base)
        if is_feed and address and not _is_api(address, kind):
            found.setdefault(address, FeedLink(address, one_line(link.get("title"))))
    links = tuple(found.values())
    return tuple(link for link in links if not _is_of_comments(link)) or links


def _is_api(address: str, kind: str) -> bool:
    """Whether this is a page as JSON for programs, which WordPress names beside its feeds."""
    return kind == "application/json" and "/wp-json/" in address


def _is_of_comments(link: FeedLink) -> bool:
    return "/comments/" in link.url or (link.title or "").lower().endswith("comments feed")
