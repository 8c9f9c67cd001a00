"""Workspaces with an approved brief: approved once for all tests that ask for the same one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from nutgraf.app.approve import approve
from nutgraf.workspace.loading import open_workspace
from tests.workspaces import PLAIN, SETTINGS, write_files

NAME = "2025-03-07"
PATH = f"briefs/{NAME}.md"
BY = "I. Varga"
WAY_OUT = "unsubscribe: {mailto: leave@harbour.example}\n"


@cache
def approved_files(
    now: datetime, *, send_at: str = "17:00", settings: str = "", body: str = ""
) -> Mapping[str, bytes]:
    """The files of a workspace after the approval at `now`; `settings` are more of nutgraf.yaml.

    `send_at` may be empty; `body` is added to the brief.
    """
    brief = str(PLAIN[PATH]) + body
    if send_at:
        brief = brief.replace("subject:", f"send_at: {send_at}\nsubject:")
    files = {**PLAIN, PATH: brief, "nutgraf.yaml": SETTINGS + WAY_OUT + settings}
    with TemporaryDirectory() as folder:
        workspace = open_workspace(write_files(Path(folder), files))
        approve(workspace, workspace.brief_entry(NAME), by=BY, now=now)
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in Path(folder).rglob("*")
            if path.is_file()
        }
