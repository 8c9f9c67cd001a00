"""Where a brief has several sources confirm a thing, and what the sources show of that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nutgraf.checks.case import Case
from nutgraf.checks.differing import sentence_of
from nutgraf.checks.voice_match import shares_word
from nutgraf.checks.voiced import is_outlet
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.once import lasting
from nutgraf.evidence.reading import Reading
from nutgraf.evidence.witnesses import AS_GOOD, Witness, of_source
from nutgraf.language.confirming import CONFIRMING, NOT_CHECKED, TOGETHER, VOUCHES
from nutgraf.language.near_words import neighbours
from nutgraf.language.outlet_names import same_outlet
from nutgraf.language.party_kinds import kind_of
from nutgraf.language.voices import Voice

_BACK, _ON = 3, 0  # sentences around `has not verified it` in which stands what is meant
_SPEAKS = 0.4  # of what is said must stand there
_FEWEST = 3  # words of it
_SEVERAL = 2
_WHOLE = 9  # words of a clause that says more than `the Post broke that story`
_OF_CASE = re.compile(
    r"\b(?:complaint|(?:law)?suit|petition|indictment|court (?:filing|papers|documents))\b"
)
_OPEN = re.compile(
    r"\b(?:not|no|none|neither|nobody|never|without|until|unless|if|whether|before|yet to)\b"
    r"|n[’']t\b",
    re.IGNORECASE,
)
_IT = re.compile(r" (?:it|this|that|(?:the|that) (?:report|story|account|claim))\W*$")
_PARTED = re.compile(r",? and |, ")
_THAT = re.compile(r",? (?:that|on|how)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Together:
    """`the Post and the Herald confirm`: where it stands, what is said, whether it vouches.

    `named` are the ids of the sources that it names, empty where it only counts them; all offsets
    are of the reading's text.
    """

    judged: JudgedClaim
    words: tuple[int, int]
    said: tuple[int, int]
    vouches: bool
    named: tuple[str, ...]


def together(case: Case, judged: JudgedClaim) -> Together | None:
    """Where the sentence of a claim has several outlets say a thing together."""
    low, high = sentence_of(judged)
    text = judged.reading.text
    found = CONFIRMING.search(text, low, high)
    named: tuple[str, ...] = ()
    if found is None:
        found = TOGETHER.search(text, low, high)
        if found is None or (
            found["verb"].startswith("agree") and _THAT.match(text, found.end()) is None
        ):
            return None
        named = tuple(dict.fromkeys(_named(case, found["who"])))
        if len(named) < _SEVERAL:
            return None
    if any(one.start <= found.start() < one.end for one in judged.reading.quotations):
        return None
    sides = [(low, found.start()), (found.end(), high)]
    if _IT.match(text, found.end(), high):
        # `The Star broke the news; the Echo and the Herald have confirmed it.`
        number = judged.reading.sentence_at(low)
        if number and len(text[low : found.start()].split()) < _WHOLE:
            sides = [judged.reading.sentences[number - 1]]
    behind = _THAT.match(text, found.end()) is not None
    said = sides[1] if behind and len(sides) > 1 else max(sides, key=lambda one: one[1] - one[0])
    vouches = VOUCHES.search(text, *found.span()) is not None
    vouches = vouches and _OPEN.search(text, low, found.end()) is None
    return Together(judged, found.span(), said, vouches, named)


def _named(case: Case, who: str) -> Iterator[str]:
    """The ids of the sources whose publishers a list names: in full, in part, by its letters."""
    for name in _PARTED.split(who):
        words = name.removeprefix("The ").removeprefix("the ").split()
        for one in case.pack:
            publisher = one.source.publisher or ""
            theirs = publisher.split()
            letters = "".join(word[0] for word in theirs if word[0].isupper())
            if words and (
                all(word in theirs for word in words)
                or words == [letters]
                or same_outlet(name, publisher)
            ):
                yield one.source.id


def told_by(case: Case, shown: Together) -> dict[str, list[Witness]]:
    """The sentences that say what is said, the best first, by source: of those named if any are."""
    numbers = _numbers(shown.judged.reading, shown.said)
    found = {}
    for name, index in case.pack.indexes(dict.fromkeys(shown.named or case.pack.sources)):
        of_words = of_source(shown.judged.reading, shown.said, name, index)
        told = [one for one in of_words if numbers <= _numbers(index.reading, one.span)]
        if told:
            highest = max(one.share for one in told)
            good = [one for one in told if one.share >= AS_GOOD * highest]
            found[name] = sorted(good, key=lambda one: -one.share)
    return found


def _numbers(reading: Reading, span: tuple[int, int]) -> frozenset[str]:
    """The words of a span that have a digit: figures, days."""
    words = reading.words_in(*span)
    return frozenset(word.stem for word in words if any(map(str.isdigit, word.lower)))


def one_party(case: Case, told: Mapping[str, Sequence[Witness]]) -> tuple[Witness, Voice] | None:
    """The sentence with the one party to whom all sources give it; none where one does not."""
    if len(told) < _SEVERAL:
        return None
    spoken: dict[str, list[tuple[Witness, Voice]]] = {}
    for name, own in told.items():
        for witness in own:
            voices = [one for one in witness.voices if one.party is not None]
            if not voices or any(is_outlet(witness.party(one), case.pack) for one in voices):
                return None
            spoken.setdefault(name, []).append((witness, voices[0]))
    first, *others = spoken.values()
    for witness, voice in first:
        party = witness.party(voice)
        if all(any(_are_one(party, it.party(by)) for it, by in other) for other in others):
            return witness, voice
    return None


def _are_one(one: str, other: str) -> bool:
    """Whether two parties are one: by a word, or as papers of one case."""
    papers = kind_of(one) == "paper" and kind_of(other) == "paper"
    of_case = _OF_CASE.search(one) is not None and _OF_CASE.search(other) is not None
    return papers or of_case or shares_word(one, other)


def unchecked(case: Case, shown: Together) -> tuple[str, SourceSpan] | None:
    """The publisher and the words of a source that has not checked what it is said to confirm."""
    words = _words_said(shown)
    for name, index in case.pack.indexes(dict.fromkeys([*shown.named, *case.pack.sources])):
        for low, high, number in _not_checked(index.reading):
            sentences = index.reading.sentences
            first = sentences[max(0, number - _BACK)][0]
            last = sentences[min(len(sentences) - 1, number + _ON)][1]
            there = {word.stem for word in index.reading.words_in(first, last)}
            shared = sum(one in there or bool(neighbours(one) & there) for one in words)
            if shared >= max(_FEWEST, _SPEAKS * len(words)):
                publisher = case.pack.sources[name.casefold()].source.publisher or name
                return publisher, SourceSpan(name, low, high)
    return None


def _words_said(shown: Together) -> frozenset[str]:
    """The stems of what is said to be confirmed."""
    words = shown.judged.reading.words_in(*shown.said)
    return frozenset(word.stem for word in words if word.content)


@lasting
def _not_checked(reading: Reading) -> tuple[tuple[int, int, int], ...]:
    return tuple(
        (*found.span(), reading.sentence_at(found.start()))
        for found in NOT_CHECKED.finditer(reading.text)
    )
