"""angle-repeat: an angle that readers have had, or one whose basis was corrected since."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from nutgraf.checks.angles.angles import Angle, angles_of
from nutgraf.checks.case import Case
from nutgraf.checks.record import Record, UsedAngle
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.language.alike import likeness
from nutgraf.model import Evidence, Place

# Measured on angles of one story that say the same in other words, and on those that do not.
NEAR = 0.5
_BUILDS_ON = re.compile(
    r"\b(?:as we (?:wrote|said|argued|reported|noted|put it)|we (?:wrote|said|argued|reported|noted"
    r"|asked) (?:this |about |of |it )?(?:last|in|on|two|three|a|earlier|before|then)\b"
    r"|follow(?:s|ing)?[- ]up|we (?:return|come back) to|our (?:earlier|last|previous)"
    r"|last (?:week|month)[’']s (?:brief|issue|letter|angle)|an update"
    r"|builds? on (?:our|the angle))\b",
    re.IGNORECASE,
)
_CORRECTED = re.compile(
    r"\b(?:correct(?:ed|ion)s?|we (?:had|got) (?:it|this|that) wrong)\b", re.IGNORECASE
)


def check(case: Case) -> Iterator[Found]:
    if not case.record.used_angles:
        return
    for angle in angles_of(case):
        used = nearest(angle, case.record.used_angles)
        if used is not None and not _says_so(angle, used):
            yield _found(angle, used)


def nearest(angle: Angle, used: tuple[UsedAngle, ...]) -> UsedAngle | None:
    """The used angle that is this one or nearly, the last one of several."""
    path, text = angle.prose.file.path, angle.prose.text
    known = [one for one in used if one.place.path == path or likeness(text, one.text) >= NEAR]
    return known[-1] if known else None


def _says_so(angle: Angle, used: UsedAngle) -> bool:
    """Whether the angle says that it takes up an earlier one, or that it was corrected."""
    if used.corrected:
        return _CORRECTED.search(angle.prose.text) is not None
    cites = [cite.id for judged in angle.claims for cite in judged.statement.cites]
    if any(cite.partition("#")[0].casefold() == used.brief.casefold() for cite in cites):
        return True
    return _BUILDS_ON.search(angle.prose.text) is not None


def _found(angle: Angle, used: UsedAngle) -> Found:
    if used.corrected:
        message = f"this was an angle of {used.brief}, and what it rests on was corrected since"
        remedy = f"hold it against the correction {used.corrected[-1]}, then say so or cut it"
    else:
        message = f"readers had this angle, or nearly, in {used.brief}"
        remedy = f"say what is new, and build on it: [@{used.brief}], or cut it"
    return Found(
        angle.prose.place(),
        message,
        remedy,
        (Evidence(used.brief, used.text, used.place),),
        severity="warning" if used.corrected else None,
    )


_USED = UsedAngle(
    "2025-02-28",
    date(2025, 2, 28),
    "The orchard is a story about water: whoever owns the spring decides which trees live.",
    Place("briefs/2025-02-28.md", 120, 205, 9, 1, 9, 86),
)
_REPORT = (
    "---\ntitle: The orchard\n---\n"
    "The commune sold the spring above the orchard on Monday. Gardeners had drawn water from it "
    "for a century.\n"
)
_BRIEF = "---\ntitle: The orchard\ndate: 2025-03-07\nsources: [report]\n---\n"
_SUMMARY = "## Summary\n\nThe commune sold the spring above the orchard. [@report]\n\n"

RULE = Rule(
    name="angle-repeat",
    family="angles",
    severity="note",
    decided="code",
    law="An angle that readers have had says what is new; one whose basis was corrected says so.",
    why="The second time an argument is a habit; and what was argued from an error has to be "
    "argued anew.",
    bad=Example(
        f"{_BRIEF}{_SUMMARY}## Newsletter Angles\n\n"
        "- At bottom this is a story about water. Whoever owns the spring decides which trees of "
        "the orchard live.\n",
        {"report": _REPORT},
        record=Record(used_angles=(_USED,)),
    ),
    good=Example(
        f"{_BRIEF}{_SUMMARY}## Newsletter Angles\n\n"
        "- The commune is short of money, and the spring was the last thing that it could sell "
        "without a vote of its residents.\n",
        {"report": _REPORT},
        record=Record(used_angles=(_USED,)),
    ),
    check=check,
)
