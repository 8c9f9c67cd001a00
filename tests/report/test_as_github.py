from __future__ import annotations

from dataclasses import replace

from nutgraf.model import FileText
from nutgraf.report.as_github import report
from tests.report.results import STET, finding, longer


def test_a_finding_is_a_command_with_its_place_and_its_rule() -> None:
    told = report([[finding()]])
    assert told.startswith(
        "::error file=briefs/a.md,line=1,endLine=1,col=5,endColumn=12,title=quote-altered::"
    )
    assert "these words differ%0Aquote to the letter%0Areport:1: The ferries sailed." in told


def test_severities_have_their_commands_and_what_was_let_stand_has_none() -> None:
    told = report([[finding("warning"), finding("note")], [finding(stet=STET)]])
    assert [line.split()[0] for line in told.splitlines()] == ["::warning", "::notice"]
    assert report([[]]) == ""


def test_signs_that_end_a_message_or_a_value_are_written_out() -> None:
    one = longer(finding(), "5% of what?\nsays who")
    place = FileText("briefs/a,b:c.md", "Words.\n").place(0, 5)
    told = report([[replace(one, place=place)]])
    assert "file=briefs/a%2Cb%3Ac.md" in told
    assert "::5%25 of what?%0Asays who" in told
    assert told.count("\n") == 1


def test_a_place_over_several_lines_has_no_columns() -> None:
    place = FileText("briefs/a.md", "One\ntwo\n").place(0, 7)
    assert "col=" not in report([[finding(place=place)]])
