"""Which items of which feed were seen: `seeds/feeds.yaml`, a line an item.

It is kept beside the sources and not in the cache, since an item that the editor passed over would
come again without it. What spares a server from sending a feed that did not change is only cached.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from nutgraf.capture.feeds import Item
from nutgraf.capture.fetching.fetched import Fetched
from nutgraf.errors import Fault, Faulty, TryLater, Usage
from nutgraf.workspace.files import MEGABYTE, read_text, write_atomically

SEEN: Final = "seeds/feeds.yaml"
_CACHE: Final = ".nutgraf/feeds.json"
_LOCK: Final = ".nutgraf/feeds.lock"
_LARGEST: Final = 20 * MEGABYTE
_HEAD: Final = (
    "# The items of feeds that `nutgraf add --feed` has seen; they are not offered again.\n"
)
# What a feed has not named for so long, it does not name again.
_FORGOTTEN: Final = timedelta(days=400)
_PATIENCE: Final = 10.0


@dataclass
class FeedMemory:
    """What is known of one feed, while it is read; `etag` and `modified` are for its next fetch."""

    url: str
    today: date
    seen: dict[str, date]
    etag: str | None = None
    modified: str | None = None
    _named: set[str] = field(default_factory=set)
    _validators: dict[str, str] | None = None

    def unseen(self, items: Iterable[Item]) -> tuple[Item, ...]:
        """The items that are new, in their order, none of them twice."""
        found = {item.id: item for item in items}
        self._named.update(found)
        return tuple(item for item in found.values() if item.id not in self.seen)

    def saw(self, items: Iterable[Item]) -> None:
        """These were dealt with and are not new any more; kept also if the run ends early."""
        for item in items:
            self.seen.setdefault(item.id, self.today)

    def whole(self, fetched: Fetched) -> None:
        """All of the feed was dealt with: the server need not send it again as it is."""
        told = {"etag": fetched.etag, "modified": fetched.modified}
        self._validators = {name: value for name, value in told.items() if value}

    def kept(self) -> dict[str, date]:
        """What is worth keeping: what the feed still names, and what it named not so long ago."""
        return {
            mark: day
            for mark, day in self.seen.items()
            if mark in self._named or self.today - day < _FORGOTTEN
        }


@contextmanager
def remembering(
    root: Path, url: str, *, today: date, patience: float = _PATIENCE
) -> Iterator[FeedMemory]:
    """The memory of the feed at `url`; what it learns is kept at the end, however that comes.

    No other nutgraf reads feeds of the workspace meanwhile, so that nothing is added twice: raises
    `TryLater` where another does for longer than `patience` seconds, `Faulty` where the file is
    damaged, `Usage` where it cannot be written.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 -- only who reads feeds needs it

    lock = FileLock(root / _LOCK, timeout=patience)
    try:
        (root / _LOCK).parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout:
        message = "another nutgraf is reading feeds of this workspace"
        raise TryLater(message, f"try again; if none is running, remove {_LOCK}") from None
    except OSError as error:
        raise _unwritable(error) from None
    try:
        feeds = _read(root)
        known = _cached(root).get(url, {})
        before = dict(feeds.get(url, {}))
        memory = FeedMemory(
            url, today, dict(before), etag=known.get("etag"), modified=known.get("modified")
        )
        try:
            yield memory
        finally:
            if memory.kept() != before:
                _write(root, {**feeds, url: memory.kept()})
            if memory._validators is not None:  # noqa: SLF001 -- the two halves of one idea
                _cache(root, url, memory._validators)  # noqa: SLF001
    finally:
        lock.release()


def _read(root: Path) -> dict[str, dict[str, date]]:
    path = root / SEEN
    if not path.exists():
        return {}
    feeds: dict[str, dict[str, date]] = {}
    faults = []
    for number, line in enumerate(read_text(root, path, limit=_LARGEST).text.split("\n"), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            told: Any = json.loads(line.removeprefix("- "))
            feed, item, day = told["feed"], told["item"], date.fromisoformat(told["seen"])
        except (ValueError, KeyError, TypeError, RecursionError):
            hint = "mend or remove the line; at worst an item is offered once more"
            faults.append(Fault(SEEN, "this line is no item that was seen", hint, number))
            continue
        # Where two histories were merged, the item was seen when it was seen first.
        seen = feeds.setdefault(str(feed), {})
        seen[str(item)] = min(day, seen.get(str(item), day))
    if faults:
        raise Faulty(faults)
    return feeds


def _write(root: Path, feeds: dict[str, dict[str, date]]) -> None:
    lines = [
        "- " + json.dumps({"feed": feed, "item": item, "seen": str(day)})
        for feed, seen in sorted(feeds.items())
        for item, day in sorted(seen.items(), key=lambda pair: (pair[1], pair[0]))
    ]
    try:
        (root / SEEN).parent.mkdir(parents=True, exist_ok=True)
        text = _HEAD + "".join(f"{line}\n" for line in lines)
        write_atomically(root / SEEN, text.encode())
    except OSError as error:
        raise _unwritable(error) from None


def _cached(root: Path) -> dict[str, dict[str, str]]:
    """By feed what it said of its state; a cache that is damaged is none."""
    try:
        told: Any = json.loads((root / _CACHE).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(told, dict):
        return {}
    return {
        feed: {name: value for name, value in known.items() if isinstance(value, str)}
        for feed, known in told.items()
        if isinstance(known, dict)
    }


def _cache(root: Path, url: str, validators: dict[str, str]) -> None:
    known = {**_cached(root), url: validators}
    with suppress(OSError):
        data = json.dumps(known, indent=1).encode()
        write_atomically(root / _CACHE, data, durable=False)


def _unwritable(error: OSError) -> Usage:
    message = f"which items of feeds were seen cannot be kept: {error.strerror or error}"
    return Usage(message, "make room, or let yourself write in the workspace")
