"""What a newsletter had wrong, and what is right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Gravity = Literal["typo", "factual", "misleading"]


@dataclass(frozen=True, slots=True)
class Correction:
    """Words of briefs that were sent, and what readers have to be told instead.

    `said` is as readers had it, `right` is Markdown and may cite. `briefs` are the ids of all sent
    briefs that said it, the oldest first, and `said_on` is the day on which readers last had the
    words; `by` opened it at `opened`, which has a zone.
    """

    id: str
    opened: datetime
    by: str
    severity: Gravity
    said: str
    said_on: date
    right: str
    briefs: tuple[str, ...]

    @property
    def owed(self) -> bool:
        """Whether a later brief has to say so: a typo is only mended in the archive."""
        return self.severity != "typo"
