"""angle-as-fact: an angle takes for granted what no source has, or a view stands among facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nutgraf.checks.angles.angles import Angle, angles_of
from nutgraf.checks.case import Case
from nutgraf.checks.differing import of_facts, sentence_of
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.checks.steps_beyond import steps_beyond
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.premises import Premise
from nutgraf.language import coincidences
from nutgraf.language.arguing import UNLABELLED
from nutgraf.model import Role

# Where a reader takes every sentence for a fact.
_OF_FACTS = frozenset(
    [Role.SUMMARY, Role.POINTS, Role.BACKGROUND, Role.EVENTS, Role.DATA, Role.PEOPLE, Role.NEXT]
)
_SAID_BY = re.compile(
    r"\b(?:sa(?:id|ys|ying)|according to|argu(?:ed?|es|ing)|told|tells|call(?:ed|s|ing)"
    r"|wr(?:ote|ites)|claim(?:ed|s)?|thinks?|believes?|contend(?:s|ed)?|ruled|found|testified|warn(?:s|ed))\b",
    re.IGNORECASE,
)
_NUMBERS = ("", "a fact", "two facts", "three facts", "four facts", "five facts", "six facts")


def check(case: Case) -> Iterator[Found]:
    beyond = [(one.sentence.prose, one.place) for one in steps_beyond(case)]
    for angle in angles_of(case):
        yield from _unsourced(case, angle, [at for prose, at in beyond if prose is angle.prose])
    if case.pack.sources:
        for judged in of_facts(case):
            if judged.statement.role in _OF_FACTS:
                yield from _unlabelled(case, judged)


def _unsourced(case: Case, angle: Angle, beyond: Sequence[tuple[int, int]]) -> Iterator[Found]:
    """One finding for each premise; they have one message, so that they are shown together.

    What takes a step of the law `beyond` the sources is allegation-as-finding's to tell.
    """
    inferred = [one.cue for one in coincidences.read(angle.prose.text)]
    missing = [
        (judged, premise)
        for judged in angle.claims
        for premise in case.premises[judged.claim.id]
        if premise.sourced is False
        and not _is_of_citation(judged, premise)
        # What is made of two facts is coincidence-as-cause's to ask about.
        and not any(
            premise.start <= low and high <= premise.end for low, high in (*inferred, *beyond)
        )
    ]
    marked = any(premise.marked for _, premise in missing)
    for judged, premise in missing:
        yield Found(
            judged.statement.prose.place(premise.start, premise.end),
            f"this angle rests on {_counted(len(missing))} not in the pack",
            "cite the brief in which you reported it, add a source, or cut; "
            "the view itself is yours and is not checked",
            claim=judged.claim.id,
            severity=None if marked else "warning",
        )


def _is_of_citation(judged: JudgedClaim, premise: Premise) -> bool:
    """Whether the fault is that of a citation that does not carry its whole claim."""
    whole = premise.start <= judged.statement.start + 4 and premise.end >= judged.statement.end - 4
    return bool(judged.claim.cites) and whole


def _counted(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number} facts"


def _unlabelled(case: Case, judged: JudgedClaim) -> Iterator[Found]:
    """A strong mark of a view that no source has, where nobody is named who says so."""
    text, (start, end) = judged.reading.text, (judged.statement.start, judged.statement.end)
    cue = UNLABELLED.search(text, start, end)
    if cue is None or _SAID_BY.search(text, *sentence_of(judged)):
        return
    if any(quoted.start <= cue.start() < quoted.end for quoted in judged.reading.quotations):
        return
    if any(cue[0].lower() in one.source.body.lower() for one in case.pack):
        return
    yield Found(
        judged.statement.prose.place(cue.start(), cue.end()),
        f"“{cue[0]}” is a view; does it belong among the facts?",
        "move it to the angles, say whose view it is, or cut it",
        claim=judged.claim.id,
        severity="warning",
    )


_REPORT = (
    "---\ntitle: The ferry\n---\n"
    "The council of Ostby ended the night ferry on Monday. Night nurses had used it for thirty "
    "years, their union said.\n"
)

RULE = Rule(
    name="angle-as-fact",
    family="angles",
    severity="error",
    decided="code",
    law="An angle is an argument, and every fact that it rests on stands in a source; a view "
    "stands among the angles.",
    why="Readers grant a newsletter its views, not the facts under them: what is told in passing, "
    "in a bracket or behind “the same month that”, is believed most easily and checked least.",
    bad=Example(
        "---\ntitle: The ferry\ndate: 2025-03-07\nsources: [report]\n---\n"
        "## Summary\n\nThe council of Ostby ended the night ferry. [@report]\n\n"
        "## Newsletter Angles\n\n"
        "- This is a story about who works at night, and it mirrors the Hallgrim canteen affair.\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The ferry\ndate: 2025-03-07\nsources: [report]\n---\n"
        "## Summary\n\nThe council of Ostby ended the night ferry. [@report]\n\n"
        "## Newsletter Angles\n\n"
        "- This is a story about who works at night. The nurses are its measure. We would ask what "
        "the council knew of them.\n",
        {"report": _REPORT},
    ),
    check=check,
)
