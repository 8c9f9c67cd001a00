"""The fewest roots that explain some sources, each of which may come from any of several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

# More roots than these are not tried in every combination; the likeliest are taken one by one.
_MANY = 14


def fewest(options: Sequence[Sequence[str]], preferred: Sequence[str] = ()) -> tuple[str, ...]:
    """The smallest set that has one of each of `options`, whose roots stand likeliest first.

    Of several as small, the one whose roots come first in `preferred`, then those that explain
    most, then those that sources name first. In the order in which sources name them.
    """
    asked = [tuple(dict.fromkeys(each)) for each in options if each]
    counted = Counter(root for each in asked for root in each)
    seen = list(counted)
    wanted = {root: at for at, root in enumerate(preferred)}
    ranked = sorted(
        seen,
        key=lambda root: (wanted.get(root, len(wanted)), -counted[root], _first(root, asked)),
    )
    chosen = _exact(asked, ranked) if len(ranked) <= _MANY else _greedy(asked, ranked)
    return tuple(root for root in seen if root in chosen)


def _first(root: str, options: Sequence[Sequence[str]]) -> int:
    """How far in front the root stands where it stands foremost."""
    return min(each.index(root) for each in options if root in each)


def _exact(options: Sequence[Sequence[str]], ranked: Sequence[str]) -> frozenset[str]:
    for size in range(len(options) + 1):
        for some in combinations(ranked, size):
            if all(any(root in some for root in each) for each in options):
                return frozenset(some)
    return frozenset(ranked)


def _greedy(options: Sequence[Sequence[str]], ranked: Sequence[str]) -> frozenset[str]:
    left = list(options)
    chosen: set[str] = set()
    while left:
        best = max(ranked, key=lambda root: sum(root in each for each in left))
        chosen.add(best)
        left = [each for each in left if best not in each]
    return frozenset(chosen)
