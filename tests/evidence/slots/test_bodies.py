"""A body without a name that the source does not know, where it says the same of another one."""

from __future__ import annotations

import pytest

from nutgraf.evidence.index import build
from nutgraf.evidence.reading import read
from tests.evidence.story import judged

SOURCE = build(
    read(
        "The harbour council closed the northern quay on Friday after divers found cracks. "
        "The council will pay for the repairs. A dredging firm lost its contract."
    )
)


def _reasons(claim: str) -> tuple[str, ...]:
    return judged(claim, SOURCE).reasons


def test_another_body_is_told() -> None:
    claim = "The railway ministry closed the northern quay on Friday after divers found cracks."
    assert _reasons(claim) == ("the source says this of “harbour council”",)


@pytest.mark.parametrize(
    "claim",
    [
        "The council closed the northern quay on Friday after divers found cracks.",
        "The harbour authority closed the northern quay on Friday after divers found cracks.",
        "The railway ministry criticised the plan.",
        "The dredging company lost its contract.",
    ],
)
def test_another_word_for_the_same_body_and_another_matter_are_not(claim: str) -> None:
    assert not any("says this of" in reason for reason in _reasons(claim))
