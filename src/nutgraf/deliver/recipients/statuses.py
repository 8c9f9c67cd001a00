"""Which readers want to be written to: what the column `status` may say."""

from __future__ import annotations

from typing import Final

from nutgraf.workspace.nearest import nearest

ACTIVE: Final = "active"
UNSUBSCRIBED: Final = "unsubscribed"
SUPPRESSED: Final = "suppressed"

# As the programs that lists come from say it; a status that is not here is a fault, never a guess.
_WANTED: Final = frozenset({ACTIVE, "subscribed", "confirmed", "enabled"})
_LEFT_OUT: Final = frozenset(
    {
        UNSUBSCRIBED, SUPPRESSED, "bounced", "inactive", "pending", "unconfirmed", "cleaned",
        "complained", "disabled", "blocked", "blocklisted", "removed", "deleted", "paused",
        "invalid", "archived", "unactivated", "spam",
    }
)  # fmt: skip


def folded_status(written: str) -> str | None:
    """The status as it is called here: `active` for all who are mailed; None if it is unknown."""
    status = written.casefold()
    if not status or status in _WANTED:
        return ACTIVE
    return status if status in _LEFT_OUT else None


def hint_for(written: str) -> str:
    near = nearest(written, _WANTED | _LEFT_OUT)
    if near is not None:
        return f"did you mean {near}?"
    return "write active, or why not: unsubscribed, bounced, pending, inactive"
