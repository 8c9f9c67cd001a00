"""A page from the web, with manners and safely."""

from __future__ import annotations

from datetime import date
from typing import Final
from urllib.parse import unquote, urlsplit

from nutgraf.capture.captured import Raw
from nutgraf.capture.fetching.answering import Answer, answer
from nutgraf.capture.fetching.asked import host_and_port
from nutgraf.capture.fetching.fetched import Archived, Fetched
from nutgraf.capture.fetching.internet_archive import copy_of
from nutgraf.capture.fetching.manners import Manners
from nutgraf.capture.fetching.retrying import patiently
from nutgraf.capture.fetching.robots import permitted
from nutgraf.capture.fetching.troubles import SAVE, Gone, NotNow, Unreached

# A host that asks for longer pauses between two pages is left for another run.
_LONGEST_PAUSE: Final = 60.0


def fetch(
    url: str,
    *,
    manners: Manners,
    etag: str | None = None,
    modified: str | None = None,
    archive: bool = False,
    around: date | None = None,
) -> Fetched:
    """The page at an address of the web, over its redirects, as bytes.

    With `etag` or `modified` of an earlier fetch, a page that is as it was comes back `unchanged`.
    With `archive`, a page that is gone is asked of the Internet Archive, as it was `around` a day
    or last. Raises what `troubles` has: `NotFetched` (a `Usage`) or `NotNow` (a `TryLater`).
    """
    headers = {
        name: value
        for name, value in (("if-none-match", etag), ("if-modified-since", modified))
        if value and value.isprintable() and value.isascii()
    }

    def once() -> Answer:
        found = answer(url, manners, headers=headers, before=lambda here: _politely(here, manners))
        if found.status == 304 and not headers:
            message = f"{found.url} is unchanged, says its server, which was not asked that (304)"
            raise NotNow(message, f"run the same command again later, or {SAVE}")
        return found

    try:
        found = patiently(once, manners)
    except (Gone, Unreached) as trouble:
        if not archive:
            raise
        return _from_archive(url, manners, around, trouble)
    return _fetched(found)


def _politely(url: str, manners: Manners) -> None:
    """Asks whether the host lets programs read the page, and keeps the pause that it wants."""
    delay = max(permitted(url, manners).delay(), manners.pause)
    origin = host_and_port(url)
    last = manners.visits.get(origin)
    if last is not None:
        wait = last + delay - manners.clock()
        if wait > _LONGEST_PAUSE:
            message = f"{urlsplit(url).netloc} asks for {delay:.0f} seconds between two pages"
            raise NotNow(message, "run the same command again later", after=wait)
        if wait > 0:
            manners.sleep(wait)
    manners.visits[origin] = manners.clock()


def _from_archive(
    url: str, manners: Manners, around: date | None, trouble: Gone | Unreached
) -> Fetched:
    try:
        copy, kept = copy_of(url, manners, around=around)
    except Unreached:
        # Nobody answers there either: it is our own network.
        raise trouble from None
    note = f"{trouble.message}; this is the Internet Archive's copy of {kept.day}"
    return _fetched(copy, url=url, archived=kept, notes=(note,))


def _fetched(
    found: Answer,
    *,
    url: str | None = None,
    archived: Archived | None = None,
    notes: tuple[str, ...] = (),
) -> Fetched:
    address = url or found.url
    raw = Raw(found.data, _name(address), found.media_type, found.charset, address)
    return Fetched(
        raw,
        found.status,
        found.hops,
        None if archived else found.headers.get("etag"),
        None if archived else found.headers.get("last-modified"),
        (*found.notes, *notes),
        archived,
    )


def _name(url: str) -> str:
    """The last part of the address, or its host, for people."""
    parts = urlsplit(url)
    return unquote(parts.path.rstrip("/").rpartition("/")[2]) or parts.netloc
