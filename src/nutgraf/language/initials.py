"""Alternations put in order by the letters they begin with, for `re` to pass over most of them.

Where case does not count, `re` tries every branch of an alternation at every word. A branch that
begins with a class of its own, `[dD]enied`, it passes over at a glance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

# What begins a branch surely: a letter that is not itself optional or repeated.
_LETTER = re.compile(r"([a-zA-Z])(?![?*{])")
# Letters that `re` takes for another one where case does not count.
_ALSO = {"s": "ſ", "k": "\u212a"}


def by_initial(alternation: str) -> str:
    """The same alternation, for patterns in which case does not count.

    Of branches that begin with one letter the order is kept; a branch whose first letter is not
    plain is tried in its turn.
    """
    done: list[str] = []
    open_ones: dict[str, list[str]] = {}
    for branch in _branches(alternation):
        letter = _LETTER.match(branch)
        if letter is None:
            done += _grouped(open_ones)
            open_ones = {}
            done.append(branch)
        else:
            open_ones.setdefault(letter[1].lower(), []).append(branch[1:])
    return "|".join([*done, *_grouped(open_ones)])


def _grouped(branches: dict[str, list[str]]) -> Iterator[str]:
    for letter, rests in branches.items():
        both = f"(?-i:[{letter}{letter.upper()}{_ALSO.get(letter, '')}])"
        yield both + (rests[0] if len(rests) == 1 else f"(?:{'|'.join(rests)})")


def _branches(alternation: str) -> Sequence[str]:
    """The branches at the top of an alternation, in order."""
    found, start, depth, at = [], 0, 0, 0
    in_class = False
    while at < len(alternation):
        sign = alternation[at]
        if sign == "\\":
            at += 1
        elif in_class:
            in_class = sign != "]"
        elif sign == "[":
            in_class = True
            if alternation[at + 1 : at + 2] == "^":
                at += 1
            if alternation[at + 1 : at + 2] == "]":
                at += 1
        elif sign == "(":
            depth += 1
        elif sign == ")":
            depth -= 1
        elif sign == "|" and not depth:
            found.append(alternation[start:at])
            start = at + 1
        at += 1
    return [*found, alternation[start:]]
