"""Feeds of every kind are items; what is broken is read as far as it goes, and bombs do nothing."""

from __future__ import annotations

import gc
import json
import time
import tracemalloc
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from nutgraf.capture.captured import Raw
from nutgraf.capture.feed_links import FeedLink, feeds_of
from nutgraf.capture.feed_moments import moment
from nutgraf.capture.feed_words import one_line, person, web_address
from nutgraf.capture.feeds import LIMIT, Feed, Item, read_feed
from nutgraf.capture.reading import read
from nutgraf.capture.xml_prolog import without_prolog
from nutgraf.errors import Usage

FEEDS = Path(__file__).parent / "feeds"
AT = "https://post.lowmoor.example/feeds/all"
SITE = "https://post.lowmoor.example"
EVENING = datetime(2026, 3, 5, 23, 30, tzinfo=timezone(timedelta(hours=-5)))


def feed_of(data: bytes | str, charset: str | None = None, media_type: str = "") -> Feed:
    body = data.encode() if isinstance(data, str) else data
    return read_feed(Raw(body, "all", media_type, charset, AT))


def named(name: str) -> Feed:
    return feed_of((FEEDS / name).read_bytes())


def items(name: str) -> dict[str | None, Item]:
    return {item.title: item for item in named(name).items}


@pytest.mark.parametrize(
    "path", sorted(FEEDS.glob("*.xml")) + sorted(FEEDS.glob("*.json")), ids=str
)
def test_every_kind_of_feed_is_read(path: Path) -> None:
    feed = named(path.name)
    assert feed.title == "Lowmoor Evening Post"
    assert feed.url in {f"{SITE}/", None}
    addresses = [item.url for item in feed.items if item.url and "lowmoor" in item.url]
    assert addresses
    assert all(item.id for item in feed.items)


def test_rss_of_the_first_years_has_a_title_and_an_address() -> None:
    first, second = named("rss-0.91.xml").items
    assert (first.title, first.url) == ("Ferry runs late again", f"{SITE}/2026/03/ferry")
    assert (second.title, second.url) == ("Café on the quay to close", f"{SITE}/2026/03/cafe")
    assert first.summary == "The 7:40 left at 8:10, the harbour office said."
    assert first.published is None
    assert first.id == first.url


def test_rss_1_has_its_day_and_author_from_dublin_core() -> None:
    (item,) = named("rss-1.0.xml").items
    assert (item.published, item.authors) == (EVENING, ("Ada Wren",))


def test_rss_2_has_ids_authors_and_the_whole_text() -> None:
    found = items("rss-2.0.xml")
    cafe = found["Café on the quay to close, R&B bar stays"]
    assert (cafe.id, cafe.authors) == ("post-4711", ("Ada Wren", "Tom Hale"))
    ferry = found["Ferry runs late again"]
    assert ferry.authors == ("Ada Wren",)
    assert ferry.summary == "The 7:40 left at 8:10."
    assert "“It is the tide,” said" in ferry.content
    assert f'href="{SITE}/people/hale"' in ferry.content


def test_the_day_of_an_item_is_that_of_its_own_clock() -> None:
    ferry = items("rss-2.0.xml")["Ferry runs late again"]
    assert (ferry.published, ferry.day) == (EVENING, date(2026, 3, 5))


def test_items_without_an_address_of_the_web_have_none() -> None:
    found = items("rss-2.0.xml")
    assert found["Podcast: tides"].url is None
    assert found["Advertisement"].url is None


def test_items_come_newest_first_where_all_have_a_day() -> None:
    assert [item.id.rpartition("/")[2] for item in named("rss-2.0.xml").items] == [
        "ferry",
        "post-4711",
        "pod-12",
        "ad-1",
    ]
    assert [item.title for item in named("atom-1.0.xml").items][-1] == "Harbour minutes"


def test_atom_has_its_page_and_not_its_attachment() -> None:
    tide, minutes = named("atom-1.0.xml").items
    assert (tide.title, tide.url) == ("Tide < 2 m, ferry stays", f"{SITE}/2026/03/tide")
    assert tide.authors == ("Ada Wren", "Tom Hale")
    assert tide.published == datetime(2026, 3, 6, 8, 15, tzinfo=timezone(timedelta(hours=1)))
    assert "<p>Low water keeps the ferry in, <em>again</em>.</p>" in tide.content
    # When an entry was changed is not when it was published.
    assert minutes.published is None


