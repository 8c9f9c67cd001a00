"""The command `add`."""

# ruff: noqa: PLC0415 - what a command does is imported when it is called

from __future__ import annotations

import shlex
from datetime import datetime
from typing import Annotated

import typer

from nutgraf.cli.added_told import as_values, left_out, lines
from nutgraf.cli.adding_run import Run
from nutgraf.cli.arguments import one_of, workspace_here
from nutgraf.cli.sources_of import index_of
from nutgraf.cli.telling import LATER, WRONG, in_json, next_step, progress, say, told


def add(
    what: Annotated[
        list[str] | None,
        typer.Argument(metavar="URL|FILE|-", help="Pages, files, or - for what is pasted."),
    ] = None,
    *,
    name: Annotated[str | None, typer.Option("--id", metavar="ID", help="Its name here.")] = None,
    title: Annotated[str | None, typer.Option(metavar="TITLE", help="Its headline.")] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="The outlet.")] = None,
    author: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Who wrote it; may be given again.")
    ] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="Where it stands.")] = None,
    published: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day it was published.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option(metavar="KIND", help="primary, official, wire, news, …")
    ] = None,
    feed: Annotated[
        bool, typer.Option("--feed", help="The newest items of a feed, each as a source.")
    ] = False,
    newest: Annotated[
        int, typer.Option(metavar="N", min=1, help="Of a feed, no more than this many.")
    ] = 10,
    archive: Annotated[
        bool, typer.Option("--archive", help="Of a page that is gone, the Internet Archive’s copy.")
    ] = False,
    no_raw: Annotated[
        bool, typer.Option("--no-raw", help="Do not keep the page as it came.")
    ] = False,
    show_furniture: Annotated[
        bool, typer.Option("--show-furniture", help="Show what would be left out; write nothing.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Also what is cut off or there already.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Write nothing.")] = False,
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="FORM", help="text or json.")
    ] = "text",
) -> None:
    """Capture pages, papers, letters and texts as sources: seeds/ID.md, with the page as it came.

    Title, outlet, authors, address, day and language are taken from what the page states; what it
    does not state can be given. What kind of source it is, is a guess, and marked as one.

    \b
    nutgraf add https://example.org/news/harbour-vote
    nutgraf add saved.html filing.pdf letter.eml
    nutgraf add - --url https://example.org/paid --publisher "The Ledger"
    nutgraf add --feed https://example.org/feed.xml --newest 5
    """
    from nutgraf.app.add import Stated, Wish
    from nutgraf.errors import Usage
    from nutgraf.workspace.note_keys import KINDS

    with told():
        one_of(form, ("text", "json"), "form")
        if kind is not None:
            one_of(kind, KINDS, "kind")
        if not what:
            raise Usage("nothing is named", "nutgraf add URL, a file, or - to paste a text")
        if (feed or len(what) > 1) and (single := _single(name, title, url)):
            many = "a feed has many" if feed else f"{len(what)} are named"
            raise Usage(f"{single} is of one source, and {many}", "add it alone")
        if what.count("-") > 1:
            raise Usage("- is given twice", "there is one standard input")
        stated = Stated(
            title=title,
            publisher=publisher,
            authors=tuple(author or ()),
            url=url,
            published=published.date() if published else None,
            kind=kind,
        )
        wish = Wish(stated, name, not no_raw, force, not (dry_run or show_furniture))
        workspace = workspace_here()
        with index_of(workspace.root) as index:
            done = Run(workspace, index, wish, archive=archive)
            with progress(what if len(what) > 1 else (), "adding") as bar:
                for one in what:
                    if feed:
                        done.take_feed(one, newest)
                    else:
                        done.take(one)
                    bar.step()
    if form == "json":
        typer.echo(
            in_json({"version": 1, "sources": [as_values(one) for one in done.added]}, indent=1)
        )
    elif done.added:
        shown = (left_out(one) if show_furniture else lines(one, dry_run) for one in done.added)
        typer.echo("\n\n".join(map("\n".join, shown)))
    _end(done, written=wish.write and form == "text")


def _single(name: str | None, title: str | None, url: str | None) -> str | None:
    given = (("--id", name), ("--title", title), ("--url", url))
    return next((option for option, value in given if value is not None), None)


def _end(done: Run, *, written: bool) -> None:
    """What there is to do next, and the exit status."""
    new = [one for one in done.added if one.state == "added"]
    if done.asked > 1:
        parts = [
            f"{len(new)} of {done.asked} added" if written else f"{len(new)} of {done.asked} read",
            f"{len(done.added) - len(new)} known" if len(done.added) > len(new) else "",
            f"{done.failed} refused" if done.failed else "",
            f"{done.later} to try again later" if done.later else "",
        ]
        say(", ".join(part for part in parts if part))
    if written and new:
        next_step(f"nutgraf new note {' '.join(shlex.quote(one.id) for one in new)}")
    if done.failed:
        raise typer.Exit(WRONG)
    if done.later:
        raise typer.Exit(LATER)
