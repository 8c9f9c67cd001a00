from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.quotations import Quoted, read


def _one(text: str) -> Quoted:
    (quoted,) = read(text)
    return quoted


def _who(quoted: Quoted) -> tuple[str | None, str | None, str | None, str | None]:
    """Name of the speaker, role, verb of saying, and to whom."""
    parts = (quoted.role, quoted.cue, quoted.to)
    role, cue, to = (None if part is None else part.text for part in parts)
    return None if quoted.speaker is None else quoted.speaker.name, role, cue, to


@pytest.mark.parametrize(
    ("text", "who", "where"),
    [
        # behind
        ("“It is late,” Ann Lee said.", ("Ann Lee", None, "said", None), "after"),
        ("“It is late,” said Ann Lee.", ("Ann Lee", None, "said", None), "after"),
        (
            "“It is late,” Ann Lee, head of the harbour board, told The Daily Tide on Monday.",
            ("Ann Lee", "head of the harbour board", "told", "The Daily Tide"),
            "after",
        ),
        (
            "“It is late,” said Ann Lee, a nurse in Ohio, who has two sons.",
            ("Ann Lee", "a nurse in Ohio", "said", None),
            "after",
        ),
        (
            "“It is late,” said harbour board spokeswoman Ann Lee.",
            ("Ann Lee", "harbour board spokeswoman", "said", None),
            "after",
        ),
        (
            "“It is late,” centre back Ann Lee told reporters.",
            ("Ann Lee", "centre back", "told", "reporters"),
            "after",
        ),
        ("“It is late,” Ann Lee, 83, said.", ("Ann Lee", None, "said", None), "after"),
        (
            "“It is late,” Ann Lee, 83, of Tidewater, said.",
            ("Ann Lee", "of Tidewater", "said", None),
            "after",
        ),
        (
            "“It is late,” said Ann Lee of the Harbour Board.",
            ("Ann Lee", "of the Harbour Board", "said", None),
            "after",
        ),
        (
            "“It is late,” Tide FM’s Ann Lee reported.",
            ("Ann Lee", "Tide FM’s", "reported", None),
            "after",
        ),
        (
            "“It is late,” according to Ann Lee, a nurse.",
            ("Ann Lee", "a nurse", "according to", None),
            "after",
        ),
        ("“It is late,” the board wrote.", ("the board", None, "wrote", None), "after"),
        ("“It is late,” she has also said.", ("she", None, "said", None), "after"),
        ("“It is late,” Ann Lee can be heard saying.", ("Ann Lee", None, "saying", None), "after"),
        # in front
        ("Ann Lee said: “It is late.”", ("Ann Lee", None, "said", None), "before"),
        (
            "Ann Lee, a nurse, told the panel that “nobody was hurt” there.",
            ("Ann Lee", "a nurse", "told", "the panel"),
            "before",
        ),
        (
            "Ann Lee, 83, of Tidewater, Ohio, said, “It is late.”",
            ("Ann Lee", "of Tidewater", "said", None),
            "before",
        ),
        (
            "On Monday Ann Lee wrote in a letter to the Senate, “It is late.”",
            ("Ann Lee", None, "wrote", "the Senate"),
            "before",
        ),
        (
            "In a statement to The Daily Tide, the harbour board stood by its plan, saying: “Yes.”",
            ("the harbour board", None, "saying", "The Daily Tide"),
            "before",
        ),
        (
            "In an interview with The Daily Tide, Ann Lee called it “a mess.”",
            ("Ann Lee", None, "called", "The Daily Tide"),
            "before",
        ),
        ("According to Ann Lee, “it is late.”", ("Ann Lee", None, "According to", None), "before"),
        ("As Ann Lee puts it, “it is late.”", ("Ann Lee", None, "puts", None), "before"),
        ("Ann Lee: “It is late.”", ("Ann Lee", None, ":", None), "before"),
        ("THE VOTE - Ann Lee: “It is late.”", ("Ann Lee", None, ":", None), "before"),
        (
            "Ann Lee released the following statement:\n\n“It is late.”",
            ("Ann Lee", None, ":", None),
            "before",
        ),
        (
            "The ad uses footage of Ann Lee asking, “Is it late?”",
            ("Ann Lee", None, "asking", None),
            "before",
        ),
        (
            "Ann Lee, who runs the board, said it was “a mess.”",
            ("Ann Lee", None, "said", None),
            "before",
        ),
        (
            "Lee, who testified in May, wrote that the law was “a mess.”",
            ("Lee", None, "wrote", None),
            "before",
        ),
        (
            "Ann Lee said the board told its staff in May and asked for help in “clearing it up.”",
            ("Ann Lee", None, "asked", None),
            "before",
        ),
        (
            "Ann Lee testified and later told the Senate “it is late.”",
            ("Ann Lee", None, "told", "the Senate"),
            "before",
        ),
        (
            "The head of the union said “it is late.”",
            ("The head of the union", None, "said", None),
            "before",
        ),
        # a verb of saying that another one governs, at the end
        (
            "That request included “proper care” of what the board had, the filing said.",
            ("the filing", None, "said", None),
            "after",
        ),
        (
            "The plan was “a mess” from the start, according to Ann Lee.",
            ("Ann Lee", None, "according to", None),
            "after",
        ),
        (
            "The plan was “a mess” from the start, said Ann Lee.",
            ("Ann Lee", None, "said", None),
            "after",
        ),
        # a line with a dash, and without
        (
            "“It is late.”\n— Ann Lee, head of the board (Daily Tide)",
            ("Ann Lee", "head of the board", None, "Daily Tide"),
            "next line",
        ),
        (
            "“It is late.” — Ann Lee, head of the board (to The Daily Tide) [@tide]",
            ("Ann Lee", "head of the board", None, "The Daily Tide"),
            "next line",
        ),
        ("“It is late.”―\xa0Ann Lee", ("Ann Lee", None, None, None), "next line"),
        (
            "“It is late,”\nAnn Lee, head, Harbour Board (watchdog)",
            ("Ann Lee", "head, Harbour Board", None, None),
            "next line",
        ),
    ],
)
def test_speaker_role_verb_and_hearer_are_read_wherever_they_stand(
    text: str, who: tuple[str | None, ...], where: str
) -> None:
    quoted = _one(text)
    assert _who(quoted) == who
    assert quoted.where == where


