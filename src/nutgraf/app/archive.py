"""Writes the archive: the briefs that went out, as they stand in the ledger."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from nutgraf.app.correction_item import plain
from nutgraf.app.rendering import open_templates
from nutgraf.deliver.archives.archive import TEXT, ArchiveHouse, archive_files
from nutgraf.deliver.archives.archive_links import INDEX
from nutgraf.deliver.ledgers import Ledger, Sending
from nutgraf.deliver.ledgers.opening import has_ledger, open_ledger
from nutgraf.deliver.outcome import State
from nutgraf.desk.corrections import read_corrections
from nutgraf.errors import Usage
from nutgraf.model import Correction
from nutgraf.workspace.files import write_atomically
from nutgraf.workspace.loading import Workspace
from nutgraf.workspace.nearest import nearest

FOLDER = "build/archive"


@dataclass(frozen=True)
class Archived:
    """What a run left: the files it wrote, and the pages it found that are of no brief shown.

    Files that would have been the same are not touched. Paths are relative to `folder`.
    """

    folder: Path
    written: tuple[str, ...]
    foreign: tuple[str, ...]


def went_out(workspace: Workspace, lists: Collection[str] = ()) -> tuple[Sending, ...]:
    """The sendings of which at least one reader has a message, or may have one; oldest first.

    With `lists`, only those to one of them. Raises Usage for a list that there is not, Usage and
    TryLater where the ledger cannot be read.
    """
    sendings: Sequence[Sending] = ()
    if has_ledger(workspace.root, workspace.settings):
        ledger = open_ledger(workspace.root, workspace.settings)
        try:
            sendings = [one for one in ledger.sendings() if _reached_somebody(ledger, one)]
        finally:
            ledger.close()
    known = {*workspace.settings.lists, *(one.mailing.list_name for one in sendings)}
    for name in lists:
        if name not in known:
            near = nearest(name, known)
            hint = f"did you mean {near}?" if near else f"there are: {', '.join(sorted(known))}"
            raise Usage(f"there is no list “{name}”", hint if known else "nutgraf.yaml names none")
    return tuple(one for one in sendings if not lists or one.mailing.list_name in lists)


def write_archive(
    workspace: Workspace,
    sendings: Sequence[Sending],
    output: Path | None = None,
    *,
    progress: Callable[[str], None] = lambda _: None,
) -> Archived:
    """The site of these sendings, written file by file into `output` (build/archive, if none).

    `progress` is told of every page. Raises Faulty where a template is wrong, Usage where the
    folder cannot be written.
    """
    folder = output or workspace.root / FOLDER
    house = ArchiveHouse(
        workspace.settings,
        workspace.styles.brand(),
        open_templates(workspace),
        corrections_by_brief(workspace),
    )
    written: list[str] = []
    pages: set[str] = set()
    for name, data in archive_files(sendings, house):
        if _written(folder / name, data):
            written.append(name)
        page, _, rest = name.partition("/")
        if rest == INDEX:
            pages.add(page)
            progress(page)
    return Archived(folder, tuple(written), _foreign(folder, pages))


def corrections_by_brief(workspace: Workspace) -> Mapping[str, Sequence[Correction]]:
    """What was corrected of each brief, by its id, as readers of the archive are told it."""
    found: dict[str, list[Correction]] = {}
    for one in read_corrections(workspace.root):
        for brief_id in one.briefs:
            found.setdefault(brief_id, []).append(replace(one, right=plain(one.right)))
    return found


def _reached_somebody(ledger: Ledger, sending: Sending) -> bool:
    """The first row tells; counting all of them would take long where readers are many."""
    key = sending.mailing.key
    states = (State.SENT, State.UNKNOWN)
    return any(next(iter(ledger.rows(key, [state])), None) is not None for state in states)


def _written(path: Path, data: bytes) -> bool:
    """Makes `data` the content of a file; whether that changed it."""
    try:
        if path.is_file() and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, data)
    except OSError as error:
        raise Usage(
            f"{error.filename or path} cannot be written: {error.strerror}",
            "name another folder with --output, or make room",
        ) from None
    return True


def _foreign(folder: Path, pages: Collection[str]) -> tuple[str, ...]:
    """Folders that hold a page of an archive, and of none of the briefs shown."""
    found = (path.parent for path in folder.glob(f"*/{TEXT}") if (path.parent / INDEX).is_file())
    return tuple(sorted(path.name for path in found if path.name not in pages))
