"""Votes that are called unanimous."""

from __future__ import annotations

import pytest

from nutgraf.language.certainty_comparison import compare


@pytest.mark.parametrize(
    ("passage", "told"),
    [
        ("The harbour board voted 4-2 to widen the quay.", True),
        ("The harbour board approved the quay by 4 to 2.", True),
        ("The board agreed to widen the quay, with Lund dissenting.", True),
        ("The harbour board voted 6-0 to widen the quay.", False),
        ("The harbour board voted unanimously to widen the quay.", False),
        ("The team won 4-2 at home before the board met on the quay.", False),
    ],
)
def test_a_vote_with_a_dissent_is_not_unanimous(passage: str, told: bool) -> None:
    found = compare("The board voted unanimously to widen the quay by a third.", passage)
    assert any(one.said == "unanimously" for one in found) is told
