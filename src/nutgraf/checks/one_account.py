"""A claim that is one of two accounts which a source sets against each other."""

from __future__ import annotations

from nutgraf.checks.case import Case
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.index import Index
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.once import lasting
from nutgraf.evidence.reading import Reading
from nutgraf.language.two_accounts import two_accounts

_FEWEST = 3  # words of an account
_MOST = 0.75  # of an account must stand in the claim
_LITTLE = 0.5  # of the other account; with more of it the claim tells of both


def one_account(case: Case, judged: JudgedClaim) -> SourceSpan | None:
    """The words of a source that have what a claim says as the one of two accounts."""
    told = [one for one in case.pack.indexes(dict.fromkeys(case.pack.sources)) if _accounts(one[1])]
    if not told:
        return None
    ours = _stems(judged.reading, judged.statement.start, judged.statement.end)
    for name, index in told:
        for whole, one, other in _accounts(index):
            shares = [len(part & ours) / len(part) for part in (one, other)]
            if max(shares) >= _MOST and min(shares) < _LITTLE:
                return SourceSpan(name, *whole)
    return None


@lasting
def _accounts(index: Index) -> tuple[tuple[tuple[int, int], frozenset[str], frozenset[str]], ...]:
    """Where a source has two accounts, with the words of each that the other has not."""
    found = []
    for whole, one, other in two_accounts(index.reading.text):
        first, second = _stems(index.reading, *one), _stems(index.reading, *other)
        if min(len(first - second), len(second - first)) >= _FEWEST:
            found.append((whole, first, second))
    return tuple(found)


def _stems(reading: Reading, start: int, end: int) -> frozenset[str]:
    return frozenset(word.stem for word in reading.words_in(start, end) if word.content)
