"""How the benchmarks measure: medians of many runs, whole processes with their peak memory."""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NUTGRAF = Path(sysconfig.get_path("scripts")) / "nutgraf"
# As after an installation: what is imported was compiled before.
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


@dataclass(frozen=True)
class Process:
    """A finished process: seconds by the clock and of processor, its most memory in megabytes."""

    seconds: float
    busy: float
    megabytes: float


def milliseconds(work: Callable[[], object], *, times: int, warm_up: int = 3) -> float:
    """The median of many runs in this process."""
    for _ in range(warm_up):
        work()
    gc.collect()
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return statistics.median(found) * 1000


def run(command: Sequence[str | Path], folder: Path, *, fine: Collection[int] = (0,)) -> Process:
    """Runs a command to its end. Raises CalledProcessError where its exit status is not fine."""
    start = time.perf_counter()
    started = subprocess.Popen(
        [str(part) for part in command],
        cwd=folder,
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(started.pid, 0)
    seconds = time.perf_counter() - start
    started.returncode = os.waitstatus_to_exitcode(status)
    if started.returncode not in fine:
        raise subprocess.CalledProcessError(started.returncode, [str(part) for part in command])
    kilobytes = used.ru_maxrss / 1024 if sys.platform == "darwin" else used.ru_maxrss
    return Process(seconds, used.ru_utime + used.ru_stime, kilobytes / 1024)


def alternating(
    first: Sequence[str | Path], second: Sequence[str | Path], folder: Path, *, times: int
) -> tuple[float, float]:
    """The median seconds of two commands, run in turn, so that noise meets both."""
    run(first, folder)
    run(second, folder)
    pairs = [(run(first, folder).seconds, run(second, folder).seconds) for _ in range(times)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def held(what: str, value: float, bar: float, unit: str) -> str:
    """One line that says whether a bar is held."""
    verdict = "held" if value <= bar else "NOT HELD"
    return f"{what:<52} {value:8.2f} {unit:<3} bar {bar:g} {unit}: {verdict}"
