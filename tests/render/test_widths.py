import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.render.widths import columns, is_wide


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abc", 3),
        ("é", 1),
        ("e\u0301", 1),
        ("日本", 4),
        ("🏗️", 2),
        ("❤️", 2),
        ("👍🏽", 2),
        ("👩‍👩‍👧", 2),
        ("🇩🇪", 2),
        ("a\u200bb", 2),
        ("—“”", 3),
    ],
)
def test_columns_are_those_of_a_terminal(text: str, expected: int) -> None:
    assert columns(text) == expected


def test_lines_break_between_wide_characters() -> None:
    assert is_wide("本")
    assert not is_wide("a")


@given(st.text())
def test_a_text_is_never_wider_than_twice_its_length(text: str) -> None:
    assert 0 <= columns(text) <= 2 * len(text)
