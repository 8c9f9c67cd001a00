"""The statements that want a person, and how they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nutgraf.model.findings import Evidence, Verdict
from nutgraf.model.places import Place
from nutgraf.model.verification import Verification

Kind = Literal["quotations", "figures", "accusations", "settled-conflicts"]
MatterState = Literal["open", "query", "stale", "author only", "stet", "verified"]


@dataclass(frozen=True, slots=True)
class Stale:
    """What was verified and is otherwise now; `source` is empty where it is the brief's words."""

    was: str
    now: str
    source: str
    word: Verification


@dataclass(frozen=True)
class Matter:
    """One statement that wants a person: a sentence, a quotation, a row of a table.

    `hash` is that of its bare words. `claims` are the ids of its clauses, `evidence` the passages
    that they rest on, `verdict` and `reasons` the worst of theirs. `said` is the last word of each
    person, the latest last; `stale` tells what has changed since.
    """

    hash: str
    text: str
    place: Place
    role: str
    kinds: tuple[Kind, ...]
    claims: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    verdict: Verdict
    reasons: tuple[str, ...] = ()
    state: MatterState = "open"
    said: tuple[Verification, ...] = ()
    stale: Stale | None = None

    @property
    def is_signed(self) -> bool:
        """Whether a person has answered for it."""
        return self.state in ("verified", "stet")
