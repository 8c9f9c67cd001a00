"""The steps that a case takes through the law, and the words for wrongs, as patterns.

The steps follow the glossaries of the federal courts of the United States, of the Crown
Prosecution Service and of Justia; the words for wrongs the chapters on defamation of the handbooks
of media law (McNae's Essential Law for Journalists, the media law chapter of the AP Stylebook):
what may not be told of somebody as a fact before it is found. Gathered by hand.
"""

from __future__ import annotations

import re
from enum import IntEnum

from nutgraf.language.initials import by_initial
from nutgraf.language.pattern_lines import alternatives


class Rung(IntEnum):
    """How far a case has come; each step is more than those before it."""

    DOUBTED = 0
    INVESTIGATED = 1
    ACCUSED = 2
    ARRESTED = 3
    CHARGED = 4
    TRIED = 5
    FOUND = 6
    CONVICTED = 7
    SENTENCED = 8
    ADMITTED = 9


_COURTS = """
(?:(?:supreme|appeals?|high|federal|district|county|lower|trial) )?(?:courts?|judges?)
magistrates?|justices|tribunals?|panels?|arbitrators?
jur(?:y|ies|ors?)
"""
_EXAMINERS = """
audit(?:s|ors?)?|inspectors?(?: general)?|investigat(?:ion|ions|ors?)|ombudsm[ae]n
(?:inquir|enquir)(?:y|ies)
regulators?|watchdogs?|commissions?(?:ers?)?|boards?|committees?|agenc(?:y|ies)
reviews?|reports?|rulings?|orders?|decisions?|opinions?
"""
_COURT = alternatives(_COURTS)
_BODY = f"{_COURT}|{alternatives(_EXAMINERS)}"
# Words between a body and what it did; none of them begins something else.
_BETWEEN = r"(?: (?!(?:to|asked|suit|whether|if|that|and|but)\b)[\w'’-]+)"
_FOUND = (
    "(?:found|finds|ruled|rules|held|concluded|concludes|determined|determines|declared|decided"
    "|agreed)"
)
_SAID = "(?:said|saying|wrote|writing|called|calling)"
_UNLAWFUL = (
    "(?:in (?:breach|violation|contempt)|illegal|unlawful|unconstitutional|negligent|at fault"
    "|responsible|violated|broken|breached|broke)"
)
_ACCUSERS = "(?:prosecutors|police|detectives|investigators|officials|authorities)"
_CHARGES_MONEY = (
    r"(?! (?:\$|£|€|\d|(?:a|an|up|more|less|extra|about|as much|customers|users|drivers|for|at|per"
    r"|rent|interest|fees?|double|into|toward|through|ahead)\b))"
)
_STEPS: dict[Rung, str] = {
    Rung.DOUBTED: r"""
(?:apparent|potential|possible|suspected|likely|probable|purported|supposed)(?:ly)?
possibly|reportedly|believed to have|thought to have
""",
    Rung.INVESTIGATED: r"""
(?:(?:being|is|was|were|are) )?investigat(?:ed|es|ing)
under investigation
(?:(?:an?|the|criminal|federal|police) )*(?:investigations?|inquir(?:y|ies)|probes?) (?:into|of|by)
suspect(?:s|ed)?(?: of)?
person of interest
(?:was|were|been) questioned
wanted (?:for|over|on)
""",
    Rung.ACCUSED: rf"""
(?:(?:stand|stands|stood) )?accus(?:e|es|ed|ing|ations?)(?: of)?
alleg(?:e|es|ed|edly|ing|ations?)
su(?:e|es|ed|ing)
(?:law)?suits?
complaints?
plaintiffs?
legal action
claim(?:s|ed|ing)? (?:that|for damages|it|he|she|they)
{_ACCUSERS} (?:(?:also|had|have) )?(?:say|said|believed?|contend|contended|argued?)
according to (?:(?:the|an?|court|charging|federal) )*
    (?:indictment|complaint|lawsuit|suit|prosecutors|police|affidavit|charges|filings?|documents?)
""",
    Rung.ARRESTED: r"""
arrest(?:ed|s)?
(?:taken|took (?:\w+ ){1,3}?)(?: )?into custody
in custody
(?:been|was|were|is|are) (?:(?:being|still) )?(?:detained|held)
""",
    Rung.CHARGED: rf"""
(?:(?:criminally|formally|federally|also) )?charged{_CHARGES_MONEY}
charging (?:him|her|them|it|[A-Z]\w+)(?: [A-Z]\w+)* with
(?:br(?:ings?|ought|inging)|fil(?:e|ed|ing)|la(?:id|y|ying)|press(?:ed|es|ing)?|announc(?:ed|es|ing)
    |unseal(?:ed|ing)) (?:\w+ ){{0,4}}?charges
charges (?:were|was|have been|has been|had been|are|against|of|over|that|include)
(?:\w+ )?charge of
(?:the|these|those|all|criminal|felony|civil|such) charges
indict(?:ed|s|ments?|ing)?
arraign(?:ed|ment)
prosecuted
fac(?:es|e|ed|ing) (?:\w+ ){{0,5}}?(?:charges|counts?)
(?:pleaded|plead|pleads|pled|pleading) not guilty
not guilty pleas?
""",
    Rung.TRIED: r"""
(?:on|stand|stands|stood|standing|for|to) trial
trial (?:began|opened|starts|started|begins|opens|of)
(?:was|were|being|been) tried(?: for)?
""",
    Rung.FOUND: rf"""
(?:{_BODY}){_BETWEEN}{{0,7}}? {_FOUND}
(?:{_COURT}){_BETWEEN}{{0,16}}?,? {_SAID}
(?:found|held|held to be|is|was|were|are) (?:\w+ly )?liable
(?:found|ruled|held|declared|deemed) (?:to (?:be|have) )?(?:\w+ly )?{_UNLAWFUL}
rul(?:ed|es|ings?) (?:\w+ )?
    (?:that|against|in (?:favou?r|their|his|her|its)|illegal|unlawful|unconstitutional)
findings?(?: of| that)?
(?:find|found|finds) (?:that|no|any|evidence)
verdict (?:against|for|in)
fined|fining
struck (?:(?:it|them) )?down
los(?:t|es) (?:the|its|his|her|their|a) (?:\w+ )?(?:case|suit|lawsuit|appeal)
w[io]ns? (?:the|its|his|her|their|a) (?:\w+ )?(?:case|suit|lawsuit|appeal)
""",
    Rung.CONVICTED: r"""
convict(?:ed|s|ing)
convictions? (?:for|of|on|in|over|was|were|came|is)
['’]s? (?:\w+ )?convictions?
found (?:\w+ )?guilty
guilty verdicts?
verdicts? of guilty
(?:is|was|were|are) guilty(?: of)?
""",
    Rung.SENTENCED: r"""
sentenced
sentences? (?:of|to|was|is|has)
(?:jail|prison) (?:terms?|sentences?)
jailed
imprisoned
(?:sent|going|gone|went|sends) to (?:prison|jail)
(?:got|given|received|receives|handed|gets|serving|served|serve|began) (?:\w+[ -]){0,4}?
    (?:years?|months|life|sentences?|terms?)(?= (?:in|behind|for|of|on)\b)
""",
    Rung.ADMITTED: r"""
(?:plead(?:ed|s|ing)?|pled|enter(?:ed|s|ing) (?:a )?pleas? of) guilty
guilty pleas?
admi(?:t|ts|tted|tting|ssions?)
acknowledg(?:e|es|ed|ing|e?ments?)
conced(?:e|es|ed|ing)|concessions?
confess(?:ed|es|ing|ions?)?
own(?:ed|s)? up(?: to)?
accept(?:ed|s)? (?:\w+ )?(?:responsibility|blame|guilt|liability)
""",
}
# Wrongs of one class may be called by each other's names; `any` fits them all.
_WRONGS: dict[str, str] = {
    "any": r"""
violat(?:e|es|ed|ing|ions?)
br(?:oke|oken|eaks?|eaking) (?:\w+ ){0,4}?(?:laws?|rules?|contracts?|embargo)
(?:laws?|rules?) (?:had been|has been|have been|was|were|being) broken
breach(?:es|ed|ing)?
illegal(?:ly|ity)?|unlawful(?:ly)?|unconstitutional(?:ly)?
crim(?:es?|inal(?:ly|s)?)
guilt(?:y)?
wrongdoing|misconduct|malpractice
liab(?:le|ility)
conspir(?:e|es|ed|ing|acy|ators?)
""",
    "violence": r"""
murder(?:s|ed|ing|ers?|ous)?|manslaughter|homicide
kill(?:s|ed|ing|ers?)?
rap(?:ed|es|ing|e|ists?)
(?:sexual(?:ly)? )?(?:assault|abuse|harass|molest|grop)(?:s|es|ed|d|ing|ment|ers?|rs?|ive)?
stab(?:s|bed|bing)?|shot|shoot(?:s|ing|er)?
attack(?:s|ed|ing|ers?)?
arson|poison(?:ed|ing)
""",
    "dishonesty": r"""
(?:de)?fraud(?:s|ed|ing|ulent(?:ly)?|sters?)?
brib(?:es?|ed|ing|ery)|kickbacks?
perjury|nepotism|collusion|collud(?:e|es|ed|ing)
st(?:eal|eals|ealing|ole|olen)|thefts?|thie(?:f|ves)
embezzl(?:e|es|ed|ing|ement|ers?)
launder(?:s|ed|ing)?
l(?:ied|ying)
mis(?:led|lead|leads|leading)|deceiv(?:e|es|ed|ing)|deceit|deception
cheat(?:s|ed|ing|ers?)?
corrupt(?:ion|ly|ed)?
cover(?:ed|ing)?[ -]?ups?(?= )
conceal(?:s|ed|ing|ment)?
falsif(?:y|ies|ied|ying|ication)|forg(?:ed|es|ing|ery)|fabricat(?:ed|es|ing|ion)
extort(?:s|ed|ing|ion)?|blackmail(?:ed|ing)?
misus(?:e|es|ed|ing)|misappropriat(?:ed|es|ing|ion)|misspent|pocket(?:ed|ing)|siphon(?:ed|ing)
evad(?:ed|es|ing)|evasion
rigg(?:ed|ing)|price-fixing|insider trading
overcharg(?:ed|es|ing)
""",
    "harm": r"""
negligen(?:t|ce|tly)|reckless(?:ly|ness)?
dump(?:ed|ing)|pollut(?:ed|ing)
""",
    "work": r"""
discriminat(?:e|es|ed|ing|ion)
retaliat(?:e|es|ed|ing|ion)
underpa(?:id|ys|ying)|exploit(?:ed|ing)
""",
    "state": r"""
espionage|spying|treason
""",
    "goods": r"""
smuggl(?:e|es|ed|ing|ers?)|traffick(?:ed|ing|ers?)
""",
    "court": r"""
tamper(?:ed|ing)|obstruct(?:ed|ing|ion)
""",
    "sport": r"""
dop(?:ed|ing)
""",
    "machines": r"""
hack(?:ed|ing|ers?)?
""",
    "ideas": r"""
infring(?:e|es|ed|ing|ement)|plagiari[sz](?:ed|es|ing|m)|copied|copying
defam(?:ed|ing|ation)|libel(?:ed|led)?|slander(?:ed)?
""",
    "markets": r"""
monopol(?:y|ist|ies|i[sz]ed|i[sz]ing)|cartels?
""",
}
_FAULT = r"""
errors?|mistake(?:s|nly)?|fault|faulty|blame|responsib(?:le|ility)|fail(?:s|ed|ing|ures?)?
wrong(?:ly|ful|fully|s)?|improper(?:ly)?|erroneous(?:ly)?|inadvertent(?:ly)?|lapses?|knew|shortcomings
"""
WRONG = re.compile(
    r"\b(?=[\w'’])(?:"
    + "|".join(
        rf"(?P<{kind}>(?:{by_initial(alternatives(table))})(?!\w))"
        for kind, table in _WRONGS.items()
    )
    + ")",
    re.IGNORECASE,
)
"""What the law punishes or forbids, in whatever form; the group that fits is its class."""
ANY_WRONG = "any"
FAULT = re.compile(rf"\b(?:{alternatives(_FAULT)})(?!\w)", re.IGNORECASE)
"""What somebody may have got wrong without breaking a law."""
STEP = re.compile(
    r"\b(?=[\w'’])(?:"
    + "|".join(
        rf"(?P<{rung.name}>(?:{by_initial(alternatives(table))})(?!\w))"
        for rung, table in reversed(_STEPS.items())
    )
    + ")",
    re.IGNORECASE,
)
"""A step; the highest one that fits at a place."""
# Of what stands behind these, a text says that it is not, or not yet, or asks for it.
_NOT_SO = r"""
not|never|no|nobody|none|neither|nor|without|den(?:y|ies|ied|ying|ial)|\w+n['’]t|cannot
if|whether|unless|can|could|may|might|would|will|should|must|'ll|to|yet to|seek\w*|sought
wants?|wanted|asks?|asked|asking|urg\w+|calls? for|called for|hop\w+|expect\w*|likely|plans?|agreed?
threat\w+|vow\w*|refus\w+|short of|instead of|rather than|acquitted|cleared|avoid\w*|declin\w+
unlikely|potential\w*|possib\w+|risk\w*|demand\w*|rumou?r\w*|unclear
"""
UNREAL = re.compile(
    rf"(?:\b(?:{alternatives(_NOT_SO)})\b)[^,;:.—–()]{{0,40}}$",
    re.IGNORECASE,
)
# What a brief says with these, it does not say of somebody now, or not as so.
OPEN = re.compile(
    r"\b(?:once|before|even|how|what|why|any|who|stopp\w+|pressure|overturn\w*|quash\w*|toss\w*"
    r"|revers\w+|wrong(?:ly|fully)|until|when|until|anyone|everyone|people|those|alleg\w+|claim\w*"
    r"|suspected|reportedly)\b[^,;:.—–()]{0,40}$",
    re.IGNORECASE,
)

