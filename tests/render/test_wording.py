from datetime import date

import pytest

from nutgraf.render.wording import count, joined, minutes, shown_date


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "3 February 2026"),
        ("en-GB", "3 February 2026"),
        ("en-US", "February 3, 2026"),
        ("de", "2026-02-03"),
        ("eng-x", "2026-02-03"),
    ],
)
def test_a_date_is_written_as_its_readers_do(language: str, expected: str) -> None:
    assert shown_date(date(2026, 2, 3), language) == expected


def test_small_counts_are_spelled() -> None:
    assert count(1, "source", "sources") == "one source"
    assert count(12, "source", "sources") == "twelve sources"
    assert count(13, "source", "sources") == "13 sources"
    assert count(2, "minute", "minutes", spelled=False) == "2 minutes"


def test_names_are_joined_as_in_a_sentence() -> None:
    assert joined([]) == ""
    assert joined(["a"]) == "a"
    assert joined(["a", "b"]) == "a and b"
    assert joined(["a", "b", "c"]) == "a, b and c"


def test_reading_takes_a_minute_at_least() -> None:
    assert minutes(0) == 1
    assert minutes(700) == 3
