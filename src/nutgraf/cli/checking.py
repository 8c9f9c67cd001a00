"""The commands that check: check, cite, explain, rules."""

# ruff: noqa: PLC0415 - what a command does is imported when it is called

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nutgraf.cli.arguments import (
    FailOn,
    Online,
    asking,
    counted,
    from_root,
    one_of,
    severity_named,
    workspace_here,
)
from nutgraf.cli.telling import next_step, say, tell_faults, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.app.checked import Checked
    from nutgraf.app.cite import Placement
    from nutgraf.model import Brief

FORMATS = ("text", "json", "sarif", "github", "html")

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH", help="Briefs, notes, angles or folders; the newest brief if none."
    ),
]


def check(
    paths: Paths = None,
    *,
    form: Annotated[
        str,
        typer.Option("--format", "-f", metavar="FORM", help="text, json, sarif, github or html."),
    ] = "text",
    fail_on: FailOn = None,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE", help="Only this rule or family; may be given again."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE", help="Not this rule or family; may be given again."),
    ] = None,
    everything: Annotated[
        bool,
        typer.Option("--all", help="Every finding, not the first 12; without PATH, every brief."),
    ] = False,
    online: Online = False,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Tell only what this file does not know.")
    ] = None,
    write_baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Keep what there is now in this file.")
    ] = None,
) -> None:
    """Say what in a brief, a note or an angle is unsourced, altered or overstated.

    Exit status 1 where there is a finding at or above `--fail-on` (`policy.fail_on`: error). A
    note or an angle is held against the sources that it lists or cites, else against all. The
    rules of the family email look at the email: `nutgraf build` asks them, and so do
    `--select email` and `--online`.
    """
    from nutgraf.app import baseline as baselines
    from nutgraf.app.check import check as checking
    from nutgraf.app.check import known_rules

    with told():
        workspace = workspace_here()
        severity = severity_named(fail_on) or workspace.settings.policy.fail_on
        one_of(form, FORMATS, "format")
        for name in [*(select or []), *(ignore or []), *workspace.settings.policy.severity]:
            one_of(name, known_rules(), "rule or family")
        known = baselines.read_baseline(baseline) if baseline is not None else {}
        checked = checking(
            workspace,
            from_root(workspace, paths or []),
            everything=everything,
            select=select or (),
            ignore=ignore or (),
            ask=asking(online),
            together=True,
        )
        if write_baseline is not None:
            count = baselines.write_baseline(write_baseline, checked)
    tell_faults(workspace.warnings)
    if write_baseline is not None:
        say(f"{write_baseline}: {count} findings are known from now on")
        return
    checked = baselines.less(checked, known)
    typer.echo(_report(checked, form, everything=everything), nl=False)
    if form == "text":
        _tell_next(checked)
    if any(counted(one.findings, severity) for one in checked):
        raise typer.Exit(1)


def _tell_next(checked: Sequence[Checked]) -> None:
    from nutgraf.report.summary import citable

    lacking = [one.brief.id for one in checked if citable(one.claims)]
    offered = [one.brief.id for one in checked if any(each.offers for each in one.findings)]
    if lacking:
        next_step(f"nutgraf cite {' '.join(lacking[:3])}")
    elif offered:
        next_step(f"nutgraf accept {offered[-1]}")


def _report(checked: Sequence[Checked], form: str, *, everything: bool) -> str:
    if form == "json":
        from nutgraf.report import as_json

        return as_json.report(one.told for one in checked)
    if form == "sarif":
        from nutgraf.engine import all_rules
        from nutgraf.report import as_sarif

        return as_sarif.report(((one.brief, one.findings) for one in checked), all_rules())
    if form == "github":
        from nutgraf.report import as_github

        return as_github.report(one.findings for one in checked)
    if form == "html":
        from nutgraf.report import sheet

        return sheet.report(one.told for one in checked)
    from nutgraf.report import terminal

    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return "\n".join(
        terminal.report(
            one.brief,
            one.findings,
            one.claims,
            one.origins,
            everything=everything,
            colour=colour,
        )
        for one in checked
    )


def explain(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="A rule, or an alias of one.")],
) -> None:
    """Say what a rule wants, why, and show a bad and a good example.

    \b
    nutgraf explain quote-altered
    """
    from nutgraf.engine import all_rules
    from nutgraf.report.rule_reference import explained

    with told():
        rules = all_rules()
        one_of(rule, tuple(n for one in rules for n in (one.name, *one.aliases)), "rule")
    typer.echo(explained(next(one for one in rules if one.is_called(rule))), nl=False)


def rules() -> None:
    """List every rule by family, with its severity and its law."""
    from nutgraf.engine import all_rules
    from nutgraf.report.rule_reference import listed

    typer.echo(listed(all_rules()), nl=False)


def cite(
    paths: Paths = None,
    *,
    everything: Annotated[
        bool, typer.Option("--all", help="Write those that are certain, without asking.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be written, and write nothing.")
    ] = False,
) -> None:
    """Write in the citations that are missing, one yes at a time.

    Shows, for each claim that cites nothing, the passage that carries it. Everything else in the
    files stays as it is, to the byte.
    """
    from nutgraf.app import cite as citing
    from nutgraf.app.check import chosen, meant

    with told():
        workspace = workspace_here()
        names = from_root(workspace, paths or [])
        entries = meant(workspace, names) if names else chosen(workspace, ())
        for entry in entries:
            brief, placed = citing.placements(workspace, entry)
            sure = [one for one in placed if one.sure and not one.covers]
            taken = sure if everything or dry_run else _asked(placed, brief)
            edited = citing.edits(brief, taken)
            if dry_run:
                typer.echo("".join(one.diff() for one in edited), nl=False)
            else:
                citing.write(workspace.root, edited)
            _tell(taken, placed, brief, dry_run=dry_run)


def _asked(placed: Sequence[Placement], brief: Brief) -> list[Placement]:
    """Those to which a person says yes."""
    taken: list[Placement] = []
    for number, one in enumerate(placed, 1):
        _show(one, f"{number} of {len(placed)}", brief)
        answer = typer.prompt(
            f"cite {one.written.strip()}? y yes · n no · q quit", default="n", err=True
        )
        choice = answer.strip().lower()[:1]
        if choice == "q":
            break
        if choice == "y":
            taken.append(one)
    return taken


def _show(one: Placement, number: str, brief: Brief) -> None:
    from nutgraf.report.terminal import beside

    say("")
    say(beside(brief, one.place, one.evidence, f"{one.place.path}:{one.place.line} · {number}"))
    if one.covers:
        say(f"  careful  it would stand for these words, too: {one.covers}")


def _tell(
    taken: Sequence[Placement], placed: Sequence[Placement], brief: Brief, *, dry_run: bool
) -> None:
    would = "would be written" if dry_run else "written"
    count = len({(one.path, one.at) for one in taken})
    say(
        f"{brief.id}: {count} citation{'s' * (count != 1)} {would}, {len(placed) - len(taken)} left"
    )
    if taken and not dry_run:
        next_step(f"nutgraf check {brief.id}")
