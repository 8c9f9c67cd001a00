from __future__ import annotations

from collections.abc import Iterator
from contextlib import chdir
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nutgraf.cli import handing_over
from nutgraf.cli.commands import app
from tests.approved import PATH, approved_files
from tests.cli.running import refused, run
from tests.deliver.handovers.listmonk_like import TOKEN, ListmonkLike
from tests.serving import Server, serving
from tests.workspaces import Write

NOW = datetime(2025, 3, 7, 12, tzinfo=UTC)


@pytest.fixture
def listmonk() -> ListmonkLike:
    return ListmonkLike(datetime.now(UTC))


@pytest.fixture
def server(listmonk: ListmonkLike) -> Iterator[Server]:
    with serving(listmonk) as running:
        yield running


@pytest.fixture
def root(write_workspace: Write, server: Server, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LISTMONK_TOKEN", TOKEN)
    files = approved_files(NOW, send_at="2999-03-07 17:00")
    services = (
        f"handover: {{listmonk: {{url: '{server.url}', user: nutgraf, lists: [3], template: 7, "
        "token: {env: LISTMONK_TOKEN}}}\n"
    )
    return write_workspace({**files, "nutgraf.yaml": files["nutgraf.yaml"] + services.encode()})


def test_a_draft_is_told_with_where_it_stands(root: Path, server: Server) -> None:
    ran = run(root, "handover", "2025-03-07", "--to", "listmonk")
    assert ran.status == 0
    assert ran.out == f"2025-03-07: made at listmonk, draft: {server.url}/admin/campaigns/1\n"
    assert ran.err == ""
    again = run(root, "handover", PATH, "--to", "listmonk")
    assert "left as it was at listmonk, draft" in again.out


def test_what_an_editor_has_to_know_goes_to_standard_error(root: Path) -> None:
    settings = root / "nutgraf.yaml"
    settings.write_text(settings.read_text().replace(", template: 7", ""))
    ran = run(root, "handover", "2025-03-07", "--to", "listmonk")
    assert "set handover.listmonk.template" in ran.err


def test_to_schedule_it_without_being_asked_wants_a_yes(root: Path, listmonk: ListmonkLike) -> None:
    arguments = ("handover", "2025-03-07", "--to", "listmonk", "--schedule")
    refused(run(root, *arguments), "nobody is here to ask", "add --yes")
    assert listmonk.campaigns == {}
    assert run(root, *arguments, "--yes").status == 0
    assert listmonk.campaigns[1]["status"] == "scheduled"


@pytest.mark.parametrize(("answer", "status"), [("y\n", 0), ("n\n", 1), ("", 1)])
def test_whoever_sits_there_is_asked_with_subject_and_time(
    root: Path, monkeypatch: pytest.MonkeyPatch, answer: str, status: int
) -> None:
    monkeypatch.setattr(handing_over, "somebody_is_there", lambda: True)
    arguments = ["handover", "2025-03-07", "--to", "listmonk", "--schedule"]
    with chdir(root):
        result = CliRunner().invoke(app, arguments, input=answer, catch_exceptions=False)
    assert result.exit_code == status
    assert "2025-03-07: “Ferries carry 1,240”, approved by I. Varga" in result.stderr
    assert "at Thu 2999-03-07 17:00 GMT?" in result.stderr


def test_a_service_of_another_name_is_refused(root: Path) -> None:
    refused(run(root, "handover", "2025-03-07", "--to", "listmonkey"), "did you mean listmonk?")


def test_no_brief_is_guessed(root: Path) -> None:
    assert run(root, "handover", "--to", "listmonk").status == 2


def test_a_token_that_is_refused_is_status_2_and_shown_nowhere(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LISTMONK_TOKEN", "wr0ng-token")
    told = refused(run(root, "handover", "2025-03-07", "--to", "listmonk"), "refuses the token")
    assert "wr0ng-token" not in told


@pytest.mark.parametrize("status", [429, 503, None])
def test_a_service_that_is_down_is_status_75(
    root: Path, listmonk: ListmonkLike, status: int | None
) -> None:
    listmonk.fails = [status]
    ran = run(root, "handover", "2025-03-07", "--to", "listmonk")
    assert ran.status == 75
    assert ran.out == ""
    assert "later: listmonk" in ran.err
    assert "run the same command again" in ran.err
    assert run(root, "handover", "2025-03-07", "--to", "listmonk").status == 0


def test_what_is_sent_already_is_refused(root: Path, listmonk: ListmonkLike) -> None:
    arguments = ("handover", "2025-03-07", "--to", "listmonk", "--schedule", "--yes")
    run(root, *arguments)
    listmonk.time_comes()
    refused(run(root, *arguments), "handed over before: campaign 1 of listmonk is finished")
