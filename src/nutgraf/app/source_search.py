"""Where some words stand in the sources."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nutgraf.app.source_index import Known, SourceIndex
from nutgraf.errors import Usage

_TERM = re.compile(r"[\"“”](?P<phrase>[^\"“”]*)[\"“”]?|(?P<minus>-)?(?P<word>[^\s\"“”]+)")
_WORD = re.compile(r"\w+")
_AROUND = 60  # characters on each side of what was found


@dataclass(frozen=True)
class Hit:
    """A source that has what was searched for: the words around the best place, and its line."""

    source: Known
    line: int
    words: str
    marks: tuple[tuple[int, int], ...] = ()


def search(index: SourceIndex, text: str, *, limit: int = 10) -> tuple[tuple[Hit, ...], bool]:
    """The sources that have the words of `text`, the best first, and whether they have all of them.

    Words in quotation marks stand together; `wor*` stands for what begins so; `-word` must not
    stand there. Where no source has all words, those that have some. Raises Usage for a text
    without a word.
    """
    wanted, unwanted = _terms(text)
    if not wanted:
        raise Usage(f"“{text}” holds no word to search for", "write a word, or a “phrase”")
    without = "".join(f" NOT {term}" for term in unwanted)
    for joined, whole in ((" AND ", True), (" OR ", False)):
        found = index.matching(f"({joined.join(wanted)}){without}", limit)
        if found or len(wanted) == 1:
            known = index.by_number([number for number, _, _ in found])
            return tuple(_hit(known[number], marked) for number, _, marked in found), whole
    return (), True


def _terms(text: str) -> tuple[list[str], list[str]]:
    """The terms of a query of FTS5, each in quotation marks, so that no sign of it is read."""
    wanted: list[str] = []
    unwanted: list[str] = []
    for term in _TERM.finditer(text):
        words = _WORD.findall(term["phrase"] if term["phrase"] is not None else term["word"])
        if not words:
            continue
        begins = term["word"] is not None and term["word"].endswith("*")
        quoted = f'"{" ".join(words)}"{"*" if begins else ""}'
        (unwanted if term["minus"] else wanted).append(quoted)
    return wanted, unwanted


def _hit(known: Known, marked: str) -> Hit:
    """The place with the most of what matched in a stretch of a few words."""
    starts = [found.start() for found in re.finditer("\x01", marked)]
    if not starts:
        return Hit(known, known.first_line, " ".join(marked[: 2 * _AROUND].split()))
    best = max(starts, key=lambda at: (sum(at <= one < at + 2 * _AROUND for one in starts), -at))
    line = known.first_line + marked.count("\n", 0, best)
    begin = max(marked.rfind("\n", 0, best) + 1, best - _AROUND)
    ends = marked.find("\n", best)
    end = min(len(marked) if ends < 0 else ends, best + 3 * _AROUND)
    if begin and marked[begin - 1] not in "\n ":
        begin = marked.find(" ", begin, best) + 1 or begin
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    length, opened = 0, 0
    for sign in marked[begin:end].rstrip():
        if sign == "\x01":
            opened = length
        elif sign == "\x02":
            spans.append((opened, length))
        else:
            words.append(sign)
            length += 1
    return Hit(known, line, "".join(words), tuple(spans))
