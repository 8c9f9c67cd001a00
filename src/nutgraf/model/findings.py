"""What the checker says: claims with verdicts, findings with evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from nutgraf.model.notes import Role, Stet
from nutgraf.model.places import Place
from nutgraf.model.verification import Verification

Verdict = Literal[
    "supported", "partly supported", "contradicted", "not found", "uncited", "not checked"
]


Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage of a source that bears on a claim or a finding."""

    seed: str
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Origin:
    """Where sources of a pack got it from: an outlet or a document, and its short name."""

    name: str
    short: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Claim:
    """One checkable statement of a brief, and what the pack says of it.

    `text` equals its slice of the file, or its slices where markup, a citation or a line end is
    left out between them. `id` counts the claims of a brief and may change; `fingerprint` holds as
    long as the words, the role and the story do. `carried_by` are all sources of the pack that
    carry it, `origins` the fewest outlets or documents that these have it from; `primary_seen`:
    one of them is a document of somebody who took part. `verified` is the word of a person that
    holds for the statement it is a clause of.
    """

    id: str
    fingerprint: str
    text: str
    place: Place
    role: str  # a section's role, or `title`, `subject` or `preheader`
    cites: tuple[str, ...]
    verdict: Verdict
    reasons: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    carried_by: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    primary_seen: bool = False
    verified: Verification | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A line that an editor may take into a brief as it is: the sources' words, cited.

    `role` is that of the section which it belongs to, in the story of that number; a quotation
    begins with `>`. `evidence` are the words that it is made of.
    """

    role: Role
    story: int
    line: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Finding:
    """What a rule reports: the rule, its severity, the place, the evidence, the remedy.

    `offers` are lines that end it once they stand in the brief.
    """

    rule: str
    family: str
    severity: Severity
    message: str
    remedy: str
    place: Place
    fingerprint: str
    claim: str | None = None
    evidence: tuple[Evidence, ...] = ()
    stet: Stet | None = None
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class StoodBy:
    """The words, as hashes, that the stets of one rule and reason in a file let stand.

    `count` is how many such stets there were.
    """

    count: int
    words: frozenset[str]


Stood = Mapping[str, StoodBy]
"""What stets let stand when they were first met, by file, rule and reason."""
