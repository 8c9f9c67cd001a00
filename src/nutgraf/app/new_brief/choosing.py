"""Which embeds a section has room for, the most important first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nutgraf.app.new_brief.weighing import Brought, Weighed
from nutgraf.model import Role


@dataclass(frozen=True)
class Chosen:
    """What is offered for a section within its budget, and what is left over."""

    budget: int | None
    offered: tuple[Brought, ...]
    left: tuple[Brought, ...]


def chosen(several: Sequence[Weighed], budgets: Mapping[Role, int]) -> Mapping[Role, Chosen]:
    """For each role what notes and angles bring to it; `several` have the most important first.

    What does not fit is passed over for what does.
    """
    brought: dict[Role, list[Brought]] = {}
    for one in several:
        for each in one.brings:
            brought.setdefault(each.role, []).append(each)
    return {role: _within(own, budgets.get(role)) for role, own in brought.items()}


def _within(several: Sequence[Brought], budget: int | None) -> Chosen:
    offered: list[Brought] = []
    left: list[Brought] = []
    used = 0
    for one in several:
        if budget is not None and used + one.words > budget:
            left.append(one)
            continue
        used += one.words
        offered.append(one)
    return Chosen(budget, tuple(offered), tuple(left))
