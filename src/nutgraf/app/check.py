"""Checks briefs, notes and angles: what the rules find, and what the pack says of each claim.

What was found is kept on disk, and what reads and compares is loaded only where something has to
be checked anew.
"""

# ruff: noqa: PLC0415 - see above

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from nutgraf.app.check_cache import Kept, kept, known
from nutgraf.app.checked import Checked
from nutgraf.app.record import record_of
from nutgraf.errors import Usage
from nutgraf.model import Brief, Role, Source, StoodBy
from nutgraf.workspace.loading import Entry, Workspace

if TYPE_CHECKING:
    from nutgraf.app.judging import Judging
    from nutgraf.app.reading_cache import Library
    from nutgraf.checks.email.answers import Ask
    from nutgraf.checks.record import Record
    from nutgraf.evidence.index import Index
    from nutgraf.evidence.memory import Memory

# These rules read the email, and an email has to be rendered: `build` does, `check` if asked to.
_EMAIL = "email"


@dataclass
class Shelf:
    """The sources of the workspace in the folder `root`, opened when the first one is read."""

    root: Path
    _opened: list[Library] = field(default_factory=list)
    _judged: list[Memory] = field(default_factory=list)

    @property
    def memory(self) -> Memory:
        """What was judged of the brief that was checked last: its claims are not judged again."""
        if not self._judged:
            from nutgraf.evidence.memory import Memory

            self._judged.append(Memory())
        return self._judged[0]

    def index(self, source: Source) -> Index:
        """The index of a source's body, read once for all briefs."""
        if not self._opened:
            from nutgraf.app.reading_cache import library_of

            self._opened.append(library_of(self.root))
        return self._opened[0].index(source)


def check(
    workspace: Workspace,
    names: Sequence[str],
    *,
    everything: bool = False,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    together: bool = False,
    ask: Ask | None = None,
) -> tuple[Checked, ...]:
    """What those names stand for, checked: briefs, notes, angles, folders of them.

    Without names the newest brief, or every brief with `everything`. Many are checked `together`
    in processes of their own, which a program that is run as a file must be written for. `ask`
    asks the servers of the links in the email. Raises Usage and Faulty as `Workspace.brief` does.
    """
    entries = meant(workspace, names) if names else chosen(workspace, (), everything=everything)
    if together and len(entries) > 1 and ask is None:
        _check_together(workspace, entries, select, ignore)
    shelf = Shelf(workspace.root)
    return tuple(
        check_entry(workspace, entry, shelf, select=select, ignore=ignore, ask=ask)
        for entry in entries
    )


def _check_together(
    workspace: Workspace, entries: Sequence[Entry], select: Collection[str], ignore: Collection[str]
) -> None:
    """Has those checked that are not kept, by several processes where they are many."""
    from nutgraf.app.together import FEWEST, Asked, check_together

    if len(entries) < FEWEST or _asks_for_email(select):
        return
    anew = [
        entry.path
        for entry in entries
        if known(
            workspace.root,
            brief := _composed(workspace, entry),
            _asked(workspace, brief, alone=_is_alone(entry), select=select, ignore=ignore),
        )
        is None
    ]
    check_together(Asked(workspace.root, tuple(select), tuple(ignore)), anew)


def check_entry(
    workspace: Workspace,
    entry: Entry,
    shelf: Shelf,
    *,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    ask: Ask | None = None,
) -> Checked:
    """One brief, note or angle checked; a note and an angle by themselves."""
    alone = _is_alone(entry)
    brief = _composed(workspace, entry)
    email, judging = None, None
    if not alone and (ask is not None or _asks_for_email(select)):
        from nutgraf.app.judging import Judging
        from nutgraf.app.rendering import digests_of

        judging = Judging(workspace, brief, shelf.index)
        email = digests_of(judging).html
    return check_composed(
        workspace,
        brief,
        shelf,
        alone=alone,
        email=email,
        select=select,
        ignore=ignore,
        ask=ask,
        judging=judging,
    )


def known_check(workspace: Workspace, entry: Entry) -> Checked | None:
    """What the last check of a brief said, or None where something has changed since."""
    brief = _composed(workspace, entry)
    asked = _asked(workspace, brief, alone=_is_alone(entry), select=(), ignore=())
    found = known(workspace.root, brief, asked)
    if found is None:
        return None
    return Checked(brief, found.findings, found.claims, found.stood, found.origins, found.matters)


def _is_alone(entry: Entry) -> bool:
    return entry.type != "brief"


