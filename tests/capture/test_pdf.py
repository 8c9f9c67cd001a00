"""Papers: a court filing as a browser prints it, a scan, and what is broken."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from nutgraf.capture.captured import Raw
from nutgraf.capture.pdf import read_pdf
from nutgraf.capture.reading import read
from nutgraf.errors import Usage

PAPERS = Path(__file__).parent / "papers"
FILING = (PAPERS / "filing.pdf").read_bytes()
TODAY = date(2026, 11, 26)


def test_a_filing_is_read_in_paragraphs_over_lines_and_pages() -> None:
    paragraphs = read_pdf(FILING, "filing.pdf").body.split("\n\n")
    assert paragraphs[:2] == ["DECLARATION OF HANNA VOSS", "I, Hanna Voss, declare as follows:"]
    assert paragraphs[4] == (
        "3. The Authority was able to match 61,440 of these addresses. For fewer than 2% of the "
        "matched addresses it also sent the name of the account holder, which the memorandum does "
        "not allow. “This was an error of the export and not of policy,” as I wrote to the "
        "Department on May 29."
    )
    over_the_page = next(one for one in paragraphs if one.startswith("7. "))
    assert "holds four columns: the address as the Department gave it" in over_the_page


def test_what_stands_on_every_page_is_left_out_and_told() -> None:
    paper = read_pdf(FILING, "filing.pdf")
    assert "Document 58-2" not in paper.body
    assert "Voss Declaration" not in paper.body
    assert [one.split()[0] for one in paper.furniture] == ["Case", "Voss"]


def test_the_title_of_the_metadata_is_taken_and_no_day_is_invented() -> None:
    got = read(Raw(FILING, "filing.pdf"), today=TODAY)
    assert got.title == "Declaration of Hanna Voss"
    assert got.published is None
    assert (got.extension, got.cut_off) == (".pdf", None)


def test_a_scan_without_text_asks_for_text_recognition() -> None:
    with pytest.raises(Usage, match="holds no text") as caught:
        read(Raw((PAPERS / "scan.pdf").read_bytes(), "scan.pdf"), today=TODAY)
    assert "ocrmypdf" in caught.value.hint


def test_a_filing_with_scanned_exhibits_says_which_part_is_missing() -> None:
    writer = PdfWriter()
    writer.append(BytesIO(FILING))
    writer.append(PAPERS / "scan.pdf")
    held = BytesIO()
    writer.write(held)
    got = read(Raw(held.getvalue(), "filing.pdf"), today=TODAY)
    assert "318,204" in got.body
    assert got.cut_off == "1 of its 3 pages is a picture without text"


def test_a_paper_with_a_password_says_so() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(FILING)))
    writer.encrypt("secret", algorithm="RC4-128")
    held = BytesIO()
    writer.write(held)
    with pytest.raises(Usage, match="password"):
        read_pdf(held.getvalue(), "filing.pdf")


@pytest.mark.parametrize("length", [20, 1_000, 9_000, 30_000])
def test_a_paper_that_was_cut_short_is_read_or_refused(length: int) -> None:
    try:
        got = read(Raw(FILING[:length], "filing.pdf"), today=TODAY)
    except Usage as refused:
        assert "filing.pdf" in refused.message  # noqa: PT017 -- both ends are right
    else:
        assert got.body.strip()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(FILING) - 1), st.integers(0, 255)), max_size=60))
def test_a_damaged_paper_never_crashes(damage: list[tuple[int, int]]) -> None:
    data = bytearray(FILING)
    for at, byte in damage:
        data[at] = byte
    try:
        read(Raw(bytes(data), "filing.pdf"), today=TODAY)
    except Usage:
        return
