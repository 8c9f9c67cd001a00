"""What a look at a captured page found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from nutgraf.evidence.drift.change import Change, Drift
from nutgraf.model import Finding, Look, Place, Source

State = Literal["as captured", "changed", "replaced", "gone", "not seen"]


@dataclass(frozen=True)
class Use:
    """A brief, note or angle that has words which rest on a source."""

    path: str
    type: str
    sent: bool = False


@dataclass(frozen=True)
class Affected:
    """Words that lose their ground, and every brief, note and angle that has them, sent first.

    `change` is None where the page is gone as a whole.
    """

    place: Place
    words: str
    finding: Finding
    uses: tuple[Use, ...]
    change: Change | None


@dataclass(frozen=True)
class Looked:
    """One source, and how its page stands to what was captured.

    `look` is the last one that is kept, where the page was ever another; `is_news`: it was made
    now. `why` says why the page was not seen, or what the server said, and `hint` the next step.
    """

    source: Source
    state: State
    look: Look | None = None
    drift: Drift = field(default_factory=Drift)
    is_news: bool = False
    why: str = ""
    hint: str = ""
    affected: tuple[Affected, ...] = ()

    @property
    def drifted(self) -> bool:
        """Whether the page is no longer what was captured."""
        return self.state in ("changed", "replaced", "gone")
