"""Begins things: a workspace with a first brief that builds; briefs, notes and angles."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final

from nutgraf.app.correction_item import item_of
from nutgraf.app.corrections import unsettled
from nutgraf.app.scaffold_names import (
    cited,
    day_named,
    file_name,
    free_path,
    title_of,
    yaml_text,
)
from nutgraf.app.scaffold_since import Since, embed, embeds_by_role, since_last_brief
from nutgraf.app.scaffold_workspace import first_files, place
from nutgraf.errors import Usage
from nutgraf.model import Note, Role, Source
from nutgraf.workspace import shapes
from nutgraf.workspace.files import SETTINGS_FILE, workspace_name, write_atomically
from nutgraf.workspace.formats import Format, full_order, known_headings, label
from nutgraf.workspace.loading import Entry, Workspace
from nutgraf.workspace.nearest import nearest
from nutgraf.workspace.roles import DEFAULT_LABELS, role_of

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
# What every brief is asked for; the other roles come in where a note holds something for them.
_ASKED: Final = frozenset(
    {
        Role.SUMMARY,
        Role.POINTS,
        Role.ANGLES,
        Role.DATA,
        Role.QUOTES,
        Role.UNKNOWNS,
        Role.NEXT,
        Role.TAKEAWAY,
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


def init(folder: Path, *, today: date, name: str | None = None) -> Made:
    """A workspace in a new or empty folder, with a first brief of that day; all of it, or nothing.

    Files whose names begin with a dot do not count as content, and are kept as they are. `name`
    is the publication's; without it the folder's. Raises Usage.
    """
    target = Path(os.path.abspath(folder))  # noqa: PTH100 -- Path.absolute keeps `..`
    title = _publication(title_of(target.name or "newsletter") if name is None else name)
    try:
        _refuse_taken(target, folder)
        files = first_files(title, today)
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


def new_brief(workspace: Workspace, name: str, *, today: date) -> Made:
    """A brief of the day that `name` is, or of today under a name in words.

    Its sections stand in the order of the publication's format, each with a line to replace. The
    notes and open angles since the brief before it stand in them as embeds, each between comment
    marks: to keep one is to take the marks away. Raises Usage and Faulty.
    """
    stem = file_name(name)
    named = day_named(stem)
    day = named or today
    path = free_path(workspace, "briefs", stem)
    form = workspace.styles.format(workspace.settings.format)
    title = "TK" if named else title_of(stem)
    text = "".join(
        [
            "---\n",
            f"title: {yaml_text(title)}\n",
            f"date: {day.isoformat()}\n",
            f"format: {yaml_text(workspace.settings.format)}\n",
            "---\n",
            *_sections_of(form, since_last_brief(workspace, day), _owed_items(workspace)),
        ]
    )
    _write(workspace, path, text)
    return Made((path,), f"nutgraf build {shlex.quote(stem)}")


def new_note(
    workspace: Workspace, name: str, sources: Sequence[str] = (), *, today: date | None = None
) -> Made:
    """An annotated seed on those sources, with its headings and a citation of each source ready.

    With `today` its front matter says when it was begun, which is how a new brief knows that it
    is newer than the last one. Raises Usage and Faulty.
    """
    stem = file_name(name)
    path = free_path(workspace, "seeds", stem)
    made_from = [_source(workspace, each) for each in sources]
    front = [
        "type: note",
        f"title: {yaml_text(title_of(stem))}",
        *([f"date: {today.isoformat()}"] if today else []),
        *([f"sources: {_listed(made_from)}"] if made_from else []),
    ]
    sections = [
        f"## {DEFAULT_LABELS[role]}\n\n{_prompt_on(role, made_from)}\n\n" for role in _OF_A_NOTE
    ]
    read = [f"- Read to its end: {_told(source)}." for source in made_from]
    notes = "\n".join(read or ["What is for the desk alone."])
    head, body = "\n".join(front), "".join(sections)
    _write(workspace, path, f"---\n{head}\n---\n{body}## Notes\n\n{notes}\n")
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
    _write(workspace, path, f"---\n{front}\n---\n# {title}\n\n{text}\n")
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
    content = sorted(path.name for path in target.iterdir() if not path.name.startswith("."))
    if content:
        some = ", ".join(content[:3]) + (" and more" if len(content) > 3 else "")
        raise Usage(
            f"{shown} is not empty: it holds {some}",
            f"name a new folder: nutgraf init {shlex.quote(str(shown / 'newsletter'))}",
        )


def _owed_items(workspace: Workspace) -> tuple[str, ...]:
    """What readers have still to be told of earlier briefs."""
    return tuple(item_of(one, workspace.settings.language) for one in unsettled(workspace))


def _sections_of(form: Format, since: Since, owed: Sequence[str]) -> Iterator[str]:
    """The sections of a new brief, then the private one that tells what has come in."""
    embeds = embeds_by_role(since)
    for role in full_order(form):
        if role is Role.CORRECTIONS and owed:
            items = "\n".join(owed)
            yield f"## {_heading(form, role)}\n\n{items}\n\n"
        if role not in PROMPTS or role in form.unpublished:
            continue
        lines = embeds.get(role, ())
        if role in _ASKED or lines:
            ready = "".join(f"\n%% {line} %%\n" for line in lines)
            yield f"## {_heading(form, role)}\n\n{PROMPTS[role]}\n{ready}\n"
    yield f"## {DEFAULT_LABELS[Role.NOTES]}\n\n{_told_since(since)}\n"


def _heading(form: Format, role: Role) -> str:
    """The format's label, or the usual one where the label means another role."""
    own = label(form, role)
    means = role_of(own) or role_of(own, known_headings(form))
    return own if means is role else DEFAULT_LABELS[role]


