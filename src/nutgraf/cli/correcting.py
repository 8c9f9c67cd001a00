"""The command `correct`."""

# ruff: noqa: PLC0415 - what a command does is imported when it is called

from __future__ import annotations

import textwrap
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from nutgraf.cli.arguments import one_of, workspace_here
from nutgraf.cli.telling import in_json, next_step, say, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.app.correct import Opened, Said
    from nutgraf.app.corrections import Known
    from nutgraf.model import Gravity
    from nutgraf.workspace.loading import Workspace

_SEVERITIES = ("typo", "factual", "misleading")
_WIDTH = 80


def correct(
    words: Annotated[
        str, typer.Argument(metavar="WORDS", help="What readers had, or a part of it.")
    ] = "",
    *,
    severity: Annotated[
        str | None, typer.Option(metavar="SEVERITY", help="typo, factual or misleading.")
    ] = None,
    said: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What was said; the sentence, unless given.")
    ] = None,
    right: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="What is right; Markdown, and may cite: [@source]."),
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who corrects; git's user, unless said.")
    ] = None,
    listed: Annotated[
        bool, typer.Option("--list", help="All corrections, and which are still owed.")
    ] = False,
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="FORM", help="text or json, of --list.")
    ] = "text",
) -> None:
    """Correct what a sent brief said: find it, say what is right, and owe it to readers.

    Every brief that went out with those words is found, also where they came from a note that it
    embeds. The archive marks their pages and keeps the old words; the item is put into the next
    brief's Corrections; and until a brief has gone out with it, `nutgraf check` says that it is
    owed. A typo is mended in the archive alone. What was corrected is kept in
    briefs/corrections.yaml, a line each: to take one back, strike its line.

    \b
    nutgraf correct "carried 1,240 passengers"
    nutgraf correct "carried 1,240" --severity factual --right "They carried 1,204. [@office]"
    nutgraf correct --list
    """
    with told():
        one_of(form, ("text", "json"), "format")
        workspace = workspace_here()
        if listed:
            _list(workspace, form)
            return
        _correct(workspace, words, severity=severity, said=said, right=right, by=by)


def _correct(
    workspace: Workspace,
    words: str,
    *,
    severity: str | None,
    said: str | None,
    right: str | None,
    by: str | None,
) -> None:
    from nutgraf.app.correct import correct as open_correction
    from nutgraf.app.correct import find
    from nutgraf.app.git import person
    from nutgraf.errors import Usage

    if not words.strip():
        raise Usage("which words are wrong?", 'nutgraf correct "WORDS", as readers had them')
    if severity is not None:
        one_of(severity, _SEVERITIES, "severity")
    found = find(workspace, words)
    who = person(workspace.root, by)
    _show(workspace, found)
    grave = _gravity(severity)
    told_wrong = said or _ask("what was said", found[-1].again.sentence, given=right is not None)
    opened = open_correction(
        workspace,
        found,
        severity=grave,
        said=told_wrong,
        right=right or _ask("what is right", None, given=False),
        by=who,
        now=datetime.now().astimezone(),
    )
    _tell(opened, found)


def _gravity(severity: str | None) -> Gravity:
    answer = severity or ""
    while answer not in _SEVERITIES:
        asked = typer.prompt("severity: typo, factual or misleading", default="factual", err=True)
        answer = next((one for one in _SEVERITIES if one.startswith(asked.strip().lower())), "")
    return "typo" if answer == "typo" else "factual" if answer == "factual" else "misleading"


def _ask(what: str, default: str | None, *, given: bool) -> str:
    """An answer of the editor; where all else was given, the default is not asked about."""
    if given and default is not None:
        return default
    answer: str = typer.prompt(what, default=default, err=True)
    return answer


def _show(workspace: Workspace, found: Sequence[Said]) -> None:
    from nutgraf.desk.clock import shown

    many = (
        "1 brief that went out says it:"
        if len(found) == 1
        else (f"{len(found)} briefs that went out say it:")
    )
    say(many)
    for one in found:
        mailing = one.sending.mailing
        when = shown(one.sending.begun, workspace.settings.time_zone)
        say(f"  {one.id}  {mailing.title} · {when} · to {mailing.list_name}")
        for line in textwrap.wrap(f"“{one.again.sentence}”", _WIDTH - 4):
            say(f"    {line}")
        for place in one.places:
            say(f"    still so in {place.path}:{place.line}:{place.column}")


def _tell(opened: Opened, found: Sequence[Said]) -> None:
    from nutgraf.desk.corrections import FILE

    typer.echo(f"kept       {FILE} · {opened.correction.id}")
    typer.echo("archive    the page of " + ", ".join(opened.correction.briefs) + " will say so")
    if not opened.correction.owed:
        typer.echo("next brief nothing: a typo is not announced")
    elif opened.brief is not None:
        typer.echo(f"next brief {opened.brief.path}, under Corrections:")
        for line in textwrap.wrap(opened.item, _WIDTH - 2, break_on_hyphens=False):
            typer.echo(f"  {line}")
    else:
        typer.echo("next brief there is none yet: `nutgraf new brief` will put it in")
    places = sorted({f"{place.path}:{place.line}" for one in found for place in one.places})
    if places:
        typer.echo(f"mend       {', '.join(places)}")
    next_step("nutgraf archive" if opened.brief is None else f"nutgraf check {opened.brief.id}")


def _list(workspace: Workspace, form: str) -> None:
    from nutgraf.app.correct import known_corrections

    found = known_corrections(workspace)
    if form == "json":
        typer.echo(in_json({"version": 1, "corrections": [_told(one) for one in found]}, indent=1))
        return
    if not found:
        say("nothing was ever corrected here")
    for known in found:
        one = known.correction
        state = f"{known.state}: {known.brief}" if known.brief else known.state
        typer.echo(f"{one.id}  {one.severity}  {state}  ({', '.join(one.briefs)}; {one.by})")
        for label, words in (("said", one.said), ("right", one.right)):
            for number, line in enumerate(textwrap.wrap(words, _WIDTH - 9)):
                typer.echo(f"  {label if number == 0 else '':<7}{line}")
    owed = sum(known.state == "owed" for known in found)
    if owed:
        next_step("nutgraf new brief, which puts in what is owed")


def _told(known: Known) -> dict[str, object]:
    one = known.correction
    return {
        "id": one.id,
        "opened": one.opened.isoformat(),
        "by": one.by,
        "severity": one.severity,
        "said": one.said,
        "said_on": one.said_on.isoformat(),
        "right": one.right,
        "briefs": list(one.briefs),
        "state": known.state,
        "brief": known.brief or None,
    }
