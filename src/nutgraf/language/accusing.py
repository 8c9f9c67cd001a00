"""Words that fault somebody: that accuse, or say that a thing was done wrongly, or not done.

Gathered by hand along the verbs of judgement in Levin's class 33 (English Verb Classes and
Alternations, 1993: accuse, blame, charge, condemn, fault, fine, sue) and what court, consumer and
accident reporting says of those who did wrong. Which party is meant is told by where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from nutgraf.language.characters import level
from nutgraf.language.pattern_lines import alternatives

Sort = Literal["accused", "against", "did", "wrong"]
"""`accused`: the party is whom the verb is done to; `against`: it stands right behind; `did`: it is
the verb's subject; `wrong`: it is told that a thing is wrong, and not whose."""

_ACCUSED = r"""
accus(?:e|es|ed|ing)
su(?:e|es|ed|ing)
charg(?:es|ed|ing)(?! (?:\$|£|€|\d|customers|users|up to|a fee|more|less))
indict(?:s|ed|ing)?
fin(?:es|ed|ing)(?! print)
blam(?:e|es|ed|ing)
critici[sz](?:e|es|ed|ing)
fault(?:ed|ing)
condemn(?:s|ed|ing)?
denounc(?:e|es|ed|ing)
(?:slam|blast|lambast|rebuk|reprimand|censur|sanction|penali[sz]|prosecut)(?:e?s|e?d|med|ed|ing)
alleg(?:e|es|ed|ing)(?= that)
suspend(?:ed)? (?:him|her|them) (?:for|over)
dismiss(?:ed)? for
(?:investigated|probed|arrested|convicted)
"""
_AGAINST = r"""
(?:law)?suits? against
(?:complaints?|charges?|claims?|allegations?|accusations?|case|petition|indictment|protests?)
    (?: \w+){0,3}? against
(?:filed|lodged|brought|launched|opened) (?:\w+ ){0,6}?against
critics? of
(?:investigation|inquiry|probe) (?:into|of)
(?:investigating|probing)
anger at
"""
_DID = r"""
violat(?:e|es|ed|ing)
br(?:oke|eaks?|eaking|oken) (?:\w+ ){0,3}?(?:laws?|rules?|contracts?|promises?|pledges?|terms)
breach(?:ed|es|ing)
fail(?:ed|s|ing)? to
(?:misled|mislead(?:s|ing)?|deceiv(?:ed|es|ing)|lied|defraud(?:ed|s|ing)?|cheat(?:ed|s|ing)?)
(?:cover(?:ed|ing)? up|conceal(?:ed|s|ing)?|hid|hidden|hiding|withheld|withhold(?:s|ing)?)
ignor(?:ed|es|ing)
neglect(?:ed|s|ing)?
(?:mishandl|misus|mismanag|abus|exploit|overcharg|retaliat|discriminat|falsif|embezzl|rigg|bribe?)
    (?:ed|es|d|s|ing|ied|ies)
botch(?:ed|es|ing) (?:the|a|an|its|his|her|their)
(?:took|taking|accept(?:ed|ing)|paid|paying) (?:\S+ ){0,4}?(?:bribes?|kickbacks?)
(?:stole|stealing|stolen|dump(?:ed|ing)|pollut(?:ed|ing))
underpa(?:id|ys|ying)
(?:plagiari[sz]|fabricat|forg|fak)(?:ed|es|ing)
(?:illegally|unlawfully|wrongly|wrongfully|erroneously|improperly|mistakenly|negligently
    |recklessly|fraudulently|inadvertently|needlessly)(?= (?!(?:to|in|for|and|or|by|at|from|with
    |that|as|on|after|before|when)\b)[a-z]+)
cut(?:ting)? corners
(?:did not|didn't|never) (?:warn|tell|inform|notify|act|investigate|check|inspect|disclose|report
    |consult|alert|call|ask|stop|repair|fix|answer calls)
gave (?:\w+ )?(?:no|little) warning
(?:knew|known) (?:about|of) the
(?:delay(?:ed|ing)|waited|waiting) (?:too long|for (?:hours|days|weeks|months))
(?:is|was|were|are) (?:to blame|at fault|responsible for|negligent|reckless|complicit|liable)
endanger(?:s|ed|ing)?
exposed (?:\w+ ){0,4}?(?:to|records|data)
"""
_WRONG = r"""
(?:illegal|unlawful|improper|negligent|unsafe|defective|unconstitutional|fraudulent|reckless)
(?:wrong|dangerous|unacceptable|shameful|disgraceful|misleading|unfair|inadequate)
(?:negligence|misconduct|wrongdoing|corruption|bribery|fraud|malpractice|incompetence)
(?:violations?|breach(?:es)?|failures?|failings?|lapses?|cover-?ups?|abuses?|mistakes?|errors?)
(?:discrimination|retaliation|harassment|nobody (?:called|told|warned|asked|listened|answered))
(?:no one (?:called|told|warned|asked|listened|answered)|no warning|without (?:warning|permission
    |consent|authori[sz]ation|a warrant))
"""


def _pattern(table: str) -> re.Pattern[str]:
    """The lines of a table as whole words."""
    return re.compile(rf"\b(?:{alternatives(table)})(?!\w)", re.IGNORECASE)


_SORTS: tuple[tuple[Sort, re.Pattern[str]], ...] = (
    ("against", _pattern(_AGAINST)),
    ("accused", _pattern(_ACCUSED)),
    ("did", _pattern(_DID)),
    ("wrong", _pattern(_WRONG)),
)
_DENIED = re.compile(
    r"(?i)\b(?:not|n't|never|no|denie[sd]|deny|denying|without|any|free of|cleared of|any kind of"
    r"|innocent of|avoid(?:s|ed|ing)?|prevent(?:s|ed|ing)?|against) (?:\w+ ){0,2}$"
)


def _is_denied(flat: str, found: re.Match[str]) -> bool:
    """`did not break the law`, `broke no law`; not `did not warn`, which is the charge itself."""
    none = " no " in found[0] and not found[0].endswith("warning")
    return none or _DENIED.search(flat, 0, found.start()) is not None


@dataclass(frozen=True, slots=True)
class Accusation:
    """`text[start:end]` faults somebody, in the way that `sort` tells."""

    sort: Sort
    start: int
    end: int


@lru_cache(maxsize=2048)
def accusations(text: str) -> tuple[Accusation, ...]:
    """The words of a sentence that fault somebody, in order; what it denies is left out."""
    return tuple(sorted(_accusations(text), key=lambda one: one.start))


def _accusations(text: str) -> Iterator[Accusation]:
    flat = level(text).replace("\n", " ")
    for sort, pattern in _SORTS:
        for found in pattern.finditer(flat):
            if sort in ("did", "wrong") and _is_denied(flat, found):
                continue
            yield Accusation(sort, found.start(), found.end())
