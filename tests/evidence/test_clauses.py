"""Where a sentence is cut into clauses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.evidence import clauses
from nutgraf.evidence.reading import read


def parts(text: str) -> list[str]:
    reading = read(text)
    return [text[start:end] for start, end in clauses.split(reading, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The port was closed on Monday; the ferry sailed to another harbour.",
            ["The port was closed on Monday", "the ferry sailed to another harbour."],
        ),
        (
            "Both sides signed the fishing deal, both are now facing court cases.",
            ["Both sides signed the fishing deal", "both are now facing court cases."],
        ),
        (
            "The port was closed in April (same month the harbour master quit).",
            ["The port was closed in April", "same month the harbour master quit)."],
        ),
        (
            "The port sent home forty pilots and its two ferries sailed to another harbour.",
            ["The port sent home forty pilots", "and its two ferries sailed to another harbour."],
        ),
        (
            "The port asked the pilots and their union to wait for spring.",
            ["The port asked the pilots and their union to wait for spring."],
        ),
        ("The port, a small one, was closed.", ["The port, a small one, was closed."]),
    ],
)
def test_what_can_be_true_by_itself_is_a_clause(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


def test_nothing_is_cut_inside_quotation_marks() -> None:
    text = 'She said "the port is closed today; the ferry will sail tomorrow" to the crew.'
    assert parts(text) == [text]


@given(st.text(max_size=120))
def test_clauses_are_in_order_and_within_the_text(text: str) -> None:
    found = clauses.split(read(text), 0, len(text))
    assert all(0 <= start <= len(text) and end <= len(text) for start, end in found)
    assert [start for start, _ in found] == sorted(start for start, _ in found)
