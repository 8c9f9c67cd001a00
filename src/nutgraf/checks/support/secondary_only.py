"""secondary-only: a document that is described from reports, and that nobody here has read."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.checks.unread_documents import unread_documents


def check(case: Case) -> Iterator[Found]:
    told: set[str] = set()
    for one in unread_documents(case):
        if one.kind in told:
            continue
        told.add(one.kind)
        statement = one.judged.statement
        low, high = one.span
        yield Found(
            statement.prose.place(statement.start + low, statement.start + high),
            f"the {one.kind} is described from reports; has nobody here read it?",
            "add it as a source of kind primary, or tell readers that you have not read it",
            claim=one.judged.claim.id,
        )


_REPORT = (
    "---\ntitle: Bats in the tower\nkind: news\n---\n"
    "A study found that bats sleep in the bell tower. The parish will keep it dark.\n"
)

RULE = Rule(
    name="secondary-only",
    family="support",
    severity="note",
    decided="cue",
    law="What a brief says of a document, somebody has read in the document, or readers are told "
    "that nobody has.",
    why="A filing that is known from reports alone is known as the reporters understood it.",
    bad=Example(
        "---\ntitle: The bats\ndate: 2025-03-07\n---\n"
        "## Summary\n\nA study found that bats sleep in the bell tower. [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The bats\ndate: 2025-03-07\n---\n"
        "## Summary\n\nA study found that bats sleep in the bell tower. [@report] "
        "We have not read the study.\n",
        {"report": _REPORT},
    ),
    check=check,
)
