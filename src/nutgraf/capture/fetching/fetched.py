"""What a fetch brings home."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nutgraf.capture.captured import Raw


@dataclass(frozen=True)
class Archived:
    """An archive's copy: where it is, and the day on which it was taken."""

    address: str
    day: date


@dataclass(frozen=True)
class Fetched:
    """A page as it came, or that it is as it was.

    `status` is 200, or another success, or 304 where the page is unchanged since `etag` or
    `modified`, which a later fetch can give back; then `raw` holds no bytes. `hops` are the
    addresses that sent us on, the first one first. `notes` are sentences for the editor. Of an
    archive's copy, `raw.url` is the address of the page itself, and `archived` that of the copy.
    """

    raw: Raw
    status: int
    hops: tuple[str, ...] = ()
    etag: str | None = None
    modified: str | None = None
    notes: tuple[str, ...] = ()
    archived: Archived | None = None

    @property
    def unchanged(self) -> bool:
        return self.status == 304
