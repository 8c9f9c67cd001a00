"""Words in what stands around them, with the words that matter marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.model import Brief, FileText, Place
from nutgraf.workspace.wiki_links import Citable, read_plain_link

_UNSEEN = re.compile(r"\s*\[@[^\]\n]*\]|\s*(?P<link>\[\[[^\]\n]+\]\])|\s*<!--.*?-->|\s*%%.*?%%")


@dataclass(frozen=True)
class Shown:
    """A stretch of a file as people read it; `marks` are the spans that matter, or none for all."""

    text: str
    marks: tuple[tuple[int, int], ...]


def file_of(path: str, brief: Brief) -> FileText | None:
    """The file of a brief, of what it embeds, or of its pack."""
    files = (brief.file, *brief.embedded, *(source.file for source in brief.pack))
    return next((file for file in files if file.path == path), None)


def around(place: Place, brief: Brief, *, most: int) -> Shown:
    """The words at a place within their line, in `most` characters or so.

    Citations, comments and line ends are left out. Empty where the file is not of the brief.
    """
    file = file_of(place.path, brief)
    if file is None:
        return Shown("", ())
    start, end = place.start, min(place.end, place.start + most)
    low, high = _line(file, start, end)
    spare = max(most - (end - start), 0)
    low = _word_start(file.text, max(low, start - spare // 2), low)
    high = _word_end(file.text, min(high, end + spare - spare // 2), high)
    return _clean(file.text, (low, high), (start, end), _citable(brief), cut=end < place.end)


def _line(file: FileText, start: int, end: int) -> tuple[int, int]:
    """The span of the lines that hold a span, without what begins a bullet or a quotation."""
    text = file.text
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", max(end, start))
    high = len(text) if high < 0 else high
    lead = re.compile(r"[\s>•*+\-|]*").match(text, low, start)
    return (lead.end() if lead else low), high


def _word_start(text: str, at: int, low: int) -> int:
    while low < at < len(text) and not text[at - 1].isspace():
        at -= 1
    return at


def _word_end(text: str, at: int, high: int) -> int:
    while at < high and not text[at].isspace():
        at += 1
    return at


def _citable(brief: Brief) -> Citable:
    """What a link in a file of the brief is a citation of; of others the words are shown."""
    ids = {source.id.casefold() for source in brief.pack}
    ids |= {name.partition("#")[0] for name in brief.sent_before}
    return Citable(lambda name: name.casefold() in ids)


def _clean(
    text: str, span: tuple[int, int], mark: tuple[int, int], citable: Citable, *, cut: bool
) -> Shown:
    """The span in plain words; the mark keeps to its words."""
    pieces: list[str] = []
    low = high = -1
    length = 0
    for at, character in _kept(text, span, citable):
        if at >= mark[0] and low < 0:
            low = length
        if at < mark[1]:
            high = length + len(character)
        pieces.append(character)
        length += len(character)
    shown = "".join(pieces)
    stripped = len(shown) - len(shown.lstrip())
    shown = shown.strip()
    low, high = max(0, low - stripped), min(len(shown), max(high, low) - stripped)
    before = "" if span[0] == 0 or text[span[0] - 1] == "\n" or _leads(text, span[0]) else "…"
    after = "…" if cut or (span[1] < len(text) and text[span[1]] not in "\r\n") else ""
    whole = low <= 0 and high >= len(shown)
    marks = () if whole or high <= low else ((low + len(before), high + len(before)),)
    return Shown(f"{before}{shown}{after}", marks)


def _leads(text: str, at: int) -> bool:
    start = text.rfind("\n", 0, at) + 1
    return not text[start:at].strip(" \t>•*+-|")


def _unseen(text: str, span: tuple[int, int], citable: Citable) -> Iterator[int]:
    """The offsets of what is for nobody who reads: citations, comments, the brackets of links."""
    for found in _UNSEEN.finditer(text, *span):
        link = read_plain_link(text, found.start("link"), citable) if found["link"] else None
        if link is None:
            yield from range(*found.span())
        else:
            yield from range(found.start("link"), link.said[0])
            yield from range(link.said[1], link.end)


def _kept(text: str, span: tuple[int, int], citable: Citable) -> Iterator[tuple[int, str]]:
    """The characters that readers see, white space single, each with its offset."""
    low, high = span
    skipped = set(_unseen(text, span, citable))
    space = False
    for at in range(low, high):
        if at in skipped:
            continue
        if text[at].isspace():
            if not space:
                yield at, " "
            space = True
            continue
        space = False
        if text[at] not in "*_`" or (text[at] == "_" and text[at - 1 : at].isalnum()):
            yield at, text[at]
