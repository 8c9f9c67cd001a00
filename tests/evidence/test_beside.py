"""A claim beside what each source says of the same."""

from __future__ import annotations

from nutgraf.evidence.beside import Beside, beside
from nutgraf.evidence.index import build
from nutgraf.evidence.reading import read

HERALD = "The pier was closed on Monday. Divers found rot in the piles of the north pier."
COURIER = "Divers may have found rot in some piles of the north pier. Nobody was hurt."
SOURCES = [("herald", build(read(HERALD))), ("courier", build(read(COURIER)))]


def _told(claim: str) -> tuple[Beside, ...]:
    return beside(read(claim), 0, len(claim), SOURCES)


def test_every_source_is_held_beside_it_with_what_it_says_less_surely() -> None:
    told = {
        one.source: {difference.relation for difference in one.differences}
        for one in _told("Divers found rot in the piles of the north pier.")
    }
    assert told == {"herald": set(), "courier": {"hedge dropped", "scope widened"}}


def test_the_nearest_comes_first_and_knows_its_words() -> None:
    first = _told("Divers found rot in the piles of the north pier.")[0]
    assert first.source == "herald"
    assert first.text == "Divers found rot in the piles of the north pier."
    assert first.share == 1.0


def test_what_no_source_says_stands_beside_nothing() -> None:
    assert _told("Two swimmers were stung by jellyfish.") == ()
    assert _told("Pier.") == ()
