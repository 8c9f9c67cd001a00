"""Words of headlines that claim more than reports mostly do, and the words that bear them out.

Gathered by hand from the guides of press councils on headlines (IPSO on accuracy in headlines, the
Associated Press on `admit`, Sense about Science on `cures` and `prevents`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

# What it tells of, the words that say so, the words that bear it out.
_CLAIMS = {
    "an admission": (
        (
            r"admit(?:s|ted|ting)?(?! (?:to (?:the )?hospital|patients|students|visitors))"
            r"|confess(?:es|ed)?|admissions? of|owns? up to"
        ),
        r"admit|confess|admission|acknowledg|conced|ple[ad]+(?:ed|s)? guilty|own(?:s|ed) up",
    ),
    "proof": (r"prov(?:es|ed|en)|proof (?:that|of)", r"\bprov(?:e|en|ing|es|ed)\b|\bproof\b"),
    "a guarantee": (r"guarantee[sd]?", r"guarant"),
    "a cure": (
        r"cur(?:es|ed)(?! ham)|eradicat(?:es|ed)",
        r"\bcur(?:e|es|ed|ing)\b|eradicat",
    ),
    "prevention": (
        r"prevents?|wards? off|stops? (?=cancer|stroke|heart|dementia)",
        r"prevent|ward(?:s|ed)? off|stopp",
    ),
    "a lie": (
        r"lied|lies (?:to|about)|lying",
        r"\blie[sd]?\b|\blying\b|false statement|perjur|knowingly|misled|deceiv",
    ),
    "a concealment": (
        (
            r"hid|hides|hiding|conceal(?:s|ed|ing)?|cover(?:s|ed) up|buried"
            r"(?= (?:\w+ )?(?:reports?|warnings?|evidence|memos?|findings?|data|stud(?:y|ies)))"
        ),
        (
            r"\bhid(?:e|es|den|ing)?\b|conceal|cover(?:ed|ing|s)?[- ]up|secret(?!ar)|withh[eo]ld"
            r"|undisclosed"
        ),
    ),
    "a downfall": (
        (
            r"(?<=\w )(?:sank|sinks|doom(?:s|ed)|ruin(?:s|ed)|wreck(?:s|ed)|bankrupt(?:s|ed)"
            r"|toppl(?:es|ed))(?= (?-i:[A-Z]))"
        ),
        (
            r"\bs[aiu]nk|doom|ruin|wreck|bankrupt|toppl|downfall|undo(?:ing|ne)"
            r"|brought (?:\w+ ){0,3}down|\bcaus(?:e|ed|ing)\b|\bled to\b"
        ),
    ),
    "a broken law": (
        (
            r"lawbreaking|breaks? (?:the )?law|broke (?:the )?law"
            r"|crimes?\b(?! (?:rate|scene|wave|stat))"
        ),
        (
            r"\bcrim|illegal|unlawful|lawless|br(?:oke|eak|eaking|oken) (?:\w+ )?laws?|violat"
            r"|convict|guilty|felon|offen[cs]e"
        ),
    ),
}
_TABLE = tuple(
    (what, re.compile(rf"\b(?:{said})\b", re.IGNORECASE), re.compile(borne, re.IGNORECASE))
    for what, (said, borne) in _CLAIMS.items()
)
# `, study says`, `: report`, `accused of`, a question: it is not the headline's own word.
SOFTENED = re.compile(
    r"\b(?:says?|said|alleg\w+|accus\w+|charg\w+|suspect\w*|claims?|claimed|suggests?|may|might|could"
    r"|would|if|whether|report(?:s|ed|edly)?|according|den(?:y|ies|ied)|not|never|no|tells?|told"
    r"|warns?|fears?|calls?|sues?|lawsuit|suit|indict\w+|probe|inquiry|trial|plead\w*)\b|n[’']t\b"
    r"|\?\s*$",
    re.IGNORECASE,
)


class BoldClaim(NamedTuple):
    """`text[start:end]` claims `what` (`an admission`); `borne` finds what bears it out."""

    start: int
    end: int
    what: str
    borne: re.Pattern[str]


def bold_claims(text: str) -> tuple[BoldClaim, ...]:
    """The bold claims of a headline that it makes in its own name."""
    found = []
    for what, said, borne in _TABLE:
        match = said.search(text)
        if match and not SOFTENED.search(text[: match.start()] + " " + text[match.end() :]):
            found.append(BoldClaim(match.start(), match.end(), what, borne))
    return tuple(found)
