"""The known word that somebody most likely meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

# Two letters of seven wrong, or one of four: what a slip of the hand does, and no more.
REALLY_NEAR = 0.72


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that `word` is a slip for, or None where no candidate is really near.

    Case and the choice of `-`, `_` or a space do not count. Of equally near candidates the first
    in alphabetical order is returned, so that a message is the same on every run.
    """
    meant = _folded(word)
    best: tuple[float, str] | None = None
    for candidate in sorted(candidates):
        if not _comparable(meant, candidate):
            continue
        ratio = _likeness(meant, _folded(candidate))
        if ratio >= REALLY_NEAR and (best is None or ratio > best[0]):
            best = (ratio, candidate)
    return best[1] if best else None


def _likeness(word: str, candidate: str) -> float:
    """From 0 to 1; the same letters in another order are near also in a word of three letters."""
    ratio = SequenceMatcher(None, word, candidate, autojunk=False).ratio()
    return max(ratio, REALLY_NEAR) if sorted(word) == sorted(candidate) else ratio


def _folded(word: str) -> str:
    return word.casefold().replace("-", " ").replace("_", " ").strip()


def _comparable(word: str, candidate: str) -> bool:
    """Whether the lengths alone allow the two to be near (a long text is not compared at all)."""
    short, long = sorted((len(word), len(candidate)))
    return 2 * short >= REALLY_NEAR * (short + long)
