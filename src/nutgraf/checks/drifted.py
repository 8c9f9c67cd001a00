"""Pages of which a later text is kept, and words of a brief whose ground was changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from nutgraf.checks.case import Case
from nutgraf.evidence.drift.change import Change, Drift
from nutgraf.evidence.drift.compare import PageText, captured_page, compare
from nutgraf.evidence.index import Index
from nutgraf.evidence.pack import ReadSource
from nutgraf.model import Evidence, FileText, Look, Place


@dataclass(frozen=True)
class Drifted:
    """A source whose page is another one now, with both texts as read."""

    read: ReadSource
    look: Look
    drift: Drift
    later: Index

    def old_words(self, change: Change) -> Evidence:
        """The captured words, in the sentence that has them where they are few."""
        return self.read.evidence(*change.before)

    def new_words(self, change: Change) -> Evidence | None:
        """The sentence that stands there now, in the later text; None where none does."""
        span = change.new_passage
        if span is None:
            return None
        at = self.look.body
        day = self.look.when.date().isoformat()
        place = self.look.file.place(at + span[0], at + span[1])
        return Evidence(f"{self.read.source.id} on {day}", self.look.text[slice(*span)], place)


@dataclass(frozen=True)
class Loss:
    """Words of the brief whose ground was changed, and how.

    `elsewhere` are the other sources of the pack that still carry it. Where it is not `sure`, the
    page has other words for some of the brief's, and may mean the same.
    """

    place: Place
    source: str
    change: Change
    claim: str | None
    said: str
    elsewhere: tuple[str, ...] = ()
    sure: bool = True


def drifted_sources(case: Case) -> Iterator[Drifted]:
    """The sources of the pack of which a later text is kept."""
    for key, look in case.record.looks.items():
        read = case.pack.sources.get(key)
        if read is None or look.outcome != "changed":
            continue
        source = read.source
        drift = compare(captured_page(source), PageText(look.text, look.title))
        front = replace(source.front, body=look.body)
        later = read.indexer(replace(source, file=_without_notices(look, drift), front=front))
        yield Drifted(read, look, drift, later)


def _without_notices(look: Look, drift: Drift) -> FileText:
    """The later text with blanks for what tells of its own faults: it repeats what was wrong."""
    text = look.file.text
    for change in drift.changes:
        if change.kind == "notice":
            low, high = (look.body + at for at in change.after)
            text = f"{text[:low]}{' ' * (high - low)}{text[high:]}"
    return FileText(look.file.path, text)
