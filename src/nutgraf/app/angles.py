"""The angles of a workspace: what each rests on, whether the sources have it, and where it is used.

Angles are the notes in `angles/`, and the bullets and paragraphs of the Newsletter Angles of the
annotated seeds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from nutgraf.app.angles_used import angles_of, used_angles
from nutgraf.app.check import Shelf, check_entry
from nutgraf.app.checked import Checked
from nutgraf.app.record import sent_ids
from nutgraf.checks.angles.angle_repeat import NEAR
from nutgraf.desk.approval_files import approved_ids
from nutgraf.desk.corrections import read_corrections
from nutgraf.errors import Fault, Faulty
from nutgraf.language.alike import likeness
from nutgraf.model import Brief, Finding, Place, Role
from nutgraf.workspace.loading import Entry, Workspace

BriefState = Literal["draft", "approved", "sent"]
_RULE = "angle-as-fact"


@dataclass(frozen=True)
class Use:
    """A brief that has an angle, how far it has come, and its corrections that touch the angle."""

    brief: str
    day: date
    state: BriefState
    corrected: tuple[str, ...] = ()


@dataclass(frozen=True)
class ListedAngle:
    """One angle and what is known of it.

    `basis` are the ids that it lists or cites, `unknown` those of them that nothing has. `carried`
    of its `claims` stand in the pack; `missing` are the words of its premises that do not,
    `findings` the names of the other rules that ask for something. `near` are other angles, by
    their places, that say nearly the same.
    """

    id: str
    title: str
    text: str
    place: Place
    status: str
    basis: tuple[str, ...]
    unknown: tuple[str, ...]
    claims: int
    carried: int
    missing: tuple[str, ...]
    findings: tuple[str, ...]
    used: tuple[Use, ...] = ()
    near: tuple[str, ...] = ()

    @property
    def corrected(self) -> tuple[str, ...]:
        """The ids of the corrections that touch it."""
        return tuple(dict.fromkeys(each for use in self.used for each in use.corrected))

    @property
    def gone(self) -> bool:
        """Whether readers have it, or will have it as it is approved."""
        return any(use.state != "draft" for use in self.used)


def angles(workspace: Workspace) -> tuple[tuple[ListedAngle, ...], tuple[Fault, ...]]:
    """Every angle, the one that wants most work first, and what is wrong with files on the way."""
    faults: list[Fault] = []
    shelf = Shelf(workspace.root)
    found: list[ListedAngle] = []
    for entry in workspace.entries.values():
        if entry.type in ("angle", "note"):
            try:
                found += _of(workspace, entry, shelf)
            except Faulty as faulty:
                faults += faulty.faults
    uses = _uses(workspace)
    told = [
        replace(
            one,
            used=uses.get((one.place.path, one.place.start), ()),
            near=tuple(_near(one, found)),
        )
        for one in found
    ]
    return tuple(sorted(told, key=_order)), tuple(dict.fromkeys(faults))


def _order(one: ListedAngle) -> tuple[int, int, int, int, str, int]:
    missing, unknown, findings = len(one.missing), len(one.unknown), len(one.findings)
    return -len(one.corrected), -missing, -unknown, -findings, one.place.path, one.place.start


def _of(workspace: Workspace, entry: Entry, shelf: Shelf) -> Iterator[ListedAngle]:
    note = workspace.note(entry.path)
    if note is None or not _has_angles(workspace, entry):
        return
    checked = check_entry(workspace, entry, shelf)
    values = note.front.values
    listed = [str(name) for name in values.get("basis") or ()]
    status = str(values.get("status") or "").strip() or "open"
    for words in angles_of(checked.brief):
        place = words.prose.place()
        if place.path != entry.path:
            continue  # what another file has is told there
        cites = [cite.id for citation in words.citations for cite in citation.cites]
        basis = tuple(dict.fromkeys([*listed, *cites]))
        of_note = entry.type == "note"
        yield _listed(
            checked,
            place,
            id=f"{entry.id}:{place.line}" if of_note else entry.id,
            title=note.title if not of_note else "",
            text=words.text,
            status="noted" if of_note else status,
            basis=basis,
            unknown=tuple(
                name for name in basis if workspace.entry(name.partition("#")[0]) is None
            ),
        )


def _has_angles(workspace: Workspace, entry: Entry) -> bool:
    """Whether it is worth composing and checking."""
    note = workspace.note(entry.path)
    return note is not None and (
        entry.type == "angle"
        or any(s.role is Role.ANGLES and s.blocks for story in note.stories for s in story.sections)
    )


def _listed(
    checked: Checked,
    place: Place,
    *,
    id: str,  # noqa: A002 - what it is called everywhere
    title: str,
    text: str,
    status: str,
    basis: tuple[str, ...],
    unknown: tuple[str, ...],
) -> ListedAngle:
    claims = [one for one in checked.claims if _lies_in(one.place, place)]
    findings = [one for one in checked.findings if one.stet is None and _lies_in(one.place, place)]
    return ListedAngle(
        id=id,
        title=title,
        text=text,
        place=place,
        status=status,
        basis=basis,
        unknown=unknown,
        claims=len(claims),
        carried=sum(one.verdict == "supported" for one in claims),
        missing=tuple(_words(checked.brief, one) for one in findings if one.rule == _RULE),
        findings=tuple(
            one.rule for one in findings if one.rule != _RULE and one.severity != "note"
        ),
    )


def _words(brief: Brief, finding: Finding) -> str:
    place = finding.place
    return " ".join(brief.file.text[place.start : place.end].split())


def _lies_in(place: Place, around: Place) -> bool:
    return place.path == around.path and around.start <= place.start and place.end <= around.end


def _uses(workspace: Workspace) -> Mapping[tuple[str, int], tuple[Use, ...]]:
    """The briefs that have an angle, by where its words begin, the oldest first."""
    approved, sent = set(approved_ids(workspace.root)), sent_ids(workspace)
    corrections = read_corrections(workspace.root)
    found: dict[tuple[str, int], list[Use]] = {}
    for entry in workspace.briefs():
        state: BriefState = "draft"
        if entry.id in sent:
            state = "sent"
        elif entry.id in approved:
            state = "approved"
        with suppress(Faulty):  # whoever checks that brief is told of it
            for one in used_angles(workspace.brief(entry.path), corrections):
                use = Use(one.brief, one.day, state, one.corrected)
                found.setdefault((one.place.path, one.place.start), []).append(use)
    return {where: tuple(uses) for where, uses in found.items()}


def _near(one: ListedAngle, others: Sequence[ListedAngle]) -> Iterator[str]:
    for other in others:
        if other is not one and likeness(one.text, other.text) >= NEAR:
            yield f"{other.place.path}:{other.place.line}"
