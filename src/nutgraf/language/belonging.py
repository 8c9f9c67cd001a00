"""To whom somebody belongs: for whom they work, play or speak, of what they are members.

Gathered by hand from the ways in which news reports give employers, clubs and bodies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]
Sort = Literal["works", "plays", "member", "represented"]

_NAME = (
    r"(?:the )?(?P<name>[A-Z][\w’'&.-]*(?: (?:of|and|for|the|de|&) (?=[A-Z])| (?=[A-Z])"
    r"|(?<= )[A-Z][\w’'&-]*)*)"
)
_SORTS: tuple[tuple[Sort, str], ...] = (
    (
        "works",
        (
            r"(?:work(?:s|ed|ing)? (?:for|at)|(?:is |are |was |were |been )?employed (?:by|at)"
            r"|employees? of|(?:is |are |was |were )?hired by|staff of|(?:drove|flew|sailed) for)"
        ),
    ),
    ("plays", r"(?:play(?:s|ed|ing)? for|signed (?:for|with)|joined)"),
    ("member", r"(?:members? of|belong(?:s|ed)? to)"),
    ("represented", r"(?:is |are |was |were )?represented by"),
)
_TOLD = tuple((sort, re.compile(rf"\b{words} {_NAME}")) for sort, words in _SORTS)


@dataclass(frozen=True, slots=True)
class Belonging:
    """`text[start:end]` is the name of the house; the verb begins at `verb`."""

    sort: Sort
    verb: int
    start: int
    end: int
    name: str


def read(text: str, start: int = 0, end: int | None = None) -> Iterator[Belonging]:
    """Every belonging told in a span of a text, in no order."""
    stop = len(text) if end is None else end
    for sort, pattern in _TOLD:
        for found in pattern.finditer(text, start, stop):
            name = found["name"].strip(" .,’'")
            at = found.start("name")
            yield Belonging(sort, found.start(), at, at + len(name), name)
