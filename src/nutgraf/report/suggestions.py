"""What a brief leaves out of its pack, for people and for programs."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final

from nutgraf.model import Brief, Evidence, Suggestion, SuggestionKind
from nutgraf.report.context import Shown, around
from nutgraf.report.summary import many
from nutgraf.report.terminal import WIDTH, Paint, said

SHOWN = 12
_LABEL = 11
_MOST = 420  # characters of a passage: six lines
_AROUND = 60
_HEADS: Final[dict[SuggestionKind, str]] = {
    "response": "RESPONSE",
    "caveat": "CAVEAT",
    "contrary": "CONTRARY",
    "conflict": "CONFLICT",
    "quotation": "QUOTE",
    "figure": "FIGURE",
}
_NAMES: Final[dict[SuggestionKind, str]] = {
    "response": "response",
    "caveat": "caveat",
    "contrary": "against it",
    "conflict": "conflict",
    "quotation": "quotation",
    "figure": "figure",
}
_COLOURS: Final[dict[SuggestionKind, str]] = {
    "response": "1;33",
    "caveat": "1;33",
    "contrary": "1;33",
    "conflict": "1;33",
    "quotation": "1;34",
    "figure": "1;34",
}


def report(
    brief: Brief,
    suggestions: Sequence[Suggestion],
    *,
    everything: bool = False,
    again: str = "",
    colour: bool = False,
) -> str:
    """What the brief might take in, the most valuable first, in 80 columns; ends with a line end.

    Twelve are shown, and none that its section has no room for; all with `everything`. `again` is
    the command that shows them.
    """
    paint = Paint(on=colour)
    shown = fitting(suggestions, everything=everything)
    lines = [*_head(brief, suggestions)]
    numbers: Counter[SuggestionKind] = Counter()
    for one in shown:
        numbers[one.kind] += 1
        lines += ["", *_suggestion(brief, one, numbers[one.kind], paint)]
    left = [one for one in suggestions if one not in shown]
    if left:
        lines += ["", f"{_left(left)}: {again}"]
    return "\n".join(lines) + "\n"


def fitting(suggestions: Sequence[Suggestion], *, everything: bool) -> tuple[Suggestion, ...]:
    """Those that are shown: twelve for which there is room, or all."""
    if everything:
        return tuple(suggestions)
    return tuple(one for one in suggestions if one.fits)[:SHOWN]


def single(brief: Brief, one: Suggestion, head: str) -> str:
    """One suggestion under a line of its own."""
    return "\n".join([head, *_suggestion(brief, one, 0, Paint(on=False))])


def as_values(brief: Brief, suggestions: Sequence[Suggestion]) -> Any:
    """The same as values for JSON, `version` 1; nothing is left out."""
    return {
        "version": 1,
        "brief": brief.path,
        "suggestions": [_values(one) for one in suggestions],
    }


def _head(brief: Brief, suggestions: Sequence[Suggestion]) -> Iterator[str]:
    if not brief.pack:
        yield f"{brief.path} · nothing to suggest: it has no pack; list its sources, or cite them"
        return
    if not suggestions:
        yield f"{brief.path} · nothing to suggest: it tells what its pack holds"
        return
    yield f"{brief.path} · its pack holds {many(len(suggestions), 'thing')} that it does not tell"
    told = Counter(one.kind for one in suggestions)
    yield "  " + " · ".join(
        f"{told[kind]} {name}" if kind == "contrary" else many(told[kind], name)
        for kind, name in _NAMES.items()
        if told[kind]
    )


def _suggestion(brief: Brief, one: Suggestion, number: int, paint: Paint) -> Iterator[str]:
    several = one.offer.evidence
    place = _where(several[0]) if len(several) == 1 else ""
    head = f"{_HEADS[one.kind]} {number}" if number else _HEADS[one.kind]
    yield from _headline(head, one, place, paint)
    for at, evidence in enumerate(several):
        if not place:
            lead = f"  {'' if at else 'sources':<{_LABEL - 2}}"
            yield f"{lead}{_where(evidence)}"
        yield from said("source" if place else "", _words(evidence, brief), paint, "32")
    yield from said("under", Shown(_under(brief, one), ()), paint, "")
    for careful in one.careful:
        yield from said("careful", Shown(careful, ()), paint, "")
    line = one.offer.line
    yield from said("paste", Shown(line if line.startswith(">") else f"- {line}", ()), paint, "")


def _headline(head: str, one: Suggestion, place: str, paint: Paint) -> Iterator[str]:
    """The number and why; the place stands at the right, or on lines of its own."""
    room = WIDTH - _LABEL
    why = f"{one.why[:1].upper()}{one.why[1:]}"
    fits = len(why) + 2 + len(place) <= room
    lines = textwrap.wrap(why, room)
    label = paint(f"{head:<{_LABEL - 1}} ", _COLOURS[one.kind])
    beside = f"{place:>{room - len(lines[0])}}" if fits else ""
    yield f"{label}{lines[0]}{beside}".rstrip()
    if not fits:
        yield from (f"{'':<{_LABEL}}{line}" for line in lines[1:])
    if not fits and place:
        yield f"{place:>{WIDTH}}"


def _where(one: Evidence) -> str:
    return f"{one.place.path}:{one.place.line}"


def _words(evidence: Evidence, brief: Brief) -> Shown:
    shown = around(evidence.place, brief, most=min(_MOST, len(evidence.text) + _AROUND))
    return shown if shown.text else Shown(" ".join(evidence.text.split()), ())


def _under(brief: Brief, one: Suggestion) -> str:
    heading = one.heading or "the opening"
    story = brief.stories[one.offer.story]
    if len(brief.stories) > 1 and story.title is not None:
        heading += f", in “{story.title.text}”"
    if one.room is None:
        return heading
    words = f"{many(one.words, 'word')}, and its budget leaves {one.room}"
    return f"{heading} ({words})"


def _left(left: Sequence[Suggestion]) -> str:
    over = sum(not one.fits for one in left)
    more = len(left) - over
    parts = [
        f"{more} more" if more else "",
        f"{over} for which the section has no room" if over else "",
    ]
    return ", ".join(part for part in parts if part)


def _values(one: Suggestion) -> Any:
    return {
        "kind": one.kind,
        "why": one.why,
        "role": one.offer.role.value,
        "heading": one.heading,
        "story": one.offer.story,
        "line": one.offer.line,
        "speaker": one.speaker,
        "speaker_role": one.speaker_role,
        "careful": list(one.careful),
        "words": one.words,
        "room": one.room,
        "fits": one.fits,
        "accept": one.accepted,
        "evidence": [
            {
                "seed": each.seed,
                "path": each.place.path,
                "line": each.place.line,
                "start": each.place.start,
                "end": each.place.end,
                "text": each.text,
            }
            for each in one.offer.evidence
        ],
    }
