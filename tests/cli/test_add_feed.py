"""`nutgraf add` from the web: pages, copies of an archive, and the newest items of a feed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

from nutgraf.app import gathering
from tests.capture.fetching.manners_of_tests import manners
from tests.cli.running import run
from tests.cli.test_add import SETTINGS
from tests.servers.webs import Asked, Reply, Web, web

SENTENCES = (
    "The harbour board will close the {0} quay for two weeks from Monday, it said in a statement.",
    "“We have no choice, the {0} wall is giving way,” said Ola Brandt, who leads the board.",
    "Traders on the {0} quay had asked for three months of notice and were given eleven days.",
    "The works will cost £210,000 and are to end on 20 March, before the first ferry.",
)


def page(name: str) -> Reply:
    body = "".join(f"<p>{sentence.format(name)}</p>" for sentence in SENTENCES)
    text = f"<html><head><title>The {name} quay will close</title></head><body><article>"
    text += f"<h1>The {name} quay will close</h1>{body}</article></body></html>"
    return Reply(200, text.encode(), {"content-type": "text/html; charset=utf-8"})


def feed(server: Web, *names: str, content: str = "") -> bytes:
    items = "".join(
        f"<item><title>The {name} quay will close</title><link>{server.url(f'/{name}')}</link>"
        f"<guid isPermaLink='false'>{name}</guid><author>d@x.example (Ines Calder)</author>"
        f"<pubDate>Thu, 0{9 - at} Mar 2026 08:00:00 GMT</pubDate>{content}</item>"
        for at, name in enumerate(names)
    )
    head = "<rss version='2.0'><channel><title>Quay Ledger</title>"
    return f"{head}{items}</channel></rss>".encode()


class Paper:
    """An outlet whose feed names pages; what is in `closed` is answered otherwise."""

    def __init__(self, *names: str) -> None:
        self.names = list(names)
        self.closed: dict[str, Reply] = {}
        self.content = ""
        self.server: Web | None = None

    def __call__(self, asked: Asked) -> Reply:
        assert self.server is not None
        if asked.path in self.closed:
            return self.closed[asked.path]
        if asked.path == "/feed":
            data = feed(self.server, *self.names, content=self.content)
            tag = f'"{hash(data)}"'
            if asked.headers.get("if-none-match") == tag:
                return Reply(raw=b"HTTP/1.1 304 Not Modified\r\n\r\n")
            return Reply(200, data, {"etag": tag})
        return page(asked.path[1:]) if asked.path[1:] in self.names else Reply(404)


@pytest.fixture
def paper(monkeypatch: pytest.MonkeyPatch) -> Iterator[Paper]:
    running = Paper("north", "south", "east")
    with web(running) as server:
        running.server = server
        ours = manners(server.port, archive=server.url("/wayback/available"))
        monkeypatch.setattr(gathering, "manners_of", lambda _: ours)
        yield running


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "nutgraf.yaml").write_text(SETTINGS)
    for name in ("seeds", "briefs"):
        (tmp_path / name).mkdir()
    return tmp_path


def address(paper: Paper, path: str = "/feed") -> str:
    assert paper.server is not None
    return paper.server.url(path)


def titles(root: Path) -> set[str]:
    """The words of their headlines in which the sources differ."""
    heads = [path.read_text(encoding="utf-8") for path in (root / "seeds").glob("*.md")]
    return {found for head in heads for found in re.findall(r"\ntitle: \W?The (\w+)", head)}


def test_each_new_item_of_a_feed_becomes_a_source(workspace: Path, paper: Paper) -> None:
    got = run(workspace, "add", "--feed", address(paper))
    assert (got.status, got.out.count("ADDED")) == (0, 3)
    assert "Quay Ledger: 3 new\n" in got.err
    assert "3 of 3 added" in got.err
    assert titles(workspace) == {"north", "south", "east"}
    (north,) = (workspace / "seeds").glob("*north*.md")
    text = north.read_text(encoding="utf-8")
    # What the page does not state, the feed does.
    assert 'authors: ["Ines Calder"]' in text or "authors: [Ines Calder]" in text
    assert "published: 2026-03-09" in text
    assert f"url: {address(paper, '/north')}" in text.replace('"', "").replace("'", "")


def test_what_was_seen_is_not_added_again(workspace: Path, paper: Paper) -> None:
    run(workspace, "add", "--feed", address(paper))
    again = run(workspace, "add", "--feed", address(paper))
    assert (again.status, again.out) == (0, "")
    assert "nothing new" in again.err
    paper.names.insert(0, "west")
    third = run(workspace, "add", "--feed", address(paper))
    assert third.out.count("ADDED") == 1
    assert titles(workspace) == {"north", "south", "east", "west"}


def test_an_item_that_the_editor_took_out_does_not_come_again(
    workspace: Path, paper: Paper
) -> None:
    run(workspace, "add", "--feed", address(paper))
    for path in (workspace / "seeds").glob("*south*"):
        path.unlink()
    (workspace / ".nutgraf/feeds.json").unlink()
    assert "nothing new" in run(workspace, "add", "--feed", address(paper)).err
    assert titles(workspace) == {"north", "east"}


def test_of_a_feed_that_is_new_to_us_older_items_are_passed_over(
    workspace: Path, paper: Paper
) -> None:
    first = run(workspace, "add", "--feed", address(paper), "--newest", "1")
    assert "1 new; 2 older ones are passed over" in first.err
    assert titles(workspace) == {"north"}
    paper.names[:0] = ["quarry", "west"]
    second = run(workspace, "add", "--feed", address(paper), "--newest", "1")
    assert "1 new; 1 more waits for the next time, or for --newest 2" in second.err
    run(workspace, "add", "--feed", address(paper))
    assert titles(workspace) == {"north", "quarry", "west"}


def test_an_item_that_is_busy_now_comes_the_next_time(workspace: Path, paper: Paper) -> None:
    paper.closed["/south"] = Reply(503)
    got = run(workspace, "add", "--feed", address(paper))
    assert (got.status, got.out.count("ADDED")) == (75, 2)
    assert "2 of 3 added, 1 to try again later" in got.err
    del paper.closed["/south"]
    again = run(workspace, "add", "--feed", address(paper))
    assert (again.status, again.out.count("ADDED")) == (0, 1)
    assert titles(workspace) == {"north", "south", "east"}


def test_an_item_that_is_refused_is_told_once(workspace: Path, paper: Paper) -> None:
    paper.closed["/south"] = Reply(403)
    got = run(workspace, "add", "--feed", address(paper))
    assert got.status == 2
    assert "refuses to give it, perhaps to programs only" in got.err
    assert titles(workspace) == {"north", "east"}
    again = run(workspace, "add", "--feed", address(paper))
    assert (again.status, again.out) == (0, "")


def test_where_a_page_is_not_to_be_had_the_text_of_the_feed_is_taken(
    workspace: Path, paper: Paper
) -> None:
    rules = b"User-agent: *\nDisallow: /south"
    paper.closed["/robots.txt"] = Reply(200, rules, {"content-type": "text/plain"})
    body = "".join(f"<p>{sentence.format('south')}</p>" for sentence in SENTENCES)
    paper.content = (
        "<content:encoded xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
        f"<![CDATA[{body}]]></content:encoded>"
    )
    got = run(workspace, "add", "--feed", address(paper))
    assert got.status == 0
    assert "this is the text that the feed brings" in got.err
    (south,) = (workspace / "seeds").glob("*south*.md")
    assert "the south wall is giving way,” said Ola Brandt" in south.read_text(encoding="utf-8")
    assert titles(workspace) == {"north", "south", "east"}


def test_a_dry_run_remembers_nothing(workspace: Path, paper: Paper) -> None:
    got = run(workspace, "add", "--feed", address(paper), "--dry-run")
    assert got.out.count("WOULD ADD") == 3
    assert list((workspace / "seeds").iterdir()) == []
    assert run(workspace, "add", "--feed", address(paper)).out.count("ADDED") == 3


def test_a_feed_can_be_a_file(workspace: Path, paper: Paper) -> None:
    assert paper.server is not None
    (workspace / "feed.xml").write_bytes(feed(paper.server, "north"))
    assert run(workspace, "add", "--feed", "feed.xml").out.count("ADDED") == 1
    assert "nothing new" in run(workspace, "add", "--feed", "feed.xml").err


def test_items_without_a_page_are_added_from_the_feed_or_refused_once(workspace: Path) -> None:
    text = " ".join(SENTENCES).format("north")
    items = [
        {"id": "1", "title": "The north quay will close", "content_text": text},
        {"id": "2", "title": "Tides in March"},
    ]
    told = {"version": "https://jsonfeed.org/version/1.1", "title": "Notices", "items": items}
    (workspace / "notices.json").write_text(json.dumps(told))
    got = run(workspace, "add", "--feed", "notices.json")
    assert (got.status, got.out.count("ADDED")) == (2, 1)
    assert "“Tides in March” has no page, and the feed brings no text" in got.err
    assert titles(workspace) == {"north"}
    assert run(workspace, "add", "--feed", "notices.json").status == 0


def test_a_feed_that_is_taken_for_a_page_says_how_to_add_it(workspace: Path, paper: Paper) -> None:
    got = run(workspace, "add", address(paper))
    assert (got.status, got.out) == (2, "")
    assert f"nutgraf add --feed {address(paper)}" in got.err


def test_of_a_page_that_names_one_feed_it_is_taken(workspace: Path, paper: Paper) -> None:
    link = b'<link rel="alternate" type="application/rss+xml" href="/feed">'
    paper.closed["/front"] = Reply(200, link, {"content-type": "text/html"})
    got = run(workspace, "add", "--feed", address(paper, "/front"))
    assert (got.status, got.out.count("ADDED")) == (0, 3)
    assert f"is a page; its feed is {address(paper)}\n" in got.err
    assert "nothing new" in run(workspace, "add", "--feed", address(paper)).err


def test_a_page_is_no_feed(workspace: Path, paper: Paper) -> None:
    got = run(workspace, "add", "--feed", address(paper, "/north"))
    assert (got.status, got.out) == (2, "")
    assert "error: north is no feed" in got.err


def test_a_feed_as_json_is_told_in_json(workspace: Path, paper: Paper) -> None:
    got = run(workspace, "add", "--feed", address(paper), "--format", "json")
    told = json.loads(got.out)["sources"]
    assert [one["state"] for one in told] == ["added"] * 3
    assert told[0]["published"] == "2026-03-09"


def test_options_of_one_source_do_not_go_with_a_feed(workspace: Path, paper: Paper) -> None:
    got = run(workspace, "add", "--feed", address(paper), "--title", "x")
    assert (got.status, got.out) == (2, "")
    assert "--title is of one source, and a feed has many" in got.err


def test_the_rules_of_a_host_are_asked_for_once_in_a_run(workspace: Path, paper: Paper) -> None:
    assert paper.server is not None
    run(workspace, "add", *(address(paper, f"/{name}") for name in ("north", "south")))
    assert paper.server.paths() == ["/robots.txt", "/north", "/south"]


def test_a_copy_of_the_archive_is_marked_in_the_source(workspace: Path, paper: Paper) -> None:
    gone = address(paper, "/gone")
    copy = address(paper, f"/web/20251104081500/{gone}")
    closest = {"available": True, "status": "200", "url": copy}
    told = json.dumps({"archived_snapshots": {"closest": closest}}).encode()
    paper.closed["/gone"] = Reply(410)
    paper.closed[f"/web/20251104081500id_/{gone}"] = page("gone")
    paper.closed[f"/wayback/available?{urlencode({'url': gone})}"] = Reply(200, told)
    refused = run(workspace, "add", gone)
    assert refused.status == 2
    assert f"nutgraf add --archive {gone}" in refused.err
    got = run(workspace, "add", gone, "--archive")
    assert got.status == 0
    assert "this is the Internet Archive's copy of 2025-11-04" in got.err
    (path,) = (workspace / "seeds").glob("*gone*.md")
    text = path.read_text(encoding="utf-8").replace('"', "").replace("'", "")
    assert f"url: {gone}" in text
    assert f"archived: {copy}" in text
