"""Only what is asked for is built, and nobody notices."""

from __future__ import annotations

import pytest
import typer

from nutgraf.cli.commands import app
from nutgraf.cli.narrowing import name_of, narrow
from nutgraf.cli.order import SHORT


def program() -> typer.Typer:
    """As the real one, without touching it."""
    made = typer.Typer()
    made.registered_commands = list(app.registered_commands)
    made.registered_groups = list(app.registered_groups)
    return made


def left(*arguments: str) -> list[str]:
    made = program()
    narrow(made, arguments)
    commands = [name_of(one) for one in made.registered_commands]
    return commands + [name_of(one) for one in made.registered_groups]


@pytest.mark.parametrize("name", SHORT)
def test_the_command_that_is_named_is_left_alone(name: str) -> None:
    assert left(name, "--help") == [name]


def test_the_version_needs_no_command() -> None:
    assert left("--version") == []


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"], ["chekc"], ["--versoin"]])
def test_help_and_slips_of_the_hand_need_all(arguments: list[str]) -> None:
    assert set(left(*arguments)) == set(SHORT)


def test_completion_needs_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_NUTGRAF_COMPLETE", "complete_bash")
    assert set(left("check")) == set(SHORT)
