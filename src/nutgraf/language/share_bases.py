"""Whom a share is really of: `71 percent of those who voted`, `of the 40 who wrote, 27, or 68%`.

Gathered by hand from the ways in which news reports tell who answered, voted or was tested.
"""

from __future__ import annotations

import re

from nutgraf.language.stems import read as read_words

Span = tuple[int, int]

_CHOSEN = (
    r"(?:who|that|which) (?:\w+(?:['’]\w+)?)(?: \w+){0,2}?"
    r"(?= (?:said|say|were|was|had|have|are)\b|[,.;)]|$)"
    r"|surveyed|polled|asked|interviewed|sampled|tested|questioned|responding|inspected|reviewed"
)
# `Of 412 sets that the paper had tested, 57, or 14 percent`
_PICKED = r"(?:who|that|which) [^,.;]{3,60}"
_BEHIND = re.compile(
    rf"\s?of (?:the |all |those |its )?(?:[\d,]+ )?(?:[\w-]+ ){{0,2}}?(?:{_CHOSEN})"
    r"|\s?of (?:the |its |all )?(?:[\d,]+ )?(?:respondents|participants|ballots cast)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"\b[Oo]f (?:the |all |those )?(?:[\d,]+ )?(?:[\w-]+ ){{0,2}}?(?:{_CHOSEN}|{_PICKED}),"
    r"[^.;]{0,60}$"
)
_ASKED_WORDS = "survey poll ballot respondent sample questionnaire answer vote respond ask test"
_ASKED = frozenset(_ASKED_WORDS.split())


def chosen(sentence: str, start: int, end: int) -> Span | None:
    """The span of whom a share at `sentence[start:end]` is of, where only some of a kind are.

    None where the sentence does not tell it.
    """
    behind = _BEHIND.match(sentence, end)
    if behind is not None:
        return end + behind[0].index("of "), behind.end()
    before = _BEFORE.search(sentence, 0, start)
    return None if before is None else (before.start(), before.start() + before[0].index(","))


def tells(sentence: str, base: str) -> bool:
    """Whether a sentence tells readers of whom a share is, or that people were asked."""
    if any(number in sentence for number in re.findall(r"\d[\d,]*", base)):
        return True
    # A name in it tells nothing of who answered.
    stems = {word.stem for word in read_words(base) if word.content and not word.capital}
    named = {word.stem for word in read_words(base.split(" who ", maxsplit=1)[0]) if word.content}
    there = {word.stem for word in read_words(sentence)}
    asked = {word.stem for one in _ASKED for word in read_words(one)}
    return bool(there & asked) or bool((stems - named) & there)
