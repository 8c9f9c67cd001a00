"""An index of every source's words, kept in `.nutgraf/` and brought up to date as files change.

It is a cache: what is damaged, of another version or away is made anew from the files. It answers
within milliseconds, without opening the workspace, what thousands of sources hold: words (SQLite's
FTS5), an address, the same text.
"""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from nutgraf.capture.addresses import page_key
from nutgraf.errors import Faulty
from nutgraf.workspace.body_hash import body_hash
from nutgraf.workspace.files import SOURCE_LIMIT, read_text

if TYPE_CHECKING:
    from nutgraf.model import FileText, Source

FILE: Final = ".nutgraf/sources.sqlite"
_VERSION: Final = 3  # of the tables and of what is put in them
_TABLES: Final = """
create table seen (path text primary key, size integer not null, changed integer not null);
create table file (
  number integer primary key, path text not null unique, id text not null, title text,
  publisher text, published text,
  kind text, retrieved text, page text, hash text not null, words integer not null,
  first_line integer not null
);
create index file_page on file (page);
create index file_hash on file (hash);
create virtual table text using fts5(
  title, publisher, body, tokenize = "porter unicode61 remove_diacritics 2"
);
create table run (hash integer not null, number integer not null);
create index run_hash on run (hash, number);
create index run_number on run (number);
"""
# Of the runs of five words every eighth is kept, chosen by its hash: enough to meet any text that
# shares a few sentences, at a hundred rows for an article (Broder's sampling of shingles).
_RUN: Final = 5
_EVERY: Final = 8
_WORD = re.compile(r"\w+")
_LEAST_SHARED: Final = 4  # sampled runs, of about 32 in common


@dataclass(frozen=True, slots=True)
class Known:
    """A source of the workspace, as its front matter describes it. Days are ISO or None."""

    number: int
    path: str
    id: str
    title: str | None
    publisher: str | None
    published: str | None
    kind: str | None
    retrieved: str | None
    hash: str
    words: int
    first_line: int


@dataclass(frozen=True, slots=True)
class Alike:
    """A source that has runs of words in common with a text: how many of those looked at."""

    source: Known
    shared: int
    of: int


