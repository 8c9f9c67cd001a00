"""not-signed-off: nobody has verified what wants a person."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.matters import SIGN_OFF, has_stet
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.model import Matter

_AWAITS = frozenset({"open", "query", "author only"})


def check(case: Case) -> Iterator[Found]:
    """One finding with the count; one for each where the brief is up for approval.

    What has a stet of this rule is told by itself, so that the stet lets it stand.
    """
    given = case.record.given
    if not given.asked:
        return
    waiting = [matter for matter in case.matters if matter.state in _AWAITS]
    for matter in case.matters:
        if matter.state == "stet" and has_stet(matter, case.brief.stets):
            yield Found(matter.place, _message(matter), _remedy(matter))
    if given.approving:
        for matter in waiting:
            yield Found(matter.place, _message(matter), _remedy(matter))
    elif waiting:
        total = len(case.matters)
        yield Found(
            case.brief.front.place,
            f"{len(waiting)} of {total} statements that want a person have none yet",
            f"nutgraf verify {case.brief.id}",
            about="not signed off",
        )


def _message(matter: Matter) -> str:
    if matter.state == "query":
        return f"A query waits for the author: {matter.said[-1].note}"
    if matter.state == "author only":
        return "Only its author has verified this, and a second reader is wanted"
    return "No person has verified this"


def _remedy(matter: Matter) -> str:
    if matter.state == "query":
        return "answer it: change the words, or have them verified as they are"
    if matter.state == "author only":
        return "have somebody else verify it: nutgraf verify"
    return "nutgraf verify, or a stet that says why nobody needs to"


_REPORT = (
    "---\ntitle: Ferry counts\n---\n"
    "The harbour office counted 1,240 passengers on Saturday. Boats sail every hour.\n"
)
_BRIEF = (
    "---\ntitle: The ferries\ndate: 2025-03-07\n---\n## Summary\n\n"
    "The harbour office counted 1,240 passengers on Saturday. [@report] "
    "Boats sail every hour. [@report]\n"
)
_VERIFIED = (
    '- {said: verified, by: "Tom Adair", at: 2025-03-06T16:02:11+00:00, how: captured page, '
    'words: "The harbour office counted 1,240 passengers on Saturday.", claim: 85d65c00fc485f0f, '
    'passages: [{source: "report", hash: 85d65c00fc485f0f, '
    'text: "The harbour office counted 1,240 passengers on Saturday."}]}\n'
)

RULE = Rule(
    name=SIGN_OFF,
    family="process",
    severity="warning",
    decided="code",
    law="What the policy wants verified by a person has a person’s word before it goes out.",
    why="A match of words is no reading: whether a quotation is fair and a figure means what the "
    "sentence says, somebody has to have looked.",
    bad=Example(
        _BRIEF,
        {"report": _REPORT},
        beside={"nutgraf.yaml": "policy:\n  verify: [figures]\n"},
    ),
    good=Example(
        _BRIEF,
        {"report": _REPORT},
        beside={
            "nutgraf.yaml": "policy:\n  verify: [figures]\n",
            "briefs/example.verified.yaml": _VERIFIED,
        },
    ),
    check=check,
)
