"""Whom a pronoun in a frame means."""

from __future__ import annotations

import pytest

from nutgraf.evidence.frames.meant import meant
from nutgraf.evidence.index import build
from nutgraf.evidence.reading import read


@pytest.mark.parametrize(
    ("text", "verb", "role", "told"),
    [
        ("Ann Lee led the yard. She resigned in May.", "resign", "agent", ["Ann Lee"]),
        ("The old weir held. The council sold it.", "sell", "patient", ["The old weir"]),
        ("Ann Lee resigned in May.", "resign", "agent", ["Ann Lee"]),
        ("She resigned in May.", "resign", "agent", []),
    ],
)
def test_the_subject_before_is_meant(text: str, verb: str, role: str, told: list[str]) -> None:
    index = build(read(text))
    (frame,) = (
        one for several in index.frames.values() for one in several if one.verb.stem == verb
    )
    found = [
        text[words[0].start : words[-1].end]
        for name, party in frame.roles
        if name == role or verb == "sell"
        for phrase in party.phrases
        for words in meant(phrase.words, frame, index)
    ]
    assert [one for one in found if one != "The council"] == told
