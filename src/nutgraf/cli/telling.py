"""What goes to the terminal beside the results: faults, next steps, progress."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from nutgraf.errors import Fault, Faulty, NutgrafError, TryLater, Usage

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

WRONG = 2
LATER = 75  # EX_TEMPFAIL of sysexits(3): try again


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
    except TryLater as later:
        tell("later", later.message, later.hint)
        raise typer.Exit(LATER) from None
    except NutgrafError as error:
        tell("error", str(error))
        raise typer.Exit(WRONG) from None


def tell_faults(faults: Iterable[Fault]) -> None:
    """Each fault with its place and the next step, on standard error."""
    for fault in faults:
        tell(fault.level, f"{fault.where()}: {fault.message}", fault.hint)


FIRST = 20


def tell_some(faults: Sequence[Fault], all_of_them: str) -> None:
    """The first of many faults, how many more there are, and the command that tells each."""
    tell_faults(faults[:FIRST])
    if len(faults) > FIRST:
        say(f"and {len(faults) - FIRST:,} more: {all_of_them}")


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


def in_json(value: object, *, indent: int | None = None) -> str:
    """A value as JSON, for programs."""
    import json  # noqa: PLC0415 - `nutgraf --version` does without

    return json.dumps(value, ensure_ascii=False, indent=indent)


def next_step(command: str) -> None:
    """The one line that a command which leaves work ends with."""
    say(f"next: {command}")


@contextmanager
def progress(of: Sequence[object], what: str) -> Iterator[Bar]:
    """A bar on standard error, on a terminal, for what takes longer than a moment."""
    bar = Bar(what, len(of))
    if not of or not sys.stderr.isatty():
        yield bar
        return
    timer = threading.Timer(MOMENT, bar.show)
    timer.daemon = True
    timer.start()
    try:
        yield bar
    finally:
        timer.cancel()
        bar.close()


MOMENT = 1.0  # seconds


class Bar:
    """How far a work has come; it may be stepped and shown from different threads."""

    def __init__(self, what: str, total: int) -> None:
        self._what, self._total = what, total
        self._done = 0
        self._shown: tuple[Progress, TaskID] | None = None
        self._closed = False
        self._lock = threading.Lock()

    def step(self, _: object = None) -> None:
        """One more is done."""
        with self._lock:
            self._done += 1
            if self._shown is not None:
                shown, task = self._shown
                shown.advance(task)

    def show(self) -> None:
        """Begin to show it, unless the work is done."""
        from rich.console import Console  # noqa: PLC0415 - slow to load, and seldom needed
        from rich.progress import Progress  # noqa: PLC0415

        with self._lock:
            if not self._closed:
                shown = Progress(console=Console(stderr=True), transient=True)
                task = shown.add_task(self._what, total=self._total, completed=self._done)
                shown.start()
                self._shown = shown, task

    def close(self) -> None:
        """The work is done."""
        with self._lock:
            self._closed = True
            if self._shown is not None:
                self._shown[0].stop()
