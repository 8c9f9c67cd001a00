"""Phrases with which news says what is not known, not told, not checked, or not shown.

Gathered by hand from the ways in which style books (AP, Reuters) ask reporters to say what they
could not establish, and from the guides on reporting studies (Health News Review's criteria, the
Science Media Centre's notes on press releases) for what limits a result.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from nutgraf.language.characters import level
from nutgraf.language.initials import by_initial
from nutgraf.language.pattern_lines import alternatives

Kind = Literal["unknown", "undisclosed", "unverified", "early", "method", "no evidence"]

_PARTS = {
    "NOT": r"(?:\bnot\b|n't\b|\bnever\b)",
    "AUX_NOT": r"\b(?:did|does|do|has|have|had|was|were|is|are|could|can|would)(?: not\b|n't\b)",
    "EVER": r"(?: (?:yet|immediately|fully|entirely|publicly|exactly|formally|been|be|so|\w+ly))*",
    "ASKED": (
        r"(?: exactly| precisely| at once| yet| immediately)?"
        r" (?:if|whether|how|what|who|whom|when|where|why|which)\b"
    ),
    "DATA": (
        r"(?: \w+){0,3}? (?:figures?|details?|numbers?|names?|evidence|data|information"
        r"|breakdowns?|timelines?|timetables?|reasons?|explanations?|causes?|estimates?|dates?"
        r"|identit(?:y|ies)|motives?|cop(?:y|ies)|records?|results?|totals?|terms"
        r"|prices?|costs?|sizes?|values?|lengths?)\b"
    ),
}
_METHOD = r"""
<NOT><EVER> peer[- ]review\w*
\b(?:awaiting|pending|awaits|undergo\w*|before|without) peer[- ]review
\b(?:a|is|are|the) pre-?print\b
\b(?:is|was|were|are|an) observational\b
<AUX_NOT> (?:\w+ to )?(?:show|prove|establish|demonstrate)\b(?= (?:that|whether|caus|the cause
    |an? (?:link|cause)|any link))
