"""The angles of a brief: each bullet or paragraph of its sections of that role."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from nutgraf.checks.case import Case
from nutgraf.checks.differing import of_facts
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.model import Prose, Role


@dataclass(frozen=True)
class Angle:
    """One argument: its prose, and its claims in the order of the text."""

    prose: Prose
    claims: tuple[JudgedClaim, ...]


def angles_of(case: Case, roles: Collection[Role] = (Role.ANGLES,)) -> Iterator[Angle]:
    """The angles that say something of their own, in reading order; of other `roles`, too."""
    found: dict[int, list[JudgedClaim]] = {}
    for judged in of_facts(case):
        if judged.statement.role in roles:
            found.setdefault(id(judged.statement.prose), []).append(judged)
    for claims in found.values():
        yield Angle(claims[0].statement.prose, tuple(claims))
