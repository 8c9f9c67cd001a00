"""link-text-generic: a link that does not say where it leads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.email.miniature import BRIEF, SEEDS, email
from nutgraf.checks.email.page import read_page
from nutgraf.checks.email.places import link_place
from nutgraf.checks.rule import Example, Found, Rule

_GENERIC = re.compile(
    r"\W*(?:click(?: here)?|(?:read|see|learn|find out)? ?more|here|this|this (?:link|page)|link|"
    r"continue(?: reading)?|go|details)\W*",
    re.IGNORECASE,
)
_BARE = re.compile(r"\s*(?:https?://|www\.)\S+\s*", re.IGNORECASE)


def check(case: Case) -> Iterator[Found]:
    for link in read_page(case.email or "").links:
        if _GENERIC.fullmatch(link.text) or _BARE.fullmatch(link.text):
            yield Found(
                link_place(case, link.href),
                f"“{link.text}” does not say where the link leads",
                "link the words that name what is there",
                about=f"link {link.href} {link.text}",
            )


_A = '<a href="https://room.example/hours">'

RULE = Rule(
    name="link-text-generic",
    family="email",
    severity="note",
    decided="code",
    law="The words of a link say where it leads.",
    why="Read aloud, or skimmed, a row of “here” and “more” is no help to anybody.",
    bad=Example(BRIEF, SEEDS, email(f"<p>For the opening hours click {_A}here</a>.</p>")),
    good=Example(BRIEF, SEEDS, email(f"<p>See the {_A}opening hours</a>.</p>")),
    check=check,
)
