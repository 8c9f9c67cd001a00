"""A brief as checked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from nutgraf.model import Brief, Claim, Finding, Matter, Origin, Stood
from nutgraf.report.told import Told


@dataclass(frozen=True)
class Checked:
    """A brief, its findings (worst first), its claims with their verdicts, what stets stood by.

    `origins` are those of its pack, `matters` the statements that want a person, in reading order.
    """

    brief: Brief
    findings: tuple[Finding, ...]
    claims: tuple[Claim, ...]
    stood: Stood = field(default_factory=dict)
    origins: tuple[Origin, ...] = ()
    matters: tuple[Matter, ...] = ()

    @property
    def told(self) -> Told:
        """What a report tells of it."""
        return Told(self.brief, self.findings, self.claims, self.origins)


def without(checked: Checked, known: Collection[str]) -> Checked:
    """The check without the findings of those fingerprints."""
    left = tuple(one for one in checked.findings if one.fingerprint not in known)
    return replace(checked, findings=left)
