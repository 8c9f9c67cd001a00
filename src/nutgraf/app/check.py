"""Checks briefs, notes and angles: what the rules find, and what the pack says of each claim."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from nutgraf.app.reading_cache import library_of
from nutgraf.checks.case import Case
from nutgraf.engine import findings, known_names, selected
from nutgraf.errors import Usage
from nutgraf.evidence.claims import JudgedClaim, judged_claims
from nutgraf.evidence.pack import Indexer, index_source, read_pack
from nutgraf.evidence.statements import statements
from nutgraf.model import Brief, Claim, Finding, Role
from nutgraf.workspace.loading import Entry, Workspace
from nutgraf.workspace.settings import Settings

# These rules read the email, and an email has to be rendered: `build` does, `check` if asked to.
_EMAIL = "email"


@dataclass(frozen=True)
class Checked:
    """A brief, its findings (worst first) and its claims with their verdicts."""

    brief: Brief
    findings: tuple[Finding, ...]
    claims: tuple[Claim, ...]
    judged: tuple[JudgedClaim, ...] = ()


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

    `indexer` reads a source. `settings` are the publication's, `budgets` those of the brief's
    format, and `email` the HTML of its email; what is not given is not looked at. `severities` go
    before those of the settings.
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
    return Checked(brief, found, tuple(judged.claim for judged in claims), claims)


def check(
    workspace: Workspace,
    names: Sequence[str],
    *,
    everything: bool = False,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
) -> tuple[Checked, ...]:
    """What those names stand for, checked: briefs, notes, angles, folders of them.

    Without names the newest brief, or every brief with `everything`. Raises Usage and Faulty as
    `Workspace.brief` does.
    """
    entries = meant(workspace, names) if names else chosen(workspace, (), everything=everything)
    indexer = library_of(workspace.root).index
    return tuple(
        check_entry(workspace, entry, select=select, ignore=ignore, indexer=indexer)
        for entry in entries
    )


def check_entry(
    workspace: Workspace,
    entry: Entry,
    *,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    indexer: Indexer = index_source,
) -> Checked:
    """One brief, note or angle checked; a note and an angle by themselves."""
    alone = entry.type != "brief"
    brief = workspace.alone(entry) if alone else workspace.brief(entry.path)
    email = None
    if not alone and _asks_for_email(select):
        from nutgraf.app.rendering import email_of  # noqa: PLC0415 - loads all that renders

        email = email_of(workspace, brief)
    return check_brief(
        brief,
        source_ids(workspace),
        settings=workspace.settings,
        budgets={} if alone else workspace.styles.format(brief.format).budgets,
        email=email,
        select=select,
        ignore=ignore,
        indexer=indexer,
    )


def _asks_for_email(select: Collection[str]) -> bool:
    return bool(select) and any(rule.family == _EMAIL for rule in selected(select))


def known_rules() -> tuple[str, ...]:
    """The names of every rule, its aliases and every family."""
    return known_names()


def source_ids(workspace: Workspace) -> tuple[str, ...]:
    """The ids of all sources of the workspace."""
    return tuple(entry.id for entry in workspace.entries.values() if entry.type == "source")


def meant(workspace: Workspace, names: Sequence[str]) -> tuple[Entry, ...]:
    """The briefs, notes and angles of those names, paths and folders. Raises Usage."""
    found = {entry.path: entry for name in names for entry in _meant(workspace, name)}
    return tuple(found.values())


def _meant(workspace: Workspace, name: str) -> Iterator[Entry]:
    entry = workspace.entry(name)
    if entry is not None and entry.type != "source":
        yield entry
        return
    folder = name.removeprefix("./").rstrip("/") + "/"
    below = [one for one in workspace.entries.values() if one.path.startswith(folder)]
    if entry is None and below:
        yield from (one for one in below if one.type != "source")
        return
    yield workspace.brief_entry(name)  # which says what is wrong with the name


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


def without(checked: Checked, known: Collection[str]) -> Checked:
    """The check without the findings of those fingerprints."""
    left = tuple(one for one in checked.findings if one.fingerprint not in known)
    return replace(checked, findings=left)
