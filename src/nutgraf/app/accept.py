"""What the check offers for a brief, and writing it in: lines of the sources' words, cited."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from nutgraf.app.check import Shelf, check_entry, source_ids
from nutgraf.app.checked import Checked
from nutgraf.app.cite import Edited, write
from nutgraf.app.record import record_of
from nutgraf.app.standing import begun_sending, standing
from nutgraf.errors import Usage
from nutgraf.model import Brief, Finding, Offer, Role
from nutgraf.workspace.formats import label
from nutgraf.workspace.inserting import with_line
from nutgraf.workspace.loading import Entry, Workspace

_LEANS = re.compile(r"(?:He|She|They|His|Her|Their|Its|These|Those)\b")
# What is lost is asked first, then who was not heard, then on what reports differ.
_ORDER = {Role.UNKNOWNS: 0, Role.DIFFER: 2}
_BETWEEN = 1


@dataclass(frozen=True)
class Offered:
    """A line that a finding offers, and the heading of the section that it goes into.

    `careful` is what to know before it is taken: what the check would ask about the line itself.
    """

    finding: Finding
    offer: Offer
    heading: str
    careful: tuple[str, ...] = ()


def offered(workspace: Workspace, entry: Entry) -> tuple[Brief, tuple[Offered, ...]]:
    """What the check of a brief offers, each line once, and none that would have to be fixed.

    Raises Usage where the brief is approved or its sending was begun, and Faulty where it is wrong.
    """
    refuse_settled(workspace, entry)
    shelf = Shelf(workspace.root)
    checked = check_entry(workspace, entry, shelf)
    lines = lines_of(workspace, checked)
    return checked.brief, tuple(_weighed(workspace, checked.brief, lines, shelf))


class Holds(Protocol):
    """What holds a line for a brief."""

    @property
    def offer(self) -> Offer: ...


def lines_of(workspace: Workspace, checked: Checked) -> tuple[Offered, ...]:
    """The lines that the findings of a check offer for its brief, in order, not yet weighed."""
    brief = checked.brief
    form = workspace.styles.format(brief.format)
    found: dict[tuple[int, str], Offered] = {}
    for finding in checked.findings:
        for offer in finding.offers if finding.stet is None else ():
            if offer.line in brief.file.text:
                continue  # it was taken before
            one = Offered(finding, offer, label(form, offer.role))
            found.setdefault((offer.story, offer.line), one)
    return tuple(sorted(found.values(), key=_rank))


def _weighed(
    workspace: Workspace, brief: Brief, offers: Sequence[Offered], shelf: Shelf
) -> Iterator[Offered]:
    """The lines that can stand in the brief, each with what the check would ask about it."""
    asked = asked_of(workspace, brief, offers, shelf)
    for one in offers:
        if one.offer.line in asked:
            yield replace(one, careful=asked[one.offer.line])


def asked_of(
    workspace: Workspace, brief: Brief, taken: Sequence[Holds], shelf: Shelf
) -> Mapping[str, tuple[str, ...]]:
    """What the check would ask about each line if all of them stood in a brief.

    Lines that would have to be fixed are left out. `shelf` knows what of the brief was judged.
    """
    if not taken:
        return {}
    text = edited(workspace, brief, taken).after
    told = _findings_on(workspace, brief, text, shelf)
    found: dict[str, tuple[str, ...]] = {}
    for line in (one.offer.line for one in taken):
        at = text.index(line)
        own = [
            finding
            for finding in told
            if at <= finding.place.start < at + len(line) and finding.stet is None
        ]
        if all(finding.severity != "error" for finding in own):
            found[line] = (
                *(
                    f"the check will ask about it: {finding.message}"
                    for finding in own
                    if finding.severity == "warning"
                ),
                *_leaning(line),
            )
    return found


def _leaning(line: str) -> tuple[str, ...]:
    """What to know of a line that begins with a word for what its source names before."""
    who = _LEANS.match(line)
    return () if who is None else (f"“{who[0]}” stands for what the source names before",)


def _findings_on(workspace: Workspace, brief: Brief, text: str, shelf: Shelf) -> list[Finding]:
    """What the check would say of the file of a brief if it held that text."""
    from nutgraf.app.checking import check_brief  # noqa: PLC0415 - where something is offered

    then = workspace.with_text(brief.path, text)
    made = then.brief(brief.path)
    checked = check_brief(
        made,
        source_ids(workspace),
        settings=workspace.settings,
        indexer=shelf.index,
        memory=shelf.memory,
        record=record_of(workspace, made),
    )
    return [one for one in checked.findings if one.place.path == brief.path]


def _rank(one: Offered) -> tuple[int, int]:
    return one.offer.story, _ORDER.get(one.offer.role, _BETWEEN)


def refuse_settled(workspace: Workspace, entry: Entry) -> None:
    """Raises Usage where a brief is approved, or its sending was begun."""
    if begun_sending(workspace, entry.id) is not None:
        raise Usage(
            f"“{entry.id}” goes out, or has gone out: nothing is put into it",
            'what it said is put right with: nutgraf correct "WORDS"',
        )
    if standing(workspace, entry).holds:
        raise Usage(
            f"“{entry.id}” is approved as it is: nothing is put into it",
            f"take the approval back first: nutgraf approve {entry.id} --withdraw",
        )


def edited(
    workspace: Workspace, brief: Brief, taken: Sequence[Holds], text: str | None = None
) -> Edited:
    """The file of a brief with some lines written in, everything else as it was.

    `text` is what stands in the file, where that is not what was read any more.
    """
    form = workspace.styles.format(brief.format)
    before = brief.file.text if text is None else text
    after = before
    for one in taken:
        note = workspace.with_text(brief.path, after).note(brief.path)
        assert note is not None
        after = with_line(note, form, one.offer.role, one.offer.story, one.offer.line)
    return Edited(brief.path, before, after)


def take(workspace: Workspace, brief: Brief, one: Holds, text: str) -> str:
    """Writes one line into the file, which holds `text`; returns what it holds now.

    The file is written wholly or not at all. Raises Faulty where it was changed meanwhile.
    """
    made = edited(workspace, brief, [one], text)
    write(workspace.root, [made])
    return made.after
