"""The command `add`."""

# ruff: noqa: PLC0415 - what a command does is imported when it is called

from __future__ import annotations

import shlex
import sys
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from nutgraf.cli.arguments import one_of, workspace_here
from nutgraf.cli.sources_of import index_of
from nutgraf.cli.telling import LATER, WRONG, in_json, next_step, progress, say, tell, told

if TYPE_CHECKING:
    from nutgraf.app.add import Added, Wish
    from nutgraf.app.gathering import Gathered
    from nutgraf.app.source_index import SourceIndex
    from nutgraf.app.twins import Twin
    from nutgraf.capture.captured import Raw
    from nutgraf.capture.feeds import Item
    from nutgraf.capture.fetching.manners import Manners
    from nutgraf.workspace.loading import Workspace

_WIDTH = 80


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
            done = _Run(workspace, index, wish, archive=archive)
            with progress(what if len(what) > 1 else (), "adding") as bar:
                for one in what:
                    if feed:
                        done.take_feed(one, newest)
                    else:
                        done.take(one)
                    bar.step()
    if form == "json":
        typer.echo(in_json({"version": 1, "sources": [_told(one) for one in done.added]}, indent=1))
    elif done.added:
        lines = (_left_out(one) if show_furniture else _lines(one, dry_run) for one in done.added)
        typer.echo("\n\n".join(map("\n".join, lines)))
    _end(done, written=wish.write and form == "text")


class _Run:
    """One call: what was added, and what failed, of which the others go on."""

    def __init__(
        self, workspace: Workspace, index: SourceIndex, wish: Wish, *, archive: bool
    ) -> None:
        self.added: list[Added] = []
        self.failed = 0
        self.later = 0
        self.asked = 0
        self._workspace, self._index, self._wish = workspace, index, wish
        self._archive = archive
        self._today = date.today()  # noqa: DTZ011 - the day on the editor's wall

    def take(self, one: str) -> None:
        self.asked += 1
        self._try(lambda: self._add(self._gathered(one), self._wish))

    def take_feed(self, one: str, newest: int) -> None:
        """The newest items of a feed that were not seen yet."""
        self._try(lambda: self._add_feed(one, newest))

    def _try(self, work: Callable[[], None]) -> bool:
        """Whether that is done with; what went wrong is told, and the others go on."""
        from nutgraf.errors import TryLater, Usage

        try:
            work()
        except Usage as usage:
            self.failed += 1
            tell("error", usage.message, usage.hint)
        except TryLater as later:
            self.later += 1
            tell("later", later.message, later.hint)
            return False
        return True

    def _add(self, gathered: Gathered, wish: Wish) -> None:
        from nutgraf.app.add import add as add_one

        wish = replace(wish, archived=gathered.archived)
        got = add_one(self._workspace, self._index, gathered.raw, wish, today=self._today)
        for note in gathered.notes:
            say(note)
        self.added.append(got)
        if got.state == "added" and wish.write:
            self._index.update([got.path])
            self._workspace = self._workspace.reopened([got.path])

    def _add_feed(self, one: str, newest: int) -> None:
        from nutgraf.capture.feeds import NoFeed

        given = one if _is_address(one) else self._gathered(one).raw
        try:
            self._add_items(given, newest)
        except NoFeed as page:
            if len(page.named) != 1:
                raise
            say(f"{one} is a page; its feed is {page.named[0]}")
            self._add_items(page.named[0], newest)

    def _add_items(self, given: str | Raw, newest: int) -> None:
        from nutgraf.app import feed_items

        with feed_items.news_of(
            self._workspace.root,
            given,
            newest=newest,
            manners=self._manners,
            today=self._today,
            keep=self._wish.write,
        ) as news:
            for line in news.told:
                say(line)
            with progress(news.items, news.name) as bar:
                for item in news.items:
                    self.asked += 1
                    if self._try(partial(self._add_item, item)):
                        news.done(item)
                    bar.step()

    def _add_item(self, item: Item) -> None:
        from nutgraf.app import feed_items

        gathered = feed_items.document(item, manners=self._manners, archive=self._archive)
        self._add(gathered, replace(self._wish, otherwise=feed_items.stated(item)))

    @cached_property
    def _manners(self) -> Manners:
        from nutgraf.app import gathering

        return gathering.manners_of(self._workspace.settings)

    def _gathered(self, one: str) -> Gathered:
        from nutgraf.app import gathering

        if one == "-":
            if sys.stdin.isatty():
                end = "Ctrl-Z and Enter" if sys.platform == "win32" else "Ctrl-D"
                say(f"paste the text; end it with {end} on a line of its own")
            return gathering.Gathered(gathering.pasted(sys.stdin.buffer))
        if _is_address(one):
            return gathering.fetched(
                one,
                archive=self._archive,
                manners=self._manners,
                around=self._wish.stated.published,
            )
        return gathering.Gathered(gathering.from_file(Path(one)))


