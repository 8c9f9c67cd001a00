"""One passage of a page that is not what it was when it was captured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]
ChangeKind = Literal[
    "gone",  # the sentence stands nowhere any more
    "quotation",
    "figure",
    "date",
    "name",
    "denied",  # one of the two says that it is not so
    "doubted",  # it is said less surely now
    "surer",  # it is said more surely now
    "reworded",  # other words, of which none is any of these
    "notice",  # a correction or an editor's note that was not there
    "headline",
]
# What says most comes first, where one passage changed in several ways.
RANK: tuple[ChangeKind, ...] = (
    "gone",
    "quotation",
    "figure",
    "date",
    "name",
    "denied",
    "doubted",
    "surer",
    "reworded",
    "notice",
    "headline",
)


@dataclass(frozen=True, slots=True)
class Change:
    """What differs between the captured text and a later one.

    `old` and `new` are the words that differ, at `before` in the captured text and at `after` in
    the later one; where one side has none, its span is empty and stands where they would be.
    `old_passage` and `new_passage` are the sentences that they stand in, None where there is none.
    """

    kind: ChangeKind
    old: str
    new: str
    before: Span
    after: Span
    old_passage: Span | None
    new_passage: Span | None


@dataclass(frozen=True)
class Drift:
    """How a later text of a page stands to the captured one.

    `changes` are in the order of the captured text, notices last. `passages` is how many sentences
    were captured, `kept` how many of them stand there still, in whatever order, and `added` how
    many are new. `cut` tells that only the beginning is left, as a paywall leaves it.
    """

    changes: tuple[Change, ...] = ()
    passages: int = 0
    kept: int = 0
    added: int = 0
    cut: bool = False

    @property
    def same(self) -> bool:
        """Whether nothing is gone and nothing is said otherwise; what was added does not count."""
        return not self.changes

    @property
    def replaced(self) -> bool:
        """Whether next to nothing of a text is left: another one stands in its place."""
        left = self.passages - sum(1 for one in self.changes if one.kind == "gone")
        return self.passages >= _FEWEST and left <= _NEARLY_NOTHING * self.passages


_FEWEST = 3
_NEARLY_NOTHING = 0.1


def gravest(changes: Sequence[Change]) -> Change:
    """The change that says most; of equals the first."""
    return min(changes, key=lambda one: RANK.index(one.kind))
