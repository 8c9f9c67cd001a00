"""The words and phrases that limit a statement, as patterns.

Beside the tables of `hedges` and `scope`: what follows the words that it limits (`until Friday`,
`pending appeal`) or stands far from them (`preliminary results show`, `in mice`), and which entries
of those tables readers take for plain speech. Gathered by hand from reports of health, weather,
courts and elections, after the advice of AP and Reuters on what must not be cut.
"""

from __future__ import annotations

import re

# Hedges of the table that readers of news take for plain speech, or that tell something else.
_PLAIN_SPEECH_TEXT = """
should; generally; typically; tends to; tend to; virtually; estimated to; regarded as; deemed to
considered to; signs of; risks; risk of; hopes of; chances of; chance of; prospect of; the prospect
the chance; threatens to; threaten to; threatened to; believed; thought; appears; appeared; seems
seemed; said to; reported to; claims to; claimed to; claim to; suspicion; would-be; arguably
if confirmed; if true; if approved; expects to; expect to; asked whether; say whether; say if
do not know; does not know; did not know; don't know; doesn't know; no evidence; disputed; unknown
remains to be seen; uncertain; unlikely; improbable; doubtful; questionable; not sure; anticipates
poised to; on course to; on track to
"""
PLAIN_SPEECH = frozenset(one.strip() for one in _PLAIN_SPEECH_TEXT.replace("\n", ";").split(";"))
# Who says that it is so, or not, in court: that is told as an accusation.
ACCUSING = re.compile(r"\b(?:alleg\w+|accus\w+|charg\w+|indict\w+)", re.IGNORECASE)
IF_POSSIBLE = re.compile(r"(?:if|as|as \w+ as|wherever|whenever|make|makes|made|best|worst|all) $")
PASSIVELY = re.compile(
    r"\b(?:is|are|was|were|be|been|being)(?: (?:widely|still|now|also))?"
    r" (?:said|reported|alleged) to\b"
)
THINKING = frozenset(
    [
        "think",
        "thinks",
        "thought",
        "believe",
        "believes",
        "believed",
        "suspect",
        "suspects",
        "suspected",
    ]
)
OURSELVES = frozenset(["i", "we", "you"])
THOUGHT_ASIDE = re.compile(
    r"\b(?:that|which|who) (?P<thought>(?:[a-z’'-]+ ){1,3}?(?:believe|think|suspect)s?) ",
    re.IGNORECASE,
)
EARLY = re.compile(
    r"\b(?:preliminary|early|initial|interim|unofficial|provisional|partial|incomplete|tentative)"
    r" (?:\w+ ){0,2}?(?:results?|findings?|figures|data|counts?|tall(?:y|ies)|returns|estimates?"
    r"|tests?|test results|reports?|signs|indications|assessments?|analys[ie]s|evidence|reviews?"
    r"|stud(?:y|ies)|numbers|information|investigation)\b",
    re.IGNORECASE,
)
_ORDERS = (
    r"(?:injunctions?|restraining orders?|stays?|bans?|orders?|blocks?|halts?|freezes?|rulings?"
    r"|approval|authori[sz]ation|deals?|agreements?|truces?|ceasefires?|closures?|suspensions?|relief)"
)
TIME_ADJECTIVE = re.compile(
    rf"\b(?:temporary|preliminary|provisional|interim|tentative|conditional|short-term)"
    rf" (?:\w+ ){{0,2}}?{_ORDERS}\b",
    re.IGNORECASE,
)
AFTERWARDS = re.compile(
    r"\b(?:pending (?:an? |the |its |their |further )?(?:\w+ )?(?:appeals?|hearing|trial|review"
    r"|litigation|inquiry|investigation|outcome|ruling|decision|challenge)"
    r"|while (?:the |an? |its |their )?(?:\w+ )?(?:case|lawsuit|suit|appeal|litigation|challenge"
    r"|inquiry|investigation|review|matter) (?:proceeds|continues|plays out|goes on"
    r"|is (?:heard|pending|under way|decided|considered)|(?:moves|goes) (?:forward|ahead))"
    r"|until (?:at least |after )?(?:(?:the )?(?:end|middle|start) of |early |late |mid-)?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    r"|spring|summer|fall|autumn|winter|next (?:week|month|year)|tomorrow|20\d\d|an? \w+)"
    r"|for the time being|for now|on a trial basis|until further notice"
    r"|for (?:at least |up to |another |the next )?(?:\d+|two|three|four|five|six|seven|ten|twelve"
    r"|14|30|60|90|a|one) (?:days?|weeks?|months?))\b",
    re.IGNORECASE,
)
# The only acts of which a term tells more than that they were done.
TERMED = re.compile(
    r"block(?:ed|s|ing)?|halt(?:ed|s|ing)?|bar(?:s|red|ring)|bann(?:ed|ing)|clos(?:ed|es|ing)"
    r"|shut(?:s|ting)?|fr(?:oze|ozen|eez\w*)|stopp(?:ed|ing)|lift(?:ed|s|ing)?|waiv(?:ed|es|ing)"
    r"|cut(?:s|ting)?|lower(?:ed|s|ing)?|rais(?:ed|es|ing)|prohibit\w*|approv\w+|agree\w*"
    r"|withdr[ae]w\w*|recall\w*|evacuat\w+|reopen\w*|reinstat\w+|allow\w*|clear(?:ed|s)?"
    r"|hono(?:u?r)(?:ed|s)?|exempt\w*|suspend\w*|guarantee\w*|protect\w*",
    re.IGNORECASE,
)
_ANIMALS = (
    r"(?:\w+ )?(?:mice|mouse|rats?|rodents?|monkeys?|macaques?|pigs?|rabbits?|hamsters?|ferrets?"
    r"|zebrafish|fruit flies|worms|animals?|cells?|a dish|dishes|the lab|a laboratory|laboratory"
    r" tests|lab tests|computer (?:models?|simulations?)|test tubes?)"
)
_PEOPLE = (
    r"(?:adults|patients|people|men|women|children|boys|girls|babies|infants|toddlers|teenagers"
    r"|adolescents|students|smokers|nonsmokers|drinkers|drivers|workers|employees|nurses|doctors"
    r"|veterans|residents|households|voters|participants|volunteers|pregnant women|older (?:adults"
    r"|people|women|men|patients)|younger (?:adults|people|women|men|patients)|those)"
)
_WHICH = (
    r"(?:with|without|over|under|aged?|ages|older than|younger than|who|whose|on|taking|at|from|in"
    r"|between|born|living|registered)"
)
GROUP = re.compile(
    rf"\b(?:in|among|of|on|for|using|with) (?P<animals>{_ANIMALS})\b"
    rf"|\b(?:in|among|for) (?P<people>(?:\w+ ){{0,3}}?{_PEOPLE}(?: {_WHICH} [^,.;:()]+)?)",
    re.IGNORECASE,
)
STUDIED = re.compile(
    r"\b(?:placebo|risks?|rates?|stud(?:y|ies|ied)|trials?|doses?|vaccin\w+|drugs?|treatments?|therap(?:y|ies)"
    r"|effects?|effective\w*|efficacy|symptoms?|infections?|cancer|tumou?rs?|survey\w*|polls?|diet\w*"
    r"|deaths?|strokes?|heart|diabetes|dementia|memory|pain|sleep|weight|disease\w*|survival|scores?"
    r"|experiments?|supplements?|pills?|tests?|researchers|scientists|reduc\w+|lower(?:s|ed)?"
    r"|protect\w*|improv\w+)\b",
    re.IGNORECASE,
)
N_OF_M = re.compile(
    r"(?<![\d.,$£€])\b(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r" (?:out )?of (?:the|its|their|his|her|those|these|our)"
    r"(?: (?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+['’]s?))?\b"
    r"(?![.,]?\d| (?:million|billion|hundred|thousand))",
    re.IGNORECASE,
)
# `for some, it was` is not of a part of anything; `for some migrants` is.
FOR_SOME = re.compile(r"\bfor (?P<some>some) (?P<whom>(?!time\b|reason\b)[a-z]+s)\b")
IN_SOME = re.compile(
    r"\bin (?:some|certain|parts of (?:the|a)|a few|a handful of) (?:\w+ )?(?:states?|countries"
    r"|country|areas|places|cities|city|counties|county|districts?|regions?|neighbou?rhoods|schools"
    r"|towns|markets|hospitals|stores|provinces|homes|buildings|communities)\b",
    re.IGNORECASE,
)
# What a bare plural says as well: `several groups sued`, and `groups sued`.
_SEVERAL_TEXT = """
several; several of; various; a number of; certain; a couple of; one of; a few; a few of; dozens of
hundreds of; thousands of; scores of; numerous; countless; a handful of; a handful; lots of
a lot of
"""
SEVERAL = frozenset(one.strip() for one in _SEVERAL_TEXT.replace("\n", ";").split(";"))
PLURAL = re.compile(
    r"\w+[^s\W]s(?:['’])?|people|children|men|women|police|data|staff|media|cattle", re.IGNORECASE
)
NOT_PART = re.compile(
    r"(?:some|certain) (?:\d|of the (?:most|best|worst|biggest|largest))", re.IGNORECASE
)


