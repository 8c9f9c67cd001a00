"""The line that tells what of a brief goes into no digest."""

from __future__ import annotations

from nutgraf.model import LeftOut, Place
from nutgraf.report.left_out import line

_PLACE = Place("briefs/a.md", 0, 1, 1, 1, 1, 2)


def _out(*whats: tuple[str, str]) -> list[LeftOut]:
    return [LeftOut(what, text, _PLACE) for what, text in whats]  # type: ignore[arg-type]


def test_nothing_left_out_is_nothing_said() -> None:
    assert line([]) == ""


def test_private_sections_are_named_once_and_small_things_counted() -> None:
    told = line(
        _out(("notes", "Notes"), ("section", "Ideas"), ("section", "Ideas"), ("task", "ask"))
        + _out(("comment", "a"), ("comment", "b"))
    )
    assert told == "Notes, Ideas, 1 task, 2 comments"


def test_empty_sections_are_named_apart() -> None:
    assert line(_out(("empty section", "Terms"))) == "nothing under: Terms"
    assert line(_out(("task", "x"), ("empty section", "Terms"))) == "1 task; nothing under: Terms"
