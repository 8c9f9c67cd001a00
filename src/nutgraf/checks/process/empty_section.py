"""empty-section: a heading with nothing under it."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.rule import Example, Found, Rule


def check(case: Case) -> Iterator[Found]:
    for out in case.brief.left_out:
        if out.what == "empty section":
            yield Found(
                out.place,
                f"nothing stands under “{out.text}”",
                "write it, or take the heading out",
            )


RULE = Rule(
    name="empty-section",
    family="process",
    severity="note",
    decided="code",
    law="A heading has something under it.",
    why="An empty section is left out of the digest; the writer may have meant to fill it.",
    bad=Example(
        "---\ntitle: The market hall\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe market hall reopens.\n\n## What’s next\n"
    ),
    good=Example(
        "---\ntitle: The market hall\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe market hall reopens.\n"
    ),
    check=check,
)