@pytest.mark.parametrize(
    "text",
    [
        "The “wrong” boat left.",
        "She was asked about “the boat” twice.",
        "He read “The Old Crane of Tidewater” aloud.",
        "“It is late.” The boat left.",
        "The problem: “It is late.”",
        "“It is late.” — a note",
        "“Yes!” Monday said so.",
        "She was told “it is late.”",
        "The note of the “wrong” boat.",
    ],
)
def test_where_nobody_speaks_nobody_is_named(text: str) -> None:
    assert _one(text).speaker is None


def test_an_interrupted_sentence_is_one_quotation() -> None:
    quoted = _one("“It is late,” Ann Lee said, “and we go.”")
    assert quoted.words == "It is late, and we go."
    assert quoted.full
    assert quoted.where == "between"


def test_a_second_sentence_behind_the_attribution_is_the_same_quotation() -> None:
    text = "“It is late,” said Ann Lee, a nurse. “We go.” Then it rained."
    quoted = _one(text)
    assert quoted.words == "It is late, We go."
    assert [text[low:high] for low, high in quoted.pieces] == ["It is late,", "We go."]
    assert quoted.spans(3, 14) == ((4, 12), (quoted.pieces[1][0], quoted.pieces[1][0] + 2))


def test_quotations_of_two_speakers_stay_apart() -> None:
    first, second = read("“It is late,” Ann Lee said. “No,” said Bo Day.")
    assert (first.speaker and first.speaker.text) == "Ann Lee"
    assert (second.speaker and second.speaker.text) == "Bo Day"
    assert len(read("“It is late,” Ann Lee said, and Bo Day replied, “no.”")) == 2
    assert len(read("“It is late,” Ann Lee said. According to Bo Day, “no.”")) == 2
    assert len(read("“It is late,” Ann Lee said.\n\n“We go.”")) == 2


def test_a_long_or_distant_interruption_joins_nothing() -> None:
    assert (
        len(read("“It is late,” Ann Lee said in " + "the long " * 40 + "night, “and we go.”")) == 2
    )
    assert len(read("“It is late,” Ann Lee said,\n\n“and we go.”")) == 2
    assert len(read("“It is late” and Ann Lee said, “we go.”")) == 2


def test_paragraphs_of_one_quotation_are_joined() -> None:
    quoted = _one("Ann Lee said: “It is late.\n\n“We go.\n\n“Good night.” Then it rained.")
    assert quoted.words == "It is late. We go. Good night."
    assert quoted.speaker is not None


def test_a_fragment_is_told_from_a_full_quotation() -> None:
    fragment, full = read("Lee called it “a mess.” “Why?” she asked.")
    assert not fragment.full
    assert full.full
    assert not _one("He likes “The Old Crane,” a song.").full
    assert not _one("He said it was “a mess” there.").full


