"""What headlines have officials do and things bring about, and the weaker words that texts have.

Gathered by hand from the guides of press councils on headlines (IPSO on accuracy in headlines) and
from the ladders of inquiry, epidemiology and court reporting: an inquiry is opened before it finds,
a food is linked to an outbreak before it is its cause, an order is for some or for a time.
"""

from __future__ import annotations

import re

_COURT = r"judges?|(?:\w+ )?courts?|justices|jury|tribunal|magistrates?|scotus"
_OFFICE = (
    r"watchdogs?|regulators?|inspectors?(?: general)?|agenc(?:y|ies)|commission(?:ers?)?|panels?"
    r"|committees?|inquir(?:y|ies)|inquest|audit(?:s|ors?)?|investigat(?:ors?|ions?)|reports?"
    r"|reviews?|studies|study|ombudsman|police|probes?|ministr(?:y|ies)|departments?|boards?"
    r"|officials?|authorit(?:y|ies)|prosecutors?|coroner|comptroller|bureau|office|council"
    r"|(?-i:[A-Z]{2,6})"
)
_FOUND = (
    r"finds?|found|concludes?|concluded|rules?(?! (?:on|out|in|of|for)\b)|ruled(?! out)|confirms?"
    r"|confirmed|determine[sd]?|establish(?:es|ed)|faults(?= \w)|faulted|blames?|blamed"
)
FINDS = re.compile(
    rf"\b(?:(?P<court>{_COURT})|(?P<office>{_OFFICE}))\s(?:\w+\s)?(?P<verb>{_FOUND})\b(?!\s*[:,])",
    re.IGNORECASE,
)
"""A headline by which somebody in office has come to a finding."""
HAS_FOUND = re.compile(
    rf"\b(?:(?P<court>{_COURT})|(?P<office>{_OFFICE}|(?:it|they|he|she)(?= \w)))\b"
    r"[^.;]{0,60}?(?<!the )(?<!a )(?<!be )(?<!been )(?<!was )(?<!were )"
    rf"\b(?:{_FOUND})\b",
    re.IGNORECASE,
)
"""A sentence by which somebody in office has, to be held against what denies it."""
DENIES = re.compile(
    r"\b(?:not|no|never|nor|yet to|whether|if|until|before|would|will|may|might|could)\b|n[’']t\b",
    re.IGNORECASE,
)
"""What keeps such a sentence from saying so."""
INQUIRY = re.compile(
    r"\b(?:(?:open|launch|start|begin|began|begun|announc)\w*\b[^.;]{0,40}\b(?:investigation|inquiry"
    r"|enquiry|probe|review|examination|audit)|(?:is|are|was|were|has been|have been|said it is"
    r"|being) (?:now |still |also )?(?:investigat(?:ing|ed)|examin(?:ing|ed)|looking into"
    r"|prob(?:ing|ed)|review(?:ing|ed)|looked into)|under (?:investigation|review|scrutiny)"
    r"|will (?:investigate|examine|look into|review)|(?:investigation|inquiry|probe|review) (?:is"
    r"|was|remains) (?:open|continuing|ongoing|under way|not finished|at an early))\b",
    re.IGNORECASE,
)
"""What says that the matter is being looked into."""

SUED = re.compile(
    r"\b(?:sue[sd]?|suing|lawsuits?|complaints?|hearing|trial|charged|indicted)\b", re.IGNORECASE
)
"""What says that a court has it before it."""

