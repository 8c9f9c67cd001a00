from __future__ import annotations

from dataclasses import replace

from nutgraf.model import FileText
from nutgraf.report.terminal import beside, report
from tests.report.results import STET, brief, claim, finding, longer


def test_a_finding_shows_both_spans_the_place_the_mend_and_the_rule() -> None:
    told = report(brief(), [finding()], [claim()])
    for words in (
        "NOT READY",
        "FIX 1",
        "These words differ",
        "briefs/a.md:1:5",
        "ferries",
        "The ferries sailed.",
        "quote to the letter",
        "quote-altered",
    ):
        assert words in told
    assert told.endswith("\n")


def test_no_line_is_wider_than_a_terminal() -> None:
    told = report(brief(), [longer(finding(), "these words differ " * 20)], [claim()] * 40)
    assert max(len(line) for line in told.splitlines()) <= 80


def test_twelve_findings_are_shown_unless_all_are_asked_for() -> None:
    found = [finding("error")] + [finding("warning")] * 19
    told = report(brief(), found, [])
    assert ("SETTLE 11" in told, "SETTLE 12" in told) == (True, False)
    assert "8 more" in told
    told = report(brief(), found, [], everything=True)
    assert "SETTLE 19" in told
    assert "more" not in told


def test_neighbours_that_say_one_thing_of_one_paragraph_stand_together() -> None:
    text = FileText("angles/b.md", "The mill shut, the pier burned and the mayor left.\n")
    found = [
        replace(finding(place=place), evidence=())
        for place in (text.place(0, 13), text.place(15, 30))
    ]
    told = report(brief(embedded=(text,)), found, [])
    assert told.count("These words differ") == 1
    assert "FIX 1–2" in told
    assert "  you      The mill shut\n           the pier burned\n" in told


def test_what_was_let_stand_is_only_counted() -> None:
    told = report(brief(), [finding(stet=STET), finding("note")], [])
    assert "1 let stand" in told
    assert "FIX" not in told
    assert "NOTE 1" in told


def test_the_words_are_those_of_the_file_that_is_meant() -> None:
    note = FileText("angles/b.md", "Something embedded.\n")
    told = report(brief(embedded=(note,)), [finding(place=note.place(10, 18))], [])
    assert "angles/b.md:1:11" in told
    assert "embedded" in told
    elsewhere = FileText("angles/c.md", "Nowhere to be seen.\n")
    assert "Nowhere" not in report(brief(), [finding(place=elsewhere.place(0, 7))], [])


def test_the_words_that_matter_are_marked_under_both_lines() -> None:
    told = report(brief(), [finding()], [])
    you = next(line for line in told.splitlines() if line.startswith("  you"))
    marks = told.splitlines()[told.splitlines().index(you) + 1]
    assert marks.index("^") == you.index("ferries")
    assert marks.count("^") == len("ferries")


def test_there_is_colour_only_where_it_is_asked_for() -> None:
    assert "\x1b[" not in report(brief(), [finding()], [])
    assert "\x1b[1;31mFIX 1" in report(brief(), [finding()], [], colour=True)


def test_what_is_left_is_named_with_the_command_that_shows_it() -> None:
    told = report(brief(), [finding("warning")] * 14 + [finding("note")], [])
    assert told.endswith("2 more to settle, 1 more note: nutgraf check a --all\n")


def test_a_remedy_that_is_words_to_write_stands_under_write() -> None:
    one = replace(finding(), remedy="write fewer than 40")
    assert "  write    fewer than 40 " in report(brief(), [one], [])


def test_a_finding_about_the_brief_shows_no_words() -> None:
    one = replace(finding("note"), place=brief().front.place, evidence=())
    assert "  you " not in report(brief(), [one], [])


def test_claims_that_can_be_cited_are_counted_and_titles_are_not() -> None:
    claims = [claim(cites=()), replace(claim(cites=()), role="title"), claim()]
    told = report(brief(), [], claims)
    assert "cited 1 of 3 (`nutgraf cite` can place 1)" in told


def test_a_claim_stands_over_its_passage() -> None:
    told = beside(brief(), claim().place, claim().evidence[0], "briefs/a.md:1")
    lines = told.splitlines()
    assert lines[0] == "briefs/a.md:1"
    assert lines[1].startswith("  you")
    assert any(line.startswith("  report") for line in lines)
