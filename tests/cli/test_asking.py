from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from nutgraf.app import asking as links
from nutgraf.cli.arguments import asking
from tests.capture.fetching.manners_of_tests import loopback_too
from tests.cli.running import run
from tests.workspaces import PLAIN, Write


class _Handler(BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        asked.append(self.path)
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing is written."""


asked: list[str] = []


@pytest.fixture
def address() -> Iterator[str]:
    asked.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join(5)


def test_a_link_is_asked_once_in_a_run(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # The server of the test is on this machine, to which no link leads otherwise.
    monkeypatch.setattr("nutgraf.app.asking.ask", partial(links.ask, allow=loopback_too))
    ask = asking(online=True)
    assert ask is not None
    ask([f"{address}/a"])
    answers = ask([f"{address}/a", f"{address}/b"])
    assert [answer.status for answer in answers.values()] == [204, 204]
    assert asked == ["/a", "/b"]


def test_nobody_is_asked_without_the_option() -> None:
    assert asking(online=False) is None


def test_with_the_option_a_check_looks_at_the_email(write_workspace: Write) -> None:
    """The only web link of this email leads to this computer, so that nobody is asked."""
    report = PLAIN["seeds/report.md"]
    assert isinstance(report, str)
    local = report.replace("https://harbour.example/", "http://localhost:9/")
    root = write_workspace({**PLAIN, "seeds/report.md": local})
    assert "link-broken" not in run(root, "check").out
    for command in ("check", "build"):
        ran = run(root, command, "--online", "--fail-on", "error")
        assert ran.status == 1
    assert "link-broken" in run(root, "check", "--online").out
