"""What a rule is: a function from a case to what it found, and a frozen record about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from nutgraf.checks.case import Case
from nutgraf.model import Evidence, Place, Severity

Family = Literal["support", "numbers", "quotations", "process"]


@dataclass(frozen=True)
class Found:
    """One fault as a rule sees it; the engine makes a finding of it.

    `place` is the brief's words, `evidence` the sources'; `severity` only where it is not the
    rule's own.
    """

    place: Place
    message: str
    remedy: str
    evidence: tuple[Evidence, ...] = ()
    claim: str | None = None
    severity: Severity | None = None


@dataclass(frozen=True)
class Example:
    """A brief in miniature, as it would stand in a file, and the seeds beside it by file name."""

    brief: str
    seeds: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Rule:
    """The record of a rule; `law` is one sentence, `why` what it means to an editor.

    `decided` is `code` where code decides, `cue` where the editor does and the message asks.
    """

    name: str
    family: Family
    severity: Severity
    decided: Literal["code", "cue"]
    law: str
    why: str
    bad: Example
    good: Example
    check: Callable[[Case], Iterator[Found]]
