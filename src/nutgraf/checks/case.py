"""What a rule is given: the brief, and what was read of it and of its pack, as values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from nutgraf.checks.email.answers import Answer
from nutgraf.checks.heard import Heard, heard_quotations
from nutgraf.checks.matters import kinds_of, matter_of, wholes, with_stets
from nutgraf.checks.record import Record
from nutgraf.checks.signing import signed
from nutgraf.checks.told_to_readers import Told, told_to_readers
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.conflicts.conflict import Conflict
from nutgraf.evidence.conflicts.conflicts import conflicts
from nutgraf.evidence.pack import Pack
from nutgraf.evidence.premises import Premise, premises
from nutgraf.evidence.statements import statements
from nutgraf.language.bare import bare_hash
from nutgraf.model import Brief, Matter, Role


@dataclass(frozen=True)
class Case:
    """One brief, its pack as read, and its claims with what the pack says of each.

    `source_ids` are those of all sources of the workspace, case-folded; `email` is the HTML of the
    email digest, where it was rendered; `answers` what servers say of its links, where they were
    asked; `budgets` the most words that the brief's format gives a role; `postal_address` the
    publication's; `citations` its policy; `record` is what the desk keeps.
    """

    brief: Brief
    pack: Pack
    claims: tuple[JudgedClaim, ...]
    source_ids: frozenset[str] = frozenset()
    email: str | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)
    budgets: Mapping[Role, int] = field(default_factory=dict)
    postal_address: str = ""
    citations: Literal["brief", "claim"] = "brief"
    record: Record = field(default_factory=Record)

    @cached_property
    def premises(self) -> Mapping[str, tuple[Premise, ...]]:
        """The facts that its angles rest on, by the id of the claim that tells them."""
        return {
            judged.claim.id: premises(judged, self.pack)
            for judged in self.claims
            if judged.statement.role is Role.ANGLES
        }

    @cached_property
    def quotations(self) -> tuple[Heard, ...]:
        """Every quotation that goes out, with the place in the sources that has its words."""
        return heard_quotations(self.brief, self.pack)

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What the sources tell differently, whether the brief tells readers of it or not."""
        return conflicts(self.claims, self.pack)

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """Every sentence of the brief, notes included, with its words by stem."""
        return told_to_readers(self.brief)

    @cached_property
    def matters(self) -> tuple[Matter, ...]:
        """What wants a person, or has a person's word, in reading order, with how it stands."""
        given = self.record.given
        settling = frozenset(name for one in self.conflicts for name in one.settled_by)
        found = [
            matter_of(whole, kinds_of(whole, self.quotations, settling), self.quotations, self.pack)
            for whole in wholes(self.brief, self.claims)
        ]
        if given.verifications:
            found = signed(found, self._all_words(), given, self._body)
        asked = given.kinds
        return tuple(
            one
            for one in with_stets(found, self.brief.stets)
            if one.said or asked is None or set(one.kinds) & set(asked)
        )

    def _all_words(self) -> Iterator[str]:
        """The path and hash of every statement of the brief, those that do not go out too."""
        for one in statements(self.brief):
            yield f"{one.prose.file.path}\0{bare_hash(one.text)}"

    def _body(self, source_id: str) -> str | None:
        source = self.pack.sources.get(source_id.casefold())
        if source is not None:
            return source.source.body
        return self.record.given.bodies.get(source_id.casefold())
