"""The sheet for a second reader who works elsewhere, and taking in what they have marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from nutgraf.app.check import Shelf
from nutgraf.app.verify import Looked, look, worst_first
from nutgraf.checks.signing import LIKE
from nutgraf.desk.verification import decode_sheet
from nutgraf.desk.verification_files import add_verifications
from nutgraf.errors import Fault, Usage
from nutgraf.evidence.statements import statements
from nutgraf.language.bare import bare, bare_hash, holds
from nutgraf.model import Verification
from nutgraf.report import verification_sheet
from nutgraf.workspace.files import read_text
from nutgraf.workspace.loading import Workspace

_LARGEST = 20 * 1024 * 1024


def sheet_of(looked: Looked) -> str:
    """The sheet of a brief, a note or an angle, as one HTML page."""
    shown = [
        verification_sheet.Shown(matter, looked.evidence(matter), looked.findings(matter))
        for matter in worst_first(looked)
    ]
    return verification_sheet.report(looked.brief, shown)


@dataclass(frozen=True)
class TakenIn:
    """What became of a file of marks: kept, known before, and refused with the reason."""

    kept: tuple[Verification, ...]
    known: int
    refused: tuple[tuple[Verification, str], ...]
    faults: tuple[Fault, ...] = field(default=())


def take_in(workspace: Workspace, file: Path) -> TakenIn:
    """Keeps the words of a second reader's file, as far as they are of what stands there now.

    Raises Usage and Faulty where the file cannot be read.
    """
    text = read_text(file.parent, file, limit=_LARGEST).text
    words, faults = decode_sheet(text, file.as_posix())
    if not words and not faults:
        raise Usage(f"{file} holds nobody’s word", "save it from the sheet once more")
    shelf = Shelf(workspace.root)
    pages = {path: _page(workspace, path, shelf) for path in {word.path for word in words}}
    kept: list[Verification] = []
    refused: list[tuple[Verification, str]] = []
    known = 0
    for word in words:
        page = pages[word.path]
        wrong = "there is no such file here" if page is None else _wrong(word, page)
        if wrong:
            refused.append((word, wrong))
        elif page is not None and word in page.given.verifications:
            known += 1
        else:
            kept.append(word)
    add_verifications(workspace.root, kept)
    return TakenIn(tuple(kept), known, tuple(refused), faults)


def _page(workspace: Workspace, path: str, shelf: Shelf) -> Looked | None:
    entry = workspace.entry(path)
    if entry is None or entry.path != path or entry.type == "source":
        return None
    return look(workspace, entry, shelf)


def _wrong(word: Verification, page: Looked) -> str:
    """Why a word cannot be kept; empty where it can."""
    if word.said not in ("verified", "query"):
        return "a sheet verifies and asks, and nothing else"
    hashes = {bare_hash(text): text for text in _texts(page)}
    if bare_hash(word.words) not in hashes:
        near = _nearest(word.words, hashes.values())
        return f"reopened, since it reads otherwise now: {near}" if near else "no such statement"
    bodies = _bodies(page)
    for held in word.passages:
        body = bodies.get(held.source.casefold())
        if body is None:
            return f"reopened, since there is no source {held.source} here"
        if not holds(body, held.text):
            return f"reopened, since the passage of {held.source} reads otherwise now"
    return ""


def _texts(page: Looked) -> Iterator[str]:
    return (one.text for one in statements(page.brief) if one.prose.file.path == page.brief.path)


def _bodies(page: Looked) -> Mapping[str, str]:
    workspace = page.workspace
    ids = [entry.id for entry in workspace.entries.values() if entry.type == "source"]
    sources = (workspace.source(name) for name in ids)
    return {source.id.casefold(): source.body for source in sources if source is not None}


def _nearest(words: str, texts: Iterable[str]) -> str:
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - seldom needed
    from rapidfuzz.process import extractOne  # noqa: PLC0415

    found = extractOne(words, list(texts), scorer=ratio, processor=bare, score_cutoff=LIKE)
    return str(found[0]) if found is not None else ""
