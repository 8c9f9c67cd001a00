"""The newest briefs as feeds: Atom (RFC 4287) and RSS 2.0.

They are written with the standard library. feedgen, the one library for both forms, had its last
release in 2023, brings lxml along, and fails on characters that XML does not have; what is left
to do beside it would be as long as this file.
"""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from typing import Final
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

from nutgraf.deliver.archives.archive_links import ATOM, RSS
from nutgraf.deliver.mailing import Mailing

NEWEST: Final = 30  # entries of a feed
_NAMESPACE: Final = uuid.UUID("6b0b7c1e-54f0-4a0c-9d3c-3f0a8a6d2b17")
# What XML 1.0 has no place for (its production 2, Char).
_NO_CHARACTER = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Entry:
    """One brief in a feed: `content` is HTML, `uid` never changes whatever its address is."""

    uid: str
    url: str
    title: str
    summary: str
    content: str
    published: datetime
    updated: datetime


@dataclass(frozen=True)
class Feed:
    """What both forms say: `url` is the archive's index.

    There is one entry or more, the newest first.
    """

    title: str
    subtitle: str
    url: str
    language: str
    author: str
    entries: Sequence[Entry]


def uid(mailing: Mailing) -> str:
    """An id that is this mailing's alone, made of what was frozen (RFC 4122, version 5)."""
    frozen = hashlib.sha256(f"{mailing.key}\0{mailing.html}".encode()).hexdigest()
    return uuid.uuid5(_NAMESPACE, frozen).urn


def atom(feed: Feed) -> bytes:
    """The feed in the form of RFC 4287."""
    root = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": feed.language})
    _put(root, "id", feed.url)
    _put(root, "title", feed.title)
    if feed.subtitle:
        _put(root, "subtitle", feed.subtitle)
    _put(root, "link", rel="self", type="application/atom+xml", href=urljoin(feed.url, ATOM))
    _put(root, "link", rel="alternate", type="text/html", href=feed.url)
    _put(root, "updated", max(entry.updated for entry in feed.entries).isoformat())
    _put(_put(root, "author"), "name", feed.author)
    for entry in feed.entries[:NEWEST]:
        item = _put(root, "entry")
        _put(item, "id", entry.uid)
        _put(item, "title", entry.title)
        _put(item, "link", rel="alternate", type="text/html", href=entry.url)
        _put(item, "published", entry.published.isoformat())
        _put(item, "updated", entry.updated.isoformat())
        if entry.summary:
            _put(item, "summary", entry.summary)
        _put(item, "content", entry.content, type="html")
    return _written(root)


def rss(feed: Feed) -> bytes:
    """The feed in the form of RSS 2.0, with the whole content of each brief."""
    names = {
        "version": "2.0",
        "xmlns:atom": "http://www.w3.org/2005/Atom",
        "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    }
    root = ET.Element("rss", names)
    channel = _put(root, "channel")
    _put(channel, "title", feed.title)
    _put(channel, "link", feed.url)
    _put(channel, "description", feed.subtitle or feed.title)
    _put(channel, "language", feed.language)
    own = urljoin(feed.url, RSS)
    _put(channel, "atom:link", rel="self", type="application/rss+xml", href=own)
    newest = max(entry.updated for entry in feed.entries)
    _put(channel, "lastBuildDate", format_datetime(newest))
    for entry in feed.entries[:NEWEST]:
        item = _put(channel, "item")
        _put(item, "title", entry.title)
        _put(item, "link", entry.url)
        _put(item, "guid", entry.uid, isPermaLink="false")
        _put(item, "pubDate", format_datetime(entry.published))
        _put(item, "description", entry.summary or entry.title)
        _put(item, "content:encoded", entry.content)
    return _written(root)


def _put(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    clean = {name: _NO_CHARACTER.sub("", value) for name, value in attributes.items()}
    child = ET.SubElement(parent, tag, clean)
    child.text = _NO_CHARACTER.sub("", text) or None
    return child


def _written(root: ET.Element) -> bytes:
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
