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
