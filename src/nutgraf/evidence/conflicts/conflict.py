"""A matter on which sources differ, with what each of them says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from nutgraf.evidence.reading import Span

Kind = Literal["figure", "date", "title", "account"]


@dataclass(frozen=True, slots=True)
class Saying:
    """What one source says: `source` is its id, the spans are offsets of its body.

    `span` is the smallest run of words that differs, `sentence` the sentence they stand in, and
    `words` what a reader is to see of it.
    """

    source: str
    span: Span
    sentence: Span
    words: str


@dataclass(frozen=True)
class Conflict:
    """What sources tell differently: `matter` is what they differ on, in words of theirs.

    One of the `sayings` for each source, in the order of the pack; sources that say the same have
    the same `words`. `claims` are the ids of the brief's claims that it bears on, in reading order,
    `places` the smallest words of each, as offsets of its prose; `settled_by` are the ids of the
    claims that tell readers of it.
    """

    kind: Kind
    matter: str
    sayings: tuple[Saying, ...]
    claims: tuple[str, ...] = ()
    settled_by: tuple[str, ...] = ()
    places: tuple[Span, ...] = field(default=(), kw_only=True)

    @property
    def settled(self) -> bool:
        """Whether the brief tells readers of it."""
        return bool(self.settled_by)

    @property
    def accounts(self) -> tuple[tuple[str, tuple[Saying, ...]], ...]:
        """What is said, in words, and the sayings that have it so, in the order of the pack."""
        found: dict[str, list[Saying]] = {}
        for one in self.sayings:
            found.setdefault(one.words.casefold(), []).append(one)
        return tuple((several[0].words, tuple(several)) for several in found.values())

    @property
    def line(self) -> str:
        """The line for a section “Reports differ”, made of the sources' words and cited.

        `- boats counted: 48 [@a; @b]; 44 [@c]`
        """
        told = (
            f"{words} [{'; '.join(f'@{one.source}' for one in several)}]"
            for words, several in self.accounts
        )
        return f"- {self.matter}: {'; '.join(told)}"
