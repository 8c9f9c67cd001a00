"""How many words the sections of a brief have left within the budgets of its format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nutgraf.checks.email.over_budget import words_in
from nutgraf.checks.published import published_sections
from nutgraf.model import Brief, Role

Where = tuple[int, Role]


@dataclass
class Room:
    """What each section has left, by story and role; it becomes less as lines are put in."""

    budgets: Mapping[Role, int]
    used: dict[Where, int] = field(default_factory=dict)

    def left(self, story: int, role: Role) -> int | None:
        """How many words fit in; None where the format sets no budget."""
        budget = self.budgets.get(role)
        return None if budget is None else max(0, budget - self.used.get((story, role), 0))

    def take(self, story: int, role: Role, words: int) -> None:
        self.used[story, role] = self.used.get((story, role), 0) + words


def room_of(brief: Brief, budgets: Mapping[Role, int]) -> Room:
    """What the sections of a brief leave of the budgets."""
    room = Room(budgets)
    numbers = {id(story): at for at, story in enumerate(brief.stories)}
    for story, section in published_sections(brief):
        room.take(numbers[id(story)], section.role, words_in(section))
    return room
