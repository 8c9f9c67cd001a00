"""One call of `add`: each document taken, and what becomes of it."""

# ruff: noqa: PLC0415 - what a command does is imported when it is called

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from nutgraf.cli.telling import progress, say, tell

if TYPE_CHECKING:
    from nutgraf.app.add import Added, Wish
    from nutgraf.app.gathering import Gathered
    from nutgraf.app.source_index import SourceIndex
    from nutgraf.capture.captured import Raw
    from nutgraf.capture.feeds import Item
    from nutgraf.capture.fetching.manners import Manners
    from nutgraf.workspace.loading import Workspace


class Run:
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
