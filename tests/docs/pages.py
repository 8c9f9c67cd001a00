"""The documentation as something that can be run: its examples are files, its commands are run.

A fenced block is either a file, named in backticks at the end of the line before it
(“`seeds/a.md`:”), or a `console` block: lines that begin with `$ ` are commands, what follows is
what they print. A line that is only `…` stands for any lines, one that ends so for its rest.
"""

from __future__ import annotations

import os
import re
import subprocess
import sysconfig
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
# What sets up a machine is not run inside a test: .ci/run runs it.
SETS_UP = "python3 -m venv"
# Nor are benchmarks, which take minutes and print other figures each time.
MEASURES = ".venv/bin/python benchmarks/"
PAGES = (README, *sorted((ROOT / "docs").glob("*.md")))

_FENCE = re.compile(r"(?ms)^(?P<marks>`{3,})(?P<kind>\w*)\n(?P<text>.*?)^(?P=marks)$")
_NAMED = re.compile(r"`(?P<name>[^`\s]+)`[^`\n]*:$")
_DAY = re.compile(r"\b2026-03-\d\d\b")
# The day on which the pages happen. Commands that look at the calendar meet the real one.
_PAGE_DAY = date(2026, 3, 6)


@dataclass(frozen=True)
class Block:
    """A fenced block: its kind, its text, the file that it is (or none), and where it stands."""

    kind: str
    text: str
    file: str
    line: int


@dataclass(frozen=True)
class Command:
    """A command line, the lines that the page shows it to print, and where it stands."""

    line: str
    shown: tuple[str, ...]
    at: int


def blocks(page: Path) -> Iterator[Block]:
    text = page.read_text(encoding="utf-8")
    for found in _FENCE.finditer(text):
        before = text[: found.start()].rstrip("\n").rpartition("\n")[2]
        named = _NAMED.search(before)
        line = text.count("\n", 0, found.start()) + 1
        yield Block(found["kind"], found["text"], named["name"] if named else "", line)


def commands(block: Block) -> Iterator[Command]:
    line, at, shown = "", 0, list[str]()
    for number, text in enumerate(block.text.splitlines(), block.line + 1):
        if text.startswith("$ "):
            if line:
                yield Command(line, tuple(shown), at)
            line, at, shown = text.removeprefix("$ "), number, []
        else:
            shown.append(text)
    if line:
        yield Command(line, tuple(shown), at)


def follow(page: Path, folder: Path, today: date) -> Iterator[tuple[Command, str, int]]:
    """Does what the page says, from `folder` on: each command, what it printed, its exit status.

    The days of March 2026 on the page are moved so that the 6th is `today`, and back again.
    """
    shift = (today - _PAGE_DAY).days
    for block in blocks(page):
        if block.file:
            path = folder / _moved(block.file, shift)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_moved(block.text, shift), encoding="utf-8")
            continue
        for command in commands(block):
            if command.line.startswith((SETS_UP, MEASURES)):
                continue
            if command.line.startswith("cd "):
                folder = folder / command.line.removeprefix("cd ").strip()
                continue
            done = run(_moved(command.line, shift), folder)
            yield command, _moved_back(done.stdout, today, shift), done.returncode


def matches(shown: Sequence[str], printed: Sequence[str]) -> bool:
    """Whether the printed lines are those shown, `…` for any of them; blanks at ends are free."""
    pattern = "".join(_pattern(line.rstrip()) for line in _trimmed(shown))
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in _trimmed(printed))) is not None


def _pattern(line: str) -> str:
    if line == "…":
        return r"(?:.*\n)*?"
    if line.endswith("…"):
        return re.escape(line.removesuffix("…")) + r".*\n"
    return re.escape(line) + r"[ ]*\n"


def _trimmed(lines: Sequence[str]) -> list[str]:
    return "\n".join(lines).strip("\n").split("\n")


def run(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs a command line as a reader would, both its streams in one, 80 columns wide."""
    path = f"{sysconfig.get_path('scripts')}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-c", line],
        cwd=folder,
        env={**os.environ, "PATH": path, "COLUMNS": "80", "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def _moved(text: str, days: int) -> str:
    def moved(found: re.Match[str]) -> str:
        return (date.fromisoformat(found[0]) + timedelta(days)).isoformat()

    return _DAY.sub(moved, text)


def _moved_back(text: str, today: date, days: int) -> str:
    for around in range(-5, 26):
        day = today + timedelta(around)
        text = text.replace(day.isoformat(), (day - timedelta(days)).isoformat())
    return text
