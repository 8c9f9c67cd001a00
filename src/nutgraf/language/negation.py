"""What makes a statement negative, and what only looks so.

Gathered by hand; the verbs that deny what they govern follow Karttunen's implicative verbs
(Language 47, 1971: fail, refuse, avoid, forbear) with those of court and business reporting.
"""

from __future__ import annotations

import re
from typing import Literal

from nutgraf.language.phrase_tables import lines, table

Negative = Literal["not", "verb", "few", "none"]
"""`not` negates what follows, `verb` is a verb that does, `few` almost does, `none` does not."""

_NOT = """
not; n't; never; cannot; neither; nor; without; none; nobody; nothing; nowhere; no one; no-one
not one of; not one; no longer; not yet; no; by no means; in no way; at no time
under no circumstances; none of; isn't; aren't; wasn't; weren't; don't; doesn't; didn't; hasn't
haven't; hadn't; won't; wouldn't; can't; couldn't; shouldn't; mustn't; needn't; mightn't; ain't
shan't
"""
_VERBS = """
failed to; fails to; fail to; failing to; failure to; refused to; refuses to; refuse to
refusing to; declined to; declines to; decline to; declining to; denied; denies; deny; denying
ruled out; rules out; rule out; ruling out; stopped short of; stops short of; stop short of
unable to; unwilling to; reluctant to; lack of; lacks; lacked; lacking; absence of; free of
free from; prevented from; prevent from; barred from; banned from; blocked from; stopped from
kept from; away from; avoided; avoid; avoids; avoiding; far from; instead of; rather than
neglected to; forgot to; unlikely to; incapable of; opposed to; abandoned plans to; dropped plans to
cancelled plans to; canceled plans to; scrapped plans to; rejected claims that
dismissed claims that; has yet to; have yet to; had yet to; yet to; ceased to; ceases to
"""
_FEW = "few; hardly; scarcely; barely; rarely; seldom; little"
_NOT_NEGATIVE = """
not say whether; not say if; not say how; not say when; not say why; not saying whether
n't say whether; n't say if; not know whether; not know if; n't know whether; n't know if
declined to say whether; declined to say if; declines to say whether; refused to say whether
declined to say how; declined to say when; declined to say why; not decided whether
not clear whether; not clear if; not known whether; not known if; not determined whether
not later than; not only; not just; not merely; not simply; not solely; no later than
no more than; no fewer than; no less than; not more than; not less than; no earlier than
no sooner; nothing but; none other than; no doubt; whether or not; or not; not to mention
not least; no matter; if not; can't help but; no wonder; no surprise; not surprisingly; not until
a few; quite a few; a little; not-for-profit; no.; no-fly; no-deal; no-confidence; no confidence
nothing less than; not for profit; last but not least; why not; not long after; not long before
not far from; no mean; not unlike; not uncommon; not unusual; not infrequently; not unreasonable
cannot but; not without; never before; few weeks; few days; few months; few years; few hours
few minutes; past few; last few; next few; first few; every few; nothing short of; little-known
little more than; no small; not alone; not so much; deny access; no 10; few more; avoid jail
a lack of; not guilty plea; no-one else but; not necessarily; ruled out of; rule out of
ruling out of; ruled out after; ruled out for; ruled out with; ruled out through; ruled out until
"""

# `would not say whether it will close` denies the saying, not the closing.
_NOT_TOLD = [
    f"{denial} {verb} {question}"
    for denial in ("not", "n't", "never", "declined to", "declines to", "refused to", "refuses to")
    for verb in ("say", "tell", "know", "disclose", "specify", "reveal")
    for question in ("whether", "if", "when", "how", "why", "what", "who", "where")
]

NEGATIVES = table(
    [
        *((phrase, "none") for phrase in _NOT_TOLD),
        *lines(_NOT_NEGATIVE.replace("a lack of;", "").replace("no. ;", ""), "none"),
        *lines(_VERBS, "verb"),
        *lines(_FEW, "few"),
        *lines(_NOT, "not"),
    ]
)
"""Phrases in small letters; where one begins as another, the longer counts."""

_MAY_DENY = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|hardly|barely|few"
    r"|fewer|less|too|only|zero|unless|until|still|instead|rather than|short of|yet to|free"
    r"|fail\w*|refus\w*|den(?:y|ies|ied|ial)\w*|declin\w*|reject\w*|lack\w*|avoid\w*|prevent\w*"
    r"|stop\w*|halt\w*|block\w*|bar(?:s|red)|ban(?:s|ned)?|forbid\w*|prohibit\w*|cancel\w*|drop\w*"
    r"|clos\w+|end(?:ed|s)?|los(?:t|e|es|ing)|miss(?:ed|ing)|rul\w+ out|withh?\w+|exclud\w+"
    r"|exempt\w*|except\w*|absen\w+|contrary|remain\w*|keep\w*|kept|stay\w*"
    r"|un[a-z]{4,}|dis[a-z]{5,}|in(?:eligible|sufficient|complete|adequate))\b|n['’]t\b",
    re.IGNORECASE,
)


def may_deny(text: str) -> bool:
    """Whether a text has any word by which something may be denied, plainly or in its own way.

    Wide on purpose: `the road stays shut` tells that it did not open.
    """
    return _MAY_DENY.search(text) is not None


_UNTIL = re.compile(r"[^.;:]{0,80}?\b(?:until|till|before)\b")


def is_not_until(passage: str, at: int) -> bool:
    """Whether a negation that ends at an offset is one of time: `did not open until May`.

    It opened, in May.
    """
    return _UNTIL.match(passage, at) is not None


_LAST = re.compile(r"\b(?:last|latest|most recent(?:ly)?)\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)


def is_the_last(said: str, passage: str) -> bool:
    """Whether the one tells the last time, and the other that it has not been since.

    `It last sat in May` says what `it has not sat since May` says.
    """
    return bool(_LAST.search(said) and _SINCE.search(passage))