def test_json_feeds_are_read_in_both_versions() -> None:
    feed = named("feed-1.1.json")
    ferry, cafe = feed.items
    assert (ferry.id, ferry.url) == ("4712", "https://harbour.lowmoor.example/ferry")
    assert (ferry.published, ferry.is_html) == (EVENING, True)
    assert (cafe.authors, cafe.is_html) == (("Ada Wren", "Tom Hale"), False)
    assert feed.notes == ("2 items of the feed say nothing that can be read",)
    (old,) = named("feed-1.json").items
    assert (old.url, old.authors) == (f"{SITE}/2026/03/ferry", ("Ada Wren",))


def test_the_text_that_a_feed_brings_can_be_read_as_a_source() -> None:
    raw = items("rss-2.0.xml")["Ferry runs late again"].text()
    assert raw is not None
    found = read(raw, today=date(2026, 3, 6))
    assert "“It is the tide,” said" in found.body
    assert (found.title, found.authors) == ("Ferry runs late again", ("Ada Wren",))
    assert (found.url, found.published) == (f"{SITE}/2026/03/ferry", date(2026, 3, 5))
    plain = items("feed-1.1.json")["Café on the quay to close"].text()
    assert plain is not None
    assert read(plain, today=date(2026, 3, 6)).body.startswith("The café closes in April.")
    assert items("rss-2.0.xml")["Podcast: tides"].text() is None


def test_what_a_feed_states_cannot_break_out_of_the_page_that_is_made_of_it() -> None:
    item = Item("1", 'A "<title>"', f'{SITE}/"><x', authors=('"><i>',), content="<p>Text")
    raw = item.text()
    assert raw is not None
    page = html.document_fromstring(raw.data)
    assert page.xpath("//meta/@content") == ['A "<title>"', '"><i>']
    assert page.xpath("//link/@href") == [f'{SITE}/"><x']
    assert [one.text_content() for one in page.iter("h1")] == ['A "<title>"']


@pytest.mark.parametrize("media_type", ["text/html", "text/plain", "application/json", ""])
def test_what_a_server_calls_a_feed_does_not_matter(media_type: str) -> None:
    data = (FEEDS / "rss-2.0.xml").read_bytes()
    feed = feed_of(data, "utf-8", media_type)
    assert (len(feed.items), feed.notes) == (4, ())


@pytest.mark.parametrize(
    ("encoding", "charset"),
    [("utf-8", None), ("utf-16", None), ("windows-1252", "windows-1252"), ("utf-8-sig", None)],
)
def test_encodings_are_those_of_pages(encoding: str, charset: str | None) -> None:
    text = "<rss version='2.0'><channel><item><title>Café “Quay”</title></item></channel></rss>"
    assert feed_of(text.encode(encoding), charset).items[0].title == "Café “Quay”"


BROKEN = (
    "<rss version='2.0'><channel><title>Post</title>"
    "<item><title>One</title><link>https://post.lowmoor.example/1</link></item>"
    "<item><title>Two & more</title><link>https://post.lowmoor.example/2</link></item>"
)


@pytest.mark.parametrize(
    "tail", ["", "<item><title>Thr", "</channel></rss>", "<item", "</nothing>"]
)
def test_a_broken_feed_is_read_as_far_as_it_goes_and_says_so(tail: str) -> None:
    feed = feed_of(BROKEN + tail)
    assert [item.title for item in feed.items][:2] == ["One", "Two & more"]
    assert "not well-formed and was read as far as it goes: line 1" in feed.notes[0]


@pytest.mark.parametrize("data", ["", " ", "plain words", "<p>One</p>", "<svg/>", "{}", "[1]", "{"])
def test_what_is_no_feed_says_so(data: str) -> None:
    with pytest.raises(Usage, match="all is no feed") as told:
        feed_of(data)
    assert "added without --feed" in told.value.hint


def test_a_page_that_names_feeds_says_which() -> None:
    with pytest.raises(Usage) as told:
        feed_of((FEEDS / "page.html").read_bytes())
    assert told.value.hint == (f"the page names these feeds: {SITE}/feed/, {SITE}/feeds/feed.json")


