"""The command that lists what a brief leaves out of its pack: suggest."""

# ruff: noqa: PLC0415 - what a command does is imported when it is called

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from nutgraf.cli.arguments import from_root, one_of, workspace_here
from nutgraf.cli.one_yes import ask_each
from nutgraf.cli.telling import in_json, next_step, progress, say, tell_faults, told
from nutgraf.errors import NutgrafError, Usage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.model import Brief, Suggestion
    from nutgraf.workspace.loading import Entry, Workspace

KINDS = ("response", "caveat", "contrary", "conflict", "quotation", "figure")


def suggest(
    brief: Annotated[
        str | None,
        typer.Argument(metavar="BRIEF", help="Name or file of a brief; the newest if none."),
    ] = None,
    *,
    kinds: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            "-k",
            metavar="KIND",
            help="Only these: response, caveat, contrary, conflict, quotation, figure; may be "
            "given again.",
        ),
    ] = None,
    everything: Annotated[
        bool,
        typer.Option("--all", help="All of them, those too that the budgets leave no room for."),
    ] = False,
    write: Annotated[bool, typer.Option("--write", help="Put them in, one yes at a time.")] = False,
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="FORM", help="text or json.")
    ] = "text",
) -> None:
    """List what the sources of a brief hold and the brief does not tell, with lines to paste.

    \b
    nutgraf suggest                         the newest brief
    nutgraf suggest 2026-02-13 -k response  what those who are blamed have answered
    nutgraf suggest --write                 put them in, one yes at a time
    nutgraf suggest --all --format json     everything, for a program

    Answers of those who are blamed, what nobody knows, what is said against it, what reports
    differ on, quotations and figures, the most valuable first. Nothing is written without
    `--write`, and then what you say yes to; `nutgraf accept` asks about what the check asks for.
    """
    from nutgraf.app.accept import refuse_settled
    from nutgraf.app.check import chosen
    from nutgraf.app.suggesting.suggest import suggest as suggesting
    from nutgraf.report import suggestions as reporting

    with told():
        one_of(form, ("text", "json"), "format")
        if write and form != "text":
            raise Usage("--write asks you, and --format json prints for a program", "leave one out")
        wanted = [kind.strip().lower().removesuffix("s") for kind in kinds or ()]
        for kind in wanted:
            one_of(kind, KINDS, "kind")
        workspace = workspace_here()
        (entry,) = chosen(workspace, from_root(workspace, [brief] if brief is not None else []))
        if write:
            refuse_settled(workspace, entry)
        with progress([entry], "reading the sources") as bar:
            suggested = suggesting(workspace, entry)
            bar.step()
    found = [one for one in suggested.suggestions if not wanted or one.kind in wanted]
    if form == "json":
        typer.echo(in_json(reporting.as_values(suggested.brief, found), indent=1))
        return
    tell_faults(workspace.warnings)
    if write:
        with told():
            _write(workspace, suggested.brief, reporting.fitting(found, everything=everything))
        return
    again = " ".join(["nutgraf suggest", entry.id, *(f"-k {kind}" for kind in wanted), "--all"])
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    report = reporting.report(
        suggested.brief, found, everything=everything, again=again, colour=colour
    )
    typer.echo(report, nl=False)
    _tell_next(workspace, entry, found)


def _write(workspace: Workspace, brief: Brief, found: Sequence[Suggestion]) -> None:
    from nutgraf.report.suggestions import single

    def show(one: Suggestion, number: int) -> None:
        say("")
        say(single(brief, one, f"{brief.path} · {number} of {len(found)}"))

    count, _ = ask_each(workspace, brief, found, show)
    say(f"{brief.id}: {count} line{'s' * (count != 1)} written, {len(found) - count} left")
    if count:
        next_step(f"nutgraf check {brief.id}")


def _tell_next(workspace: Workspace, entry: Entry, found: Sequence[Suggestion]) -> None:
    from nutgraf.app.accept import refuse_settled

    try:
        refuse_settled(workspace, entry)
    except NutgrafError:
        return  # nothing is put into it any more
    if found:
        next_step(f"nutgraf suggest {entry.id} --write")
