"""Corrections: the sent briefs that said a thing, the record of it, and the next brief's item."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from nutgraf.app.archive import went_out
from nutgraf.app.correction_item import item_of, put_into
from nutgraf.app.corrections import Known, known
from nutgraf.deliver.ledgers import Sending
from nutgraf.desk.approval_files import approved_ids
from nutgraf.desk.clock import on_the_clock
from nutgraf.desk.corrections import correction, keep_correction
from nutgraf.desk.said_before import Again, again
from nutgraf.errors import Faulty, Usage
from nutgraf.evidence.statements import statements
from nutgraf.model import Correction, Gravity, Place
from nutgraf.workspace.loading import Entry, Workspace


@dataclass(frozen=True)
class Said:
    """A brief that was sent and said it: the words as readers had them.

    `places` are where the words still stand in the files that it was made from, notes and angles
    too.
    """

    sending: Sending
    again: Again
    places: tuple[Place, ...]

    @property
    def id(self) -> str:
        return self.sending.mailing.key


@dataclass(frozen=True)
class Opened:
    """A correction that was kept, and the brief that its item was put into, if there is one."""

    correction: Correction
    item: str
    brief: Entry | None


def find(workspace: Workspace, words: str) -> tuple[Said, ...]:
    """Every brief that was sent and said those words, the oldest first.

    Read in what was frozen for its readers, so that what was embedded counts, and what was edited
    since does not. Raises Usage where no brief that was sent says so.
    """
    if len(words.split()) < _FEWEST:
        raise Usage(f"“{words}” is too little to find", "give the words as readers had them")
    sent = sorted(went_out(workspace), key=lambda one: (one.begun, one.mailing.key))
    found = [
        Said(one, told, tuple(_places(workspace, one.mailing.key, words)))
        for one in sent
        if (told := again(one.mailing.text, words)) is not None
    ]
    if not found:
        raise _nobody_said(workspace, words, [one.mailing.key for one in sent])
    return tuple(found)


_FEWEST = 2


def correct(
    workspace: Workspace,
    found: Sequence[Said],
    *,
    severity: Gravity,
    said: str,
    right: str,
    by: str,
    now: datetime,
) -> Opened:
    """Opens a correction of what those briefs said, and puts its item into the next brief.

    That is the first brief after them that was neither sent nor approved; where there is none,
    `new brief` will put it in. Raises Usage and Faulty.
    """
    for name, text in (("said", said), ("right", right)):
        if not text.strip():
            raise Usage(f"what was {name} is empty", "say it in a sentence")
    opened = correction(
        opened=now.replace(microsecond=0),
        by=by,
        severity=severity,
        said=" ".join(said.split()),
        right=" ".join(right.split()),
        said_on=on_the_clock(found[-1].sending.begun, workspace.settings.time_zone).date(),
        briefs=[one.id for one in found],
    )
    keep_correction(workspace.root, opened)
    item = item_of(opened, workspace.settings.language)
    brief = next_brief(workspace, opened.briefs) if opened.owed else None
    if brief is not None:
        put_into(workspace, brief, item)
    return Opened(opened, item, brief)


def next_brief(workspace: Workspace, after: Collection[str]) -> Entry | None:
    """The first brief after those that may still be edited: neither sent nor approved."""
    over = {one.mailing.key for one in went_out(workspace)} | set(approved_ids(workspace.root))
    order = workspace.briefs()
    last = max((at for at, entry in enumerate(order) if entry.id in after), default=-1)
    return next((entry for entry in order[last + 1 :] if entry.id not in over), None)


def known_corrections(workspace: Workspace) -> tuple[Known, ...]:
    """Every correction and what has become of it, the newest first. Raises Faulty and Usage."""
    return known(workspace, went_out(workspace))


def _places(workspace: Workspace, brief_id: str, words: str) -> Iterator[Place]:
    """Where the files of a brief say it, as they are now; nowhere, where they cannot be read."""
    entry = workspace.entry(brief_id)
    if entry is None:
        return
    try:
        brief = workspace.brief(entry.path)
    except (Faulty, Usage):
        return
    for statement in statements(brief):
        if again(statement.text, words) is not None:
            yield statement.place


def _nobody_said(workspace: Workspace, words: str, sent: Sequence[str]) -> Usage:
    if not sent:
        return Usage("no brief has gone out yet", "mend it in the file; nothing is to be corrected")
    for entry in reversed(workspace.briefs()):
        if entry.id in sent:
            continue
        for place in _places(workspace, entry.id, words):
            return Usage(
                f"no brief that was sent says “{words}”; {entry.id} does, and has not gone out",
                f"mend it at {place.path}:{place.line}:{place.column}",
            )
    return Usage(
        f"no brief that was sent says “{words}”",
        "give a few words as readers had them: see `nutgraf archive`, or the email",
    )