_OF_A_DEED = r"""
accused of|charged with|suspected of|charges? of|counts? of|suspicion of|allegations? of
accusations? of
indicted (?:for|on)
charg(?:es|ing|ed) (?:\S+ ){1,6}?with
arrested (?:for|on suspicion of)
fac(?:es?|ing) (?:\w+ ){0,4}?(?:charges|counts) of
"""
_OF_A_WRONG = r"""
accus(?:es|ing|ed) (?:\S+ ){1,6}?of
alleged(?:ly| to have)?
alleg(?:e|es|ing)(?: that)?
(?:allegations?|accusations?|charges) that
(?:prosecutors|plaintiffs|the (?:indictment|complaint|lawsuit|suit|charges|affidavit)) (?:also )?
    (?:says?|said|claims?|claimed|contends?|contended|argues?|argued|believes?|describes?|accuses?)
"""
ACCUSING = re.compile(
    rf"\b(?:(?P<deed>{alternatives(_OF_A_DEED)})|{alternatives(_OF_A_WRONG)})(?!\w)", re.IGNORECASE
)
"""What begins the telling of what somebody is accused of; behind `deed` it follows at once."""
_LABELS = (
    "killer|murderer|fraudster|thief|embezzler|rapist|abuser|attacker|stabber|arsonist|bomber"
    "|smuggler|trafficker|swindler|hacker|forger|cheat|gunman|shooter|perpetrator|culprit|criminal"
    "|felon|scammer|money launderer|spy|predator|molester|paedophile|pedophile|terrorist"
)
LABEL = re.compile(rf"\b(?P<label>{_LABELS})\b", re.IGNORECASE)
"""What somebody is called who has done a wrong."""
