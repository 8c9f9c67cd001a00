"""A timer and a service of systemd that send what is due."""

from __future__ import annotations

import re
from collections.abc import Mapping

from nutgraf.deliver.queues.job import Job
from nutgraf.errors import Usage

FOLDER = "/etc/systemd/system"

# Of the path of a program, systemd takes neither quotation marks nor backslashes, escaped or not.
_NOT_IN_PROGRAMS = frozenset("\"'\\")
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9]+")


def unit_name(job: Job) -> str:
    """`nutgraf-friday`, after the workspace's folder."""
    slug = _NOT_IN_NAMES.sub("-", job.root.name).strip("-").lower()
    return f"nutgraf-{slug}"[:200] if slug else "nutgraf"


def units(job: Job, *, user: str) -> Mapping[str, str]:
    """The text of the timer and the service, by the names of their files; run as `user`.

    Raises Usage where systemd could not start the program.
    """
    for program in (job.send[0], *job.pull[:1]):
        if set(program) & _NOT_IN_PROGRAMS:
            message = f"systemd starts no program with quotation marks in its path: {program}"
            raise Usage(message, "install nutgraf elsewhere, or use cron")
    name = unit_name(job)
    return {f"{name}.timer": _timer(job), f"{name}.service": _service(job, user)}


def _timer(job: Job) -> str:
    """Persistent: who comes back from a reboot looks at once, and sends what is not yet late.

    systemd would let a timer wait for up to a minute by itself, to save power.
    """
    return f"""\
[Unit]
Description=nutgraf: looks whether a brief of {_plain(job.publication)} is due

[Timer]
OnCalendar=*:0/{job.every}
AccuracySec=1s
Persistent=true

[Install]
WantedBy=timers.target
"""


def _service(job: Job, user: str) -> str:
    """Status 75 (try again later) stays a failure, and nothing is restarted.

    The timer starts a failed service as it does any other, so the next look comes by itself, and
    `systemctl --failed` and OnFailure= tell that a brief is waiting.
    """
    pull = f"ExecStartPre={_command(job.pull)}\n" if job.pull else ""
    return f"""\
[Unit]
Description=nutgraf: sends what is due of {_plain(job.publication)}
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
User={user}
WorkingDirectory={_escaped(str(job.root))}
{pull}ExecStart={_command(job.send)}
"""


def _command(arguments: tuple[str, ...]) -> str:
    """A command line as systemd reads it (systemd.service(5)): no shell takes part.

    `$` stands for a variable of the environment in all of it but the program.
    """
    program, *rest = map(_quoted, arguments)
    return " ".join((program, *(argument.replace("$", "$$") for argument in rest)))


def _quoted(argument: str) -> str:
    escaped = _escaped(argument).replace("\\", r"\\").replace('"', r"\"")
    return escaped if re.fullmatch(r"[\w./+:=@%,-]+", escaped) else f'"{escaped}"'


def _escaped(text: str) -> str:
    """`%` begins a specifier everywhere in a unit (systemd.unit(5))."""
    return text.replace("%", "%%")


def _plain(text: str) -> str:
    """A description on one line; a backslash at its end would join the next line to it."""
    return _escaped(" ".join(text.split()).rstrip("\\"))
