"""A matter on which sources differ, as a finding tells it: every source's words, and one place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.offering import of_conflict
from nutgraf.checks.rule import Found
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.conflicts.conflict import Conflict, Kind
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.reading import Span
from nutgraf.model import Evidence, Role, Severity


def asked_about(
    case: Case,
    kind: Kind,
    words: Callable[[Conflict], tuple[str, str]],
    severity: Severity | None = None,
) -> Iterator[Found]:
    """A finding for each matter of a kind that readers get in one way only.

    `words` are the question and the mend.
    """
    for conflict in case.conflicts:
        if conflict.kind != kind or conflict.settled:
            continue
        placed = first_told(case, conflict)
        if placed is None:
            continue
        judged, span = placed
        message, remedy = words(conflict)
        yield Found(
            judged.statement.prose.place(*span),
            message,
            remedy,
            evidence_of(case, conflict),
            judged.claim.id,
            severity,
            offers=of_conflict(case, conflict),
        )


def first_told(case: Case, conflict: Conflict) -> tuple[JudgedClaim, Span] | None:
    """The first claim of the text that it bears on, and the words; else of title or subject."""
    claims = {judged.claim.id: judged for judged in case.claims}
    told = [
        (claims[name], span) for name, span in zip(conflict.claims, conflict.places, strict=True)
    ]
    in_text = [one for one in told if isinstance(one[0].statement.role, Role)]
    return next(iter((*in_text, *told)), None)


def is_an_account(case: Case, judged: JudgedClaim, words: str) -> bool:
    """Whether a claim tells readers that sources differ, and the words are what one of them has."""
    return any(
        judged.claim.id in conflict.settled_by
        and words.casefold() in {told.casefold() for told, _ in conflict.accounts}
        for conflict in case.conflicts
    )


def evidence_of(case: Case, conflict: Conflict) -> tuple[Evidence, ...]:
    """The words of every source, one span of each."""
    return tuple(case.pack.evidence(SourceSpan(one.source, *one.span)) for one in conflict.sayings)


def who_says_what(conflict: Conflict) -> str:
    """`a and b say 40; c says 45`."""
    return "; ".join(
        f"{_joined([one.source for one in several])} say{'' if len(several) > 1 else 's'} {words}"
        for words, several in conflict.accounts
    )


def whose_words(conflict: Conflict) -> str:
    """`a and b: “sued by the town”; c: “sued by the county”`."""
    return "; ".join(
        f"{_joined([one.source for one in several])}: “{words}”"
        for words, several in conflict.accounts
    )


def both_told(conflict: Conflict) -> str:
    """`40 [@a; @b]; another report says 45 [@c]`: ready to type."""
    told = [
        f"{words} [{'; '.join(f'@{one.source}' for one in several)}]"
        for words, several in conflict.accounts
    ]
    return "; another report says ".join(told)


def _joined(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
