"""Where the sources of a pack say what a claim says, sentence by sentence, and in whose voice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from nutgraf.evidence.alignment import Alignment, Asked, compared_words
from nutgraf.evidence.index import Index, Window
from nutgraf.evidence.once import lasting, once
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language.noun_phrases import BLANK
from nutgraf.language.verb_forms import verbs
from nutgraf.language.voices import Voice, voices

# With less of its words in a sentence, the sentence is of something else.
LEAST = 0.5
# A sentence that has so much of what the best one has says the same.
AS_GOOD = 0.85
# With so much of it and its verb, a sentence may say it with the one before.
_SOME = 0.3
_RECALLED = 0.9
# With fewer of its words as they are, a sentence need not be read closely.
_SAME = 0.25
_FIGURES = 0.4  # what a sentence loses that has none of a claim's figures
_FEWEST = 2  # words of a claim by which it can be told from others


@dataclass(frozen=True)
class Witness:
    """A sentence of a source that says what a claim says; `share`: how much of it it has.

    `voices` are those that answer for the shared words, at offsets of the source's body; none
    where the source says it itself.
    """

    source: str
    index: Index
    sentence: int
    alignment: Alignment
    share: float
    voices: tuple[Voice, ...]

    @property
    def span(self) -> Span:
        return self.index.reading.sentences[self.sentence]

    def party(self, voice: Voice) -> str:
        """The words for who says it; '' where the sentence does not tell."""
        return "" if voice.party is None else self.index.reading.text[slice(*voice.party)]


def witnesses(
    claim: Reading, start: int, end: int, sources: Sequence[tuple[str, Index]]
) -> tuple[Witness, ...]:
    """The sentences of sources that say what `claim.text[start:end]` does, the best first."""
    words = compared_words(claim, start, end)
    if len(words) < _FEWEST:
        return ()
    found = [one for name, index in sources for one in of_source(claim, (start, end), name, index)]
    found.sort(key=lambda one: -one.share)
    return tuple(one for one in found if one.share >= max(LEAST, AS_GOOD * found[0].share))


@once
def of_source(claim: Reading, span: Span, name: str, index: Index) -> tuple[Witness, ...]:
    """The sentences of one source that have half of what `claim.text[span]` says, in order."""
    return tuple(_found_in(claim, span, name, index))


def _found_in(claim: Reading, span: Span, name: str, index: Index) -> Iterator[Witness]:
    words = compared_words(claim, *span)
    numbers = {
        number
        for window in index.windows(claim.stems_in(*span))
        for number in range(window.first, window.last)
    }
    acts = _acts(claim, span)
    asked = Asked(words, index)
    for number in sorted(numbers):
        sentence = Window(number, number + 1, 0.0)
        places = asked.places(sentence)
        if sum([word.stem in places for word in words]) < _SAME * len(words):
            continue
        loss = 1 - _FIGURES * _lacking(claim, span, index, number)
        before = Window(max(0, number - 1), number + 1, 0.0)
        highest = asked.highest(places)
        if highest >= _SOME:
            highest = max(highest, _RECALLED * asked.highest(asked.places(before)))
        if highest * loss < LEAST:
            continue
        alone = asked.beside(sentence)
        share = alone.coverage
        if share >= _SOME and acts & {alone.ours[match.claim].start for match in alone.matches}:
            # `It`, `the plant`: what is meant stands in the sentence before.
            share = max(share, _RECALLED * asked.beside(before).coverage)
        share *= loss
        if share >= LEAST:
            yield Witness(name, index, number, alone, share, _governing(alone, index, number))


def _lacking(claim: Reading, span: Span, index: Index, number: int) -> float:
    """The share of the figures of a claim that a sentence has not."""
    ours = [one for one in claim.figures if span[0] <= one.start < span[1] and not one.weak]
    if not ours:
        return 0.0
    theirs = _values(index.reading, number)
    return sum(one.low not in theirs for one in ours) / len(ours)


@once
def _values(reading: Reading, number: int) -> frozenset[Decimal]:
    """What the figures of a sentence amount to."""
    low, high = reading.sentences[number]
    inside = [one for one in reading.figures if low <= one.start < high]
    return frozenset([one.low for one in inside] + [one.high for one in inside])


def _acts(claim: Reading, span: Span) -> frozenset[int]:
    """Where the verbs of a claim stand."""
    words = claim.words_in(*span)
    return frozenset(words[at].start for at in verbs(words))


@lasting
def sentence_voices(index: Index, number: int) -> tuple[Voice, ...]:
    """The voices of a sentence of a source, at offsets of its body."""
    low, high = index.reading.sentences[number]
    text = list(index.reading.text[low:high])
    for quoted in index.reading.quotations:
        if quoted.start >= high or quoted.end <= low:
            continue
        for first, last in quoted.pieces:
            for at in range(max(first, low), min(last, high)):
                text[at - low] = BLANK
    said = [
        Voice(
            quoted.speaker.start,
            quoted.speaker.end,
            (quoted.speaker.start, quoted.speaker.end),
            (max(first, low), min(last, high)),
            contested=False,
        )
        for quoted in index.reading.quotations
        if quoted.speaker is not None and quoted.start < high and low < quoted.end
        for first, last in quoted.pieces
        if first < high and low < last
    ]
    return (*said, *_spoken("".join(text), low))


def _spoken(text: str, low: int) -> tuple[Voice, ...]:
    """The voices of a sentence that stands at `low`, its quoted words blanked out."""
    return tuple(
        Voice(
            one.start + low,
            one.end + low,
            None if one.party is None else (one.party[0] + low, one.party[1] + low),
            (one.said[0] + low, one.said[1] + low),
            one.contested,
        )
        for one in voices(text)
    )


def _governing(one: Alignment, index: Index, number: int) -> tuple[Voice, ...]:
    """The voices that answer for most of what the sentence has of the claim."""
    shared = [one.theirs[match.passage].start for match in one.matches]
    return tuple(
        voice
        for voice in sentence_voices(index, number)
        if _answers_for(voice, [at for at in shared if not _is_of_party(voice, at)])
    )


def _answers_for(voice: Voice, shared: Sequence[int]) -> bool:
    """Whether a voice says more than half of some words."""
    return 2 * sum(voice.said[0] <= at < voice.said[1] for at in shared) > len(shared)


def _is_of_party(voice: Voice, at: int) -> bool:
    """Whether a word tells who says it: it stands in the party, or between it and the verb."""
    if voice.party is None:
        return False
    low, high = min(voice.party[0], voice.start), max(voice.party[1], voice.end)
    return low <= at < high
