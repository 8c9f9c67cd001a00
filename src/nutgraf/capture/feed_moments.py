"""The moments that feeds give, in the forms of RFC 822 and RFC 3339, with their time zone."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import struct_time

# Who published on the web before there was one has set no clock, and who will has set a wrong one.
_FIRST, _LAST = 1991, 2200


def moment(text: object, parsed: struct_time | None = None) -> datetime | None:
    """What the text says, or what a more lenient reader made of it (`parsed`, in UTC)."""
    found = _stated(text.strip()) if isinstance(text, str) else None
    if found is None and parsed is not None:
        try:
            found = datetime(*parsed[:6], tzinfo=UTC)
        except (ValueError, TypeError):
            return None
    if found is None or not _FIRST <= found.year < _LAST:
        return None
    return found


def _stated(text: str) -> datetime | None:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(text)
        except (ValueError, TypeError, OverflowError, IndexError):
            continue
    return None
