"""What may be suggested, before it is weighed."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.model import Offer, SuggestionKind


@dataclass(frozen=True)
class Candidate:
    """A line that a brief does not have; see `Suggestion`. The lowest `rank` is worth most."""

    kind: SuggestionKind
    why: str
    offer: Offer
    rank: tuple[float, ...]
    speaker: str = ""
    speaker_role: str = ""
    careful: tuple[str, ...] = ()
    accepted: bool = False
