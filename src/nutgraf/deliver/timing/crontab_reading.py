"""Lines of a crontab that send what is due of a workspace, and what is wrong with them."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from nutgraf.deliver.timing.cron_times import times
from nutgraf.deliver.timing.scheduled import (
    Remark,
    Scheduled,
    gaps_remark,
    program_remark,
    same_folder,
    sends_due,
)

# Where cron looks for programs, unless the crontab says otherwise (crontab(5)).
PATH = "/usr/bin:/bin"

_VARIABLE = re.compile(r"\s*(\w+)\s*=\s*(.*?)\s*")
_FIELDS = re.compile(r"\s*(@\w+|(?:[^\s]+\s+){4}[^\s]+)\s+(.*)")
_USER = re.compile(r"([^\s]+)\s+(.*)")
_BARE_PERCENT = re.compile(r"(?<!\\)%")
_SILENCED = re.compile(r"(?:&>|>&|2>)\s*/dev/null|>\s*/dev/null\s+2>&1")
_SEPARATORS = frozenset({"&&", ";", "||", "&", "|"})


def scheduled_in(
    text: str, where: str, root: Path, *, lateness: timedelta, with_user: bool = False
) -> Iterator[Scheduled]:
    """What of a crontab sends what is due of the workspace in `root`.

    `where` names the crontab; the one of the system names the user in each line (`with_user`).
    """
    variables = {"PATH": PATH}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        variable = _VARIABLE.fullmatch(line)
        if variable:
            variables[variable[1]] = variable[2].strip("\"'")
            continue
        found = _FIELDS.fullmatch(line)
        if not found:
            continue
        command = found[2]
        if with_user:
            of_user = _USER.fullmatch(command)
            command = of_user[2] if of_user else command
        remarks = tuple(_remarks(found[1], command, root, variables, lateness))
        if remarks:
            yield Scheduled(f"{where}, line {number}", remarks)


def _remarks(
    fields: str, command: str, root: Path, variables: dict[str, str], lateness: timedelta
) -> Iterator[Remark]:
    """What is to be said of one line; nothing where it is not for this workspace."""
    steps = _steps(command.replace(r"\%", "%"))
    sending = next((step for step in steps if sends_due(step)), None)
    if sending is None:
        return
    folders = [step[1] for step in steps if step[0] == "cd" and len(step) > 1]
    if folders and not same_folder(folders[-1], root):
        return
    if not folders:
        message = "it goes to no workspace before it sends, and cron starts in the home folder"
        yield Remark("error", message, f"begin the command with: cd {shlex.quote(str(root))} &&")
        return
    yield from _of_times(fields, lateness)
    if _BARE_PERCENT.search(command):
        yield Remark("error", "cron ends the command at the first %", r"write \% for %")
    yield program_remark(
        _program(sending), variables["PATH"], folder=Path(folders[-1]).expanduser()
    )
    if _SILENCED.search(command):
        message = "what nutgraf says of what is wrong is thrown away"
        yield Remark("warning", message, "take the redirection to /dev/null out: it is silent")
    elif variables.get("MAILTO") == "":
        message = 'MAILTO="" throws away what nutgraf says of what is wrong'
        yield Remark("warning", message, "set MAILTO to an address, or set due.ping")


def _of_times(fields: str, lateness: timedelta) -> Iterator[Remark]:
    read = times(fields)
    if read is None:
        yield Remark("error", f"“{fields}” is no time at which it comes again", "write */5 * * * *")
        return
    yield gaps_remark(read.gaps, lateness)
    if not read.every_day:
        message = "it does not run on every day: a brief that is due on another is late"
        yield Remark("warning", message, "write * for the day, the month and the day of the week")


def _steps(command: str) -> list[list[str]]:
    """The commands that are joined by &&, each as its words; none where the shell could not."""
    lexer = shlex.shlex(command, posix=True, punctuation_chars=True)
    lexer.commenters = ""
    lexer.whitespace_split = True
    steps: list[list[str]] = [[]]
    try:
        for word in lexer:
            if word in _SEPARATORS:
                steps.append([])
            else:
                steps[-1].append(word)
    except ValueError:
        return []
    return [step for step in steps if step]


def _program(words: list[str]) -> str:
    """The program that a command starts: the first word that sets no variable."""
    return next((word for word in words if not re.match(r"\w+=", word)), words[0])
