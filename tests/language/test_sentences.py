from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.sentences import split


def _read(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "passage",
    [
        "The U.S. Senate met on Jan. 23 at 9 a.m. Monday.|Sen. J. R. Smith of Illinois spoke.",
        "He was ill.|Smith left.",
        "“We are done.”|She left.",
        "“Stop,” he said.|“Why?” she asked.",
        "“Why?” Ann Lee asked.|Nobody knew.",
        "“Why?” Rep. Ann Lee of Ohio asked Monday.|Nobody knew.",
        "“Is it over?”|Lee said he would go.",
        "“Is it over?”|He asked twice.",
        "“Is it over?”|Lee and the rest of the board went home.",
        "It rose 3.5 percent to $1.2 billion.|Acme Inc. shares fell.",
        "He lives in the U.S.|The trial goes on.",
        "No. 5 is alive.|He left at 5 p.m.|The rest stayed.",
        "I think … I know.|Nothing else.",
        "Wait ...|The end came.",
        "He paid [...] The rest was free.|They left.",
        "She paid approx. 50 euros, i.e. nothing.|He paid more.",
        "Gov. Ann Lee (D-Calif.) signed it.|It was Dec. 5, 2025.",
        "Dr. No met Lt. Gov. Will Day.|They talked.",
        "The case is Roe v. Wade, 410 U.S. 113.|It was decided in 1973.",
        "The firm, Acme Co., was sold.|Its owner, J.P. Lee Jr., retired.",
        "Police arrested two men in Washington, D.C.|No one was hurt.",
        "They met (see p. 4).|Then they left.",
        "The chapter is Vol. II of the work.|It is long.",
        "今日は雨です。|明日は晴れ！",
        "क्या हुआ।|सब ठीक है।",
        "The end came.She left early.|Nobody saw it.",
        "Nobody was hurt.[1]|The road is open.",
        "Shares fell at Yahoo! and at Acme.|Others rose.",
        "He said it was over. — and it was.",
        "A. The first point.|It is short.",
        "The so-called “Mr.” Lee left.|He did not return.",
        "Well, .|Next.",
    ],
)
def test_news_prose_is_split_where_a_reader_would(passage: str) -> None:
    parts = passage.split("|")
    joined = "".join(parts) if "。" in passage else " ".join(parts)
    expected = [part for part in parts if ".She" not in part]
    if ".She" in passage:
        expected = ["The end came.", "She left early.", *parts[1:]]
    assert _read(joined) == expected


def test_headlines_and_bullets_are_sentences_without_a_full_stop() -> None:
    text = (
        "Crane to Go in Spring\nThe board agreed. It was late.\n\n- one thing\n- another\n  of two"
    )
    assert _read(text) == [
        "Crane to Go in Spring",
        "The board agreed.",
        "It was late.",
        "- one thing",
        "- another\n  of two",
    ]


def test_a_stop_with_space_on_both_sides_ends_a_sentence_of_any_case() -> None:
    assert _read("the crane fell . nobody was hurt . mr . lee ran , he said .") == [
        "the crane fell .",
        "nobody was hurt .",
        "mr .",
        "lee ran , he said .",
    ]
    assert _read("The crane fell . . . and rose.") == ["The crane fell . . . and rose."]


def test_a_soft_wrapped_sentence_is_one() -> None:
    text = "The harbour board said on Monday that the old crane was to be\nTaken down. It was late."
    assert _read(text) == [text[: text.index(" It")], "It was late."]


@given(st.text() | st.text(alphabet='Ab .?!…"”’()[]\n-1。'))
def test_every_character_that_is_no_space_is_in_exactly_one_sentence(text: str) -> None:
    done = 0
    for start, end in split(text):
        assert done <= start < end
        assert not text[done:start].strip()
        assert text[start:end] == text[start:end].strip()
        done = end
    assert not text[done:].strip()


@pytest.mark.parametrize("piece", ["a", ".", ". ", "U.S. ", "\n", " \n", "“a.” B ", "词"])
@pytest.mark.uncounted
def test_time_grows_with_the_text_whatever_it_is(piece: str) -> None:
    text = piece * 100_000
    started = time.process_time()
    split(text)
    assert time.process_time() - started < 5
