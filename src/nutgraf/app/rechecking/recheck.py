"""Looks several pages up again, one at a time for a host, and says what rests on what changed."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from urllib.parse import urlsplit

from nutgraf.app.rechecking.look_up import as_last, look_up, looked_at
from nutgraf.app.rechecking.looked import Looked
from nutgraf.app.rechecking.pages import Ask, Page
from nutgraf.app.rechecking.resting import with_affected
from nutgraf.capture.addresses import host_of
from nutgraf.errors import Usage
from nutgraf.model import Source
from nutgraf.workspace.loading import Workspace
from nutgraf.workspace.looks import last_look
from nutgraf.workspace.nearest import nearest

_HOSTS = 4  # that are asked at a time


def recheck(
    workspace: Workspace,
    sources: Sequence[Source],
    ask: Ask,
    now: datetime,
    step: Callable[[Source], None] = lambda _: None,
) -> tuple[Looked, ...]:
    """Each source with what became of its page, in the order given.

    `step` is called for each page that was asked for. Raises Faulty where a look that is kept
    cannot be read, and Usage where none can be kept.
    """
    hosts: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        hosts[_host(source)].append(source)
    found: dict[str, Looked] = {}

    stopped = threading.Event()

    def one_host(own: Sequence[Source]) -> None:
        for source in own:
            if stopped.is_set():
                return
            found[source.file.path] = look_up(workspace.root, source, ask, now)
            step(source)

    with ThreadPoolExecutor(min(_HOSTS, max(len(hosts), 1))) as pool:
        try:
            for done in [pool.submit(one_host, own) for own in hosts.values()]:
                done.result()
        except BaseException:  # Ctrl-C, too: each host ends with the page that it is at
            stopped.set()
            raise
    return with_affected(workspace, [found[source.file.path] for source in sources])


def recheck_by_hand(
    workspace: Workspace, source: Source, page: Page, now: datetime
) -> tuple[Looked, ...]:
    """One source beside a page that was saved by hand.

    Raises Usage where the page says that it is another site's, and Faulty.
    """
    stated = page.captured.url if page.captured is not None else None
    if stated and source.url and _site(stated) != _site(source.url):
        raise Usage(
            f"the page says that it is {stated}, and {source.id} is {source.url}",
            "give the file of that page; nothing was written",
        )
    last = last_look(workspace.root, source.id, source.file.path)
    return with_affected(workspace, [looked_at(workspace.root, source, page, last, now)])


def looked_last(workspace: Workspace, source: Source) -> Looked | None:
    """What the last look found that is kept, and what rests on it; None where there is none.

    Nothing is asked. Raises Faulty where the look cannot be read.
    """
    last = last_look(workspace.root, source.id, source.file.path)
    if last is None:
        return None
    (found,) = with_affected(workspace, [as_last(source, last)])
    return found


def _site(url: str) -> list[str]:
    """The last two parts of a host: `www` and `amp` are of the same site."""
    return host_of(url).split(".")[-2:]


def _host(source: Source) -> str:
    try:
        return urlsplit(source.url or "").netloc.casefold()
    except ValueError:
        return ""


def meant(
    workspace: Workspace,
    names: Sequence[str],
    *,
    brief: str | None = None,
    everything: bool = False,
) -> tuple[Source, ...]:
    """The sources of those ids or paths, of a brief's pack, or all; else of the newest brief's.

    Raises Usage where there is none of a name, and Faulty where the brief cannot be read.
    """
    if sum([bool(names), brief is not None, everything]) > 1:
        raise Usage("sources are named, or --brief, or --all", "ask for one of the three")
    if names:
        return tuple(
            {one.id: one for one in (source_of(workspace, name) for name in names)}.values()
        )
    if everything:
        ids = [one.id for one in workspace.entries.values() if one.type == "source"]
        return tuple(source for name in ids if (source := workspace.source(name)) is not None)
    if brief is not None:
        return workspace.brief(brief).pack
    briefs = workspace.briefs()
    if not briefs:
        raise Usage("there is no brief whose sources are meant", "name some, or give --all")
    return workspace.brief(briefs[-1].path).pack


def source_of(workspace: Workspace, name: str) -> Source:
    """The source of that id or path. Raises Usage with the nearest name where there is none."""
    source = workspace.source(name)
    if source is not None:
        return source
    entry = workspace.entry(name)
    if entry is not None:
        raise Usage(f"“{name}” is no source: {entry.path}", "name a source of seeds/")
    known = [one.id for one in workspace.entries.values() if one.type == "source"]
    if not known:
        raise Usage("there is no source in seeds/", "capture one: nutgraf add URL")
    near = nearest(name, known)
    hint = f"did you mean {near}?" if near else f"there are: {', '.join(sorted(known)[:5])}"
    raise Usage(f"there is no source “{name}” in seeds/", hint)
