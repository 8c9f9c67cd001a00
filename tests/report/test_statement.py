"""One statement as the person who verifies it sees it."""

from __future__ import annotations

from dataclasses import replace

from nutgraf.evidence.each_source import InSource
from nutgraf.model import Evidence, Held, Matter, Stale, Verification
from nutgraf.report.said import as_said
from nutgraf.report.statement import kind_of, listed, statement
from tests.report.results import FILE, SOURCE, brief, finding

WORD = Verification(
    FILE.path, "verified", "The ferries sailed.", "Ines Varga <i@harbour.example>",
    "2025-03-06T16:02:00+01:00", "captured page", "two copies", (Held("report", "x"),),
)  # fmt: skip


def matter() -> Matter:
    at = FILE.text.index("The ferries sailed")
    place = FILE.place(at, at + len("The ferries sailed"))
    return Matter("0" * 16, "The ferries sailed", place, "summary", ("figures", "quotations"),
                  ("c1",), (), "supported")  # fmt: skip


def source(name: str = "report", text: str = "The ferries sailed.", **more: object) -> InSource:
    at = SOURCE.text.index("The ferries")
    passage = Evidence(name, text, SOURCE.place(at, at + 19))
    one = InSource(name, cited=True, verdict="supported", passages=(passage,), reasons=())
    return replace(one, **more)  # type: ignore[arg-type]


def test_the_words_stand_over_those_of_the_sources() -> None:
    told = statement(brief(), matter(), [source(), source("other")], [])
    lines = told.splitlines()
    assert lines[0] == "  you      The ferries sailed"
    assert any(line.startswith("  report:") and "The ferries sailed." in line for line in lines)
    assert any(line.endswith("same words") for line in lines)
    assert max(map(len, lines)) <= 80


def test_what_differs_and_what_the_check_says() -> None:
    wrong = source(verdict="contradicted", reasons=("the source has boats",), origin="AP")
    told = statement(brief(), matter(), [wrong], [finding()])
    assert "differs: the source has boats" in told
    assert "origins  AP (report)" in told
    assert "(quote-altered)" in told
    assert "^^^^^^^" in told


def test_what_was_said_and_what_has_changed() -> None:
    stale = Stale("The boats sailed", "The ferries sailed", "report", WORD)
    told = statement(brief(), replace(matter(), said=(WORD,), stale=stale), [], [])
    assert "was      verified in report as: The boats sailed" in told
    assert "now      The ferries sailed" in told
    assert "no passage of the pack comes near" in told
    assert as_said(WORD).split(",")[0] in told


def test_a_word_is_told_in_a_line_without_the_address() -> None:
    assert as_said(WORD) == (
        "✓ verified, Thu 6 Mar 2025 16:02, by Ines Varga, captured page (report): two copies"
    )
    assert as_said(replace(WORD, said="query", how=None, note="when?", passages=())) == (
        "? query, Thu 6 Mar 2025 16:02, by Ines Varga: when?"
    )


def test_kinds_and_the_list() -> None:
    assert kind_of(matter()) == "a quotation, a figure"
    assert kind_of(replace(matter(), kinds=())) == "a statement"
    lines = list(listed([(1, matter())]))
    assert lines[0].startswith("  1  open        a quotation, a figure · ")
    assert lines[1] == "     The ferries sailed"