def _told_since(since: Since) -> str:
    when = f"Since the brief {_bare(since.last)}" if since.last else "So far"
    found = (*since.notes, *since.angles)
    if not found:
        return f"{when}, no note and no open angle has come in. This section never goes out."
    listed = "".join(f"\n- {_line(note)}" for note in found)
    return (
        f"{when}, this has come in. Each stands above as an embed between comment marks: take the "
        f"marks away to keep it, or strike the line. This section never goes out.\n{listed}"
    )


def _line(note: Note) -> str:
    kind = "note" if note.type == "note" else "angle"
    ready = "" if embed(note) else "; its name cannot stand in an embed"
    return f"{_bare(note.title)}, {kind} in {_bare(note.file.path)}{ready}"


def _bare(text: str) -> str:
    """Words of another file without what would be markup, a link or a comment here."""
    return " ".join(text.translate({ord(sign): " " for sign in "[]!`*<>%^#|"}).split())


def _prompt_on(role: Role, sources: Sequence[Source]) -> str:
    if role is Role.POINTS and sources:
        return "\n".join(
            f"- TK: a fact, as this source gives it. {cited(source.id)}" for source in sources
        )
    return PROMPTS[role]


def _told(source: Source) -> str:
    """A source as a colleague would name it: only what it states."""
    told = [source.title or source.id, source.publisher or ""]
    if source.published:
        told.append(source.published.isoformat())
    return _bare(", ".join(part for part in told if part))


def _listed(seeds: Sequence[Source | Entry]) -> str:
    return f"[{', '.join(yaml_text(seed.id) for seed in seeds)}]"


def _seed(workspace: Workspace, name: str) -> Entry:
    entry = workspace.entry(name.strip().removeprefix("@"))
    if entry is None:
        near = nearest(name, workspace.ids())
        hint = f"did you mean {near}?" if near else "capture it into seeds/ first"
        raise Usage(f"no seed is called “{name}”", hint)
    return entry


def _source(workspace: Workspace, name: str) -> Source:
    entry = _seed(workspace, name)
    source = workspace.source(entry.id)
    if source is None:
        raise Usage(f"“{name}” is no source: {entry.path}", "name what the note is made from")
    return source


def _write(workspace: Workspace, path: str, text: str) -> None:
    target = workspace.root / path
    workspace_name(workspace.root, target)
    try:
        target.parent.mkdir(exist_ok=True)
        write_atomically(target, text.encode())
    except OSError as error:
        raise Usage(f"{path} cannot be written: {error.strerror}", "may you write there?") from None
