"""Times as the publication's clock shows them."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo


def on_the_clock(moment: datetime, time_zone: str) -> datetime:
    """The same moment as a clock of that zone shows it; an hour that it skips is moved on."""
    return moment.astimezone(UTC).astimezone(ZoneInfo(time_zone))


def shown(moment: datetime, time_zone: str) -> str:
    """`Fri 13 Feb 2026, 17:00 EST`."""
    local = on_the_clock(moment, time_zone)
    return f"{local:%a} {local.day} {local:%b %Y, %H:%M %Z}"


def away(moment: datetime, now: datetime) -> str:
    """`in 2 hours`, `in 20 minutes`, `now`, `3 days ago`: to the largest unit, rounded down."""
    seconds = (moment.astimezone(UTC) - now.astimezone(UTC)).total_seconds()
    amount = _largest(abs(seconds))
    if not amount:
        return "now"
    return f"in {amount}" if seconds > 0 else f"{amount} ago"


def _largest(seconds: float) -> str:
    for unit, length in (("day", 86400), ("hour", 3600), ("minute", 60)):
        count = int(seconds // length)
        if count:
            return f"{count} {unit}" if count == 1 else f"{count} {unit}s"
    return ""
