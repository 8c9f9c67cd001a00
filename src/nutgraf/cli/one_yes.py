"""Lines that are put into a brief, one yes at a time."""

# ruff: noqa: PLC0415 - what a command does is imported when it is called

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from nutgraf.model import Brief, Offer
    from nutgraf.workspace.loading import Workspace


class Headed(Protocol):
    """A line for a brief, and the heading of the section that it goes into."""

    @property
    def offer(self) -> Offer: ...

    @property
    def heading(self) -> str: ...


Line = TypeVar("Line", bound=Headed)


def ask_each(
    workspace: Workspace,
    brief: Brief,
    lines: Sequence[Line],
    show: Callable[[Line, int], None],
) -> tuple[int, bool]:
    """How many lines a person has said yes to, each written at once, and whether they quit.

    `show` is called with a line and its number, from 1, before it is asked about.
    """
    from nutgraf.app.accept import take

    text, taken = brief.file.text, 0
    for number, one in enumerate(lines, 1):
        show(one, number)
        answer = typer.prompt(
            f"put it under {one.heading}? y yes · n no · q quit", default="n", err=True
        )
        choice = answer.strip().lower()[:1]
        if choice == "q":
            return taken, True
        if choice == "y":
            text = take(workspace, brief, one, text)
            taken += 1
    return taken, False
