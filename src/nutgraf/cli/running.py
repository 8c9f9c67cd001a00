"""The commands `entities` and `timeline`: stories that run over weeks."""

# ruff: noqa: PLC0415 - what a command does is imported when it is called

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from nutgraf.cli.arguments import one_of, workspace_here
from nutgraf.cli.facts import fact
from nutgraf.cli.telling import in_json, next_step, say, told

if TYPE_CHECKING:
    from nutgraf.app.running.changes import Change, Since
    from nutgraf.app.running.entities import Called, Entity, Placed
    from nutgraf.app.running.timeline import Event
    from nutgraf.evidence.offered.said import Said

_WIDTH = 80
_STATES = {"differ": "the sources differ on the title", "changed": "the title changed"}
_HEADINGS = {
    "moved": "DIFFERENT NOW",
    "event": "NEW",
    "earlier": "FROM BEFORE, AND NOT TOLD",
    "person": "NAMED FOR THE FIRST TIME",
    "open": "WAS NOT KNOWN",
}


def entities(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="All about one; everybody if none.")
    ] = None,
    *,
    people: Annotated[bool, typer.Option("--people", help="Persons only.")] = False,
    bodies: Annotated[bool, typer.Option("--bodies", help="Bodies only.")] = False,
    differing: Annotated[
        bool, typer.Option("--differing", help="Only those whose titles differ or changed.")
    ] = False,
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="FORM", help="text or json.")
    ] = "text",
) -> None:
    """List the persons and bodies of all sources and briefs, with titles, spellings and days.

    \b
    nutgraf entities                     those first on whose title the sources differ
    nutgraf entities --differing
    nutgraf entities Calder              each title with who says so, quotations, places
    """
    from nutgraf.app.running import entities as running
    from nutgraf.errors import Usage
    from nutgraf.workspace.nearest import nearest

    with told():
        one_of(form, ("text", "json"), "form")
        if people and bodies:
            raise Usage("--people and --bodies leave nothing", "ask for one of the two")
        workspace = workspace_here()
        found = running.entities(workspace)
        if name is not None:
            meant = running.named(found, name)
            if not meant:
                near = nearest(name, [spelt for one in found for spelt in one.spellings])
                hint = f"did you mean {near}?" if near else "nutgraf entities lists them"
                raise Usage(f"no source names “{name}”", hint)
            pack = running.whole_pack(workspace)
            quoted = {key: running.sayings(pack, one) for key, one in meant.items()}
            found = tuple(meant.values())
    shown = [
        one
        for one in found
        if (not people or one.kind == "person")
        and (not bodies or one.kind == "body")
        and (not differing or one.state)
    ]
    if form == "json":
        listed = [
            _entity_in_json(one, quoted[one.name] if name is not None else ()) for one in shown
        ]
        typer.echo(in_json({"version": 1, "entities": listed}, indent=1))
    elif not shown:
        say("nobody of that kind is named")
    elif name is not None:
        parts = ("\n".join(_whole(one, quoted[one.name])) for one in shown)
        typer.echo("\n\n".join(parts))
    else:
        typer.echo("\n".join(line for one in shown for line in _short(one)))


def timeline(
    topic: Annotated[
        list[str], typer.Argument(metavar="TOPIC", help="A name, words, or a brief, note, source.")
    ],
    *,
    since_last: Annotated[
        bool, typer.Option("--since-last", help="What is new since the last brief on it.")
    ] = False,
    since: Annotated[
        str | None, typer.Option("--since", metavar="BRIEF", help="What is new since that brief.")
    ] = None,
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="FORM", help="text, markdown or json.")
    ] = "text",
) -> None:
    """List the dated events of a topic over all sources, and which briefs told them.

    \b
    nutgraf timeline harbour bridge
    nutgraf timeline 2026-02-13 --format markdown    of a brief, each line cited
    nutgraf timeline harbour bridge --since-last     what is new since we wrote of it
    """
    from nutgraf.app.running import changes
    from nutgraf.app.running.timeline import timeline as events_of
    from nutgraf.app.running.topic import topic_of
    from nutgraf.errors import Usage

    with told():
        one_of(form, ("text", "markdown", "json"), "form")
        if since_last and since is not None:
            raise Usage("--since-last and --since are two wishes", "give one of them")
        workspace = workspace_here()
        meant = topic_of(workspace, " ".join(topic))
        if since_last or since is not None:
            entry = (
                workspace.brief_entry(since)
                if since is not None
                else changes.last_on(workspace, meant)
            )
            news = changes.since(workspace, meant, entry)
            _print_changes(news, form)
            return
        found = events_of(workspace, meant)
    if form == "json":
        listed = [_event_in_json(one) for one in found]
        typer.echo(in_json({"version": 1, "topic": meant.name, "events": listed}, indent=1))
    elif not found:
        say(f"no source gives a day for anything about “{meant.name}”")
    elif form == "markdown":
        typer.echo("\n".join(_in_markdown(one) for one in found))
    else:
        typer.echo("\n".join(line for one in found for line in _event(one)))


# --- entities ------------------------------------------------------------------------------------


def _short(one: Entity) -> Iterator[str]:
    short = [name for name in one.spellings if name != one.name]
    also = f" ({', '.join(short[:3])})" if short else ""
    days = f"{one.first} to {one.last}" if one.first != one.last else str(one.first or "")
    state = f"  {_STATES[one.state]}" if one.state else ""
    yield f"{one.name}{also}{state}"
    for words, who in _by_title(one.titles):
        yield from _wrapped(f"{words}: {', '.join(who)}")
    briefs = [place.id for place in one.ours if place.type == "brief"]
    count = sum(place.count for place in one.sources)
    many = f"{count} mention{'s' * (count != 1)} in {_many(len(one.sources), 'source')}"
    told_in = f" · in briefs {', '.join(briefs[-3:])}" if briefs else ""
    yield from _wrapped(" · ".join(part for part in (many, days) if part) + told_in)


