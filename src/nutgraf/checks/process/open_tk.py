"""open-tk: something is still to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.published import published_prose
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.model import Brief, Place

# `TK` ("to come") is the printers' mark; XX stands for a figure, but after a name it is Roman
# (a pope, a Super Bowl), and `TK` before a name is a shop.
_OPEN = re.compile(
    r"\bTK(?:TK)*\b(?!\s+[A-Z][a-z])"
    r"|\bT(?:O-?DO|BC|BD)\b"
    r"|\?{3,}"
    r"|\[(?:check|confirm|verify|source)\??\]"
    r"|(?<![A-Z][a-z]\s)(?<![a-z]{2}\s)\bX{2,3}\b"
)


REMEDY = "fill it in, or take the sentence out"


def check(case: Case) -> Iterator[Found]:
    for mark, place in open_marks(case.brief):
        yield Found(place, f"“{mark}” is still open", REMEDY)


def open_marks(brief: Brief) -> Iterator[tuple[str, Place]]:
    """What is still open in the words that go out, with its place."""
    for prose in published_prose(brief):
        for found in _OPEN.finditer(prose.text):
            yield found.group(), prose.place(*found.span())


def marks_in(text: str) -> Iterator[str]:
    """What is still open in a text."""
    return (found.group() for found in _OPEN.finditer(text))


_REPORT = "---\ntitle: The bridge\n---\nThe bridge closes in spring. Boats take over.\n"

RULE = Rule(
    name="open-tk",
    family="process",
    severity="error",
    decided="code",
    law="A brief that goes out holds no TK, TODO, ???, [check], [confirm] or XX.",
    why="A placeholder in a sent email tells every reader that nobody read it before it went.",
    bad=Example(
        "---\ntitle: The harbour bridge\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe bridge closes in spring (date TK). [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The harbour bridge\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe bridge closes in spring. [@report]\n\n"
        "## Notes\n\n- [ ] TK: ask for the date\n",
        {"report": _REPORT},
    ),
    check=check,
)
