"""Words that are no names by themselves, though a sentence or a title gives them a capital."""

from __future__ import annotations

from nutgraf.language.common_words import is_common
from nutgraf.language.roles import ROLES


def is_ordinary(small: str) -> bool:
    """A common word, an office, or a compound of such: `co-chair`, `long-time`."""
    if is_common(small) or is_office(small):
        return True
    return "-" in small and all(is_common(part) for part in small.split("-") if part)


def is_office(small: str) -> bool:
    """An office or trade for one person or several: `senator`, `secretaries`."""
    if small in ROLES or not small.endswith("s"):
        return small in ROLES
    return small[:-1] in ROLES or (small.endswith("ies") and small[:-3] + "y" in ROLES)
