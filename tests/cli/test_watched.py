"""`nutgraf send --due` under the eyes of a health check."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from nutgraf.app import send_due
from tests.cli.running import run
from tests.serving import Answer, Server, serving
from tests.workspaces import PLAIN, SETTINGS, Write

RELAY = "delivery: {transport: outbox}\n"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving(lambda _: Answer(200)) as running:
        yield running


@pytest.fixture
def root(write_workspace: Write, server: Server) -> Path:
    due = f"due: {{ping: '{server.url}/x'}}\n"
    return write_workspace({**PLAIN, "nutgraf.yaml": SETTINGS + RELAY + due})


def pinged(server: Server) -> list[str]:
    return [one.path for one in server.asked]


def test_a_run_in_which_nothing_was_due_ended_well(root: Path, server: Server) -> None:
    ran = run(root, "send", "--due")
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert pinged(server) == ["/x/start", "/x/0"]


def test_a_run_that_found_something_wrong_says_so(root: Path, server: Server) -> None:
    damaged = root / "briefs" / "2025-03-07.approved" / "approval.json"
    damaged.parent.mkdir()
    damaged.write_text("{}")
    ran = run(root, "send", "--due")
    assert ran.status == 2, ran.err
    assert pinged(server) == ["/x/start", "/x/2"]


def test_a_run_that_breaks_off_did_not_end_well(
    root: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(send_due, "send_due", broken)
    with pytest.raises(ZeroDivisionError):
        run(root, "send", "--due")
    assert pinged(server) == ["/x/start", "/x/1"]


def test_a_health_check_that_is_down_keeps_nothing_from_being_sent(
    root: Path, server: Server
) -> None:
    server.answer = lambda _: Answer(500)
    ran = run(root, "send", "--due")
    assert ran.status == 0
    assert ran.err.count("\n") == 2
    assert "the health check at 127.0.0.1 was not told (start): it answers 500" in ran.err
