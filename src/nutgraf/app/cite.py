"""Citations that are missing: where each belongs, and writing it into the file."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nutgraf.app.reading_cache import library_of
from nutgraf.errors import Fault, Faulty
from nutgraf.evidence.against import PRESENT
from nutgraf.evidence.claims import JudgedClaim, judged_claims
from nutgraf.evidence.pack import read_pack
from nutgraf.evidence.statements import statements
from nutgraf.model import Brief, Evidence, FileText, Place, Role
from nutgraf.workspace.files import write_atomically
from nutgraf.workspace.loading import Entry, Workspace

# A claim that a source barely carries is shown, and never cited unasked.
SURE = PRESENT + 0.15
_BOM = b"\xef\xbb\xbf"
_PLAIN_ID = re.compile(r"[^\s,;{}\[\]]+")
# What closes a sentence behind its last word: marks of style, stops, quotation marks.
_LINK_END = r"(?:[ \t]*(?:#[^\[\]|\n]*)?\]\])?"
_CLOSING = re.compile(rf"[*_~]*{_LINK_END}[*_~]*[.!?…]*[”\"’»)]*[*_~]*(?=\s|$|\[)")


@dataclass(frozen=True)
class Placement:
    """A citation that can be written: at `at` of the file `path`, for the words of `place`.

    `covers` are words before them that the citation would cover too and that nothing carries;
    `sure` tells that one source carries all of it, and clearly.
    """

    path: str
    at: int
    written: str
    place: Place
    text: str
    evidence: Evidence
    sure: bool
    covers: str


def placements(workspace: Workspace, entry: Entry) -> tuple[Brief, tuple[Placement, ...]]:
    """The citations that a brief, a note or an angle lacks and that a source of its pack bears."""
    brief = workspace.alone(entry) if entry.type != "brief" else workspace.brief(entry.path)
    day = brief.date if entry.type == "brief" else None
    pack = read_pack(brief.pack, library_of(workspace.root).index)
    claims = judged_claims(tuple(statements(brief)), pack, day)
    files = {file.path: file for file in (brief.file, *brief.embedded)}
    return brief, tuple(_placements(claims, brief, files))


def _placements(
    claims: Sequence[JudgedClaim], brief: Brief, files: dict[str, FileText]
) -> Iterator[Placement]:
    for at, judged in enumerate(claims):
        if not _lacks(judged) or not judged.claim.evidence:
            continue
        following = claims[at + 1] if at + 1 < len(claims) else None
        if following is not None and _is_joined(judged, following):
            continue  # one citation behind the last clause says it for both
        file = files.get(judged.claim.place.path)
        if file is None or judged.claim.place.start < _body(brief, file):
            continue
        evidence = judged.claim.evidence[0]
        end = _end(file.text, judged.claim.place.end)
        yield Placement(
            path=file.path,
            at=end,
            written=f" [@{_written(evidence.seed)}]",
            place=judged.claim.place,
            text=judged.claim.text,
            evidence=evidence,
            sure=_is_sure(judged),
            covers=_covered(claims, at),
        )


def _lacks(judged: JudgedClaim) -> bool:
    claim = judged.claim
    return (
        claim.verdict == "supported" and not claim.cites and isinstance(judged.statement.role, Role)
    )


def _body(brief: Brief, file: FileText) -> int:
    return brief.front.body if file.path == brief.path else 0


def _is_sure(judged: JudgedClaim) -> bool:
    judgement = judged.judgement
    return (
        len(judgement.carried_by) == 1 and judgement.coverage >= SURE and not judgement.differences
    )


def _is_joined(one: JudgedClaim, other: JudgedClaim) -> bool:
    """Whether two claims are clauses of one sentence, or parts of one quotation, of one source."""
    if one.statement.prose is not other.statement.prose or not _lacks(other):
        return False
    if one.claim.evidence[0].seed != (other.claim.evidence or one.claim.evidence)[0].seed:
        return False
    if one.statement.quotation is not None:
        return True
    reading = one.reading
    first, second = one.statement.end - 1, other.statement.start
    return reading.sentence_at(first) == reading.sentence_at(second)


def _covered(claims: Sequence[JudgedClaim], at: int) -> str:
    """Words between the last citation and this claim that nothing carries, and that cite none."""
    judged = claims[at]
    found: list[str] = []
    for before in reversed(claims[:at]):
        if before.statement.prose is not judged.statement.prose or before.claim.cites:
            break
        if before.claim.verdict == "supported":
            if not _is_joined(before, judged):
                break
            continue
        found.append(before.claim.text)
    return " ".join(reversed(found))


def _end(text: str, at: int) -> int:
    """Where a citation goes: behind the stop and the marks that close the words."""
    closing = _CLOSING.match(text, at)
    return closing.end() if closing is not None else at


def _written(name: str) -> str:
    return name if _PLAIN_ID.fullmatch(name) else f"{{{name}}}"


# --- writing -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Edited:
    """One file before and after."""

    path: str
    before: str
    after: str

    def diff(self) -> str:
        """A unified diff, as `patch` and `git apply` take it."""
        return "".join(
            difflib.unified_diff(
                _lines(self.before), _lines(self.after), f"a/{self.path}", f"b/{self.path}"
            )
        )


def _lines(text: str) -> list[str]:
    lines = text.splitlines(keepends=True)
    return [line if line.endswith("\n") else f"{line}\n" for line in lines]


def edits(brief: Brief, placed: Sequence[Placement]) -> tuple[Edited, ...]:
    """The files with the citations written in, everything else as it was."""
    found: list[Edited] = []
    for file in (brief.file, *brief.embedded):
        text = file.text
        own = {one.at: one for one in placed if one.path == file.path}
        for at in sorted(own, reverse=True):
            text = text[:at] + own[at].written + text[at:]
        if own:
            found.append(Edited(file.path, file.text, text))
    return tuple(found)


def write(root: Path, edited: Sequence[Edited]) -> None:
    """Writes the files, each wholly or not at all. Raises Faulty where one was changed since."""
    faults: list[Fault] = []
    ready: list[tuple[Path, bytes]] = []
    for one in edited:
        path = root / one.path
        data = path.read_bytes()
        mark = _BOM if data.startswith(_BOM) else b""
        if data != mark + one.before.encode():
            faults.append(
                Fault(one.path, "the file was changed meanwhile", "run the command again")
            )
        ready.append((path, mark + one.after.encode()))
    if faults:
        raise Faulty(faults)
    for path, data in ready:
        write_atomically(path, data)
