"""The commands. What they do is imported when they are called, so that `--help` is quick."""

# ruff: noqa: PLC0415 - see above

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nutgraf import __version__
from nutgraf.cli import (
    accepting,
    adding,
    angles_of,
    approving,
    archiving,
    checking,
    correcting,
    doctoring,
    handing_over,
    previewing,
    running,
    scheduling,
    sending,
    status_of,
    suggesting,
    verifying,
    way_out,
    working,
)
from nutgraf.cli.arguments import FailOn, Online, asking, counted, severity_named, workspace_here
from nutgraf.cli.as_reader import As, build_as, refuse_with_as
from nutgraf.cli.order import InOrder
from nutgraf.cli.recipients import recipients
from nutgraf.cli.sources_of import sources
from nutgraf.cli.telling import WRONG, in_json, next_step, progress, say, tell_faults, told

if TYPE_CHECKING:
    from nutgraf.app.scaffold import Made

app = typer.Typer(
    cls=InOrder,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Turns annotated sources into newsletter briefs in which every claim can be traced.",
)
new = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Begin a brief, a note or an angle."
)
app.add_typer(new, name="new")
app.add_typer(recipients, name="recipients")
app.add_typer(sources, name="sources")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"nutgraf {__version__}")
        raise typer.Exit


@app.callback()
def _nutgraf(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Say which version."),
    ] = False,
) -> None:
    del version


Briefs = Annotated[
    list[str] | None,
    typer.Argument(metavar="BRIEF", help="Names or files of briefs; the newest if none."),
]
Everything = Annotated[bool, typer.Option("--all", help="All briefs of the workspace.")]


@app.command()
def init(
    directory: Annotated[
        Path, typer.Argument(metavar="DIR", help="A new folder, or an empty one.")
    ],
    *,
    name: Annotated[
        str | None, typer.Option(metavar="NAME", help="What the newsletter is called.")
    ] = None,
    vault: Annotated[
        bool, typer.Option("--vault", help="DIR is an Obsidian vault; its files stay as they are.")
    ] = False,
) -> None:
    """Make a workspace with a first brief that builds.

    \b
    nutgraf init friday && cd friday && nutgraf build
    nutgraf init --vault ~/Notes         beside the notes of an Obsidian vault
    """
    from nutgraf.app import scaffold

    with told():
        made = scaffold.init(directory, today=_today(), name=name, vault=vault)
    typer.echo(f"a workspace in {directory}: {len(made.files)} files")
    for note in made.notes:
        say(note)
    next_step(made.next)


@new.command("brief")
def new_brief(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME",
            help="Its date (2026-02-20), or a name; the day on which the next is due if none.",
        ),
    ] = None,
) -> None:
    """Begin a brief: what has come in since the last one, ready to embed.

    \b
    nutgraf new brief                    the day on which the next one is due
    nutgraf new brief 2026-02-20         that day
    nutgraf new brief harbour-bridge     today, under a name

    Notes and open angles stand in their sections, in the order of the format and within its
    budgets, each between comment marks: take the marks away to keep it. What the last brief did
    not know stands there to be looked at again; under Notes is what had no room, and which
    sources wait for a note. Corrections that readers are owed come first.
    """
    from nutgraf.app.new_brief.begin import new_brief as begin

    with told():
        _made(begin(workspace_here(), name, today=_today()))


@new.command("note")
def new_note(
    names: Annotated[
        list[str], typer.Argument(metavar="[NAME] SOURCE...", help="Its name, and its sources.")
    ],
    *,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="What the note is called.")
    ] = None,
) -> None:
    """Begin an annotated seed; on sources, with what they offer.

    \b
    nutgraf new note courier notice          on two sources, called by their headline
    nutgraf new note ferry courier notice    the same, called ferry
    nutgraf new note ferry                   empty headings

    Key points, what happened when, figures, people with their titles, quotations with who said
    them, what the sources differ on and what they say is not known: in their words, each cited and
    with a block id, for you to keep or strike. A line that the check would call an error is left
    out. Which sources have it from one origin stands under Notes.
    """
    from nutgraf.app.new_note import new_note as begin

    with told():
        _made(begin(workspace_here(), names, name=name, today=_today()))


@new.command("angle")
def new_angle(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What the angle is called.")],
    basis: Annotated[
        list[str] | None, typer.Argument(metavar="SEED", help="Seeds it rests on.")
    ] = None,
) -> None:
    """Begin an angle: why the story matters to these readers."""
    from nutgraf.app import scaffold

    with told():
        _made(scaffold.new_angle(workspace_here(), name, basis or []))