def test_a_broken_json_feed_is_told_and_nothing_of_it_read() -> None:
    data = (FEEDS / "feed-1.1.json").read_bytes()[:-20]
    with pytest.raises(Usage, match="broken as JSON"):
        feed_of(data)


def test_json_of_any_depth_is_told() -> None:
    deep = '{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 100_000
    with pytest.raises(Usage, match="broken as JSON"):
        feed_of(deep)


@pytest.mark.parametrize(
    "told",
    [
        {"items": None},
        {"items": {}},
        {"items": [None, 1, {"id": []}, {"id": {}, "url": 7}, {"id": "x"}]},
        {"items": [{"id": "x", "title": 1, "authors": "me", "date_published": []}]},
    ],
)
def test_json_that_is_not_as_promised_has_no_items(told: object) -> None:
    assert isinstance(told, dict)
    feed = feed_of(json.dumps({"version": "https://jsonfeed.org/version/1.1", **told}))
    assert feed.items == ()


ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha" * 500}">' for n in range(12))


@pytest.mark.parametrize(
    "head",
    [
        f"<!DOCTYPE rss [{ENTITIES}]>",
        f"<?xml version='1.0'?><!-- x --><!DOCTYPE rss [{ENTITIES}]>",
        f"\n <!doctype rss [\n<!-- ]> -->{ENTITIES}\n]>",
        '<!DOCTYPE rss [<!ENTITY e11 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x">%p;]>',
        f"<!DOCTYPE rss [<!ENTITY q \"<b x=']>'\">{ENTITIES}]>",
    ],
)
def test_entities_of_a_feeds_own_are_never_expanded(head: str) -> None:
    body = "<rss version='2.0'><channel><item><title>One &e11; two</title></item></channel></rss>"
    tracemalloc.start()
    try:
        feed = feed_of(head + body)
        assert tracemalloc.get_traced_memory()[1] < 30_000_000
    finally:
        tracemalloc.stop()
    title = feed.items[0].title or ""
    assert "ha" not in title
    assert "root" not in title
    assert "the feed declares entities of its own" in feed.notes[0]


def test_a_document_type_without_entities_is_nothing_to_tell() -> None:
    assert named("rss-0.91.xml").notes == ()


@pytest.mark.parametrize(
    "body",
    [
        "<a>" * 15_000,
        "<item>" * 8_000,
        "<item><title>" + "<b>" * 10_000,
        "<" * 60_000,
        "<item><title>" + "&lt;" * 100_000,
        "<item><title>" + "<b '" * 10_000,
        '<item><title><a "' + "x" * 300_000,
        "<item>" + "<!--" * 60_000,
        "<item>" + "<![CDATA[" * 30_000,
        "<item><author>" + "a@" * 60_000,
        "<item><title>" + "a." * 100_000 + "@",
        "<item><pubDate>" + "1 " * 100_000,
    ],
)
def test_a_hostile_feed_takes_no_longer_than_an_honest_one(body: str) -> None:
    begun = time.process_time()
    feed_of(f"<rss version='2.0'><channel>{body}")
    gc.collect()
    assert time.process_time() - begun < 3


def test_a_feed_of_many_items_is_cut_and_says_so() -> None:
    body = "<item><title>x</title></item>" * 5_200
    feed = feed_of(f"<rss version='2.0'><channel>{body}</channel></rss>")
    assert len(feed.items) == 5_000
    assert feed.notes == ("of 5200 items the first 5000 were read",)


def test_a_feed_of_more_elements_than_any_is_not_read() -> None:
    with pytest.raises(Usage, match="more elements than any feed"):
        feed_of("<rss>" + "<a>" * 250_000)


def test_a_feed_that_is_too_large_is_not_read() -> None:
    with pytest.raises(Usage, match="of a feed 5 MB are read"):
        feed_of(b" " * (LIMIT + 1))