def _by_title(titles: Sequence[Called]) -> Iterator[tuple[str, list[str]]]:
    groups: dict[str, tuple[str, list[str]]] = {}
    for one in titles:
        bare = one.words.removeprefix("the ").removeprefix("The ")
        key = bare.casefold().replace("‑", "-").replace("’", "'")
        groups.setdefault(key, (bare, []))[1].append(one.who)
    yield from groups.values()


def _whole(one: Entity, quoted: Sequence[tuple[Said, Placed]]) -> Iterator[str]:
    yield f"{one.name}{f'  {_STATES[one.state]}' if one.state else ''}"
    if len(one.spellings) > 1:
        yield from fact("spelt", ", ".join(one.spellings))
    for title in one.titles:
        yield from fact("title", f"{title.words} · {_when(title)}{title.path}:{title.line}")
    for said, place in quoted:
        yield from fact("said", f"“{said.words}” · {place.path}:{place.line}")
    for place in (*one.sources, *one.ours):
        label = "named in" if place.type == "source" else "ours"
        times = f" · {place.count} times" if place.count > 1 else ""
        yield from fact(label, f"{_when(place)}{place.path}:{place.line}{times}")


def _when(one: Called | Placed) -> str:
    return f"{one.day} · " if one.day else ""


def _wrapped(words: str) -> Iterator[str]:
    yield from textwrap.wrap(
        words,
        _WIDTH,
        initial_indent="  ",
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )


# --- timeline ------------------------------------------------------------------------------------


def _event(one: Event) -> Iterator[str]:
    yield f"{_day(one)}{'  announced' if one.planned else ''}"
    yield from _wrapped(one.text)
    for each in one.told:
        read = f" · “{each.when}”" if each.resolved or one.first is None else ""
        yield f"  {each.path}:{each.line}{read}"
    for each in one.briefs:
        yield f"  told in {each.path}:{each.line}"


def _day(one: Event) -> str:
    if one.first is None or one.last is None:
        return f"no day: {one.told[0].when}"
    if one.first == one.last:
        return str(one.first)
    if one.precision == "month":
        return f"{one.first:%Y-%m}"
    return f"{one.first} to {one.last}"


def _in_markdown(one: Event) -> str:
    from nutgraf.checks.offering import as_sentence, as_words, cited

    words = as_sentence(as_words(one.text))
    day = _day(one) if one.first is not None else one.told[0].when
    return f"- {day}: {cited(words, (one.told[0].id,))}"


def _print_changes(news: Since, form: str) -> None:
    if form == "json":
        listed = [
            {
                "what": one.what,
                "was": one.was,
                "now": one.now,
                "sources": list(one.sources),
                "places": list(one.places),
            }
            for one in news.changes
        ]
        value = {"brief": news.brief, "sources": list(news.sources), "changes": listed}
        typer.echo(in_json({"version": 1, **value}, indent=1))
        return
    if not news.sources:
        say(f"no source on it has come since the brief {news.brief} of {news.day}")
        return
    typer.echo(
        f"since the brief {news.brief}: {_many(len(news.sources), 'source')}, "
        f"{', '.join(news.sources)}"
    )
    for what, heading in _HEADINGS.items():
        own = [one for one in news.changes if one.what == what]
        if own:
            typer.echo(f"\n{heading}")
            typer.echo("\n".join(line for one in own for line in _change(one)))
    if not news.changes:
        say("they have nothing that the brief does not say")
    next_step(f"nutgraf new note {' '.join(news.sources)}")


def _change(one: Change) -> Iterator[str]:
    if one.what == "moved":
        yield from _wrapped(f"{one.was}; now {one.now}")
    elif one.what == "open":
        yield from _wrapped(one.was)
        yield from _wrapped(f"now: {one.now}" if one.now else "no newer source speaks of it")
    else:
        yield from _wrapped(one.now)
    yield f"    {', '.join(one.places)}"


def _many(count: int, word: str) -> str:
    return f"{count} {word}{'s' * (count != 1)}"


# --- JSON ----------------------------------------------------------------------------------------


def _entity_in_json(one: Entity, quoted: Sequence[tuple[Said, Placed]]) -> Any:
    return {
        "name": one.name,
        "kind": one.kind,
        "spellings": list(one.spellings),
        "state": one.state,
        "first": one.first and one.first.isoformat(),
        "last": one.last and one.last.isoformat(),
        "titles": [
            {
                "by": title.who,
                "words": title.words,
                "date": title.day and title.day.isoformat(),
                "path": title.path,
                "line": title.line,
            }
            for title in one.titles
        ],
        "places": [
            {
                "id": place.id,
                "type": place.type,
                "path": place.path,
                "line": place.line,
                "count": place.count,
            }
            for place in (*one.sources, *one.ours)
        ],
        "quotations": [
            {"words": said.words, "sources": list(said.sources), "path": at.path, "line": at.line}
            for said, at in quoted
        ],
    }


def _event_in_json(one: Event) -> Any:
    return {
        "first": one.first and one.first.isoformat(),
        "last": one.last and one.last.isoformat(),
        "precision": one.precision,
        "planned": one.planned,
        "text": one.text,
        "sources": [
            {"id": each.id, "path": each.path, "line": each.line, "when": each.when}
            for each in one.told
        ],
        "briefs": [{"id": each.id, "path": each.path, "line": each.line} for each in one.briefs],
    }