\bcannot (?:show|prove|establish|demonstrate|say)\b
\bsmall (?:sample|study|trial|number of (?:patients|participants|people))
\b(?:study|trial|survey|sample|research)(?: itself)? (?:was|is) (?:small|limited|short)\b
\bno (?:trial|study|research) has\b
\bnot (?:been )?replicated\b
<NOT><EVER> tested (?:in|on) (?:people|humans)\b
\b(?:tested|shown|tried|seen|done|studied)(?: so far)? only in (?:mice|rats|animals|monkeys|cells)\b
\bonly (?:been )?(?:tested|shown|tried|seen|done|studied) in (?:mice|rats|animals|monkeys|cells)\b
\bmore (?:research|study|studies|data|work) (?:is|are|was|were) needed\b
\b(?:was|were|is)(?: not|n't) designed to\b
"""
_EARLY = r"""
\bpreliminary (?:findings?|results?|data|figures?|estimates?|counts?|tolls?|numbers?
    |assessments?|analys[ie]s|evidence|tall(?:y|ies)|totals?)\b
\b(?:is|are|was|were|remains?)(?: still)? (?:preliminary|provisional|unofficial)\b
\bunofficial (?:results|returns|counts?|totals?|tall(?:y|ies))\b
\bsubject to (?:revision|change|audit|certification|review|confirmation)\b
\b(?:figures?|numbers?|toll|estimates?|results?|totals?|counts?) (?:could|may|might|(?:is
    |are) (?:likely|expected) to) (?:still )?(?:change|rise|grow|increase|climb|be revised)\b
"""
_UNKNOWN = r"""
\btoo (?:early|soon) to (?:say|tell|know|determine|draw|judge|assess)\b
<NOT><EVER> (?:clear|known|certain)\b
\bunclear\b
\b(?:is|are|was|were|remains?|remained|it's|still)(?: \w+ly)? (?:unknown|uncertain|unanswered
    |undetermined|a mystery)\b
\b(?:remains?|is|was) (?:still )?an open question\b
\bremains? to be (?:seen|determined|established)\b
\bno word on\b
\b(?:is|are|remains?|stays?)(?: still)? (?:open|undecided|unresolved|unsettled)(?=[.,;]|$)
\b(?:cause|motive|circumstances)\b[^.;]{0,60}?\b(?:under investigation|being investigated
    |under review)
"""
_UNKNOWN_BEHIND = r"""
\b(?:no ?one|nobody)(?: yet)? knows?\b
\b(?:do|does|did)(?: not|n't)(?: yet)? know\b(?=<ASKED>)
\b(?:no ?one|nobody) (?:can|could) (?:yet )?say\b
\b(?:is|are|was|were) (?:still )?(?:trying|working|seeking) to (?:determine|establish|find out
    |work out|understand|learn)\b(?=<ASKED>| the cause| a motive)
\b(?:investigating|examining|looking into)\b(?= (?:the )?(?:cause|motive)|<ASKED>)
"""
_UNVERIFIED = r"""
<AUX_NOT><EVER> (?:verif\w+|confirm(?:ed)?\b|corroborat\w+|substantiat\w+)
\bunable to (?:independently )?(?:verify|confirm)\b
\bno (?:\w+ ){1,3}(?:has|have|had)(?: yet| independently)? (?:verified|confirmed|tested|checked)\b
\b(?:nobody|no ?one)(?: \w+){0,5} (?:verif\w+|confirm\w*)\b
<AUX_NOT>(?: \w+){0,3} able to (?:independently )?(?:verify|confirm)\b
\bunverified\b
\bunconfirmed\b
"""
_UNDISCLOSED = r"""
\b(?:undisclosed|unspecified)\b
(?<!who )<AUX_NOT><EVER> (?:released|disclosed|determined|identified|published|documented|named
    |established|made public|specified|explained|revealed|ruled out|decided)\b(?!<ASKED>|<DATA>
    | the | an? | any )
"""
_UNDISCLOSED_BEHIND = r"""
\brefus(?:ed|es|ing) to (?:say|comment (?:on|about)(?= (?:whether|how|why|what|when|who|if)))\b
\bdeclin(?:ed|es|ing) to (?:say|disclose|specify|reveal|identify|name|discuss
    |elaborate on|confirm|comment (?:on|about)(?= (?:whether|how|why|what|when|who|if)))\b
<AUX_NOT><EVER> (?:say|said|disclosed?|specif(?:y|ied)|reveal(?:ed)?|explain(?:ed)?|elaborate)\b
    (?=<ASKED>|<DATA>)
<AUX_NOT><EVER> (?:released?|published?|provided?|gave|given?|identif(?:y|ied)|named?
    |determined?|established?)\b(?=<ASKED>|<DATA>| the (?:cause|victims?))
"""
_NO_EVIDENCE = r"""
\bno (?:evidence|indication|sign|proof|suggestion)(?: so far| yet)? (?:that|of)\b
"""


def _pattern(table: str) -> re.Pattern[str]:
    """The lines of a table as one pattern, their parts filled in."""
    joined = alternatives(table)
    for name, part in _PARTS.items():
        joined = joined.replace(f"<{name}>", part)
    return re.compile(joined, re.IGNORECASE)


# The kind of a gap, whether what it is about stands only behind the phrase, and the phrases.
_PATTERNS: tuple[tuple[Kind, bool, re.Pattern[str]], ...] = (
    ("method", False, _pattern(_METHOD)),
    ("early", False, _pattern(_EARLY)),
    ("unknown", False, _pattern(_UNKNOWN)),
    ("unknown", True, _pattern(_UNKNOWN_BEHIND)),
    ("unverified", False, _pattern(_UNVERIFIED)),
    ("undisclosed", False, _pattern(_UNDISCLOSED)),
    ("undisclosed", True, _pattern(_UNDISCLOSED_BEHIND)),
    ("no evidence", True, _pattern(_NO_EVIDENCE)),
)
_QUICK = re.compile(
    by_initial(
        r"\bonly\b|\bopen\b|undecided|unresolved|unsettled|undisclosed|unspecified|not\b|n't\b"
        r"|never|cannot|un(?:clear|known|certain|answered|determined|verified|able)"
        r"|unconfirmed|peer"
        r"|pre-?print|observational|small|limited|short\b|\bno\b|needed|prelim|provis|unoffic"
        r"|subject to|could|may\b|might|likely|expected|too (?:early|soon)|mystery"
        r"|open question|to be"
        r"|no ?one|nobody|declin|refus|trying|working|seeking|investigat|examin|looking"
        r"|circumstances"
    ),
    re.IGNORECASE,
)
# What was not known at first, or is told of as over, is known now.
_OVER = re.compile(
    r"(?i)\b(?:at first|initially|at the time|until (?:now|then|recently)|previously|no longer)\b"
)
_SUPPOSED = re.compile(r"(?i)\b(?:when|if|where|unless|even though) (?:\w+ ){1,4}$")
_HEADING = re.compile(
    r"(?im)^[ \t]*(?:#{1,6}[ \t]*|\*\*)?(?:unconfirmed|what (?:we|is|isn't|remains|'s)?[^\n.]{0,24}"
    r"(?:n't|not|un)[^\n.]{0,24}(?:know\w*|clear|confirmed|certain)|what(?: is|'s)? (?:still )?"
    r"unclear|(?:unanswered|open|remaining) questions|(?:key|still|the) unknowns?|still unclear)"
    r"[ \t]*:?(?:\*\*)?[ \t]*$"
)


@dataclass(frozen=True, slots=True)
class Unknowing:
    """`text[start:end]` says that something is not known; `behind`: what, stands behind it."""

    kind: Kind
    start: int
    end: int
    behind: bool


def unknowing(text: str, start: int = 0, end: int | None = None) -> Iterator[Unknowing]:
    """The phrases of a span of a text that tell of a gap, in the order of the table."""
    for one in _unknowing(text[start:end]):
        yield replace(one, start=start + one.start, end=start + one.end)


@lru_cache(maxsize=2048)
def _unknowing(text: str) -> tuple[Unknowing, ...]:
    flat = level(text).replace("\n", " ")
    if _QUICK.search(flat) is None or _OVER.search(flat) is not None:
        return ()
    return tuple(
        Unknowing(kind, found.start(), found.end(), behind)
        for kind, behind, pattern in _PATTERNS
        for found in pattern.finditer(flat)
        if _SUPPOSED.search(flat, max(0, found.start() - 40), found.start()) is None
    )


def tells_a_gap(text: str) -> bool:
    """Whether words say that something is not known, not told, not checked or not shown."""
    return bool(_unknowing(text))


def lists_of_unknowns(text: str) -> Iterator[tuple[int, int]]:
    """The entries under headings such as `What we don’t know`, without their bullets."""
    flat = level(text)
    for heading in _HEADING.finditer(flat):
        at = heading.end()
        for line in _ENTRY.finditer(flat, at):
            entry = line["entry"].rstrip()
            if not line["bullet"] and _is_heading(entry, line["mark"]):
                break
            if entry:
                yield line.start("entry"), line.start("entry") + len(entry)


_ENTRY = re.compile(
    r"(?m)^[ \t]*(?P<mark>#{1,6}[ \t]+)?(?P<bullet>[-*+•◦▪·][ \t]+)?(?P<entry>\S.*)$"
)


def _is_heading(line: str, mark: str | None) -> bool:
    """A short line without a full stop."""
    return bool(mark) or (len(line.split()) <= 8 and line[-1:] not in '.?!…”"')
