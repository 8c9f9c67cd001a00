"""Which sentences of which sources say what a claim says, and in whose voice."""

from __future__ import annotations

from nutgraf.evidence.index import build
from nutgraf.evidence.reading import read
from nutgraf.evidence.witnesses import Witness, witnesses

HERALD = (
    "The pier was closed on Monday. The harbor master said the piles had rotted. It will cost "
    "$2 million to repair the pier."
)
COURIER = "The piles of the pier had rotted. Repairs will cost $3 million, the mayor said."


def _told(claim: str) -> tuple[Witness, ...]:
    sources = [("herald", build(read(HERALD))), ("courier", build(read(COURIER)))]
    return witnesses(read(claim), 0, len(claim), sources)


def test_a_source_in_its_own_voice_and_one_that_has_it_from_somebody() -> None:
    told = {
        one.source: [one.party(voice) for voice in one.voices]
        for one in _told("The piles had rotted.")
    }
    assert told == {"herald": ["The harbor master"], "courier": []}


def test_a_figure_tells_which_sentence_is_meant() -> None:
    (one,) = _told("Repairs will cost $3 million.")
    assert one.source == "courier"
    assert [one.party(voice) for voice in one.voices] == ["the mayor"]


def test_what_no_source_says_has_no_witness() -> None:
    assert _told("Two swimmers were stung by jellyfish.") == ()
