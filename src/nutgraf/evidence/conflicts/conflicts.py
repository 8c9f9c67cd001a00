"""Everything on which the sources of a pack differ, as far as a brief has to do with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.conflicts.actors import actor_conflicts
from nutgraf.evidence.conflicts.carried_on import carried_conflicts
from nutgraf.evidence.conflicts.conflict import Conflict
from nutgraf.evidence.conflicts.dates import date_conflicts
from nutgraf.evidence.conflicts.figures import figure_conflicts
from nutgraf.evidence.conflicts.outcomes import outcome_conflicts
from nutgraf.evidence.conflicts.suits import suit_conflicts
from nutgraf.evidence.conflicts.titles import title_conflicts
from nutgraf.evidence.pack import Pack

Finder = Callable[[Sequence[JudgedClaim], Pack], Iterable[Conflict]]

# Each looks for one kind of thing that sources tell differently.
FINDERS: tuple[Finder, ...] = (
    figure_conflicts,
    carried_conflicts,
    date_conflicts,
    actor_conflicts,
    suit_conflicts,
    outcome_conflicts,
    title_conflicts,
)


def conflicts(claims: Sequence[JudgedClaim], pack: Pack) -> tuple[Conflict, ...]:
    """What the sources tell differently, of one kind after the other; nothing with one source."""
    if len(pack.sources) < 2:
        return ()
    return tuple(found for finder in FINDERS for found in finder(claims, pack))
