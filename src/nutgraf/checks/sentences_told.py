"""The sentences that readers get, whole and in order, with the claims that were made of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from nutgraf.checks.case import Case
from nutgraf.checks.differing import sentence_of
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.language.noun_phrases import BLANK
from nutgraf.model import Place, Prose, Role


@dataclass(frozen=True)
class Sentence:
    """A sentence of `prose`, from `start` to `end`, and the claims that are clauses of it."""

    prose: Prose
    start: int
    end: int
    claims: tuple[JudgedClaim, ...]

    @property
    def role(self) -> str:
        return self.claims[0].statement.role

    @property
    def story(self) -> int:
        return self.claims[0].statement.story

    @property
    def in_body(self) -> bool:
        """Whether it stands in the text, and is no title, subject or preheader."""
        return isinstance(self.role, Role)

    @property
    def is_quotation(self) -> bool:
        """Whether it is a quotation that stands as a block, with its speaker."""
        return self.claims[0].statement.quotation is not None

    @property
    def text(self) -> str:
        return self.prose.text[self.start : self.end]

    @cached_property
    def own(self) -> str:
        """The text with each character inside quotation marks blanked: what the brief says."""
        text = list(self.text)
        for quoted in self.claims[0].reading.quotations:
            for low, high in quoted.pieces:
                for at in range(max(low, self.start), min(high, self.end)):
                    text[at - self.start] = BLANK
        return "".join(text)

    def place(self, start: int, end: int) -> Place:
        """Where `text[start:end]` stands."""
        return self.prose.place(self.start + start, self.start + end)

    def claim_at(self, at: int) -> JudgedClaim:
        """The claim that has the character `text[at]`, or the nearest one before it."""
        before = [one for one in self.claims if one.statement.start <= self.start + at]
        return before[-1] if before else self.claims[0]


def sentences_told(case: Case) -> Iterator[Sentence]:
    """Title, subject and preheader, then the sentences of what goes out, in reading order."""
    waiting: list[JudgedClaim] = []
    for judged in case.claims:
        if judged.statement.role is Role.NOTES:
            continue
        if waiting and _key(judged) != _key(waiting[0]):
            yield _sentence(waiting)
            waiting = []
        waiting.append(judged)
    if waiting:
        yield _sentence(waiting)


def _key(judged: JudgedClaim) -> tuple[int, tuple[int, int]]:
    whole = judged.statement.quotation is not None
    return id(judged.statement.prose), (0, 0) if whole else sentence_of(judged)


def _sentence(claims: list[JudgedClaim]) -> Sentence:
    first = claims[0].statement
    whole = first.quotation is not None
    start, end = (first.start, first.end) if whole else sentence_of(claims[0])
    return Sentence(first.prose, start, end, tuple(claims))
