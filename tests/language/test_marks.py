from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.marks import pieces


def _read(text: str) -> list[str]:
    return [text[piece.start : piece.end] for piece in pieces(text)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “no” and left.", ["no"]),
        ('He said "no" and "yes".', ["no", "yes"]),
        ("He said ‘no’ twice.", ["no"]),
        ("He said 'no' twice.", ["no"]),
        ("Er sagte „nein“ und ging.", ["nein"]),
        ("Il dit «non» et partit.", ["non"]),
        ("He said ``no'' twice.", ["no"]),
        ("He said ` no ' twice: `no'.", ["no"]),
        ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,"]),
        ("'He said \"no\" to me,' she said.", ['He said "no" to me,']),
        ('"He said "no" to me," she said.', ['He said "no" to me,']),
        ("“A “very” odd thing,” she said.", ["A “very” odd thing,"]),
        ("“A,” said “B”: “c.”", ["A,", "B", "c."]),
        ('she said:"It is late."', ["It is late."]),
        ('she said,"It is late."', ["It is late."]),
        ('she said , " It is late . "', ["It is late ."]),
        ("the board said 'the workers' pay is low.' It is.", ["the workers' pay is low."]),
        ("It was 'the boys' and it went.", ["the boys"]),
        ("“He is 6'2\" tall,” she said.", ["He is 6'2\" tall,"]),
        ('"He is 6\'2" tall," she said.', ["He is 6'2\" tall,"]),
    ],
)
def test_each_style_of_marks_is_read(text: str, quoted: list[str]) -> None:
    assert _read(text) == quoted


@pytest.mark.parametrize(
    "text",
    [
        "It isn't the workers' fault, nor the boss’s.",
        "In the '90s it was rock 'n' roll, ‘til it wasn’t.",
        'A 12" pipe of 6\' and a 3" nail.',
        "He said “no and left.",
        "He left.” Nobody saw it.",
        'An empty "" pair.',
        "",
    ],
)
def test_apostrophes_measures_and_marks_alone_are_no_quotation(text: str) -> None:
    assert _read(text) == []


def test_a_mark_without_partner_does_not_swallow_the_next_quotation() -> None:
    assert _read("He said “no and left. She said “yes” then.") == ["yes"]
    assert _read("He said “no and she said “yes” then.") == ["yes"]


def test_a_quotation_over_paragraphs_goes_on_until_it_is_closed() -> None:
    found = pieces("“First words.\n\n“Second words.\n\n“Third words.” He left.")
    assert [piece.continues for piece in found] == [True, True, False]


def test_paragraphs_that_were_run_together_still_go_on() -> None:
    found = pieces("He said: 'It is late. 'It is very late. 'We go.' He left.")
    assert [piece.continues for piece in found] == [True, True, False]


def test_a_mark_at_the_end_of_a_paragraph_is_not_carried_over() -> None:
    assert _read("He said “no and left.\n\nShe said nothing.") == []
    assert _read("The word 'no\n\n'yes' is short.") == ["yes"]


@given(st.text() | st.text(alphabet="ab \n.,\"'“”‘’„«»`1s"))
def test_pieces_are_in_order_within_their_marks(text: str) -> None:
    done = 0
    for piece in pieces(text):
        assert done <= piece.outer < piece.start < piece.end <= piece.outer_end <= len(text)
        done = piece.outer_end


@pytest.mark.parametrize("text", ['"', "“", "'a ", "“a \n\n", "«", "'a' "])
@pytest.mark.uncounted
def test_time_grows_with_the_text(text: str) -> None:
    started = time.process_time()
    pieces(text * 50_000)
    assert time.process_time() - started < 6
