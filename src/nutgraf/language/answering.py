"""Words with which somebody answers for what he is blamed for: denies, defends, explains, owns up.

Gathered by hand from court, business and political reporting.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from nutgraf.language.characters import level
from nutgraf.language.pattern_lines import alternatives

Sort = Literal["denial", "defence", "admission"]

_FALSE = (
    r"(?:false|baseless|untrue|unfounded|meritless|without merit|inaccurate|misleading|absurd"
    r"|wrong|nonsense|frivolous|groundless|ridiculous|politically motivated|unfair|incorrect)"
)
_DENIAL = rf"""
(?<!to )den(?:y|ies|ied|ying)(?! (?-i:[A-Z])
    | (?:\S+ ){{0,3}}?(?:permits?|bail|access|requests?|applications?|motions?
    |visas?|entry|benefits|coverage|care|appeals?|petitions?|parole|loans?))
reject(?:s|ed|ing)?(?= (?:\S+ ){{0,5}}?(?:claims?|allegations?|accusations?|criticisms?|accounts?
    |charges?|suggestions?|idea|notion|characteri[sz]ations?|reports?|lawsuit|suit|complaints?
    |findings?|blame)\b| (?:that|it|them|this)\b)
disput(?:es|ed|e|ing) (?:the|that|those|this|his|her|its|their|any|it|claims?|allegations?)
dismiss(?:es|ed|ing)? (?:\S+ ){{0,6}}?(?:claims?|allegations?|accusations?|criticism|suggestions?
    |complaints?|concerns?|report|suit|lawsuit|charges?|as {_FALSE})
refut(?:e|es|ed|ing)
rebut(?:s|ted|ting)?
contradict(?:s|ed|ing)?
contest(?:s|ed|ing)? (?:the|that|those|his|her|its|their)
push(?:es|ed|ing)? back
(?:call|describ|label|brand)(?:s|es|ed|ing|led)? (?:\S+ ){{0,7}}?(?:as )?{_FALSE}
plead(?:s|ed|ing)? not guilty|pled not guilty|not guilty
maintain(?:s|ed|ing)? (?:his|her|their) innocence
(?:claims?|allegations?|accusations?|suit|lawsuit|complaint|charges?|report|account) (?:is|are|was
    |were|has|have|had) (?:\w+ )?(?:{_FALSE}|no (?:merit|basis))
(?:did|done|does|do) nothing wrong|no wrongdoing|any wrongdoing
(?:will|would|plans? to|intends? to|vow(?:s|ed) to) (?:vigorously )?(?:fight|contest|appeal|defend)
"""
_DEFENCE = r"""
defend(?:s|ed|ing)?
stood by|stands by|standing by
justif(?:y|ies|ied|ying)
(?:followed|complied with|acted (?:within|in line with|lawfully)|in (?:full )?compliance
    |compl(?:y|ies|ied)|met all|within the law|according to (?:protocol|procedure)|lawful(?:ly)?)
(?:argu(?:e|es|ed)|insist(?:s|ed)?|maintain(?:s|ed)?|contend(?:s|ed)?) that
blam(?:e|es|ed|ing)
in (?:his|her|their|its|self-?) ?defen[cs]e
take(?:s|n)? (?:\S+ ){0,4}?seriously|took (?:\S+ ){0,4}?seriously
cooperat(?:e|es|ed|ing)|co-operat(?:e|es|ed|ing)
"""
_ADMISSION = r"""
apologi[sz](?:e|es|ed|ing)|apology
admit(?:s|ted|ting)?
acknowledg(?:e|es|ed|ing)
conced(?:e|es|ed|ing)
regret(?:s|ted|ting)?
(?:took|takes|accept(?:s|ed)?) (?:full |the |that |our |its |his |her |their )?(?:blame
    |responsibility|findings?|ruling|verdict|fine|criticism|decision|report|recommendations)
"""


def _pattern(table: str) -> re.Pattern[str]:
    """The lines of a table as whole words."""
    return re.compile(rf"\b(?:{alternatives(table)})(?!\w)", re.IGNORECASE)


_SORTS: tuple[tuple[Sort, re.Pattern[str]], ...] = (
    ("denial", _pattern(_DENIAL)),
    ("defence", _pattern(_DEFENCE)),
    ("admission", _pattern(_ADMISSION)),
)


@dataclass(frozen=True, slots=True)
class Answering:
    """`text[start:end]` answers for something."""

    sort: Sort
    start: int
    end: int


@lru_cache(maxsize=2048)
def answering(text: str) -> tuple[Answering, ...]:
    """The words of a text that answer for something, denials first."""
    flat = level(text).replace("\n", " ")
    return tuple(
        Answering(sort, *found.span())
        for sort, pattern in _SORTS
        for found in pattern.finditer(flat)
    )
