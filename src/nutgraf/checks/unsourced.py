"""Claims that assert a fact, and those that no source of the pack carries."""

from __future__ import annotations

import re

from nutgraf.evidence.claims import JudgedClaim
from nutgraf.model import Role

# Irregular verbs as news uses them; the regular ones are seen by their ending.
_ACT = re.compile(
    r"\b(?:was|were|had|did|said|told|took|gave|made|went|came|saw|left|kept|held|sent|spent|built"
    r"|lost|met|led|fled|won|began|ran|rose|fell|wrote|broke|chose|grew|threw|drew|struck|sold|paid"
    r"|became|withdrew|has been|have been|\w{2,}(?<!e)ed)\b",
    re.IGNORECASE,
)

# What an angle weighs, without a name, a figure or a day in it, is its own view.
_VIEW = re.compile(
    r"\b(?:question|story|frame|point|pattern|lesson|signal|test|foundation|stakes?|matters?)s?\b",
    re.IGNORECASE,
)


def is_unsourced(judged: JudgedClaim) -> bool:
    """Whether a claim asserts a fact that no source has.

    Of a headline, which has few words, its not being found tells only where a fact misses.
    """
    if judged.claim.verdict != "not found" or not is_checkable(judged):
        return False
    if isinstance(judged.statement.role, Role):
        return True
    return any(difference.certain for difference in judged.judgement.differences)


def is_checkable(judged: JudgedClaim) -> bool:
    """Whether a clause asserts a fact: a figure, a date, a name or something that was done."""
    statement, reading = judged.statement, judged.reading
    marks = [
        *((figure.start, figure.end) for figure in reading.figures if not figure.weak),
        *((when.start, when.end) for when in reading.dates),
        *((name.start, name.end) for name in reading.names if name.sure),
    ]
    if any(statement.start <= low and high <= statement.end for low, high in marks):
        return True
    if statement.role is Role.ANGLES and _VIEW.search(statement.text):
        return False
    return _ACT.search(statement.text) is not None
