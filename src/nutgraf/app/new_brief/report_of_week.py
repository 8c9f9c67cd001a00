"""The private section of a new brief: what has come in, what had no room, what waits for a note."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from nutgraf.app.new_brief.choosing import Chosen
from nutgraf.app.new_brief.since import Since, day_of, day_of_source
from nutgraf.app.new_brief.weighing import Weighed
from nutgraf.app.scaffold_names import bare
from nutgraf.model import Role, Source
from nutgraf.report.summary import many
from nutgraf.workspace.roles import DEFAULT_LABELS

_MOST = 20  # sources


def report_of_week(since: Since, several: Sequence[Weighed], offers: Mapping[Role, Chosen]) -> str:
    """Markdown, without the heading and without a line end; the most important first."""
    when = f"Since the brief {bare(since.last)}" if since.last else "So far"
    if several:
        told = (
            f"{when}, this has come in. Each stands above as an embed between comment marks: take "
            "the marks away to keep it, or strike the line. This section never goes out.\n\n"
        ) + "\n".join(f"- {_line(one)}" for one in several)
    else:
        told = f"{when}, no note and no open angle has come in. This section never goes out."
    # What we say ourselves is no claim to be checked.
    private = "\n\n".join(part for part in (told, _left_over(offers)) if part)
    parts = [f"%%\n{private}\n%%", _waiting(since.sources)]
    return "\n\n".join(part for part in parts if part)


def _line(one: Weighed) -> str:
    note = one.note
    kind = "note" if note.type == "note" else "angle"
    day = day_of(note)
    facts = [
        f"of {day.isoformat()}" if day is not None else "",
        many(one.origins, "origin") if one.origins else "",
        f"{many(one.angles, 'open angle')} {'rests' if one.angles == 1 else 'rest'} on it"
        if one.angles
        else "",
        f"changed since the brief {bare(one.changed)}, which was sent with it"
        if one.changed
        else "",
        "" if one.brings else "its name cannot stand in an embed",
    ]
    told = "; ".join(fact for fact in facts if fact)
    place = f"{bare(note.title)}, {kind} in {bare(note.file.path)}"
    return f"{place}: {told}" if told else place


def _left_over(offers: Mapping[Role, Chosen]) -> str:
    lines = [
        f"- `{one.line}` ({many(one.words, 'word')}, for {DEFAULT_LABELS[role]})"
        for role, own in offers.items()
        for one in own.left
    ]
    if not lines:
        return ""
    return "\n".join(["There is no room for these within the budgets:\n", *lines])


def _waiting(sources: Sequence[Source]) -> str:
    if not sources:
        return ""
    return "\n".join(["%% No note rests on these sources yet: %%\n", *_tasks(sources)])


def _tasks(sources: Sequence[Source]) -> Iterator[str]:
    newest = sorted(sources, key=lambda one: day_of_source(one) or date.min, reverse=True)
    for one in newest[:_MOST]:
        day = one.published or one.retrieved
        told = [one.title or one.id, one.publisher or "", day.isoformat() if day else ""]
        named = ", ".join(bare(part) for part in told if part)
        yield f"- [ ] {named}: `nutgraf new note {shlex.quote(one.id)}`"
    if len(newest) > _MOST:
        yield f"- [ ] and {len(newest) - _MOST} more"
