"""number-conflict: two sources give different values for one quantity, and readers get one."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.conflicting import asked_about, both_told, who_says_what
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.evidence.conflicts.conflict import Conflict


def check(case: Case) -> Iterator[Found]:
    return asked_about(case, "figure", _told)


def _told(conflict: Conflict) -> tuple[str, str]:
    return (
        f"Which is it, or both? {who_says_what(conflict)}",
        f"write: {both_told(conflict)}",
    )


_SEEDS = {
    "courier": "---\ntitle: Flood at the depot\n---\n"
    "The flood damaged 64 buses at the depot on Mill Road, the transport company said.\n",
    "tribune": "---\ntitle: Buses under water\n---\n"
    "Water stood a metre high at the depot on Mill Road, and 46 buses were damaged in the flood. "
    "The company has hired coaches.\n",
}

RULE = Rule(
    name="number-conflict",
    family="numbers",
    severity="warning",
    decided="cue",
    law="Where two sources give different values for one quantity, readers are told both, or the "
    "editor knows why not.",
    why="Of two numbers in two papers one is wrong, and readers who have seen the other one will "
    "think that yours is.",
    bad=Example(
        "---\ntitle: The flooded depot\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe flood damaged 64 buses at the depot on Mill Road. [@courier] "
        "The company has hired coaches. [@tribune]\n",
        _SEEDS,
    ),
    good=Example(
        "---\ntitle: The flooded depot\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe flood damaged 64 buses at the depot on Mill Road [@courier]; another "
        "report says 46. [@tribune]\n",
        _SEEDS,
    ),
    check=check,
)
