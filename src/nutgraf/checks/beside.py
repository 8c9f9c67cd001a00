"""A claim of a brief beside what each source of its pack says of the same."""

from __future__ import annotations

from nutgraf.checks.case import Case
from nutgraf.evidence import beside as evidence
from nutgraf.evidence.beside import Beside
from nutgraf.evidence.claims import JudgedClaim


def beside(case: Case, judged: JudgedClaim) -> tuple[Beside, ...]:
    """The sentences of all sources that have at least half of a claim, the nearest first.

    Worked out once for all rules; what a claim goes beyond is worked out of each when asked for.
    """
    statement = judged.statement
    indexes = case.pack.indexes(dict.fromkeys(case.pack.sources))
    return evidence.beside(judged.reading, statement.start, statement.end, indexes)
