"""The commands `recipients …`: lists of readers, and who is mailed no more."""

# ruff: noqa: PLC0415 - what a command does is imported when it is called

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nutgraf.cli.telling import WRONG, next_step, progress, say, tell_faults, tell_some, told

if TYPE_CHECKING:
    from nutgraf.app.recipient_import import Import
    from nutgraf.app.recipients import Standing
    from nutgraf.workspace.settings import Settings

recipients = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Look at the lists of readers, add to them, and keep people from being mailed.",
)

ListName = Annotated[
    str | None, typer.Argument(metavar="LIST", help="A list of nutgraf.yaml; all if none.")
]
Tags = Annotated[
    list[str] | None, typer.Option("--tag", metavar="TAG", help="A tag; may be given again.")
]
Address = Annotated[str, typer.Argument(metavar="ADDRESS", help="An e-mail address.")]


@recipients.command("list")
def list_lists(
    name: ListName = None,
    *,
    who: Annotated[bool, typer.Option("--who", help="Each address that would be mailed.")] = False,
) -> None:
    """Say how many readers the lists have, or who they are.

    \b
    nutgraf recipients list
    nutgraf recipients list readers --who
    """
    from nutgraf.app import recipients as lists

    with _told():
        root, settings = _here()
        if who:
            for one in lists.names(settings, name):
                for reader in lists.mailed(root, settings, one):
                    typer.echo(
                        f"{reader.address}\t{reader.name}" if reader.name else reader.address
                    )
            return
        found = _standings(root, settings, name)
    for standing in found:
        _tell_standing(standing)
    if broken := [standing.name for standing in found if standing.tally.faults]:
        next_step(f"nutgraf recipients check {shlex.quote(broken[0])}")
        raise typer.Exit(WRONG)


@recipients.command()
def check(
    name: ListName = None,
    *,
    everything: Annotated[bool, typer.Option("--all", help="Each fault, however many.")] = False,
) -> None:
    """Look through the lists, and tell every line that is broken with its place.

    Nothing is sent to a list that has one: somebody would be left out, or get what is not theirs.
    """
    with _told():
        root, settings = _here()
        found = _standings(root, settings, name)
    for standing in found:
        if everything:
            tell_faults(standing.tally.faults)
        else:
            tell_some(standing.tally.faults, _check(standing.name))
    for standing in found:
        _tell_standing(standing)
    if any(standing.tally.faults for standing in found):
        raise typer.Exit(WRONG)


@recipients.command("import")
def import_file(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV or YAML file.")],
    *,
    into: Annotated[
        str | None,
        typer.Option(metavar="LIST", help="The list they come to; the only one if none."),
    ] = None,
    tag: Tags = None,
    yes: Annotated[bool, typer.Option("--yes", help="Write them into the list's file.")] = False,
) -> None:
    """Show what a file of readers would bring to a list; with --yes, bring it.

    Readers that the list has already stay as they are. Whoever the file says is unsubscribed is
    mailed no more; whoever the list says is unsubscribed stays so, and who is suppressed does not
    come. Columns that the list lacks are added behind its own.

    \b
    nutgraf recipients import ~/Downloads/members.csv --into readers
    nutgraf recipients import ~/Downloads/members.csv --into readers --yes
    """
    from nutgraf.app import recipient_import

    with _told():
        root, settings = _here()
        list_name = _chosen(settings, into, "--into")
        planned = recipient_import.plan(root, settings, file.absolute(), list_name, tag or [])
        if yes and planned.changes:
            planned.carry_out()
    _tell_import(planned)
    if not planned.changes:
        say(f"nothing in {file} is new to {list_name}")
    elif yes:
        say(f"{planned.into.file.shown} is written")
        next_step(f"nutgraf recipients list {shlex.quote(list_name)}")
    else:
        say("nothing is written yet")
        again = ["import", str(file), "--into", list_name]
        again += [part for one in tag or [] for part in ("--tag", one)]
        next_step(f"nutgraf recipients {shlex.join(again)} --yes")


@recipients.command()
def add(
    address: Address,
    *,
    to: Annotated[
        str | None, typer.Option(metavar="LIST", help="The list; the only one if none.")
    ] = None,
    name: Annotated[str, typer.Option(metavar="NAME", help="As it stands in To: of a mail.")] = "",
    tag: Tags = None,
    field: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD=VALUE", help="A merge field; may be given again."),
    ] = None,
) -> None:
    """Add one reader to the end of a list.

    \b
    nutgraf recipients add ann@example.org --to readers --name "Ann Lee" --field first_name=Ann
    """
    from nutgraf.app.recipient_added import add as add_one

    with _told():
        root, settings = _here()
        list_name = _chosen(settings, to, "--to")
        fields = _fields(field or [])
        written = add_one(
            root, settings, list_name, address, name=name, tags=tag or [], fields=fields
        )
    typer.echo(f"{address} is on the list {list_name} ({written})")


@recipients.command()
def suppress(
    address: Address,
    *,
    reason: Annotated[
        str, typer.Option(metavar="WORDS", help="Why, for whoever looks at it later.")
    ] = "",
) -> None:
    """Mail an address no more, on whatever list it is.

    It is kept in the ledger, not in the list, so that no import brings it back.
    """
    from nutgraf.app import suppressions as suppressed

    with _told():
        root, settings = _here()
        stands, new = suppressed.suppress(root, settings, address, reason=reason, now=_now())
    if new:
        typer.echo(f"{stands.address} is mailed no more: {stands.reason}")
    else:
        since = f"{stands.at:%Y-%m-%d}"
        typer.echo(f"{stands.address} is mailed no more since {since} already: {stands.reason}")


