"""Begins things: a workspace with a first brief that builds; notes and angles."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final

from nutgraf.app.scaffold_names import (
    cited,
    file_name,
    free_path,
    title_of,
    yaml_text,
)
from nutgraf.app.scaffold_vault import beside
from nutgraf.app.scaffold_workspace import first_files, place
from nutgraf.errors import Usage
from nutgraf.model import Role, Source
from nutgraf.workspace import shapes
from nutgraf.workspace.files import SETTINGS_FILE, workspace_name, write_atomically
from nutgraf.workspace.loading import Entry, Workspace
from nutgraf.workspace.nearest import nearest
from nutgraf.workspace.roles import DEFAULT_LABELS

# What to write under each heading. TK, the printers' mark for what is to come, makes `nutgraf
# check` tell what was not filled in; no sentence here holds a figure, a name or a quotation.
PROMPTS: Final[Mapping[Role, str]] = MappingProxyType(
    {
        Role.SUMMARY: "TK: what happened, who says so and when, in a few sentences, each cited.",
        Role.POINTS: "- TK: a fact, as its source gives it, and which source that is.",
        Role.BACKGROUND: "TK: what a reader has to know to whom the story is new.",
        Role.EVENTS: "TK: what happened, in the order in which it happened.",
        Role.ANGLES: "TK: why it matters to our readers, and on which facts that rests.",
        Role.DATA: "| Figure | What it counts |\n|---|---|\n| TK | of what, and when |",
        Role.PEOPLE: "- TK: a name, the office, and the part that they play.",
        Role.CONCEPTS: "- TK: a term, in plain words.",
        Role.QUOTES: "TK: what somebody said, as a blockquote, with a dash, the speaker, a source.",
        Role.DIFFER: "- TK: what the sources tell differently, and which says what.",
        Role.UNKNOWNS: "- TK: what nobody has confirmed, and who was asked.",
        Role.NEXT: "TK: what is due, and when.",
        Role.TAKEAWAY: "TK: what we make of it, in a single sentence.",
    }
)
_OF_A_NOTE: Final = (
    Role.SUMMARY,
    Role.POINTS,
    Role.ANGLES,
    Role.PEOPLE,
    Role.CONCEPTS,
    Role.QUOTES,
)


@dataclass(frozen=True)
class Made:
    """What was written: paths relative to the workspace's root, and what to do next.

    `notes` tell what an editor should know besides.
    """

    files: tuple[str, ...]
    next: str
    notes: tuple[str, ...] = ()


def init(folder: Path, *, today: date, name: str | None = None, vault: bool = False) -> Made:
    """A workspace in a new or empty folder, with a first brief of that day; all of it, or nothing.

    Files whose names begin with a dot do not count as content, and are kept as they are. In a
    `vault` the workspace comes beside what is there, and nothing of that is touched. `name` is the
    publication's; without it the folder's. Raises Usage.
    """
    target = Path(os.path.abspath(folder))  # noqa: PTH100 -- Path.absolute keeps `..`
    title = _publication(title_of(target.name or "newsletter") if name is None else name)
    try:
        files = first_files(title, today)
        if vault:
            files = beside(files, target, folder)
        else:
            _refuse_taken(target, folder)
        kept = [path for path in files if path.startswith(".") and (target / path).exists()]
        place({path: data for path, data in files.items() if path not in kept}, target)
    except OSError as error:
        message = f"a workspace cannot be written to {folder}: {error.strerror}"
        raise Usage(message, "name a folder that you may write to") from None
    there = "" if target == Path.cwd() else f"cd {shlex.quote(str(folder))} && "
    notes = tuple(
        f"{path} was there and is kept; it should hold what stands in a new one:\n"
        + files[path].decode().rstrip()
        for path in kept
        if files[path].strip() not in (target / path).read_bytes()
    )
    return Made(tuple(path for path in files if path not in kept), f"{there}nutgraf build", notes)


def blank_note(workspace: Workspace, name: str, *, today: date | None = None) -> Made:
    """An annotated seed with its headings ready.

    With `today` its front matter says when it was begun, which is how a new brief knows that it
    is newer than the last one. Raises Usage and Faulty.
    """
    stem = file_name(name)
    path = free_path(workspace, "seeds", stem)
    front = [
        "type: note",
        f"title: {yaml_text(title_of(stem))}",
        *([f"date: {today.isoformat()}"] if today else []),
    ]
    sections = [f"## {DEFAULT_LABELS[role]}\n\n{PROMPTS[role]}\n\n" for role in _OF_A_NOTE]
    head, body = "\n".join(front), "".join(sections)
    notes = "What is for the desk alone."
    write_new(workspace, path, f"---\n{head}\n---\n{body}## Notes\n\n{notes}\n")
    return Made((path,), f"write it, then embed it in a brief: ![[{stem}#Key Points]]")


def new_angle(workspace: Workspace, name: str, basis: Sequence[str] = ()) -> Made:
    """An open angle that rests on those seeds. Raises Usage and Faulty."""
    stem = file_name(name)
    path = free_path(workspace, "angles", stem)
    entries = [_seed(workspace, each) for each in basis]
    sources = [entry.id for entry in entries if entry.type == "source"]
    title = title_of(stem)
    head = [f"title: {yaml_text(title)}"]
    if entries:
        head.append(f"basis: {_listed(entries)}")
    head.append("status: open")
    rests = f" {cited(*sources)}" if sources else ""
    text = (
        "TK: why this matters to our readers, as an argument: the facts that it rests on, each "
        f"cited, then what we make of them.{rests}"
    )
    front = "\n".join(head)
    write_new(workspace, path, f"---\n{front}\n---\n# {title}\n\n{text}\n")
    return Made((path,), f"write it, then embed it in a brief: ![[angles/{stem}]]")


def _publication(name: str) -> str:
    text = " ".join(name.split()) if name.strip() else ""
    if not text:
        raise Usage("the name of the newsletter is empty", "write one: --name 'The Friday Brief'")
    if wrong := shapes.one_line(text):
        raise Usage(f"the name of the newsletter {wrong.message}", wrong.hint)
    return text


def _refuse_taken(target: Path, shown: Path) -> None:
    if target.exists() and not target.is_dir():
        raise Usage(f"{shown} is a file", "name a new folder, or an empty one")
    if not target.is_dir():
        return
    if (target / SETTINGS_FILE).exists():
        raise Usage(
            f"{shown} holds a workspace already",
            "change into it and run `nutgraf doctor`, or name another folder",
        )
    if (target / ".obsidian").is_dir():
        raise Usage(
            f"{shown} is an Obsidian vault",
            f"put the workspace beside your notes: nutgraf init --vault {shlex.quote(str(shown))}",
        )
    content = sorted(path.name for path in target.iterdir() if not path.name.startswith("."))
    if content:
        some = ", ".join(content[:3]) + (" and more" if len(content) > 3 else "")
        raise Usage(
            f"{shown} is not empty: it holds {some}",
            f"name a new folder: nutgraf init {shlex.quote(str(shown / 'newsletter'))}",
        )


def _listed(seeds: Sequence[Source | Entry]) -> str:
    return f"[{', '.join(yaml_text(seed.id) for seed in seeds)}]"


def _seed(workspace: Workspace, name: str) -> Entry:
    entry = workspace.entry(name.strip().removeprefix("@"))
    if entry is None:
        near = nearest(name, workspace.ids())
        hint = f"did you mean {near}?" if near else "capture it first: nutgraf add URL"
        raise Usage(f"no seed is called “{name}”", hint)
    return entry


def source_named(workspace: Workspace, name: str) -> Source:
    entry = _seed(workspace, name)
    source = workspace.source(entry.id)
    if source is None:
        raise Usage(f"“{name}” is no source: {entry.path}", "name what the note is made from")
    return source


def write_new(workspace: Workspace, path: str, text: str) -> None:
    """Writes a new file of the workspace, all of it or nothing. Raises Usage."""
    target = workspace.root / path
    workspace_name(workspace.root, target)
    try:
        target.parent.mkdir(exist_ok=True)
        write_atomically(target, text.encode())
    except OSError as error:
        raise Usage(f"{path} cannot be written: {error.strerror}", "may you write there?") from None