STATUS = re.compile(
    r"illegal(?:ly)?|unlawful(?:ly)?|undocumented|unauthori[sz]ed|overstay\w*|deportable|removable",
    re.IGNORECASE,
)
"""Words for somebody's being in a country without a right to."""

ENTITLED = re.compile(
    r"\b(?:offer(?:s|ed|ing)?|eligib\w+|entitled|requir\w+|must|appl(?:y|ies|ied)|covers?|covered"
    r"|refund\w*|compensat\w+|pay(?:s|ing|ments?)?|paid|free|exempt\w*|bann?(?:ed|s)?|barr?(?:ed|s)"
    r"|allow(?:ed|s)?|order(?:ed|s)?|recall\w*|qualif\w+|waiv\w+|forgiv\w+|approved for|available"
    r"|recommend\w*|evacuat\w+|provid\w+)\b",
    re.IGNORECASE,
)
"""Verbs that give something to some, or ask it of them."""
WHICH_OF_THEM = re.compile(
    r"\b(?P<whom>patients|customers|people|residents|workers|employees|students|children|adults"
    r"|women|men|parents|teachers|drivers|owners|homeowners|tenants|renters|families|households"
    r"|businesses|companies|banks|farms|farmers|schools|hospitals|homes|houses|buildings|veterans"
    r"|passengers|travelers|travellers|visitors|immigrants|migrants|refugees|members|users"
    r"|shareholders|investors|borrowers|taxpayers|voters|states|cities|counties|cars|vehicles|models"
    r"|products|ships|vessels|flights)"
    r" (?P<which>(?:whose|who|with|without|over|under|aged|born|earning|making|older than"
    r"|younger than|built|made|sold|registered|living) [^,.;:()]+)",
    re.IGNORECASE,
)
"""A plural, and which of them are meant."""
ANSWERED = re.compile(
    r"\b(?:of (?:the |those |all )?(?:about |nearly |some )?(?:[\d,]+ )?(?:\w+ ){0,3}?who"
    r" (?:answered|responded|replied|voted|took part|participated|returned|completed|filled|did"
    r"|wrote|were (?:surveyed|polled|asked|questioned|interviewed|tested))"
    r"|of (?:the )?(?:[\d,]+ )?(?:survey )?(?:respondents|participants"
    r"|those (?:surveyed|polled|asked|questioned|interviewed|tested))"
    r"|of (?:the )?[\d,]+ (?:\w+ ){0,2}?(?:surveyed|polled|asked|questioned|interviewed|tested))\b",
    re.IGNORECASE,
)
"""Of whom a share was counted, where those are only the ones who answered."""
