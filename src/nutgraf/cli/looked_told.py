"""What looks at captured pages found, in words and for programs."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from nutgraf.app.rechecking.looked import Affected, Looked, State
from nutgraf.evidence.drift.change import Change, Span
from nutgraf.evidence.drift.told import told
from nutgraf.model import Place

_WIDTH = 80
_LABEL = 12
_OTHERS = 5  # changes that nothing rests on and that are shown; the rest is counted
_WORDS = 200  # characters of a passage
_STATES: dict[State, str] = {
    "as captured": "as captured",
    "changed": "changed",
    "replaced": "another text",
    "gone": "gone",
    "not seen": "not seen",
}


def summary(found: Sequence[Looked]) -> str:
    """How many there are of each kind."""
    counted = Counter(one.state for one in found)
    parts = [f"{counted[state]} {words}" for state, words in _STATES.items() if counted[state]]
    return f"{len(found)} looked up: {', '.join(parts)}"


def in_words(found: Sequence[Looked]) -> Iterator[str]:
    """What changed first, then what could not be seen, and the rest in one line."""
    drifted = [one for one in found if one.drifted]
    unseen = [one for one in found if one.state == "not seen"]
    same = [one for one in found if one.state == "as captured"]
    for number, one in enumerate([*drifted, *unseen]):
        if number:
            yield ""
        yield from _one(one)
    if same:
        if drifted or unseen:
            yield ""
        names = ", ".join(_grown(one) for one in same)
        yield from _wrapped("AS CAPTURED", names)


def _grown(one: Looked) -> str:
    added = one.drift.added
    return f"{one.source.id} ({added} sentences added)" if added > 1 else one.source.id


def _one(one: Looked) -> Iterator[str]:
    if one.state == "not seen":
        yield f"{'NOT SEEN':<{_LABEL}}{one.source.id}"
        yield from _fact("why", one.why)
        yield from _fact("do", one.hint)
        return
    day = f" · {one.look.when.date().isoformat()}" if one.look is not None else ""
    head = {"changed": "CHANGED", "replaced": "REPLACED", "gone": "GONE"}[one.state]
    yield f"{head:<{_LABEL}}{one.source.id}{day}{'' if one.is_news else ' · known before'}"
    if one.state == "gone":
        yield f"  the page is gone ({one.why})" if one.why else "  the page is gone"
    if one.state == "replaced":
        yield "  another text stands at its address"
    yield from _fact("address", one.source.url)
    yield from _rests([affected for affected in one.affected if affected.change is None])
    if one.state == "changed":
        yield from _changes(one)


def _changes(one: Looked) -> Iterator[str]:
    touched = {affected.change for affected in one.affected}
    changes = [*(c for c in one.drift.changes if c in touched)]
    others = [c for c in one.drift.changes if c not in touched]
    others.sort(key=lambda change: change.kind not in ("notice", "headline"))
    for change in [*changes, *others[:_OTHERS]]:
        yield from textwrap.wrap(
            _sentence(change), _WIDTH - 2, initial_indent="  ", subsequent_indent="  "
        )
        if change.kind != "headline":
            yield from _fact("was", _passage(one, change, old=True))
            yield from _fact("now", _passage(one, change, old=False))
        if change in touched:
            yield from _rests([affected for affected in one.affected if affected.change == change])
    if len(others) > _OTHERS:
        yield f"  and {len(others) - _OTHERS} more on which nothing rests"
    if not touched:
        yield "  nothing that a brief, a note or an angle says rests on what changed"


def _sentence(change: Change) -> str:
    line = told(change, "the page")
    if change.kind == "gone":
        line = "a sentence is gone from the page"
    return f"{line[:1].upper()}{line[1:]}"


def _passage(one: Looked, change: Change, *, old: bool) -> str:
    """The sentence of one side with its place; nothing where there is none."""
    span = change.old_passage if old else change.new_passage
    if span is None:
        return ""
    text, place = _text(one, span, old=old)
    words = textwrap.shorten(text, _WORDS, placeholder=" …")
    return f"{words}  {place.path}:{place.line}"


def _text(one: Looked, span: Span, *, old: bool) -> tuple[str, Place]:
    if old or one.look is None:
        at, file = one.source.front.body, one.source.file
    else:
        at, file = one.look.body, one.look.file
    return file.text[at + span[0] : at + span[1]], file.place(at + span[0], at + span[1])


def _rests(affected: Sequence[Affected]) -> Iterator[str]:
    """The words that rest on it, each with where it stands and who has it."""
    for number, one in enumerate(affected):
        place = f"{one.place.path}:{one.place.line}"
        words = f"  {textwrap.shorten(one.words, _WORDS, placeholder=' …')}" if one.words else ""
        lead = ("rests" if one.words else "cited") if not number else ""
        yield from _wrapped(f"    {lead:<{_LABEL - 4}}", f"{place}{_whose(one)}{words}")


def _whose(one: Affected) -> str:
    """`(sent)`, or the briefs that embed the note in which the words stand."""
    own = next((use for use in one.uses if use.path == one.place.path), None)
    others = [
        f"{use.path}{' (sent)' if use.sent else ''}"
        for use in one.uses
        if use.path != one.place.path
    ]
    sent = " (sent)" if own is not None and own.sent else ""
    return f"{sent}, in {', '.join(others)}" if others else sent


def _fact(label: str, words: str | None) -> Iterator[str]:
    if words:
        yield from _wrapped(f"    {label:<{_LABEL - 4}}", " ".join(words.splitlines()))


def _wrapped(label: str, words: str) -> Iterator[str]:
    lines = textwrap.wrap(words, _WIDTH - _LABEL, break_long_words=False, break_on_hyphens=False)
    yield f"{label:<{_LABEL}}{lines[0] if lines else ''}"
    yield from (f"{'':<{_LABEL}}{line}" for line in lines[1:])


# --- for programs --------------------------------------------------------------------------------


def to_json(one: Looked) -> Any:
    """One look as JSON has it."""
    look = one.look
    return {
        "source": one.source.id,
        "path": one.source.file.path,
        "url": one.source.url,
        "state": one.state,
        "new": one.is_news,
        "seen": look.when.isoformat() if look is not None else None,
        "later": look.file.path if look is not None else None,
        "why": one.why,
        "passages": one.drift.passages,
        "kept": one.drift.kept,
        "added": one.drift.added,
        "changes": [_change_in_json(one, change) for change in one.drift.changes],
        "rests": [_affected_in_json(a) for a in one.affected if a.change is None],
    }


def _change_in_json(one: Looked, change: Change) -> Any:
    return {
        "kind": change.kind,
        "message": _sentence(change),
        "old": _span_in_json(one, change, old=True),
        "new": _span_in_json(one, change, old=False),
        "rests": [_affected_in_json(a) for a in one.affected if a.change == change],
    }


def _span_in_json(one: Looked, change: Change, *, old: bool) -> Any:
    if change.kind == "headline":
        return {"text": change.old if old else change.new}
    span = change.before if old else change.after
    if span[0] == span[1]:
        return None
    text, place = _text(one, span, old=old)
    return {
        "text": text,
        "path": place.path,
        "line": place.line,
        "start": place.start,
        "end": place.end,
    }


def _affected_in_json(one: Affected) -> Any:
    return {
        "path": one.place.path,
        "line": one.place.line,
        "text": one.words,
        "severity": one.finding.severity,
        "message": one.finding.message,
        "used": [{"path": use.path, "type": use.type, "sent": use.sent} for use in one.uses],
    }
