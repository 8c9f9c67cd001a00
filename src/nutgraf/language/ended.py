"""Verbs that say that a thing is over, and words that say that it goes on again.

Gathered by hand along Levin's classes 55.4 (stop, end, cancel) and 10.5 with the verbs of court
and business reporting; each with what is over: what is done to (`blocked the plan`) or who does it
(`the permit expired`).
"""

from __future__ import annotations

import re

from nutgraf.language.stems import stem

_DONE_TO = """
block halt suspend cancel scrap repeal revoke void overturn discontinue end stop freeze pause shelve
abandon drop withdraw terminate abolish dissolve shut close dismantle disband rescind nullify strike
invalidate annul quash reverse lift sell demolish destroy fire oust dismiss sack remove replace kill
recall axe settle disconnect eliminate ground
"""
_DONE_BY = """
expire lapse end close collapse die resign retire quit fold disband cease dissolve shut step
"""
_BY_WHO = """
resign retire quit die fire oust dismiss sack remove replace kill step
"""
DONE_TO = frozenset(map(stem, _DONE_TO.split()))
DONE_BY = frozenset(map(stem, _DONE_BY.split()))
OF_PEOPLE = frozenset(map(stem, _BY_WHO.split()))
"""Those that end what a person is, not what a person says."""
PEOPLE_ONLY = frozenset(map(stem, ["resign", "retire"]))
"""Those of them that nothing but a person does."""
STOPS_DOING = frozenset(map(stem, ["stop", "cease"]))
"""Those that somebody does who is told to do it no more: `stopped running`."""
PHRASAL = frozenset([stem("step")])
"""Those that need `down` or `aside`."""
ALL = DONE_TO | DONE_BY

# Before the verb: it has not happened, or not surely.
NOT_YET = re.compile(
    r"\b(?:will|would|may|might|could|can|should|to|if|unless|until|whether|not|never|no|nearly"
    r"|almost|asks?|asked|asking|sought|seek(?:s|ing)?|wants?|threaten\w*|plans?|planned|propos\w+"
    r"|refus\w+|fail\w*|tried|trying|urg\w+|call(?:s|ed|ing)? (?:for|on)|before|without"
    r"|avoid\w*)\b|n[’']t\b",
    re.IGNORECASE,
)
GOES_ON = re.compile(
    r"\b(?:reinstat\w+|resum\w+|reopen\w*|restor\w+|reviv\w+|revers\w+|stayed|renew\w*|extend\w*"
    r"|again|relaunch\w*|re-?hired)\b",
    re.IGNORECASE,
)
# The brief itself says that it is over, or was.
SAID_OVER = re.compile(
    r"\b(?:blocked|halted|suspended|cancell?ed|scrapped|repealed|revoked|overturned|ended|stopped"
    r"|paused|expired|closed|resigned|died|dismissed|fired|ousted|former(?:ly)?|ex-\w+|no longer"
    r"|until|once|used to|late|withdrew|withdrawn|dropped|sold|struck down|shut|before)\b",
    re.IGNORECASE,
)
