from __future__ import annotations

from pathlib import Path

from nutgraf.evidence.claims import judged_claims
from nutgraf.evidence.pack import read_pack
from nutgraf.evidence.premises import Premise, premises
from nutgraf.evidence.statements import statements
from nutgraf.workspace.loading import open_workspace
from tests.workspaces import write_files

REPORT = (
    "---\ntitle: The hall\npublished: 2025-03-04\n---\nThe council of Ostby closed the swimming "
    "hall on Monday. Engineer Marta Quist had found cracks in the roof. It cost 40 jobs.\n"
)


def told(
    angle: str, folder: Path, more: str = "", *, pack: str = "report"
) -> list[tuple[str, Premise]]:
    brief = f"---\ntitle: A\ndate: 2025-03-07\nsources: [{pack}]\n---\n"
    files = {
        "seeds/report.md": REPORT + more,
        "briefs/b.md": f"{brief}## Newsletter Angles\n\n{angle}\n",
    }
    composed = open_workspace(write_files(folder, files)).brief("b")
    read = read_pack(composed.pack)
    return [
        (judged.reading.text[one.start : one.end], one)
        for judged in judged_claims(tuple(statements(composed)), read, composed.date)
        for one in premises(judged, read)
    ]


def test_each_fact_is_carried_missing_or_not_to_be_told(tmp_path: Path) -> None:
    angle = (
        "The council closed the hall on Monday, in the same month that Otto Brandt sold the pier. "
        "This is what austerity looks like."
    )
    found = told(angle, tmp_path)
    assert [(text, one.sourced) for text, one in found] == [
        ("The council closed the hall on Monday", True),
        ("Otto Brandt sold the pier", False),
    ]


def test_a_fact_in_may_is_no_guess(tmp_path: Path) -> None:
    ((text, one),) = told("Otto Brandt sold the pier in May.", tmp_path)
    assert (text, one.sourced, one.marked) == ("Otto Brandt sold the pier in May", False, True)


def test_what_is_told_again_in_a_word_is_not_missing(tmp_path: Path) -> None:
    assert [one.sourced for _, one in told("It paid with its roof.", tmp_path)] in ([], [None])


def test_without_a_pack_nothing_is_missing(tmp_path: Path) -> None:
    assert told("Otto Brandt sold the pier in May.", tmp_path, pack="") == []


def test_a_day_of_another_thing_does_not_hide_what_nobody_tells(tmp_path: Path) -> None:
    more = "It trained nine clerks.\n\nThe program of the pool came out in June.\n"
    ((_, one),) = told("The council of Ostby closed its training program in June.", tmp_path, more)
    assert one.sourced is False


def test_a_day_told_otherwise_of_the_same_thing_is_no_missing_fact(tmp_path: Path) -> None:
    more = "The program of the pool came out in June.\n"
    ((_, one),) = told("The council of Ostby closed the swimming hall in June.", tmp_path, more)
    assert one.sourced is None