def _composed(workspace: Workspace, entry: Entry) -> Brief:
    return workspace.alone(entry) if _is_alone(entry) else workspace.brief(entry.path)


def check_composed(
    workspace: Workspace,
    brief: Brief,
    shelf: Shelf,
    *,
    alone: bool = False,
    email: str | None = None,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    ask: Ask | None = None,
    approving: bool = False,
    judging: Judging | None = None,
) -> Checked:
    """A composed brief checked, or what was found of it when nothing was different.

    `email` is the HTML of its email, where there is one; `alone`: it is a note or an angle;
    `approving`: it is up for approval; `judging` is what its email was made with.
    """
    settings = workspace.settings
    budgets = _budgets(workspace, brief, alone=alone)
    record = record_of(workspace, brief, approving=approving)
    asked = _asked(
        workspace, brief, alone=alone, email=email, select=select, ignore=ignore, record=record
    )
    answers = ask(_web_links(email)) if ask is not None and email else {}
    if answers:
        asked += repr(sorted(answers.items()))

    def work(stood: dict[str, StoodBy]) -> Kept:
        from nutgraf.app.checking import check_brief

        checked = check_brief(
            brief,
            source_ids(workspace),
            settings=settings,
            budgets=budgets,
            email=email,
            answers=answers,
            select=select,
            ignore=ignore,
            indexer=shelf.index,
            stood=stood,
            memory=shelf.memory,
            record=record,
            judged=judging.case if judging is not None else None,
        )
        return Kept(
            checked.findings,
            checked.claims,
            dict(checked.stood),
            checked.origins,
            checked.matters,
        )

    found = kept(workspace.root, brief, asked, work)
    return Checked(brief, found.findings, found.claims, found.stood, found.origins, found.matters)


def _web_links(email: str) -> Sequence[str]:
    from nutgraf.checks.email.link_broken import web_links

    return web_links(email)


def _budgets(workspace: Workspace, brief: Brief, *, alone: bool) -> Mapping[Role, int]:
    return {} if alone else workspace.styles.format(brief.format).budgets


def _asked(
    workspace: Workspace,
    brief: Brief,
    *,
    alone: bool,
    email: str | None = None,
    select: Collection[str],
    ignore: Collection[str],
    record: Record | None = None,
) -> str:
    """Everything that a check depends on, the words of the brief and of its pack aside."""
    settings = workspace.settings
    told = [
        sorted(select),
        sorted(ignore),
        email,
        sorted(_budgets(workspace, brief, alone=alone).items()),
        settings.postal_address,
        settings.policy.citations,
        sorted(settings.policy.severity.items()),
        sorted(source_ids(workspace)),
        repr(record or record_of(workspace, brief)),
    ]
    return json.dumps(told)


def _asks_for_email(select: Collection[str]) -> bool:
    if not select:
        return False
    from nutgraf.engine import selected

    return any(rule.family == _EMAIL for rule in selected(select))


def known_rules() -> tuple[str, ...]:
    """The names of every rule, its aliases and every family."""
    from nutgraf.engine import known_names

    return known_names()


def source_ids(workspace: Workspace) -> tuple[str, ...]:
    """The ids of all sources of the workspace."""
    return tuple(entry.id for entry in workspace.entries.values() if entry.type == "source")


def meant(workspace: Workspace, names: Sequence[str]) -> tuple[Entry, ...]:
    """The briefs, notes and angles of those names, paths and folders. Raises Usage."""
    found = {entry.path: entry for name in names for entry in _meant(workspace, name)}
    return tuple(found.values())


def _meant(workspace: Workspace, name: str) -> Iterator[Entry]:
    entry = workspace.entry(name)
    if entry is not None and entry.type != "source":
        yield entry
        return
    folder = name.removeprefix("./").rstrip("/") + "/"
    below = [one for one in workspace.entries.values() if one.path.startswith(folder)]
    if entry is None and below:
        yield from (one for one in below if one.type != "source")
        return
    yield workspace.brief_entry(name)  # which says what is wrong with the name


def chosen(
    workspace: Workspace, names: Sequence[str], *, everything: bool = False
) -> tuple[Entry, ...]:
    """The briefs that are meant, oldest first; without names the newest. Raises Usage."""
    briefs = workspace.briefs()
    if not briefs:
        raise Usage("there is no brief in briefs/", "begin one: nutgraf new brief NAME")
    if everything:
        return briefs
    if not names:
        return briefs[-1:]
    return tuple(workspace.brief_entry(name) for name in names)
