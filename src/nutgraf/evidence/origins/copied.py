"""Which sources share running text: one has copied the other, or both a third.

Eight words in a row outside quotation marks (design of the checker). Names of bodies and laws,
stock phrases of newsrooms, page furniture, and words that a document of the pack has or that a
source quotes are no such run; nor is the one line in which two describe the same document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from nutgraf.language import furniture
from nutgraf.language.marks import pieces
from nutgraf.language.overlap import SharedRun, runs_of, shared_runs
from nutgraf.language.stems import read as read_words
from nutgraf.language.stock_phrases import STOCK
from nutgraf.language.typography import small_letters
from nutgraf.model import Source

DOCUMENTS = frozenset(["primary", "official", "transcript"])
# Words that tell something, in all runs together: of two articles, and of an article and a
# document, which everybody describes in its own words.
_LEAST, _LEAST_OF_DOCUMENT = 5, 16
_SAYS = re.compile(
    r"\b(?:according to|said|says|stated|wrote|alleges?d?|argued|announced|filings?|documents?"
    r"|declaration|affidavit|complaint|indictment|ruling|statement|records)\b"
)


def copied_pairs(sources: Sequence[Source]) -> Iterator[tuple[Source, Source]]:
    """The pairs of sources that share running text, in the order of the pack."""
    grams = {source.id: runs_of(source.body) for source in sources}
    documents = [source for source in sources if source.kind in DOCUMENTS]
    quoted = {source.id: _quoted(source.body) for source in sources}
    for one, other in combinations(sources, 2):
        common = grams[one.id] & grams[other.id]
        if not common:
            continue
        for document in documents:
            if document not in (one, other):
                common -= grams[document.id]
        if common and _telling(one, other, quoted) >= _least(one, other):
            yield one, other


def _least(one: Source, other: Source) -> int:
    is_document = one.kind in DOCUMENTS or other.kind in DOCUMENTS
    return _LEAST_OF_DOCUMENT if is_document else _LEAST


def _quoted(text: str) -> str:
    return " ".join(_plain(text[one.start : one.end]) for one in pieces(text))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", small_letters(text)))


def _telling(one: Source, other: Source, quoted: Mapping[str, str]) -> float:
    """How many words that tell something two sources share in runs."""
    furnitures = furniture.read(one.body), furniture.read(other.body)
    return sum(
        _weight(one.body, run, other.body)
        for run in shared_runs(one.body, other.body)
        if not furniture.covers(furnitures[0], *run.first)
        and not furniture.covers(furnitures[1], *run.second)
        and not any(_plain(one.body[slice(*run.first)]) in words for words in quoted.values())
    )


def _weight(text: str, run: SharedRun, other: str) -> float:
    """The words of a run that tell something; half of them where both say whose words they are."""
    words = text[slice(*run.first)]
    if STOCK.search(words):
        words = STOCK.sub(" ", words)
    telling = [
        word
        for word in read_words(words)
        if word.content and not word.capital and not word.lower[0].isdigit()
    ]
    attributed = _is_attributed(text, run.first) and _is_attributed(other, run.second)
    return len(telling) / 2 if attributed and not _SAYS.search(words) else len(telling)


def _is_attributed(text: str, span: tuple[int, int]) -> bool:
    low = max(text.rfind(". ", 0, span[0]), text.rfind("\n", 0, span[0])) + 1
    ends = text.find(". ", span[1]), text.find("\n", span[1]), len(text)
    stop = min(at for at in ends if at >= 0)
    return _SAYS.search(text, low, stop) is not None