def test_a_pronoun_stands_for_the_last_fitting_name() -> None:
    text = "Ann Lee met Bob Day. Nobody spoke. “It is late,” she said."
    speaker = _one(text).speaker
    assert speaker is not None
    assert (speaker.text, speaker.name) == ("she", "Ann Lee")
    assert speaker.resolved == (0, 7)


def test_a_surname_takes_name_and_role_from_where_the_person_was_introduced() -> None:
    before = "Harbour Chief Ann Lee met the board. “It is late,” Lee said."
    behind = "Ann Lee, the head of the board, wrote. “It is late,” Lee said."
    assert _who(_one(before))[:2] == ("Ann Lee", "Harbour Chief")
    assert _who(_one(behind))[:2] == ("Ann Lee", "the head of the board")
    assert _who(_one("Ann Lee (the head of it) wrote. “It is late,” Lee said."))[1] is not None
    assert _who(_one("Ann Lee left, and it rained. “It is late,” Lee said."))[1] is None
    assert _who(_one("Ann Lee left. “It is late,” Lee said."))[1] is None


def test_the_next_quotation_of_a_paragraph_goes_on_with_its_speaker() -> None:
    _, second = read("“It is late,” Ann Lee said. It rained. “We all have to go.”")
    assert (second.where, second.speaker and second.speaker.name) == ("carried", "Ann Lee")
    _, other = read("“It is late,” Ann Lee said. Bob Day came. “We all have to go.”")
    assert other.speaker is None
    _, far = read("“It is late,” Ann Lee said. It rained. It blew. “We all have to go.”")
    assert far.speaker is None
    _, apart = read("“It is late,” Ann Lee said.\n\n“We all have to go.”")
    assert apart.speaker is None


_PARTS = """
said Ann Lee Mr. told The AP he she “ ” " ' ’ , . … : — who according to a judge of and [ ] ( ) 83
spokesman Why ? saying U.S. was puts it In statement interview with not I 's
"""
prose = (
    st.lists(st.sampled_from([*_PARTS.split(), "\n", "\n\n"]), max_size=40).map(" ".join)
    | st.text()
)


@given(prose)
def test_what_is_read_stands_in_the_text_as_it_says(text: str) -> None:
    for quoted in read(text):
        assert 0 <= quoted.start < quoted.end <= len(text)
        assert quoted.words == " ".join(text[low:high] for low, high in quoted.pieces)
        assert quoted.spans(0, len(quoted.words)) == quoted.pieces
        for phrase in (quoted.speaker, quoted.role, quoted.cue, quoted.to):
            assert phrase is None or text[phrase.start : phrase.end] == phrase.text != ""


@given(st.sampled_from(["“”", '""', "„“", "«»", "‘’", "''"]))
def test_the_style_of_the_marks_changes_nothing(marks: str) -> None:
    opening, closing = marks[0], marks[1]
    quoted = _one(f"{opening}It is late,{closing} said Ann Lee, a nurse, {opening}we go.{closing}")
    assert quoted.words == "It is late, we go."
    assert _who(quoted) == ("Ann Lee", "a nurse", "said", None)


@pytest.mark.parametrize(
    "text", ['"A," he said. ', "said he ", "Ann Lee ", '"', "“a \n\n", "\n“a\n"]
)
@pytest.mark.uncounted
def test_time_grows_with_the_text(text: str) -> None:
    started = time.process_time()
    read(text * 10_000)
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            (
                "Corvo Home calls its heaters back. It will pay.\n\n"
                "“Unplug it,” said Dr. Ann Lee, a safety engineer. “It will fail again,” she added."
            ),
            ["Dr. Ann Lee", "Dr. Ann Lee"],
        ),
        (
            (
                "Corvo Home calls its heaters back.\n\nCorvo's chief executive, Ben Hart, spoke. "
                "“We slept,” he said."
            ),
            ["Ben Hart"],
        ),
        (
            (
                "The old chief, Ann Lee, had warned the board of “the cheapest part of a dear "
                "product,” according to minutes seen by The Tide."
            ),
            ["Ann Lee"],
        ),
        (
            "„Wir haben geschlafen“, Ben Hart told Die Flut — “We were asleep.”",
            ["Ben Hart", "Ben Hart"],
        ),
    ],
)
def test_who_goes_on_speaking(text: str, speakers: list[str]) -> None:
    assert [one.speaker and one.speaker.name for one in read(text)] == speakers
