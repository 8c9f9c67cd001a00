"""Displaced people: who is named in a claim, where the passage names somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.evidence.alignment import alignments, compared_words
from nutgraf.evidence.difference import Difference
from nutgraf.evidence.index import Index
from nutgraf.evidence.reading import Reading
from nutgraf.evidence.slots.names import compared_names
from nutgraf.language.name_folding import geographic
from nutgraf.language.names import Name
from nutgraf.language.stems import stem

# So much of the rest of a claim must stand in the passage that has another name.
REST = 0.7
_REPORTS = re.compile(r",? (?:report|said|says|wrote|writes|told)")
_PRONOUNS = frozenset({"he", "she", "they", "it"})
ASIDE = 2  # mentions
FEWEST = 2  # words of the rest
_AROUND = 1  # sentences on either side where the name may stand
_BACK = 4  # sentences back to which a pronoun may go


def displaced_names(claim: Reading, start: int, end: int, index: Index) -> Iterator[Difference]:
    """People of `claim.text[start:end]` whom the source names, but not where it says the rest."""
    for name in compared_names(claim, start, end):
        aside = _is_aside(name, index) and not _REPORTS.match(claim.text, name.end)
        if geographic(name.text) or not (aside or _is_person(name, index)):
            continue
        other = _instead(claim, start, end, name, index)
        if other is not None:
            ours = (name.start, name.end)
            reason = f"the source says this of {other.text}"
            yield Difference("name", "differs", ours, (other.start, other.end), reason)


def _is_person(name: Name, index: Index) -> bool:
    named = index.named(name.text)
    return bool(named) and any(one.kind == "person" for one in (name, *named))


def _is_aside(name: Name, index: Index) -> bool:
    """Whether a source mentions a body in passing, so that `the company` is never it."""
    named = index.named(name.text)
    return name.kind == "body" and 0 < len(named) <= ASIDE


def _instead(claim: Reading, start: int, end: int, name: Name, index: Index) -> Name | None:
    """Another person in the passage that says the rest, where `name` is not near it."""
    low = name.title[0] if name.title else name.start
    rest = [w for w in compared_words(claim, start, end) if not low <= w.start < name.end]
    if len(rest) < FEWEST:
        return None
    windows = index.windows(tuple(sorted({word.stem for word in rest})))
    aligned = [one for one in alignments(rest, index, windows, least=REST) if one.coverage >= REST]
    if not aligned:
        return None
    source = index.reading
    best = min(aligned, key=lambda one: (one.window.last - one.window.first, -one.coverage))
    first, last = best.window.first, best.window.last
    size = last - first
    short = [one.window for one in aligned if one.window.last - one.window.first == size]
    if any(_is_named(name, index, one.first, one.last) for one in short):
        return None
    pronoun = any(word.lower in _PRONOUNS for word in source.words_in(*best.span))
    back = _BACK if pronoun and _is_person(name, index) else _AROUND
    if _is_named(name, index, first - back, last + _AROUND):
        return None
    return _other(claim, name, index, best.span)


def _is_named(name: Name, index: Index, first: int, last: int) -> bool:
    sentences = index.reading.sentences
    low = sentences[max(first, 0)][0]
    high = sentences[min(last, len(sentences)) - 1][1]
    surname = stem(name.words[-1].lower())
    if any(word.stem == surname for word in index.reading.words_in(low, high)):
        return True
    return any(low <= one.start < high for one in index.named(name.text))


def _other(claim: Reading, name: Name, index: Index, span: tuple[int, int]) -> Name | None:
    """A person of the passage whom the claim does not name."""
    ours = {word.stem for word in claim.words}
    for one in index.people(*span):
        if index.names.aliases.same(name.text, one.text) is not False:
            return None
        if stem(one.words[-1].lower()) not in ours:
            return one
    return None