@recipients.command()
def allow(address: Address) -> None:
    """Let a suppressed address be mailed again: only when they asked for it themselves."""
    from nutgraf.app import suppressions as suppressed

    with _told():
        root, settings = _here()
        was = suppressed.allow(root, settings, address)
    since = f"since {was.at:%Y-%m-%d}: {was.reason}"
    typer.echo(f"{was.address} may be mailed again (was suppressed {since})")


@recipients.command("suppressions")
def list_suppressions() -> None:
    """List who is mailed no more: since when, the address, why, and after which brief."""
    from nutgraf.app import suppressions as suppressed

    with _told():
        root, settings = _here()
        count = 0
        for one in suppressed.suppressions(root, settings):
            count += 1
            typer.echo(
                "\t".join((f"{one.at:%Y-%m-%d}", one.address, one.reason, one.brief)).strip()
            )
    if not count:
        say("nobody is suppressed")


@recipients.command()
def export(
    name: Annotated[str, typer.Argument(metavar="LIST", help="A list of nutgraf.yaml.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A new .csv or .yaml file.")],
    *,
    mailed: Annotated[
        bool, typer.Option("--mailed", help="Only those who would be mailed.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Write over a file that is there.")
    ] = False,
) -> None:
    """Write a list into a file, each address once, with its status.

    Who is suppressed has that as the status, so that no other program mails them.
    """
    from nutgraf.app import recipients as lists

    with _told():
        root, settings = _here()
        count = lists.export(root, settings, name, file, mailed_only=mailed, again=force)
    typer.echo(f"{file}: {count:,} of the list {name}")


@contextmanager
def _told() -> Iterator[None]:
    """As elsewhere, but of a list with thousands of faults the first ones."""
    from nutgraf.errors import Faulty

    with told():
        try:
            yield
        except Faulty as faulty:
            tell_some(faulty.faults, _check())
            raise typer.Exit(WRONG) from None


def _check(*name: str) -> str:
    return " ".join(("nutgraf recipients check", *map(shlex.quote, name), "--all"))


def _here() -> tuple[Path, Settings]:
    from nutgraf.cli.arguments import workspace_here

    workspace = workspace_here()
    return workspace.root, workspace.settings


def _chosen(settings: Settings, named: str | None, option: str) -> str:
    """The list that is named, or the only one there is: a list is not changed by a guess."""
    from nutgraf.deliver.recipients import list_of
    from nutgraf.errors import Usage

    if named is None and len(settings.lists) > 1:
        there = ", ".join(settings.lists)
        raise Usage(f"which list is meant? There are: {there}", f"name it with {option} LIST")
    return list_of(settings, named)


def _standings(root: Path, settings: Settings, name: str | None) -> list[Standing]:
    from nutgraf.app import recipients as lists

    names, found = lists.names(settings, name), []
    with progress(names, "looking through lists") as bar:
        for one in names:
            found.append(lists.standing(root, settings, one))
            bar.step()
    return found


def _fields(given: Sequence[str]) -> dict[str, str]:
    from nutgraf.errors import Usage

    fields = {}
    for one in given:
        name, sign, value = one.partition("=")
        if not sign or not name.strip():
            raise Usage(f"“{one}” is no field with its value", "write --field first_name=Ann")
        fields[name.strip()] = value.strip()
    return fields


def _tell_standing(standing: Standing) -> None:
    tally = standing.tally
    if tally.faults:
        faults = "1 fault" if len(tally.faults) == 1 else f"{len(tally.faults):,} faults"
        told = f"{faults}: nothing is sent to it"
    else:
        told = "1 reader" if standing.mailed == 1 else f"{standing.mailed:,} readers"
    typer.echo(f"{standing.name}: {told} ({standing.shown})")
    out = [f"{count:,} {status}" for status, count in sorted(tally.statuses.items())]
    if standing.suppressed:
        out.append(f"{standing.suppressed:,} suppressed")
    if tally.elsewhere:
        out.append(f"{tally.elsewhere:,} of other lists or tags")
    if tally.duplicates:
        out.append("1 duplicate" if tally.duplicates == 1 else f"{tally.duplicates:,} duplicates")
    if out:
        typer.echo(f"  left out: {', '.join(out)}")


_SHOWN = 20


def _tell_import(planned: Import) -> None:
    """Who is new, and everybody whom the two files do not say the same of."""
    groups = (
        ("new", planned.new),
        ("new, and not mailed, as the file says", planned.inactive),
        ("mailed no more, as the file says", planned.ended),
        ("not mailed, as the list says; they stay so", planned.left),
        ("suppressed; they do not come", planned.suppressed),
    )
    for what, addresses in groups:
        if addresses:
            typer.echo(f"{len(addresses):,} {what}")
            for address in addresses[:_SHOWN]:
                typer.echo(f"  {address}")
            if len(addresses) > _SHOWN:
                typer.echo(f"  and {len(addresses) - _SHOWN:,} more")
    for what, count in (
        ("on the list already", planned.known),
        ("twice in the file", planned.duplicates),
        ("of other lists", planned.elsewhere),
    ):
        if count:
            typer.echo(f"{count:,} {what}")


def _now() -> datetime:
    return datetime.now().astimezone()
