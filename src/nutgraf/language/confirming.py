"""Words by which a brief tells readers that several newsrooms say the same, and that one does.

Gathered by hand for this project from newsletters and live blogs.
"""

from __future__ import annotations

import re

_MANY = (
    r"(?:multiple|several|many|numerous|various|other|all|both|every|a (?:number|host|range) of"
    r"|two|three|four|five|six|seven|\d+)"
)
_OUTLETS = (
    r"(?:(?:news|media|major|independent|separate|different|national|local|other|big|large"
    r"|mainstream|of the|the|these|those) )*"
    r"(?:outlets?|news organi[sz]ations?|newspapers?|newsrooms?|publications?|news agencies"
    r"|news services|broadcasters|reports|media|news sources|news stories|articles)"
)
_SAY = (
    r"(?:reports?|reported|confirm(?:s|ed)?|say|says|said|agree[ds]?|carr(?:y|ied)|corroborated?"
    r"|ha(?:s|ve) (?:it|reported|confirmed|said|corroborated)|now have|put|give|show|describe|tell)"
)
CONFIRMING = re.compile(
    rf"\b(?:{_MANY} {_OUTLETS}(?: (?:now|also|all|each|independently|have))* {_SAY}\b"
    rf"|(?:according to|reported by|confirmed by|corroborated by|told by|as per|per|in)"
    rf" {_MANY} {_OUTLETS}\b"
    r"|(?:reports|outlets|news organi[sz]ations|accounts) (?:all )?(?:agree|confirm|concur)\b"
    r"|(?:widely|independently|separately|repeatedly) (?:been )?(?:reported|confirmed|verified"
    r"|corroborated)"
    r"|(?:multiple|several|two|three|four|five|independent|separate) sources"
    r" (?:confirm(?:ed)?|agree[ds]?|corroborated?|report(?:ed)?)\b"
    r"|(?:confirmed|corroborated|verified) by (?:multiple|several|two|three|four|five|independent"
    r"|separate|other) sources\b"
    r"|reporting (?:from|by) (?:multiple|several|two|three|four|five) \w+)",
    re.IGNORECASE,
)
"""Says of a thing that several newsrooms have it."""

TELLS_ORIGIN = re.compile(
    r"\b(?:(?:one|two|three|four|a single|single|the same|\d+) (?:\w+ )?"
    r"(?:origins?|newsrooms?|wire (?:story|report|service)s?|original (?:source|report)s?)"
    r"|(?:lead|go|goes|trace[sd]?|date) back to (?:the |one |two |a )?"
    r"(?:\w+ ){0,3}?(?:[A-Z]\w+|newsrooms?|report|story|wire)"
    r"|(?:[Bb]oth|[Aa]ll|[Ee]ach|[Tt]hey|[Tt]he others?|[Tt]he rest|which)(?: [\w’'-]+){0,6}?"
    r" (?:carry|credit|cite|rely|relies|draw|drew|rest|rewrite|reprint|quote)s?"
    r" (?:on |from |the |an? |its |one )*(?:\w+ ){0,3}?"
    r"(?:story|report|reporting|copy|wire|dispatch|account|[A-Z]\w+)"
    r"|wire (?:story|copy|report|service)|syndicated|reprint(?:s|ed)?"
    r"|(?:only|just) one (?:outlet|newsroom|source|report)"
    r"|has not been independently|not independently (?:confirmed|verified))\b"
)
"""Tells readers where the reports come from, or that there is but one."""

_ONE = r"(?:[Tt]he )?[A-Z][\w.&’'-]*(?: (?:[A-Z][\w&’'-]*|of(?= [A-Z]))){0,5}"
_BETWEEN = r"(?: (?:now|all|both|each|also|independently|separately|have|has|had|since))*"
TOGETHER = re.compile(
    rf"\b(?P<who>(?:{_ONE}, )*{_ONE},? and {_ONE}){_BETWEEN}"
    r" (?P<verb>confirm(?:s|ed)?|establish(?:es|ed)?|verif(?:y|ies|ied)|corroborated?|agree[ds]?"
    r"|prove[ds]?|report(?:s|ed)?)\b"
)
"""Several by name that say a thing together: `the Post, the Herald and KXYZ all confirm`."""

VOUCHES = re.compile(
    r"\b(?:confirm(?:s|ed)?|establish(?:es|ed)?|verif(?:y|ies|ied)|corroborated?|agree[ds]?"
    r"|prove[ds]?)\b",
    re.IGNORECASE,
)
"""Says more than that a newsroom reports it: that it has found it to be so."""

NOT_CHECKED = re.compile(
    r"\b(?:(?:has|have|had) not (?:yet )?(?:been able to )?(?:independently )?"
    r"(?:verif(?:y|ied)|confirm(?:ed)?|corroborated?|seen|obtained|reviewed)"
    r"|(?:could|can) ?not (?:immediately |independently |be )*"
    r"(?:verif(?:y|ied)|confirm(?:ed)?|corroborated?|reviewed)"
    r"|(?:was|were|is|are) (?:not able|unable) to (?:independently )?"
    r"(?:verify|confirm|corroborate|review|obtain)"
    r"|did not (?:independently )?(?:verify|confirm|corroborate))\b",
    re.IGNORECASE,
)
"""What an outlet writes of what it passes on and has not found out itself."""
