"""What a page says of itself: its title, outlet, authors, address, day and language.

In the order of trust: JSON-LD of an article, Open Graph and other `meta` elements, the elements
of the article, its visible dateline. What none of them states stays None.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from nutgraf.capture.page_blocks import Block
from nutgraf.language import dates

_ARTICLES: Final = re.compile(
    r"(?:Article|NewsArticle|BlogPosting|Report|LiveBlogPosting|Posting)$"
)
_SITE_TAIL = re.compile(r"\s+[|•·–—-]\s+([^|•·–—]{2,60})$")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_PUBLISHED = re.compile(
    r"^\W*(?:published|posted|first published|released|updated|last updated|date)?(?:\s+(?:on|at))?"
    r"\W*(?:[A-Z][a-z]+day,?\s+)?"
    r"(?P<day>(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4})|(?:\d{1,2} [A-Z][a-z]{2,8}\.?,? \d{4}))",
    re.IGNORECASE,
)
_BY = re.compile(r"^\s*by\s+(?P<names>[^\n|•·]{3,120})$", re.IGNORECASE)
_PARTED = re.compile(r"\s*(?:,|;|&| and | und )\s*")
_NO_PERSON = re.compile(
    r"\d|@|https?:|\b(?:staff|editor|admin|newsroom|desk|team)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Description:
    """What a page states. `guessed` names what was only inferred."""

    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    published: date | None = None
    language: str | None = None
    is_free: bool = True  # what the page says of itself to search engines
    types: tuple[str, ...] = ()


def describe(tree: Any, head: Sequence[Block]) -> Description:
    """What the page of that tree states; `head` is what stands over its article and begins it."""
    data = next((one for one in _json_ld(tree) if _is_article(one)), {})
    publisher = _name(data.get("publisher")) or _meta(
        tree, "og:site_name", "application-name", "dc.publisher"
    )
    title = (
        _text(data.get("headline"))
        or _meta(tree, "og:title", "twitter:title", "dc.title")
        or _heading(head)
        or _title(tree)
    )
    return Description(
        title=_without_site(title, publisher) if title else None,
        publisher=publisher,
        authors=_authors(data, tree, head),
        url=_link(tree) or _meta(tree, "og:url") or _text(data.get("url")),
        published=_published(data, tree, head),
        language=_language(tree, data),
        is_free=str(data.get("isAccessibleForFree", "true")).casefold() != "false",
        types=tuple(_types(data)),
    )


def _json_ld(tree: Any) -> Iterator[dict[str, Any]]:
    """Every object of the page's JSON-LD, those within `@graph` and lists too."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            waiting = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        while waiting:
            one = waiting.pop(0)
            if isinstance(one, list):
                waiting += one
            elif isinstance(one, dict):
                yield one
                waiting += [one[key] for key in ("@graph", "mainEntity") if key in one]


def _types(data: dict[str, Any]) -> Iterator[str]:
    given = data.get("@type")
    for one in given if isinstance(given, list) else [given]:
        if isinstance(one, str):
            yield one


def _is_article(data: dict[str, Any]) -> bool:
    return any(_ARTICLES.search(one) for one in _types(data))


def _text(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    from html import unescape  # noqa: PLC0415 -- JSON-LD is often escaped twice

    return " ".join(unescape(value).split()) or None


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _meta(tree: Any, *names: str) -> str | None:
    found: dict[str, str] = {}
    for one in tree.iter("meta"):
        name = (one.get("property") or one.get("name") or one.get("itemprop") or "").casefold()
        if name in names and name not in found and (text := _text(one.get("content"))):
            found[name] = text
    return next((found[name] for name in names if name in found), None)


def _link(tree: Any) -> str | None:
    for one in tree.iter("link"):
        if "canonical" in (one.get("rel") or "").casefold().split():
            return _text(one.get("href"))
    return None


def _heading(head: Sequence[Block]) -> str | None:
    first = [block for block in head if block.kind == "heading" and block.level == 1]
    return " ".join(first[0].text.split()) if len(first) == 1 else None


def _title(tree: Any) -> str | None:
    found = tree.find(".//title")
    return _text(found.text_content()) if found is not None else None


def _without_site(title: str, publisher: str | None) -> str:
    """A title without the outlet's name behind it."""
    tail = _SITE_TAIL.search(title)
    if tail and publisher and tail[1].strip().casefold() == publisher.casefold():
        return title[: tail.start()].strip()
    return title


def _authors(data: dict[str, Any], tree: Any, head: Sequence[Block]) -> tuple[str, ...]:
    given = data.get("author")
    listed = given if isinstance(given, list) else [given]
    names = [name for one in listed if (name := _name(one))]
    if not names and (stated := _meta(tree, "author", "article:author", "dc.creator", "byl")):
        names = [re.sub(r"^by\s+", "", stated, flags=re.IGNORECASE)]
    if not names:
        lines = (line for block in head for line in block.text.split("\n"))
        return next((found for line in lines if (found := byline(line))), ())
    return _persons(names)


def byline(line: str) -> tuple[str, ...]:
    """The names of a line `By Ana Sol and J. Roe`, or nothing."""
    found = _BY.match(line)
    return _persons([found["names"]]) if found else ()


def _persons(names: Sequence[str]) -> tuple[str, ...]:
    parted = [one.strip(" .*_") for name in names for one in _PARTED.split(name)]
    return tuple(dict.fromkeys(one for one in parted if one and not _NO_PERSON.search(one)))


def _published(data: dict[str, Any], tree: Any, head: Sequence[Block]) -> date | None:
    stated = _text(data.get("datePublished")) or _meta(
        tree,
        "article:published_time",
        "datepublished",
        "date",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
        "parsely-pub-date",
        "sailthru.date",
        "pubdate",
    )
    if stated and (day := _iso(stated)):
        return day
    for block in head:
        for line in block.text.split("\n"):
            if day := visible_day(line):
                return day
    for one in tree.iter("time"):
        if (day := _iso(one.get("datetime") or "")) and not _is_beside(one):
            return day
    return None


def _is_beside(element: Any) -> bool:
    return any(node.tag in ("aside", "nav", "footer", "li") for node in element.iterancestors())


def visible_day(text: str) -> date | None:
    """The day of a line that tells when the text was published: `Published on May 3, 2025`."""
    if len(text) > 90:
        return None
    found = _PUBLISHED.match(text)
    if not found:
        return None
    read = dates.read(found["day"], published=None)
    return read[0].first if len(read) == 1 and read[0].first == read[0].last else None


def _iso(text: str) -> date | None:
    if _ISO.match(text):
        try:
            return datetime.fromisoformat(text.strip()).date()
        except ValueError:
            try:
                return date.fromisoformat(text[:10])
            except ValueError:
                return None
    return visible_day(text)


def _language(tree: Any, data: dict[str, Any]) -> str | None:
    stated = tree.get("lang") or _text(data.get("inLanguage")) or _meta(tree, "og:locale")
    found = re.match(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$", stated.strip()) if stated else None
    return found[0].replace("_", "-") if found else None
