"""Readers leave by a POST and by nothing else, and are told the truth about it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.app.rendering import open_templates
from nutgraf.deliver.ledgers import Ledger, Suppression
from nutgraf.deliver.ledgers.sqlite import SqliteLedger
from nutgraf.deliver.messages.unsubscribe_links import token
from nutgraf.deliver.returns.unsubscribe_page import Page
from nutgraf.deliver.returns.unsubscribing import BODY_LIMIT, Exit, application, wished
from nutgraf.errors import Faulty, TryLater
from nutgraf.workspace.loading import open_workspace
from tests.servers.applications import Answer, Served, served
from tests.workspaces import write_files

SECRET = "a secret of thirty-two characters"
NOW = datetime(2025, 3, 7, 17, 0, tzinfo=UTC)
READER = "ines.varga@harbour.example"
TOKEN = token(SECRET, READER, "readers", "2025-03-07")
PATH = f"/letters/unsubscribe?t={TOKEN}"
FORM = {"content-type": "application/x-www-form-urlencoded"}
ONE_CLICK = b"List-Unsubscribe=One-Click"
BACK = b"Subscribe=Again"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    workspace = open_workspace(write_files(tmp_path_factory.mktemp("letter"), {}))
    return Page(workspace.settings, workspace.styles.brand(), open_templates(workspace))


class Desk:
    """A ledger that can be taken away, and what was complained of."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.complaints: list[str] = []
        self.failure: Exception | None = None

    def open(self) -> Ledger:
        if self.failure is not None:
            raise self.failure
        return SqliteLedger(self.path)

    def kept(self) -> list[Suppression]:
        with closing(SqliteLedger(self.path)) as ledger:
            return list(ledger.suppressions())


@pytest.fixture(scope="module")
def running(page: Page, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, Desk]]:
    desk = Desk(tmp_path_factory.mktemp("sent") / "ledger.sqlite")
    way = Exit(page, SECRET, desk.open, lambda: NOW, desk.complaints.append)
    with served(application(way)) as server:
        yield server, desk


@pytest.fixture
def desk(running: tuple[Served, Desk]) -> Iterator[Desk]:
    _, desk = running
    yield desk
    desk.path.unlink(missing_ok=True)
    desk.failure = None
    desk.complaints.clear()


@pytest.fixture
def server(running: tuple[Served, Desk], desk: Desk) -> Served:
    assert desk
    return running[0]


def post(server: Served, body: bytes, path: str = PATH) -> Answer:
    return server.ask("POST", path, body, FORM)


def test_one_click_unsubscribes_at_once(server: Served, desk: Desk) -> None:
    answer = post(server, ONE_CLICK)
    assert answer.status == 200
    assert "You are unsubscribed" in answer.text
    assert not {"location", "set-cookie"} & set(answer.headers)
    assert desk.kept() == [Suppression(READER, "unsubscribed", NOW, "2025-03-07")]


def test_the_body_may_come_in_parts(server: Served, desk: Desk) -> None:
    """RFC 8058 asks for multipart/form-data first."""
    body = (
        b'--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\n'
        b"One-Click\r\n--b--\r\n"
    )
    headers = {"content-type": "multipart/form-data; boundary=b"}
    assert server.ask("POST", PATH, body, headers).status == 200
    assert len(desk.kept()) == 1


def test_a_second_click_changes_nothing(server: Served, desk: Desk) -> None:
    first = post(server, ONE_CLICK)
    assert post(server, ONE_CLICK) == Answer(200, first.headers, first.text)
    assert len(desk.kept()) == 1


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_following_the_link_changes_nothing(server: Served, desk: Desk, method: str) -> None:
    answer = server.ask(method, PATH)
    assert answer.status == 200
    assert not desk.path.exists()
    assert ("<form" in answer.text) == (method == "GET")


@pytest.mark.parametrize("body", [b"", b"List-Unsubscribe=", b"a=b", b"\xff=%ff", ONE_CLICK[:-1]])
def test_a_post_that_asks_for_nothing_shows_the_button(
    server: Served, desk: Desk, body: bytes
) -> None:
    answer = post(server, body)
    assert answer.status == 400
    assert "One-Click" in answer.text
    assert not desk.path.exists()


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/?t=",
        f"/?t={TOKEN[:-1]}",
        f"/?t={TOKEN}&t={TOKEN}",
        f"/?t={token('another secret, as long as that', READER, 'readers')}",
        f"/?t={'A' * 9000}",
        "/%00%ff/..//x?t=%00",
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_wrong_link_says_what_to_do_and_gives_nothing_away(
    server: Served, desk: Desk, path: str, method: str
) -> None:
    answer = server.ask(method, path, ONE_CLICK if method == "POST" else None, FORM)
    assert answer.status == 404
    assert "mailto:desk@harbour.example" in answer.text
    assert "ines" not in answer.text
    assert not desk.path.exists()


def test_whatever_prefix_the_web_server_leaves_is_answered(server: Served, desk: Desk) -> None:
    for path in ("/", "/unsubscribe", "/x/y/unsubscribe/", "/a?utm=1&"):
        joined = f"{path}{'' if path.endswith('&') else '?'}t={TOKEN}"
        assert server.ask("GET", joined).status == 200
    assert 'action="' not in server.ask("GET", PATH).text
    assert not desk.path.exists()


