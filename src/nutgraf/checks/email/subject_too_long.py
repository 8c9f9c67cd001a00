"""subject-too-long: a subject line that is cut before it has said anything."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.email.miniature import BRIEF, SEEDS
from nutgraf.checks.email.places import front_place
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.language import figures, names

_LONGEST = 60  # characters; wider clients cut between 60 and 70
_PHONE = 35  # characters that a phone shows in portrait


def check(case: Case) -> Iterator[Found]:
    subject = case.brief.subject
    place = front_place(case, "subject" if "subject" in case.brief.front.values else "title")
    if len(subject) > _LONGEST:
        yield Found(
            place,
            f"the subject has {len(subject)} characters, and inboxes show {_LONGEST}",
            f"cut it by {len(subject) - _LONGEST}: readers see “{subject[:_LONGEST].rstrip()}…”",
        )
        return
    first = _first_fact(subject)
    if len(subject) > _PHONE and first is not None and first >= _PHONE:
        yield Found(
            place,
            f"a phone cuts the subject before its first fact: “{subject[:_PHONE].rstrip()}…”",
            "begin with the name or the figure",
        )


def _first_fact(subject: str) -> int | None:
    """Where the first name or figure stands; None where there is none."""
    found = [figure.start for figure in figures.read(subject) if not figure.weak]
    found += [name.start for name in names.read(subject)]
    # Its capital tells nothing of the first word, which is a name as often as not.
    return min(found, default=None) if not subject[:1].isdigit() else 0


RULE = Rule(
    name="subject-too-long",
    family="email",
    severity="note",
    decided="code",
    law="A subject has 60 characters at most, and its first fact within what a phone shows.",
    why="Most readers decide on a phone, by the first half of the line.",
    bad=Example(
        BRIEF.replace(
            "The reading room opens on Sunday\npre",
            "The reading room opens on Sunday, and tea is free in the reading room\npre",
        ),
        SEEDS,
    ),
    good=Example(BRIEF, SEEDS),
    check=check,
)
