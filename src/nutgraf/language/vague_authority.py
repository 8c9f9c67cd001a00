"""Authorities that have no name: `experts say`, `many believe`, `it is widely seen as`.

What Wikipedia's manual of style calls weasel words, and what news style books ask to be replaced
by whoever it was; gathered by hand.
"""

from __future__ import annotations

import re

_GROUPS_TEXT = """
experts? critics? analysts? observers? insiders? advocates? campaigners opponents supporters
proponents detractors skeptics sceptics pundits commentators scholars academics economists
scientists researchers specialists historians activists watchers commenters naysayers doubters
insiders professionals scholars lawyers doctors strategists veterans
"""
_GROUPS = "|".join(sorted(sorted(set(_GROUPS_TEXT.split())), key=len, reverse=True))
# `many in the profession`: those whom one could have asked by name.
_CIRCLES = (
    r"(?:profession|industry|field|party|community|government|ministry|sector|trade|business|league"
    r"|sport|administration|department|agency|company|club|firm|city|town|region|country|capital"
    r"|movement|coalition|cabinet|military|police|medicine|science|academia|politics|congress"
    r"|parliament|law|(?-i:[A-Z][a-z]+))"
)
_CROWDS = (
    r"(?:many|some|others|most|several|a few|plenty)(?: (?:people|of them|say they)"
    r"| (?:in|at|within|across|inside) (?:the |his |her |its |their )?"
    rf"(?:[\w’'-]+ ){{0,2}}{_CIRCLES})?"
)
_SAYING = (
    r"(?:say|says|said|argue[ds]?|arguing|believe[ds]?|think|thought|claim(?:ed|s)?|warn(?:ed|s)?"
    r"|fear(?:ed)?|contend(?:ed)?|suggest(?:ed|s)?|worry|worried|agree[ds]?|point(?:ed)? out"
    r"|note[ds]?|maintain(?:ed)?|predict(?:ed)?|insist(?:ed)?|caution(?:ed)?|question(?:ed)?|wonder(?:ed)?"
    r"|doubt(?:ed)?|complain(?:ed)?|see|saw|view(?:ed)?|regard(?:ed)?|call(?:ed)?|describe[ds]?"
    r"|consider(?:ed)?|accuse[ds]?|have (?:long )?(?:said|argued|warned|called|questioned|suggested"
    r"|pointed out|described|accused|claimed|raised)|had (?:long )?(?:said|argued|warned)|put it"
    r"|are (?:saying|calling|warning|asking|wondering)|would say|might say|may say)\b"
)
_ADVERBS = (
    r"(?: (?:also|now|have|already|long|widely|often|generally|privately|increasingly|still))?"
)
_BEFORE = (
    r"(?:(?:the|some|many|most|several|a number of|other|independent|outside|leading|top"
    r"|legal|medical|industry|market|policy|health|security|political|financial|military|academic"
    r"|environmental|constitutional|local|veteran|senior|longtime|tech|privacy|safety|energy"
    r"|climate|education|public[- ]health|defen[cs]e|foreign[- ]policy|economic|consumer|even)"
    r" )*"
)
SAID_BY_NOBODY = re.compile(
    rf"\b(?P<who>{_BEFORE}(?:{_GROUPS})(?: (?:of|in) [^,.;:]{{3,40}}?)?"
    rf"|{_CROWDS})"
    rf"{_ADVERBS} (?P<verb>{_SAYING})",
    re.IGNORECASE,
)
"""A group without a name that says something; `who` is the group."""

ACCORDING_TO_NOBODY = re.compile(
    rf"\b(?:according to|in the (?:view|opinion|eyes) of|say|says|said|warn|argue|believe)"
    rf" (?P<who>{_BEFORE}(?:{_GROUPS}))(?=[,.;:!?]|$| who\b)",
    re.IGNORECASE,
)
"""The same with the group behind: `according to experts`."""

IMPERSONAL = re.compile(
    r"\b(?:(?:is|are|was|were|has been|have been|been) (?:widely|generally|commonly|often"
    r"|increasingly|broadly|largely|universally) (?:seen|regarded|viewed|considered|believed"
    r"|thought|perceived|understood|acknowledged|accepted|criticised|criticized|described|known"
    r"|expected|held|blamed|panned|condemned|praised)"
    r"|(?:is|are) (?:seen|viewed|regarded|perceived) (?:by (?:many|some|most) )?as\b"
    r"|(?:is|are) (?:said|rumou?red) to\b"
    r"|it (?:is|was|has been) (?:widely )?(?:believed|said|claimed|rumou?red|felt|argued|suggested"
    r"|understood|alleged|thought)(?: that)?\b"
    r"|(?:serious |many |new |some )?(?:questions|doubts|concerns|eyebrows) (?:have|had) been"
    r" raised\b"
    r"|there (?:is|are) (?:a )?(?:growing|widespread|general) (?:sense|feeling|belief|consensus"
    r"|concerns?|agreement|view)\b"
    r"|rumou?r has it\b|the consensus (?:view )?is\b|conventional wisdom\b|word is that\b"
    r"|everyone (?:knows|agrees)\b|nobody (?:doubts|disputes|denies)\b|few (?:would )?(?:doubt"
    r"|dispute|deny)\b)",
    re.IGNORECASE,
)
"""What is held by nobody in particular."""

REPORTEDLY = re.compile(r"\b(?:reportedly|supposedly|purportedly)\b", re.IGNORECASE)
"""A report without a reporter."""
