"""Pages are fetched over redirects, again where a server is busy, and only if they changed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from nutgraf import __version__
from nutgraf.capture.captured import Raw
from nutgraf.capture.fetching.fetch import fetch
from nutgraf.capture.fetching.manners import user_agent
from nutgraf.capture.fetching.troubles import (
    Gone,
    NotAllowed,
    NotNow,
    Unreached,
    Unusable,
    Withheld,
)
from nutgraf.errors import TryLater, Usage
from tests.capture.fetching.manners_of_tests import Pauses, manners
from tests.servers.ports import free_port
from tests.servers.webs import Asked, Reply, web

HTML = {"content-type": "text/html; charset=ISO-8859-2"}
PAGE = Reply(200, b"<p>The ferry is late.", HTML)


def moved(to: str, status: int = 302) -> Reply:
    return Reply(status, b"", {"location": to})


def test_a_page_comes_as_it_is_with_what_the_server_says_of_it() -> None:
    with web({"/harbour/ferry%20late.html": PAGE}) as server:
        url = server.url("/harbour/ferry%20late.html#top")
        found = fetch(url, manners=manners(server.port, agent=user_agent("https://desk.example/")))
    assert found.raw == Raw(
        b"<p>The ferry is late.",
        "ferry late.html",
        "text/html",
        "iso-8859-2",
        server.url("/harbour/ferry%20late.html"),
    )
    assert (found.status, found.hops, found.notes, found.archived) == (200, (), (), None)
    assert not found.unchanged
    agents = {asked.headers["user-agent"] for asked in server.asked}
    assert agents == {f"nutgraf/{__version__} (+https://desk.example/)"}


def test_what_fetches_is_loaded_when_a_page_is_fetched() -> None:
    code = (
        "import sys, nutgraf.capture.fetching.fetch, nutgraf.capture.feeds, nutgraf.app.feed_items;"
        "heavy = {'httpx2', 'httpcore2', 'tenacity', 'protego', 'feedparser', 'lxml', 'anyio'};"
        "sys.exit(bool(heavy & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_redirects_are_followed_and_told() -> None:
    pages = {"/a": moved("/b", 301), "/b": moved("c?x=1", 307), "/c?x=1": PAGE}
    with web(pages) as server:
        found = fetch(server.url("/a"), manners=manners(server.port))
    assert found.raw.url == server.url("/c?x=1")
    assert found.hops == (server.url("/a"), server.url("/b"))


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ({"/a": moved("/b"), "/b": moved("/a")}, "sends on in a circle: 10 redirects"),
        (None, "sends on and on: 10 redirects"),
    ],
)
def test_redirects_come_to_an_end(pages: dict[str, Reply] | None, said: str) -> None:
    def further(asked: Asked) -> Reply:
        return Reply(404) if asked.path == "/robots.txt" else moved(f"{asked.path}x")

    with web(pages or further) as server, pytest.raises(Unusable, match=said):
        fetch(server.url("/a"), manners=manners(server.port))
    assert len(server.pages()) == 11


def test_a_site_that_sends_back_to_the_page_with_a_cookie_gets_it_back() -> None:
    def answer(asked: Asked) -> Reply:
        if asked.path == "/a" and "seen=1" not in asked.headers.get("cookie", ""):
            return Reply(302, b"", {"location": "/a", "set-cookie": "seen=1"})
        return PAGE if asked.path == "/a" else Reply(404)

    with web(answer) as server:
        assert fetch(server.url("/a"), manners=manners(server.port)).raw.data == PAGE.body


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ("ftp://desk.example/a", "no address of the web"),
        ("file:///etc/passwd", "no address of the web"),
        ("data:text/html,hello", "no address of the web"),
        ("http://user:word@desk.example/", "holds a name and a password"),
        ("http://desk.example:25/", "not fetched from port 25"),
        ("http://[::1", "no address of the web"),
    ],
)
def test_a_redirect_leads_only_where_pages_are(to: str, said: str) -> None:
    with (
        web({"/a": moved(to)}) as server,
        pytest.raises((NotAllowed, Unusable), match=said) as told,
    ):
        fetch(server.url("/a"), manners=manners(server.port))
    assert "sends on to" in told.value.message
    assert "word" not in told.value.message.replace("password", "")


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_is_gone_says_so_and_where_a_copy_may_be(status: int) -> None:
    with web({"/a?b=1&c=2": Reply(status)}) as server, pytest.raises(Gone) as told:
        fetch(server.url("/a?b=1&c=2"), manners=manners(server.port))
    assert told.value.status == status
    assert f"nutgraf add --archive '{server.url('/a?b=1&c=2')}'" in told.value.hint
    assert server.pages() == ["/a?b=1&c=2"]


@pytest.mark.parametrize("status", [400, 401, 402, 403, 406, 418, 451])
def test_a_refusal_is_told_and_not_asked_for_again(status: int) -> None:
    with web({"/a": Reply(status)}) as server, pytest.raises(Withheld, match=f"({status})") as told:
        fetch(server.url("/a"), manners=manners(server.port))
    assert told.value.status == status
    assert "nutgraf add FILE" in told.value.hint
    assert server.pages() == ["/a"]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_busy_server_is_asked_again_further_and_further_apart(status: int) -> None:
    def answer(asked: Asked) -> Reply:
        if asked.path == "/robots.txt":
            return Reply(404)
        return Reply(status) if asked.number < 3 else PAGE

    pauses = Pauses()
    with web(answer) as server:
        found = fetch(server.url("/a"), manners=manners(server.port, pauses))
    assert found.status == 200
    assert pauses.slept == [1.0, 2.0]


def test_a_server_that_stays_busy_is_left_for_later() -> None:
    with web({"/a": Reply(503)}) as server, pytest.raises(NotNow, match="503") as told:
        fetch(server.url("/a"), manners=manners(server.port))
    assert isinstance(told.value, TryLater)
    assert server.pages() == ["/a"] * 3


@pytest.mark.parametrize("header", ["7", "Fri, 06 Mar 2026 12:00:07 GMT"])
def test_the_pause_that_a_server_asks_for_is_kept(header: str) -> None:
    def answer(asked: Asked) -> Reply:
        if asked.path == "/robots.txt":
            return Reply(404)
        return Reply(429, b"", {"retry-after": header}) if asked.number == 1 else PAGE

    pauses = Pauses()
    with web(answer) as server:
        fetch(server.url("/a"), manners=manners(server.port, pauses))
    assert pauses.slept == [7.0]


@pytest.mark.parametrize("header", ["3600", "Fri, 06 Mar 2026 13:00:00 GMT"])
def test_a_pause_longer_than_our_patience_is_told_with_its_end(header: str) -> None:
    busy = Reply(429, b"", {"retry-after": header})
    with web({"/a": busy}) as server, pytest.raises(NotNow, match="not before 2026-03-0") as told:
        fetch(server.url("/a"), manners=manners(server.port))
    assert told.value.after == 3600
    assert server.pages() == ["/a"]


@pytest.mark.parametrize("header", ["soon", "-5", "٧", "9" * 400, ""])
def test_a_pause_that_is_none_is_no_reason_to_fall_over(header: str) -> None:
    raw = f"HTTP/1.1 503 Busy\r\nretry-after: {header}\r\ncontent-length: 0\r\n\r\n".encode()
    with web({"/a": Reply(raw=raw)}) as server, pytest.raises(NotNow):
        fetch(server.url("/a"), manners=manners(server.port))


def test_a_page_is_sent_again_only_if_it_changed() -> None:
    def answer(asked: Asked) -> Reply:
        if asked.headers.get("if-none-match") == '"v1"':
            return Reply(raw=b'HTTP/1.1 304 Not Modified\r\netag: "v1"\r\n\r\n')
        if asked.headers.get("if-modified-since") == "Fri, 06 Mar 2026 10:00:00 GMT":
            return Reply(raw=b"HTTP/1.1 304 Not Modified\r\n\r\n")
        dated = {"etag": '"v1"', "last-modified": "Fri, 06 Mar 2026 10:00:00 GMT"}
        return Reply(200, b"text", dated)

    with web(answer) as server:
        ours = manners(server.port)
        first = fetch(server.url("/a"), manners=ours)
        assert (first.etag, first.modified) == ('"v1"', "Fri, 06 Mar 2026 10:00:00 GMT")
        for etag, modified in ((first.etag, None), (None, first.modified)):
            again = fetch(server.url("/a"), manners=ours, etag=etag, modified=modified)
            assert again.unchanged
            assert again.raw.data == b""


def test_unchanged_is_no_answer_to_who_did_not_ask() -> None:
    raw = b"HTTP/1.1 304 Not Modified\r\n\r\n"
    with web({"/a": Reply(raw=raw)}) as server, pytest.raises(NotNow, match="was not asked that"):
        fetch(server.url("/a"), manners=manners(server.port))


def test_a_host_that_nobody_has_is_gone() -> None:
    with pytest.raises(Gone, match=r"has the name nobody\.example") as told:
        fetch("http://nobody.example/", manners=manners(80))
    assert told.value.status is None


def test_without_a_network_nothing_is_gone() -> None:
    def offline(host: str, port: int) -> list[str]:
        raise OSError(-2, "Name or service not known")

    with pytest.raises(Unreached, match="cannot be looked up"):
        fetch("http://desk.example/", manners=manners(80, resolve=offline))


def test_a_host_at_which_nobody_answers_is_asked_again_and_left_for_later() -> None:
    port, pauses = free_port(), Pauses()
    with pytest.raises(Unreached, match=f"nobody answers at 127.0.0.1:{port}"):
        fetch(f"http://127.0.0.1:{port}/", manners=manners(port, pauses))
    assert pauses.slept == [1.0, 2.0]


@pytest.mark.parametrize(
    ("url", "hint"),
    [
        ("desk.example/story", "https://desk.example/story"),
        ("ftp://desk.example/story", "nutgraf add FILE"),
        ("https://", "copied whole"),
        ("https://desk.example:99999/", "copied whole"),
        ("https://desk.example/" + "a" * 9_000, "one address"),
        ("https://me:secret@desk.example/", "log in with a browser"),
        ("https://de sk.example/", "with no space in it"),
        ("https://[fe80::1%25lo]/", "page of your own network"),
        ("https://desk.example/\x1b[2J", "copied whole"),
        ("", ""),
    ],
)
def test_what_is_no_address_of_the_web_is_told_with_what_to_write(url: str, hint: str) -> None:
    with pytest.raises(Usage) as told:
        fetch(url, manners=manners(443))
    assert hint in told.value.hint
    assert "secret" not in str(told.value)
