"""Looks through this machine for what sends the due briefs of a workspace."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from nutgraf.deliver.timing.crontab_reading import scheduled_in
from nutgraf.deliver.timing.scheduled import Gaps, Scheduled, gaps_between
from nutgraf.deliver.timing.systemd_reading import scheduled_by, units_in

ETC = Path("/etc")
PATIENCE = 10  # seconds for a program of the system
# Enough to see a whole day of a timer that runs every five minutes.
ITERATIONS = 300

_UNIT = re.compile(r"\S+\.(?:timer|service)")
_ELAPSES = re.compile(
    r"(?:Next elapse|Iter\. #\d+): \w+ (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) UTC$", re.MULTILINE
)


@dataclass(frozen=True)
class Looked:
    """What was looked through, what could not be, and what was found there."""

    through: tuple[str, ...]
    not_through: tuple[str, ...]
    found: tuple[Scheduled, ...]


def look(root: Path, lateness: timedelta, *, etc: Path | None = None) -> Looked:
    """Looks through this user's crontab, those of the system, and the timers of systemd."""
    through: list[str] = []
    without: list[str] = []
    found: list[Scheduled] = []
    for name, places in (
        ("this user's crontab", _crontab(root, lateness)),
        ("the system's crontabs", _system_crontabs(root, lateness, etc or ETC)),
        ("the timers of systemd", _timers(root, lateness)),
    ):
        if places is None:
            without.append(name)
        else:
            through.append(name)
            found.extend(places)
    return Looked(tuple(through), tuple(without), tuple(found))


def _crontab(root: Path, lateness: timedelta) -> list[Scheduled] | None:
    if not shutil.which("crontab"):
        return None
    text = _output("crontab", "-l") or ""  # it fails where there is none
    return list(scheduled_in(text, "crontab", root, lateness=lateness))


def _system_crontabs(root: Path, lateness: timedelta, etc: Path) -> list[Scheduled] | None:
    files = [etc / "crontab", *sorted((etc / "cron.d").glob("*"))]
    texts = {file: text for file in files if (text := _text(file)) is not None}
    if not texts:
        return None
    return [
        one
        for file, text in texts.items()
        for one in scheduled_in(text, str(file), root, lateness=lateness, with_user=True)
    ]


def _timers(root: Path, lateness: timedelta) -> list[Scheduled] | None:
    if not shutil.which("systemctl"):
        return None
    managers = [found for scope in ((), ("--user",)) if (found := _units(*scope)) is not None]
    if not managers:
        return None
    return [
        one
        for text in managers
        for one in scheduled_by(units_in(text), root, lateness=lateness, gaps_of=gaps_of)
    ]


def _units(*scope: str) -> str | None:
    """The text of every timer and of the services that they start; None without systemd."""
    listed = _output("systemctl", *scope, "list-timers", "--all", "--no-legend", "--no-pager")
    if listed is None:
        return None
    names = list(dict.fromkeys(_UNIT.findall(listed)))
    if not names:
        return ""
    return _output("systemctl", *scope, "cat", "--no-pager", "--", *names, whole=False)


def gaps_of(calendars: Sequence[str]) -> Gaps | None:
    """The times between what systemd makes of OnCalendar; None where it cannot be asked."""
    if not calendars or not shutil.which("systemd-analyze"):
        return None
    times: list[set[datetime]] = []
    for calendar in calendars:
        told = _output("systemd-analyze", "calendar", f"--iterations={ITERATIONS}", calendar)
        times.append(
            {datetime.fromisoformat(at).replace(tzinfo=UTC) for at in _ELAPSES.findall(told or "")}
        )
    if not all(times):
        return None
    # Beyond the end of the shortest list, only a part of the times is known.
    end = min(max(one) for one in times)
    return gaps_between(sorted(at for at in set().union(*times) if at <= end))


def _output(*command: str, whole: bool = True) -> str | None:
    """What a program prints; None where it fails, or with `whole` off, where it prints nothing."""
    try:
        done = subprocess.run(  # noqa: S603 - programs of the system
            command,
            capture_output=True,
            check=False,
            timeout=PATIENCE,
            env={**os.environ, "LC_ALL": "C", "TZ": "UTC"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    text = done.stdout.decode(errors="replace")
    failed = done.returncode != 0 if whole else not text
    return None if failed else text


def _text(file: Path) -> str | None:
    try:
        return file.read_text(encoding="utf-8", errors="replace") if file.is_file() else None
    except OSError:
        return None
