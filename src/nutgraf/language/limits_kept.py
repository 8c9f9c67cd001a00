"""Words by which a sentence of ours keeps a limit of its source: a doubt, a part, a while.

Wider than the words that are looked for in sources: whoever hedges in any way has hedged. Gathered
by hand for this project from briefs that were right.
"""

from __future__ import annotations

import re

from nutgraf.language.initials import by_initial
from nutgraf.language.pattern_lines import alternatives

_KEPT_HEDGE = r"""
may|might|could|can|would|perhaps|maybe|possibl[ey]|possibilit(?:y|ies)|potential(?:ly)?|probabl[ey]
likely|unlikely|likelihood|apparent(?:ly)?|appear(?:s|ed)?|seem(?:s|ed)?|seemingly|reported(?:ly)?
believ\w+|thought|think(?:s|ing)?|understood|suspect\w*|presum\w+|suppos\w+|assum\w+|purport\w*
alleg\w+|accus\w+|claim\w*|rumou?r\w*|fear(?:s|ed)?|expect\w*|anticipat\w+|forecasts?|predict\w*
project(?:s|ed|ions?)|estimat\w+|suggest\w*|indicat\w+|hints?|signs? (?:of|that)|hop(?:e[sd]?|ing)
plan(?:s|ned|ning)? (?:to|for)|intend\w*|aim(?:s|ed|ing)?|propos\w+|seek(?:s|ing)?|sought
consider(?:s|ed|ing)|weigh(?:s|ed|ing)|(?:is|are|was|were) due|set to|scheduled|poised
tentative(?:ly)?
at risk|risks?(?! of)|threat(?:ens?|ened|ening)|chances?|odds|prospects?
whether|if|unless|unclear|uncertain\w*
unknown|unconfirmed|unverified|question(?:s|ed|ing|able)?|doubt\w*|disput\w+|investigating|examining
under investigation|look(?:s|ed|ing)? (?:like|into|as)|preliminary|initial(?:ly)?|provisional
(?:early|initial|interim|first) (?:\w+ )?(?:results?|findings?|figures|data|counts?|tall(?:y|ies)
    |returns|estimates?|tests?|reports?|signs|indications|assessments?|analys[ie]s|evidence|reviews?)
unofficial(?:ly)?|so far|about to|in talks|warn\w*|should
not (?:yet )?(?:known|clear|confirmed|sure)
cautio\w+|theor(?:y|ies)|hypothes[ie]s|ask(?:s|ed|ing)?|according|said|says|say|told|argu\w+
contend\w*|maintain\w*|insist\w*|link(?:s|ed|ing)?|tied
view(?:s|ed)?|opinion|try|tr(?:ies|ied|ying)|want(?:s|ed)?
"""
KEPT_HEDGE = re.compile(rf"\b(?:{by_initial(alternatives(_KEPT_HEDGE))})\b|\?", re.IGNORECASE)
"""Words by which a sentence says that a thing is not sure, or is somebody's word for it."""
DOUBTED_BEFORE = re.compile(
    r"\b(?:may|might|could|perhaps|maybe|possibl\w+|probabl[ey]|likely|unlikely|apparent\w*|believ\w+"
    r"|suspect\w*|thought|unclear|uncertain\w*|unconfirmed"
    r"|not (?:yet )?(?:known|clear|confirmed|sure)"
    r"|preliminary|early (?:results|figures|findings)|theor(?:y|ies)|suggest\w*|alleg\w+|reportedly"
    r"|whether|how|why)\b|\?",
    re.IGNORECASE,
)
"""Words of the sentence before by which a doubt holds for the next one, too."""
_KEPT_TIME = r"""
temporar(?:y|ily)|preliminar(?:y|ily)|provisional(?:ly)?|interim|for now|for the time being|pending
paus(?:e[sd]?|ing)|suspen(?:d(?:s|ed|ing)?|sions?)|on hold|stay(?:s|ed)?|until|while|injunctions?
brief(?:ly)?|tentative(?:ly)?|conditional(?:ly)?|short-term|restraining|moratorium|on appeal
delay(?:s|ed)?|resum\w+|reopen\w*|reinstat\w+|again|postpon\w+|emergency|\d+-day
for (?:\w+ ){0,2}(?:days?|weeks?|months?|hours?|years?)
"""
KEPT_TIME = re.compile(rf"\b(?:{by_initial(alternatives(_KEPT_TIME))})\b", re.IGNORECASE)
"""Words by which a sentence says that a thing is for a while."""
_KEPT_PART = r"""
some|several|few|many|most(?:ly)?|part(?:s|ly|ial|ially)?|portions?|sections?|half|third|quarter
two-thirds|majority|minority|number of|handful|certain|various|dozens|hundreds|thousands|at least
among|a couple|limited|select(?:ed|ively)?|only|nearly|almost|largely|mainly|mixed|divided|split
others|much|bulk|elements|areas|places|fraction|share|percent|up to|as many as|more than|fewer than
less than|not (?:all|every)|(?<!the )members of|lawmakers|in some cases|in principle|informally
somewhat|extent
help(?:s|ed|ing)? to|contribut\w+|group of|generally|often|typically|one of|two of|three of|four of
one (?:\w+ )?(?:source|reason|factor|cause|way|element|group)
"""
KEPT_PART = re.compile(rf"\b(?:{by_initial(alternatives(_KEPT_PART))})\b|%", re.IGNORECASE)
"""Words by which a sentence says that it is of a part."""
COUNTED = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|another"
    r"|other|more)\b)[^.;:]{0,24}$",
    re.IGNORECASE,
)
"""A number that stands right before a word."""
KEPT_ANSWERED = re.compile(
    r"\b(?:survey\w*|poll(?:s|ed|ing)?|respon\w+|answer\w*|vot(?:ed|ing|ers?)|ballot\w*|asked"
    r"|sampl\w+|those who|participants?|questionnaire|interview\w*|readers|viewers|listeners|panel"
    r"|of (?:the )?\d[\d,]*|tested)\b",
    re.IGNORECASE,
)
"""Words by which a sentence says of whom a share was counted."""
WHICH_OF_OURS = re.compile(
    r"\s(?:who|whose|that|with|without|over|under|aged?|older|younger|born|in|from|of|affected"
    r"|involved|concerned|eligible|earning|making|living|at|on|hit|hurt|like|such|built|made|sold)\b",
    re.IGNORECASE,
)
"""What stands right behind a plural and says which of them are meant."""
WHICH_BEFORE = re.compile(
    r"\b(?:some|those|these|such|eligible|affected|certain|many|most|few|several|older|younger|poor\w*"
    r"|low-income|pregnant|injured|sick|elderly|young)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""What stands right before one and says so."""
WHOLE = re.compile(
    r"\b(?:the|its|their|his|her|our|all|every|each|both|these|those|whole|entire|\w+['’]s?)"
    r"(?: \w+){0,2}? $",
    re.IGNORECASE,
)
"""What stands right before a word by which all of it is meant."""
UNIVERSAL = re.compile(
    r"\b(?:all|every|each|entire|whole|throughout)(?: of)?"
    r"(?: (?:the|its|their|his|her|these|those))?"
    r"(?: [\d,]+)?(?: [\w’'-]+){0,2}? $",
    re.IGNORECASE,
)
"""What stands right before a word by which no part of it is left out, whatever else is said."""
ASKED = re.compile(r"\W*(?:who|what|when|where|why|how|which|if|whether)\b", re.IGNORECASE)
"""What a sentence starts with that tells what is asked."""
