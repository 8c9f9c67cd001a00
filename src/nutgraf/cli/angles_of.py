"""The command `angles`."""

# ruff: noqa: PLC0415 - what a command does is imported when it is called

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from nutgraf.cli.arguments import workspace_here
from nutgraf.cli.telling import WRONG, in_json, next_step, tell_faults, told

if TYPE_CHECKING:
    from nutgraf.app.angles import ListedAngle, Use

_WIDTH = 80
_LABEL = 12


def angles(
    *,
    unused: Annotated[
        bool, typer.Option("--open", help="Only those that no reader has or is about to get.")
    ] = False,
    used: Annotated[
        bool, typer.Option("--used", help="Only those of briefs that were approved or sent.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List the angles: what each rests on, what no source has, and where it is used.

    \b
    nutgraf angles                       all of them, the one that wants most work first
    nutgraf angles --open                those that are still to be used
    nutgraf angles --used                those that readers have, or are about to get
    """
    from nutgraf.app import angles as listing
    from nutgraf.errors import Usage

    with told():
        if unused and used:
            raise Usage("--open and --used leave nothing", "ask for one of the two")
        found, faults = listing.angles(workspace_here())
    shown = [one for one in found if (not unused or not one.gone) and (not used or one.gone)]
    if as_json:
        typer.echo(in_json({"version": 1, "angles": [_told(one) for one in shown]}, indent=1))
    else:
        typer.echo("\n".join(_lines(shown)))
    tell_faults(faults)
    if not as_json:
        _next(shown)
    if faults:
        raise typer.Exit(WRONG)


def _lines(shown: Sequence[ListedAngle]) -> Iterator[str]:
    yield _summary(shown)
    for one in shown:
        yield ""
        yield from _angle(one)


def _summary(shown: Sequence[ListedAngle]) -> str:
    if not shown:
        return "no angles"
    lacking = sum(bool(one.missing) for one in shown)
    gone = sum(one.gone for one in shown)
    return (
        f"{_many(len(shown), 'angle')} · {lacking} rest{'s' * (lacking == 1)} on what is not in "
        f"the pack · {gone} used"
    )


def _angle(one: ListedAngle) -> Iterator[str]:
    """One angle: its name and place, then a line for each thing that is known of it."""
    place = f"{one.place.path}:{one.place.line}"
    title = one.title or _beginning(one.text)
    room = _WIDTH - len(place) - 2
    yield f"{textwrap.shorten(title, room, placeholder='…'):<{room}}  {place}"
    for label, words in _facts(one):
        lines = textwrap.wrap(words, _WIDTH - _LABEL) or [""]
        yield f"  {label:<{_LABEL - 2}}{lines[0]}"
        yield from (f"{'':<{_LABEL}}{line}" for line in lines[1:])


def _facts(one: ListedAngle) -> Iterator[tuple[str, str]]:
    yield "status", " · ".join([one.status, *map(_use, one.used)])
    if one.corrected:
        yield "corrected", f"{', '.join(one.corrected)}: what it rests on is no longer so"
    if one.basis:
        gone = f" · unknown: {', '.join(one.unknown)}" if one.unknown else ""
        yield "basis", f"{', '.join(one.basis)}{gone}"
    else:
        yield "basis", "none given"
    yield (
        "claims",
        f"{one.claims}: {one.carried} match a source · {len(one.missing)} not in the pack",
    )
    for at, words in enumerate(one.missing):
        yield "" if at else "missing", words
    if one.findings:
        yield "also", ", ".join(dict.fromkeys(one.findings))
    if one.near:
        yield "near", ", ".join(one.near)


def _use(use: Use) -> str:
    return f"{use.brief} ({use.state})"


def _beginning(text: str) -> str:
    return textwrap.shorten(" ".join(text.split()), 60, placeholder="…")


def _many(count: int, word: str) -> str:
    return f"{count} {word}{'s' * (count != 1)}"


def _next(shown: Sequence[ListedAngle]) -> None:
    wanting = next((one for one in shown if one.missing or one.findings or one.corrected), None)
    if wanting is not None:
        next_step(f"nutgraf check {wanting.place.path.removesuffix('.md')}")


def _told(one: ListedAngle) -> Any:
    return {
        "id": one.id,
        "title": one.title,
        "text": one.text,
        "path": one.place.path,
        "line": one.place.line,
        "start": one.place.start,
        "end": one.place.end,
        "status": one.status,
        "basis": list(one.basis),
        "unknown": list(one.unknown),
        "claims": one.claims,
        "carried": one.carried,
        "missing": list(one.missing),
        "findings": list(one.findings),
        "used": [
            {"brief": use.brief, "date": use.day.isoformat(), "state": use.state}
            for use in one.used
        ],
        "corrected": list(one.corrected),
        "near": list(one.near),
    }