KILLS = re.compile(
    r"\b(?P<cause>[\w’'‑-]+)\s(?P<verb>kill(?:s|ed)|sicken(?:s|ed)|poison(?:s|ed)|infect(?:s|ed)"
    r"|injure[sd]|blind(?:s|ed)|hospitali[sz]e[sd])\s(?!(?:in|by|at|as|after|on|off|when|while)\b)\w",
    re.IGNORECASE,
)
"""A headline by which a thing has done harm to people."""
PASSIVE = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "get",
        "gets",
        "got",
        "who",
        "and",
        "or",
        "it",
        "he",
        "she",
        "they",
        "reported",
    ]
)
HARMED = re.compile(
    r"\b(?:die[sd]?|dead|deaths?|deadly|dying|fatal\w*|kill\w*|ill(?:ness(?:es)?)?|sick\w*|infect\w*"
    r"|hospital\w*|poison\w*|outbreak|injur\w*|victims?|blind\w*)\b",
    re.IGNORECASE,
)
_TIE = r"(?:link|tie|connect|associat|relat|trac)(?:s|ed|d|ing)?"
_HARM = r"(?:cause|kill|sicken|poison|infect|injure|contribut|play|lead|led|come|been)"
TIED = re.compile(
    rf"\b(?:{_TIE} (?:\w+ ){{0,3}}?(?:to|with|between)"
    r"|(?:likely|probable|possible|suspected|potential|apparent) (?:\w+ )?(?:source|cause|culprit"
    r"|link)|(?:likely|probably|possibly|apparently|suspected (?:of|to)|thought to|believed to)"
    rf" (?:\w+ ){{0,3}}?{_HARM}\w*|likely (?:got|fell|became) (?:sick|ill)"
    rf"|(?:may|might|could) (?:also )?(?:have )?{_HARM}\w*|points? to)\b",
    re.IGNORECASE,
)
"""What ties a thing to a harm and does not say that it did it."""
BROUGHT = re.compile(
    r"\b(?:kill(?:s|ed|ing)|sicken(?:s|ed|ing)|poison(?:s|ed|ing)|infect(?:s|ed|ing)"
    r"|injur(?:es|ed|ing)|caus(?:es|ed|ing)|to blame|responsible for|claimed"
    r"|(?:die[sd]?|dead|deaths?|dying|ill|sick) (?:in|of|from|by|when|after|because|as)"
    r"|(?:is|was|were|are) the (?:source|cause))\b",
    re.IGNORECASE,
)
"""What says that it did."""

_DEEDS = {
    "block": (
        r"block|bar|barr|halt|stop|stopp|freez|froz|enjoin|prohibit|forbid|forbad|suspend|paus"
    ),
    "strike down": r"strik|struck|overturn|void|invalidat|annul|quash|toss|thr[eo]w",
    "ban": r"ban|bann|outlaw",
    "approve": r"approv|clear|allow|permit|authori[sz]|green-?light",
    "lift": r"lift|rescind|revok|repeal|scrap",
}
_ENDINGS = r"(?:s|es|ed|e|ing|en|n|ned|ning)?"
DEEDS = {
    name: re.compile(rf"\b(?:{stems}){_ENDINGS}\b", re.IGNORECASE) for name, stems in _DEEDS.items()
}
"""What somebody in office does to a thing, by kind."""
DOES = re.compile(
    rf"\b(?P<who>{_COURT}|{_OFFICE}|lawmakers|parliament|senate|congress|government|ministers|city)"
    r"\s(?P<verb>blocks?|blocked|bars|barred|halts|halted|stops|stopped|freezes|froze|suspends"
    r"|suspended|strikes down|struck down|overturns|overturned|voids|tosses|throws out|bans|banned"
    r"|outlaws|approves|approved|clears|allows|lifts|lifted|scraps|rescinds)\s(?P<what>.+)$",
    re.IGNORECASE,
)
"""A headline by which somebody in office does it."""
STRUCK = re.compile(
    rf"\b(?:(?:{_DEEDS['strike down']}){_ENDINGS}|unlawful\w*|illegal\w*|unconstitutional\w*"
    r"|set aside|vacat(?:e[sd]?|ing)|nullif\w+|void(?:s|ed)?)\b",
    re.IGNORECASE,
)
"""What a text has of which a court that strikes a thing down may be told."""
COURTS = re.compile(rf"\b(?:{_COURT}|injunctions?|rulings?|orders?)\b", re.IGNORECASE)
LIMITED = re.compile(
    r"\b(?:temporar(?:y|ily)|preliminar(?:y|ily)|provisional(?:ly)?|for now|interim"
    r"|part(?:ly|ial|ially)|in part|(?:some|parts?|portions?|sections?) of"
    r"|some(?= \w+s\b)|narrow\w*|limited|only (?:for|in|to|those)|for the plaintiffs|who sued"
    r"|(?:in|of|for|across) (?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:\w+ ){0,2}?"
    r"(?:states?|counties|districts|cities|provinces|towns|plaintiffs|people|families|plants?)"
    r"|for (?:\d+|two|three|four|ten|fourteen|thirty|six|several) (?:days|weeks|months)"
    r"|pending|until|while (?:the|a) (?:case|suit|lawsuit|appeal))\b",
    re.IGNORECASE,
)
"""What says that it holds for a part or for a time."""
