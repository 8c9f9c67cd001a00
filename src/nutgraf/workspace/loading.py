"""A workspace on disk: which notes there are, read when they are asked for."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from nutgraf.errors import Fault, Faulty, Usage
from nutgraf.model import Brief, FileText, FrontMatter, Note, NoteType, Role, Source
from nutgraf.workspace import frontmatter
from nutgraf.workspace.compose import compose
from nutgraf.workspace.files import NOTE_LIMIT, SETTINGS_FILE, SOURCE_LIMIT, read_text
from nutgraf.workspace.formats import known_headings
from nutgraf.workspace.grammar import parse_note
from nutgraf.workspace.nearest import nearest
from nutgraf.workspace.note_keys import TYPES
from nutgraf.workspace.settings import Settings
from nutgraf.workspace.styles import Styles, record, styles_of

FOLDERS = ("seeds", "angles", "briefs")
# Enough of a file to find its id without reading a long source to its end.
_HEAD = 16 * 1024 + 16
_ID = re.compile(r"^id:[ \t]*[\"']?(.+?)[\"']?[ \t]*$", re.MULTILINE)
_TYPE = re.compile(r"^type:[ \t]*[\"']?(\w+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the workspace, known by its head alone."""

    id: str
    type: NoteType
    path: str


@dataclass
class Workspace:
    """The notes of one folder; a file is read once, when something first asks for it.

    `warnings` gathers, in the order met, what is odd and does not stop the work.
    """

    root: Path
    settings: Settings
    styles: Styles
    warnings: list[Fault] = field(default_factory=list)
    _notes: dict[str, tuple[Note, tuple[Fault, ...]]] = field(default_factory=dict)
    _files: dict[str, tuple[FileText, FrontMatter, tuple[Fault, ...]]] = field(default_factory=dict)

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """What there is, by case-folded id. Raises Faulty where two files have one id."""
        found: dict[str, Entry] = {}
        faults: list[Fault] = []
        for entry in _entries(self.root):
            key = entry.id.casefold()
            if key in found:
                message = f"“{entry.id}” is the id of {found[key].path}, too"
                faults.append(Fault(entry.path, message, "rename one, or give it an `id:`", 1, 1))
            else:
                found[key] = entry
        if faults:
            raise Faulty(faults)
        return found

    def ids(self) -> Sequence[str]:
        """The id of every note, in alphabetical order."""
        return sorted(entry.id for entry in self.entries.values())

    def briefs(self) -> tuple[Entry, ...]:
        """The briefs, oldest first: by the name of the file, which is the date."""
        found = [entry for entry in self.entries.values() if entry.type == "brief"]
        return tuple(sorted(found, key=lambda entry: (entry.id.casefold(), entry.path)))

    def entry(self, name: str) -> Entry | None:
        """The note of an id, or of a path such as `angles/firewalls` or `briefs/a.md`."""
        known = self.entries.get(name.casefold())
        if known is not None:
            return known
        path = name.removeprefix("./").removesuffix(".md").casefold()
        for entry in self.entries.values():
            if entry.path.removesuffix(".md").casefold() == path:
                return entry
        return None

    def note(self, note_id: str) -> Note | None:
        """The note of that id or path, parsed, or None. Raises Faulty where it cannot be read."""
        entry = self.entry(note_id)
        if entry is None:
            return None
        if entry.path not in self._notes:
            file, front, _ = self._file(entry)
            kind = frontmatter.note_type(front, entry.path)
            self._notes[entry.path] = parse_note(entry.id, kind, file, front)
        return self._notes[entry.path][0]

    def source(self, source_id: str) -> Source | None:
        """The source of that id, or None if there is none (a note is no source)."""
        entry = self.entry(source_id)
        if entry is None or entry.type != "source":
            return None
        file, front, _ = self._file(entry)
        return as_source(entry.id, file, front)

    def brief(self, name: str) -> Brief:
        """The brief of that id or path, composed.

        Raises Usage where there is none, and Faulty with every fault of the brief and of all that
        it embeds and cites.
        """
        note = self.note(self.brief_entry(name).path)
        assert note is not None
        faults: list[Fault] = list(self._unknown_format(note))
        if faults:
            raise Faulty([*faults, *self._met()])
        brief: Brief | None = None
        try:
            brief = compose(
                note,
                self,
                headings=self._headings,
                default_format=self.settings.format,
                time_zone=self.settings.time_zone,
            )
        except Faulty as faulty:
            faults.extend(faulty.faults)
        faults.extend(self._met())
        errors = [fault for fault in faults if fault.level == "error"]
        if errors or brief is None:
            raise Faulty(errors)
        for fault in faults:
            if fault not in self.warnings:
                self.warnings.append(fault)
        return brief

    def brief_entry(self, name: str) -> Entry:
        """The brief of that id or path. Raises Usage with the nearest name where there is none."""
        entry = self.entry(name)
        if entry is None or entry.type != "brief":
            raise _no_brief(self, name, entry)
        return entry

    def _unknown_format(self, note: Note) -> Iterator[Fault]:
        name = note.front.values.get("format")
        if isinstance(name, str) and name not in self.styles.names():
            place = note.front.places["format",]
            message = f"there is no format “{name}” in templates/"
            yield Fault(place.path, message, self.styles.meant(name), place.line, place.column)

    def _met(self) -> Iterator[Fault]:
        """The faults of every file that has been read."""
        for _, _, faults in self._files.values():
            yield from faults
        for _, faults in self._notes.values():
            yield from faults

    def _headings(self, format_name: str) -> Mapping[Role, tuple[str, ...]]:
        return known_headings(self.styles.format(format_name))

    def _file(self, entry: Entry) -> tuple[FileText, FrontMatter, tuple[Fault, ...]]:
        if entry.path not in self._files:
            limit = SOURCE_LIMIT if entry.type == "source" else NOTE_LIMIT
            file = read_text(self.root, Path(entry.path), limit=limit)
            front, faults = frontmatter.read(file)
            self._files[entry.path] = (file, front, faults)
        return self._files[entry.path]


