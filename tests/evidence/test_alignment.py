"""What a passage can hold of a claim is never less than what it holds."""

from __future__ import annotations

import pytest

from nutgraf.evidence.alignment import Asked, alignments, best_alignment, compared_words
from nutgraf.evidence.index import Window, build
from nutgraf.evidence.reading import read

SOURCE = (
    "The harbour board closed the old ferry dock on Monday. Ferry after ferry had been damaged. "
    "The mayor said the board would purchase a new ferry and a dock. Nobody was hurt. "
    "A shop by the dock sold ferry tickets, and its owner bought a boat."
)
CLAIMS = (
    "The board closed the dock.",
    "The ferry, the ferry and the ferry were damaged at the dock.",
    "The mayor said that the board would buy a ferry.",
    "The owner of the shop purchased a vessel.",
    "Trains were late all week.",
)


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_bound_is_a_bound_and_the_best_is_the_best(claim: str) -> None:
    index, reading = build(read(SOURCE)), read(claim)
    words = compared_words(reading, 0, len(claim))
    count = len(index.reading.sentences)
    windows = [
        Window(first, last, 0.0)
        for first in range(count)
        for last in range(first + 1, min(first + 4, count + 1))
    ]
    asked = Asked(words, index)
    every = list(alignments(words, index, windows))
    for one in every:
        assert asked.highest(asked.places(one.window)) >= one.coverage
    best = max(every, key=lambda one: (one.coverage, one.window.first - one.window.last))
    assert best_alignment(words, index, windows) == best
    assert [one.window for one in alignments(words, index, windows, least=0.5)] == [
        one.window for one in every if asked.highest(asked.places(one.window)) >= 0.5
    ]


def test_where_there_is_no_window_nothing_is_best() -> None:
    index, reading = build(read(SOURCE)), read("The dock.")
    assert best_alignment(compared_words(reading, 0, 9), index, []) is None
