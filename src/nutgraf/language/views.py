"""What is somebody's view of things and no plain fact: judgements, forecasts, motives, causes.

Such statements want somebody who answers for them. Gathered by hand from the words that style
books ask reporters to attribute.
"""

from __future__ import annotations

import re

_JUDGED_TEXT = """
safe unsafe safely dangerous illegal illegally unlawful unlawfully unconstitutional unfair unfairly
fair discriminatory wrong wrongly false falsely misleading misled baseless unfounded unnecessary
unneeded necessary essential vital crucial effective ineffective successful unsuccessful
successfully best worst better worse adequate inadequate insufficient reasonable unreasonable
justified unjustified excessive negligent negligence negligently reckless recklessly improper
improperly inappropriate unprecedented historic disastrous harmful beneficial failed failing fails
failure ignored ignoring neglected neglect mishandled deceived concealed retaliated
retaliation retaliating discriminated discrimination violated violates violating
violation abused abusive harassed assaulted defrauded overcharged exploited manipulated
pressured coerced intimidated punished punishing knew unaware knowingly deliberately intentionally
purposely outdated preventable avoidable unavoidable unacceptable acceptable incompetent corrupt
biased flawed reliable unreliable accurate inaccurate fraudulent fraud phony bogus superior
inferior outperforms affordable unaffordable devastating catastrophic blunder
wasteful overdue mistaken safest cleanest strongest
fairest vindicated vindicates meritless frivolous groundless overblown exaggerated
"""
_JUDGED = re.compile(
    rf"\b(?:{'|'.join(_JUDGED_TEXT.split())}|too (?!late to|early to|soon to)\w+)\b", re.IGNORECASE
)
_CAUSED = re.compile(
    r"\b(?:because|caused|causes|causing|led to|leads to|leading to|due to"
    r"|result(?:ed|s|ing)? (?:in|from)|as a result|blamed|thanks to|triggered|drove|driven by"
    r"|stemmed from|to blame|responsible for|reasons? (?:for|why)"
    r"|in order to|in retaliation|in response to|so as to|after years of)\b",
    re.IGNORECASE,
)
_COMES_OF_IT = (
    r"(?:\w+ly |also |not |never )?(?:create|cut|save|boost|reduce|lower|raise|improve|help|hurt"
    r"|harm|lead|cause|increase|decrease|grow|generate|bring|make|protect|prevent|strengthen|weaken"
    r"|destroy|kill|force|solve|fix|ease|worsen|benefit|drive|speed|double|triple|pay"
    r"|undermine|threaten|endanger|mean|push|fall|rise|slow|recover|survive|deter|attract|ruin"
    r"|devastate|wipe|crush|cripple|bankrupt|overwhelm|transform|revive|rescue|disrupt|delay|displace|flood|collapse|default)\b"
)
_FORECAST = re.compile(
    rf"\b(?:will|won['’]t|is going to|are going to|is set to|are set to) {_COMES_OF_IT}",
    re.IGNORECASE,
)
_OWN_PRAISE = re.compile(
    r"\b(?:fixed|resolved|corrected|addressed|remedied|compl(?:ied|ies|ying)|cooperat\w+"
    r"|followed|met (?:all|every|its|the)|secure[ds]?|contained|unaware|swiftly|promptly"
    r"|in line with|in accordance|unaffected|on track|on schedule"
    r"|fully|according to (?:its|the) rules|repaid|paid in full|strong"
    r"|robust|proven|guaranteed?s?|committed)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|neither|nor|without|denied|denies)\b|n['’]t\b",
    re.IGNORECASE,
)

_SCHEDULED = re.compile(
    r"\b(?:begins?|starts?|opens?|closes?|resumes?|meets?|votes?|held|scheduled|due|set for|hearing"
    r"|appear(?:s|ed)?|arraigned)\b",
    re.IGNORECASE,
)


def is_judged(text: str) -> bool:
    """Whether a statement judges: right, wrong, safe, needed, meant to."""
    return _JUDGED.search(text) is not None


def tells_cause(text: str) -> bool:
    """Whether a statement says why a thing is so."""
    return _CAUSED.search(text) is not None


def is_forecast(text: str) -> bool:
    """Whether a statement says what will come of a thing."""
    return _FORECAST.search(text) is not None


def is_praise(text: str) -> bool:
    """Whether a statement says how well somebody did; a party says so of itself gladly."""
    return _OWN_PRAISE.search(text) is not None


def is_denial(text: str) -> bool:
    """Whether a statement says that something is not so."""
    return _DENIED.search(text) is not None


def is_scheduled(text: str) -> bool:
    """Whether a statement says when something takes place."""
    return _SCHEDULED.search(text) is not None
