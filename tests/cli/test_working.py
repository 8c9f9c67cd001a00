from __future__ import annotations

from pathlib import Path

from tests.cli.running import refused, run
from tests.servers import free_port
from tests.workspaces import SETTINGS, write_files

SENDING = """
unsubscribe:
  mailto: leave@harbour.example
delivery:
  host: localhost
  security: none
  workers: true
"""


def newsroom(root: Path, ledger: str) -> Path:
    return write_files(root, {"nutgraf.yaml": f"{SETTINGS}{SENDING}ledger: {ledger}\n"})


def test_workers_need_a_ledger_that_machines_share(tmp_path: Path) -> None:
    told = refused(run(newsroom(tmp_path, "sent/ledger.sqlite"), "worker"), "this one is a file")
    assert "ledger: postgresql://host/database" in told


def test_tables_are_made_and_the_work_that_waits_is_done(tmp_path: Path, postgresql: str) -> None:
    root = newsroom(tmp_path, postgresql)
    for _ in range(2):
        made = run(root, "worker", "--prepare")
        assert made.out == "the tables of the ledger and of the workers are there\n"
        assert made.status == 0
    assert run(root, "worker", "--once").status == 0


def test_a_database_that_is_down_is_tried_later_and_its_password_kept(tmp_path: Path) -> None:
    root = newsroom(tmp_path, f"postgresql://desk:sesame@127.0.0.1:{free_port()}/nutgraf")
    ran = run(root, "worker")
    assert ran.status == 75
    assert "does not answer" in ran.err
    assert "sesame" not in ran.out + ran.err
