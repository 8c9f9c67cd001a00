"""Tables of phrases, and finding them in a run of words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from nutgraf.language.clause_words import Word

Value = TypeVar("Value")
PhraseTable = Mapping[str, Sequence[tuple[tuple[str, ...], Value]]]
"""Phrases by their first word, the longest first, each with what it means."""


def table(entries: Iterable[tuple[str, Value]]) -> dict[str, list[tuple[tuple[str, ...], Value]]]:
    """A table of phrases in small letters, single spaces; the first of two equal ones counts."""
    found: dict[str, dict[tuple[str, ...], Value]] = {}
    for phrase, value in entries:
        words = tuple(phrase.split())
        found.setdefault(words[0], {}).setdefault(words, value)
    return {
        first: sorted(several.items(), key=lambda item: -len(item[0]))
        for first, several in found.items()
    }


def lines(text: str, value: Value) -> list[tuple[str, Value]]:
    """Each entry of a list separated by semicolons or line ends, with one value for all."""
    entries = text.replace("\n", ";").split(";")
    return [(entry.strip(), value) for entry in entries if entry.strip()]


def match(words: Sequence[Word], at: int, known: PhraseTable[Value]) -> tuple[int, Value] | None:
    """How many words from `at` on the longest known phrase there has, and what it means."""
    for phrase, value in known.get(words[at].small, ()):
        size = len(phrase)
        if at + size <= len(words) and all(
            words[at + i].small == phrase[i] for i in range(1, size)
        ):
            return size, value
    return None
