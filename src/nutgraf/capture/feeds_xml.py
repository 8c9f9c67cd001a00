"""RSS and Atom, read with feedparser."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import feedparser
from feedparser.exceptions import CharacterEncodingOverride, NonXMLContentType

from nutgraf.capture.captured import Raw
from nutgraf.capture.feed_moments import moment
from nutgraf.capture.feed_words import one_line, person, web_address
from nutgraf.capture.feeds import Feed, Item
from nutgraf.capture.xml_prolog import without_prolog

# A feed of a daily paper has some dozens.
_MOST: Final = 5_000
_HARMLESS: Final = (CharacterEncodingOverride, NonXMLContentType)
_SPACE = re.compile(r"\s+")


def read_xml_feed(text: str, raw: Raw) -> Feed | None:
    """The feed, or None where the text is none.

    Entities that a feed declares itself are never expanded: feeds need none, and they are how a
    small file becomes a large one. The declarations are taken out before feedparser sees them.
    """
    prolog = without_prolog(text)
    data = f'<?xml version="1.0" encoding="utf-8"?>\n{prolog.rest}'.encode("utf-8", "replace")
    found: Any = feedparser.parse(
        # A stream: what is not one, feedparser takes for the name of a file or an address.
        io.BytesIO(data),
        response_headers={
            "content-type": "application/xml; charset=utf-8",
            **({"content-location": raw.url} if raw.url else {}),
        },
        sanitize_html=False,
    )
    if not found.version and not found.entries:
        return None
    notes = []
    if prolog.has_entities:
        notes.append("the feed declares entities of its own, which are left as they stand")
    fault = found.get("bozo_exception")
    if fault is not None and not isinstance(fault, _HARMLESS):
        notes.append(f"the feed is not well-formed and was read as far as it goes: {_told(fault)}")
    items = tuple(_items(found.entries[:_MOST], raw, str(found.version)))
    if len(found.entries) > _MOST:
        notes.append(f"of {len(found.entries)} items the first {_MOST} were read")
    head = found.feed
    return Feed(_title(head), web_address(head.get("link"), raw.url), items, tuple(notes))


def _items(entries: list[Any], raw: Raw, version: str) -> Iterator[Item]:
    for entry in entries:
        url = web_address(entry.get("feedburner_origlink") or entry.get("link"), raw.url)
        title = _title(entry)
        content, summary = _content(entry), str(entry.get("summary") or "")
        mark = _SPACE.sub(" ", str(entry.get("id") or url or title or summary[:200])).strip()
        if mark and (url or title or content or summary):
            yield Item(
                mark,
                title,
                url,
                _published(entry, version),
                tuple(dict.fromkeys(_authors(entry))),
                "" if summary == content else summary,
                content,
            )


def _published(entry: Mapping[str, Any], version: str) -> Any:
    """When it was published; RSS knows no other day, and Dublin Core's is read as an update."""
    # Membership is asked, since asking for the value of a key that is not there may warn.
    for key in ("published", "updated", "created"):
        if dict.__contains__(entry, key) and (key == "published" or not version.startswith("atom")):
            return moment(entry[key], entry.get(f"{key}_parsed"))
    return None


def _title(told: Mapping[str, Any]) -> str | None:
    kind = (told.get("title_detail") or {}).get("type", "")
    return one_line(told.get("title"), is_html=kind != "text/plain")


def _content(entry: Mapping[str, Any]) -> str:
    """The longest of the texts; feeds bring the same one in several forms."""
    texts = [str(one.get("value") or "") for one in entry.get("content") or ()]
    return max(texts, key=len, default="")


def _authors(entry: Mapping[str, Any]) -> Iterator[str]:
    """Their names; of a single one as the feed has it, since feedparser cuts long addresses."""
    named = [one.get("name") for one in entry.get("authors") or () if one]
    whole = entry.get("author") or ""
    for name in [whole] if "@" in whole and len(named) < 2 else named:
        if told := person(name):
            yield told


def _told(fault: Any) -> str:
    line = fault.getLineNumber() if hasattr(fault, "getLineNumber") else None
    words = fault.getMessage() if hasattr(fault, "getMessage") else str(fault)
    # One line was put before the feed's own.
    return f"line {line - 1}, {words}" if isinstance(line, int) and line > 1 else str(words)
