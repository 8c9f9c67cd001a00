from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.figures import read
from nutgraf.language.parts_of_wholes import parts


def _told(text: str) -> list[tuple[int, int]]:
    return [(int(one.part.low), int(one.whole.low)) for one in parts(text, read(text))]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They mended 12 of the 40 boats.", [(12, 40)]),
        ("Of the 40 boats, twelve were mended.", [(12, 40)]),
        ("Some 900 of the harbour's 2,000 berths are let.", [(900, 2000)]),
        ("Nine pilots wrote to him. Four of them left.", [(4, 9)]),
        ("They have 40 boats, and 12 barges.", []),
        ("Of the 12 boats, 40 people said nothing.", []),
        ("Half of the boats were mended.", []),
    ],
)
def test_parts_are_told_with_their_whole(text: str, told: list[tuple[int, int]]) -> None:
    assert _told(text) == told


def test_a_part_has_its_share_in_per_cent() -> None:
    text = "They mended 12 of the 40 boats."
    (one,) = parts(text, read(text))
    assert one.share == 30


_WORDS = ("of", "the", "12", "40", "boats", ",", "Of", "them", "four", ".", "seven")


@given(st.lists(st.sampled_from(_WORDS), max_size=12))
def test_no_part_is_as_large_as_its_whole(words: list[str]) -> None:
    text = " ".join(words)
    assert all(one.part.low < one.whole.low for one in parts(text, read(text)))
