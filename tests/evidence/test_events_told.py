"""The events of a text, and the same event told in another one."""

from __future__ import annotations

from datetime import date

from nutgraf.evidence.events_told import events_in, matches
from nutgraf.evidence.index import build
from nutgraf.evidence.reading import read

DAY = date(2025, 3, 7)


def _told(text: str) -> list[str]:
    reading = read(text, DAY)
    return [text[one.start : one.end].strip() for one in events_in(reading, 0, len(text))]


def test_a_sentence_is_cut_where_one_event_ends() -> None:
    assert _told("The mill laid off 60 people in May, a month before a judge fined it.") == [
        "The mill laid off 60 people in May,",
        "a month before a judge fined it.",
    ]
    assert _told("Lee resigned on Monday; the board named Ott on Friday.") == [
        "Lee resigned on Monday;",
        "the board named Ott on Friday.",
    ]


def test_what_has_no_verb_is_no_event_of_its_own() -> None:
    assert _told("The lease runs until June 2026.") == ["The lease runs until June 2026."]


def test_an_event_has_its_own_time() -> None:
    text = "Lee resigned on Feb. 3; the board named Ott on Feb. 10."
    settled = [one.settled for one in events_in(read(text, DAY), 0, len(text))]
    assert [one and one.first for one in settled] == [date(2025, 2, 3), date(2025, 2, 10)]


def test_the_same_event_is_found_in_another_text() -> None:
    asked = "The board named Ott its chair."
    [event] = events_in(read(asked, DAY), 0, len(asked))
    source = "The board fired Lee in May. On June 2, the board named Ott as chair."
    [match] = matches(event, build(read(source, DAY)), "report")
    assert source[match.event.start : match.event.end].startswith("On June 2")
    assert match.share == 1


def test_an_event_with_another_verb_is_another_one() -> None:
    asked = "The board praised Ott for his work."
    [event] = events_in(read(asked, DAY), 0, len(asked))
    source = build(read("On June 2, the board named Ott as chair.", DAY))
    assert list(matches(event, source, "report")) == []
