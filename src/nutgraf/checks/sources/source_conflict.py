"""source-conflict: sources tell one thing in ways that cannot both be so, and readers get one."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.conflicting import asked_about, whose_words
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.evidence.conflicts.conflict import Conflict


def check(case: Case) -> Iterator[Found]:
    return asked_about(case, "account", _told)


def _told(conflict: Conflict) -> tuple[str, str]:
    return (
        f"Do the reports differ on {conflict.matter}? {whose_words(conflict)}",
        f"say so in the sentence, or put under Reports differ: {conflict.line}",
    )


_SEEDS = {
    "courier": "---\ntitle: Old mill to be saved\n---\n"
    "The Parish Council asked the Heritage Trust in January to take over the old mill, its clerk "
    "said. The roof leaks.\n",
    "tribune": "---\ntitle: A trust for the mill\n---\n"
    "The Riverside Society asked the Heritage Trust in January to take over the old mill, whose "
    "roof leaks.\n",
}

RULE = Rule(
    name="source-conflict",
    family="sources",
    severity="warning",
    decided="cue",
    law="Where sources tell one thing in ways that cannot both be so, readers are told both, or "
    "the editor knows why not.",
    why="Who takes one account without a word takes a side, and the other side has it in print.",
    bad=Example(
        "---\ntitle: The old mill\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe Riverside Society asked the Heritage Trust to take over the old mill. "
        "[@tribune] The roof leaks. [@courier]\n",
        _SEEDS,
    ),
    good=Example(
        "---\ntitle: The old mill\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe Riverside Society asked the Heritage Trust to take over the old mill "
        "[@tribune]; another report says that the Parish Council asked. [@courier]\n",
        _SEEDS,
    ),
    check=check,
)
