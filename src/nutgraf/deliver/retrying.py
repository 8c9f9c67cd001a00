"""When a message that was put off is tried again, and when it is given up."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from nutgraf.deliver.outcome import Outcome, State

# RFC 5321, 4.5.4.1 asks for 30 minutes between tries at the least where a host is unreachable, and
# for sooner ones at first; greylisting servers commonly let the second try in after five minutes.
_PAUSES: Final = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 10, 15, 30))


def next_try(
    outcome: Outcome, tries: int, *, now: datetime, begun: datetime, retry_for: timedelta
) -> tuple[Outcome, datetime | None]:
    """The outcome as it is kept, and when to try again; None where it is final.

    `tries` counts those begun, this one too; `begun` is when the sending was. A message whose next
    try would be later than `retry_for` after that, or after now if it is resumed later, is given
    up: it is refused, with the last answer.
    """
    if outcome.state is not State.DEFERRED:
        return outcome, None
    at = now + _PAUSES[min(max(tries, 1), len(_PAUSES)) - 1]
    if at <= begun + retry_for:
        return outcome, at
    said = f"given up after {tries} {'try' if tries == 1 else 'tries'}: {outcome.said}"
    return Outcome(State.REFUSED, outcome.code, outcome.enhanced, said), None
