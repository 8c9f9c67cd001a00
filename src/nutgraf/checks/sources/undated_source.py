"""undated-source: a source without a day, so that nobody can tell which Wednesday it means."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.differing import of_facts
from nutgraf.checks.origins_said import sources_place
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.pack import ReadSource
from nutgraf.evidence.reading import Span
from nutgraf.language.when import When

_RELATIVE = re.compile(
    r"\b(?:yesterday|today|tonight|tomorrow|(?:last|this|next|past|coming) (?:week|weekend|month"
    r"|year|spring|summer|autumn|fall|winter|night|\w+day|January|February|March|April|May|June"
    r"|July|August|September|October|November|December)|(?:earlier|later) this (?:week|month|year)"
    r"|(?:days|weeks|months|a week|a month|a day) ago)\b",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Found]:
    undated = {one.source.id: one for one in case.pack if _is_undated(one)}
    found: dict[str, SourceSpan] = {}
    for judged in of_facts(case):
        for passage in judged.judgement.carriers:
            if passage.source in undated and passage.source not in found:
                word = _open_time(undated[passage.source], (passage.start, passage.end))
                if word is not None:
                    found[passage.source] = SourceSpan(passage.source, *word)
    if not found:
        return
    evidence = tuple(case.pack.evidence(span) for span in found.values())
    first = next(iter(found))
    path = undated[first].source.file.path
    said = ", ".join(f"“{one.text}” in {one.seed}" for one in evidence)
    yield Found(
        sources_place(case, first if len(found) == 1 else None),
        f"nobody can tell which day is meant by {said}: no day of publication or capture",
        f"give {path} its `published:`, where the page states it, or its `retrieved:`"
        if len(found) == 1
        else "give them `published:`, where the pages state it, or `retrieved:`",
        evidence,
        about="\0".join(found),
    )


def _is_undated(one: ReadSource) -> bool:
    source = one.source
    if source.published is not None or source.retrieved is not None:
        return False
    return not any(when.day and when.month and when.year for when in one.index.reading.dates)


def _open_time(one: ReadSource, span: Span) -> Span | None:
    """The first time in a passage that only the source's own day would settle."""
    reading = one.index.reading
    for when in reading.dates:
        if span[0] <= when.start and when.end <= span[1] and _is_open(when):
            return when.start, when.end
    found = _RELATIVE.search(reading.text, *span)
    return found.span() if found is not None else None


def _is_open(when: When) -> bool:
    if when.first is not None or when.year:
        return False
    return when.weekday is not None or _RELATIVE.search(when.text) is not None


_BODY = "The ferry to Skarholm sank at its berth on Tuesday. Nobody was aboard.\n"

RULE = Rule(
    name="undated-source",
    family="sources",
    severity="note",
    decided="code",
    law="A source whose time words a brief rests on has a day by which they can be read.",
    why="“Wednesday” on a page without a date may be last week’s, or last year’s.",
    bad=Example(
        "---\ntitle: The ferry\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe ferry to Skarholm sank at its berth. [@page]\n",
        {
            "page": "---\ntitle: The ferry\npublisher: Skarholm Tidende\n"
            f"url: https://tidende.example/ferry\nretrieved:\n---\n{_BODY}"
        },
    ),
    good=Example(
        "---\ntitle: The ferry\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe ferry to Skarholm sank at its berth. [@page]\n",
        {"page": f"---\ntitle: The ferry\npublished: 2025-03-05\n---\n{_BODY}"},
    ),
    check=check,
)
