"""Checks briefs: what the rules find, and what the pack says of each claim."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from nutgraf.app.reading_cache import library_of
from nutgraf.checks.case import Case
from nutgraf.engine import findings, known_names, selected
from nutgraf.errors import Usage
from nutgraf.evidence.claims import judged_claims
from nutgraf.evidence.pack import Indexer, index_source, read_pack
from nutgraf.evidence.statements import statements
from nutgraf.model import Brief, Claim, Finding, Role
from nutgraf.workspace.loading import Entry, Workspace
from nutgraf.workspace.settings import Settings


@dataclass(frozen=True)
class Checked:
    """A brief, its findings (worst first) and its claims with their verdicts."""

    brief: Brief
    findings: tuple[Finding, ...]
    claims: tuple[Claim, ...]


def check_brief(
    brief: Brief,
    workspace_sources: Collection[str] = (),
    *,
    settings: Settings | None = None,
    budgets: Mapping[Role, int] | None = None,
    email: str | None = None,
    severities: Mapping[str, str] | None = None,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    indexer: Indexer = index_source,
) -> Checked:
    """The findings and claims of one composed brief; `workspace_sources` are ids of all sources.

    `indexer` reads a source. `settings` are the publication's, `budgets`
    those of the brief's format, and `email` the HTML of its email; what is not given is not looked
    at. `severities` go before those of the settings.
    """
    pack = read_pack(brief.pack, indexer)
    claims = judged_claims(tuple(statements(brief)), pack)
    case = Case(
        brief,
        pack,
        claims,
        source_ids=frozenset(name.casefold() for name in workspace_sources),
        email=email,
        budgets=budgets or {},
        postal_address=settings.postal_address if settings else "",
        citations=settings.policy.citations if settings else "brief",
    )
    given = {**(settings.policy.severity if settings else {}), **(severities or {})}
    found = findings(case, selected(select, ignore), given)
    return Checked(brief, found, tuple(judged.claim for judged in claims))


def check(
    workspace: Workspace,
    names: Sequence[str],
    *,
    everything: bool = False,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
) -> tuple[Checked, ...]:
    """The briefs of those names checked: all of them with `everything`, the newest without names.

    Raises Usage and Faulty as `Workspace.brief` does.
    """
    library = library_of(workspace.root)
    return tuple(
        check_brief(
            workspace.brief(entry.path),
            source_ids(workspace),
            settings=workspace.settings,
            select=select,
            ignore=ignore,
            indexer=library.index,
        )
        for entry in chosen(workspace, names, everything=everything)
    )


def known_rules() -> tuple[str, ...]:
    """The names of every rule, its aliases and every family."""
    return known_names()


def source_ids(workspace: Workspace) -> tuple[str, ...]:
    return tuple(entry.id for entry in workspace.entries.values() if entry.type == "source")


def chosen(
    workspace: Workspace, names: Sequence[str], *, everything: bool = False
) -> tuple[Entry, ...]:
    """The briefs that are meant, oldest first; without names the newest. Raises Usage."""
    briefs = workspace.briefs()
    if not briefs:
        raise Usage("there is no brief in briefs/", "begin one: nutgraf new brief NAME")
    if everything:
        return briefs
    if not names:
        return briefs[-1:]
    return tuple(workspace.brief_entry(name) for name in names)
