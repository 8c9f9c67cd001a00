"""Whom a noun phrase of a source stands for: the name that is meant, surely or perhaps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from nutgraf.evidence.frames.chunks import PRONOUNS, Chunk
from nutgraf.evidence.frames.frame import Party
from nutgraf.evidence.index import Index
from nutgraf.evidence.reading import Span
from nutgraf.language.given_names import MEN, WOMEN
from nutgraf.language.name_folding import geographic
from nutgraf.language.names import Name
from nutgraf.language.stems import stem

Fill = Literal["same", "other", "unnamed", "unknown"]

_BACK = 3  # sentences back to which `she` or `the company` may go
_INDEFINITE = frozenset({"a", "an", "another", "some"})
_PEOPLE = frozenset({"he", "she", "him", "her"})


def is_person(name: Name, index: Index) -> bool | None:
    """Whether a name is a person's; None where neither it nor the source shows it."""
    known = (name, *index.named(name.text))
    kinds = {one.kind for one in known} - {"unknown"}
    if kinds:
        return "person" in kinds
    if geographic(name.text):
        return False
    if any(1 < len(one.words) < 4 and one.small[0] in MEN | WOMEN for one in known):
        return True
    return None


def is_known(name: Name, index: Index) -> bool:
    """Whether it is surely a name, by its letters or as the source has it."""
    return name.sure or bool(index.named(name.text))


def unlike(name: Name, other: Name, index: Index) -> bool:
    """Whether one name is a person's, and the other not surely one's."""
    return (is_person(name, index) is True) != (is_person(other, index) is True)


def fill(name: Name, party: Party, sentence: int, index: Index) -> tuple[Fill, Span | None]:
    """Whether `name` fills the place of `party` in a sentence of the source, or where who does."""
    told = [_by_phrase(name, phrase, sentence, index) for phrase in party.phrases]
    kinds = {one for one, _ in told}
    if "same" in kinds:
        return "same", None
    if _has(name, party):
        return "unknown", None
    other = next((found for kind, found in told if kind == "other"), None)
    if other is not None:
        if unlike(name, other, index):
            return "unknown", None
        return "other", (other.start, other.end)
    if kinds != {"unnamed"}:
        return "unknown", None
    words = party.phrases[0].words
    return "unnamed", (words[0].start, words[-1].end)


def _by_phrase(name: Name, phrase: Chunk, sentence: int, index: Index) -> tuple[Fill, Name | None]:
    if phrase.name is not None:
        return _by_name(name, phrase.name, index)
    if phrase.first in PRONOUNS:
        return _by_pronoun(name, phrase, sentence, index)
    if phrase.first in _INDEFINITE and not mentioned(name, index, sentence - 1, sentence + 2):
        return "unnamed", None
    return "unknown", None


def _by_name(name: Name, other: Name, index: Index) -> tuple[Fill, Name | None]:
    same = index.names.aliases.same(name.text, other.text)
    if same is True or _shares_word(name, other):
        return "same", None
    if same is None or (geographic(other.text) and geographic(name.text)):
        return "unknown", None
    return "other", other


def _shares_word(name: Name, other: Name) -> bool:
    ours = {stem(word) for word in name.small if len(word) > 2}
    return bool(ours & {stem(word) for word in other.small})


def _by_pronoun(name: Name, phrase: Chunk, sentence: int, index: Index) -> tuple[Fill, Name | None]:
    if phrase.first not in _PEOPLE or not is_person(name, index):
        return "unknown", None
    if mentioned(name, index, sentence - _BACK, sentence + 1):
        return "unknown", None
    before = tuple(_people_before(phrase, sentence, index))
    return ("other", before[-1]) if before else ("unknown", None)


def _people_before(phrase: Chunk, sentence: int, index: Index) -> Iterator[Name]:
    sentences = index.reading.sentences
    low = sentences[max(0, sentence - _BACK)][0]
    yield from index.people(low, phrase.words[0].start)


def _has(name: Name, party: Party) -> bool:
    """Whether the phrase has the name in it: `Acme's chairman`, `the mayor of Acton`."""
    words = {stem(word) for word in name.small if len(word) > 2}
    return any(word.stem in words for word in party.words)


def mentioned(name: Name, index: Index, first: int, last: int) -> bool:
    """Whether sentences `first` up to `last` (exclusive) have the name."""
    source = index.reading
    first, last = max(first, 0), min(last, len(source.sentences))
    if first >= last:
        return False
    low, high = source.sentences[first][0], source.sentences[last - 1][1]
    surname = stem(name.words[-1].lower())
    if any(word.stem == surname for word in source.words_in(low, high)):
        return True
    return any(low <= one.start < high for one in index.named(name.text))
