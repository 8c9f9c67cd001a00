"""Citations as they are written: `[@a; @{an id}, para. 4]` and `[[a]]`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nutgraf.workspace.wiki_links import WIKI, Citable

_BRACKET = re.compile(r"\[[ \t]*-?@[^\[\]\n]*\]")
_ITEM = re.compile(
    r"\s*-?@(?:\{(?P<braced>[^{}]*)\}|(?P<plain>[^\s,;{}\[\]]+))\s*(?:,(?P<locator>.*))?"
)
# Pandoc parts with `;` alone; no locator begins with `@`, and people write `[@a, @b]`.
_PARTED = re.compile(r";|,(?=[ \t]*-?@)")


@dataclass(frozen=True, slots=True)
class WrittenCite:
    """One id of a citation, its locator, and where it stands in the text that was read."""

    id: str
    locator: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class WrittenCitation:
    cites: tuple[WrittenCite, ...]
    start: int
    end: int


def read_citation(text: str, at: int, citable: Citable) -> WrittenCitation | None:
    """The citation that begins at the offset `at`, or None.

    A bracket in which one item is not `@id` is text, as it is to Pandoc; `[[a]]` cites only what
    can be cited.
    """
    if wiki := WIKI.match(text, at):
        if not citable.cites(wiki.group(1)):
            return None
        cite = WrittenCite(wiki.group(1).strip(), "", wiki.start(1), wiki.end(1))
        return WrittenCitation((cite,), at, wiki.end())
    bracket = _BRACKET.match(text, at)
    if bracket is None:
        return None
    cites: list[WrittenCite] = []
    start = at + 1
    for piece in _PARTED.split(bracket.group()[1:-1]):
        item = _ITEM.fullmatch(piece)
        if item is None:
            return None
        group = "braced" if item.group("braced") is not None else "plain"
        cites.append(
            WrittenCite(
                item.group(group).strip(),
                (item.group("locator") or "").strip(),
                start + item.start(group),
                start + item.end(group),
            )
        )
        start += len(piece) + 1
    return WrittenCitation(tuple(cites), at, bracket.end())
