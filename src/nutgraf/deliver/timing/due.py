"""Whether the time of a brief has come."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Literal

Standing = Literal["early", "due", "late"]


def standing_of(when: datetime, *, now: datetime, lateness: timedelta) -> Standing:
    """Where a brief that goes at `when` stands; both have their zone.

    Instants are compared, not what clocks show: within one zone Python compares what the clocks
    show, which is an hour wrong where they go back. A brief is due at its time and until
    `lateness` after it, both included.
    """
    after = late_by(when, now=now)
    if after < timedelta():
        return "early"
    return "due" if after <= lateness else "late"


def late_by(when: datetime, *, now: datetime) -> timedelta:
    """How long ago `when` was; less than nothing where it is still to come."""
    if when.tzinfo is None or now.tzinfo is None:
        raise ValueError("a time without its zone is no instant")
    return now.astimezone(UTC) - when.replace(tzinfo=UTC) + (when.utcoffset() or timedelta())
