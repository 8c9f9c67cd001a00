"""Links are asked of real servers, with manners."""

from __future__ import annotations

import ssl
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from nutgraf.app import asking
from nutgraf.app.asking import PER_HOST, ask, is_unknown
from nutgraf.checks.email.answers import Answer
from nutgraf.checks.email.link_broken import web_links
from tests.capture.fetching.manners_of_tests import loopback_too


class _Server(ThreadingHTTPServer):
    """Answers by the path that is asked for, and keeps what was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[tuple[str, str, str]] = []
        self.at_once = 0
        self.most = 0
        self.counting = threading.Lock()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}{path}"


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        server = self.server
        seen = Counter(path for _, path, _ in server.asked)[self.path]
        with server.counting:
            server.asked.append((self.command, self.path, self.headers["user-agent"]))
            server.at_once += 1
            server.most = max(server.most, server.at_once)
        if self.path.startswith("/slow"):
            time.sleep(0.1)
        status = {
            "/gone": 410,
            "/lost": 404,
            "/no-head": 405 if self.command == "HEAD" else 200,
            "/shy": 404 if self.command == "HEAD" else 200,
            "/closed": 403,
            "/ill": 500,
            "/later": 429,
            "/moved": 301,
            "/round": 302,
            "/inside": 307,
            "/busy": 503 if seen == 0 else 200,
        }.get(self.path, 200)
        with server.counting:
            server.at_once -= 1
        self.send_response(status)
        leads = {"/moved": "/there", "/round": "/round", "/inside": "http://10.0.0.7/"}
        if self.path in leads:
            self.send_header("location", leads[self.path])
        if status in (429, 503):
            self.send_header("retry-after", "0" if status == 503 else "3600")
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing is written."""


def asked_here(urls: list[str], *given: Callable[[], object]) -> Mapping[str, Answer]:
    """Asked also of this machine, where the tests' servers are."""
    return ask(urls, *given, allow=loopback_too)


@pytest.fixture
def server() -> Iterator[_Server]:
    running = _Server()
    thread = threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield running
    running.shutdown()
    running.server_close()
    thread.join(5)


@pytest.mark.parametrize(
    ("path", "gone", "unclear"),
    [
        ("/there", "", ""),
        ("/moved", "", ""),
        ("/no-head", "", ""),
        ("/shy", "", ""),
        ("/closed", "", "the server says 403"),
        ("/ill", "", "the server says 500"),
        ("/later", "", "the server says 429"),
        ("/busy", "", ""),
        ("/lost", "the server says 404", ""),
        ("/gone", "the server says 410", ""),
        ("/round", "", "the server sends on and on"),
    ],
)
def test_a_server_is_asked_and_understood(
    server: _Server, path: str, gone: str, unclear: str
) -> None:
    (answer,) = asked_here([server.url(path)]).values()
    assert (answer.gone, answer.unclear) == (gone, unclear)


INSIDE = "it leads to a machine that only your own network can reach"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "127.1", "0.0.0.0"])
def test_no_link_leads_to_this_machine(server: _Server, host: str) -> None:
    (answer,) = ask([server.url("/there").replace("127.0.0.1", host)]).values()
    assert answer.gone == ""
    assert answer.unclear
    assert server.asked == []


def test_nor_does_one_that_is_sent_on(server: _Server) -> None:
    (answer,) = asked_here([server.url("/inside")]).values()
    assert (answer.gone, answer.unclear) == ("", INSIDE)


def test_where_a_proxy_connects_numbers_of_ones_own_network_are_not_asked_for(
    server: _Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", server.url(""))
    answers = ask(["http://harbour.example/there", "http://10.0.0.7/there"])
    assert [answer.unclear for answer in answers.values()] == ["", INSIDE]
    assert [path for _, path, _ in server.asked] == ["http://harbour.example/there"]


def test_a_link_is_asked_once_without_its_body_and_by_our_name(server: _Server) -> None:
    counted: list[int] = []
    asked_here([server.url("/a"), server.url("/a"), server.url("/b")], lambda: counted.append(1))
    assert sorted(asked[:2] for asked in server.asked) == [("HEAD", "/a"), ("HEAD", "/b")]
    assert all(agent.startswith("nutgraf/") for _, _, agent in server.asked)
    assert len(counted) == 2


def test_one_host_is_not_asked_too_much_at_once(server: _Server) -> None:
    asked_here([server.url(f"/slow/{number}") for number in range(8)])
    assert len(server.asked) == 8
    assert server.most <= PER_HOST


def test_where_nobody_listens_it_is_not_said_to_be_gone() -> None:
    (answer,) = asked_here(["http://127.0.0.1:9/"]).values()
    assert (answer.gone, answer.unclear) == ("", "nobody answers there")


def test_a_server_that_does_not_answer_is_not_waited_for(
    server: _Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "WHOLE", 0.02)
    (answer,) = asked_here([server.url("/slow")]).values()
    assert (answer.gone, answer.unclear) == ("", "the server does not answer in time")


def test_a_busy_server_is_asked_once_more(server: _Server) -> None:
    asked_here([server.url("/busy"), server.url("/later")])
    assert Counter(path for _, path, _ in server.asked) == {"/busy": 2, "/later": 1}


@pytest.mark.parametrize(
    ("known", "gone", "unclear"),
    [
        ({"example.com"}, "no server has that name", ""),
        (set(), "", "nobody answers there"),
        ({"example.com", "nobody.invalid"}, "", "nobody answers there"),
    ],
)
def test_a_name_that_nobody_has_is_told_from_being_offline(
    known: set[str], gone: str, unclear: str
) -> None:
    (answer,) = ask(["http://nobody.invalid/"], unknown=lambda host: host not in known).values()
    assert (answer.gone, answer.unclear) == (gone, unclear)


def test_which_names_nobody_has() -> None:
    assert not is_unknown("127.0.0.1")
    assert not is_unknown("a" * 70)  # no name at all, which is another matter


@pytest.mark.needs_program("openssl")
def test_a_certificate_that_is_not_trusted_is_told(tmp_path: Path, server: _Server) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1"]
    subprocess.run([*made, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    (answer,) = asked_here([server.url("/").replace("http:", "https:")]).values()
    assert answer.gone == ""
    assert answer.unclear.startswith("its certificate is not valid (self")


def test_a_server_without_encryption_is_told(server: _Server) -> None:
    (answer,) = asked_here([server.url("/").replace("http:", "https:")]).values()
    assert (answer.gone, answer.unclear) == ("", "it cannot be reached by https")


def test_only_what_a_server_could_be_asked_for_is() -> None:
    html = "".join(
        f'<a href="{href}">x</a>'
        for href in ("https://a.example/", "mailto:a@a.example", "#top", "http://localhost/", "x")
    )
    assert web_links(html) == ["https://a.example/"]
