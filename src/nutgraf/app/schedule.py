"""What a machine has to be told so that it sends what is due."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path

from nutgraf.deliver.queues.job import Job
from nutgraf.deliver.timing.scheduled import shown
from nutgraf.errors import Usage
from nutgraf.workspace import shapes
from nutgraf.workspace.delivery_settings import Secret
from nutgraf.workspace.files import write_atomically
from nutgraf.workspace.loading import Workspace


def job_of(workspace: Workspace, *, argv0: str, every: int, pull: bool) -> Job:
    """The job of a workspace; `argv0` is how nutgraf was started. Raises Usage without git."""
    root = workspace.root.resolve()
    git = _git(root) if pull else None
    return Job(workspace.settings.name, root, program(argv0), every, git)


def program(argv0: str) -> tuple[str, ...]:
    """nutgraf as it is started by those who do not have this shell's PATH."""
    started = Path(argv0)
    beside = Path(sys.executable).with_name("nutgraf")
    for path in (started, beside):
        if path.name == "nutgraf" and path.is_file():
            return (str(path.absolute()),)
    return (sys.executable, "-m", "nutgraf")


def write_units(units: Mapping[str, str], folder: Path) -> Sequence[Path]:
    """Writes units into a folder, and gives their files. Raises Usage where it may not."""
    files = []
    for name, text in units.items():
        files.append(folder / name)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            write_atomically(folder / name, text.encode())
        except OSError as error:
            hint = "name a folder of yours, and copy them as root"
            raise Usage(f"{folder / name} cannot be written: {error.strerror}", hint) from None
    return files


def lateness_of(workspace: Workspace) -> timedelta:
    return timedelta(seconds=shapes.seconds(workspace.settings.due.lateness))


def warnings(workspace: Workspace, job: Job) -> Iterator[tuple[str, str]]:
    """What would go wrong with the job, and the next step."""
    lateness = lateness_of(workspace)
    every = timedelta(minutes=job.every)
    if every >= lateness:
        message = f"every {shown(every)} is too seldom: a brief is late after {shown(lateness)}"
        yield message, "let it run more often, or set due.lateness in nutgraf.yaml to more"
    variables = sorted({secret.env for secret in _secrets(workspace) if secret.env})
    if variables:
        message = f"neither cron nor systemd has this shell's {', '.join(variables)}"
        yield message, "set it in the crontab or in the service, or name a file in nutgraf.yaml"
    if any(secret.keyring for secret in _secrets(workspace)):
        message = "the keyring is locked while nobody is logged in"
        yield message, "name a file, or a variable of the environment, in nutgraf.yaml"
    if job.git is None and _in_git(job.root):
        message = "nothing here pulls: what is approved elsewhere does not come by itself"
        yield message, "add --pull, unless something else pulls"


def _secrets(workspace: Workspace) -> tuple[Secret, ...]:
    settings = workspace.settings
    found = (
        settings.delivery.password,
        settings.dkim.key if settings.dkim else None,
        settings.unsubscribe.secret,
    )
    return tuple(secret for secret in found if secret is not None)


def _git(root: Path) -> str:
    git = shutil.which("git")
    if git is None or not _in_git(root):
        why = "git is not installed" if git is None else "the workspace is not under git"
        raise Usage(f"there is nothing to pull: {why}", "leave --pull out")
    return git


def _in_git(root: Path) -> bool:
    return any((folder / ".git").exists() for folder in (root, *root.parents))
