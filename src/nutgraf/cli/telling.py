"""What goes to the terminal beside the results: faults, next steps, progress."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

import typer

from nutgraf.errors import Fault, Faulty, NutgrafError, Usage

WRONG = 2


@contextmanager
def told() -> Iterator[None]:
    """Turns what nutgraf raises on purpose into messages on standard error and exit status 2."""
    try:
        yield
    except Faulty as faulty:
        tell_faults(faulty.faults)
        raise typer.Exit(WRONG) from None
    except Usage as usage:
        tell("error", usage.message, usage.hint)
        raise typer.Exit(WRONG) from None
    except NutgrafError as error:
        tell("error", str(error))
        raise typer.Exit(WRONG) from None


def tell_faults(faults: Iterable[Fault]) -> None:
    """Each fault with its place and the next step, on standard error."""
    for fault in faults:
        tell(fault.level, f"{fault.where()}: {fault.message}", fault.hint)


def tell(level: str, message: str, hint: str = "") -> None:
    colour = typer.colors.RED if level == "error" else typer.colors.YELLOW
    say(f"{styled(level, fg=colour, bold=True)}: {message}")
    for line in hint.splitlines():
        say(f"  {line}")


def say(text: str) -> None:
    """A line on standard error."""
    typer.echo(text, err=True)


def styled(text: str, *, fg: str, bold: bool = False) -> str:
    """Coloured, where standard error is a terminal and NO_COLOR is not set."""
    if os.environ.get("NO_COLOR") or not sys.stderr.isatty():
        return text
    return typer.style(text, fg=fg, bold=bold)


def next_step(command: str) -> None:
    """The one line that a command which leaves work ends with."""
    say(f"next: {command}")


@contextmanager
def progress(of: Sequence[object], what: str) -> Iterator[_Bar]:
    """A bar on standard error for more than a few things, on a terminal; nothing into a pipe."""
    if len(of) < FEW or not sys.stderr.isatty():
        yield _Bar(None)
        return
    from rich.console import Console  # noqa: PLC0415 - slow to load, and seldom needed
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(what, total=len(of))
        yield _Bar(lambda: shown.advance(task))


FEW = 10


class _Bar:
    def __init__(self, advance: Callable[[], None] | None) -> None:
        self._advance = advance

    def step(self, _: object = None) -> None:
        if self._advance is not None:
            self._advance()
