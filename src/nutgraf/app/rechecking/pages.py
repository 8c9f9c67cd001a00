"""What stands at the address of a source now: fetched politely, or in a file saved by hand."""

# ruff: noqa: PLC0415 - the network and the readers of pages are loaded where one is looked up

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from nutgraf.errors import TryLater, Usage

if TYPE_CHECKING:
    from nutgraf.capture.captured import Captured, Raw
    from nutgraf.capture.fetching.manners import Manners


@dataclass(frozen=True)
class Page:
    """A page as read; `unchanged` since the last look, `gone`, or not seen at all, and why.

    `may_pass`: that it was not seen may pass by itself.
    """

    captured: Captured | None = None
    unchanged: bool = False
    gone: bool = False
    why: str = ""
    may_pass: bool = False
    etag: str = ""
    modified: str = ""


Ask = Callable[[str, str, str], Page]
"""What stands at an address, given the ETag and the Last-Modified of the last look."""


def on_the_web(manners: Manners, today: date) -> Ask:
    """Asks the servers; nothing that goes wrong there is raised."""
    from nutgraf.capture.fetching.fetch import fetch
    from nutgraf.capture.fetching.troubles import Gone

    def ask(url: str, etag: str, modified: str) -> Page:
        try:
            found = fetch(url, manners=manners, etag=etag or None, modified=modified or None)
        except Gone as trouble:
            # A host that has no name today may be our own network.
            if trouble.status is not None:
                return Page(gone=True, why=_status(trouble.status))
            return Page(why=trouble.message, may_pass=True)
        except Usage as trouble:
            return Page(why=trouble.message)
        except TryLater as trouble:
            return Page(why=trouble.message, may_pass=True)
        if found.unchanged:
            return Page(unchanged=True, etag=etag, modified=modified)
        return as_read(found.raw, today, etag=found.etag or "", modified=found.modified or "")

    return ask


def as_read(raw: Raw, today: date, *, etag: str = "", modified: str = "") -> Page:
    """A page from its bytes; one that shows no text is not seen."""
    from nutgraf.capture.reading import read

    try:
        return Page(read(raw, today=today), etag=etag, modified=modified)
    except Usage as trouble:
        return Page(why=trouble.message)


def _status(status: int) -> str:
    return {404: "404 Not Found", 410: "410 Gone"}.get(status, str(status))


def page_by_hand(page: Page) -> Page:
    """A page that an editor saved. Raises Usage where it shows no text."""
    if page.captured is None:
        raise Usage(page.why, "give the page as it was saved, or paste its text: --from -")
    return page
