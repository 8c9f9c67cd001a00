"""The commands `sources …`: what was captured, where it is cited, and where some words stand."""

# ruff: noqa: PLC0415 - what a command does is imported when it is called

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from nutgraf.cli.arguments import one_of, workspace_here
from nutgraf.cli.facts import fact
from nutgraf.cli.rechecking import recheck, take_later
from nutgraf.cli.telling import in_json, next_step, progress, say, told

if TYPE_CHECKING:
    from pathlib import Path

    from nutgraf.app.source_index import Known, SourceIndex
    from nutgraf.app.source_search import Hit
    from nutgraf.app.sources import Listed, Shown

sources = typer.Typer(
    no_args_is_help=False,
    invoke_without_command=True,
    rich_markup_mode=None,
    help="List the sources, search them, and say which briefs rest on each.",
)
sources.command("recheck")(recheck)
sources.command("take-later")(take_later)
Form = Annotated[str, typer.Option("--format", "-f", metavar="FORM", help="text or json.")]
_WIDTH = 80


@sources.callback()
def _sources(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        list_sources()


@sources.command("list")
def list_sources(
    *,
    publisher: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only those of an outlet.")
    ] = None,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="Only those of a kind.")] = None,
    form: Form = "text",
) -> None:
    """List the sources, the newest first, with the briefs that rest on each.

    \b
    nutgraf sources
    nutgraf sources list --publisher Reuters
    """
    from nutgraf.app import sources as listing
    from nutgraf.workspace.note_keys import KINDS

    with told():
        one_of(form, ("text", "json"), "form")
        if kind is not None:
            one_of(kind, KINDS, "kind")
        workspace = workspace_here()
        with index_of(workspace.root) as index:
            found = listing.listed(workspace, index)
    wanted = (publisher or "").casefold()
    shown = [
        one
        for one in found
        if (kind is None or one.source.kind == kind)
        and wanted in (one.source.publisher or "").casefold()
    ]
    _print(shown, form)
    if form == "text" and any(not one.used for one in shown):
        next_step("nutgraf sources orphans")


@sources.command("orphans")
def orphans(*, form: Form = "text") -> None:
    """List the sources that no brief, note or angle rests on.

    \b
    nutgraf sources orphans
    """
    from nutgraf.app import sources as listing

    with told():
        one_of(form, ("text", "json"), "form")
        workspace = workspace_here()
        with index_of(workspace.root) as index:
            found = [one for one in listing.listed(workspace, index) if not one.used]
    _print(found, form)
    if form == "text" and found:
        next_step(f"nutgraf new note {_word(found[0].source.id)}")


@sources.command("show")
def show(
    name: Annotated[str, typer.Argument(metavar="SOURCE", help="Its id or its file.")],
    *,
    form: Form = "text",
) -> None:
    """Say all that is known of a source: what it states, who cites it where, who has its text.

    \b
    nutgraf sources show harbour-survey
    """
    from nutgraf.app import sources as listing

    with told():
        one_of(form, ("text", "json"), "form")
        workspace = workspace_here()
        with index_of(workspace.root) as index:
            found = listing.shown(workspace, index, name)
    if form == "json":
        typer.echo(in_json({"version": 1, **_shown_in_json(found)}, indent=1))
    else:
        typer.echo("\n".join(_shown(found)))


@sources.command("search")
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="What it has to say.")],
    *,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="So many at most.")] = 10,
    form: Form = "text",
) -> None:
    """Say which sources have these words, the best first, and where.

    Inflected forms are found, too. Words in quotation marks stand together, `wor*` is whatever
    begins so, `-word` must not stand there.

    \b
    nutgraf sources search dredging vote
    nutgraf sources search '"court order" deport*'
    nutgraf sources search harbour -- -ferry
    """
    from pathlib import Path

    from nutgraf.app import source_search
    from nutgraf.workspace.files import find_root

    with told():
        one_of(form, ("text", "json"), "form")
        text = " ".join(words)
        with index_of(find_root(Path.cwd())) as index:
            found, whole = source_search.search(index, text, limit=limit)
    if form == "json":
        told_hits = [_hit_in_json(hit) for hit in found]
        typer.echo(in_json({"version": 1, "all": whole, "hits": told_hits}, indent=1))
        return
    if not found:
        say(f"no source has {text}")
        return
    if not whole:
        say("no source has all of these words; these have some:")
    typer.echo("\n\n".join(_hit(hit) for hit in found))


@contextmanager
def index_of(root: Path) -> Iterator[SourceIndex]:
    """The index of the sources as they are now, with a bar where it has much to read."""
    from nutgraf.app.source_index import SourceIndex

    with SourceIndex(root) as index:
        stale = index.stale()
        with progress(stale, "reading the sources") as bar:
            index.update(stale, bar.step)
        yield index


def _print(found: Sequence[Listed], form: str) -> None:
    if form == "json":
        typer.echo(in_json({"version": 1, "sources": [_in_json(one) for one in found]}, indent=1))
    elif not found:
        typer.echo("no sources")
    else:
        typer.echo("\n".join(_rows(found)))


