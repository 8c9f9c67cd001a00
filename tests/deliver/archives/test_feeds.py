from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.deliver.archives.feeds import Entry, Feed, atom, rss, uid
from nutgraf.deliver.mailing import Mailing

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
NIGHT = datetime(2025, 3, 7, 23, 30, tzinfo=timezone(-timedelta(hours=5)))
ENTRY = Entry(
    uid="urn:uuid:6b0b7c1e-54f0-5a0c-9d3c-3f0a8a6d2b17",
    url="https://harbour.example/briefs/2025-03-07/",
    title="Ferries & <quays>",
    summary="One number, and what it hides.",
    content="<p>Words &amp; <b>more</b>.</p>",
    published=NIGHT,
    updated=NIGHT,
)
FEED = Feed(
    title="The Harbour Letter",
    subtitle="What the port did.",
    url="https://harbour.example/briefs/",
    language="en-GB",
    author="Harbour desk",
    entries=[ENTRY],
)
MAILING = Mailing("2025-03-07", "T", "S", "<p>html</p>", "text", NIGHT, "readers")


def test_atom_has_what_rfc_4287_asks_of_a_feed_and_its_entries() -> None:
    root = ET.fromstring(atom(FEED))
    assert root.tag == f"{ATOM}feed"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en-GB"
    for name, text in {
        "id": FEED.url,
        "title": FEED.title,
        "subtitle": FEED.subtitle,
        "updated": "2025-03-07T23:30:00-05:00",
        "author/{*}name": FEED.author,
        "entry/{*}id": ENTRY.uid,
        "entry/{*}title": ENTRY.title,
        "entry/{*}updated": "2025-03-07T23:30:00-05:00",
        "entry/{*}published": "2025-03-07T23:30:00-05:00",
        "entry/{*}summary": ENTRY.summary,
        "entry/{*}content": ENTRY.content,
    }.items():
        assert root.findtext(f"{ATOM}{name}") == text, name
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {"self": f"{FEED.url}atom.xml", "alternate": FEED.url}
    content = root.find(f"{ATOM}entry/{ATOM}content")
    assert content is not None
    assert content.get("type") == "html"
    link = root.find(f"{ATOM}entry/{ATOM}link")
    assert link is not None
    assert link.get("href") == ENTRY.url


def test_rss_says_the_same() -> None:
    root = ET.fromstring(rss(FEED))
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    channel = root.find("channel")
    assert channel is not None
    for name, text in {
        "title": FEED.title,
        "link": FEED.url,
        "description": FEED.subtitle,
        "language": "en-GB",
        "item/title": ENTRY.title,
        "item/link": ENTRY.url,
        "item/guid": ENTRY.uid,
        "item/description": ENTRY.summary,
        f"item/{CONTENT}": ENTRY.content,
    }.items():
        assert channel.findtext(name) == text, name
    assert parsedate_to_datetime(channel.findtext("item/pubDate") or "") == NIGHT
    assert parsedate_to_datetime(channel.findtext("lastBuildDate") or "") == NIGHT
    guid = channel.find("item/guid")
    assert guid is not None
    assert guid.get("isPermaLink") == "false"
    own = channel.find(f"{ATOM}link")
    assert own is not None
    assert own.get("href") == f"{FEED.url}rss.xml"


def test_what_is_not_there_is_left_out_or_has_another_in_its_place() -> None:
    bare = replace(FEED, subtitle="", entries=[replace(ENTRY, summary="")])
    root = ET.fromstring(atom(bare))
    assert root.find(f"{ATOM}subtitle") is None
    assert root.find(f"{ATOM}entry/{ATOM}summary") is None
    channel = ET.fromstring(rss(bare)).find("channel")
    assert channel is not None
    assert channel.findtext("description") == FEED.title
    assert channel.findtext("item/description") == ENTRY.title


def test_a_feed_was_updated_when_its_newest_brief_went_out() -> None:
    earlier = replace(ENTRY, published=datetime(2024, 1, 1, tzinfo=UTC))
    both = replace(FEED, entries=[ENTRY, earlier])
    assert ET.fromstring(atom(both)).findtext(f"{ATOM}updated") == NIGHT.isoformat()


def test_only_the_newest_30_stand_in_a_feed() -> None:
    many = replace(FEED, entries=[replace(ENTRY, title=f"Brief {n}") for n in range(40)])
    titles = [title.text for title in ET.fromstring(atom(many)).findall(f"{ATOM}entry/{ATOM}title")]
    assert titles == [f"Brief {n}" for n in range(30)]
    items = ET.fromstring(rss(many)).findall("channel/item/title")
    assert [item.text for item in items] == titles


@given(st.text(), st.text(), st.text())
def test_any_text_makes_well_formed_feeds_that_say_it(title: str, summary: str, body: str) -> None:
    """But for what XML has no place for, and its own reading of line ends."""
    entry = replace(ENTRY, title=title, summary=summary, content=body)
    feed = replace(FEED, title=title, subtitle=summary, author=title, entries=[entry])
    root, channel = ET.fromstring(atom(feed)), ET.fromstring(rss(feed)).find("channel")
    assert channel is not None
    clean = re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", title)
    for found in (root.findtext(f"{ATOM}entry/{ATOM}title"), channel.findtext("item/title")):
        assert found is not None
        assert found.split() == clean.split() or found == clean


def test_an_id_is_one_briefs_alone_and_never_changes() -> None:
    assert uid(MAILING) == "urn:uuid:fcbc88da-8aee-59f2-b980-8b33648ea0e8"
    assert uid(replace(MAILING, title="Another", list_name="all")) == uid(MAILING)
    assert uid(replace(MAILING, key="2025-03-14")) != uid(MAILING)
    assert uid(replace(MAILING, html="<p>another publication</p>")) != uid(MAILING)
