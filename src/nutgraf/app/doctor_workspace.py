"""What is wrong in a workspace: its configuration, its notes, its sources and its templates."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path

from nutgraf.app.diagnosis import Diagnosis
from nutgraf.app.doctor_verified import examine_verified
from nutgraf.errors import Fault, Faulty, Usage
from nutgraf.model import Brief, FileText, FrontMatter
from nutgraf.workspace import frontmatter
from nutgraf.workspace.body_hash import body_hash
from nutgraf.workspace.examples import is_example_place, is_nobodys
from nutgraf.workspace.files import NOTE_LIMIT, SOURCE_LIMIT, read_text
from nutgraf.workspace.grammar import parse_note
from nutgraf.workspace.loading import Entry, Workspace, open_workspace
from nutgraf.workspace.settings import Settings
from nutgraf.workspace.styles import Styles, styles_of

# What holds no notes of ours, and may hold a great many files.
_PASSED_OVER = frozenset({".git", ".venv", "node_modules", "__pycache__"})


def examine_workspace(root: Path, today: date) -> Iterator[Diagnosis]:
    """Everything that is wrong in the workspace in the folder `root`, and what is well."""
    try:
        workspace = open_workspace(root)
    except Faulty as faulty:
        yield from _faults("workspace", faulty.faults)
        yield Diagnosis(
            "workspace", "warning", "the notes were not read", "mend nutgraf.yaml first"
        )
        yield from _or_well("templates", "every format and brand.yaml", _styles(styles_of(root)))
        yield from _leftovers(root)
        return
    yield from _or_well("workspace", f"{workspace.settings.name} in {root}", _examples(workspace))
    try:
        entries = tuple(workspace.entries.values())
    except Faulty as faulty:
        yield from _faults("notes", faulty.faults)
        hint = "give every file an id of its own first"
        yield Diagnosis("notes", "warning", "the notes were not read", hint)
        entries = ()
    briefs = tuple(_composed(workspace)) if entries else ()
    if entries:
        notes = chain(_notes(workspace, entries, briefs), examine_verified(root))
        yield from _or_well("notes", _counted(entries), notes)
        yield from _or_well(
            "sources", "every source is dated, none altered", _sources(root, entries)
        )
    yield from _leftovers(root)
    yield from _or_well("templates", _formats(workspace), _templates(workspace, briefs, today))


def _or_well(area: str, well: str, found: Iterable[Diagnosis]) -> Iterator[Diagnosis]:
    """What was found, or one line that says that all is well."""
    empty = True
    for diagnosis in found:
        empty = False
        yield diagnosis
    if empty:
        yield Diagnosis(area, "ok", well)


def _faults(area: str, faults: Iterable[Fault]) -> Iterator[Diagnosis]:
    for fault in faults:
        where = fault.where()
        yield Diagnosis(area, fault.level, f"{where}: {fault.message}", fault.hint, where)


# --- nutgraf.yaml --------------------------------------------------------------------------------


def _examples(workspace: Workspace) -> Iterator[Diagnosis]:
    """What still stands as `init` wrote it and must not be sent so."""
    yield from _faults("workspace", workspace.warnings)
    settings = workspace.settings
    for key, address in _addresses(settings):
        if is_nobodys(address):
            message = f"nutgraf.yaml: {key} is an example: {address}"
            yield Diagnosis("workspace", "warning", message, "write your own before you send")
    if settings.base_url is not None and is_nobodys(settings.base_url.split("/")[2]):
        message = f"nutgraf.yaml: base_url is an example: {settings.base_url}"
        yield Diagnosis("workspace", "warning", message, "write where your archive is")
    if is_example_place(settings.postal_address):
        first = settings.postal_address.strip().splitlines()[0]
        message = f"nutgraf.yaml: postal_address is an example: {first}"
        yield Diagnosis("workspace", "warning", message, "write one that reaches you")


def _addresses(settings: Settings) -> Iterator[tuple[str, str]]:
    yield "sender.address", settings.sender.address
    if settings.sender.reply_to is not None:
        yield "sender.reply_to", settings.sender.reply_to


# --- notes ---------------------------------------------------------------------------------------


def _composed(workspace: Workspace) -> Iterator[Brief | tuple[Fault, ...]]:
    """Each brief, oldest first: composed, or what is wrong with it."""
    for entry in workspace.briefs():
        try:
            yield workspace.brief(entry.path)
        except Faulty as faulty:
            yield faulty.faults
        except Usage as usage:
            yield (Fault(entry.path, usage.message, usage.hint),)


def _notes(
    workspace: Workspace,
    entries: Iterable[Entry],
    briefs: Iterable[Brief | tuple[Fault, ...]],
) -> Iterator[Diagnosis]:
    faults: list[Fault] = []
    for entry in entries:
        faults.extend(_faults_in(workspace, entry))
    for brief in briefs:
        if isinstance(brief, tuple):
            faults.extend(brief)
    once = dict.fromkeys(faults)
    yield from _faults("notes", sorted(once, key=lambda fault: (fault.path, fault.line or 0)))


def _faults_in(workspace: Workspace, entry: Entry) -> tuple[Fault, ...]:
    """What is wrong in one file by itself."""
    try:
        file, front, faults = _read(workspace.root, entry)
    except Faulty as faulty:
        return faulty.faults
    if entry.type == "source":
        return faults
    kind = frontmatter.note_type(front, entry.path)
    return (*faults, *parse_note(entry.id, kind, file, front, workspace.citable)[1])


def _read(root: Path, entry: Entry) -> tuple[FileText, FrontMatter, tuple[Fault, ...]]:
    limit = SOURCE_LIMIT if entry.type == "source" else NOTE_LIMIT
    file = read_text(root, Path(entry.path), limit=limit)
    return file, *frontmatter.read(file)


def _counted(entries: Iterable[Entry]) -> str:
    counts = dict.fromkeys(("source", "note", "angle", "brief"), 0)
    for entry in entries:
        counts[entry.type] += 1
    told = (f"{number} {kind}{'' if number == 1 else 's'}" for kind, number in counts.items())
    return f"{', '.join(told)}: all can be read, every brief composes"


# --- sources -------------------------------------------------------------------------------------


def _sources(root: Path, entries: Iterable[Entry]) -> Iterator[Diagnosis]:
    for entry in entries:
        if entry.type != "source":
            continue
        try:
            file, front, _ = _read(root, entry)
        except Faulty:
            continue  # told with the notes
        yield from _altered(file, front)
        if front.values.get("published") is None and ("published",) not in front.places:
            where = file.path
            message = f"{where}: the source has no date"
            hint = "add `published:` if the document states one; “Wednesday” is read against it"
            yield Diagnosis("sources", "warning", message, hint, where)


def _altered(file: FileText, front: FrontMatter) -> Iterator[Diagnosis]:
    stated = front.values.get("sha256")
    if not isinstance(stated, str):
        return
    found = body_hash(file.text[front.body :])
    if stated.casefold() != found:
        where = Fault(file.path, "", line=front.places["sha256",].line).where()
        message = f"{where}: the text is not what was captured: its sha256 is {found}"
        path = shlex.quote(file.path)
        hint = f"bring it back (git log -- {path}); if you captured it anew, write the new sha256"
        yield Diagnosis("sources", "error", message, hint, where)


# --- templates -----------------------------------------------------------------------------------


def _formats(workspace: Workspace) -> str:
    return f"the newest brief renders in {', '.join(workspace.styles.names())}"


def _styles(styles: Styles) -> Iterator[Diagnosis]:
    """The faults of every format.yaml and of brand.yaml."""
    readers: list[Callable[[], object]] = [styles.brand]
    readers.extend(_format_reader(styles, name) for name in styles.names())
    for read in readers:
        try:
            read()
        except Faulty as faulty:
            yield from _faults("templates", faulty.faults)
    yield from _faults("templates", styles.warnings)


def _format_reader(styles: Styles, name: str) -> Callable[[], object]:
    return lambda: styles.format(name)


def _templates(
    workspace: Workspace, briefs: Iterable[Brief | tuple[Fault, ...]], today: date
) -> Iterator[Diagnosis]:
    wrong = list(_styles(workspace.styles))
    yield from wrong
    whole = [brief for brief in briefs if isinstance(brief, Brief)]
    if not whole:
        hint = f"begin one: nutgraf new brief {today.isoformat()}"
        message = "no format was rendered: there is no brief that composes"
        yield Diagnosis("templates", "warning", message, hint)
        return
    if any(diagnosis.state == "error" for diagnosis in wrong):
        return
    yield from _rendered(workspace, whole[-1])


def _rendered(workspace: Workspace, brief: Brief) -> Iterator[Diagnosis]:
    """The faults of templates, each format rendering the brief in every digest."""
    # What rendering needs is imported here, so that all the rest is told where it is missing.
    from nutgraf.app.rendering import house, open_templates  # noqa: PLC0415
    from nutgraf.render.digests import render  # noqa: PLC0415

    templates = open_templates(workspace)
    faults: dict[Fault, None] = {}
    for name in workspace.styles.names():
        try:
            render(brief, house(workspace, templates, name))
        except Faulty as faulty:
            faults.update(dict.fromkeys(faulty.faults))
    yield from _faults("templates", faults)


# --- leftovers -----------------------------------------------------------------------------------


def _leftovers(root: Path) -> Iterator[Diagnosis]:
    """What an interrupted write has left behind."""
    for parent, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in _PASSED_OVER)
        for name in sorted([*folders, *files]):
            if name.startswith(".nutgraf-") and name.endswith(".tmp"):
                where = Path(parent, name).relative_to(root).as_posix()
                message = f"{where}: left over from a write that was interrupted"
                hint = f"if nutgraf is not running, take it away: rm -r {shlex.quote(where)}"
                yield Diagnosis("workspace", "warning", message, hint, where)
