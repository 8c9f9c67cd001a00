from __future__ import annotations

import pytest

from nutgraf.evidence.index import build
from nutgraf.evidence.reading import read
from nutgraf.evidence.taken_for_granted import taken_for_granted

SOURCE = build(
    read(
        "The council of Ostby closed the swimming hall on Monday. Engineer Marta Quist had found "
        "cracks in the roof. The mayor resigned. The Hallgrim report is due in May."
    )
)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("It began with the collapse of the Skane trust.", ["the collapse of the Skane trust"]),
        ("It mirrors the Vardo-Pike reporting line.", ["the Vardo-Pike reporting line"]),
        ("The mayor’s cover-up began there.", ["The mayor’s cover-up"]),
        ("It is the closure that hurts.", []),
        ("Since the resignation of the mayor, little works.", []),
        ("The Hallgrim report will tell.", []),
        ("It is a Kodak moment for councils.", []),
        ("It is the Kodak moment of councils.", []),
        ("The Nordby administration likes its halls closed.", []),
        ("He spoke of “the collapse of the Skane trust”.", []),
    ],
)
def test_events_that_no_source_can_have_meant_are_found(text: str, spans: list[str]) -> None:
    found = taken_for_granted(read(text), 0, len(text), [SOURCE])
    assert [text[start:end] for start, end in found] == spans
