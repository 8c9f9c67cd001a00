from __future__ import annotations

from pathlib import Path

import typer

from nutgraf.cli.commands import app
from nutgraf.cli.order import SHORT
from tests.cli.running import run


def test_every_command_has_its_place_and_no_other_has() -> None:
    command = typer.main.get_command(app)
    assert list(SHORT) == command.list_commands(typer.Context(command))  # type: ignore[attr-defined]
    assert set(SHORT) == set(command.commands)  # type: ignore[attr-defined]


def test_the_help_cuts_no_sentence_off(tmp_path: Path) -> None:
    listed = run(tmp_path, "--help").out.partition("Commands:")[2]
    assert "..." not in listed
    for name, words in SHORT.items():
        assert f"{name}  " in listed
        assert words in listed
