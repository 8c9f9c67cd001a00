"""The later texts of captured pages, as they are kept beside the capture.

`seeds/page.md` has its looks in `seeds/page.later/`, a file each, named by the time of the look
and never changed: two editors' looks join without a conflict. A look that finds what the one
before it found leaves no file.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import msgspec

from nutgraf.errors import Fault, Faulty
from nutgraf.model import FileText, Look, LookOutcome
from nutgraf.workspace.files import SOURCE_LIMIT, read_text
from nutgraf.workspace.frontmatter import FIRST_LINE, LAST_LINE
from nutgraf.workspace.records import read_record
from nutgraf.workspace.shapes import Wrong

_ENDING = ".later"
_TEXT = ".txt"  # no note: what stands there is nothing to cite


def _instant(text: str) -> Wrong | None:
    try:
        given = datetime.fromisoformat(text)
    except ValueError:
        return Wrong("is no date and time", "write it as 2025-03-10T09:30:00Z")
    return None if given.tzinfo else Wrong("has no zone", "write it as 2025-03-10T09:30:00Z")


class _Front(msgspec.Struct):
    looked: Annotated[str, msgspec.Meta(extra={"shape": _instant})]
    outcome: LookOutcome
    url: str = ""
    reason: str = ""
    title: str = ""
    etag: str = ""
    modified: str = ""
    sha256: str = ""


def folder_of(source_path: str) -> str:
    """Where the looks at a source are kept, by the path of the source in the workspace."""
    return source_path.removesuffix(".md") + _ENDING


def path_of(source_path: str, when: datetime) -> str:
    """The path of a look at that time."""
    return f"{folder_of(source_path)}/{when.astimezone(UTC):%Y-%m-%dT%H%M%SZ}{_TEXT}"


def last_look(root: Path, source_id: str, source_path: str) -> Look | None:
    """The last look that is kept, or None. Raises Faulty where it cannot be read."""
    newest = max(_paths(root, source_path), key=lambda path: path.stem, default=None)
    return read_look(root, source_id, newest) if newest is not None else None


def outcomes(root: Path) -> dict[str, LookOutcome]:
    """What the last look found, by the path of the source; of those alone that were looked at.

    A look that cannot be read is left out: whoever asks for it is told.
    """
    found: dict[str, LookOutcome] = {}
    for folder in sorted((root / "seeds").rglob(f"*{_ENDING}")):
        path = f"{folder.relative_to(root).as_posix().removesuffix(_ENDING)}.md"
        with suppress(Faulty):
            look = last_look(root, path, path)
            if look is not None:
                found[path] = look.outcome
    return found


def _paths(root: Path, source_path: str) -> Iterator[Path]:
    folder = root / folder_of(source_path)
    if folder.is_dir():
        yield from sorted(path for path in folder.iterdir() if path.suffix == _TEXT)


def read_look(root: Path, source_id: str, path: Path) -> Look:
    """The look that is kept at a path. Raises Faulty where it cannot be read."""
    file = read_text(root, path, limit=SOURCE_LIMIT)
    first = FIRST_LINE.match(file.text)
    last = LAST_LINE.search(file.text, first.end()) if first else None
    if last is None:
        raise Faulty([_fault(file, "it does not begin with what the look found")])
    record = read_record(FileText(file.path, file.text[: last.start()]), _Front)
    if record.value is None:
        raise Faulty(record.faults)
    front = record.value
    return Look(
        source=source_id,
        when=datetime.fromisoformat(front.looked),
        outcome=front.outcome,
        file=file,
        body=last.end(),
        title=front.title,
        url=front.url,
        reason=front.reason,
        etag=front.etag,
        modified=front.modified,
    )


def _fault(file: FileText, message: str) -> Fault:
    hint = "put it back from git, or take it out and look again: nutgraf sources recheck"
    return Fault(file.path, f"this is no look at a page: {message}", hint, 1, 1)
