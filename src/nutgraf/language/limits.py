"""Words that limit what is said: a quotation cut by one of them can say another thing.

Conditions, negations, hedges and words of scope, gathered by hand; hedges after Hyland's lists
of epistemic modality (Hedging in Scientific Research Articles, 1998), cut to what speech in news
uses. All in small letters; phrases with single spaces.
"""

from __future__ import annotations

from typing import Literal

Limit = Literal["condition", "negation", "hedge", "scope"]

_CONDITION = """
if unless until provided assuming whether except when once depending otherwise
"""
_NEGATION = """
not no never neither nor nobody nothing none nowhere cannot can't won't don't doesn't didn't isn't
aren't wasn't weren't hasn't haven't hadn't wouldn't couldn't shouldn't mustn't ain't without
hardly scarcely barely
"""
_HEDGE = """
may might could would should perhaps possibly probably likely unlikely potentially apparently
reportedly allegedly seemingly seems seem seemed appears appear appeared suggests suggest
suggested believe believed think thought maybe presumably arguably somewhat
"""
_SCOPE = """
some few several many most part partly partially mostly mainly largely sometimes often usually
generally only just almost nearly temporarily currently so-called least
"""

LIMITS: dict[str, Limit] = {
    **dict.fromkeys(_SCOPE.split(), "scope"),
    **dict.fromkeys(_HEDGE.split(), "hedge"),
    **dict.fromkeys(_NEGATION.split(), "negation"),
    **dict.fromkeys(_CONDITION.split(), "condition"),
}
"""What each word does to the statement it stands in."""
