"""What was read of a source, kept on disk: reading is most of the work of a check.

A file for each text, named by what it was made from: the text, its day, and the code that reads.
It is written to a temporary file and renamed, so two processes may work at once; one that is
damaged or of another version is read anew and written again.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

import msgspec

from nutgraf.app.kept_files import code_state, keep
from nutgraf.evidence import reading
from nutgraf.evidence.index import Index
from nutgraf.evidence.pack import index_source
from nutgraf.evidence.reading import Reading
from nutgraf.model import Source

FOLDER = ".nutgraf/readings"
LATELY = 40
"""Sources of which is kept what was worked out of them; the pack of a brief has fewer."""


@dataclass(frozen=True)
class ReadingCache:
    """The readings kept in one folder; what cannot be kept is read every time, and no harm done."""

    folder: Path

    def read(self, text: str, published: date | None = None) -> Reading:
        """The reading of a text, from the folder where it is there."""
        path = self.folder / self._name(text, published)
        try:
            return _decoder().decode(path.read_bytes())
        except (OSError, msgspec.MsgspecError):
            found = reading.read(text, published)
        keep(path, _encoder().encode(found))
        return found

    def _name(self, text: str, published: date | None) -> str:
        key = f"{published}\0{code_state()}\0{text}"
        digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
        return f"{digest[:2]}/{digest[2:34]}"


@dataclass
class Library:
    """The sources of a workspace, each read and indexed once, whatever briefs ask for it."""

    readings: ReadingCache
    _indexes: dict[str, tuple[tuple[str, date | None], Index]] = field(default_factory=dict)
    _lately: dict[str, Index] = field(default_factory=dict)

    def index(self, source: Source) -> Index:
        """The index of a source's body as it is now."""
        state = (source.body, source.published)
        known = self._indexes.get(source.file.path)
        if known is None or known[0] != state:
            known = state, index_source(source, self.readings.read)
            self._indexes[source.file.path] = known
        self._use(source.file.path, known[1])
        return known[1]

    def _use(self, path: str, index: Index) -> None:
        """Let go of what was worked out of the sources that nobody has asked for lately."""
        self._lately.pop(path, None)
        self._lately[path] = index
        while len(self._lately) > LATELY:
            self._lately.pop(next(iter(self._lately))).forget(everything=True)


def library_of(root: Path) -> Library:
    """The library of the workspace in the folder `root`."""
    return Library(ReadingCache(root / FOLDER))


@cache
def _decoder() -> msgspec.msgpack.Decoder[Reading]:
    return msgspec.msgpack.Decoder(Reading)


@cache
def _encoder() -> msgspec.msgpack.Encoder:
    return msgspec.msgpack.Encoder()
