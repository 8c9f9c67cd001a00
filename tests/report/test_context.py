from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.model import FileText
from nutgraf.report.context import Shown, around
from tests.report.results import brief


def shown(text: str, words: str, most: int = 100) -> Shown:
    file = FileText("briefs/a.md", text)
    start = text.index(words)
    return around(file.place(start, start + len(words)), replace(brief(), file=file), most=most)


def marked(one: Shown) -> list[str]:
    return [one.text[low:high] for low, high in one.marks]


def test_words_are_shown_in_their_line_and_marked() -> None:
    one = shown("Before.\n\n- The **ferry** sails at noon. [@report]\n\nAfter.\n", "at noon")
    assert one.text == "The ferry sails at noon."
    assert marked(one) == ["at noon"]


def test_a_long_line_is_cut_at_words_on_both_sides() -> None:
    line = "one two three four five six seven eight nine ten eleven twelve thirteen"
    one = shown(f"{line}\n", "seven", most=25)
    assert one.text.startswith("…")
    assert one.text.endswith("…")
    assert marked(one) == ["seven"]
    assert set(one.text.strip("…").split()) <= set(line.split())


def test_what_is_shown_whole_is_not_marked() -> None:
    assert shown("The ferry sails.\n", "The ferry sails.").marks == ()


def test_comments_and_stets_are_not_shown() -> None:
    one = shown("The ferry sails %% ask %% today. <!-- stet open-tk: why -->\n", "sails")
    assert one.text == "The ferry sails today."


def test_of_a_link_that_cites_nothing_the_words_are_shown() -> None:
    one = shown("- [[Ana Ruiz#x|She]] sails to [[Gull#Bay]], [[ Bo | he ]] too. [[]]\n", "sails")
    assert one.text == "She sails to Gull, he too. [[]]"
    assert marked(one) == ["sails"]


def test_a_link_that_cites_is_not_shown() -> None:
    file = FileText("briefs/a.md", "The ferry sails [[2025-02-28#^said|so]].\n")
    citing = replace(brief(), file=file, sent_before={"2025-02-28#^said": ()})
    assert around(file.place(0, 9), citing, most=100).text == "The ferry sails."


def test_words_with_an_underscore_keep_it() -> None:
    assert shown("The file snake_case is there.\n", "file").text == "The file snake_case is there."


def test_a_file_that_is_not_of_the_brief_shows_nothing() -> None:
    elsewhere = FileText("angles/c.md", "Nowhere.\n")
    assert around(elsewhere.place(0, 7), brief(), most=50) == Shown("", ())


@given(st.text(max_size=200), st.data())
def test_marks_lie_within_the_text_whatever_the_file_is(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    file = FileText("briefs/a.md", text)
    one = around(file.place(start, end), replace(brief(), file=file), most=40)
    assert all(0 <= low < high <= len(one.text) for low, high in one.marks)