class SourceIndex:
    """The index of one workspace; a context manager."""

    def __init__(self, root: Path) -> None:
        """Opens or makes the index of the workspace in `root`, in memory where none may be kept."""
        self.root = root
        self._base = _opened(root / FILE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._base.close()

    def stale(self) -> list[str]:
        """The paths of sources that were added, changed or removed since the index was made."""
        known = {
            path: (size, changed)
            for path, size, changed in self._base.execute("select path, size, changed from seen")
        }
        there = dict(_files(self.root))
        gone = [path for path in known if path not in there]
        return [*gone, *(path for path, state in there.items() if known.get(path) != state)]

    def update(self, paths: Sequence[str], step: Callable[[object], None] | None = None) -> None:
        """Reads the files of those paths again. What cannot be read is left out."""
        with suppress(sqlite3.OperationalError), self._base:
            for path in paths:
                self._forget(path)
                self._take(path)
                if step is not None:
                    step(path)

    def all(self) -> list[Known]:
        return self._known("select {} from file order by path")

    def at_page(self, url: str) -> list[Known]:
        """The sources that were captured from that page, whatever variant of its address."""
        return self._known("select {} from file where page = ? order by path", page_key(url))

    def with_hash(self, hashed: str) -> list[Known]:
        """The sources whose body is the same to the letter."""
        return self._known("select {} from file where hash = ? order by path", hashed)

    def by_number(self, numbers: Sequence[int]) -> dict[int, Known]:
        marks = ",".join("?" * len(numbers))
        found = self._known(f"select {{}} from file where number in ({marks})", *numbers)  # noqa: S608
        return {one.number: one for one in found}

    def alike(self, body: str, *, most: int = 5) -> list[Alike]:
        """The sources that share the most runs of words with a text; the nearest first."""
        hashes = _runs(body)
        if not hashes:
            return []
        counts: dict[int, int] = {}
        listed = sorted(hashes)
        for at in range(0, len(listed), 500):
            part = listed[at : at + 500]
            marks = ",".join("?" * len(part))
            query = f"select number, count(*) from run where hash in ({marks}) group by 1"  # noqa: S608
            for number, count in self._base.execute(query, part):
                counts[number] = counts.get(number, 0) + count
        best = sorted(counts.items(), key=lambda one: -one[1])[:most]
        chosen = [(number, count) for number, count in best if count >= _LEAST_SHARED]
        known = self.by_number([number for number, _ in chosen])
        return [Alike(known[number], count, len(hashes)) for number, count in chosen]

    def matching(self, query: str, limit: int) -> list[tuple[int, str, str]]:
        """Numbers of the sources that match a query of FTS5, the best first.

        With each its title and its body, in which `\\x01` and `\\x02` stand around what matched.
        """
        return self._base.execute(
            "select rowid, highlight(text, 0, '', ''), highlight(text, 2, char(1), char(2))"
            " from text where text match ? order by bm25(text, 8, 4, 1), rowid limit ?",
            (query, limit),
        ).fetchall()

    def count(self, query: str) -> int:
        """How many sources match a query of FTS5."""
        found = self._base.execute("select count(*) from text where text match ?", (query,))
        return int(found.fetchone()[0])

    def _known(self, query: str, *values: object) -> list[Known]:
        fields = ", ".join(Known.__slots__)
        return [Known(*row) for row in self._base.execute(query.format(fields), values)]

    def _forget(self, path: str) -> None:
        found = self._base.execute("select number from file where path = ?", (path,)).fetchone()
        if found:
            self._base.execute("delete from text where rowid = ?", found)
            self._base.execute("delete from run where number = ?", found)
            self._base.execute("delete from file where number = ?", found)
        self._base.execute("delete from seen where path = ?", (path,))

    def _take(self, path: str) -> None:
        try:
            state = (self.root / path).stat()
            file = read_text(self.root, Path(path), limit=SOURCE_LIMIT)
        except (OSError, Faulty):
            return  # who opens the workspace is told what is wrong with it
        self._base.execute(
            "insert into seen values (?, ?, ?)", (path, state.st_size, state.st_mtime_ns)
        )
        source = _source(file)
        if source is None:
            return
        cursor = self._base.execute(
            "insert into file (path, id, title, publisher, published, kind, retrieved, page, hash,"
            " words, first_line) values (?,?,?,?,?,?,?,?,?,?,?)",
            (
                path,
                source.id,
                source.title or None,
                source.publisher,
                _iso(source.published),
                source.kind,
                _iso(source.retrieved),
                page_key(source.url) if source.url else None,
                body_hash(source.body),
                len(source.body.split()),
                file.text.count("\n", 0, len(file.text) - len(source.body)) + 1,
            ),
        )
        number = cursor.lastrowid
        self._base.execute(
            "insert into text (rowid, title, publisher, body) values (?,?,?,?)",
            (number, source.title, source.publisher, source.body),
        )
        self._base.executemany(
            "insert into run values (?, ?)", [(hashed, number) for hashed in _runs(source.body)]
        )


def _opened(path: Path) -> sqlite3.Connection:
    for _ in range(2):
        with suppress(OSError):
            path.parent.mkdir(exist_ok=True)
        try:
            base = sqlite3.connect(path, timeout=10)
            if base.execute("pragma user_version").fetchone()[0] == _VERSION:
                base.execute("select count(*) from file").fetchone()
                base.execute("pragma synchronous = off")  # a cache
                return base
            base.close()
            path.unlink(missing_ok=True)
            base = sqlite3.connect(path, timeout=10)
            return _made(base)
        except (sqlite3.Error, OSError):
            with suppress(OSError):
                path.unlink(missing_ok=True)
    return _made(sqlite3.connect(":memory:"))


def _made(base: sqlite3.Connection) -> sqlite3.Connection:
    base.execute("pragma synchronous = off")
    base.executescript(_TABLES)
    base.execute(f"pragma user_version = {_VERSION}")
    base.commit()
    return base


def _files(root: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    """The Markdown files below `seeds/` with their size and time."""
    waiting = [(root / "seeds", "seeds")]
    while waiting:
        folder, name = waiting.pop()
        with suppress(OSError), os.scandir(folder) as found:
            for one in found:
                if one.name.startswith((".", "_")):
                    continue
                if one.is_dir(follow_symlinks=True):
                    waiting.append((Path(one.path), f"{name}/{one.name}"))
                elif one.name.endswith(".md"):
                    state = one.stat()
                    yield f"{name}/{one.name}", (state.st_size, state.st_mtime_ns)


def _source(file: FileText) -> Source | None:
    """The file as a source, or None for an annotated seed."""
    # Who only searches has nothing to read, and does without the grammar of notes.
    from nutgraf.workspace import frontmatter  # noqa: PLC0415
    from nutgraf.workspace.loading import as_source  # noqa: PLC0415

    front, _ = frontmatter.read(file)
    if frontmatter.note_type(front, file.path) != "source":
        return None
    named = front.values.get("id")
    return as_source(str(named) if named else Path(file.path).stem, file, front)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _runs(body: str) -> set[int]:
    words = _WORD.findall(body.casefold())
    found = set()
    for at in range(len(words) - _RUN + 1):
        joined = " ".join(words[at : at + _RUN]).encode()
        hashed = int.from_bytes(hashlib.blake2b(joined, digest_size=7).digest(), "big")
        if hashed % _EVERY == 0:
            found.add(hashed)
    return found
