"""Quantities in words: `most teachers` of a source that says one in three."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.evidence.alignment import Alignment
from nutgraf.evidence.difference import Difference
from nutgraf.evidence.once import once
from nutgraf.evidence.reading import Reading
from nutgraf.language import shares_in_words, stems
from nutgraf.language.counted import same_noun
from nutgraf.language.figure import Figure
from nutgraf.language.parts_of_wholes import Part, parts
from nutgraf.language.shares_in_words import ShareInWords

ENOUGH = 0.55
SPOKEN = 0.6  # of a claim's words, in the sentence that tells a part
_NEXT = 12  # characters from `all` to `22`
_REACH = 60  # characters from a share to what it is of


def quantity_differences(
    claim: Reading, start: int, end: int, best: Alignment
) -> Iterator[Difference]:
    """Quantifiers of a claim that the shares and counts of the passage do not allow."""
    if best.coverage < ENOUGH:
        return
    for share in _shares(claim):
        if not start <= share.start < end:
            continue
        other = _counted(share, claim, best) or _conflicting(share, best)
        if other is not None:
            ours = (share.start, share.end)
            theirs = (other.start, other.end)
            reason = f"the source says {other.text}"
            yield Difference("certainty", "scope widened", ours, theirs, reason)


def _counted(share: ShareInWords, claim: Reading, best: Alignment) -> Figure | None:
    """The part that the source tells of the whole that a claim takes all, or most, of.

    `all 22 proposals` of a source with `19 of the 22 proposals`.
    """
    if share.high == 0:
        return None
    whole = next((one for one in claim.figures if 0 <= one.start - share.end <= _NEXT), None)
    for told in _parts(best.index.reading):
        if not _is_the_whole(share, whole, told):
            continue
        if share.low <= told.share <= share.high or not _is_of_this(told, share, best):
            continue
        return told.part
    return None


def _is_the_whole(share: ShareInWords, whole: Figure | None, told: Part) -> bool:
    """Whether the claim takes its share of what the source tells a part of."""
    if whole is not None:
        alike = same_noun(whole.counts, told.whole.counts) is not False
        return whole.kind == "count" and whole.low == told.whole.low and alike
    return bool(_stems(told.whole.counts) & _stems(share.of))


def _is_of_this(told: Part, share: ShareInWords, best: Alignment) -> bool:
    """Whether the sentence with a part speaks of what the claim says, and not of another part."""
    reading = best.index.reading
    span = reading.sentences[reading.sentence_at(told.part.start)]
    stems = {word.stem for word in reading.words_in(*span)}
    ours = {word.stem for word in best.ours if not share.start <= word.start < share.end}
    return len(ours & stems) >= max(2, SPOKEN * len(ours))


@once
def _parts(reading: Reading) -> tuple[Part, ...]:
    return parts(reading.text, reading.figures)


@once
def _shares(claim: Reading) -> tuple[ShareInWords, ...]:
    return tuple(shares_in_words.read(claim.text))


def _conflicting(share: ShareInWords, best: Alignment) -> Figure | None:
    reading = best.index.reading
    nouns = {word.stem for word in stems.read(share.of) if word.content}
    for figure in reading.figures:
        if not best.span[0] <= figure.start < best.span[1]:
            continue
        if figure.kind == "share" and figure.low == figure.high:
            if _speaks_of(figure, nouns, reading) and not _allows(share, figure):
                return figure
        elif share.low == 100 and figure.base and _stems(figure.base) & nouns:
            return figure
    return None


def _allows(share: ShareInWords, figure: Figure) -> bool:
    if figure.bound in ("under", "at most"):
        return share.low < figure.low
    if figure.bound in ("over", "at least"):
        return share.high > figure.low
    return share.low <= figure.low <= share.high


def _stems(text: str) -> set[str]:
    return {word.stem for word in stems.read(text) if word.content}


def _speaks_of(figure: Figure, nouns: set[str], reading: Reading) -> bool:
    """Whether a share is of the things that the claim counts: named behind it, or before."""
    if figure.base:
        return bool(_stems(figure.base) & nouns)
    low, _ = reading.sentences[reading.sentence_at(figure.start)]
    around = reading.words_in(max(low, figure.start - _REACH), figure.end + _REACH // 2)
    return any(word.stem in nouns for word in around)
