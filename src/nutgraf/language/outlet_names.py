"""Whether two names of newsrooms are one: `the Post` and `The Harbor Post`, `AP` in full."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nutgraf.language.acronyms import abbreviates
from nutgraf.language.name_folding import fold_name


def same_outlet(one: str, other: str) -> bool:
    """Whether two names can be one newsroom's: by the last word, the first, or the initials."""
    ours, theirs = fold_name(one), fold_name(other)
    if not ours or not theirs:
        return False
    if ours == theirs or ours[-1] == theirs[-1]:
        return True
    if ours[0] == theirs[0] and 1 in (len(ours), len(theirs)):
        return True
    short, long = sorted((" ".join(ours), " ".join(theirs)), key=len)
    return abbreviates(short, long)


_NAME = r"(?:[Tt]he )?[A-Z][\w&.-]*(?: (?:[A-Z\d][\w&.-]*|of|the)){0,4}"
_CREDIT = re.compile(
    rf"(?:^|,? )\b(?P<by>{_NAME}) (?:first |has |had |also |later )?"
    r"(?:reported|reports|said|says|wrote)\b"
    rf"|\b[Aa]ccording to (?P<to>{_NAME})"
)


def newsroom_credits(text: str, newsrooms: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Where a text gives one of some newsrooms its credit, or names it: `, the Post reported`."""
    found = []
    for credit in _CREDIT.finditer(text) if newsrooms else ():
        name = credit["by"] or credit["to"]
        if any(same_outlet(name.removesuffix("."), one) for one in newsrooms):
            end = credit.end() - (credit[0][-1] == ".")
            found.append((credit.start(), end))
    for name in newsrooms:
        bare = re.escape(re.sub(r"^[Tt]he ", "", name))
        found += [one.span() for one in re.finditer(rf"\b(?:[Tt]he )?{bare}\b", text)]
    return tuple(found)
