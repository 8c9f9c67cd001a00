from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from nutgraf.model import Evidence, FileText, Verification
from nutgraf.report.sheet import VERDICTS, report
from nutgraf.report.told import Told
from tests.report.results import FILE, SOURCE, STET, brief, claim, finding, longer


class _Balanced(HTMLParser):
    """Notes every element that is not closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag not in ("meta", "input", "link", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def test_a_claim_stands_beside_its_source_its_verdict_and_its_findings() -> None:
    told = report([Told(brief(), [finding()], [claim("contradicted")])])
    assert "The <mark>ferries</mark> sailed" in told
    assert "The ferries sailed." in told
    assert VERDICTS["contradicted"].capitalize() in told
    assert "These words differ" in told
    assert "Quote to the letter" in told
    assert "<code>quote-altered</code>" in told


def test_it_asks_nothing_of_the_network() -> None:
    told = report([Told(brief(), [finding()], [claim()])])
    assert not re.search(r"""(?:src|href)=["'](?!#)|url\(|@import|https?://""", told)
    assert "default-src 'none'" in told


def test_what_stands_in_files_is_no_markup() -> None:
    hostile = longer(finding(), "<script>alert(1)</script>")
    text = replace(claim(), text="a <b> & c")
    told = report([Told(replace(brief(), title="<i>A</i>"), [hostile], [text])])
    assert "<script>alert" not in told
    assert "a &lt;b&gt; &amp; c" in told
    assert "&lt;i&gt;A&lt;/i&gt;" in told


def test_every_element_is_closed() -> None:
    wide = replace(finding("note"), claim=None, place=FILE.place(30, 38))
    stood = finding("warning", stet=STET)
    claims = [claim(verdict) for verdict in VERDICTS]
    parser = _Balanced()
    parser.feed(
        report([Told(brief(), [finding(), wide, stood], claims), Told(brief(), [], [claim()])])
    )
    assert parser.wrong == []
    assert parser.open == []


def test_the_passage_is_marked_in_its_paragraph() -> None:
    file = FileText("briefs/a.md", "First words. The ferries sailed. Last words.\nNext line.\n")
    start = file.text.index("The")
    passage = Evidence("a", "The ferries sailed.", file.place(start, start + 19))
    told = report([Told(replace(brief(), file=file), [], [replace(claim(), evidence=(passage,))])])
    assert 'First words. <span class="passage">The ferries sailed.</span> Last words.' in told
    assert "Next line" not in told


def test_a_claim_that_nothing_comes_near_says_so() -> None:
    told = report([Told(brief(), [], [replace(claim("not found"), evidence=())])])
    assert "No passage of the pack comes near." in told


def test_findings_of_no_claim_stand_before_the_claims() -> None:
    wide = replace(longer(finding("note"), "25 claims cite none: `cite` them"), claim=None)
    wide = replace(wide, place=SOURCE.place(0, 3))
    told = report([Told(brief(), [wide], [claim()])])
    assert told.index("25 claims cite none") < told.index("<section>")
    assert "<code>cite</code>" in told


def test_the_filters_count_what_they_show() -> None:
    claims = [claim("supported"), claim("supported"), claim("partly supported")]
    told = report([Told(brief(), [], claims)])
    assert re.search(r'data-show="all"[^>]*>All <b>3</b>', told)
    assert re.search(r'data-show="match"[^>]*>Match <b>2</b>', told)
    assert re.search(r'data-show="differ"[^>]*>Differ <b>1</b>', told)
    assert 'data-show="open"' not in told


def test_what_was_let_stand_says_why_and_marks_nothing() -> None:
    told = report([Told(brief(), [finding(stet=STET)], [claim()])])
    assert "Let stand" in told
    assert "the tape says so" in told
    assert '<article class="row match"' in told
    assert '<article class="row match fix"' in report([Told(brief(), [finding()], [claim()])])
    assert '<article class="row match settle"' in report(
        [Told(brief(), [finding("warning")], [claim()])]
    )


def test_a_title_is_not_said_to_cite_none() -> None:
    told = report([Told(brief(), [], [replace(claim(cites=()), role="title")])])
    assert "cites none" not in told
    assert "cites none" in report([Told(brief(), [], [claim(cites=())])])


def test_words_that_differ_are_marked_within_the_passage() -> None:
    text = "Long ago the ferries sailed at noon and came back at night, as they do."
    file = FileText("briefs/a.md", f"{'Before it. ' * 30}{text}{' After it.' * 30}\n")
    start = file.text.index("Long")
    passage = Evidence("a", text, file.place(start, start + len(text)))
    at = file.text.index("noon")
    noon = Evidence("a", "noon", file.place(at, at + 4))
    one = replace(finding(), evidence=(noon, noon))
    told = report(
        [Told(replace(brief(), file=file), [one], [replace(claim(), evidence=(passage,))])]
    )
    assert "at <mark>noon</mark> and" in told
    assert told.count("Before it.") < 30
    assert told.count("After it.") < 30


def test_what_a_person_has_verified_is_marked() -> None:
    word = Verification(
        "briefs/a.md", "verified", "Boats <sail>.", "Ines Varga <i@harbour.example>",
        "2025-03-06T16:02:00+00:00", "document",
    )  # fmt: skip
    told = report([Told(brief(), [], [replace(claim(), verified=word)])])
    assert "✓ verified, Thu 6 Mar 2025 16:02, by Ines Varga, document" in told
    assert "harbour.example" not in told
