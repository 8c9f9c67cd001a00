"""The briefs, notes and angles whose words rest on a source, and what of it lost its ground."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from nutgraf.app.check import Shelf, source_ids
from nutgraf.app.checking import check_brief
from nutgraf.app.rechecking.looked import Affected, Looked, Use
from nutgraf.app.record import record_of
from nutgraf.errors import Faulty, Usage
from nutgraf.evidence.drift.change import Change
from nutgraf.model import Brief, Claim, FileText, Finding
from nutgraf.workspace.loading import Entry, Workspace

Found = tuple[Use, str, Finding]
RULE = "source-drift"
_TYPES = ("brief", "note", "angle")


def with_affected(workspace: Workspace, looked: Sequence[Looked]) -> tuple[Looked, ...]:
    """Each look with the words that lose their ground by it; the workspace is read for them.

    A brief that cannot be read is left out: whoever checks it is told.
    """
    drifted = {one.source.id.casefold() for one in looked if one.drifted}
    if not drifted:
        return tuple(looked)
    workspace.memo.pop("looks", None)
    found = list(_findings(workspace, drifted))
    return tuple(replace(one, affected=_of(one, found)) if one.drifted else one for one in looked)


def _findings(workspace: Workspace, sources: Collection[str]) -> Iterator[Found]:
    """What the rule finds in every brief, note and angle that may rest on one of the sources."""
    shelf = Shelf(workspace.root)
    ids = source_ids(workspace)
    for entry in naming(workspace, sources):
        try:
            brief = workspace.brief(entry.path) if entry.type == "brief" else workspace.alone(entry)
            record = record_of(workspace, brief)
        except (Faulty, Usage):
            continue
        if not sources & record.looks.keys():
            continue
        use = Use(entry.path, entry.type, record.sent)
        checked = check_brief(
            brief,
            ids,
            settings=workspace.settings,
            select=[RULE],
            indexer=shelf.index,
            record=record,
        )
        for finding in checked.findings:
            if finding.stet is None:
                yield use, _words(brief, checked.claims, finding), finding


def naming(workspace: Workspace, sources: Collection[str]) -> tuple[Entry, ...]:
    """The briefs, notes and angles that name one of the sources, or what names it, in that order.

    `sources` are case-folded ids.
    """
    entries = [one for one in workspace.entries.values() if one.type in _TYPES]
    texts = {one.path: _text(workspace, one) for one in entries}
    names = {name: re.compile(rf"(?<!\w){re.escape(name)}(?!\w)") for name in sources}
    found: dict[str, Entry] = {}
    while True:
        new = [
            one
            for one in entries
            if one.path not in found
            and any(name.search(texts[one.path]) for name in names.values())
        ]
        if not new:
            break
        found.update({one.path: one for one in new})
        names = {one.id: re.compile(rf"(?<!\w){re.escape(one.id.casefold())}(?!\w)") for one in new}
    return tuple(sorted(found.values(), key=lambda one: (_TYPES.index(one.type), one.path)))


def _text(workspace: Workspace, entry: Entry) -> str:
    note = workspace.note(entry.path)
    return note.file.text.casefold() if note is not None else ""


def _of(looked: Looked, found: Sequence[Found]) -> tuple[Affected, ...]:
    """What one look does to the words of others: each place once, those of sent briefs first."""
    uses: dict[tuple[str, int, Change | None], list[Use]] = {}
    first: dict[tuple[str, int, Change | None], Affected] = {}
    for use, words, finding in found:
        change = change_of(looked, finding)
        if change is None and not _is_about(looked, finding):
            continue
        place = finding.place
        key = (place.path, place.start, change)
        known = uses.setdefault(key, [])
        if use not in known:
            known.append(use)
        first.setdefault(key, Affected(place, words if change else "", finding, (), change))
    told = [
        replace(one, uses=tuple(sorted(uses[key], key=lambda use: (not use.sent, use.path))))
        for key, one in first.items()
    ]
    order = lambda one: (not any(use.sent for use in one.uses), one.place.path, one.place.start)  # noqa: E731
    return tuple(sorted(told, key=order))


def change_of(looked: Looked, finding: Finding) -> Change | None:
    """The change that a finding is about; None where it is about the page as a whole."""
    if not finding.evidence or finding.evidence[0].place.path != looked.source.file.path:
        return None
    at = finding.evidence[0].place.start - looked.source.front.body
    end = finding.evidence[0].place.end - looked.source.front.body
    return next((one for one in looked.drift.changes if one.before == (at, end)), None)


def _is_about(looked: Looked, finding: Finding) -> bool:
    """Whether a finding tells that this page is gone, or is another one."""
    named = re.search(rf"(?<!\w){re.escape(looked.source.id)}(?!\w)", finding.message)
    return looked.state in ("gone", "replaced") and not finding.evidence and named is not None


def _words(brief: Brief, claims: Sequence[Claim], finding: Finding) -> str:
    """The claim that a finding is about, or what stands at its place."""
    claim = next((one for one in claims if one.id == finding.claim), None)
    if claim is not None:
        return claim.text
    place = finding.place
    files: tuple[FileText, ...] = (brief.file, *brief.embedded)
    text = next((one.text for one in files if one.path == place.path), "")
    return " ".join(text[place.start : place.end].split())
