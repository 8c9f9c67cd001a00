"""What became of one message."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from nutgraf.deliver.status_codes import says_no_mailbox


class State(StrEnum):
    """Where one message to one reader stands."""

    QUEUED = "queued"  # not yet begun
    SENDING = "sending"  # committed before DATA: a crash leaves it here
    SENT = "sent"  # the relay took it over (250)
    DEFERRED = "deferred"  # put off by the relay (4xx), or a connection lost before DATA
    REFUSED = "refused"  # the relay will not have it (5xx), or it was put off for too long
    SUPPRESSED = "suppressed"  # the reader must not be mailed
    UNKNOWN = "unknown"  # begun and never confirmed: it may have arrived, so it is not sent again


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the relay said of one message.

    `code` is the SMTP reply code, 0 where there was none; `enhanced` the enhanced status code of
    RFC 3463 ("5.1.1"), or empty; `said` the reply's words on one line. `bad_address`: the reply
    says that there is no such mailbox (5.1.x), so the address is mailed no more.
    """

    state: State
    code: int = 0
    enhanced: str = ""
    said: str = ""

    @property
    def bad_address(self) -> bool:
        return self.state is State.REFUSED and says_no_mailbox(self.enhanced)
