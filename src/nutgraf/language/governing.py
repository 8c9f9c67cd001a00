"""Words that govern a statement from outside: deny it, doubt it, wish it, or make it depend.

`alleging that it hid`, `whether to seek`, `no indication that data were taken`, `at no point was`,
`stopped short of calling for`, `only if talks fail`. Gathered by hand; the hedges proper are those
of `hedges`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from nutgraf.language.negation import is_not_until

Sort = Literal["denied", "unreal", "condition", "partisan"]


@dataclass(frozen=True, slots=True)
class Governor:
    """A phrase at `start` to `end`; what it governs stands behind it, up to `reach`.

    `condition`s govern what stands before them too.
    """

    sort: Sort
    start: int
    end: int
    reach: int
    text: str


_DENIED = r"""
no (?:\w+ )?(?:evidence|indication|sign|proof|suggestion|record|plans?|reason|word|risk)s?\b
|(?:did|does|do|had|has|have|was|were|is|are|could|can|would|will|should)
(?: not\b|n['’]t\b| never\b)
|n['’]t\b|not (?:by|from|because of)\b|cannot\b|can['’]t\b|never\b|at no (?:point|time|stage)\b
|no one\b|nobody\b|none\b|neither\b|not\b|no longer\b|nor\b|stopp?(?:ed|s|ing)? short of\b
|declin(?:ed|es|ing) to\b|refus(?:ed|es|ing) to\b|fail(?:ed|s|ing) to\b
|den(?:ied|ies|ying)\b(?! (?:the |all |any )?charge)|rul(?:ed|es|ing) out\b
|reject(?:ed|s|ing)?\b(?= (?:claims?|suggestions?|allegations?|that))|unable to\b|without\b
|instead of\b|rather than\b|unlikely to\b|ha(?:s|ve|d) yet to\b
"""
_UNREAL = r"""
alleg(?:es?|ed|ing|edly)\b|accus(?:es?|ed|ing)\b
|claim(?:s|ed|ing) (?:that|to|the|it|he|she|they|its?)\b|whether\b
|would (?:consider|like|seek)\b|considering\b|(?:call|calls|called|calling) for\b
|demand(?:s|ed|ing)?\b|urg(?:e|es|ed|ing)\b|propos(?:e|es|ed|ing|al)\b
|ask(?:s|ed|ing) (?:\w+ ){1,4}to\b|recommend(?:s|ed|ing)?\b|plan(?:s|ned|ning)? to\b
|hop(?:e|es|ed|ing) to\b|want(?:s|ed|ing)? to\b|expect(?:s|ed)? to\b|may\b(?! \d)|might\b
|could\b(?! you\b)|probably\b|possibly\b|perhaps\b|likely\b|potentially\b|reportedly\b|apparently\b
|believed\b|thought to\b|suspected\b|appear(?:s|ed)? to\b|seem(?:s|ed)? to\b
|suggest(?:s|ed|ing)?\b|threaten(?:s|ed|ing)? to\b
|investigat(?:es?|ed|ing) (?:whether|if|claims?|allegations?|reports?)\b|try(?:ing)? to\b
|tried to\b|attempt(?:s|ed|ing)? to\b|seek(?:s|ing)? to\b|sought to\b|fear(?:s|ed)?\b
|risk(?:s|ed)? of\b
"""
_CONDITION = r"\b(?:only if|only when|unless|provided that|as long as|subject to)\b"
_TABLES: tuple[tuple[Sort, str], ...] = (
    ("denied", _DENIED),
    ("unreal", _UNREAL),
    ("condition", _CONDITION),
)
_PARTS: tuple[tuple[Sort, re.Pattern[str]], ...] = tuple(
    (sort, re.compile(r"\b(?:" + "".join(table.split("\n")) + ")", re.IGNORECASE))
    for sort, table in _TABLES
)
_NOT_ONLY = re.compile(r"not (?:only|just|merely|simply)\b", re.IGNORECASE)
# Who does not know when a thing happened does not deny that it did; `whether` is found by itself.
_NOT_KNOWN = re.compile(
    r"\s(?:yet |even |fully |really )?(?:know|known|knew|sure|certain|clear|say|said|understand"
    r"|tell|determined?|established?|explain(?:ed)?|disclosed?|specify|specified)"
    r"(?: \w+)?,? (?:when|where|how|why|who|whom|whose|what|which|whether|if)\b"
)
# What a governor governs ends here.
_END = re.compile(
    r"[;:—–()?!“”\"]|, (?:but|and|which|who|while|although|though|he|she|it|they|said)\b"
    r"|\b(?:but|although|though|while|whereas|because|so that)\b"
)


_SOFTENED = re.compile(
    r"\b(?:wants?|wanted|seeks?|seeking|sought|calls?|called|plans?|planned|aims?|hopes?|asks?|asked"
    r"|urges?|urged|demands?|demanded|proposes?|proposed|recommends?|recommended|would|may|might"
    r"|could|can|should|likely|probably|possibly|reportedly|allegedly|alleged|accused|suspected"
    r"|believed|expected|considering|set to|due to|to be|over|claims?|claimed|if|whether|possible"
    r"|potential|bid|attempt\w*|tr(?:y|ied|ying))\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|denied|denies)\b|n['’]t\b",
    re.IGNORECASE,
)


_CONDITIONED = re.compile(
    r"\b(?:if|unless|only|when|once|until|provided|could|may|might|whether)\b", re.IGNORECASE
)
_CREDITED = re.compile(
    r"\b(?:said|says|say|saying|told|claim\w*|alleg\w+|argu\w+|accord\w+|accus\w+|believ\w+|insist\w*"
    r"|warn\w*|report\w*|suggest\w*|complain\w*|contend\w*|maintain\w*)\b",
    re.IGNORECASE,
)
# Who has a side to take: what they say is their word, until somebody else bears it out.
_SIDES = re.compile(
    r"\b(?:unions?|critics?|activists?|advocates?|campaigners?|campaign (?:for|against)"
    r"|lawyers?|attorneys? for|plaintiffs?"
    r"|lawsuit|suit|complaint|opposition|opponents?|rivals?|accusers?|nonprofit|non-profit|petition"
    r"|claimants?|protesters?|whistleblowers?|advocacy|rebels?|complainants?)\b",
    re.IGNORECASE,
)
_SAYING = re.compile(
    r"\b(?:said|says|claimed|claims|argued|argues|told \w+|insisted|contends?|contended)\b"
    r"(?: that)?"
)


# A clause that stands first and ends with its comma.
_SUBORDINATE = re.compile(
    r"\W*(?:Although|Though|While|Asked|After|If|As|Despite|Because|Since|When|Once|Even)\b"
)
_COMMA = re.compile(r"[,;:—()?!“”\"]")


def is_conditional(text: str) -> bool:
    """Whether a statement makes itself depend on something."""
    return _CONDITIONED.search(text) is not None


def is_credited(text: str) -> bool:
    """Whether a statement gives what it says to somebody."""
    return _CREDITED.search(text) is not None


def has_side(text: str) -> bool:
    """Whether somebody who takes a side is spoken of."""
    return _SIDES.search(text) is not None


def sayings(text: str, start: int, end: int) -> Iterator[Governor]:
    """The verbs of saying of a sentence, outside quotations, with what they introduce."""
    for found in _SAYING.finditer(text, start, end):
        yield Governor("partisan", found.start(), found.end(), end, found[0])


def is_softened(text: str) -> bool:
    """Whether a statement leaves it open in any way whether a thing is or comes to be."""
    return _SOFTENED.search(text) is not None


@lru_cache(maxsize=4096)
def is_negated(text: str) -> bool:
    """Whether a statement has a word that denies."""
    return _NEGATED.search(text) is not None


def governors(text: str, start: int, end: int) -> Iterator[Governor]:
    """The governing phrases of one sentence, with how far each reaches."""
    for sort, pattern in _PARTS:
        for found in pattern.finditer(text, start, end):
            if _NOT_ONLY.match(text, found.start()) or _NOT_ONLY.search(found[0]):
                continue
            if sort == "denied" and (
                _NOT_KNOWN.match(text, found.end()) or is_not_until(text, found.end())
            ):
                continue
            subordinate = _SUBORDINATE.match(text, start, end)
            ending = _COMMA if subordinate and found.start() - start < 90 else _END
            stop = ending.search(text, found.end(), end)
            reach = stop.start() if stop else end
            yield Governor(sort, found.start(), found.end(), reach, found[0])
