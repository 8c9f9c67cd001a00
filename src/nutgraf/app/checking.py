"""Checks one composed brief: loads all that reads, compares and rules."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from nutgraf.app.checked import Checked
from nutgraf.checks.case import Case
from nutgraf.checks.email.answers import Answer
from nutgraf.checks.record import Record
from nutgraf.checks.signing import with_words
from nutgraf.checks.standing import remembered
from nutgraf.engine import findings, selected
from nutgraf.evidence.claims import judged_claims
from nutgraf.evidence.memory import Memory
from nutgraf.evidence.pack import Indexer, index_source, read_pack
from nutgraf.evidence.statements import statements
from nutgraf.model import Brief, Role, Stood
from nutgraf.workspace.settings import Settings


def judged_case(
    brief: Brief,
    indexer: Indexer = index_source,
    *,
    dated: bool = True,
    memory: Memory | None = None,
    record: Record | None = None,
) -> Case:
    """A composed brief with its pack as read and its claims as judged, and nothing else yet.

    `indexer` reads a source. Where the brief is not `dated`, `Wednesday` in it is no date. `memory`
    keeps what was judged for the next time; `record` is what the desk keeps.
    """
    pack = read_pack(brief.pack, indexer, brief.sent_before)
    day = brief.date if dated else None
    claims = judged_claims(tuple(statements(brief)), pack, day, memory)
    return Case(brief, pack, claims, record=record or Record())


def check_brief(
    brief: Brief,
    workspace_sources: Collection[str] = (),
    *,
    settings: Settings | None = None,
    budgets: Mapping[Role, int] | None = None,
    email: str | None = None,
    answers: Mapping[str, Answer] | None = None,
    severities: Mapping[str, str] | None = None,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    indexer: Indexer = index_source,
    dated: bool = True,
    stood: Stood | None = None,
    memory: Memory | None = None,
    record: Record | None = None,
    judged: Case | None = None,
) -> Checked:
    """The findings and claims of one composed brief; `workspace_sources` are ids of all sources.

    `indexer`, `dated`, `memory` and `record` are as `judged_case` takes them; `judged` is what it
    gave, where the brief was judged before. `settings` are the publication's, `budgets` those of
    the brief's format, and `email` the HTML of its email; what is not given is not looked at.
    `severities` go before those of the settings. `stood` is what stets stood by at earlier checks.
    """
    if judged is None:
        judged = judged_case(brief, indexer, dated=dated, memory=memory)
    case = replace(
        judged,
        source_ids=frozenset(name.casefold() for name in workspace_sources),
        email=email,
        answers=answers or {},
        budgets=budgets or {},
        postal_address=settings.postal_address if settings else "",
        citations=settings.policy.citations if settings else "brief",
        record=record or Record(),
    )
    given = {**(settings.policy.severity if settings else {}), **(severities or {})}
    found = findings(case, selected(select, ignore), given, stood)
    origins = case.pack.origins.all
    case.pack.forget()
    told = with_words((one.claim for one in case.claims), case.matters)
    return Checked(brief, found, told, remembered(found, case, stood or {}), origins, case.matters)