def test_what_is_copied_along_with_a_link_does_no_harm(server: Served) -> None:
    for around in (">", ".", "),%20", "%22%20"):
        assert server.ask("GET", f"{PATH}{around}").status == 200


def test_who_left_by_mistake_can_come_back(server: Served, desk: Desk) -> None:
    assert "Subscribe again" in post(server, ONE_CLICK).text
    assert "You are subscribed again" in post(server, BACK).text
    assert desk.kept() == []
    assert "You are subscribed again" in post(server, BACK).text


@pytest.mark.parametrize("reason", ["bounced: 5.1.1 no such user", "by hand: a letter of 3 March"])
def test_a_link_takes_back_only_what_a_link_did(server: Served, desk: Desk, reason: str) -> None:
    kept = Suppression(READER, reason, NOW)
    with closing(desk.open()) as ledger:
        ledger.suppress([kept])
    for body in (ONE_CLICK, BACK):
        answer = post(server, body)
        assert "You are unsubscribed" in answer.text
        assert "Subscribe again" not in answer.text
    assert desk.kept() == [kept]


@pytest.mark.parametrize(
    ("failure", "complaint"),
    [
        (TryLater("the ledger is in use by another process"), "in use"),
        (sqlite3.OperationalError(f"no {READER}"), "OperationalError"),
    ],
)
@pytest.mark.parametrize("body", [ONE_CLICK, BACK])
def test_what_cannot_be_written_down_is_never_said_to_be_done(
    server: Served, desk: Desk, failure: Exception, complaint: str, body: bytes
) -> None:
    desk.failure = failure
    answer = post(server, body)
    assert answer.status == 503
    assert int(answer.headers["retry-after"]) > 0
    assert "Nothing was changed" in answer.text
    assert len(desk.complaints) == 1
    assert complaint in desk.complaints[0]
    assert READER not in desk.complaints[0]
    desk.failure = None
    assert post(server, ONE_CLICK).status == 200


def test_a_ledger_that_another_process_holds_is_waited_for_and_not_given_up(
    server: Served, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nutgraf.deliver.ledgers.sqlite._PATIENCE", 0.05)
    desk.open().close()
    with closing(sqlite3.connect(desk.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert post(server, ONE_CLICK).status == 503
        other.execute("ROLLBACK")
    assert post(server, ONE_CLICK).status == 200


def test_a_body_larger_than_any_form_is_refused(server: Served, desk: Desk) -> None:
    assert post(server, ONE_CLICK + b"&x=" + b"a" * BODY_LIMIT).status == 413
    assert not desk.path.exists()


def test_other_methods_are_refused(server: Served) -> None:
    answer = server.ask("PUT", PATH, ONE_CLICK, FORM)
    assert answer.status == 405
    assert "POST" in answer.headers["allow"]


def test_every_answer_keeps_the_token_to_itself(server: Served) -> None:
    for answer in (
        server.ask("GET", PATH),
        server.ask("GET", "/"),
        server.ask("PUT", PATH),
        post(server, ONE_CLICK),
    ):
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert TOKEN not in answer.text


def test_the_page_shows_only_as_much_of_the_address_as_its_reader_needs(server: Served) -> None:
    text = server.ask("GET", PATH).text
    assert "i…@harbour.example" in text
    assert READER not in text
    assert "from any of its lists" in text


def test_the_page_asks_nothing_of_anybody_else(server: Served) -> None:
    text = post(server, ONE_CLICK).text
    assert not re.search(r"https?://|<script|<img|@import|url\(", text)
    assert '<html lang="en"' in text


def test_a_name_is_no_markup(tmp_path: Path, server: Served) -> None:
    assert server
    settings = 'name: "A & <b>B</b>"\nsender: {name: A, address: a@b.example}\npostal_address: X\n'
    workspace = open_workspace(write_files(tmp_path, {"nutgraf.yaml": settings}))
    page = Page(workspace.settings, workspace.styles.brand(), open_templates(workspace))
    assert "A &amp; &lt;b&gt;B&lt;/b&gt;" in page.html("ask", '"<i>"@b.example')
    assert "<i>" not in page.html("done", '"<i>"@b.example')


def test_an_editor_s_own_page_is_shown_and_a_broken_one_is_found_before_a_reader_does(
    tmp_path: Path,
) -> None:
    own = "templates/unsubscribe/page.html.j2"
    root = write_files(tmp_path, {own: "<p>{{ state }} {{ address }}"})
    workspace = open_workspace(root)
    page = Page(workspace.settings, workspace.styles.brand(), open_templates(workspace))
    page.prove()
    assert page.shown("done", "a@b.example") == "<p>done a…@b.example"
    (root / own).write_text("<p>{{ sate }}\n", encoding="utf-8")
    with pytest.raises(Faulty, match=r"templates/unsubscribe/page\.html\.j2:1"):
        page.prove()
    assert "You are unsubscribed." in page.shown("done", "a@b.example")


@given(st.binary(max_size=300), st.sampled_from([*FORM.values(), "multipart/form-data", "", "x"]))
def test_whatever_is_posted_is_read_or_passed_over(body: bytes, kind: str) -> None:
    assert wished(kind, body) in (None, "leave", "return")


def test_the_words_of_the_form_may_be_written_in_any_case() -> None:
    assert wished("", b"list-unsubscribe=one-click&x=1") == "leave"
    assert wished("application/x-www-form-urlencoded; charset=utf-8", BACK) == "return"
    assert wished("text/plain", b"nothing") is None
