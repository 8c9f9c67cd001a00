"""The front matter of a note: YAML between `---` lines, typed, each value with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any

from nutgraf.errors import Fault
from nutgraf.model import FileText, FrontMatter, NoteType, Place, Stet
from nutgraf.workspace.files import KILOBYTE
from nutgraf.workspace.nearest import nearest
from nutgraf.workspace.note_keys import FREE_TEXT, KNOWN, KNOWN_ANYWHERE, TYPES, Holds
from nutgraf.workspace.note_values import typed, untyped
from nutgraf.workspace.yaml_nodes import (
    Node,
    Scalar,
    Sequence,
    Span,
    Table,
    compose,
    fault_at,
    place_of,
)

# The longest front matter of a working newsletter is a tenth of this.
LIMIT = 16 * KILOBYTE

FIRST_LINE = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
LAST_LINE = re.compile(r"(?:(?<=\n)|(?<=\r))(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)")
FREE_LINE = re.compile(
    rf"(?:(?<=\n)|(?<=\r))(?:{'|'.join(FREE_TEXT)}):[ \t]+(?P<value>[^\s][^\r\n]*)"
)
FOLDERS: dict[str, NoteType] = {"seeds": "source", "angles": "angle", "briefs": "brief"}

DOUBLE_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
SINGLE_QUOTED = re.compile(r"'(?:[^']|'')*'")
BLOCK_HEADER = re.compile(r"[|>][0-9+-]{0,2}(?:\s+#.*)?")
COMMENT = re.compile(r"\s*|\s+#.*")
BREAKS_PLAIN = re.compile(r":(?:\s|$)|\s#")


def read(file: FileText) -> tuple[FrontMatter, tuple[Fault, ...]]:
    """The front matter of a note, and every fault and warning in it.

    A value that is wrong is not among `values`, though its place is among `places`. Which keys are
    known follows from the note's type (see `note_type`). Keys that hold a list hold a list of text
    also where one text is written; `stet` holds a list of `{rule: reason}`; `send_at` and
    `embargo` hold a clock time as text (`"17:00"`) or a datetime.
    """
    text = file.text
    first = FIRST_LINE.match(text) or re.fullmatch(r"---[ \t]*", text)
    if not first:
        return FrontMatter({}, {}, {}, file.place(0, min(1, len(text))), 0), ()
    start = first.end()
    last = LAST_LINE.search(text, start)
    if not last:
        message = "the front matter that opens here is not closed"
        hint = "put a line `---` after its last key, or an empty line before this one"
        place = file.place(0, len(text[:start].rstrip()))
        return FrontMatter({}, {}, {}, place, 0), (Fault(file.path, message, hint, 1, 1),)
    free = _free_lines(text, start, last.start())
    composed = compose(file, start, last.start(), limit=LIMIT, verbatim=free)
    reader = _Reader(file)
    if isinstance(composed.root, Table):
        reader.read(composed.root)
    elif composed.root is not None:
        message = "the front matter is not made of `key: value` lines"
        hint = "begin the file with an empty line if `---` is meant as a rule"
        reader.faults.append(fault_at(file, composed.root, message, hint))
    place = file.place(0, start + len(text[start : last.end()].rstrip("\r\n")))
    front = FrontMatter(reader.values, reader.places, reader.key_places, place, last.end())
    return front, (*composed.faults, *reader.faults)


def note_type(front: FrontMatter, path: str) -> NoteType:
    """What a note is: as its front matter says, else as its folder, else a note."""
    stated = front.values.get("type")
    for known in TYPES:
        if stated == known:
            return known
    return _by_folder(path)


def stets(front: FrontMatter) -> tuple[Stet, ...]:
    """The stets of the front matter, each at its rule; a missing reason is empty."""
    found = []
    for number, stet in enumerate(front.values.get("stet") or ()):
        for rule, reason in stet.items():
            found.append(Stet(rule, reason, front.places[("stet", number)], None))
    return tuple(found)


def _by_folder(path: str) -> NoteType:
    return FOLDERS.get(PurePosixPath(path).parts[0], "note") if path else "note"


def _free_lines(text: str, start: int, end: int) -> list[Span]:
    """The values of title, subject and preheader that are read to the end of their line."""
    return [
        (line.start("value"), line.start("value") + len(line["value"].rstrip()))
        for line in FREE_LINE.finditer(text, start, end)
        if _breaks_yaml(line["value"].rstrip())
    ]


def _breaks_yaml(value: str) -> bool:
    """Whether YAML would refuse this line of text, or read less of it than stands there."""
    sign, rest = value[0], value[1:]
    if sign in "\"'":
        closed = (DOUBLE_QUOTED if sign == '"' else SINGLE_QUOTED).match(value)
        # A double quote that is left open is told as a fault; an apostrophe ('Tis) is a word's.
        return not COMMENT.fullmatch(value[closed.end() :]) if closed else sign == "'"
    if sign in "[{":
        return not re.search(r"[\]}](?:\s+#.*)?$", value)
    if sign in "|>":
        return not BLOCK_HEADER.fullmatch(value)
    if sign == "#":
        return bool(rest.strip()) and not rest[0].isspace()
    if sign in "-?:" and (not rest or rest[0].isspace()):
        return True
    return sign in "&*!%@`,]}" or bool(BREAKS_PLAIN.search(value))


class _Reader:
    """Gathers the values, places and faults of one front matter."""

    def __init__(self, file: FileText) -> None:
        self.file = file
        self.values: dict[str, Any] = {}
        self.places: dict[tuple[str | int, ...], Place] = {}
        self.key_places: dict[tuple[str | int, ...], Place] = {}
        self.faults: list[Fault] = []

    def read(self, table: Table) -> None:
        known = KNOWN[self.type_in(table)]
        for key, node in table.entries:
            self.locate((key.text,), node, key)
            if key.text in known:
                self.take(key.text, node, known[key.text])
            else:
                self.values[key.text] = untyped(node)
                self.warn_of_slip(key, known.keys())

    def type_in(self, table: Table) -> NoteType:
        for key, node in table.entries:
            if key.text == "type" and isinstance(node, Scalar):
                for known in TYPES:
                    if node.text == known:
                        return known
        return _by_folder(self.file.path)

    def take(self, key: str, node: Node, holds: Holds) -> None:
        value, wrong = typed(key, node, holds)
        if not wrong:
            self.values[key] = value
            self.locate_one(key, node, value)
        for misread in wrong:
            self.faults.append(fault_at(self.file, misread.node, misread.message, misread.hint))

    def locate(self, path: tuple[str | int, ...], node: Node, key: Scalar | None = None) -> None:
        self.places[path] = place_of(self.file, node)
        if key is not None:
            self.key_places[path] = place_of(self.file, key)
        if isinstance(node, Sequence):
            for number, item in enumerate(node.items):
                self.locate((*path, number), item)
        elif isinstance(node, Table):
            for inner, value in node.entries:
                self.locate((*path, inner.text), value, inner)

    def locate_one(self, key: str, node: Node, value: Any) -> None:
        """Gives the items of a list that is not written as one the places that they have."""
        if isinstance(value, list) and isinstance(node, Scalar):
            self.places[(key, 0)] = self.places[(key,)]
        elif isinstance(value, list) and isinstance(node, Table):
            for number, (inner, _) in enumerate(node.entries):
                self.places[(key, number)] = place_of(self.file, inner)

    def warn_of_slip(self, key: Scalar, known: Iterable[str]) -> None:
        # `published` in a brief is another note's key and no slip; `author` in a source is one.
        near = nearest(key.text, known)
        if near and (key.text not in KNOWN_ANYWHERE or near == f"{key.text}s"):
            message = f"“{key.text}” is kept, but nutgraf does not know it"
            hint = f"did you mean {near}?"
            self.faults.append(fault_at(self.file, key, message, hint, warning=True))
