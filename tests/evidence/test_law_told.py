"""Whose step of the law it is."""

from __future__ import annotations

import pytest

from nutgraf.evidence.law_told import is_other_party, shares_party, steps_told
from nutgraf.evidence.reading import read
from nutgraf.language.law_words import Rung


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Ann Berg was convicted of fraud.", "Ann Berg"),
        ("Police arrested Bo Lindt on Monday.", "Bo Lindt"),
        ("Ann Berg, a former manager of Acme Foods, was convicted of fraud.", "Ann Berg"),
        ("Bo Lindt left the firm in May. He was convicted of fraud.", "Bo Lindt"),
        ("A court found that Ann Berg broke the law.", "Ann Berg"),
        ("The manager was convicted of fraud.", ""),
    ],
)
def test_whose_step_it_is(text: str, party: str) -> None:
    steps = [one for one in steps_told(read(text)) if one.step.rung > Rung.ACCUSED]
    assert steps[-1].party == party


def test_two_parties_that_are_named_are_two() -> None:
    (one,) = steps_told(read("Ann Berg was convicted of fraud."))
    (other,) = steps_told(read("Bo Lindt was convicted of fraud."))
    (both,) = steps_told(read("Ann Berg and Bo Lindt were convicted of fraud."))
    assert is_other_party(one, other)
    assert not is_other_party(one, both)
    assert shares_party(one, both)
    assert not shares_party(one, other)
