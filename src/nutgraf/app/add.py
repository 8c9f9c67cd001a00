"""Adds a captured document to the workspace as a source, with the bytes as they came beside it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any, Final, Literal

from nutgraf.app.scaffold_names import file_name, free_path
from nutgraf.app.source_index import SourceIndex
from nutgraf.app.source_text import source_names, source_text
from nutgraf.app.twins import Twin, body_of, twins
from nutgraf.capture import addresses
from nutgraf.capture.captured import Captured, Raw
from nutgraf.capture.reading import read
from nutgraf.errors import Usage
from nutgraf.language.quotations import read as quotations
from nutgraf.workspace.body_hash import body_hash
from nutgraf.workspace.files import write_atomically
from nutgraf.workspace.loading import Workspace

RAW: Final = ".raw"
"""What stands between a source's id and the ending of its raw capture: `harbour.raw.html`."""


@dataclass(frozen=True)
class Stated:
    """What the editor states of a document, which goes before what it says of itself."""

    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    published: date | None = None
    kind: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Added:
    """What came of one document.

    `state` is `added`, or `known` for a page that was captured before with the same text; then
    `path` is that source's and nothing was written. `raw` is the path of the raw capture.
    """

    state: Literal["added", "known"]
    id: str
    path: str
    raw: str | None
    found: Captured
    twins: tuple[Twin, ...] = ()

    @property
    def words(self) -> int:
        return len(self.found.body.split())

    @property
    def quotations(self) -> int:
        return len(quotations(self.found.body))

    @property
    def missing(self) -> tuple[str, ...]:
        """What a checker asks of a source and the document does not state."""
        return tuple(
            name
            for name in ("title", "publisher", "url", "published")
            if getattr(self.found, name) is None
        )


@dataclass(frozen=True)
class Wish:
    """How to add: under which id, what is known, whether all the same (`force`).

    `stated` goes before what the document says, and `otherwise` stands where it says nothing;
    `archived` is where the copy is that an archive gave.
    """

    stated: Stated = Stated()
    id: str | None = None
    keep_raw: bool = True
    force: bool = False
    write: bool = True
    otherwise: Stated = Stated()
    archived: str | None = None


def add(workspace: Workspace, index: SourceIndex, raw: Raw, wish: Wish, *, today: date) -> Added:
    """Writes a document as `seeds/ID.md` and its bytes as `seeds/ID.raw.EXT`: both, or neither.

    `index` has to be up to date; it is not changed. Raises Usage, with the next step, for what
    holds no text, looks cut off, is captured already with another text, or equals a source to the
    letter; `wish.force` adds the last three all the same.
    """
    found = _with(_filled(read(raw, today=today), wish.otherwise), wish.stated)
    hashed = body_hash(found.body)
    alike = twins(index, found.body, hashed=hashed, url=found.url, publisher=found.publisher)
    if not wish.force:
        if known := _known(index, alike, found):
            return Added("known", known.source.id, known.source.path, None, found, alike)
        if found.cut_off:
            raise _cut_off(raw, found)
    stem, path = _place(workspace, found, wish.id, raw.name)
    status = f"cut off: {found.cut_off}" if found.cut_off else None
    text = source_text(found, retrieved=today, status=status, archived=wish.archived)
    beside = f"seeds/{stem}{RAW}{found.extension}" if wish.keep_raw else None
    if wish.write:
        _write(workspace.root, path, text.encode(), beside, raw.data)
    return Added("added", stem, path, beside, found, alike)


def _filled(found: Captured, otherwise: Stated) -> Captured:
    """What was read; where it says nothing or only guesses, what is known from elsewhere."""
    lacking = {
        field.name
        for field in fields(otherwise)
        if not getattr(found, field.name) or field.name in found.guessed
    }
    given = {name: value for name in lacking if (value := getattr(otherwise, name))}
    return _with(found, replace(Stated(), **given))


def _with(found: Captured, stated: Stated) -> Captured:
    """What was read, with what the editor states in its place and no longer a guess."""
    given: Mapping[str, Any] = {
        field.name: value for field in fields(stated) if (value := getattr(stated, field.name))
    }
    changed = dict(given)
    if stated.url:
        changed["url"] = addresses.canonical(stated.url)
    guessed = tuple(name for name in found.guessed if name not in given)
    if stated.publisher:
        own = stated.publisher.casefold()
        changed["credits"] = tuple(one for one in found.credits if one.casefold() != own)
    return replace(found, **changed, guessed=guessed)


def _known(index: SourceIndex, alike: tuple[Twin, ...], found: Captured) -> Twin | None:
    """The capture of the same page with the same text. Raises Usage for another one."""
    page = [one for one in alike if found.url and one.source in index.at_page(found.url)]
    for one in page:
        if one.how == "text" or body_of(index, one.source).split() == found.body.split():
            return one
    if page:
        one = page[0]
        day = f" on {one.source.retrieved}" if one.source.retrieved else ""
        raise Usage(
            f"{found.url} was captured{day} as {one.source.id}, with another text.",
            f"what changed: nutgraf sources recheck {one.source.id}\n"
            "to keep this text as a source of its own: --force",
        )
    same = next((one for one in alike if one.how == "text"), None)
    if same:
        raise Usage(
            f"{same.source.path} has this text to the letter.",
            "to keep it twice, under another name: --force",
        )
    return None


def _cut_off(raw: Raw, found: Captured) -> Usage:
    address = found.url or raw.url
    url = f" --url {address}" if address else ""
    return Usage(
        f"{raw.name} looks cut off: {found.cut_off}. Nothing was written.",
        f"open it in a browser, copy the article, and paste it into: nutgraf add -{url}\n"
        "to keep what there is, marked as cut off: --force",
    )


def _place(
    workspace: Workspace, found: Captured, wanted: str | None, given: str
) -> tuple[str, str]:
    """The id and the path of the new source. Raises Usage where the id `wanted` is taken."""
    if wanted is not None:
        stem = file_name(wanted)
        return stem, free_path(workspace, "seeds", stem)
    for stem in source_names(found, given):
        with suppress(Usage):
            return stem, free_path(workspace, "seeds", stem)
    raise AssertionError  # the names have no end


def _write(root: Path, path: str, text: bytes, beside: str | None, data: bytes) -> None:
    written: list[Path] = []
    try:
        (root / "seeds").mkdir(exist_ok=True)
        if beside is not None:
            written.append(root / beside)
            write_atomically(root / beside, data)
        write_atomically(root / path, text)
    except BaseException as error:
        for one in written:
            with suppress(OSError):
                one.unlink(missing_ok=True)
        if isinstance(error, OSError):
            message = f"{path} cannot be written: {error.strerror}"
            raise Usage(message, "make room, or see who may write to seeds/") from None
        raise
