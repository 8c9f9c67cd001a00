from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.characters import level


@given(st.text())
def test_levelling_keeps_every_offset(text: str) -> None:
    assert len(level(text)) == len(text)
    assert level(level(text)) == level(text)


def test_typography_is_levelled() -> None:
    assert level("“5\u00a0%”\u2011‘a’") == "\"5 %\"-'a'"
    assert level("1\u202f360\u202f000") == "1'360'000"
    assert level("plain") == "plain"
