"""Finding words again in what was sent, whatever wrapped, numbered or folded them on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from nutgraf.language import sentences
from nutgraf.language.typography import fold

# Of 100. At it a word is otherwise in a sentence of ten; below it, as often as not another thing
# is said.
_NEAR = 88
_MARK = re.compile(r" ?\[\d+(?:, ?\d+)*\]")
_BLOCK = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*[•*·–-] )")
_BULLET = re.compile(r"^[\s•*·>–-]+")
_FIGURE = re.compile(r"\d[\d.,]*\d|\d")
_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")


@dataclass(frozen=True, slots=True)
class Again:
    """A sentence that has the words: as it stands, and how near it comes, of 100."""

    sentence: str
    nearness: float


def again(text: str, words: str) -> Again | None:
    """The sentence of a plain-text digest, or of prose, that says `words`; the nearest of several.

    Line breaks, numbers of sources, typography and capitals do not count. None where nothing comes
    near.
    """
    wanted = _folded(words)
    if not wanted:
        return None
    found = max(
        (Again(one, _nearness(wanted, _folded(one))) for one in said(text)),
        key=lambda one: one.nearness,
        default=None,
    )
    return found if found is not None and found.nearness >= _NEAR else None


def says(text: str, words: str) -> bool:
    """Whether a text has all of `words` one after the other; its line breaks do not count."""
    return _in_words(words) in _in_words(text)


def said(text: str) -> Iterator[str]:
    """The sentences of a plain-text digest, each on one line, without bullets and numbers."""
    for block in _BLOCK.split(text):
        line = _BULLET.sub("", _MARK.sub("", " ".join(block.split())))
        for start, end in sentences.split(line):
            yield line[start:end]


def _nearness(wanted: str, sentence: str) -> float:
    """How near, of 100; another figure is another statement, however near the words."""
    if not set(_FIGURE.findall(wanted)) <= set(_FIGURE.findall(sentence)):
        return 0.0
    if len(wanted) <= len(sentence):
        return fuzz.partial_ratio(wanted, sentence)
    return fuzz.ratio(wanted, sentence)


def _folded(text: str) -> str:
    return fold(" ".join(text.split()), case=True).text.strip(" .")


def _in_words(text: str) -> str:
    folded = fold(_MARK.sub("", " ".join(text.split())), case=True).text
    return f" {' '.join(_WORD.findall(folded))} "
