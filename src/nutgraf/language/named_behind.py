"""Whose name stands behind a comma: `the mill's new owner, Ann Lee, said`."""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.language.noun_phrases import (
    DETERMINERS,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    Token,
    head,
    span,
)
from nutgraf.language.roles import GROUPS, ROLES

Span = tuple[int, int]

_LONGEST_NAME = 5
_TYING = PREPOSITIONS | {"of"}  # `a unit of Lee Foods` is not Lee Foods
_BEFORE_NAME = 3  # words in small letters: `the former baker Ann Lee`


def subject(
    tokens: Sequence[Token], at: int, end: int, behind: Span | None
) -> tuple[Span | None, Span | None]:
    """Speaker and role of the subject `tokens[at:end]` and what stands `behind` its comma.

    Of `the mill's new owner, Ann Lee,` and `her neighbour, the baker Ann Lee,` the name is there.
    """
    speaker, role = head(tokens, at, end)
    if behind is None or speaker is None:
        return speaker, role
    name = _named_behind(tokens, at, end, behind)
    if name is not None:
        before = (behind[0], tokens[name].start)
        told = [token for token in tokens if before[0] <= token.start < before[1]]
        office = span(tokens, at, end) if not told else (told[0].start, told[-1].end)
        return (tokens[name].start, behind[1]), office
    return speaker, behind if role is None else role


def _named_behind(tokens: Sequence[Token], at: int, end: int, behind: Span) -> int | None:
    """Where the name begins with which an apposition ends, when the subject itself has none."""
    plain = [token for token in tokens[at:end] if token.small not in DETERMINERS]
    named = not plain or (plain[0].capital and plain[-1].capital)
    if named or tokens[at].small in PRONOUNS:
        return None
    inside = [i for i, token in enumerate(tokens) if behind[0] <= token.start < behind[1]]
    first = next((i for i in inside if tokens[i].capital), None)
    if first is None:
        return None
    small = [i for i in inside if i < first]
    later = [tokens[i] for i in inside if i > first and not tokens[i].capital]
    if len(small) > _BEFORE_NAME or any(t.small not in PARTICLES for t in later):
        return None
    name = [tokens[i] for i in inside if i >= first]
    if small and (
        tokens[inside[0]].small not in DETERMINERS
        or any(tokens[i].small in _TYING or not tokens[i].word for i in small)
    ):
        return None
    if not 2 <= len(name) <= _LONGEST_NAME or any(t.bare in ROLES | GROUPS for t in name):
        return None
    return first