def _is_address(one: str) -> bool:
    return one.lower().startswith(("http://", "https://"))


def _single(name: str | None, title: str | None, url: str | None) -> str | None:
    given = (("--id", name), ("--title", title), ("--url", url))
    return next((option for option, value in given if value is not None), None)


def _lines(one: Added, dry_run: bool) -> Iterator[str]:
    found = one.found
    if one.state == "known":
        yield f"KNOWN      {one.path}"
        yield from _fact("", "it was captured before, with the same text: there is nothing to do")
        return
    yield f"{'WOULD ADD' if dry_run else 'ADDED':<11}{one.path}"
    yield from _fact("title", _guess(found.title, "title" in found.guessed))
    by = f"by {', '.join(found.authors)}" if found.authors else None
    day = found.published.isoformat() if found.published else None
    yield from _fact("outlet", " · ".join(part for part in (found.publisher, day, by) if part))
    yield from _fact("address", found.url)
    yield from _fact("kind", _guess(found.kind, "kind" in found.guessed))
    quoted = f" · {one.quotations} quotation{'s' * (one.quotations != 1)}" * bool(one.quotations)
    yield from _fact("text", f"{one.words:,} words{quoted}{_beside(one)}")
    yield from _fact("credits", ", ".join(found.credits))
    for twin in one.twins:
        yield from _fact("same", _twin(twin))
    if found.cut_off:
        yield from _fact("cut off", f"{found.cut_off}; the file says so")
    if one.missing:
        options = " ".join(f"--{name}" for name in one.missing)
        yield from _fact("not there", f"{', '.join(one.missing)}: write it in, or give {options}")


def _beside(one: Added) -> str:
    count = len(one.found.furniture)
    if not count:
        return ""
    kept = one.found.extension == ".txt"
    what = f"{count} block{'s' * (count != 1)} of the page around it"
    return f" · {what} {'kept, and not read as the article' if kept else 'left out'}"


def _twin(twin: Twin) -> str:
    name = twin.source.id
    if twin.how == "text":
        return f"has the text of {name} to the letter"
    if twin.how == "page":
        return f"is the page of {name}, with another text"
    share = f"{twin.share:.0%} of its words"
    if twin.how == "part":
        return f"{share} stand in {name}, too: the two may share an origin"
    if twin.wire:
        return f"carries the same wire story as {name} ({share}; both have it of {twin.wire})"
    return f"carries the same story as {name} ({share})"


def _guess(words: str | None, guessed: bool) -> str | None:
    return f"{words} (a guess)" if words and guessed else words


def _fact(label: str, words: str | None) -> Iterator[str]:
    if words:
        lines = textwrap.wrap(words, _WIDTH - 13, break_long_words=False) or [""]
        yield f"  {label:<11}{lines[0]}"
        yield from (f"{'':<13}{line}" for line in lines[1:])


def _left_out(one: Added) -> Iterator[str]:
    count = len(one.found.furniture)
    yield f"{one.path}: {count} block{'s' * (count != 1)} of the page around the article"
    for block in one.found.furniture:
        yield from textwrap.wrap(
            block, _WIDTH, initial_indent="  - ", subsequent_indent="    ", break_long_words=False
        )


def _end(done: _Run, *, written: bool) -> None:
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


def _told(one: Added) -> Any:
    found = one.found
    return {
        "state": one.state,
        "id": one.id,
        "path": one.path,
        "raw": one.raw,
        "title": found.title,
        "publisher": found.publisher,
        "authors": list(found.authors),
        "url": found.url,
        "published": found.published.isoformat() if found.published else None,
        "kind": found.kind,
        "guessed": list(found.guessed),
        "language": found.language,
        "credits": list(found.credits),
        "words": one.words,
        "quotations": one.quotations,
        "missing": list(one.missing),
        "cut_off": found.cut_off,
        "furniture": list(found.furniture),
        "same": [
            {
                "id": twin.source.id,
                "how": twin.how,
                "share": round(twin.share, 3),
                "wire": twin.wire,
            }
            for twin in one.twins
        ],
    }
