"""Looks for what a brief leaves out of its pack, weighs it, and finds its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from nutgraf.app.accept import asked_of, lines_of
from nutgraf.app.check import Shelf
from nutgraf.app.checked import Checked
from nutgraf.app.suggesting.already import Already
from nutgraf.app.suggesting.answers import further_answers
from nutgraf.app.suggesting.candidate import Candidate
from nutgraf.app.suggesting.figures import unused_figures
from nutgraf.app.suggesting.found import contrary_evidence, offered_lines
from nutgraf.app.suggesting.gaps import further_gaps
from nutgraf.app.suggesting.quotations import unused_quotations
from nutgraf.app.suggesting.room import room_of
from nutgraf.checks.case import Case
from nutgraf.checks.email.over_budget import length
from nutgraf.evidence.offered.said import said
from nutgraf.evidence.pack import read_pack
from nutgraf.model import Brief, Suggestion
from nutgraf.workspace.formats import label
from nutgraf.workspace.loading import Workspace


def suggestions(workspace: Workspace, checked: Checked, shelf: Shelf) -> tuple[Suggestion, ...]:
    """What the pack of a checked brief holds and the brief does not tell, most valuable first."""
    brief = checked.brief
    already = Already(Case(brief, read_pack(brief.pack, shelf.index, brief.sent_before), ()))
    found = {one.offer.line: one for one in _found(workspace, checked, already)}
    ranked = sorted(found.values(), key=lambda one: one.rank)
    asked = asked_of(workspace, brief, ranked, shelf)
    weighed = [
        replace(one, careful=(*one.careful, *asked[one.offer.line]))
        for one in ranked
        if one.offer.line in asked
    ]
    return tuple(_placed(workspace, brief, weighed))


def _found(workspace: Workspace, checked: Checked, already: Already) -> Iterator[Candidate]:
    """What the check asks for, then what no finding speaks of."""
    yield from offered_lines(lines_of(workspace, checked))
    yield from contrary_evidence(already.case, checked.findings)
    taken = [
        evidence
        for finding in checked.findings
        if finding.offers or finding.stet is not None
        for evidence in (
            *finding.evidence,
            *(one for offer in finding.offers for one in offer.evidence),
        )
    ]
    quoted = said(already.case.pack)
    yield from further_answers(already, taken, quoted)
    yield from further_gaps(already, taken)
    yield from unused_quotations(already, taken, quoted)
    yield from unused_figures(already, taken)


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
