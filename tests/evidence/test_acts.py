"""Who does what to whom in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.evidence.acts import acts
from nutgraf.evidence.reading import read


def sides(text: str) -> dict[str, tuple[str, str]]:
    found = acts(read(text), 0, len(text))
    return {
        act.verb.lower: (
            " ".join(word.lower for word in act.agents),
            " ".join(word.lower for word in act.patients),
        )
        for act in found
    }


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Ann Lee sued the port.", "sued", ("ann lee", "the port")),
        ("The port was sued by Ann Lee.", "sued", ("ann lee", "the port")),
        ("The port was fined.", "fined", ("", "the port")),
        ("The mill, founded by Ann Lee, burned.", "founded", ("ann lee", "the mill")),
        ("Ann Lee met the crew and sued the port.", "sued", ("ann lee", "the port")),
        ("The crew will leave the port.", "leave", ("the crew", "the port")),
        (
            "They cut fares at a fair attended by Ann Lee.",
            "attended",
            ("ann lee", "fares at a fair"),
        ),
        ("Fares increased by a third.", "increased", ("fares", "by a third")),
    ],
)
def test_doer_and_done_to_are_told_apart(text: str, verb: str, expected: tuple[str, str]) -> None:
    assert sides(text)[verb] == expected


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    reading = read(text)
    for start, end in reading.sentences:
        assert all(start <= act.verb.start < end for act in acts(reading, start, end))
