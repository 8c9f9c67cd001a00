"""The line of a crontab that sends what is due."""

from __future__ import annotations

import shlex

from nutgraf.deliver.queues.job import Job
from nutgraf.errors import Usage

# What Debian's and Vixie's cron take of a command (MAX_COMMAND, with the end of the string).
LONGEST = 998


def crontab_line(job: Job) -> str:
    """`*/5 * * * * cd WORKSPACE && NUTGRAF send --due`.

    A `%` would be a line break to cron (crontab(5)): it is written `\\%`, which cron gives to the
    shell as `%`. Where the pull fails nothing is sent: an approval may have been withdrawn. Raises
    Usage where the line would be too long, or holds a backslash: crons differ in what they make
    of two of them, and of one before `%`.
    """
    steps = [shlex.join(("cd", str(job.root)))]
    if job.pull:
        steps.append(shlex.join(job.pull))
    steps.append(shlex.join(job.send))
    command = " && ".join(steps)
    if "\\" in command:
        raise Usage(r"a path holds \, which crons read differently", "rename it, or use --systemd")
    command = command.replace("%", r"\%")
    if len(command) > LONGEST:
        hint = "shorten the path of the workspace with a symbolic link, or use --systemd"
        raise Usage(f"the line would be longer than the {LONGEST} characters cron takes", hint)
    return f"{minutes(job.every)} * * * * {command}"


def minutes(every: int) -> str:
    return "*" if every == 1 else f"*/{every}"


def crontab(job: Job, *, desk: str | None) -> str:
    """The line with what has to be known beside it, as it is put into a crontab."""
    wanted = desk or "desk@example.org"
    return (
        f"# {job.publication}: sends what is due, and is silent unless something is wrong.\n"
        f"# cron mails what it says to MAILTO, else to this user: put MAILTO={wanted} above.\n"
        f"{crontab_line(job)}\n"
    )
