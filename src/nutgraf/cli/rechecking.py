"""The commands `sources recheck` and `sources take-later`."""

# ruff: noqa: PLC0415 - what a command does is imported when it is called

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nutgraf.cli.arguments import from_root, one_of, workspace_here
from nutgraf.cli.telling import LATER, in_json, next_step, progress, say, told

if TYPE_CHECKING:
    from nutgraf.app.rechecking.looked import Looked
    from nutgraf.model import Source
    from nutgraf.workspace.loading import Workspace

CHANGED = 1


def recheck(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="SOURCE", help="Ids or files; the newest brief's sources if none."),
    ] = None,
    *,
    everything: Annotated[bool, typer.Option("--all", help="All sources.")] = False,
    brief: Annotated[
        str | None, typer.Option("--brief", metavar="BRIEF", help="The sources of a brief.")
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option(
            "--from", metavar="FILE", help="The page as you saved it, or - for its text as pasted."
        ),
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Only what is new since the last look.")
    ] = False,
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="FORM", help="text or json.")
    ] = "text",
) -> None:
    """Look captured pages up again, and say which passages changed and what rests on them.

    The capture is never overwritten: a later text is kept beside it, in seeds/ID.later/. Order,
    typography and what stands around the article do not count. Exit status: 1 where words of a
    brief, a note or an angle lost their ground, 75 where no page could be seen.

    \b
    nutgraf sources recheck                                the sources of the newest brief
    nutgraf sources recheck harbour-survey
    nutgraf sources recheck harbour-survey --from saved.html    of a page with a login
    nutgraf sources recheck --brief 2026-02-13 --quiet     for cron
    """
    from nutgraf.app.rechecking.recheck import meant
    from nutgraf.errors import Usage

    with told():
        one_of(form, ("text", "json"), "form")
        workspace = workspace_here()
        given = from_root(workspace, names or [])
        if brief is not None:
            brief = from_root(workspace, [brief])[0]
        sources = meant(workspace, given, brief=brief, everything=everything)
        if file is not None and (len(sources) != 1 or not given):
            raise Usage(
                "--from is the page of one source",
                f"name it: nutgraf sources recheck SOURCE --from {shlex.quote(str(file))}",
            )
        if not sources:
            raise Usage("there is no source to look up", "capture one: nutgraf add URL")
        if file is None and not any(source.url for source in sources):
            raise Usage(
                f"{_named(sources)} state no address",
                "write the `url:` into its front matter, or save the page: --from FILE",
            )
        found = _looked(workspace, sources, file)
    _tell(found, quiet=quiet, as_json=form == "json")


def _named(sources: Sequence[Source]) -> str:
    first = ", ".join(source.id for source in sources[:3])
    return f"{first} and {len(sources) - 3} more" if len(sources) > 3 else first


def _looked(
    workspace: Workspace, sources: Sequence[Source], file: Path | None
) -> tuple[Looked, ...]:
    from nutgraf.app.gathering import from_file, pasted
    from nutgraf.app.rechecking.pages import as_read, on_the_web, page_by_hand
    from nutgraf.app.rechecking.recheck import recheck as look_up
    from nutgraf.app.rechecking.recheck import recheck_by_hand
    from nutgraf.capture.fetching.manners import Manners, user_agent

    now = datetime.now(UTC)
    today = datetime.now().date()  # noqa: DTZ005 - the editor's own day
    if file is not None:
        raw = pasted(sys.stdin.buffer) if str(file) == "-" else from_file(file)
        page = page_by_hand(as_read(raw, today))
        return recheck_by_hand(workspace, sources[0], page, now)
    manners = Manners(agent=user_agent(workspace.settings.base_url))
    with progress(sources, "looking pages up") as bar:
        return look_up(workspace, sources, on_the_web(manners, today), now, bar.step)


def _tell(found: Sequence[Looked], *, quiet: bool, as_json: bool) -> None:
    from nutgraf.cli.looked_told import in_words, summary, to_json

    shown = [one for one in found if one.is_news and one.drifted] if quiet else found
    if as_json:
        typer.echo(in_json({"version": 1, "sources": [to_json(one) for one in shown]}, indent=1))
    elif shown:
        typer.echo("\n".join(in_words(shown)))
        if not quiet and len(found) > 1:
            typer.echo(f"\n{summary(found)}")
    unseen = [one for one in found if one.state == "not seen"]
    if len(unseen) == len(found):
        if quiet:
            say(f"no page could be seen: {unseen[0].source.id}: {unseen[0].why}")
        raise typer.Exit(LATER)
    lost = [one for one in shown if one.affected]
    if lost:
        if not as_json:
            _next(lost)
        raise typer.Exit(CHANGED)


def _next(lost: Sequence[Looked]) -> None:
    """The first brief that may still be changed; or else what readers have."""
    uses = [use for one in lost for words in one.affected for use in words.uses]
    open_one = next((use for use in uses if use.type == "brief" and not use.sent), None)
    use = open_one or uses[0]
    next_step(f"nutgraf check {shlex.quote(use.path)}")


def take_later(
    name: Annotated[str, typer.Argument(metavar="SOURCE", help="Its id or its file.")],
    *,
    new_id: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="What the new source is called.")
    ] = None,
) -> None:
    """Make what a page says by now a source of its own, beside the first capture.

    It takes the text that `nutgraf sources recheck` kept, and says in its front matter which source
    it is a later version of. Briefs go on resting on the first one until you cite the new one.

    \b
    nutgraf sources take-later harbour-survey
    """
    from nutgraf.app.rechecking.taking import take

    with told():
        workspace = workspace_here()
        made = take(workspace, from_root(workspace, [name])[0], new_id=new_id)
    typer.echo(made.path)
    say(f"cite it where a brief is to rest on what the page says by now: [@{made.id}]")
    next_step(f"nutgraf check {shlex.quote(made.brief)}" if made.brief else "nutgraf sources")
