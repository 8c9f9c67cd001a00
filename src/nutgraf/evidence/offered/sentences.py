"""Which sentences of a source can stand by themselves in a note."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.evidence.pack import ReadSource
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language import furniture

# Sentences that lean on the one before do not stand by themselves.
_LEANS = re.compile(
    r"(?:[\"“'‘]|(?:he|she|they|it|its|his|her|their|this|that|these|those|but|and|so|also|then|however"
    r"|meanwhile|instead|still|yet|both|the (?:latter|former)|of (?:those|these|them)|among them"
    r"|according to (?:him|her|them)|similarly|in addition|even (?:though|so)|such)\b)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?…][\"'”’)\]]*$")
_MARK = re.compile(r"(?:[-*•+]|\d{1,2}[.)]|>|#{1,6})\s+")
# `HARTFORD, Conn. (AP) — `, `May 5 (Reuters) - `: where and for whom it was written.
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}(?:, [A-Z][\w. ]{1,20}?)?(?: \([\w .&]{2,30}\))?"
    r"|(?:[A-Z][\w.]+,? ){0,3}\d{0,2} ?\([A-Z][\w .&]{1,30}\)) ?(?:—|–|--?) (?=[A-Z\"“‘'])"
)
_LONGEST = 420  # characters of a sentence that is offered
_FEWEST = 5  # words


def standing(source: ReadSource) -> Iterator[Span]:
    """The sentences that stand by themselves, in order, without the sign of a list before them.

    Not page furniture, headings, rows of tables, nor what begins with a pronoun, a quotation or a
    word that joins it to the sentence before.
    """
    reading = source.index.reading
    for sentence in reading.sentences:
        start, end = bare(reading, sentence)
        if end - start > _LONGEST or furniture.covers(source.furniture, start, end):
            continue
        if stands(reading.text[start:end]) and not _is_quoted(reading, (start, end)):
            yield start, end


def stands(text: str) -> bool:
    """Whether a sentence is whole and says of itself what it speaks of."""
    if "\n" in text.strip() or "|" in text or len(text.split()) < _FEWEST:
        return False
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        return False  # a part of a quotation is missing
    return bool(_ENDS.search(text)) and not _LEANS.match(text) and not text[:1].islower()


def ends(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return _ENDS.search(text) is not None


def leans(text: str) -> bool:
    """Whether a sentence begins with a word for what stands before it."""
    return bool(_LEANS.match(text))


def bare(reading: Reading, span: Span) -> Span:
    """The span of a sentence without white space, a dateline, or the sign of a list before it."""
    start, end = span
    text = reading.text[start:end]
    start += len(text) - len(text.lstrip())
    found = _MARK.match(reading.text, start, end)
    if found:
        start = found.end()
    dateline = _DATELINE.match(reading.text, start, end)
    if dateline:
        start = dateline.end()
    return start, start + len(reading.text[start:end].rstrip())


def _is_quoted(reading: Reading, span: Span) -> bool:
    """Whether half of a sentence and more is somebody's quoted words."""
    inside = sum(
        max(0, min(span[1], high) - max(span[0], low))
        for one in reading.quotations
        for low, high in one.pieces
    )
    return 2 * inside > span[1] - span[0]
