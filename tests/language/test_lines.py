from __future__ import annotations

import pytest

from nutgraf.language.lines import is_headline, paragraphs


def _read(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


def test_a_soft_wrapped_line_end_reads_on() -> None:
    text = (
        "The harbour board said on Monday that the old crane would be\n"
        "Taken down next week, and that nobody had been told about it\n"
        "before."
    )
    assert _read(text) == [text]


def test_a_line_with_room_left_for_the_next_word_stands_alone() -> None:
    assert _read("The players\nJo Day\nThe mayor of the town by the sea.") == [
        "The players",
        "Jo Day",
        "The mayor of the town by the sea.",
    ]


def test_lines_of_whole_paragraphs_stand_alone() -> None:
    long = "The harbour board said " * 10
    assert _read(f"{long}\n{long}") == [long.strip(), long.strip()]


def test_an_empty_line_a_bullet_and_a_signature_begin_anew() -> None:
    text = "first words of it\n\nsecond\n- third\n1. fourth\n— Jo Day, mayor"
    assert _read(text) == [
        "first words of it",
        "second",
        "- third",
        "1. fourth",
        "— Jo Day, mayor",
    ]


def test_a_line_that_goes_on_in_small_letters_or_after_a_comma_reads_on() -> None:
    assert _read("He said\nthat the ferry was late and that it would stay so.") == [
        "He said\nthat the ferry was late and that it would stay so."
    ]
    assert len(_read("In March,\nAnn Lee left the harbour board for good.")) == 1


def test_a_headline_in_title_case_stands_alone() -> None:
    assert _read("Crane to Go in Spring\nIt will go.") == ["Crane to Go in Spring", "It will go."]


def test_line_ends_of_any_kind_count() -> None:
    assert _read("one\r\n\r\ntwo\r\rthree") == ["one", "two", "three"]


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Crane to Go in Spring", True),
        ("CRANE GOES", True),
        ("Crane to Go in Spring.", False),
        ("The crane will go in spring", False),
        ("Crane", False),
        ("Crane " * 30, False),
    ],
)
def test_headlines_are_known_by_their_capitals(line: str, is_one: bool) -> None:
    assert is_headline(line) is is_one
