"""Begins a brief: what has come in since the last one stands in it, ready to be kept."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from nutgraf.app.check import Shelf
from nutgraf.app.correction_item import item_of
from nutgraf.app.corrections import unsettled
from nutgraf.app.new_brief.choosing import Chosen, chosen
from nutgraf.app.new_brief.report_of_week import report_of_week
from nutgraf.app.new_brief.rhythm import next_day
from nutgraf.app.new_brief.since import Since, is_unfinished, since_last_brief
from nutgraf.app.new_brief.still_open import still_open
from nutgraf.app.new_brief.told_since import newer_sources, told_since
from nutgraf.app.new_brief.weighing import Brought, Weighed, weighed
from nutgraf.app.scaffold import PROMPTS, Made, write_new
from nutgraf.app.scaffold_names import day_named, file_name, free_path, title_of, yaml_text
from nutgraf.errors import Usage
from nutgraf.model import Role
from nutgraf.workspace.formats import Format, full_order, known_headings, label
from nutgraf.workspace.loading import Workspace
from nutgraf.workspace.roles import DEFAULT_LABELS, role_of

# What every brief is asked for; the other roles come in where a note holds something for them.
_ASKED = frozenset(
    {
        Role.SUMMARY,
        Role.POINTS,
        Role.ANGLES,
        Role.DATA,
        Role.QUOTES,
        Role.UNKNOWNS,
        Role.NEXT,
        Role.TAKEAWAY,
    }
)


@dataclass(frozen=True)
class _Gathered:
    """What stands in a new brief: embeds by role, gaps of the last brief, corrections owed.

    Each gap has the places in newer sources that may tell of it.
    """

    since: Since
    weighed: tuple[Weighed, ...]
    chosen: Mapping[Role, Chosen]
    open: tuple[tuple[str, tuple[str, ...]], ...]
    owed: tuple[str, ...]


def new_brief(workspace: Workspace, name: str | None, *, today: date) -> Made:
    """A brief of the day that `name` is, or of today under a name in words.

    Without a name it is of the next day that the rhythm of the last briefs suggests; `notes` of
    what is made tell why. Its sections stand in the order of the publication's format, each with a
    line to replace. The notes and open angles since the brief before it stand in them as embeds, as
    far as the format's budgets have room, each between comment marks: to keep one is to take the
    marks away. Raises Usage and Faulty.
    """
    why: tuple[str, ...] = ()
    if name is None:
        _refuse_begun(workspace, today)
        day, reason = next_day([*_dated(workspace)], today)
        name, why = day.isoformat(), (f"{day.isoformat()}: {reason}",)
    stem = file_name(name)
    named = day_named(stem)
    day = named or today
    path = free_path(workspace, "briefs", stem)
    form = workspace.styles.format(workspace.settings.format)
    title = "TK" if named else title_of(stem)
    text = "".join(
        [
            "---\n",
            f"title: {yaml_text(title)}\n",
            f"date: {day.isoformat()}\n",
            f"format: {yaml_text(workspace.settings.format)}\n",
            "---\n",
            *_sections_of(form, _gathered(workspace, form, day)),
        ]
    )
    write_new(workspace, path, text)
    return Made((path,), f"nutgraf build {shlex.quote(stem)}", why)


def _dated(workspace: Workspace) -> Iterator[date]:
    """The days of the briefs there are."""
    for entry in workspace.briefs():
        try:
            yield date.fromisoformat(entry.day)
        except ValueError:
            continue


def _refuse_begun(workspace: Workspace, today: date) -> None:
    """Raises Usage where a brief that is still to come out is not finished."""
    for entry in reversed(workspace.briefs()):
        note = workspace.note(entry.path)
        if entry.day >= today.isoformat() and note is not None and is_unfinished(note):
            raise Usage(
                f"{entry.path} is begun already, and has TK in it",
                "go on with it, or name the day of another: nutgraf new brief DATE",
            )


def _gathered(workspace: Workspace, form: Format, day: date) -> _Gathered:
    since = since_last_brief(workspace, day)
    several = weighed(workspace, since)
    return _Gathered(
        since,
        several,
        chosen(several, form.budgets),
        tuple(_open(workspace, since)),
        tuple(item_of(one, workspace.settings.language) for one in unsettled(workspace)),
    )


def _open(workspace: Workspace, since: Since) -> Iterator[tuple[str, tuple[str, ...]]]:
    if since.last is None or since.day is None:
        return
    lines = still_open(workspace, since.last)
    newer = newer_sources(workspace, since.day) if lines else ()
    shelf = Shelf(workspace.root)
    for line in lines:
        yield line, told_since(line.partition(" [@")[0], newer, shelf)


def _sections_of(form: Format, found: _Gathered) -> Iterator[str]:
    """The sections of a new brief, then the private one that tells what has come in."""
    for role in full_order(form):
        if role is Role.CORRECTIONS and found.owed:
            items = "\n".join(found.owed)
            yield f"## {_heading(form, role)}\n\n{items}\n\n"
        if role not in PROMPTS or role in form.unpublished:
            continue
        lines = [*_offers(found.chosen.get(role)), *_gaps(role, found)]
        if role in _ASKED or lines:
            ready = "".join(f"\n%% {line} %%\n" for line in lines)
            yield f"## {_heading(form, role)}\n\n{PROMPTS[role]}\n{ready}\n"
    told = report_of_week(found.since, found.weighed, found.chosen)
    yield f"## {DEFAULT_LABELS[Role.NOTES]}\n\n{told}\n"


def _offers(own: Chosen | None) -> Iterator[str]:
    """How many words each embed of a section brings and what its budget is, then the embeds."""
    if own is None:
        return
    brings = ", ".join(f"{_named(one)} {one.words}" for one in own.offered)
    over = ", ".join(f"{_named(one)} {one.words}" for one in own.left)
    if own.budget is None:
        yield f"Words that these bring: {brings}."
    else:
        there = f" {brings}." if brings else " nothing fits in."
        left = f" No room for {over}: see Notes." if over else ""
        yield f"Budget {own.budget} words; these bring:{there}{left}"
    yield from (one.line for one in own.offered)


def _named(one: Brought) -> str:
    """The note of an embed line, without what it brings of it."""
    return one.line.removeprefix("![[").removesuffix("]]").partition("#")[0]


def _gaps(role: Role, found: _Gathered) -> Sequence[str]:
    if role is not Role.UNKNOWNS or not found.open:
        return ()
    head = f"Not known in the brief {found.since.last}: look again before you keep one."
    lines = [head]
    for line, places in found.open:
        lines.append(f"- {line}")
        if places:
            lines.append(f"Perhaps told by now: {', '.join(places)}.")
    return lines


def _heading(form: Format, role: Role) -> str:
    """The format's label, or the usual one where the label means another role."""
    own = label(form, role)
    means = role_of(own) or role_of(own, known_headings(form))
    return own if means is role else DEFAULT_LABELS[role]
