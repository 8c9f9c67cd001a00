"""Where a brief tells its readers that sources differ, which ends a conflict.

A paragraph or bullet settles it that gives what two of the accounts say; one under “Reports
differ” that gives any of them, or names the matter; and one that says in words that reports differ
(`another report has 46`) and is of the matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from nutgraf.evidence.claims import JudgedClaim
from nutgraf.language.settling import settles
from nutgraf.model import Prose, Role


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, bullet or row of the brief and its claims."""

    prose: Prose
    claims: tuple[JudgedClaim, ...]

    @property
    def differs(self) -> bool:
        """Whether it stands under `Reports differ`."""
        return self.claims[0].statement.role is Role.DIFFER

    @property
    def tells_of_others(self) -> bool:
        """Whether it says in words that sources differ."""
        return settles(self.prose.text)

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(judged.claim.id for judged in self.claims)


def paragraphs(claims: Sequence[JudgedClaim]) -> Iterator[Paragraph]:
    """The brief's paragraphs in reading order; what is never sent settles nothing."""
    waiting: list[JudgedClaim] = []
    for judged in claims:
        if judged.statement.role is Role.NOTES:
            continue
        if waiting and judged.statement.prose is not waiting[0].statement.prose:
            yield Paragraph(waiting[0].statement.prose, tuple(waiting))
            waiting = []
        waiting.append(judged)
    if waiting:
        yield Paragraph(waiting[0].statement.prose, tuple(waiting))


def settled_by(
    told: Sequence[Paragraph],
    accounts_in: Callable[[Paragraph], int],
    is_of_matter: Callable[[Paragraph], bool],
) -> tuple[str, ...]:
    """The ids of the claims that tell readers of a conflict.

    `accounts_in` counts the accounts that a paragraph gives, `is_of_matter` tells whether it
    speaks of what the sources differ on.
    """
    found: list[str] = []
    for one in told:
        given = accounts_in(one)
        if (
            given > 1
            or (given and one.differs)
            or ((one.differs or one.tells_of_others) and is_of_matter(one))
        ):
            found.extend(one.ids)
    return tuple(dict.fromkeys(found))
