"""What a host asks of programs is kept (RFC 9309)."""

from __future__ import annotations

import pytest

from nutgraf.capture.fetching.fetch import fetch
from nutgraf.capture.fetching.troubles import NotAllowed, NotNow
from tests.capture.fetching.manners_of_tests import Pauses, manners
from tests.servers.webs import Asked, Reply, web

PAGE = Reply(200, b"text", {"content-type": "text/html"})


def rules(*lines: str) -> Reply:
    return Reply(200, "\n".join(lines).encode(), {"content-type": "text/plain"})


@pytest.mark.parametrize(
    "file",
    [
        rules("User-agent: *", "Disallow: /drafts/"),
        rules("User-agent: nutgraf", "Disallow: /", "User-agent: *", "Disallow:"),
        rules("user-agent: NutGraf", "disallow: /*.html$"),
        Reply(200, b"\xef\xbb\xbfUser-agent: *\nDisallow: /"),
        Reply(200, b"User-agent: *\nDisallow: /drafts\n" + b"# more\n" * 200_000),
    ],
)
def test_a_page_that_programs_are_asked_not_to_read_is_not_read(file: Reply) -> None:
    with (
        web({"/drafts/a.html": PAGE, "/robots.txt": file}) as server,
        pytest.raises(NotAllowed, match="asks programs not to read this page") as told,
    ):
        fetch(server.url("/drafts/a.html"), manners=manners(server.port))
    assert "save it and add the file: nutgraf add FILE" in told.value.hint
    assert server.pages() == []


@pytest.mark.parametrize(
    "file",
    [
        rules("User-agent: *", "Disallow: /private/"),
        rules("User-agent: *", "Disallow: /", "User-agent: nutgraf", "Allow: /"),
        rules("User-agent: *", "Disallow: /", "Allow: /drafts/a"),
        rules("Sitemap: https://desk.example/map.xml"),
        rules(""),
        Reply(200, b"\xff\xfe\x00 no text \x80"),
        Reply(200, b"<html>Not found</html>", {"content-type": "text/html"}),
        Reply(200, b"no gzip", {"content-encoding": "gzip"}),
        Reply(302, b"", {"location": "/robots.txt"}),
        Reply(401),
        Reply(403),
        Reply(404),
        Reply(410),
    ],
)
def test_where_nothing_is_asked_for_the_page_is_read(file: Reply) -> None:
    with web({"/drafts/a.html": PAGE, "/robots.txt": file}) as server:
        assert fetch(server.url("/drafts/a.html"), manners=manners(server.port)).raw.data == b"text"


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_host_that_cannot_tell_its_rules_is_left_for_later(status: int) -> None:
    with (
        web({"/a": PAGE, "/robots.txt": Reply(status)}) as server,
        pytest.raises(NotNow, match="cannot say now whether programs may read"),
    ):
        fetch(server.url("/a"), manners=manners(server.port))
    assert server.pages() == []


def test_rules_that_cannot_be_told_are_asked_for_a_few_times_in_a_run() -> None:
    pauses = Pauses()
    with web({"/robots.txt": Reply(503)}) as server:
        ours = manners(server.port, pauses)
        for path in ("/a", "/b"):
            with pytest.raises(NotNow):
                fetch(server.url(path), manners=ours)
    assert server.paths() == ["/robots.txt"] * 3
    assert pauses.slept == [1.0, 2.0]


def test_rules_that_come_a_little_later_are_kept() -> None:
    def answer(asked: Asked) -> Reply:
        if asked.path == "/robots.txt":
            return Reply(503) if asked.number == 1 else rules("User-agent: *", "Disallow: /b")
        return PAGE

    with web(answer) as server:
        ours = manners(server.port)
        assert fetch(server.url("/a"), manners=ours).raw.data == b"text"
        with pytest.raises(NotAllowed):
            fetch(server.url("/b"), manners=ours)


def test_rules_that_moved_are_found() -> None:
    pages = {
        "/robots.txt": Reply(301, b"", {"location": "/rules.txt"}),
        "/rules.txt": rules("User-agent: *", "Disallow: /a"),
    }
    with web(pages) as server, pytest.raises(NotAllowed):
        fetch(server.url("/a"), manners=manners(server.port))


def test_the_rules_of_each_host_on_the_way_are_asked() -> None:
    closed = rules("User-agent: *", "Disallow: /b")
    with (
        web({"/b": PAGE, "/robots.txt": closed}) as second,
        web({"/a": Reply(302, b"", {"location": second.url("/b")})}) as first,
    ):
        ours = manners(first.port, ports=frozenset({first.port, second.port}))
        with pytest.raises(NotAllowed, match="asks programs not to read"):
            fetch(first.url("/a"), manners=ours)
    assert second.pages() == []


def test_rules_are_asked_for_once_in_a_run() -> None:
    with web(
        {"/a": PAGE, "/b": PAGE, "/robots.txt": rules("User-agent: *", "Disallow: /c")}
    ) as server:
        ours = manners(server.port)
        for path in ("/a", "/b"):
            fetch(server.url(path), manners=ours)
        with pytest.raises(NotAllowed):
            fetch(server.url("/c"), manners=ours)
    assert server.paths() == ["/robots.txt", "/a", "/b"]


def test_pauses_between_two_pages_of_a_host_are_kept() -> None:
    pauses = Pauses()
    file = rules("User-agent: *", "Crawl-delay: 5")
    with web({"/a": PAGE, "/b": PAGE, "/robots.txt": file}) as server:
        ours = manners(server.port, pauses, clock=pauses.clock, whole=10_000.0)
        fetch(server.url("/a"), manners=ours)
        assert pauses.slept == []
        pauses.sleep(2.0)
        fetch(server.url("/b"), manners=ours)
    assert pauses.slept == [2.0, 3.0]


def test_without_a_wish_of_the_host_there_is_a_short_pause() -> None:
    pauses = Pauses()
    with web({"/a": PAGE, "/b": PAGE}) as server:
        ours = manners(server.port, pauses, clock=pauses.clock, pause=1.0)
        for path in ("/a", "/b"):
            fetch(server.url(path), manners=ours)
    assert pauses.slept == [1.0]


def test_a_host_that_wants_an_hour_between_two_pages_is_left_for_later() -> None:
    file = rules("User-agent: *", "Crawl-delay: 3600")
    with web({"/a": PAGE, "/b": PAGE, "/robots.txt": file}) as server:
        ours = manners(server.port)
        fetch(server.url("/a"), manners=ours)
        with pytest.raises(NotNow, match="3600 seconds between two pages"):
            fetch(server.url("/b"), manners=ours)
    assert server.pages() == ["/a"]
