"""The quotations of a brief, each beside the places of the pack that have its words.

What they say and who says it is read in the brief and in the source alike; the rules on
quotations only weigh what stands here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from nutgraf.checks.published import published_sections
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.pack import Pack, ReadSource
from nutgraf.language import quotations
from nutgraf.language.quotations import Quoted
from nutgraf.language.wording import Comparison
from nutgraf.model import (
    Brief,
    Citation,
    Evidence,
    Place,
    Prose,
    Quotation,
    Role,
    Sentence,
    Words,
    walk,
    words_of,
)
from nutgraf.workspace.front_prose import front_prose

Span = tuple[int, int]

# What a correction says that we said is no quotation of anybody else.
_OUR_OWN = re.compile(r"\bwe (?:said|wrote|reported|told)\b", re.IGNORECASE)

_GRAVITY = (
    "verbatim",
    "case",
    "punctuation",
    "bracket",
    "ellipsis",
    "altered",
    "spliced",
    "different",
)
HONEST = frozenset(_GRAVITY[:5])


@dataclass(frozen=True)
class Witness:
    """One source beside a quotation: how its words compare, and its own quotation at the place.

    `quoted` is None where the source has the words outside quotation marks. Spans of both are
    offsets of the body of `source`.
    """

    source: str
    cited: bool
    comparison: Comparison
    quoted: Quoted | None

    @property
    def honest(self) -> bool:
        """Whether no word differs, but for what a sign shows."""
        return self.comparison.wording in HONEST

    @property
    def rank(self) -> tuple[int, float]:
        return _GRAVITY.index(self.comparison.wording), -self.comparison.similarity


@dataclass(frozen=True)
class Heard:
    """A quotation as the brief prints it; `spans` are its words in `prose`, outer marks left out.

    `item` is the span of the sentence, or of the whole block where the quotation is one, and
    `block` that block. `speaker_span` is where the speaker stands in the prose.
    """

    prose: Prose
    spans: tuple[Span, ...]
    words: str
    full: bool
    speaker: str
    role: str
    credit: str
    speaker_span: Span
    item: Span
    block: Quotation | None
    story: int
    cites: tuple[str, ...]
    witnesses: tuple[Witness, ...]

    @property
    def place(self) -> Place:
        return self.prose.place(self.spans[0][0], self.spans[-1][1])

    @property
    def speaker_place(self) -> Place:
        return self.prose.place(*self.speaker_span)

    @property
    def item_text(self) -> str:
        return self.prose.text[slice(*self.item)]

    @cached_property
    def around(self) -> str:
        """The writer's own words in the item."""
        text = list(self.item_text)
        for low, high in self.spans:
            text[low - self.item[0] : high - self.item[0]] = " " * (high - low)
        return "".join(text)

    def offset(self, at: int) -> int:
        """Where the character `words[at]` stands in the prose."""
        for low, high in self.spans:
            if at <= high - low:
                return low + at
            at -= high - low + 1
        return self.spans[-1][1]

    @cached_property
    def best(self) -> Witness | None:
        """The source that has the words best: a cited one, if it has them honestly."""
        if not self.witnesses:
            return None
        cited = [one for one in self.witnesses if one.cited and one.honest]
        return min(cited or self.witnesses, key=lambda one: one.rank)


def evidence(pack: Pack, witness: Witness) -> Evidence:
    """The source's words, with their marks where it quotes them."""
    span = witness.comparison.source
    if witness.quoted is not None and witness.quoted.start <= span[0] <= witness.quoted.end:
        low, high = witness.quoted.start, witness.quoted.end
        span = (low, max(high, span[1]))
    return pack.evidence(SourceSpan(witness.source, *span))


def heard_quotations(brief: Brief, pack: Pack) -> tuple[Heard, ...]:
    """Every quotation of what goes out, in reading order, titles and subject first."""
    found: list[Heard] = []
    for _, prose in front_prose(brief):
        found += _in_prose(prose, [(0, len(prose.text))], (), 0, pack)
    for number, story in enumerate(brief.stories):
        if story.title is not None:
            found += _in_words(story.title, number, pack)
    stories = {id(story): number for number, story in enumerate(brief.stories)}
    for story, section in published_sections(brief):
        blocks = [block for block in walk(section.blocks) if isinstance(block, Quotation)]
        quoted = {id(block.words) for block in blocks}
        for words in words_of(section.blocks):
            number = stories[id(story)]
            if id(words) in quoted:
                block = next(block for block in blocks if block.words is words)
                found.append(_block(block, number, pack))
            else:
                found += [
                    one
                    for one in _in_words(words, number, pack)
                    if section.role is not Role.CORRECTIONS or not _OUR_OWN.search(one.around)
                ]
    return tuple(found)


