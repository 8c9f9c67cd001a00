"""What is told of one brief."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nutgraf.model import Brief, Claim, Finding, Origin


@dataclass(frozen=True)
class Told:
    """A brief with its findings, its claims, and where the sources of its pack come from."""

    brief: Brief
    findings: Sequence[Finding]
    claims: Sequence[Claim]
    origins: Sequence[Origin] = ()
