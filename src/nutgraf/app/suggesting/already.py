"""What a brief tells already, asked the other way round: how much of a source's words it has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from nutgraf.checks.case import Case
from nutgraf.checks.heard import Heard
from nutgraf.checks.told_to_readers import Told
from nutgraf.evidence.alignment import best_alignment
from nutgraf.evidence.index import Index, build
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.reading import Reading, Span, read
from nutgraf.evidence.unknowns import is_among
from nutgraf.language.speakers import same_name
from nutgraf.language.voices import voices
from nutgraf.model import Evidence

# The share of a passage's words, by weight, that one place of the brief has which tells of it.
TOLD = 0.5
# The share of a quoted sentence that stands where the brief says what its speaker said.
_PARAPHRASED = 0.2
_RUN = 7  # words
_FEWEST = 4  # words; fewer are a term that is taken up


@dataclass(frozen=True)
class Already:
    """What goes out of a brief, read as a source is."""

    case: Case

    @cached_property
    def reading(self) -> Reading:
        """The words of the brief, each paragraph, bullet and cell once."""
        proses = {id(one.prose): one.prose.text for one in self.case.told if one.published}
        text = "\n\n".join(proses.values())
        return read(text, self.case.brief.date, self.case.pack.names())

    @cached_property
    def _index(self) -> Index:
        return build(self.reading)

    @cached_property
    def _stories(self) -> dict[int, frozenset[str]]:
        """The stems of each story, with those that stand before all of them."""
        stems = {number: frozenset[str]() for number in range(max(1, len(self.case.brief.stories)))}
        for one in self.case.told:
            for number in stems if one.published else ():
                if one.story in (number, None):
                    stems[number] |= one.stems
        return stems

    def story_of(self, topic: frozenset[str]) -> tuple[int, frozenset[str]]:
        """The story that has most of some stems, and its own with those that stand before all."""
        stems = self._stories
        best = max(stems, key=lambda number: (len(topic & stems[number]), -number))
        return best, stems[best]

    def story_at(self, span: SourceSpan) -> int:
        """The story that has most of a passage; of its neighbours, where that does not tell."""
        index = self.case.pack.sources[span.source.casefold()].index
        reading = index.reading
        at = reading.sentence_at(span.start)
        around = reading.sentences[max(0, at - 1) : at + 2]
        own = frozenset(reading.stems_in(span.start, span.end))
        near = frozenset(reading.stems_in(around[0][0], around[-1][1])) if around else own

        def had(number: int) -> tuple[float, int]:
            stems = self._stories[number]
            weight = 2 * sum(map(index.weight, own & stems))
            return weight + sum(map(index.weight, (near - own) & stems)), -number

        return max(self._stories, key=had)

    def nearness(self, span: SourceSpan) -> float:
        """In tenths, the share of a passage and the sentence before it that the brief speaks of."""
        reading = self.case.pack.sources[span.source.casefold()].index.reading
        at = reading.sentence_at(span.start)
        low = reading.sentences[max(0, at - 1)][0] if reading.sentences else span.start
        topic = frozenset(reading.stems_in(low, span.end))
        _, stems = self.story_of(topic)
        return round(len(topic & stems) / len(topic), 1) if topic else 0.0

    def share(self, span: SourceSpan) -> float:
        """The share of a passage, its names aside, that one place of the brief has at most."""
        reading = self.case.pack.sources[span.source.casefold()].index.reading
        names = [(one.start, one.end) for one in reading.names]
        words = [
            word
            for word in reading.words_in(span.start, span.end)
            if word.content and not any(low <= word.start < high for low, high in names)
        ]
        windows = self._index.windows(tuple(sorted({word.stem for word in words})))
        best = best_alignment(words, self._index, windows)
        return 0.0 if best is None else best.coverage

    @property
    def quotations(self) -> tuple[Heard, ...]:
        """The quotations that go out."""
        return self.case.quotations

    @cached_property
    def names(self) -> frozenset[str]:
        """The names that stand in what goes out."""
        return frozenset(one.text for one in self.reading.names)

    def names_person(self, name: str) -> bool:
        """Whether somebody is named in it, be it by the surname or in small letters."""
        last = name.rsplit(maxsplit=1)[-1] if name.split() else ""
        if last[:1].isupper() and last.lower() in self._index.plain:
            return True
        return any(same_name(one, name) for one in self.names)

    def has_word(self, word: str) -> bool:
        """Whether a word, in small letters, stands anywhere in it."""
        return word in self._index.plain

    @cached_property
    def _runs(self) -> frozenset[tuple[str, ...]]:
        return frozenset(_runs_of([word.lower for word in self.reading.words]))

    def repeats(self, span: SourceSpan) -> bool:
        """Whether it has so many words of a passage in a row that it was taken from there."""
        reading = self.case.pack.sources[span.source.casefold()].index.reading
        words = [word.lower for word in reading.words_in(span.start, span.end)]
        return any(run in self._runs for run in _runs_of(words))

    def reports(self, speaker: str, span: SourceSpan) -> bool:
        """Whether the brief tells what somebody said in own words, and that may be a passage."""
        reading = self.case.pack.sources[span.source.casefold()].index.reading
        topic = frozenset(reading.stems_in(span.start, span.end))
        stems = frozenset[str]().union(*(one.stems for one in self._letting(speaker)))
        shared = sum(is_among(stem, stems) for stem in topic)
        return bool(shared) and shared >= _PARAPHRASED * len(topic)

    def _letting(self, speaker: str) -> Iterator[Told]:
        """The sentences in which the brief lets somebody speak, each with the next one."""
        last = speaker.rsplit(maxsplit=1)[-1] if speaker.split() else speaker
        told = [one for one in self.case.told if one.published and one.quotation is None]
        for at, one in enumerate(told):
            spoken = any(voice.party is not None for voice in voices(one.text))
            if spoken and re.search(rf"\b{re.escape(last)}\b", one.text):
                yield from told[at : at + 2]

    def quotes(self, span: SourceSpan) -> bool:
        """Whether a quotation of the brief has words of a passage, be it from another source."""
        return any(
            witness.source.casefold() == span.source.casefold()
            and witness.comparison.wording != "different"
            and _is_much(witness.comparison.source, heard.words, span)
            for heard in self.case.quotations
            for witness in heard.witnesses
        )

    def tells(self, span: SourceSpan) -> bool:
        """Whether the brief tells a passage, in whatever words."""
        return self.share(span) >= TOLD


def _runs_of(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for at in range(len(words) - _RUN + 1):
        yield tuple(words[at : at + _RUN])


def _is_much(theirs: Span, words: str, span: SourceSpan) -> bool:
    """Whether quoted words are so many that they quote a passage, or the half of it."""
    shared = min(theirs[1], span.end) - max(theirs[0], span.start)
    if shared <= 0:
        return False
    return len(words.split()) >= _FEWEST or shared * 2 >= span.end - span.start


def overlaps(span: SourceSpan, evidence: Evidence, case: Case) -> bool:
    """Whether a passage and a piece of evidence share a word."""
    if span.source.casefold() != evidence.seed.casefold():
        return False
    place = case.pack.evidence(span).place
    return place.start < evidence.place.end and evidence.place.start < place.end
