"""email-clipped: an email that Gmail cuts off."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.email.miniature import BRIEF, SEEDS, email
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.model import Brief, words_of

_CLIPPED = 102 * 1024
_NEAR = 90 * 1024


def check(case: Case) -> Iterator[Found]:
    size = len((case.email or "").encode())
    if size < _NEAR:
        return
    clipped = size > _CLIPPED
    told = "Gmail cuts it off" if clipped else "Gmail cuts off at 102 KB"
    yield Found(
        case.brief.front.place,
        f"the email has {size / 1024:.0f} KB; {told}",
        f"shorten it: {_heaviest(case.brief)}",
        severity=None if clipped else "note",
        about="size of the email",
    )


def _heaviest(brief: Brief) -> str:
    """The stories that have most of the words, with their share."""
    weights: dict[str, int] = {}
    for number, story in enumerate(brief.stories, 1):
        name = story.title.text if story.title is not None else f"story {number}"
        texts = [words.text for section in story.sections for words in words_of(section.blocks)]
        weights[name] = weights.get(name, 0) + sum(map(len, texts))
    if len(weights) < 2:
        return "cut words, or make two briefs of it"
    whole = sum(weights.values()) or 1
    most = sorted(weights.items(), key=lambda item: -item[1])[:2]
    return ", ".join(f"“{name}” has {100 * weight // whole}% of the words" for name, weight in most)


RULE = Rule(
    name="email-clipped",
    family="email",
    severity="error",
    decided="code",
    law="The HTML of an email stays under 102 KB; from 90 KB on there is a note.",
    why="Gmail hides the rest behind a link, the sources and the unsubscribe link included.",
    bad=Example(BRIEF, SEEDS, email("<p>The reading room opens on Sunday.</p>\n" * 2700)),
    good=Example(BRIEF, SEEDS, email("<p>The reading room opens on Sunday.</p>")),
    check=check,
)
