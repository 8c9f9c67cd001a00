"""Words by which a thing is said more or less strongly: cause, evidence, plan, bill, degree.

Gathered by hand: cause and evidence after the guides on reporting health research
(HealthNewsReview, the Science Media Centre's ten best practice guidelines, the Cochrane levels of
evidence), bills after the glossaries of the parliaments of the United Kingdom and of the United
States Congress. Each ladder has steps; what is told on a lower step is not told on a higher one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from nutgraf.language.characters import level
from nutgraf.language.pattern_lines import alternatives

Ladder = Literal["cause", "evidence", "plan", "bill", "degree"]

_STUDY = (
    r"(?:stud(?:y|ies)|trials?|research(?:ers)?|data|analys[ie]s|surveys?|papers?|results|findings"
    r"|evidence|tests?|experiments?|scientists|authors|models?)"
)
_BODY = (
    r"(?:parliament|congress|senate|house|lawmakers|legislators|assembly|council|mps|deputies"
    r"|chamber)"
)
_SHOW = (
    "(?:show(?:s|ed|n|ing)?|found|finds?|demonstrat(?:e|es|ed)|conclud(?:e|es|ed)|report(?:s|ed))"
)
_CONFIRM = "(?:confirm(?:s|ed)?|verif(?:y|ies|ied)|establish(?:es|ed)?)"
_ODDS = "(?:risk|odds|chances?)"
_HARM = (
    "(?:risk|odds|chances?|rates?|deaths?|disease|cancer|crashes|accidents|crime|births|scores"
    "|infections?)"
)
_PASSED = (
    "(?:passed|passes|approved|approves|adopted|adopts|backed"
    r"|voted (?:[\w-]+ ){0,5}?(?:to|for|in favou?r))"
)
_SLIGHTLY = "(?:slightly|a little|modestly|marginally|somewhat)"
_LADDERS: dict[Ladder, tuple[str, ...]] = {
    "cause": (
        rf"""
link(?:s|ed|ing)? (?:\w+ )?(?:to|with|between)
links? between
associat(?:ed|ions?) (?:\w+ )?(?:with|between)
correlat(?:ed|es|ions?)(?: (?:with|between))?
connect(?:ed|ions?) (?:to|with|between)
tied to|related to
coincid(?:ed|es) with
(?:was|were|is|are) (?:more|less) (?:likely|common)
(?:higher|greater|lower|reduced|increased) {_ODDS}
(?:likely|probable|possible|suspected|apparent|potential) causes?
(?:may|might|could|can) (?:\w+ )?(?:have )?
    (?:cause[ds]?|lead|led|trigger|prevent|protect|contribute|cut|lower|raise|reduce)
