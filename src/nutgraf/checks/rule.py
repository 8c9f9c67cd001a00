"""What a rule is: a function from a case to what it found, and a frozen record about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from nutgraf.checks.case import Case
from nutgraf.checks.record import Record
from nutgraf.model import Evidence, Offer, Place, Severity

Family = Literal[
    "support",
    "numbers",
    "quotations",
    "strength",
    "sources",
    "time",
    "fairness",
    "angles",
    "process",
    "email",
    "stets",
]


@dataclass(frozen=True)
class Found:
    """One fault as a rule sees it; the engine makes a finding of it.

    `place` is the brief's words, `evidence` the sources'; `severity` only where it is not the
    rule's own. `about` is what the fault is known by where it has no words of its own in the
    brief (a count, a link of the email): fingerprints hold on to it instead of to the words.
    `offers` are lines for the brief that end it.
    """

    place: Place
    message: str
    remedy: str
    evidence: tuple[Evidence, ...] = ()
    claim: str | None = None
    severity: Severity | None = None
    about: str = ""
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What has become of a check, for the rules that look at it afterwards.

    `used` are the stets that let something stand, `ran` and `known` the names (aliases included)
    of the rules that were asked and of all there are.
    """

    used: frozenset[Place]
    ran: frozenset[str]
    known: frozenset[str]


@dataclass(frozen=True)
class Example:
    """A brief in miniature, as it would stand in a file, and the seeds beside it by file name.

    `email` is the HTML of its email, for the rules that read that. Seeds are taken as captured,
    with an address, a day and a hash, unless they are `bare`: then only what is written counts.
    `record` is what the desk keeps. `beside` are further files, by path: what a person verified,
    and what is added to nutgraf.yaml.
    """

    brief: str
    seeds: Mapping[str, str] = field(default_factory=dict)
    email: str | None = None
    bare: bool = False
    record: Record = field(default_factory=Record)
    beside: Mapping[str, str] = field(default_factory=dict)


def nothing(_: Case) -> Iterator[Found]:
    """What a rule finds that only looks at the outcome."""
    return iter(())


@dataclass(frozen=True)
class Rule:
    """The record of a rule; `law` is one sentence, `why` what it means to an editor.

    `decided` is `code` where code decides, `cue` where the editor does and the message asks.
    `afterwards` is asked when all others have spoken.
    """

    name: str
    family: Family
    severity: Severity
    decided: Literal["code", "cue"]
    law: str
    why: str
    bad: Example
    good: Example
    check: Callable[[Case], Iterator[Found]] = nothing
    afterwards: Callable[[Case, Outcome], Iterator[Found]] | None = None
    aliases: tuple[str, ...] = ()

    def is_called(self, name: str) -> bool:
        """Whether `name` is its name or an alias of it."""
        return name == self.name or name in self.aliases
