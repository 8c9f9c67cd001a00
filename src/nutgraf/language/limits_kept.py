"""Words by which a sentence of ours keeps a limit of its source: a doubt, a part, a while.

Wider than the words that are looked for in sources: whoever hedges in any way has hedged. Gathered
by hand for this project from briefs that were right.
"""

from __future__ import annotations

import re

from nutgraf.language.pattern_lines import alternatives

_KEPT_HEDGE = r"""
may|might|could|can|would|perhaps|maybe|possibl[ey]|possibilit(?:y|ies)|potential(?:ly)?|probabl[ey]
likely|unlikely|likelihood|apparent(?:ly)?|appear(?:s|ed)?|seem(?:s|ed)?|seemingly|reported(?:ly)?
believ\w+|thought|think(?:s|ing)?|understood|suspect\w*|presum\w+|suppos\w+|assum\w+|purport\w*
alleg\w+|accus\w+|claim\w*|rumou?r\w*|fear(?:s|ed)?|expect\w*|anticipat\w+|forecasts?|predict\w*
project(?:s|ed|ions?)|estimat\w+|suggest\w*|indicat\w+|hints?|signs?|hop(?:e[sd]?|ing|efully)
plan(?:s|ned|ning)?|intend\w*|aim(?:s|ed|ing)?|propos\w+|seek(?:s|ing)?|sought|consider(?:s|ed|ing)
weigh(?:s|ed|ing)|due to|set to|scheduled|poised|tentative(?:ly)?|risk\w*|threat\w*|danger|chances?
odds|prospects?|whether|if|unless|unclear|uncertain\w*|unknown|unconfirmed|unverified|question\w*
doubt\w*|disput\w+|investigat\w+|examin\w+|look(?:s|ed|ing)? (?:like|into|as)|preliminary|early
initial(?:ly)?|provisional|unofficial|so far|about to|in talks|warn\w*|should|one of|as many as
cautio\w+|theor(?:y|ies)|hypothes[ie]s|ask(?:s|ed|ing)?|according|said|says|say|told|argu\w+
contend\w*|maintain\w*|insist\w*|view(?:s|ed)?|opinion|try|tr(?:ies|ied|ying)|want(?:s|ed)?
"""
KEPT_HEDGE = re.compile(rf"\b(?:{alternatives(_KEPT_HEDGE)})\b|\?", re.IGNORECASE)
"""Words by which a sentence says that a thing is not sure, or is somebody's word for it."""
_KEPT_TIME = r"""
temporar(?:y|ily)|preliminar(?:y|ily)|provisional(?:ly)?|interim|for now|for the time being|pending
paus(?:e[sd]?|ing)|suspen(?:d(?:s|ed|ing)?|sions?)|on hold|stay(?:s|ed)?|until|while|injunctions?
brief(?:ly)?|tentative(?:ly)?|conditional(?:ly)?|short-term|restraining|moratorium|on appeal|trial
delay(?:s|ed)?|postpon\w+|for (?:\w+ ){0,2}(?:days?|weeks?|months?|hours?|years?)|emergency|\d+-day
"""
KEPT_TIME = re.compile(rf"\b(?:{alternatives(_KEPT_TIME)})\b", re.IGNORECASE)
"""Words by which a sentence says that a thing is for a while."""
_KEPT_PART = r"""
some|several|few|many|most(?:ly)?|part(?:s|ly|ial|ially)?|portions?|sections?|half|third|quarter
two-thirds|majority|minority|number of|handful|certain|various|dozens|hundreds|thousands|at least
among|a couple|limited|select(?:ed|ively)?|only|nearly|almost|largely|mainly|mixed|divided|split
others|much|bulk|elements|areas|places|fraction|share|percent|up to|as many as|more than|fewer than
less than|members of|lawmakers|in some cases|in principle|informally|somewhat|extent
help(?:s|ed|ing)? to|contribut\w+|group of|generally|often|typically|one of|two of|three of|four of
"""
KEPT_PART = re.compile(rf"\b(?:{alternatives(_KEPT_PART)})\b|%", re.IGNORECASE)
"""Words by which a sentence says that it is of a part."""
COUNTED = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a|an|another"
    r"|other|more)\b)[^.;:]{0,24}$",
    re.IGNORECASE,
)
"""A number, or `a`, that stands right before a word."""
WHOLE = re.compile(
    r"\b(?:the|its|their|his|her|our|all|every|each|both|these|those|whole|entire|\w+['’]s?)"
    r"(?: \w+){0,2}? $",
    re.IGNORECASE,
)
"""What stands right before a word by which all of it is meant."""
