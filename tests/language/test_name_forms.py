"""Other forms of one name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.name_forms import forms


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Tories", "conservative"),
        ("Labour Party", "labour"),
        ("Lib Dems", "liberal democrats"),
        ("Greens", "green"),
        ("Californian", "california"),
        ("Texans", "texas"),
        ("Londoners", "london"),
        ("New Yorker", "new york"),
    ],
)
def test_a_name_has_the_forms_that_papers_use(name: str, form: str) -> None:
    assert form in forms(name)


def test_another_party_is_no_form_of_one() -> None:
    assert "labour" not in forms("Labor")
    assert "democrats" not in forms("Liberal Democrats")


@given(st.text())
def test_a_name_is_no_other_form_of_itself(name: str) -> None:
    assert " ".join(name.lower().split()) not in forms(name)
