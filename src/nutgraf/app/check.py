"""Checks briefs: what the rules find, and what the pack says of each claim."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from nutgraf.checks.case import Case
from nutgraf.engine import all_rules, findings, selected
from nutgraf.errors import Usage
from nutgraf.evidence.claims import read_claims
from nutgraf.evidence.pack import read_pack
from nutgraf.evidence.statements import statements
from nutgraf.model import Brief, Claim, Finding
from nutgraf.workspace.loading import Entry, Workspace


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
    severities: Mapping[str, str] | None = None,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
) -> Checked:
    """The findings and claims of one composed brief; `workspace_sources` are ids of all sources."""
    pack = read_pack(brief.pack)
    said = tuple(statements(brief))
    claims = read_claims(said, pack)
    known = frozenset(name.casefold() for name in workspace_sources)
    case = Case(brief, pack, said, claims, known)
    found = findings(case, selected(select, ignore), severities)
    return Checked(brief, found, claims)


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
    return tuple(
        check_brief(
            workspace.brief(entry.path),
            source_ids(workspace),
            severities=workspace.settings.policy.severity,
            select=select,
            ignore=ignore,
        )
        for entry in chosen(workspace, names, everything=everything)
    )


def known_rules() -> tuple[str, ...]:
    """The names of every rule and every family."""
    rules = all_rules()
    return tuple(sorted({rule.name for rule in rules} | {rule.family for rule in rules}))


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
