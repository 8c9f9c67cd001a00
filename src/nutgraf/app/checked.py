"""A brief as checked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from nutgraf.model import Brief, Claim, Finding


@dataclass(frozen=True)
class Checked:
    """A brief, its findings (worst first) and its claims with their verdicts."""

    brief: Brief
    findings: tuple[Finding, ...]
    claims: tuple[Claim, ...]


def without(checked: Checked, known: Collection[str]) -> Checked:
    """The check without the findings of those fingerprints."""
    left = tuple(one for one in checked.findings if one.fingerprint not in known)
    return replace(checked, findings=left)
