"""Plain text and Markdown as a source: the text stays as it came.

Text that was copied out of a page brings the page's menus along. They stay too: what is furniture
is marked when it is checked. What the text says of itself is read from its other lines.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from nutgraf.capture.described import byline, visible_day
from nutgraf.language import furniture

_FRONT = re.compile(r"\A---[ \t]*\n(?P<yaml>(?:[^\n]*\n){0,400}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(?P<title>\S.*?)(?:\s+#+)?\s*$")
_ENDS = re.compile(r"[.!?…:;,][\"'”’)]*$")
_ADDRESS = re.compile(
    r"^(?:source|url|link|from)?:?\s*<?(?P<url>https?://[^\s<>]+)>?$", re.IGNORECASE
)
_BEGINNING = 12  # lines in which a text says what it is
_LONGEST_TITLE = 160


@dataclass(frozen=True)
class Stated:
    """What a text states; `inferred` names what was taken from where it stands alone."""

    body: str
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    published: date | None = None
    language: str | None = None
    kind: str | None = None
    furniture: tuple[str, ...] = ()
    inferred: tuple[str, ...] = ()


def read_plain(text: str) -> Stated:
    """The text with line ends as line feeds, and what it says of itself."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front, body = _parted(text)
    body = body.strip("\n") + "\n" if body.strip() else ""
    found = furniture.read(body)
    lines = _lines(body, found)
    title = _line(front, "title")
    inferred: tuple[str, ...] = ()
    if title is None and (heading := _title(lines)):
        title, inferred = heading, ("title",)
    url = _line(front, "url", "source", "link")
    return Stated(
        body=body,
        title=title,
        publisher=_line(front, "publisher", "site", "website", "publication"),
        authors=_list(front, "authors", "author") or _authors(lines),
        url=url if url and url.startswith(("http://", "https://")) else _url(lines),
        published=_day(front) or next((day for line in lines if (day := visible_day(line))), None),
        language=_line(front, "language", "lang"),
        kind=_line(front, "kind"),
        furniture=tuple(body[one.start : one.end].strip() for one in found),
        inferred=inferred,
    )


def _parted(text: str) -> tuple[Mapping[str, Any], str]:
    """Front matter that is YAML of keys and values, and the text behind it.

    Whatever else begins with `---` is text.
    """
    found = _FRONT.match(text)
    if not found or not found["yaml"].strip():
        return {}, text
    from yaml import YAMLError, safe_load  # noqa: PLC0415 -- for texts that have front matter

    try:
        read = safe_load(found["yaml"])
    except (YAMLError, ValueError, RecursionError):
        return {}, text
    if not isinstance(read, dict):
        return {}, text
    return {str(key).casefold(): value for key, value in read.items()}, text[found.end() :]


def _lines(body: str, found: Sequence[furniture.Furniture]) -> list[str]:
    """The first lines of the text that are no furniture."""
    lines: list[str] = []
    at = 0
    for line in body.split("\n"):
        end = at + len(line)
        if line.strip() and not furniture.covers(found, at, end):
            lines.append(line.strip())
            if len(lines) == _BEGINNING:
                break
        at = end + 1
    return lines


def _title(lines: Sequence[str]) -> str | None:
    for line in lines:
        if heading := _HEADING.match(line):
            return heading["title"]
    first = lines[0] if lines else ""
    if len(lines) < 2 or len(first) > _LONGEST_TITLE or _ENDS.search(first) or byline(first):
        return None
    return first if len(first.split()) > 2 and not _ADDRESS.match(first) else None


def _url(lines: Sequence[str]) -> str | None:
    """An address that stands on a line of its own before the text."""
    return next((found["url"] for line in lines[:4] if (found := _ADDRESS.match(line))), None)


def _authors(lines: Sequence[str]) -> tuple[str, ...]:
    return next((names for line in lines if (names := byline(line))), ())


def _line(front: Mapping[str, Any], *names: str) -> str | None:
    for name in names:
        value = front.get(name)
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
    return None


def _list(front: Mapping[str, Any], *names: str) -> tuple[str, ...]:
    for name in names:
        value = front.get(name)
        given = value if isinstance(value, list) else [value]
        if texts := tuple(
            " ".join(one.split()) for one in given if isinstance(one, str) and one.strip()
        ):
            return texts
    return ()


def _day(front: Mapping[str, Any]) -> date | None:
    for name in ("published", "date", "created"):
        value = front.get(name)
        if isinstance(value, date):
            return date(value.year, value.month, value.day)
        if isinstance(value, str):
            try:
                return date.fromisoformat(value.strip()[:10])
            except ValueError:
                if day := visible_day(value):
                    return day
    return None