@app.command()
def build(
    briefs: Briefs = None,
    *,
    everything: Everything = False,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format", "-f", metavar="FORMAT", help="A format of templates/; may be given again."
        ),
    ] = None,
    digests: Annotated[
        list[str] | None,
        typer.Option(
            "--digest",
            metavar="DIGEST",
            help="html, text, markdown or eml; may be given again.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="DIR", help="Another folder than build/."),
    ] = None,
    as_pasted: Annotated[
        str | None,
        typer.Option(
            metavar="PROVIDER",
            help="Put a provider's merge tags: mailchimp, buttondown, listmonk, ghost, beehiiv.",
        ),
    ] = None,
    as_address: As = None,
    online: Online = False,
    fail_on: FailOn = None,
    open_it: Annotated[bool, typer.Option("--open", help="Open the email in the browser.")] = False,
) -> None:
    """Make the digests of a brief, and check it.

    \b
    nutgraf build                      the newest brief
    nutgraf build 2026-02-13 -f cards  one brief in one format
    nutgraf build --all                the whole archive
    nutgraf build --as ADDRESS         the message that one reader of its list gets
    """
    from nutgraf.app import build as building
    from nutgraf.app.check import chosen
    from nutgraf.report import left_out
    from nutgraf.report.summary import line

    with told():
        severity = severity_named(fail_on)
        workspace = workspace_here()
        entries = chosen(workspace, briefs or [], everything=everything)
        if as_address is not None:
            others = [("--format", formats), ("--digest", digests), ("--as-pasted", as_pasted)]
            refuse_with_as([*others, ("--online", online), ("--fail-on", fail_on)])
            for letter in build_as(workspace, entries, as_address, output):
                for name in letter.files:
                    typer.echo(_shown(letter.folder / name))
                say(letter.told)
                if open_it:
                    typer.launch((letter.folder / building.HTML).as_uri())
            return
        wanted = building.Wanted(
            tuple(formats or ()),
            tuple(digests or ()),
            output.absolute() if output else None,
            as_pasted,
            asking(online, shown=len(entries) == 1),
        )
        with progress(entries, "building") as bar:
            built, faults = building.build(workspace, entries, wanted, progress=bar.step)
    tell_faults(workspace.warnings)
    for one in built:
        for name in one.files:
            typer.echo(_shown(one.folder / name))
        found = one.checked
        typer.echo(f"{one.brief.id}: {line(found.claims, found.findings, found.origins)}")
        if private := left_out.line(one.brief.left_out):
            say(f"left out of {one.brief.id}: {private}")
    for note in building.pasting_notes(as_pasted):
        say(note)
    if open_it:
        for one in built:
            typer.launch((one.folder / building.HTML).as_uri())
    if faults:
        tell_faults(faults)
        raise typer.Exit(WRONG)
    unready = [one.brief.id for one in built if counted(one.checked.findings, "error")]
    if unready:
        next_step(f"nutgraf check {' '.join(unready[:3])}")
    if severity and any(counted(one.checked.findings, severity) for one in built):
        raise typer.Exit(1)


app.command()(adding.add)
app.command()(checking.check)
app.command()(previewing.preview)
app.command()(sending.send)
app.command()(working.worker)
app.command()(scheduling.schedule)
app.command()(handing_over.handover)
app.command()(checking.cite)
app.command()(suggesting.suggest)
app.command()(accepting.accept)
app.command()(verifying.verify)
app.command()(approving.approve)
app.command()(status_of.status)
app.command()(angles_of.angles)
app.command()(running.entities)
app.command()(running.timeline)
app.command()(checking.explain)
app.command()(checking.rules)
app.command()(archiving.archive)
app.command()(correcting.correct)
app.command("unsubscribe-server")(way_out.unsubscribe_server)
app.command()(way_out.bounces)


@app.command()
def bench(
    cases: Annotated[Path, typer.Argument(metavar="CASES.jsonl", help="Labelled cases.")],
    *,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write one verdict a line here.")
    ] = None,
) -> None:
    """Score the checker on labelled cases; prints a JSON summary.

    A case is a line {"id", "claim", "document"}, or with "sources" for several documents; "label"
    is 1 where they support the claim and 0 where they do not.
    """
    from nutgraf.app import bench as benching
    from nutgraf.workspace.files import write_atomically

    with told():
        verdicts, seconds = benching.bench(cases)
    if out is not None:
        lines = "".join(benching.line(verdict) + "\n" for verdict in verdicts)
        write_atomically(out, lines.encode())
    typer.echo(in_json(benching.summary(verdicts, seconds), indent=1))


app.command()(doctoring.doctor)


def _made(made: Made) -> None:
    for note in made.notes:
        say(note)
    for file in made.files:
        typer.echo(str(file))
    next_step(made.next)


def _shown(path: Path) -> str:
    """A path as it is shortest to type from here."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _today() -> date:
    return datetime.now().astimezone().date()


if sys.platform == "win32":  # pragma: no cover - a console there may not speak UTF-8
    for stream in (sys.stdout, sys.stderr):
        getattr(stream, "reconfigure", lambda **_: None)(encoding="utf-8")
