"""Which sources of the workspace carry the text of a new one, under whatever name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from nutgraf.app.source_index import Known, SourceIndex
from nutgraf.errors import Faulty
from nutgraf.language import credits as credit_lines
from nutgraf.language.overlap import shared_runs
from nutgraf.language.quotations import read as quotations
from nutgraf.workspace.files import SOURCE_LIMIT, read_text

# Shares of the words outside quotation marks that stand in runs of eight and more in both. Two
# reports of one event share a sentence or two of a statement; a rewrite shares a few paragraphs.
_SAME = 0.6
_PARTLY = 0.2
# Agencies whose reports other outlets carry as they are; spelt as in `language/outlets.py`.
_WIRES_NAMES = """
Associated Press, Reuters, Agence France-Presse, Bloomberg, United Press International,
Press Association, Deutsche Presse-Agentur, Canadian Press, Australian Associated Press,
Press Trust of India, Asian News International, Kyodo News, Yonhap News Agency,
Xinhua News Agency, TASS, EFE, ANSA, Dow Jones Newswires, States Newsroom, KFF Health News
"""
_WIRES: Final = frozenset(name.strip() for name in _WIRES_NAMES.split(","))


@dataclass(frozen=True)
class Twin:
    """A source with the same text: `share` of the new one's words, 0 to 1, stand in it.

    `wire` is the agency that both credit, or None. `how` is `page` for the same address, `text`
    for the same body, `story` for most of it and `part` for a part.
    """

    source: Known
    how: Literal["page", "text", "story", "part"]
    share: float
    wire: str | None = None


def twins(
    index: SourceIndex, body: str, *, hashed: str, url: str | None, publisher: str | None = None
) -> tuple[Twin, ...]:
    """The sources that are the same page, or carry the same text; the nearest first."""
    found: dict[str, Twin] = {}
    for one in index.with_hash(hashed):
        found[one.path] = Twin(one, "text", 1.0)
    for one in index.at_page(url) if url else ():
        if one.path not in found:
            found[one.path] = Twin(one, "page", 1.0)
    for twin in _sharing(index, body, publisher):
        found.setdefault(twin.source.path, twin)
    order = ("text", "page", "story", "part")
    return tuple(sorted(found.values(), key=lambda one: (order.index(one.how), -one.share)))


def _sharing(index: SourceIndex, body: str, publisher: str | None) -> Iterator[Twin]:
    count = _unquoted(body)
    agencies = _agencies(body, publisher)
    for alike in index.alike(body):
        try:
            other = body_of(index, alike.source)
        except Faulty:
            continue
        shared = sum(run.words for run in shared_runs(body, other))
        share = min(1.0, shared / max(1, count))
        if share < _PARTLY:
            continue
        common = agencies & _agencies(other, alike.source.publisher)
        yield Twin(
            alike.source, "story" if share >= _SAME else "part", share, min(common, default=None)
        )


def body_of(index: SourceIndex, known: Known) -> str:
    """The text of a source as it stands on disk. Raises Faulty where it cannot be read."""
    text = read_text(index.root, Path(known.path), limit=SOURCE_LIMIT).text
    return "".join(text.splitlines(keepends=True)[known.first_line - 1 :])


def _unquoted(body: str) -> int:
    quoted = sum(len(one.words.split()) for one in quotations(body))
    return len(body.split()) - quoted


def _agencies(body: str, publisher: str | None) -> set[str]:
    """The agencies that a text credits with all of it, or that publish it."""
    named = {one.outlet.name for one in credit_lines.read(body)}
    return {*named, publisher or ""} & _WIRES
