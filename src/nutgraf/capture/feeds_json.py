"""JSON Feed, versions 1 and 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from nutgraf.capture.captured import Raw
from nutgraf.capture.feed_moments import moment
from nutgraf.capture.feed_words import one_line, web_address
from nutgraf.capture.feeds import Feed, Item
from nutgraf.errors import Usage

_VERSION = "://jsonfeed.org/version/"


def read_json_feed(text: str, raw: Raw) -> Feed | None:
    """The feed, or None where the JSON is of something else. Raises `Usage` for broken JSON."""
    try:
        told: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        if _VERSION not in text[:2_000]:
            return None
        raise Usage(
            f"{raw.name} breaks off or is broken as JSON: {error}",
            "nothing of it is read; try again later",
        ) from None
    if not isinstance(told, Mapping) or _VERSION not in str(told.get("version", "")):
        return None
    items = told.get("items")
    found = (
        [_item(one, raw) for one in items if isinstance(one, Mapping)]
        if isinstance(items, list)
        else []
    )
    kept = tuple(item for item in found if item is not None)
    lost = (len(items) if isinstance(items, list) else 0) - len(kept)
    notes = (f"{lost} items of the feed say nothing that can be read",) if lost else ()
    home = web_address(_text(told.get("home_page_url")), raw.url)
    return Feed(one_line(_text(told.get("title"))), home, kept, notes)


def _item(told: Mapping[str, Any], raw: Raw) -> Item | None:
    url = web_address(_text(told.get("url")) or _text(told.get("external_url")), raw.url)
    html, plain = _text(told.get("content_html")), _text(told.get("content_text"))
    summary, title = _text(told.get("summary")), one_line(_text(told.get("title")))
    name = told.get("id")
    mark = str(name) if isinstance(name, str | int | float) and str(name) else url
    if mark is None or not (url or title or html or plain or summary):
        return None
    return Item(
        mark,
        title,
        url,
        moment(told.get("date_published")),
        tuple(dict.fromkeys(_authors(told))),
        summary or "",
        html or plain or "",
        is_html=bool(html),
    )


def _authors(told: Mapping[str, Any]) -> Iterator[str]:
    """Of version 1.1 a list, of version 1 one record."""
    several = told.get("authors")
    for author in several if isinstance(several, list) else [told.get("author")]:
        if isinstance(author, Mapping) and (name := one_line(_text(author.get("name")))):
            yield name


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
