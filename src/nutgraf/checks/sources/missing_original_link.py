"""missing-original-link: a source that nobody could find again."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.origins_said import sources_place, told_together
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.model import Source
from nutgraf.workspace.body_hash import body_hash


def check(case: Case) -> Iterator[Found]:
    lacking = {one.source.id: _lacking(one.source) for one in case.pack}
    faulty = {name: what for name, what in lacking.items() if what}
    if not faulty:
        return
    first = next(iter(faulty))
    path = case.pack.sources[first.casefold()].source.file.path
    one = len(faulty) == 1
    yield Found(
        sources_place(case, first if one else None),
        f"readers cannot find the original: {told_together(faulty)}",
        f"add it to {path}, if the document states it"
        if one
        else "add them to the sources, where the documents state them",
        about="\0".join(faulty),
    )


def _lacking(source: Source) -> str:
    found = []
    if source.publisher is None:
        found.append("no publisher")
    if source.url is None:
        found.append("no address")
    return " and ".join(found)


_BODY = "The toll bridge at Karsund opens on Monday. Cars pay 40 crowns.\n"
_HELD = f"title: The toll bridge\nretrieved: 2025-03-06\nsha256: {body_hash(_BODY)}\n"

RULE = Rule(
    name="missing-original-link",
    family="sources",
    severity="note",
    decided="code",
    law="A source says who published it, and where.",
    why="Readers and the second reader go to the original; a text without an address is hearsay.",
    bad=Example(
        "---\ntitle: The toll bridge\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe toll bridge at Karsund opens on Monday. [@report]\n",
        {"report": f"---\n{_HELD}---\n{_BODY}"},
        bare=True,
    ),
    good=Example(
        "---\ntitle: The toll bridge\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe toll bridge at Karsund opens on Monday. [@report]\n",
        {
            "report": f"---\n{_HELD}publisher: Karsund Posten\n"
            f"url: https://posten.example/toll\n---\n{_BODY}"
        },
        bare=True,
    ),
    check=check,
)
