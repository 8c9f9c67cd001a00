"""stet-unreasoned: a stet that gives no reason."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.rule import Example, Found, Rule


def check(case: Case) -> Iterator[Found]:
    for stet in case.brief.stets:
        if not stet.reason:
            yield Found(
                stet.place,
                f"{stet.rule} is let stand, and no reason is given",
                f"write why: stet {stet.rule}: …",
            )


_REPORT = "---\ntitle: The chapel\n---\nThe chapel has 140 seats. The bishop will come in May.\n"

RULE = Rule(
    name="stet-unreasoned",
    family="stets",
    severity="error",
    decided="code",
    law="A stet gives its reason.",
    why="What stands without a reason cannot be weighed by the next reader; it lets nothing stand.",
    bad=Example(
        "---\ntitle: The chapel\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe chapel has 140 seats. [@report] <!-- stet number-unmatched: -->\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The chapel\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe chapel has 150 seats. [@report] "
        "<!-- stet number-unmatched: counted by us on Monday -->\n",
        {"report": _REPORT},
    ),
    check=check,
)