def _witnesses(pack: Pack, words: str, cites: Sequence[str]) -> tuple[Witness, ...]:
    """How each source has `words`; without citations, every source counts as cited."""
    cited = {cite.casefold() for cite in cites}
    return tuple(
        _witness(one, words, cited=not cited or key in cited) for key, one in pack.sources.items()
    )


def _witness(one: ReadSource, words: str, *, cited: bool) -> Witness:
    compared = one.index.compared(words)
    quoted = None
    if compared.wording != "different":
        quoted = _quoted_at(one.index.reading.quotations, compared.source)
    return Witness(one.source.id, cited, compared, quoted)


def _quoted_at(found: Sequence[Quoted], span: Span) -> Quoted | None:
    """The quotation of a source that shares most with a span, or None."""

    def shared(quoted: Quoted) -> int:
        return min(quoted.end, span[1]) - max(quoted.start, span[0])

    best = max(found, key=shared, default=None)
    return best if best is not None and shared(best) > 0 else None


def _block(block: Quotation, story: int, pack: Pack) -> Heard:
    prose = block.words.prose
    spans: tuple[Span, ...] = ((block.start, block.end),)
    speaker, role, credit = block.speaker, block.speaker_role, block.credit
    for quoted in quotations.read(prose.text):
        if len(quoted.pieces) > 1 and quoted.start <= block.start < quoted.end:
            spans = quoted.pieces
            speaker = speaker or (quoted.speaker.name if quoted.speaker else "")
    text = " ".join(prose.text[low:high] for low, high in spans)
    cites = _ids(block.words.citations)
    at = prose.text.find(speaker, spans[0][1]) if speaker else -1
    behind = (at, at + len(speaker)) if at >= 0 else (spans[0][0], spans[-1][1])
    return Heard(
        prose,
        spans,
        text,
        full=True,
        speaker=speaker,
        role=role,
        credit=credit,
        speaker_span=behind,
        item=(0, len(prose.text)),
        block=block,
        story=story,
        cites=cites,
        witnesses=_witnesses(pack, text, cites),
    )


def _in_words(words: Words, story: int, pack: Pack) -> Iterator[Heard]:
    sentences = [_span(sentence) for sentence in words.sentences]
    yield from _in_prose(words.prose, sentences, words.citations, story, pack)


def _span(sentence: Sentence) -> Span:
    return sentence.at, sentence.at + len(sentence.text)


def _in_prose(
    prose: Prose,
    sentences: Sequence[Span],
    citations: Sequence[Citation],
    story: int,
    pack: Pack,
) -> Iterator[Heard]:
    if not any(mark in prose.text for mark in "\"“”„«»‘'"):
        return
    for quoted in quotations.read(prose.text):
        covering = [c for c in citations if c.covers < quoted.end and quoted.start < c.at]
        cites = _ids(covering)
        speaker = quoted.speaker
        yield Heard(
            prose,
            quoted.pieces,
            quoted.words,
            full=quoted.full,
            speaker=speaker.name if speaker else "",
            role=quoted.role.text if quoted.role else "",
            credit=quoted.to.text if quoted.to else "",
            speaker_span=(speaker.start, speaker.end) if speaker else (quoted.start, quoted.end),
            item=_item(sentences, quoted),
            block=None,
            story=story,
            cites=cites,
            witnesses=_witnesses(pack, quoted.words, cites),
        )


def _item(sentences: Sequence[Span], quoted: Quoted) -> Span:
    touched = [(low, high) for low, high in sentences if low < quoted.end and quoted.start < high]
    return (touched[0][0], touched[-1][1]) if touched else (quoted.start, quoted.end)


def _ids(citations: Sequence[Citation]) -> tuple[str, ...]:
    return tuple(cite.id for citation in citations for cite in citation.cites)
