"""correction-owed: what readers were told wrongly, and have not been told right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

from nutgraf.checks.case import Case
from nutgraf.checks.differing import of_facts, passage_words
from nutgraf.checks.record import Owed, Record
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.language.said_again import is_taken_back, says_again
from nutgraf.language.typography import fold
from nutgraf.model import Correction, Role


def check(case: Case) -> Iterator[Found]:
    if case.record.sent:
        yield from _refuted(case)
        return
    yield from _owed(case)
    yield from _repeated(case)


def _owed(case: Case) -> Iterator[Found]:
    for owed in case.record.owed:
        one = owed.correction
        if one.id in case.brief.file.text:
            continue
        yield Found(
            case.brief.front.place,
            f"a correction is owed: on {one.said_on.isoformat()} readers were told “{one.said}”",
            f"put it under Corrections: {owed.item}",
            about=f"owed {one.id}",
        )


def _repeated(case: Case) -> Iterator[Found]:
    """What was corrected, said again."""
    for one in case.record.corrected:
        said, right = _words(one.said), _words(one.right)
        if not one.owed or said in right:
            continue
        for judged in of_facts(case):
            text = _words(judged.statement.text)
            if judged.statement.role is Role.CORRECTIONS or right in text:
                continue
            if is_taken_back(judged.statement.text):
                continue
            verbatim = said in text
            if not verbatim and not says_again(judged.statement.text, one.said, one.right):
                continue
            day = one.opened.date().isoformat()
            yield Found(
                judged.claim.place,
                f"this was corrected on {day}"
                if verbatim
                else f"was this corrected on {day}? Readers had it as “{one.said}”",
                f"write what is right: {one.right}",
                claim=judged.claim.id,
                severity="error" if verbatim else "warning",
            )
            break


def _refuted(case: Case) -> Iterator[Found]:
    """A brief that has gone out with what its sources, as they are now, contradict."""
    known = [_words(one.said) for one in case.record.corrected if case.brief.id in one.briefs]
    refuted = [
        judged
        for judged in of_facts(case)
        if judged.claim.verdict == "contradicted"
        and not any(said in _words(judged.claim.text) for said in known)
        and not any(_words(judged.claim.text) in said for said in known)
    ]
    if not refuted:
        return
    first, others = refuted[0], len(refuted) - 1
    more = f", and {others} more that it has" if others else ""
    yield Found(
        first.claim.place,
        f"readers have this, and a source contradicts it{more}: look again",
        "if the source is right: nutgraf correct, with the words as readers had them",
        evidence=passage_words(case, first),
        claim=first.claim.id,
        severity="warning",
    )


def _words(text: str) -> str:
    folded = fold(text, case=True).text
    return f" {' '.join(''.join(c if c.isalnum() else ' ' for c in folded).split())} "


_CORRECTION = Correction(
    id="2025-03-08-1f0a",
    opened=datetime(2025, 3, 8, 9, 30, tzinfo=UTC),
    by="I. Varga",
    severity="factual",
    said="The heron ate eleven goldfish",
    said_on=date(2025, 2, 28),
    right="It ate seven. [@pond]",
    briefs=("2025-02-28",),
)
_OWED = Record(
    owed=(
        Owed(
            _CORRECTION,
            "- We wrote on 28 February 2025: “The heron ate eleven goldfish.” It ate seven. "
            "[@pond] ^correction-2025-03-08-1f0a",
        ),
    )
)
_POND = (
    "---\ntitle: A heron in the park\nkind: news\n---\nA heron ate seven goldfish in the park.\n"
)
_BRIEF = "---\ntitle: The pond\ndate: 2025-03-14\nsources: [pond]\n---\n"

RULE = Rule(
    name="correction-owed",
    family="process",
    severity="error",
    decided="code",
    law="What readers were told wrongly is put right in the next brief, and is not said again.",
    why="Who has read an error trusts a newsletter that says so, and no longer one that is silent.",
    bad=Example(
        f"{_BRIEF}## Summary\n\nA heron ate seven goldfish in the park. [@pond]\n",
        {"pond": _POND},
        record=_OWED,
    ),
    good=Example(
        f"{_BRIEF}## Summary\n\nA heron ate seven goldfish in the park. [@pond]\n\n"
        f"## Corrections\n\n{_OWED.owed[0].item}\n",
        {"pond": _POND},
        record=_OWED,
    ),
    check=check,
)
