"""A workspace on disk: which notes there are, read when they are asked for."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from nutgraf.errors import Fault, Faulty, Usage
from nutgraf.model import Brief, FileText, FrontMatter, Note, NoteType, Role, Source
from nutgraf.workspace import frontmatter
from nutgraf.workspace.alone import as_brief
from nutgraf.workspace.compose import compose
from nutgraf.workspace.files import (
    CONFIGURATION_LIMIT,
    NOTE_LIMIT,
    SETTINGS_FILE,
    SOURCE_LIMIT,
    read_text,
)
from nutgraf.workspace.formats import known_headings
from nutgraf.workspace.grammar import parse_note
from nutgraf.workspace.moments import odd_times
from nutgraf.workspace.nearest import nearest
from nutgraf.workspace.note_keys import TYPES
from nutgraf.workspace.settings import Settings
from nutgraf.workspace.styles import Styles, record, styles_of
from nutgraf.workspace.wiki_links import Citable

FOLDERS = ("seeds", "angles", "briefs")
# Enough of a file to find its id without reading a long source to its end.
_HEAD = 16 * 1024 + 16
_ID = re.compile(r"^id:[ \t]*([\"']?)(\S.*?)\1[ \t]*(?:[ \t]#.*)?$", re.MULTILINE)
_TYPE = re.compile(r"^type:[ \t]*[\"']?(\w+)", re.MULTILINE)
_FORMAT = re.compile(r"(?:^|(?<=\r))format:[ \t]*", re.MULTILINE)
_DATE = re.compile(r"^date:[ \t]*[\"']?(\d{4}-\d{2}-\d{2})", re.MULTILINE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# An id names folders of build/, so it must not lead out of them.
_NO_NAME = re.compile(r"[/\\\x00-\x1f\x7f]|\A\.{1,2}\Z")
_LONGEST_ID = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the workspace, known by its head alone; `day` is its date (ISO), or empty."""

    id: str
    type: NoteType
    path: str
    day: str = ""


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
    _asked_for: set[str] = field(default_factory=set)
    _heads: dict[str, Entry] = field(default_factory=dict)

    def reopened(self, changed: Collection[str]) -> Workspace:
        """The workspace as it is on disk now; only the files of those paths are read again.

        `changed` are paths from the root. Raises Faulty where nutgraf.yaml is wrong.
        """
        return replace(
            open_workspace(self.root),
            _notes={path: one for path, one in self._notes.items() if path not in changed},
            _files={path: one for path, one in self._files.items() if path not in changed},
            _heads={path: one for path, one in self._heads.items() if path not in changed},
        )

    def with_text(self, path: str, text: str) -> Workspace:
        """The workspace as it would be with another text in one of its notes; nothing is written.

        Raises Faulty where that text is wrong.
        """
        entry = self._by_path[_folded(path.removesuffix(".md"))]
        file = FileText(path, text)
        front, faults = frontmatter.read(file)
        kind = frontmatter.note_type(front, path)
        note, wrong = parse_note(entry.id, kind, file, front, self.citable)
        if errors := [*_errors(faults), *_errors(wrong)]:
            raise Faulty(errors)
        return replace(
            self,
            _notes={**self._notes, path: (note, wrong)},
            _files={**self._files, path: (file, front, faults)},
        )

    @cached_property
    def memo(self) -> dict[str, Any]:
        """What was worked out of all files, by name, for as long as they are not read anew."""
        return {}

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """What there is, by case-folded id. Raises Faulty where two files have one id.

        An id that cannot name a folder is a fault, too.
        """
        found: dict[str, Entry] = {}
        faults: list[Fault] = []
        for entry in _entries(self.root, self._heads):
            key = _folded(entry.id)
            if _NO_NAME.search(entry.id) or len(entry.id) > _LONGEST_ID:
                faults.append(_no_name(entry))
            elif key in found:
                message = f"“{entry.id}” is the id of {found[key].path}, too"
                faults.append(Fault(entry.path, message, "rename one, or give it an `id:`", 1, 1))
            else:
                found[key] = entry
        if faults:
            raise Faulty(faults)
        self.warnings += map(_conflicting, filter(_is_copy, found.values()))
        return found

    @cached_property
    def _by_path(self) -> Mapping[str, Entry]:
        return {_folded(entry.path.removesuffix(".md")): entry for entry in self.entries.values()}

    @cached_property
    def citable(self) -> Citable:
        """What `[[…]]` can cite here: whatever has an id."""
        return Citable(lambda name: self.entry(name) is not None, self.ids())

    def ids(self) -> Sequence[str]:
        """The id of every note, in alphabetical order."""
        return sorted(entry.id for entry in self.entries.values())

    def briefs(self) -> tuple[Entry, ...]:
        """The briefs, oldest first: by their date, then by their id."""
        found = [entry for entry in self.entries.values() if entry.type == "brief"]
        return tuple(sorted(found, key=lambda entry: (entry.day, entry.id.casefold())))

    def entry(self, name: str) -> Entry | None:
        """The note of an id, or of a path such as `angles/harbours` or `briefs/a.md`."""
        known = self.entries.get(_folded(name))
        if known is not None:
            return known
        return self._by_path.get(_folded(name.removeprefix("./").removesuffix(".md")))

    def note(self, note_id: str) -> Note | None:
        """The note of that id or path, parsed, or None; an empty one where it cannot be read."""
        entry = self.entry(note_id)
        if entry is None:
            return None
        if entry.path not in self._notes:
            file, front, _ = self._file(entry)
            kind = frontmatter.note_type(front, entry.path)
            self._notes[entry.path] = parse_note(entry.id, kind, file, front, self.citable)
        self._asked_for.add(entry.path)
        return self._notes[entry.path][0]

    def is_broken(self, note: Note) -> bool:
        """Whether nothing of the note could be read, which is a fault of its own."""
        return not note.stories and any(
            fault.level == "error" for fault in self._faults_of(note.file.path)
        )

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
        self._asked_for.clear()
        note = self.note(self.brief_entry(name).path)
        assert note is not None
        return self._composed(note)

    def alone(self, entry: Entry) -> Brief:
        """A note or an angle by itself, as if it were a brief; see `workspace.alone`."""
        self._asked_for.clear()
        note = self.note(entry.path)
        assert note is not None
        sources = [one.id for one in self.entries.values() if one.type == "source"]
        return self._composed(as_brief(note, sources))

    def imagined(self, entry: Entry, text: str) -> Brief:
        """A note of that text by itself, as `alone` gives it, whether or not there is such a file.

        Nothing is written. Raises Faulty where the text is wrong.
        """
        file = FileText(entry.path, text)
        front, faults = frontmatter.read(file)
        note, wrong = parse_note(entry.id, entry.type, file, front, self.citable)
        there = replace(
            self,
            _notes={**self._notes, entry.path: (note, wrong)},
            _files={**self._files, entry.path: (file, front, faults)},
            _asked_for={entry.path},
        )
        sources = [one.id for one in self.entries.values() if one.type == "source"]
        return there._composed(as_brief(note, sources))  # noqa: SLF001 -- of this class

    def _composed(self, note: Note) -> Brief:
        faults = list(self._unknown_format(note))
        if faults or self.is_broken(note):
            raise Faulty([*faults, *_errors(self._met())])
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
        met = tuple(self._met())
        faults.extend(_errors(met))
        if faults or brief is None:
            raise Faulty(faults)
        odd = odd_times(note.front, brief.date, self.settings.time_zone)
        self.warnings.extend(fault for fault in (*met, *odd) if fault not in self.warnings)
        return brief

    def brief_entry(self, name: str) -> Entry:
        """The brief of that id or path. Raises Usage with the nearest name where there is none."""
        entry = self.entry(name)
        if entry is None or entry.type != "brief":
            raise _no_brief(self, name, entry)
        return entry

    def _unknown_format(self, note: Note) -> Iterator[Fault]:
        """A fault where the brief's format, or else that of nutgraf.yaml, is not there."""
        name = note.front.values.get("format")
        known = self.styles.names()
        if isinstance(name, str) and name not in known:
            place = note.front.places["format",]
            yield _no_format(place.path, name, self.styles, place.line, place.column)
        elif name is None and self.settings.format not in known:
            file = read_text(self.root, Path(SETTINGS_FILE), limit=CONFIGURATION_LIMIT)
            stated = _FORMAT.search(file.text)
            place_of = file.line_and_column(stated.end() if stated else 0)
            yield _no_format(file.path, self.settings.format, self.styles, *place_of)

    def _met(self) -> Iterator[Fault]:
        """The faults of every file that the brief has asked for."""
        for path in sorted(self._asked_for):
            yield from self._faults_of(path)

    def _faults_of(self, path: str) -> Iterator[Fault]:
        yield from self._files[path][2]
        if path in self._notes:
            yield from self._notes[path][1]

    def _headings(self, format_name: str) -> Mapping[Role, tuple[str, ...]]:
        return known_headings(self.styles.format(format_name))

    def _file(self, entry: Entry) -> tuple[FileText, FrontMatter, tuple[Fault, ...]]:
        self._asked_for.add(entry.path)
        if entry.path not in self._files:
            self._files[entry.path] = _read(self.root, entry)
        return self._files[entry.path]


