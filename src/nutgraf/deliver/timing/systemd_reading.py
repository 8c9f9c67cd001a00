"""Timers and services of systemd that send what is due of a workspace, and what is wrong there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path

from nutgraf.deliver.timing.scheduled import (
    Gaps,
    Remark,
    Scheduled,
    gaps_remark,
    program_remark,
    same_folder,
    sends_due,
)

# Where systemd looks for a program without a path.
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

# The shortest and the longest time between two looks, of what stands after OnCalendar; None where
# nobody can say.
GapsOf = Callable[[Sequence[str]], Gaps | None]
Unit = Mapping[str, Sequence[str]]

# Before a unit, and before each of its drop-ins (a.timer.d/more.conf).
_HEADER = re.compile(r"# /\S.*/([^/]+\.(?:timer|service))(?:\.d/[^/]+)?")
_SPECIFIER = re.compile(r"%(.)")
_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"|\'((?:[^\'\\]|\\.)*)\'|(\S+)')


def units_in(text: str) -> dict[str, dict[str, list[str]]]:
    """What `systemctl cat` prints: the settings of each unit, by its name.

    An empty setting takes back what was set before it, as in a drop-in.
    """
    found: dict[str, dict[str, list[str]]] = {}
    unit: dict[str, list[str]] = {}
    for line in text.replace("\\\n", " ").splitlines():
        header = _HEADER.fullmatch(line)
        if header:
            unit = found.setdefault(header[1], {})
        elif "=" in line and not line.startswith(("#", ";", "[")):
            key, _, value = line.partition("=")
            if value.strip():
                unit.setdefault(key.strip(), []).append(value.strip())
            else:
                unit.pop(key.strip(), None)
    return found


def scheduled_by(
    units: Mapping[str, Unit], root: Path, *, lateness: timedelta, gaps_of: GapsOf
) -> Iterator[Scheduled]:
    """Each timer whose service sends what is due of the workspace in `root`."""
    for name, timer in units.items():
        if not name.endswith(".timer"):
            continue
        started = _last(timer, "Unit") or f"{name.removesuffix('.timer')}.service"
        service = units.get(started)
        if service is None or not _is_for(service, root):
            continue
        yield Scheduled(name, tuple(_remarks(timer, service, lateness, gaps_of)))


def _is_for(service: Unit, root: Path) -> bool:
    folder = _last(service, "WorkingDirectory").replace("%%", "%")
    return sends_due(_words(_last(service, "ExecStart"))) and same_folder(folder, root)


def _remarks(timer: Unit, service: Unit, lateness: timedelta, gaps_of: GapsOf) -> Iterator[Remark]:
    found = gaps_of(timer.get("OnCalendar", ()))
    if found is None:
        message = "it could not be told how often it looks"
        yield Remark("warning", message, "write OnCalendar=*:0/5 in the timer")
    else:
        yield gaps_remark(found, lateness)
    if _last(timer, "Persistent").lower() not in {"true", "yes", "on", "1"}:
        message = "after a reboot it waits for its next time"
        yield Remark("warning", message, "write Persistent=true in the timer")
    command = _last(service, "ExecStart")
    yield from _of_specifiers(command, _last(service, "WorkingDirectory"))
    words = _words(command)
    yield program_remark(words[0].lstrip("@-:+!"), PATH)


def _of_specifiers(*values: str) -> Iterator[Remark]:
    told = {found[0] for value in values for found in _SPECIFIER.finditer(value)} - {"%%"}
    for specifier in sorted(told):
        message = f"systemd puts something else in the place of {specifier}"
        yield Remark("error", message, "write %% for %")


def _words(command: str) -> list[str]:
    """The words of a command line as systemd reads them."""
    found = []
    for word in _WORD.finditer(command):
        text = next(part for part in word.groups() if part is not None)
        found.append(re.sub(r"\\(.)", r"\1", text).replace("%%", "%").replace("$$", "$"))
    return found


def _last(unit: Unit, key: str) -> str:
    return (unit.get(key) or ("",))[-1]