(?:cannot|could not|does not|did not|can't|doesn't|didn't) (?:prove|show|establish)
    (?: (?:that|cause|whether))
""",
        rf"""
contribut(?:e|es|ed|ing|ors?) to
contributing factors?|a factor in|one factor|among the (?:causes|factors|reasons)|partly
(?:rais|increas|lower|reduc)(?:e|es|ed|ing) (?:the |their |your |a person's )?{_ODDS}
(?:cuts?|cutting|halv(?:es|ed)|doubl(?:es|ed)) (?:the |their |your )?{_ODDS}
play(?:s|ed)? an? (?:\w+ )?(?:role|part)
""",
        rf"""
caus(?:e|es|ed|ing)(?! for| of concern)
cause of|caused by
(?:leads?|led|leading) to
results? in|resulted in|as a result of
because of|due to|thanks to
trigger(?:s|ed|ing)?
brought (?:on|about)
(?:is|are|was|were) (?:to blame|responsible|behind)
(?:drove|drives|driven by|made|makes) (?:\w+ ){{0,3}}?(?:ill|sick|rise|fall|worse)
prevent(?:s|ed|ing)?
protects? against|protected against
(?:cuts?|lowers|lowered|reduces|reduced|raises|raised|increases|increased|boosts|boosted)
    (?! the {_ODDS})(?= (?:\w+ ){{0,3}}?{_HARM})
(?:cured?|cures|curing)
(?:die[ds]?|deaths?|dying) (?:from|of)

""",
    ),
    "evidence": (
        r"""
suggest(?:s|ed|ing|ions?)?
hint(?:s|ed|ing)?
indicat(?:e|es|ed|ing|ions?)
(?:early|preliminary|initial|first) (?:results|findings|data|signs|tests|evidence|indications)
point(?:s|ed|ing)? to
consistent with
rais(?:e|es|ed|ing) (?:\w+ )?(?:concerns?|questions|fears|doubts|the possibility)
not yet (?:been )?(?:confirmed|proven|proved|verified|published|peer-reviewed)
unconfirmed|unverified|unproven
(?:cannot|could not|does not|did not|can't|doesn't|didn't|not)
    (?: (?:prove|confirm|show|establish|verify))
claim(?:s|ed)? (?:that|to)
rumou?rs?
signs? (?:that|of)
thought to|believed to|appears? to|seems? to
""",
        rf"""
{_STUDY}(?: \w+){{0,5}}? {_SHOW}
(?:shown|found) to
""",
        rf"""
(?:{_STUDY}|reports?|documents?|figures|records|footage|video|investigators|police)
    (?: \w+){{0,3}}? {_CONFIRM}
(?:has|have|had|been|was|were|is|are|now) (?:been )?(?:\w+ly )?(?:confirmed|verified|established)
    (?= (?:that|to|by|as)\b|[.,;]|$)
confirm(?:s|ed|ing)? (?:that|the (?:cause|link|theory|suspicion|presence))
""",
        r"""
prov(?:e|es|ed|en|ing) (?:that|the|what|its|his|her|their|how|once|a link
    |to (?:cause|cure|work|prevent|be safe|be effective))
proofs? (?:that|of|positive)
(?:clinically|scientifically|been|now|was|were|is) (?:proven|proved)
validat(?:e|es|ed|ing|ion)
vindicat(?:e|es|ed|ing|ion)
(?:leaves?|left|beyond|without|no) (?:no |any )?doubt that
settles? the question
""",
    ),
    "plan": (
        r"""
(?:is|are|was|were|been) (?:(?:also|still|now) )?
    (?:considering|weighing|mulling|exploring|discussing|studying|debating)
consider(?:s|ed|ing)
(?:propos(?:e|es|ed|als?|ing))

(?:wants?|wanted|hopes?|hoped|would like) to
(?:in|holding|began|opened|early) talks
asked|asks|urged|urges|recommend(?:s|ed)|call(?:s|ed) for|push(?:es|ed|ing)? (?:for|to)
(?:has|have|had) not (?:yet )?(?:decided|committed|approved|voted)
(?:no|before a|a final) decision
""",
        r"""
plan(?:s|ned|ning)? (?:to|for|on)
(?:intend|aim|seek|prepar)(?:s|ed|es|ing)? to
target(?:s|ed|ing)?|goal|hopes
""",
        r"""
will(?! be (?:able|asked|if)
    | (?:consider|decide|discuss|seek|try|ask|vote|debate|weigh|hear|hold a hearing|not|also not
    |never|likely|probably|depend))
'll
shall
(?:has|have|had) (?:decided|agreed|committed|chosen|resolved) to
(?:decided|agreed|committed|promised|pledged|vowed) to
(?:due|set|scheduled|slated|is|are) to
would
""",
    ),
    "bill": (
        rf"""
(?:introduc|draft|propos|tabl|sponsor|unveil|pre-?fil)(?:e|es|ed|d|s|ing|led)
(?:bill|measure|legislation|proposal|amendment)
    (?: (?:would|that would|could|seeks|aims|is|was|now|heads|goes))
(?:first|second|third) reading
vote on
debat(?:e|es|ed|ing)
(?:would|will|may|could|to|not yet|not) sign(?:ed)?
veto(?:es|ed)?
{_BODY} (?:will|is to|could|may|is expected to|has yet to|must|still)
""",
        r"""
(?:committee|panel|subcommittee)(?: \w+){0,4}?
    (?: (?:approved|passed|advanced|backed|voted|cleared|sent|moved))
(?:out of|cleared|passed) (?:\w+ ){0,2}?committee
advanc(?:ed|es)
""",
        rf"""
(?:{_BODY})(?: (?!committee|panel|subcommittee)\w+){{0,5}}? {_PASSED}
(?:was|were|been|has|have) (?:passed|approved|adopted)
sen(?:t|ds|ding) (?:the|a|its) (?:\w+ )?(?:bill|measure|legislation) to
passed (?!(?:\w+ ){{0,3}}(?:committee|panel))(?:the|a|by|in|its|both|on|into|\d)
voted (?:\d\S* )?(?:to (?:approve|pass|adopt|ban|allow|require)|in favou?r|for)
""",
        r"""
sign(?:ed|s|ing) (?:\w+ ){0,4}?(?:into law|bill|measure|legislation|law|it)
signed into law
enact(?:ed|s|ing|ment)
(?:became|becomes|is now|now|became the) law
royal assent
(?:took|takes|taken) effect|in(?:to)? force
(?:new|the) law (?:bans|requires|allows|makes|bars|forbids|lets|gives|raises|cuts)
""",
    ),
    "degree": (
        rf"""
(?:edged|inched|crept|ticked|slipped|dipped|eased|drifted)(?: (?:up|down|lower|higher))?
(?:rose|fell|grew|declined|increased|dropped|decreased|climbed) {_SLIGHTLY}
(?:slight|modest|small|marginal|mild) (?:\w+ )?
    (?:rise|fall|increase|decline|drop|decrease|gain|dip|uptick)
little changed|nearly unchanged|broadly flat
""",
        rf"""
(?:rose|fell|grew|declined|increased|dropped|climbed|gained|lost)(?! {_SLIGHTLY})
""",
        r"""
soar(?:s|ed|ing)?|surg(?:e|es|ed|ing)|skyrocket(?:s|ed|ing)?|rocket(?:ed|ing)|shot up
plung(?:e|es|ed|ing)|plummet(?:s|ed|ing)?|collaps(?:ed|es|ing)|crash(?:ed|es|ing)|tumbl(?:ed|es|ing)
(?:jumped|leapt|spiked|exploded|slumped|nosedived|cratered)
(?:sharp(?:ly)?|steep(?:ly)?|dramatic(?:ally)?|massive(?:ly)?)
""",
    ),
}
LOWEST: dict[Ladder, int] = {"cause": 2, "evidence": 2, "plan": 3, "bill": 3, "degree": 3}
"""The step of a ladder from which on a claim is held against its sources."""
_APART: dict[Ladder, int] = {"cause": 1, "evidence": 1, "plan": 1, "bill": 1, "degree": 2}
_PATTERN = {
    ladder: re.compile(
        "|".join(
            rf"(?P<s{len(tables) - at}>\b(?:{alternatives(table)})(?!\w))"
            for at, table in enumerate(reversed(tables))
        ),
        re.IGNORECASE,
    )
    for ladder, tables in _LADDERS.items()
}


@dataclass(frozen=True, slots=True)
class StrengthCue:
    """`text[start:end]` says how strongly: on which step of which ladder."""

    ladder: Ladder
    step: int
    start: int
    end: int


def strength_cues(sentence: str) -> tuple[StrengthCue, ...]:
    """The cues of a sentence, ladder by ladder. Linear in the sentence."""
    return tuple(cue for ladder in _PATTERN for cue in ladder_cues(sentence, ladder))


@lru_cache(maxsize=8192)
def ladder_cues(sentence: str, ladder: Ladder) -> tuple[StrengthCue, ...]:
    """The cues of a sentence on one ladder, in order."""
    return tuple(
        StrengthCue(ladder, int((found.lastgroup or "s0")[1:]), *found.span())
        for found in _PATTERN[ladder].finditer(level(sentence))
    )


def is_far(ladder: Ladder, ours: int, theirs: int) -> bool:
    """Whether two steps are so far apart that they are not each other's paraphrase."""
    return ours - theirs >= _APART[ladder]


_PARTY = (
    r"(?:(?:critics|opponents|plaintiffs|residents|experts|campaigners|union|skeptics|sceptics"
    r"|families|parents|supporters)['’]?s?|(?:\w+ ){0,2}?\w+['’]s?)"
)
_FORETOLD = (
    r"(?:predicted|feared|foretold|forecast|promised|alleged|suspected|warned-of|threatened"
    r"|hypothesi[sz]ed|supposed|claimed|anticipated)"
)
_VIEW = (
    r"(?:harms?|dangers?|risks?|warnings?|predictions?|fears?|allegations?|claims?|accusations?"
    r"|suspicions?|concerns?|case|theor(?:y|ies)|hypothes[ie]s|argument|critics|skeptics|sceptics"
    r"|plaintiffs|doubters|opponents|critique|complaints?)"
)
PROVED = re.compile(
    r"\b(?P<verb>(?:validat|vindicat|corroborat)(?:es|ed)|prov(?:es|ed)|confirm(?:s|ed)|bears? out"
    r"|bore out|borne out|has proven|have proven)"
    rf" (?P<what>(?:the|every|all(?: of)?|all the|what|these|those|their|its|his|her|our|{_PARTY})"
    rf" (?:(?:{_FORETOLD}|worst|original|earlier|early) )*(?:{_VIEW}|{_FORETOLD} \w+)"
    r"|what (?:[\w'’]+ ){1,4}?(?:had |have )?(?:warned|feared|predicted|foretold|suspected)"
    r"|(?:the |its )?(?:critics|opponents|plaintiffs|residents|skeptics|sceptics|union"
    r"|families)"
    r"(?: (?:had |have )?(?:warned|feared|predicted|said|claimed|alleged)(?: (?:of|about))?"
    r"| (?:\w+ )?right)?)(?!\w)",
    re.IGNORECASE,
)
"""Says that a view, a fear or a forecast has come out true: `validates the predicted harm`."""
