"""Whether two names of newsrooms are one: `the Post` and `The Harbor Post`, `AP` in full."""

from __future__ import annotations

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
