"""Who stands in which role to the verbs of a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.evidence.frames.frame import Frame, frames
from nutgraf.evidence.reading import read


def told(text: str, verb: str) -> Frame:
    reading = read(text)
    return next(one for one in frames(reading, 0, len(text)) if one.verb.lower == verb)


def filled(text: str, verb: str, role: str) -> list[str]:
    """The words of those who fill a role, appositions after a stroke."""
    return [
        " / ".join(" ".join(word.lower for word in each.words) for each in party.phrases)
        for party in told(text, verb).of(role)
    ]


@pytest.mark.parametrize(
    ("text", "verb", "role", "expected"),
    [
        ("Ann Lee sued the port.", "sued", "agent", ["ann lee"]),
        ("The port was sued by Ann Lee.", "sued", "agent", ["ann lee"]),
        ("The port was fined on Friday.", "fined", "patient", ["the port"]),
        ("The mill, founded by Ann Lee, burned.", "founded", "patient", ["the mill"]),
        ("The mill, founded by Ann Lee, burned.", "burned", "agent", ["the mill"]),
        ("Ann Lee met the crew and sued the port.", "sued", "agent", ["ann lee"]),
        ("Brill, which is owned by a fund, will close the mill.", "close", "agent", ["brill"]),
        ("The council of Acton asked the bank to pay Brill.", "pay", "agent", ["the bank"]),
        ("Brill agreed to sell the mill to Dorne.", "buy", "agent", []),
        ("The owner, Ann Lee, sold it.", "sold", "from", ["the owner / ann lee"]),
        ("Police and doctors opposed the plan.", "opposed", "agent", ["police", "doctors"]),
        ("Ann Lee said the mill had closed.", "said", "patient", []),
        ("“It is over,” said Ann Lee.", "said", "agent", ["ann lee"]),
        ("The minister asking for help praised Brill.", "praised", "patient", ["brill"]),
        ("Brill said it would pay Dorne.", "pay", "agent", ["it / brill"]),
        ("The union represents 300 nurses.", "represents", "agent", ["the union"]),
    ],
)
def test_a_role_is_filled_by_the_phrase_that_grammar_binds_to_the_verb(
    text: str, verb: str, role: str, expected: list[str]
) -> None:
    known = [one.verb.lower for one in frames(read(text), 0, len(text))]
    if verb in known:
        assert filled(text, verb, role) == expected
    else:
        assert not expected


def test_a_sale_is_told_as_the_purchase_that_it_is() -> None:
    sale = told("Brill sold the mill to Dorne.", "sold")
    assert sale.stem == "buy"
    assert {role for role, _ in sale.roles} == {"agent", "patient", "from"}


def test_a_word_with_a_hyphen_before_it_is_no_verb() -> None:
    text = "The sixth-placed firm closed."
    assert [one.verb.lower for one in frames(read(text), 0, len(text))] == ["closed"]


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    reading = read(text)
    for start, end in reading.sentences:
        assert all(start <= one.verb.start < end for one in frames(reading, start, end))
