"""A page that is gone is asked of the Internet Archive, and its copy is marked as one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from nutgraf.capture.fetching.fetch import fetch
from nutgraf.capture.fetching.troubles import Gone, NotNow, Unreached
from tests.capture.fetching.manners_of_tests import manners
from tests.servers.ports import free_port
from tests.servers.webs import Asked, Reply, Web, web

COPY = Reply(200, b"<p>As it was", {"content-type": "text/html; charset=utf-8", "etag": '"x"'})


def archive(server: Web, page: str, **given: Any) -> Any:
    """The archive's answers, with one copy of the page, in the forms that it has."""

    def answer(asked: Asked) -> Reply:
        if asked.path.startswith("/wayback/available"):
            question = parse_qs(urlsplit(asked.path).query)
            assert question["url"] == [page]
            assert question.get("timestamp") == given.get("stamp")
            closest: Mapping[str, Any] = {
                "status": "200",
                "available": True,
                "url": f"http://127.0.0.1:{server.port}/web/20251104081500/{page}",
                "timestamp": "20251104081500",
            } | given.get("closest", {})
            told = {"url": page, "archived_snapshots": {"closest": closest}}
            return Reply(200, json.dumps(told).encode())
        assert asked.path == f"/web/20251104081500id_/{page}"
        return COPY

    return answer


def asking(port: int, **given: Any) -> Any:
    return manners(
        port,
        archive=f"http://127.0.0.1:{port}/wayback/available",
        ports=frozenset({port, *given.pop("and_ports", ())}),
        **given,
    )


def playing(page: str, **given: Any) -> Any:
    """A server that is the archive; it learns its own port when it runs."""
    running: list[Web] = []

    def answer(asked: Asked) -> Reply:
        reply: Reply = archive(running[0], page, **given)(asked)
        return reply

    return running, answer


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_is_gone_comes_from_the_archive(status: int) -> None:
    with web({"/a": Reply(status)}) as host:
        page = host.url("/a")
        running, answer = playing(page, stamp=["20251101"])
        with web(answer) as server:
            running.append(server)
            ours = asking(server.port, and_ports=(host.port,))
            found = fetch(page, manners=ours, archive=True, around=date(2025, 11, 1))
    assert found.raw.data == COPY.body
    assert (found.raw.url, found.raw.charset, found.etag) == (page, "utf-8", None)
    assert found.archived is not None
    assert found.archived.day == date(2025, 11, 4)
    assert found.archived.address == server.url(f"/web/20251104081500/{page}")
    assert "Internet Archive's copy of 2025-11-04" in found.notes[0]


def test_so_does_a_page_of_a_host_that_is_no_more() -> None:
    page = "http://paper.example/a"
    running, answer = playing(page)
    with web(answer) as server:
        running.append(server)
        found = fetch(page, manners=asking(server.port, and_ports=(80,)), archive=True)
    assert found.archived is not None


def test_and_of_a_host_at_which_nobody_answers() -> None:
    dead = free_port()
    page = f"http://127.0.0.1:{dead}/a"
    running, answer = playing(page)
    with web(answer) as server:
        running.append(server)
        found = fetch(page, manners=asking(server.port, and_ports=(dead,)), archive=True)
    assert found.archived is not None


def test_a_page_that_is_there_is_not_asked_of_the_archive() -> None:
    with web({"/a": COPY}) as host, web({}) as server:
        ours = asking(server.port, and_ports=(host.port,))
        assert fetch(host.url("/a"), manners=ours, archive=True).archived is None
    assert server.asked == []


@pytest.mark.parametrize(
    "told",
    [
        {"archived_snapshots": {}},
        {"archived_snapshots": {"closest": {"available": False}}},
        {"archived_snapshots": {"closest": {"available": True, "url": "http://x.example/"}}},
        {"archived_snapshots": {"closest": {"available": True, "url": 7}}},
        {"archived_snapshots": {"closest": {"available": True, "status": "404", "url": "x"}}},
        {"archived_snapshots": [1]},
        [],
    ],
)
def test_where_the_archive_has_no_copy_it_says_so(told: Any) -> None:
    reply = Reply(200, json.dumps(told).encode())
    with web({"/a": Reply(404)}) as host, web(lambda _: reply) as server:
        ours = asking(server.port, and_ports=(host.port,))
        with pytest.raises(Gone, match="the Internet Archive has no copy of it"):
            fetch(host.url("/a"), manners=ours, archive=True)


def test_an_archive_that_is_down_is_left_for_later() -> None:
    with web({"/a": Reply(404)}) as host, web(lambda _: Reply(503)) as server:
        ours = asking(server.port, and_ports=(host.port,))
        with pytest.raises(NotNow, match="503"):
            fetch(host.url("/a"), manners=ours, archive=True)


def test_an_archive_that_answers_with_a_page_is_left_for_later() -> None:
    with web({"/a": Reply(404)}) as host, web(lambda _: Reply(200, b"<html>")) as server:
        ours = asking(server.port, and_ports=(host.port,))
        with pytest.raises(NotNow, match="in a form that nutgraf does not know"):
            fetch(host.url("/a"), manners=ours, archive=True)


def test_where_the_network_is_down_it_is_not_the_page_that_is_gone() -> None:
    dead, archive_port = free_port(), free_port()
    ours = asking(archive_port, and_ports=(dead,))
    with pytest.raises(Unreached, match=f"nobody answers at 127.0.0.1:{dead}"):
        fetch(f"http://127.0.0.1:{dead}/a", manners=ours, archive=True)


def test_a_copy_on_a_private_address_is_refused() -> None:
    closest = {"url": "http://10.0.0.7/web/20251104081500/http://paper.example/a"}
    page = "http://paper.example/a"
    running, answer = playing(page, closest=closest)
    with web(answer) as server:
        running.append(server)
        ours = asking(server.port, and_ports=(80,))
        with pytest.raises(Exception, match="no address of the open internet"):
            fetch(page, manners=ours, archive=True)