def _read(root: Path, entry: Entry) -> tuple[FileText, FrontMatter, tuple[Fault, ...]]:
    """A file and its front matter; without a text where it cannot be read."""
    limit = SOURCE_LIMIT if entry.type == "source" else NOTE_LIMIT
    try:
        file = read_text(root, Path(entry.path), limit=limit)
    except Faulty as faulty:
        nothing = FileText(entry.path, "")
        return nothing, frontmatter.read(nothing)[0], faulty.faults
    return file, *frontmatter.read(file)


def _errors(faults: Iterable[Fault]) -> Iterator[Fault]:
    return (fault for fault in faults if fault.level == "error")


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


def _no_format(path: str, name: str, styles: Styles, line: int, column: int) -> Fault:
    message = f"there is no format “{name}” in templates/"
    return Fault(path, message, styles.meant(name), line, column)


def _entries(root: Path, heads: dict[str, Entry]) -> Iterator[Entry]:
    """Every note there is; `heads` are those whose head need not be read again, and gathers it."""
    for folder in FOLDERS:
        for path in _markdown_files(root / folder):
            name = path.relative_to(root).as_posix()
            if name not in heads:
                heads[name] = _entry(path, name)
            yield heads[name]


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
    dated = _DATE.search(head)
    day = dated.group(1) if dated else "".join(_DAY.findall(path.stem)[:1])
    note_id = unicodedata.normalize("NFC", stated.group(2) if stated else path.stem)
    return Entry(note_id, note_type, name, day)


