"""no-snapshot: a source of which no copy is kept that can be trusted, or whose copy was changed."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.origins_said import sources_place, told_together
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.model import Source
from nutgraf.workspace.body_hash import body_hash


def check(case: Case) -> Iterator[Found]:
    sources = [one.source for one in case.pack]
    for source in sources:
        if _is_changed(source):
            yield Found(
                sources_place(case, source.id),
                f"the captured text of {source.id} was changed: it is not what its sha256 says",
                f"capture it again, or put back the text in {source.file.path}",
                severity="warning",
                about=source.id,
            )
    lacking = {source.id: _lacking(source) for source in sources}
    faulty = {name: what for name, what in lacking.items() if what}
    if faulty:
        yield Found(
            sources_place(case, next(iter(faulty)) if len(faulty) == 1 else None),
            f"nothing shows that this is what the pages said: {told_together(faulty)}",
            "capture them with `nutgraf add`, which keeps the day and the hash",
            about="\0".join(faulty),
        )


def _lacking(source: Source) -> str:
    """What is missing; a text that its hash vouches for is a copy, whenever it was taken."""
    if _hash(source) is not None:
        return ""
    return "no hash of the text" + (" and no day of capture" if source.retrieved is None else "")


def _hash(source: Source) -> str | None:
    given = source.front.values.get("sha256")
    return str(given).strip().lower() if given else None


def _is_changed(source: Source) -> bool:
    given = _hash(source)
    return given is not None and given != body_hash(source.body)


_BODY = "The reading room on Elm Street opens at noon. It has 60 seats.\n"

RULE = Rule(
    name="no-snapshot",
    family="sources",
    severity="note",
    decided="code",
    law="Of every source a copy is kept, with the day it was taken and a hash of its words.",
    why="Pages change after you have cited them; without a copy it is your word against theirs.",
    bad=Example(
        "---\ntitle: The reading room\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe reading room on Elm Street opens at noon. [@page]\n",
        {
            "page": "---\ntitle: The reading room\npublisher: Elm Street News\n"
            f"url: https://elm.example/room\n---\n{_BODY}"
        },
        bare=True,
    ),
    good=Example(
        "---\ntitle: The reading room\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe reading room on Elm Street opens at noon. [@page]\n",
        {
            "page": "---\ntitle: The reading room\npublisher: Elm Street News\n"
            "url: https://elm.example/room\nretrieved: 2025-03-06\n"
            f"sha256: {body_hash(_BODY)}\n---\n{_BODY}"
        },
        bare=True,
    ),
    check=check,
)
