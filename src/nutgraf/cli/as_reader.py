"""The option `--as` of `build`: a brief as one reader gets it."""

# ruff: noqa: PLC0415 - what a command does is imported when it is called

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from nutgraf.app.as_reader import BuiltAs
    from nutgraf.workspace.loading import Entry, Workspace

As = Annotated[
    str | None,
    typer.Option("--as", metavar="ADDRESS", help="Show it as this reader of its list gets it."),
]


def refuse_with_as(others: Iterable[tuple[str, object]]) -> None:
    """Raises Usage where an option is given that does not go with `--as`."""
    from nutgraf.errors import Usage

    for name, given in others:
        if given:
            hint = "it writes what is sent: the email, its text and the message"
            raise Usage(f"--as goes with no {name}", hint)


def build_as(
    workspace: Workspace, entries: Sequence[Entry], address: str, output: Path | None
) -> list[BuiltAs]:
    """Writes the briefs for one reader. Raises what `app.as_reader.build_as` raises."""
    from nutgraf.app import as_reader

    root = output.absolute() if output is not None else None
    return [as_reader.build_as(workspace, entry, address, output=root) for entry in entries]
