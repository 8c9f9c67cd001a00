from __future__ import annotations

from nutgraf.model import FileText
from nutgraf.report.terminal import report
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
