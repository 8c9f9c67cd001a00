"""What the pack of a brief holds, and the brief does not use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nutgraf.model.findings import Offer

SuggestionKind = Literal["response", "caveat", "contrary", "conflict", "quotation", "figure"]


@dataclass(frozen=True)
class Suggestion:
    """One thing that an editor may take into a brief: why, and the line to paste.

    `heading` is that of the section which `offer.line` belongs to, `words` how many it brings there
    and `room` how many the format's budget leaves before it (None where it sets none). `careful`
    is what to know before it is taken; `accepted`: `nutgraf accept` puts it in.
    """

    kind: SuggestionKind
    why: str
    offer: Offer
    heading: str
    words: int
    speaker: str = ""
    speaker_role: str = ""
    careful: tuple[str, ...] = ()
    accepted: bool = False
    room: int | None = None

    @property
    def fits(self) -> bool:
        """Whether its section has room for it."""
        return self.room is None or self.words <= self.room
