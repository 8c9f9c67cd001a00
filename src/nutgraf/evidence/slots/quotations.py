"""Quotations: the words to the letter, and the speaker who said them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.evidence.difference import Difference, Relation
from nutgraf.evidence.index import Index
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language.limits import LIMITS
from nutgraf.language.name_folding import geographic
from nutgraf.language.quotations import Quoted
from nutgraf.language.speakers import speakers_agree
from nutgraf.language.wording import Comparison, Lost
from nutgraf.language.words import words

# With less of its words in one place, a quotation is not there at all.
FOUND = 0.6
# Words; fewer in quotation marks that nobody is said to have said are a title or a way to say it.
FRAGMENT = 3
# Words; a phrase of fewer may be anybody's.
PHRASE = 6
_HONEST = frozenset({"verbatim", "punctuation", "case", "ellipsis", "bracket"})


@dataclass(frozen=True, slots=True)
class QuotedAgainst:
    """A quotation of a claim beside the source: where its words stand there, and what differs.

    `place` is None where the source has them not; `borne_out` tells that the words and, where both
    name one, the speaker are the source's.
    """

    quoted: Quoted
    place: Span | None
    borne_out: bool
    differences: tuple[Difference, ...]


def compared_quotations(
    claim: Reading, start: int, end: int, index: Index
) -> tuple[QuotedAgainst, ...]:
    """The quotations that begin in `claim.text[start:end]`, each held against a source."""
    return tuple(
        _against(claim, quoted, index)
        for quoted in claim.quotations
        if start <= quoted.start < end and any(c.isalnum() for c in quoted.words)
    )


def _against(claim: Reading, quoted: Quoted, index: Index) -> QuotedAgainst:
    found = index.compared(quoted.words)
    if found.wording == "different" or found.similarity < FOUND:
        return QuotedAgainst(quoted, None, False, tuple(_missing(quoted, index)))
    differences = [*_altered(claim, quoted, found, index), *_speaker(quoted, found, index)]
    certain = any(difference.certain for difference in differences)
    return QuotedAgainst(quoted, found.source, not certain, tuple(differences))


def _missing(quoted: Quoted, index: Index) -> Iterator[Difference]:
    """The words are in no passage: a fault where somebody is said to have said them."""
    said = words(quoted.words)
    if len(said) < FRAGMENT and (quoted.speaker is None or _in_source(quoted, index)):
        return
    reason = "no passage has the words in quotation marks"
    certain = len(said) >= FRAGMENT or quoted.speaker is not None
    yield Difference("quotation", "missing", (quoted.start, quoted.end), None, reason, certain)


def _in_source(quoted: Quoted, index: Index) -> bool:
    return all(word.text in index.folded_words for word in words(quoted.words))


def _altered(
    claim: Reading, quoted: Quoted, found: Comparison, index: Index
) -> Iterator[Difference]:
    text = index.reading.text
    if found.wording not in _HONEST:
        relation: Relation = "spliced" if found.wording == "spliced" else "altered"
        for change in found.changes:
            if change.kind in ("skipped", "bracketed"):
                continue
            spans = quoted.spans(*change.claimed_span)
            ours = (spans[0][0], spans[-1][1]) if spans else (quoted.start, quoted.end)
            theirs = change.source_span
            said = text[slice(*theirs)]
            reason = f"the source says “{said}”" if said else "the source has these words not"
            if not change.claimed:
                reason = f"the source goes on “{said}” here"
            yield Difference("quotation", relation, ours, theirs, reason)
            return
        yield Difference(
            "quotation",
            relation,
            (quoted.start, quoted.end),
            found.source,
            f"the source says “{text[slice(*found.source)]}”",
        )
    for lost in found.lost:
        if _turns(claim, quoted, lost):
            reason = f"the cut leaves out “{lost.word}” of the source"
            certain = lost.where == "skipped" and lost.limit in ("negation", "condition")
            yield Difference(
                "quotation", "cut", (quoted.start, quoted.end), lost.span, reason, certain
            )


def _turns(claim: Reading, quoted: Quoted, lost: Lost) -> bool:
    """Whether what was left out limits what is said, and the claim does not say it around it."""
    low = claim.sentences[claim.sentence_at(quoted.start)][0] if claim.sentences else 0
    high = claim.sentences[claim.sentence_at(quoted.end - 1)][1] if claim.sentences else 0
    around = claim.text[low : quoted.start] + " " + claim.text[quoted.end : high]
    outside = {LIMITS.get(word.text) for word in words(around)}
    return lost.limit not in outside and lost.limit in ("negation", "condition")


def _speaker(quoted: Quoted, found: Comparison, index: Index) -> Iterator[Difference]:
    if quoted.speaker is None:
        return
    carrying = [
        one
        for one in index.reading.quotations
        if one.start < found.source[1] > found.source[0] >= 0 and one.end > found.source[0]
    ]
    if not carrying:
        return
    told = [speakers_agree(quoted.speaker.name, one, index.reading.text) for one in carrying]
    if any(one.answer != "differs" for one in told):
        return
    surname = quoted.speaker.name.split()[-1].lower()
    theirs = carrying[0].speaker
    if theirs is not None and surname in theirs.name.lower():
        return
    span = (theirs.start, theirs.end) if theirs else told[0].span
    named = f"{theirs.name}" if theirs else "somebody else"
    reason = f"the source gives the words to {named}"
    ours = (quoted.speaker.start, quoted.speaker.end)
    # Words within a sentence may be anybody's phrase; a country is its capital.
    certain = not geographic(quoted.speaker.name) and (
        quoted.full
        or len(words(quoted.words)) > PHRASE
        or any(one.why in ("name", "hearer") for one in told)
    )
    yield Difference("speaker", "differs", ours, span, reason, certain)