def _rows(found: Sequence[Listed]) -> Iterator[str]:
    wide = min(34, max(len(one.source.id) for one in found))
    for one in found:
        source = one.source
        facts = [
            source.published or "no day",
            source.publisher or "no outlet named",
            source.kind or "",
            f"{source.words:,} words",
        ]
        yield f"{source.id:<{wide}}  {' · '.join(fact for fact in facts if fact)}"
        if source.title:
            yield f"{'':<{wide}}  {textwrap.shorten(source.title, 76 - wide, placeholder='…')}"
        page = "" if one.page == "as captured" else f" · its page is {_PAGES[one.page]}"
        yield f"{'':<{wide}}  {_uses_in_words(one)}{page}"


_PAGES = {"changed": "changed", "replaced": "another one now", "gone": "gone"}


def _uses_in_words(one: Listed) -> str:
    """`cited by 2026-02-13 and 2 more`: the newest briefs first."""
    briefs = sorted(one.briefs, reverse=True)
    others = [use.id for use in one.used if use.type != "brief"]
    if not one.used:
        return "cited by nothing"
    named = [*briefs, *others]
    more = f" and {len(named) - 3} more" if len(named) > 3 else ""
    return f"cited by {', '.join(named[:3])}{more}"


def _shown(found: Shown) -> Iterator[str]:
    source = found.source
    yield f"{source.id}  {found.listed.source.path}"
    yield from fact("title", source.title)
    yield from fact("publisher", source.publisher)
    yield from fact("authors", ", ".join(source.authors))
    yield from fact("address", source.url)
    yield from fact("published", str(source.published or ""))
    yield from fact("retrieved", str(source.retrieved or ""))
    guessed = source.front.values.get("guessed") or ()
    yield from fact("kind", source.kind and source.kind + " (a guess)" * ("kind" in guessed))
    share = f" · {found.furniture:.0%} of them of the page around it" if found.furniture else ""
    yield from fact("text", f"{found.listed.source.words:,} words{share}")
    yield from fact("as it came", found.raw or "no raw capture is kept")
    yield from fact("later", found.later_version_of and f"a later text of {found.later_version_of}")
    yield from fact("credits", ", ".join(found.credits))
    if found.page is not None and found.page.drifted and found.page.look is not None:
        day = found.page.look.when.date().isoformat()
        words = _PAGES[found.page.look.outcome]
        yield from fact("page", f"{words}, seen {day}: see below; {found.page.look.file.path}")
    for twin in found.twins:
        yield from fact("same", _twin(twin.source.id, twin.share))
    if not found.listed.used:
        yield from fact("cited by", "nothing")
    for use in found.listed.used:
        lines = ", ".join(map(str, use.lines))
        yield from fact("cited by", f"{use.path}{f':{lines}' if lines else ''}")
    if found.page is not None and found.page.drifted:
        from nutgraf.cli.looked_told import in_words

        yield ""
        yield from in_words([found.page])


def _twin(name: str, share: float) -> str:
    return f"{share:.0%} of its words stand in {name}, too"


def _hit(hit: Hit) -> str:
    words = hit.words if len(hit.words) < 220 else f"{hit.words[:220]}…"
    source = hit.source
    facts = " · ".join(fact for fact in (source.publisher, source.published) if fact)
    body = textwrap.fill(words, _WIDTH - 2, initial_indent="  ", subsequent_indent="  ")
    return f"{source.path}:{hit.line}{f'  {facts}' if facts else ''}\n{body}"


def _word(text: str) -> str:
    import shlex

    return shlex.quote(text)


def _known_in_json(one: Known) -> Any:
    return {
        "id": one.id,
        "path": one.path,
        "title": one.title,
        "publisher": one.publisher,
        "published": one.published,
        "retrieved": one.retrieved,
        "kind": one.kind,
        "words": one.words,
    }


def _in_json(one: Listed) -> Any:
    return {
        **_known_in_json(one.source),
        "page": one.page,
        "used": [
            {"id": use.id, "type": use.type, "path": use.path, "lines": list(use.lines)}
            for use in one.used
        ],
    }


def _shown_in_json(found: Shown) -> Any:
    from nutgraf.cli.looked_told import to_json as later_in_json

    return {
        **_in_json(found.listed),
        "authors": list(found.source.authors),
        "url": found.source.url,
        "guessed": list(found.source.front.values.get("guessed") or ()),
        "furniture": round(found.furniture, 3),
        "credits": list(found.credits),
        "raw": found.raw,
        "later": later_in_json(found.page) if found.page is not None else None,
        "same": [{"id": twin.source.id, "share": round(twin.share, 3)} for twin in found.twins],
    }


def _hit_in_json(hit: Hit) -> Any:
    return {
        **_known_in_json(hit.source),
        "line": hit.line,
        "text": hit.words,
        "marks": [list(mark) for mark in hit.marks],
    }