PIECES = """
<rss version='2.0'>|<channel>|<item>|<title>|</title>|</item>|<link>|https://x.example/|&amp;|&|
<![CDATA[|]]>|<!DOCTYPE x [|]>|<!--|-->|<?x|?>|<feed xmlns='http://www.w3.org/2005/Atom'>|<entry>|
{|"|<pubDate>|Thu, 05 Mar 2026|\0|\ud800|é|<author>|a@b.example|'|<content type='xhtml'>
"""


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=30))
def test_no_text_makes_it_fall_over(parts: list[str]) -> None:
    try:
        feed = feed_of("".join(parts).encode("utf-8", "surrogatepass"))
    except Usage:
        return
    assert all(item.id for item in feed.items)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thu, 05 Mar 2026 23:30:00 -0500", EVENING),
        ("2026-03-05T23:30:00-05:00", EVENING),
        ("5 Mar 26 04:30 GMT", datetime(2026, 3, 5, 4, 30, tzinfo=UTC)),
        ("2026-03-05", datetime(2026, 3, 5)),  # noqa: DTZ001 - the feed gives no zone
        ("2026-03-05T04:30:00Z", datetime(2026, 3, 5, 4, 30, tzinfo=UTC)),
        ("0001-01-01T00:00:00Z", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        (7, None),
    ],
)
def test_moments_keep_the_zone_that_is_given(text: object, expected: datetime | None) -> None:
    assert moment(text) == expected


def test_what_a_more_lenient_reader_made_of_a_day_stands_where_we_cannot_read_it() -> None:
    lenient = time.gmtime(1_772_700_000)
    assert moment("den 5. März 2026", lenient) == datetime.fromtimestamp(1_772_700_000, UTC)
    assert moment("2026-03-05", lenient) == datetime(2026, 3, 5)  # noqa: DTZ001 - as above
    nonsense = time.struct_time((2026, 13, 40, 0, 0, 0, 0, 0, 0))
    assert moment("?", nonsense) is None


@given(st.text())
def test_any_text_is_a_moment_or_none(text: str) -> None:
    assert moment(text) is None or isinstance(moment(text), datetime)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("desk@post.example (Ada Wren)", "Ada Wren"),
        ("Ada Wren <desk@post.agency>", "Ada Wren"),
        ("Ada Wren (desk@post.agency)", "Ada Wren"),
        ("desk@post.example", None),
        ("Ada Wren", "Ada Wren"),
        ("Ada &amp; Tom", "Ada & Tom"),
        ("", None),
        (None, None),
    ],
)
def test_names_come_without_their_addresses(text: str | None, expected: str | None) -> None:
    assert person(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<b>Ferry</b> late", "Ferry late"),
        ("5 < 6 and 7 > 2", "5 < 6 and 7 > 2"),
        ("Ferry &amp; tide\n late", "Ferry & tide late"),
        ("a <unknown> b", "a <unknown> b"),
        ("<i></i>", None),
        ("Ferry\x1b[2J late\x9b", "Ferry [2J late"),
    ],
)
def test_titles_are_plain(text: str, expected: str | None) -> None:
    assert one_line(text, is_html=True) == expected


@pytest.mark.parametrize("text", ["javascript:x", "mailto:a@b.example", "http://[", "//", "", None])
def test_what_is_no_page_has_no_address(text: str | None) -> None:
    assert web_address(text, None) is None


def test_the_feeds_of_a_page_are_found_without_those_of_its_comments() -> None:
    text = (FEEDS / "page.html").read_text(encoding="utf-8")
    assert feeds_of(text, f"{SITE}/news/") == (
        FeedLink(f"{SITE}/feed/", "Lowmoor » Feed"),
        FeedLink(f"{SITE}/news/feed.json"),
    )


def test_a_page_that_names_only_the_feed_of_its_comments_has_that() -> None:
    text = '<link rel=alternate type="application/rss+xml" href="/comments/feed/">'
    assert [link.url for link in feeds_of(text, AT)] == [f"{SITE}/comments/feed/"]


def test_the_base_of_a_page_is_that_of_its_feeds() -> None:
    text = '<base href="/en/"><link rel="feed" href="all.xml">'
    assert [link.url for link in feeds_of(text, AT)] == [f"{SITE}/en/all.xml"]


@given(st.text(alphabet="<>/ =\"'linkrelaternate\0é\n", max_size=200))
def test_no_page_makes_it_fall_over(text: str) -> None:
    assert isinstance(feeds_of(text, AT), tuple)


@given(st.text(alphabet="<>!?[]-'\" DOCTYPENIrs\n", max_size=200))
def test_a_prolog_keeps_the_lines_of_what_follows(text: str) -> None:
    rest = without_prolog(text).rest
    assert rest.count("\n") == text.count("\n")
    assert text.endswith(rest.lstrip("\n"))
