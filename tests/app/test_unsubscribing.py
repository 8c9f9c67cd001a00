"""The unsubscribe server as a program, as a factory, and in a browser."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from starlette.types import ASGIApp

from nutgraf.app.unsubscribing import application
from nutgraf.deliver.ledgers.sqlite import SqliteLedger
from nutgraf.deliver.messages.unsubscribe_links import token
from nutgraf.errors import TryLater, Usage
from tests.browser import chromium
from tests.cli.running import refused, run
from tests.preview.test_accessibility import _violations, axe
from tests.servers.applications import Served, served
from tests.workspaces import SETTINGS, write_files

__all__ = ["axe"]

SECRET = "a secret of thirty-two characters"
TOKEN = token(SECRET, "ines@harbour.example", "readers", "2025-03-07")
UNSUBSCRIBE = """\
unsubscribe:
  url: https://letters.harbour.example/unsubscribe
  secret:
    file: unsubscribe.key
"""
FILES = {"nutgraf.yaml": SETTINGS + UNSUBSCRIBE, "unsubscribe.key": SECRET}


@contextmanager
def program(root: Path) -> Iterator[tuple[subprocess.Popen[str], str, Served]]:
    """The server as a process, the first line it said, and how it is asked."""
    process = subprocess.Popen(
        [sys.executable, "-m", "nutgraf", "unsubscribe-server", "--port", "0"],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stderr
        line = process.stderr.readline()
        found = re.search(r"127\.0\.0\.1:(\d+)", line)
        assert found, line + process.stderr.read()
        yield process, line, Served(int(found[1]))
    finally:
        process.kill()
        process.communicate()


def test_the_program_unsubscribes_ends_when_told_and_logs_nobody(tmp_path: Path) -> None:
    root = write_files(tmp_path, FILES)
    with program(root) as (process, line, server):
        assert line.startswith("https://letters.harbour.example/unsubscribe is answered on")
        headers = {"content-type": "application/x-www-form-urlencoded"}
        path = f"/unsubscribe?t={TOKEN}"
        answer = server.ask("POST", path, b"List-Unsubscribe=One-Click", headers)
        assert answer.status == 200
        assert server.ask("GET", f"{path}x").status == 404
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert process.returncode == 0
    assert out == ""
    assert TOKEN[:20] not in err
    assert "ines" not in err
    with closing(SqliteLedger(root / "sent" / "ledger.sqlite")) as ledger:
        assert [one.address for one in ledger.suppressions()] == ["ines@harbour.example"]


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("", "does not say where readers unsubscribe"),
        ("unsubscribe: {url: https://a.example/u}\n", "names no secret"),
        (
            "unsubscribe: {url: https://a.example/u, secret: {env: NO_SUCH_SECRET}}\n",
            "NO_SUCH_SECRET",
        ),
        ("unsubscribe: {url: https://a.example/u, secret: {file: short}}\n", "5 characters"),
    ],
)
def test_what_is_missing_is_said_with_what_to_write(
    tmp_path: Path, settings: str, told: str
) -> None:
    root = write_files(tmp_path, {"nutgraf.yaml": SETTINGS + settings, "short": "abcde"})
    err = refused(run(root, "unsubscribe-server"), told)
    assert "abcde" not in err
    assert "NO_SUCH" in told or "openssl rand -hex 32" in err


def test_a_broken_page_and_a_ledger_that_cannot_be_written_are_told_at_the_start(
    tmp_path: Path,
) -> None:
    own = "templates/unsubscribe/page.html.j2"
    root = write_files(tmp_path, {**FILES, own: "{{ sate }}"})
    refused(run(root, "unsubscribe-server"), f"{own}:1", "state")
    (root / own).unlink()
    (root / "sent").write_text("no folder")
    refused(run(root, "unsubscribe-server"), "ledger")


def test_a_ledger_that_is_busy_at_the_start_is_told_and_waited_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_files(tmp_path, FILES)

    def busy(*_: object) -> None:
        raise TryLater("the ledger is in use")

    monkeypatch.setattr("nutgraf.app.unsubscribing.open_ledger", busy)
    with served(application_of(root)) as server:
        assert server.ask("GET", f"/?t={TOKEN}").status == 200
    assert capsys.readouterr().err == "the ledger is in use\n"


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    root = write_files(tmp_path, FILES)
    with served(application_of(root)) as server:
        refused(run(root, "unsubscribe-server", "--port", str(server.port)), "is taken")
    for host in ("192.0.2.1", "no host"):
        refused(run(root, "unsubscribe-server", "--host", host), f"no address {host}")


def application_of(root: Path) -> ASGIApp:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NUTGRAF_WORKSPACE", str(root))
        return application()


def test_a_server_of_one_s_own_finds_the_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_files(tmp_path / "letter", FILES)
    with served(application_of(root)) as server:
        assert server.ask("GET", f"/?t={TOKEN}").status == 200
    monkeypatch.delenv("NUTGRAF_WORKSPACE", raising=False)
    monkeypatch.chdir(root / "sent")
    with served(application()) as server:
        assert server.ask("GET", f"/?t={TOKEN}").status == 200
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Usage):
        application()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as launched:
        yield launched


def test_a_reader_leaves_and_comes_back_in_a_browser(tmp_path: Path, browser: Browser) -> None:
    root = write_files(tmp_path, FILES)
    with served(application_of(root)) as server:
        page = browser.new_page(java_script_enabled=False)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{server.url}/letters/unsubscribe?t={TOKEN}")
        for button, heading in (
            ("Unsubscribe", "You are unsubscribed"),
            ("Subscribe again", "You are subscribed again"),
        ):
            page.get_by_role("button", name=button).click()
            assert page.get_by_role("heading").inner_text() == heading
        page.close()
    assert all(url.startswith(f"{server.url}/letters/unsubscribe") for url in asked)


def test_no_stage_of_the_page_has_a_violation(tmp_path: Path, browser: Browser, axe: str) -> None:
    root = write_files(tmp_path, FILES)
    with served(application_of(root)) as server:
        for scheme in ("light", "dark"):
            context = browser.new_context(
                viewport={"width": 375, "height": 800},
                color_scheme="dark" if scheme == "dark" else "light",
                bypass_csp=True,
            )
            page = context.new_page()
            page.goto(f"{server.url}/?t={TOKEN}")
            found = _violations(page, axe)
            page.get_by_role("button").click()
            found += _violations(page, axe)
            page.goto(f"{server.url}/")
            assert found + _violations(page, axe) == []
            context.close()
