"""Bodies without a name: `the port authority` where the passage says it of `the city council`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nutgraf.evidence.alignment import Alignment
from nutgraf.evidence.difference import Difference
from nutgraf.evidence.reading import Reading
from nutgraf.evidence.slots.unsaid import strangers
from nutgraf.language.stems import Word

_BODIES_TEXT = """
agency association authority bank board bureau chamber club college commission committee company
council court department district firm foundation government hospital institute ministry
museum office parliament police regulator school senate society tribunal
trust union university utility
"""
BODIES = frozenset(_BODIES_TEXT.split())
# So much of the rest of a claim must stand in the passage that says it of another body.
REST = 0.75
FEWEST = 3  # words of the rest


def body_differences(claim: Reading, start: int, end: int, best: Alignment) -> Iterator[Difference]:
    """Bodies of `claim.text[start:end]` of which the source has no trace, where it has another."""
    strange = {word.start for word in strangers(claim, best)}
    matched = {one.claim for one in best.matches}
    for body in _phrases(claim, claim.words_in(start, end)):
        kind = [word for word in body[:-1] if word.content]
        if not kind or not all(word.start in strange for word in kind):
            continue
        starts = {word.start for word in body}
        rest = [at for at, word in enumerate(best.ours) if word.start not in starts]
        held = sum(at in matched for at in rest)
        if len(rest) < FEWEST or held < REST * len(rest):
            continue
        other = _other(best, body)
        if other is not None:
            theirs = other[0].start, other[-1].end
            said = best.index.reading.text[slice(*theirs)]
            ours = body[0].start, body[-1].end
            yield Difference("name", "differs", ours, theirs, f"the source says this of “{said}”")


def _phrases(reading: Reading, words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """The noun phrases of bodies in small letters, without their article: `port authority`."""
    for at, word in enumerate(words):
        if word.lower not in BODIES or word.capital:
            continue
        if at + 1 < len(words) and words[at + 1].lower in BODIES:
            continue
        first = at
        while first and _joins(reading, words[first - 1], words[first]):
            first -= 1
        if first < at and first and words[first - 1].lower in ("the", "a", "an"):
            yield tuple(words[first : at + 1])


def _joins(reading: Reading, one: Word, other: Word) -> bool:
    """Whether two words stand in one noun phrase: content words with a space between them."""
    return one.content and not one.capital and reading.text[one.end : other.start] in (" ", "-")


def _other(best: Alignment, body: Sequence[Word]) -> tuple[Word, ...] | None:
    """A body of the passage that nothing in the claim stands for."""
    taken = {best.theirs[one.passage].start for one in best.matches}
    source = best.index.reading
    known = {word.stem for word in body[:-1]}
    for phrase in _phrases(source, source.words_in(*best.span)):
        free = not any(word.start in taken for word in phrase[:-1])
        if phrase[-1].stem == body[-1].stem:
            continue
        if free and not known & {word.stem for word in phrase}:
            return phrase
    return None
