from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.deliver.archives.archive import ArchiveHouse, archive_files
from nutgraf.deliver.ledgers import Sending
from nutgraf.deliver.mailing import Mailing
from nutgraf.render.digests import render
from tests.render.desk import SETTINGS, brief_of
from tests.render.desk import house as house_of

PUBLIC = msgspec.structs.replace(SETTINGS, base_url="https://harbor.example/briefs", language="en")
SENT = datetime(2026, 3, 6, 17, 30, tzinfo=UTC)
BODY = "## Summary\n\nThe cranes stood still. [@gazette]\n\n## Key Points\n\n- One thing.\n"


@cache
def mailing() -> Mailing:
    digests = render(brief_of(BODY), house_of("annotated", settings=PUBLIC))
    when = SENT.astimezone(ZoneInfo("America/New_York"))
    return Mailing(
        "2026-03-06", "Cranes", "Cranes stop", digests.html, digests.text, when, "readers"
    )


@cache
def house() -> ArchiveHouse:
    found = house_of("annotated")
    return ArchiveHouse(PUBLIC, found.brand, found.templates)


def sending(days: int = 0, **changed: object) -> Sending:
    one = replace(mailing(), **changed)  # type: ignore[arg-type]
    return Sending(one, SENT + timedelta(days=days), "M. Keane", "finished")


def site(sendings: Sequence[Sending]) -> Mapping[str, str]:
    return {name: data.decode() for name, data in archive_files(sendings, house())}


class Read(HTMLParser):
    """What a browser would find: tags with their attributes, the headings, the words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.words += data

    def meta(self, name: str) -> str | None:
        for tag, given_ in self.tags:
            if tag == "meta" and name in (given_.get("name"), given_.get("property")):
                return given_.get("content")
        return None

    def headings(self) -> list[int]:
        return [int(tag[1]) for tag, _ in self.tags if re.fullmatch("h[1-6]", tag)]


def test_a_page_says_what_it_is_where_it_is_and_when_it_went_out() -> None:
    page = Read(site([sending(title="Cranes & <quays>")])["2026-03-06/index.html"])
    assert "Cranes & <quays> · The Harbor Note" in page.words
    assert page.meta("og:title") == "Cranes & <quays>"
    assert page.meta("description") == page.meta("og:description") == "The cranes stood still."
    assert page.meta("og:url") == "https://harbor.example/briefs/2026-03-06/"
    assert page.meta("article:published_time") == "2026-03-06T12:30:00-05:00"
    canonical = {"rel": "canonical", "href": "https://harbor.example/briefs/2026-03-06/"}
    assert ("link", canonical) in page.tags
    assert page.tags[0] == ("html", {"lang": "en", "dir": "ltr"})


def test_a_page_shows_the_email_and_nothing_that_was_one_readers() -> None:
    files = site([sending()])
    for name in ("2026-03-06/index.html", "2026-03-06/brief.txt", "atom.xml", "rss.xml"):
        assert "The cranes stood still." in files[name]
        for gone in ("%%", "nsubscribe", "View in browser"):
            assert gone not in files[name], (name, gone)


def test_a_text_begins_so_that_every_browser_reads_it_as_utf_8() -> None:
    assert site([sending()])["2026-03-06/brief.txt"].startswith("\ufeffTHE HARBOR NOTE")


def test_pages_lead_to_their_neighbours_in_the_order_of_sending() -> None:
    files = site([sending(7, key="c", title="C"), sending(0, key="a"), sending(1, key="b")])
    first, middle, last = (files[f"{key}/index.html"] for key in "abc")
    assert 'rel="prev"' not in first
    assert '<a href="../b/index.html" rel="next">' in first
    assert '<a href="../a/index.html" rel="prev">' in middle
    assert '<a href="../c/index.html" rel="next">' in middle
    assert "<strong>C</strong>" in middle
    assert 'rel="next"' not in last


def test_the_index_has_every_brief_by_year_the_newest_first() -> None:
    index = site([sending(-100, key="a", title="A"), sending(0, key="b"), sending(1, key="c")])[
        "index.html"
    ]
    assert re.findall(r'<h2 id="[^"]+">(\d+)</h2>', index) == ["2026", "2025"]
    assert re.findall(r'<h3><a href="(\w)/index.html">', index) == ["c", "b", "a"]
    assert '<time datetime="2026-03-06">6 March 2026</time>' in index
    assert '<link rel="canonical" href="https://harbor.example/briefs/">' in index


def test_an_id_of_any_script_makes_folders_and_links_that_fit_each_other() -> None:
    files = site([sending(key="Fähren & mehr"), sending(1, key="index.html")])
    assert "Fähren & mehr/index.html" in files
    assert 'href="F%C3%A4hren%20%26%20mehr/index.html"' in files["index.html"]
    assert "https://harbor.example/briefs/F%C3%A4hren%20%26%20mehr/" in files["atom.xml"]
    assert len([name for name in files if name.startswith("index.html-")]) == 2


@pytest.mark.parametrize("name", ["index.html", "a/index.html"])
def test_headings_go_down_one_step_at_a_time_and_pictures_say_what_they_show(name: str) -> None:
    page = Read(site([sending(key="a"), sending(1, key="b")])[name])
    levels = page.headings()
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all("alt" in given_ for tag, given_ in page.tags if tag == "img")


def test_equal_sendings_give_equal_bytes_in_whatever_order_they_come() -> None:
    sendings = [sending(n, key=f"brief-{n}") for n in range(4)]
    assert site(sendings) == site(sendings[::-1])


@settings(max_examples=30)
@given(st.text(min_size=1, max_size=40), st.text(min_size=1, max_size=40))
def test_titles_are_words_whatever_is_written_in_them(title: str, other: str) -> None:
    plain = site([sending(key="a"), sending(1, key="b")])
    odd = site([sending(key="a", title=title), sending(1, key="b", title=other)])
    for name in ("index.html", "a/index.html", "b/index.html"):
        assert [tag for tag, _ in Read(odd[name]).tags] == [
            tag for tag, _ in Read(plain[name]).tags
        ]
    for name in ("atom.xml", "rss.xml"):
        assert len(list(ET.fromstring(odd[name]).iter())) == len(
            list(ET.fromstring(plain[name]).iter())
        )
