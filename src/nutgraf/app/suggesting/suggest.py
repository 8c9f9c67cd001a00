"""What the pack of a brief holds and the brief does not use, the most valuable first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nutgraf.app.accept import asked_of, lines_of
from nutgraf.app.check import Shelf, check_entry
from nutgraf.app.suggesting.already import Already
from nutgraf.app.suggesting.answers import further_answers
from nutgraf.app.suggesting.candidate import Candidate
from nutgraf.app.suggesting.found import contrary_evidence, offered_lines
from nutgraf.app.suggesting.gaps import further_gaps
from nutgraf.app.suggesting.room import room_of
from nutgraf.checks.case import Case
from nutgraf.checks.email.over_budget import length
from nutgraf.evidence.pack import read_pack
from nutgraf.model import Brief, Evidence, Suggestion
from nutgraf.workspace.formats import label
from nutgraf.workspace.loading import Entry, Workspace


@dataclass(frozen=True)
class Suggested:
    """A brief, and what it might take in, the most valuable first."""

    brief: Brief
    suggestions: tuple[Suggestion, ...]


def suggest(workspace: Workspace, entry: Entry) -> Suggested:
    """What the pack of a brief holds and the brief does not say in any words.

    Nothing is written. What an editor let stand with a stet is not suggested. Raises Faulty where
    the brief is wrong.
    """
    shelf = Shelf(workspace.root)
    checked = check_entry(workspace, entry, shelf)
    brief = checked.brief
    offers = lines_of(workspace, checked)
    already = Already(Case(brief, read_pack(brief.pack, shelf.index, brief.sent_before), ()))
    taken = [
        evidence
        for finding in checked.findings
        if finding.offers or finding.stet is not None
        for evidence in finding.evidence
    ]
    found = [*offered_lines(offers), *contrary_evidence(already.case, checked.findings)]
    further = [*_further(already, taken)]
    found += _weighed(workspace, brief, further)
    found.sort(key=lambda one: one.rank)
    return Suggested(brief, tuple(_placed(workspace, brief, found)))


def _further(already: Already, taken: Sequence[Evidence]) -> Iterator[Candidate]:
    """What no finding speaks of."""
    yield from further_answers(already, taken)
    yield from further_gaps(already, taken)


def _weighed(
    workspace: Workspace, brief: Brief, candidates: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Those whose lines can stand in a brief, each with what the check would ask about it.

    They are looked at by themselves, in a brief that holds nothing else.
    """
    form = workspace.styles.format(brief.format)
    parts = [brief.file.text[: brief.front.body]]
    for one in candidates:
        line = one.offer.line
        block = line if line.startswith(">") else f"- {line}"
        parts.append(f"## {label(form, one.offer.role)}\n\n{block}\n\n")
    if not candidates:
        return
    lines = [one.offer.line for one in candidates]
    asked = asked_of(workspace, brief, lines, "".join(parts))
    for one in candidates:
        if one.offer.line in asked:
            yield replace(one, careful=(*one.careful, *asked[one.offer.line]))


def _placed(workspace: Workspace, brief: Brief, found: Sequence[Candidate]) -> Iterator[Suggestion]:
    """Each with its section, and the room that the format's budget leaves for it there."""
    form = workspace.styles.format(brief.format)
    room = room_of(brief, form.budgets)
    for one in found:
        story, role = one.offer.story, one.offer.role
        words = length(one.offer.line.partition(" [@")[0])
        made = Suggestion(
            kind=one.kind,
            why=one.why,
            offer=one.offer,
            heading=label(form, role),
            words=words,
            speaker=one.speaker,
            speaker_role=one.speaker_role,
            careful=one.careful,
            accepted=one.accepted,
            room=room.left(story, role),
        )
        if made.fits:
            room.take(story, role, words)
        yield made
