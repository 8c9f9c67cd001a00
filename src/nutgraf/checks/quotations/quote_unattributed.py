"""quote-unattributed: quotation marks, and nobody named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.heard import Heard
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.checks.word_for_word import is_word_for_word
from nutgraf.language import names

_SOMEBODY = re.compile(
    r"\b(?:he|she|they|who|I|we|officials?|spokes\w+|lawyers?|judges?|court|filing|declaration"
    r"|according to|sa(?:ys|id)|told|called?|calls|wrote|writes|asked|warned|argued)\b",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Found]:
    for heard in case.quotations:
        if heard.speaker or _is_title(heard) or _names_somebody(heard):
            continue
        scare = heard.block is None and not heard.full
        if scare and is_word_for_word(case, heard.item_text):
            continue  # the marks are the source's
        yield Found(
            heard.place,
            "whose words are these?" if scare else "a quotation with no speaker",
            "name the speaker, or take the marks off" if scare else "name the speaker",
        )


def _names_somebody(heard: Heard) -> bool:
    if heard.block is not None:
        return False
    if _SOMEBODY.search(heard.around):
        return True
    return any(
        name.sure and name.kind not in ("place", "demonym") for name in names.read(heard.around)
    )


def _is_title(heard: Heard) -> bool:
    """A work or a ship is in marks for another reason: every long word has a capital."""
    words = [word for word in heard.words.split() if len(word) > 3]
    return heard.block is None and bool(words) and all(word[0].isupper() for word in words)


_REPORT = (
    "---\ntitle: The bakery\n---\n"
    "The closing of the bakery was “an ordinary morning,” Rosa Klein said. The shop sold bread.\n"
)

RULE = Rule(
    name="quote-unattributed",
    family="quotations",
    severity="note",
    decided="code",
    law="Who quotes, names the speaker; marks that only raise an eyebrow come off.",
    why="Marks without a speaker say that somebody said it, and let the reader guess who.",
    bad=Example(
        "---\ntitle: The bakery\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe closing of the bakery was “an ordinary morning”. [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The bakery\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe closing of the bakery was “an ordinary morning,” Rosa Klein said. "
        "[@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
