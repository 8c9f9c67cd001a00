"""The command as a person runs it: in this process, or in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from nutgraf.cli.commands import app


@dataclass(frozen=True)
class Ran:
    """What a run of the command left: its exit status, standard output and standard error."""

    status: int
    out: str
    err: str


def run(root: Path, *arguments: str) -> Ran:
    """`nutgraf ARGUMENTS` in the folder `root`, in this process."""
    with chdir(root):
        result = CliRunner().invoke(app, list(arguments), catch_exceptions=False)
    return Ran(result.exit_code, result.stdout, result.stderr)


def run_process(root: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> Ran:
    """`python -m nutgraf ARGUMENTS` in the folder `root`, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "nutgraf", *arguments],
        cwd=root,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        check=False,
        timeout=60,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def files_below(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def refused(ran: Ran, *told: str) -> str:
    """Standard error of a run that must have been refused, and must have told all of these."""
    assert ran.status == 2, ran.err
    assert ran.out == ""
    assert "Traceback" not in ran.err
    for words in told:
        assert words in ran.err
    return ran.err
