"""Steps of the law that a claim takes and its passage does not."""

# ruff: noqa: E501 (claim and passage are read side by side)

from __future__ import annotations

import pytest

from nutgraf.language.certainty_comparison import compare


def kinds(claim: str, passage: str) -> set[str]:
    return {one.kind for one in compare(claim, passage)}


@pytest.mark.parametrize(
    ("claim", "passage", "kind"),
    [
        ("Berg was convicted of smuggling eels.", "Berg was charged with smuggling, a felony, over the eels.", "ladder climbed"),
        ("The clerk was convicted of falsifying the log.", "The clerk was later charged with falsification of a log.", "ladder climbed"),
        ("The yard admitted liability and paid the crews.", "The payment was not an admission of liability, the yard said.", "negation lost"),
        ("The yard won $2 million from its insurer.", "The yard sued its insurer, seeking $2 million.", "ladder climbed"),
    ],
)  # fmt: skip
def test_a_step_too_far_is_told(claim: str, passage: str, kind: str) -> None:
    assert kind in kinds(claim, passage)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The yard did not admit liability.", "The payment was not an admission of liability, the yard said."),
        ("Berg was convicted of smuggling.", "Berg, who was charged in May with smuggling, was convicted of it on Friday."),
        ("Berg was convicted of smuggling.", "Olsen was charged with speeding."),
        ("The yard won the race.", "The yard is seeking a new crane."),
    ],
)  # fmt: skip
def test_a_step_that_the_passage_takes_or_another_matter_is_none(claim: str, passage: str) -> None:
    assert not {"ladder climbed", "negation lost"} & kinds(claim, passage)