# How Dropbox, OneDrive, Syncthing and Nextcloud name what two machines wrote at once.
_COPY = re.compile(r"\bconflicted copy\b|\.sync-conflict-\d|\bcase conflict\b", re.IGNORECASE)


def _is_copy(entry: Entry) -> bool:
    return _COPY.search(entry.path) is not None


def _conflicting(entry: Entry) -> Fault:
    message = "a sync program left this copy, since two machines wrote the file at once"
    hint = "keep what is right in the other file, and take this one away"
    return Fault(entry.path, message, hint, level="warning")


def _folded(name: str) -> str:
    """A name as it is looked up; some systems write the accents of file names apart."""
    return unicodedata.normalize("NFC", name).casefold()


def _head(path: Path) -> str:
    """The front matter of a file, roughly; what is wrong with it is told when it is read."""
    try:
        if not path.is_file():  # a pipe would be waited for
            return ""
        with path.open("rb") as stream:
            text = stream.read(_HEAD).decode("utf-8-sig", errors="replace")
    except OSError:
        return ""
    if not text.startswith("---"):
        return ""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text[3 : max(text.find("\n---", 3), 0)]


def _no_name(entry: Entry) -> Fault:
    message = f"“{entry.id[:40]}” cannot be an id: it names a folder of build/"
    hint = f"leave out slashes and control characters, and keep it under {_LONGEST_ID} characters"
    return Fault(entry.path, message, hint, 1, 1)


def _no_brief(workspace: Workspace, name: str, entry: Entry | None) -> Usage:
    if entry is not None:
        return Usage(f"“{name}” is no brief: {entry.path}", "name a file of briefs/")
    briefs = [brief.id for brief in workspace.briefs()]
    if not briefs:
        return Usage("there is no brief here", "begin one: nutgraf new brief NAME")
    known = nearest(name, briefs)
    hint = f"did you mean {known}?" if known else f"the newest are: {', '.join(briefs[-5:])}"
    return Usage(f"there is no brief “{name}” in briefs/", hint)