def as_source(source_id: str, file: FileText, front: FrontMatter) -> Source:
    """A source from its file and front matter; what the front matter does not state is None."""
    values = front.values
    return Source(
        id=source_id,
        file=file,
        front=front,
        title=str(values.get("title") or ""),
        publisher=values.get("publisher"),
        url=values.get("url"),
        published=values.get("published"),
        retrieved=values.get("retrieved"),
        kind=values.get("kind"),
        credits=tuple(values.get("credits") or ()),
        authors=tuple(values.get("authors") or ()),
        language=values.get("language"),
    )


def open_workspace(root: Path) -> Workspace:
    """The workspace in the folder `root`. Raises Faulty where nutgraf.yaml is wrong."""
    warnings: list[Fault] = []
    settings = record(root, root / SETTINGS_FILE, Settings, warnings)
    return Workspace(root, settings, styles_of(root), warnings)


def _entries(root: Path) -> Iterator[Entry]:
    for folder in FOLDERS:
        for path in _markdown_files(root / folder):
            name = path.relative_to(root).as_posix()
            yield _entry(path, name)


def _markdown_files(folder: Path) -> Iterator[Path]:
    """The notes below a folder, in order; what begins with a dot or `_` is none."""
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        for name in sorted(files):
            if name.endswith(".md") and not name.startswith((".", "_")):
                yield Path(parent, name)


def _entry(path: Path, name: str) -> Entry:
    head = _head(path)
    stated = _ID.search(head)
    kind = _TYPE.search(head)
    by_folder = frontmatter.FOLDERS[name.partition("/")[0]]
    known = kind.group(1) if kind else by_folder
    note_type = next((one for one in TYPES if one == known), by_folder)
    return Entry(stated.group(1) if stated else path.stem, note_type, name)


def _head(path: Path) -> str:
    """The front matter of a file, roughly; what is wrong with it is told when it is read."""
    try:
        with path.open("rb") as stream:
            text = stream.read(_HEAD).decode("utf-8-sig", errors="replace")
    except OSError:
        return ""
    if not text.startswith("---"):
        return ""
    end = text.find("\n---", 3)
    return text[3 : max(end, 0)].replace("\r\n", "\n")


def _no_brief(workspace: Workspace, name: str, entry: Entry | None) -> Usage:
    if entry is not None:
        return Usage(f"“{name}” is no brief: {entry.path}", "name a file of briefs/")
    briefs = [brief.id for brief in workspace.briefs()]
    if not briefs:
        return Usage("there is no brief here", "begin one: nutgraf new brief NAME")
    known = nearest(name, briefs)
    hint = f"did you mean {known}?" if known else f"the newest are: {', '.join(briefs[-5:])}"
    return Usage(f"there is no brief “{name}” in briefs/", hint)
