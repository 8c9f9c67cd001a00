"""What a rule is given: the brief, and what was read of it and of its pack, as values."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.evidence.pack import Pack
from nutgraf.evidence.statements import Statement
from nutgraf.model import Brief, Claim


@dataclass(frozen=True)
class Case:
    """One brief, its pack as read, and its claims.

    `source_ids` are those of all sources of the workspace, case-folded.
    """

    brief: Brief
    pack: Pack
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    source_ids: frozenset[str] = frozenset()
