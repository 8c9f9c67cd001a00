"""What is grave to say of somebody: a death, a crime, a dismissal, a large sum, a private matter.

Gathered by hand from what the editorial guidelines of the BBC, the Reuters handbook and the AP
ask a second source or a reply for. Words that have another everyday sense (`fired a shot`,
`charged a fee`) are kept out, or stand only with what makes them grave.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

Matter = Literal["crime", "accusation", "dismissal", "death", "private", "money", "medical"]

_PATTERNS: Mapping[Matter, str] = {
    "crime": (
        r"arrest(?:ed|s)?|charged with|indict(?:ed|ment)|convict(?:ed|ion)|pleaded guilty"
        r"|found guilty|sentenced|imprisoned|jailed|murder(?:ed)?|manslaughter|rap(?:e|ed|ist)"
        r"|sexual(?:ly)? (?:assault|abuse)\w*|assault(?:ed)?|brib(?:e|es|ed|ery|ing)|embezzl\w+"
        r"|fraud(?:ulent\w*)?|extort\w+|kickbacks?|money laundering|launder(?:ed|ing) money"
        r"|stole|stolen|theft|smuggl\w+|traffick(?:ed|ing)|perjury|forg(?:ed|ery)|torture[ds]?"
        r"|criminal (?:charges?|investigation|inquiry|probe|penalt\w+)"
    ),
    "accusation": (
        r"misconduct|wrongdoing|corrupt(?:ion|ly)?|cover(?:ed)?[- ]up|falsif\w+|fabricat\w+"
        r"|illegal(?:ly)?|unlawful(?:ly)?|breach(?:ed)? (?:of )?(?:the )?(?:law|contract|duty)"
        r"|violat(?:ed|ing|ion|ions)|negligen(?:t|ce)|harass(?:ed|ment|ing)|discriminat\w+"
        r"|retaliat\w+|misled|lied|defraud\w*|conceal(?:ed|ing)|hid (?:the|its|his|her|their)"
        r"|ignored (?:\w+ )?warnings?|tampered|doctored|rigged|misappropriat\w+|misus(?:ed|ing)"
        r"|knew (?:about|of|that)|abus(?:ed|ing|ive)|cheat(?:ed|ing)|doped|doping|plagiari\w+"
        r"|likely (?:illegal|unlawful|criminal)|civil and criminal|penalt(?:y|ies)"
    ),
    "dismissal": (
        r"resign(?:ed|s|ation|ations|ing)?|stepp(?:ed|ing) down|quit|was (?:fired|sacked)"
        r"|were (?:fired|sacked)|fired (?:him|her|them|[A-Z]\w+)|sacked|dismiss(?:ed|al)"
        r"|oust(?:ed|er|ing)|forced out|suspended (?:from|without|with)|placed on leave"
        r"|removed from (?:office|his|her|the post)|laid off"
    ),
    "death": (r"died|killed|killing|deaths?|dead|fatally|fatalit(?:y|ies)|suicide|bodies were"),
    "private": (
        r"pregnan\w+|divorc\w+|affair with|addict(?:ed|ion)|rehab(?:ilitation)?|overdos\w+"
        r"|mental illness|depression|HIV|cancer|miscarriage|abortion|sexuality|estranged"
    ),
    "medical": (
        r"causes? (?:cancer|death|infertility)|unsafe|toxic|poison(?:ed|ous)|contaminat\w+"
        r"|side effects?|cures?|prevents? (?:cancer|disease|infection)|recall(?:ed)?"
    ),
    "money": r"bankrupt(?:cy)?|insolven(?:t|cy)|default(?:ed)? on|bailout",
}
_FOUND = re.compile(
    "|".join(rf"(?P<{matter}>\b(?:{pattern})\b)" for matter, pattern in _PATTERNS.items()),
    re.IGNORECASE,
)
ORDER: tuple[Matter, ...] = (
    "crime", "accusation", "private", "dismissal", "death", "medical", "money",
)  # fmt: skip
"""The gravest first: what can harm somebody most if it is wrong."""


@dataclass(frozen=True, slots=True)
class Grave:
    """`text[start:end]` says something grave."""

    start: int
    end: int
    matter: Matter


def read(text: str) -> Iterator[Grave]:
    """The grave words of a text, in order. Linear in the text."""
    for found in _FOUND.finditer(text):
        for matter in ORDER:
            if found[matter]:
                yield Grave(*found.span(), matter)
