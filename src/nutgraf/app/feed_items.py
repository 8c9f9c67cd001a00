"""The items of a feed that are new, each as a document that can be added."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from nutgraf.app.add import Stated
from nutgraf.app.gathering import Gathered, fetched
from nutgraf.capture.addresses import canonical
from nutgraf.capture.captured import Raw
from nutgraf.capture.feed_state import remembering
from nutgraf.capture.feeds import Item, read_feed
from nutgraf.errors import Usage

if TYPE_CHECKING:
    from nutgraf.capture.fetching.manners import Manners


@dataclass
class News:
    """What a feed has that is new: `items`, the newest first; `told` are lines for the editor.

    What is `done` with is not new the next time, whether it was added or refused.
    """

    name: str
    items: tuple[Item, ...] = ()
    told: tuple[str, ...] = ()
    _done: list[Item] = field(default_factory=list)

    def done(self, item: Item) -> None:
        self._done.append(item)


@contextmanager
def news_of(
    root: Path, given: str | Raw, *, newest: int, manners: Manners, today: date, keep: bool
) -> Iterator[News]:
    """What is new in the feed at an address, or in that of a file, `newest` items at the most.

    Of a feed that is read for the first time all the others count as seen; later they wait for the
    next time. Nothing is remembered unless `keep`. Raises Usage, TryLater and Faulty.
    """
    from nutgraf.capture.fetching.fetch import fetch  # noqa: PLC0415 -- only who fetches pays

    feed = read_feed(given) if isinstance(given, Raw) else None
    address = canonical(given) if isinstance(given, str) else (feed and feed.url) or given.name
    with remembering(root, address, today=today) as memory:
        got = None
        if isinstance(given, str):
            got = fetch(given, manners=manners, etag=memory.etag, modified=memory.modified)
            if got.unchanged:
                yield News(address, (), (f"{address}: nothing new",))
                return
            feed = read_feed(got.raw)
        assert feed is not None
        new = memory.unseen(feed.items)
        first = not memory.seen
        items, rest = new[:newest], new[newest:]
        told = _told(feed.title or address, items, len(rest), first=first)
        news = News(feed.title or address, items, (*feed.notes, told))
        try:
            yield news
        finally:
            if keep:
                memory.saw([*news._done, *(rest if first else ())])  # noqa: SLF001 -- ours
        if keep and got is not None and len(news._done) == len(items) and (first or not rest):  # noqa: SLF001
            memory.whole(got)


def document(item: Item, *, manners: Manners, archive: bool) -> Gathered:
    """The page of an item, or the text that the feed brings where the page cannot be had."""
    from nutgraf.capture.fetching.troubles import NotFetched  # noqa: PLC0415 -- as above

    text = item.text()
    if item.url is None:
        if text is None:
            hint = "it may be a sound or a picture; add its text by hand: nutgraf add -"
            raise Usage(f"“{item.title or item.id}” has no page, and the feed brings no text", hint)
        return Gathered(text)
    try:
        return fetched(item.url, archive=archive, manners=manners, around=item.day)
    except NotFetched as trouble:
        if text is None or not item.content:
            raise
        return Gathered(text, (f"{trouble.message}; this is the text that the feed brings",))


def stated(item: Item) -> Stated:
    """What the feed states of an item."""
    return Stated(title=item.title, authors=item.authors, url=item.url, published=item.day)


def _told(name: str, items: tuple[Item, ...], rest: int, *, first: bool) -> str:
    if not items:
        return f"{name}: nothing new"
    told = f"{name}: {len(items)} new"
    if not rest:
        return told
    if first:
        older = "1 older one is" if rest == 1 else f"{rest} older ones are"
        return f"{told}; {older} passed over (to add one: nutgraf add ADDRESS)"
    more = "1 more waits" if rest == 1 else f"{rest} more wait"
    return f"{told}; {more} for the next time, or for --newest {len(items) + rest}"
