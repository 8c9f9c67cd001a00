"""Whether a page gave only a part of its article, or something else in its place."""

from __future__ import annotations

import re
from typing import Final

# What pages show in place of an article, or under its first paragraphs. Read from the notices of
# subscription systems (Piano, Zephr, Leaky Paywall, Substack), consent managers (the IAB's TCF
# dialogs) and bot checks (Cloudflare, DataDome, PerimeterX); gathered by hand for this project.
_SUBSCRIBE = (
    r"\b(?:subscribe|sign up|register|become a (?:member|subscriber)) (?:now |today )?(?:to|and)"
    r" (?:(?:continue|keep) reading|read (?:the (?:full|rest)|more|this)|unlock"
    r"|get (?:full|unlimited) access)"
    r"|\bthis (?:article|story|post|content) is (?:only )?"
    r"(?:for|available to|reserved for|exclusive to) (?:[\w-]+ ){0,3}(?:subscribers|members)\b"
    r"|\bto (?:continue|keep) reading(?: this \w+)?,? (?:please )?(?:subscribe|log in|sign in"
    r"|register)"
    r"|\byou(?: have|’ve|'ve) (?:reached|used|read) (?:your|all)(?: of your)? (?:[\w-]+ ){0,3}"
    r"(?:free (?:articles?|stories)|limit)"
    r"|\balready a (?:subscriber|member)\? (?:log|sign) in"
)
_LOG_IN = (
    r"^\W*(?:please )?(?:log|sign) in to (?:continue|read|view)\b"
    r"|\byou must be logged in to (?:read|view|see)"
)
_CONSENT = (
    r"\bbefore you continue to\b|\b(?:accept|reject) all cookies\b"
    r"|\bwe(?: and our (?:\d+ )?partners)? (?:value your privacy|use cookies)\b"
)
_SCRIPTS = (
    r"\b(?:please )?(?:enable|turn on|activate) java ?script\b"
    r"|\bjava ?script is (?:disabled|required|not enabled)\b|\byou need to enable javascript\b"
)
_ROBOT = (
    r"\b(?:verify|checking|confirm) (?:that )?you(?:’re| are|'re) (?:a )?(?:human|not a robot)\b"
    r"|\bchecking your browser before\b|\bunusual (?:traffic|activity) from your\b"
    r"|\baccess (?:to this page )?(?:has been )?denied\b|\bcompleting the captcha\b"
)
_WALLS: Final = tuple(
    (why, re.compile(pattern, re.IGNORECASE))
    for why, pattern in (
        ("the page asks for a subscription", _SUBSCRIBE),
        ("the page asks to log in", _LOG_IN),
        ("a consent dialog stands in its place", _CONSENT),
        ("the page wants a browser that runs its scripts", _SCRIPTS),
        ("the site took the request for a robot’s", _ROBOT),
    )
)
_LOST = re.compile(
    r"^\W*(?:(?:error )?404\b|page not found|not found$"
    r"|we can(?:’t|'t|not) find (?:that|the|this) page"
    r"|(?:this|the) (?:page|article) (?:you (?:requested|are looking for) )?(?:could not be found|"
    r"(?:is|was) (?:no longer available|not found)|does(?:n’t|n't| not) exist))",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"(?:^|[\s.…])(?:continue reading|read (?:the )?(?:more|full (?:article|story))|keep reading|"
    r"\[?(?:…|\.\.\.)\]?)\W*$",
    re.IGNORECASE,
)
_SHORT = 150  # words: with more of them, a notice is one of the page's and not its end
_A_TEASER = 400


def why_cut_off(
    body: str, around: str, *, is_free: bool = True, title: str | None = None
) -> str | None:
    """A few words on why `body` is probably not all of the article, or None.

    `around` is the text of the page around it; `is_free` what the page says of itself.
    """
    words = len(body.split())
    if words < _SHORT and _LOST.search(title or body[:200]):
        return "the page says that it was not found"
    if not words:
        wall = _wall(around)
        return wall or "no article was found on it"
    wall = _wall(body[-1_500:])
    if wall is None and words < _A_TEASER and (words < _SHORT or not is_free):
        wall = _wall(around)
    if wall is not None and (words < _A_TEASER or _wall(_last(body))):
        return wall
    if words < _SHORT and not is_free:
        return "the page says that it is for subscribers"
    if words < _A_TEASER and _MORE.search(_last(body)) and (words < _SHORT or not is_free):
        return "its text breaks off with an invitation to read on"
    return None


def _wall(text: str) -> str | None:
    return next((why for why, pattern in _WALLS if pattern.search(text)), None)


def _last(body: str) -> str:
    return body.rstrip().rpartition("\n\n")[2]
