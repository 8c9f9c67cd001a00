"""Services that keep the list and send by themselves: an approved brief is handed over to them.

A brief leaves a mark on what is made of it there, so that handing it over again finds that and
makes no second one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol


@dataclass(frozen=True)
class Parcel:
    """An approved brief as a service takes it, with the service's merge tags in place.

    `mark` is the same for all approvals of one brief. `when` is the time that was approved, with
    its zone; it goes by itself at that time only where it is to be `scheduled`.
    """

    mark: str
    name: str
    subject: str
    html: str
    text: str
    when: datetime | None
    scheduled: bool = False


Did = Literal["made", "updated", "left as it was"]


@dataclass(frozen=True)
class Handed:
    """What stands at the service now, and where an editor looks at it.

    `number` is its id there, `state` what the service calls it: draft, or scheduled.
    """

    number: str
    state: str
    did: Did
    url: str


class Service(Protocol):
    """Raises Usage where the service will not have the parcel, TryLater where it cannot answer."""

    @property
    def name(self) -> str: ...

    def hand_over(self, parcel: Parcel) -> Handed:
        """Makes the draft or finds it again, brings it up to date, and schedules it if asked.

        Raises Usage where what was handed over before is being sent, or was.
        """

    def close(self) -> None: ...
