"""Whole documents, as they are saved from a browser or a mail program."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.capture.captured import Captured, Raw
from nutgraf.capture.reading import read
from nutgraf.errors import Usage
from nutgraf.language import furniture

PAGES = Path(__file__).parent / "pages"
SEEDS = Path(__file__).parents[2] / "seeds"
TODAY = date(2026, 11, 26)


def page(name: str, url: str | None = None) -> Captured:
    return read(Raw((PAGES / name).read_bytes(), name, url=url), today=TODAY)


@pytest.mark.parametrize(
    "name", ["blog-post", "release", "tables", "german", "amp", "live", "letter"]
)
def test_the_article_of_a_page_is_kept_to_the_letter_and_nothing_else(name: str) -> None:
    assert page(f"{name}.html").body == (PAGES / f"{name}.md").read_text()


def article_of_the_card_page() -> list[str]:
    """The lines of the card page as it was pasted, without the page around them."""
    pasted = (SEEDS / "cards.md").read_text().split("---\n", 2)[2]
    found = furniture.read(pasted)
    lines, at = [], 0
    for line in pasted.split("\n"):
        if line.strip() and not furniture.covers(found, at, at + len(line)):
            lines.append(line.strip().removeprefix("- "))
        at += len(line) + 1
    return [line for line in lines if not line.startswith("Published on")]


def test_the_card_page_comes_out_as_its_article() -> None:
    got = page("cards.html")
    shown = [line.lstrip("#>- ").strip() for line in got.body.split("\n")]
    assert [line for line in shown if line] == [
        line.lstrip("#>- ").strip() for line in article_of_the_card_page()
    ]
    assert "> — Lisa Gilbert, Co-president of Public Citizen (Associated Press)" in got.body
    assert not furniture.read(got.body)


def test_what_was_left_out_of_the_card_page_can_be_seen() -> None:
    left_out = page("cards.html").furniture
    for words in ("Beverly Hills", "Get the morning letter", "Washington top stories"):
        assert words in left_out
    assert any("DRUSKI" in one for one in left_out)


def test_the_card_page_says_what_it_is() -> None:
    got = page("cards.html")
    assert got.title == "IRS Wrongly Shared Taxpayer Data with Homeland Security"
    assert (got.publisher, got.published) == ("City Today", date(2026, 2, 12))
    assert got.url is not None
    assert got.url.startswith("https://citytoday.example/us/dc/washington/2026/02/12/")
    assert got.credits == ("Associated Press",)
    assert (got.kind, got.guessed, got.language) == ("news", ("kind",), "en-US")
    assert got.cut_off is None


def test_the_card_page_as_plain_text_stays_as_it_came() -> None:
    pasted = (SEEDS / "cards.md").read_text().split("---\n", 2)[2]
    got = read(Raw(pasted.encode(), "cards.txt"), today=TODAY)
    assert got.body == pasted.strip("\n") + "\n"
    assert got.furniture[0].startswith("- Today\n- Holidays")
    assert "Washington events" in got.furniture[-1]
    assert got.title == "IRS Wrongly Shared Taxpayer Data with Homeland Security"
    assert got.published == date(2026, 2, 12)
    assert "title" in got.guessed


def test_a_blog_post_states_its_authors_its_day_and_its_address() -> None:
    got = page("blog-post.html", url="https://quay.example/2026/03/x?utm_source=letter")
    assert got.title == "Harbour board delays dredging vote"
    assert got.authors == ("Ines Calder", "Tom Royle")
    assert got.published == date(2026, 3, 4)
    assert got.url == "https://quay.example/2026/03/harbour-board-delays-dredging-vote/"
    assert (got.publisher, got.language) == ("The Quay Ledger", "en-GB")


def test_a_release_of_a_government_is_official_and_never_primary() -> None:
    got = page("release.html", url="https://ag.wexland.gov/news/meters")
    assert (got.kind, got.guessed) == ("official", ("kind",))
    assert got.published == date(2026, 5, 19)


def test_a_letter_without_meta_data_is_dated_by_its_visible_day() -> None:
    got = page("letter.html")
    assert got.published == date(2026, 4, 11)
    assert got.authors == ("Wren Halloway",)


def test_a_page_of_subscribers_says_that_it_is_cut_off() -> None:
    got = page("paywalled.html")
    assert got.cut_off is not None
    assert "subscri" in got.cut_off
    assert "The second came by fax." in got.body


@pytest.mark.parametrize("name", ["blog-post", "release", "tables", "live", "letter", "cards"])
def test_a_whole_article_is_not_said_to_be_cut_off(name: str) -> None:
    assert page(f"{name}.html").cut_off is None


def test_a_day_that_has_not_come_is_not_believed() -> None:
    html = b'<meta property="article:published_time" content="2031-01-01"><p>The fair opens.</p>'
    assert read(Raw(html, "a.html"), today=TODAY).published is None


def test_a_newsletter_is_read_out_of_its_letter() -> None:
    message = EmailMessage()
    message["From"] = "The Morning Tide <desk@tide.example>"
    message["Subject"] = "Tuesday: the ferry – and what it cost"
    message["Date"] = "Tue, 14 Apr 2026 06:00:00 +0100"
    message["Archived-At"] = "<https://tide.example/letters/88>"
    message.set_content("Plain: the ferry cost £4m.")
    message.add_alternative(
        "<h1>The ferry</h1><p>The ferry cost £4m, the council says.</p>"
        "<p>“It floats,” said Lena Marsh.</p>",
        subtype="html",
    )
    got = read(Raw(message.as_bytes(), "letter.eml"), today=TODAY)
    assert "The ferry cost £4m, the council says.\n\n“It floats,” said Lena Marsh." in got.body
    assert got.title == "Tuesday: the ferry – and what it cost"
    assert (got.publisher, got.published) == ("The Morning Tide", date(2026, 4, 14))
    assert got.url == "https://tide.example/letters/88"
    assert got.extension == ".eml"


def test_markdown_keeps_its_text_and_its_front_matter_becomes_the_sources() -> None:
    text = (
        "---\ntitle: A vote\nauthor: Ann Roe\ndate: 2026-01-05\nurl: https://a.example/x?fbclid=1\n"
        "kind: opinion\n---\n# A vote\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    )
    got = read(Raw(text.encode(), "vote.md"), today=TODAY)
    assert got.body == "# A vote\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    assert (got.title, got.authors, got.published) == ("A vote", ("Ann Roe",), date(2026, 1, 5))
    assert got.url == "https://a.example/x"
    assert got.kind is None  # `opinion` is no kind


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"\x89PNG\r\n\x1a\n....", "page.html", "a PNG image"),
        (b"PK\x03\x04....", "report.docx", "a zip archive"),
        (b"", "empty.html", "is empty"),
        (b" \n\t", "empty.txt", "is empty"),
        (b"<html><body></body></html>", "shell.html", "shows nothing"),
        (b"<rss version='2.0'></rss>", "feed.xml", "--feed"),
        (b"a\x00\x00\x00\x01\x02" * 50, "thing", "no text"),
        (b"%PDF-1.7\nnothing of a PDF follows", "a.pdf", "cannot be read as a PDF"),
        (b"x" * 20_000_001, "long.txt", "20 MB are read"),
    ],
)
def test_what_holds_no_text_is_refused_with_the_next_step(
    data: bytes, name: str, words: str
) -> None:
    with pytest.raises(Usage) as caught:
        read(Raw(data, name), today=TODAY)
    assert words in str(caught.value)
    assert caught.value.hint


def test_a_page_that_is_nested_a_hundred_thousand_deep_is_read() -> None:
    html = b"<div>" * 100_000 + b"<p>The bottom was found, the divers say.</p>"
    try:
        got = read(Raw(html, "deep.html"), today=TODAY)
    except Usage:
        return
    assert "The bottom was found" in got.body or got.cut_off


@given(st.binary(max_size=400), st.sampled_from(["a.html", "a.txt", "a.eml", "a.md", "a"]))
def test_any_bytes_are_read_or_refused_with_a_next_step(data: bytes, name: str) -> None:
    try:
        got = read(Raw(data, name), today=TODAY)
    except Usage:
        return
    got.body.encode()
    assert "\0" not in got.body


@given(st.text(max_size=300))
def test_any_text_between_tags_is_read_or_refused(text: str) -> None:
    html = f"<html><body><article><p>{text}</p><blockquote>{text}</blockquote></article>"
    try:
        got = read(Raw(html.encode("utf-8", "replace"), "a.html"), today=TODAY)
    except Usage:
        return
    got.body.encode()
