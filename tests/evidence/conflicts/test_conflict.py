"""How a matter on which sources differ is told."""

from __future__ import annotations

from nutgraf.evidence.conflicts.conflict import Conflict, Saying


def _saying(source: str, words: str) -> Saying:
    return Saying(source, (0, len(words)), (0, len(words)), words)


def test_sources_that_say_the_same_are_told_together() -> None:
    conflict = Conflict(
        "figure",
        "homes without power",
        (_saying("a", "about 4,000"), _saying("b", "6,500"), _saying("c", "About 4,000")),
    )
    assert conflict.line == "- homes without power: about 4,000 [@a; @c]; 6,500 [@b]"
    assert [words for words, _ in conflict.accounts] == ["about 4,000", "6,500"]


def test_it_is_settled_by_the_claims_that_tell_of_it() -> None:
    told = (_saying("a", "Monday"), _saying("b", "Tuesday"))
    assert not Conflict("date", "the vote", told, ("c1",)).settled
    assert Conflict("date", "the vote", told, ("c1",), settled_by=("c4",)).settled
