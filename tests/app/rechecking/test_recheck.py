"""Pages are looked up at a real server: what changed, what is gone, and what is only not seen."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from nutgraf.app.rechecking import pages
from nutgraf.app.rechecking.looked import Looked
from nutgraf.app.rechecking.pages import on_the_web
from nutgraf.app.rechecking.recheck import meant, recheck
from nutgraf.capture.captured import Raw
from nutgraf.workspace.loading import open_workspace
from tests.app.rechecking import ferry
from tests.capture.fetching.manners_of_tests import manners
from tests.evidence.drift import versions
from tests.evidence.drift.versions import FERRY
from tests.servers.webs import Asked, Reply, Web, web

NOW = datetime(2025, 3, 10, 9, 30, tzinfo=UTC)
HTML = {"content-type": "text/html; charset=utf-8"}


def look(root: Path, server: Web, now: datetime = NOW) -> Looked:
    workspace = open_workspace(root)
    ask = on_the_web(manners(server.port), date(2025, 3, 10))
    (found,) = recheck(workspace, meant(workspace, ["ferry"]), ask, now)
    return found


def shown(root: Path, reply: Reply, now: datetime = NOW) -> Looked:
    """What a look finds where the server says that."""
    with web({"/ferry": reply}) as server:
        ferry.workspace(root, url=server.url("/ferry"))
        return look(root, server, now)


def kept(root: Path) -> list[str]:
    return sorted(path.name for path in root.glob("seeds/ferry.later/*"))


def test_a_figure_that_was_changed_on_the_web_is_told_with_the_claim_on_it(tmp_path: Path) -> None:
    found = shown(tmp_path, Reply(200, ferry.page(versions.FIGURE), {**HTML, "etag": '"2"'}))
    assert (found.state, found.is_news) == ("changed", True)
    (one,) = found.affected
    assert one.change is not None
    assert (one.change.kind, one.words) == ("figure", ferry.CLAIMS[0].removesuffix(" [@ferry]"))
    assert [use.path for use in one.uses] == ["briefs/2025-03-07.md"]
    assert kept(tmp_path) == ["2025-03-10T093000Z.txt"]
    assert found.look is not None
    assert found.look.etag == '"2"'


@pytest.mark.parametrize(
    ("status", "state"),
    [(404, "gone"), (410, "gone"), (403, "not seen"), (401, "not seen"), (500, "not seen")],
)
def test_a_dead_link_is_drift_and_a_block_is_not(status: int, state: str, tmp_path: Path) -> None:
    found = shown(tmp_path, Reply(status, b"<p>Sorry.", HTML))
    assert found.state == state
    assert bool(found.affected) is (state == "gone")
    assert kept(tmp_path) == (["2025-03-10T093000Z.txt"] if state == "gone" else [])
    assert found.why


def test_a_busy_server_and_a_page_closed_to_programs_are_not_seen(tmp_path: Path) -> None:
    busy = shown(tmp_path / "busy", Reply(429, b"", {"retry-after": "3600"}))
    assert (busy.state, kept(tmp_path / "busy")) == ("not seen", [])
    robots = {"/robots.txt": Reply(200, b"User-agent: *\nDisallow: /\n", HTML)}
    with web({**robots, "/ferry": Reply(200, ferry.page(versions.FIGURE), HTML)}) as server:
        ferry.workspace(tmp_path, url=server.url("/ferry"))
        found = look(tmp_path, server)
    assert found.state == "not seen"
    assert found.hint


def test_a_page_that_did_not_change_is_not_sent_again(tmp_path: Path) -> None:
    def answer(asked: Asked) -> Reply:
        if asked.path != "/ferry":
            return Reply(404)
        if asked.headers.get("if-none-match") == '"2"':
            return Reply(304, b"", {"etag": '"2"'})
        return Reply(200, ferry.page(versions.FIGURE), {**HTML, "etag": '"2"'})

    with web(answer) as server:
        ferry.workspace(tmp_path, url=server.url("/ferry"))
        first = look(tmp_path, server)
        second = look(tmp_path, server, NOW + timedelta(days=1))
        asked = [one.headers for one in server.asked if one.path == "/ferry"]
    assert ["if-none-match" in one for one in asked] == [False, True]
    assert (first.is_news, second.is_news) == (True, False)
    assert second.state == "changed"
    assert second.drift == first.drift
    assert len(second.affected) == 1
    assert len(kept(tmp_path)) == 1


def test_a_page_goes_comes_back_and_changes_and_each_is_kept(tmp_path: Path) -> None:
    replies = {
        1: Reply(200, ferry.page(FERRY), HTML),
        2: Reply(410, b"", HTML),
        3: Reply(410, b"", HTML),
        4: Reply(200, ferry.page(FERRY), HTML),
        5: Reply(200, ferry.page(versions.SENTENCE), HTML),
        6: Reply(200, ferry.page(versions.SENTENCE), HTML),
        7: Reply(503, b"", HTML),
    }

    def answer(asked: Asked) -> Reply:
        return replies[min(asked.number, 7)] if asked.path == "/ferry" else Reply(404)

    with web(answer) as server:
        ferry.workspace(tmp_path, url=server.url("/ferry"))
        found = [look(tmp_path, server, NOW + timedelta(days=day)) for day in range(7)]
    states = ["as captured", "gone", "gone", "as captured", "changed", "changed", "not seen"]
    assert [one.state for one in found] == states
    assert [one.is_news for one in found] == [False, True, False, True, True, False, False]
    assert len(kept(tmp_path)) == 3


def test_several_hosts_are_asked_at_a_time_and_each_of_them_one_page_after_the_other(
    tmp_path: Path,
) -> None:
    at_once: dict[str, int] = {}
    most: dict[str, int] = {}

    def ask(url: str, etag: str, modified: str) -> pages.Page:
        host = url.split("/")[2]
        at_once[host] = at_once.get(host, 0) + 1
        most[host] = max(most.get(host, 0), at_once[host])
        try:
            return pages.as_read(Raw(ferry.page(FERRY), "page", "text/html"), date(2025, 3, 10))
        finally:
            at_once[host] -= 1

    root = ferry.workspace(tmp_path)
    for number in range(9):
        text = ferry.source(url=f"https://host{number % 3}.example/{number}")
        (root / f"seeds/page{number}.md").write_text(text, "utf-8")
    workspace = open_workspace(root)
    sources = meant(workspace, [], everything=True)
    found = recheck(workspace, sources, ask, NOW)
    assert [one.source.id for one in found] == [one.id for one in sources]
    assert {one.state for one in found} == {"as captured"}
    assert set(most.values()) == {1}


def test_a_host_without_a_name_is_not_seen_as_our_own_network_may_be_gone(tmp_path: Path) -> None:
    root = ferry.workspace(tmp_path, url="http://nowhere.invalid/ferry")
    workspace = open_workspace(root)
    ask = on_the_web(manners(80, hosts={}), date(2025, 3, 10))
    (found,) = recheck(workspace, meant(workspace, ["ferry"]), ask, NOW)
    assert found.state == "not seen"
