"""The command `verify`."""

# ruff: noqa: PLC0415 - what a command does is imported when it is called

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from nutgraf.cli.arguments import from_root, workspace_here
from nutgraf.cli.telling import in_json, next_step, say, tell, tell_faults, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.app.verify import Looked
    from nutgraf.model import Evidence, Matter, Verification


def verify(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH", help="Briefs, notes, angles or folders; the newest brief if none."
        ),
    ] = None,
    *,
    by: Annotated[
        str | None,
        typer.Option("--as", metavar="NAME", help="Who verifies; git's user, unless said."),
    ] = None,
    as_list: Annotated[
        bool, typer.Option("--list", help="List what wants a person, and ask nothing.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The same as JSON.")] = False,
    export: Annotated[
        Path | None,
        typer.Option(metavar="FILE.html", help="Write a sheet for a reader without nutgraf."),
    ] = None,
    take_in: Annotated[
        Path | None,
        typer.Option("--import", metavar="FILE", help="Take in what was marked on such a sheet."),
    ] = None,
) -> None:
    """Go through what wants a person, the worst first, and give your word.

    Each statement stands beside what the sources say. What you say of it is kept beside the file
    in which the words stand, as FILE.verified.yaml, which is to be committed; a word that changes
    there or in the passage reopens it. You can leave at any time, and take it up again.

    \b
    nutgraf verify seeds/irs-dhs.md         a note, before it is in a brief
    nutgraf verify 2026-02-13 --list        what is open, and what is not
    nutgraf verify --export sheet.html      for a second reader, and back again:
    nutgraf verify --import marks.yaml
    """
    from nutgraf.app.check import chosen, meant
    from nutgraf.app.git import person
    from nutgraf.app.verify import look

    if take_in is not None:
        _import(take_in)
        return
    with told():
        workspace = workspace_here()
        names = from_root(workspace, paths or [])
        entries = meant(workspace, names) if names else chosen(workspace, ())
        who = "" if as_list or as_json or export else person(workspace.root, by, option="--as")
        looked = [look(workspace, entry) for entry in entries]
        tell_faults(workspace.warnings)
        if export is not None:
            _export(looked, export)
        elif as_json:
            briefs = [_told(one) for one in looked]
            typer.echo(in_json({"version": 1, "briefs": briefs}, indent=1))
        elif as_list:
            _list(looked)
        else:
            _go_through(looked, who)


def _go_through(looked: Sequence[Looked], who: str) -> None:
    from nutgraf.cli.verify_dialogue import Dialogue, summed

    colour = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    for one in looked:
        if not one.matters:
            say(f"{one.brief.path}: nothing wants a person")
            continue
        after = Dialogue(one, who, colour=colour).run()
        say("")
        say(f"{one.brief.path}: {summed(after)}")
        done = all(matter.is_signed for matter in after.matters)
        next_step(f"nutgraf {'check' if done else 'verify'} {_name(one)}")


def _export(looked: Sequence[Looked], file: Path) -> None:
    from nutgraf.app.verify_sheet import sheet_of
    from nutgraf.errors import Usage
    from nutgraf.workspace.files import write_atomically

    if len(looked) != 1:
        raise Usage("a sheet is of one brief, note or angle", "name one of them")
    text = sheet_of(looked[0])
    try:
        write_atomically(file, text.encode("utf-8", "surrogatepass"))
    except OSError as error:
        raise Usage(f"{file} cannot be written: {error.strerror}") from None
    count = len(looked[0].matters)
    say(f"{file}: {count} statement{'s' * (count != 1)} of {looked[0].brief.path}")
    next_step("nutgraf verify --import FILE, when it comes back")


def _import(file: Path) -> None:
    from nutgraf.app.verify_sheet import take_in

    with told():
        workspace = workspace_here()
        taken = take_in(workspace, file.absolute())
    tell_faults(taken.faults)
    for word, why in taken.refused:
        tell("refused", f"{word.path}: “{word.words}”", why)
    known = f", {taken.known} known before" if taken.known else ""
    say(f"{file}: {len(taken.kept)} kept{known}, {len(taken.refused)} refused")
    if taken.refused or taken.faults:
        raise typer.Exit(1)


def _name(looked: Looked) -> str:
    return looked.entry.id if looked.entry.type == "brief" else looked.entry.path


def _list(looked: Sequence[Looked]) -> None:
    from nutgraf.app.verify import worst_first
    from nutgraf.cli.verify_dialogue import summed
    from nutgraf.report.statement import listed

    for one in looked:
        typer.echo(f"{one.brief.path}: {summed(one)}")
        for line in listed(enumerate(worst_first(one), 1)):
            typer.echo(line)


# --- for programs --------------------------------------------------------------------------------


def _told(looked: Looked) -> Any:
    from nutgraf.app.verify import worst_first

    signed = sum(matter.is_signed for matter in looked.matters)
    return {
        "brief": looked.brief.path,
        "summary": {"statements": len(looked.matters), "signed": signed},
        "statements": [_statement(looked, one) for one in worst_first(looked)],
    }


def _statement(looked: Looked, matter: Matter) -> Any:
    place = matter.place
    return {
        "claim": matter.hash,
        "state": matter.state,
        "kinds": list(matter.kinds),
        "text": matter.text,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "start": place.start,
        "end": place.end,
        "role": matter.role,
        "verdict": matter.verdict,
        "reasons": list(matter.reasons),
        "claims": list(matter.claims),
        "evidence": [_evidence(one) for one in matter.evidence],
        "findings": [one.fingerprint for one in looked.findings(matter)],
        "said": [_word(one) for one in matter.said],
        "stale": None
        if matter.stale is None
        else {
            "was": matter.stale.was,
            "now": matter.stale.now,
            "source": matter.stale.source or None,
        },
    }


def _evidence(one: Evidence) -> Any:
    place = one.place
    told_place = {"path": place.path, "start": place.start, "end": place.end}
    return {"seed": one.seed, **told_place, "text": one.text}


def _word(word: Verification) -> Any:
    return {
        "said": word.said,
        "by": word.by,
        "at": word.at,
        "how": word.how,
        "note": word.note,
        "passages": [{"source": one.source, "text": one.text} for one in word.passages],
    }
