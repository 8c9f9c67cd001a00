"""Arguments that several commands take, and what is wrong with them."""

# ruff: noqa: PLC0415 - what a command does is imported when it is called

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nutgraf.cli.telling import progress

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nutgraf.checks.email.answers import Answer, Ask
    from nutgraf.model import Finding
    from nutgraf.workspace.loading import Workspace

FailOn = Annotated[
    str | None,
    typer.Option(metavar="SEVERITY", help="Exit 1 from this severity on: error, warning, note."),
]

Online = Annotated[
    bool, typer.Option("--online", help="Ask web servers whether the email's links are there.")
]


def asking(online: bool, *, shown: bool = True) -> Ask | None:
    """What asks web servers, each link once in a run, with a bar if it is to be `shown`."""
    if not online:
        return None
    from nutgraf.app.asking import ask

    known: dict[str, Answer] = {}

    def ask_once(urls: Sequence[str]) -> Mapping[str, Answer]:
        new = [url for url in urls if url not in known]
        if new:
            with progress(new if shown else (), "asking about links") as bar:
                known.update(ask(new, bar.step))
        return {url: known[url] for url in urls}

    return ask_once


def workspace_here() -> Workspace:
    """The workspace that the current folder lies in. Raises Usage and Faulty."""
    from nutgraf.workspace.files import find_root
    from nutgraf.workspace.loading import open_workspace

    return open_workspace(find_root(Path.cwd()))


def from_root(workspace: Workspace, names: list[str]) -> list[str]:
    """Names as they are, and paths as they are from the workspace's root."""
    return [_from_root(workspace.root, name) for name in names]


def _from_root(root: Path, name: str) -> str:
    path = Path(name)
    if not path.is_absolute() and not (path.suffix == ".md" or "/" in name or path.is_dir()):
        return name
    whole = (Path.cwd() / path).resolve()
    top = root.resolve()
    if whole.exists() and whole.is_relative_to(top):
        return whole.relative_to(top).as_posix()
    return name


def severity_named(name: str | None) -> str | None:
    """The severity of that name. Raises Usage where there is none."""
    if name is not None:
        one_of(name, ("error", "warning", "note"), "severity")
    return name


def one_of(name: str, known: tuple[str, ...], what: str) -> None:
    """Raises Usage with the nearest name where `name` is none of those known."""
    from nutgraf.errors import Usage
    from nutgraf.workspace.nearest import nearest

    if name not in known:
        near = nearest(name, known)
        hint = f"did you mean {near}?" if near else f"there are: {', '.join(known)}"
        raise Usage(f"there is no {what} “{name}”", hint)


def counted(findings: tuple[Finding, ...], severity: str) -> bool:
    """Whether a finding that was not let stand is at or above a severity."""
    order = ("note", "warning", "error")
    return any(
        finding.stet is None and order.index(finding.severity) >= order.index(severity)
        for finding in findings
    )
