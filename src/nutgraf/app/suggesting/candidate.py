"""What may be suggested, before it is weighed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from nutgraf.model import Offer, SuggestionKind


class Worth(IntEnum):
    """What is worth most comes first: who was not heard, what is not known, what speaks against it.

    What the check finds left out goes before what it does not ask for.
    """

    RESPONSE = 0
    CAVEAT = 1
    CONTRARY = 2
    CONFLICT = 3
    FURTHER_RESPONSE = 4
    FURTHER_CAVEAT = 5
    UNNAMED_SPEAKER = 6
    UNQUOTED_SPEAKER = 7
    FIGURE = 8
    SILENCE = 9
    PHRASE = 10
    MORE_OF_A_SPEAKER = 11


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
