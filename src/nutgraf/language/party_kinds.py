"""Who takes a side: what kind of party says a thing, by the words that describe it.

Some take a side (a union, a lawyer), some have an interest in what they say (residents, a party, a
company that speaks of itself), some make public what it is their office to establish (police, an
agency, a court), and some look into things (researchers). Gathered by hand from how news reports
describe those they quote.
"""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal[
    "partisan", "interested", "company", "official", "research", "paper", "outlet", "person"
]

_PARTISAN = re.compile(
    r"\b(?:unions?|critics?|activists?|advocates?|advocacy|campaigners?|campaign|lawyers?|attorneys?"
    r"(?! general)|counsel|barrister|solicitor|plaintiffs?|lawsuits?|suits?|complaints?|opposition"
    r"|opponents?|rivals?|accusers?|petition|claimants?|protesters?|demonstrators?|organi[sz]ers"
    r"|whistle-?blowers?|rebels?|insurgents?|complainants?|defendants?|indictment|prosecutors?"
    r"|business agent|environmentalists?|lobby(?:ists?)?|militants?|militia|hamas|separatists?"
    r"|local \d+)\b",
    re.IGNORECASE,
)
_INTERESTED = re.compile(
    r"\b(?:non-?profits?|famil(?:y|ies)|relatives?|parents|tenants?|residents?|neighbou?rs?|workers"
    r"|strikers|victims?|survivors?|shareholders?|investors?|supporters?|trade (?:group|body)"
    r"|industry (?:group|body)|chamber of commerce|federation|association|alliance|coalition"
    r"|republicans?|democrats?|labou?r|tor(?:y|ies)|conservatives?|liberals?|greens|senators?"
    r"|sen\.|rep\.|congress(?:man|woman|men)|lawmakers?|councilman|councilwoman|councill?ors?|mps?"
    r"|candidate|watchdog|farmers?|landlords?|charit(?:y|ies)|foundation|think tank|patients?"
    r"|customers?|fans|players|strategist|former (?:manager|employee|executive|official))\b",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"\b(?:compan(?:y|ies)|firms?|makers?|manufacturers?|operators?|airlines?|railways?|railroad"
    r"|retailers?|developers?|utility|contractors?|suppliers?|carriers?|drug-?makers?|auto-?makers?"
    r"|car-?makers?|chip-?makers?|start-?ups?|chief executive|ceo|cfo|founders?|co-?founders?"
    r"|owners?|managers?|management|executives?|inc|corp|ltd|plc|llc|group|club|team|brand|chain|platform"
    r"|builder|producer|distributor|publisher of|studio|chairm[ae]n|chairwoman|bank|lender|insurer"
    r"|hospital|university|school|college|museum|diocese|church|spokes(?:man|woman|person|people)"
    r"|spokesm[ae]n|statement|press release)\b",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"\b(?:police|officers?|sheriff|coroner|medical examiner|fire (?:chief|department|officials)"
    r"|firefighters|officials?|authorit(?:y|ies)|agency|agencies|bureau|ministr(?:y|ies)|department"
    r"|commission(?:ers?)?|coast guard|army|navy|military|government|ministers?|secretary|mayor"
    r"|governor|president|prime minister|chancellor|courts?|judges?|justices?|tribunal|jury"
    r"|attorney general|regulators?|inspectors?|inspectorate|investigators?|administration|council"
    r"|county|city|state|board|emergency services|weather service|central bank|statistics|census"
    r"|(?:health|park|forest|prison|border|postal) service|monitor"
    r"|united nations|u\.?n\.?|who|cdc|fda|fbi|ntsb|nhs|eu|imf|nasa|noaa|white house"
    r"|kremlin|pentagon|downing street|embassy|police chief|chief of police|superintendent"
    r"|director-general|ombudsman|auditor|comptroller|election officials|clerk)\b",
    re.IGNORECASE,
)
_RESEARCH = re.compile(
    r"\b(?:researchers?|scientists?|stud(?:y|ies)|analys(?:is|es|ts?)|economists?|professors?"
    r"|experts?|historians?|academics?|engineers?|surveys?|polls?|trial|paper|report|review|doctors?"
    r"|forecasters?|meteorologists?|epidemiologists?|scholars?|model(?:s|ling)?|institute|consultants?)\b",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\b(?:records?|documents?|filings?|accounts|data|figures|declaration|affidavit|ruling|order"
    r"|letter|memo|e-?mails?|transcripts?|minutes|contract|court papers?|slides?|log|logs"
    r"|statistics|timetable|website|video|footage|audit)\b",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    r"\b(?:post|times|journal|herald|tribune|guardian|news|press|reuters|bloomberg|cnn|nbc|abc|cbs"
    r"|bbc|npr|axios|politico|ap|afp|outlets?|newspapers?|magazine|broadcaster|media|telegraph"
    r"|gazette|chronicle|courier|reports?)$",
    re.IGNORECASE,
)

_OF_A_PLACE = re.compile(
    r"\b(?:city|county|state|town|district|government)(?:['’]s)? (?:attorney|lawyer|counsel)"
    r"|\b(?:u\.s\.|district|state|county) attorney\b",
    re.IGNORECASE,
)


def kind_of(party: str, described: str = "") -> Kind:
    """The kind of a party, by its own words, and then by those that describe it elsewhere."""
    own = " ".join(party.split()).strip(" ,")
    if _OUTLET.search(own) and not _PARTISAN.search(own):
        return "outlet"
    if _OF_A_PLACE.search(own):
        return "official"
    for text in (own, described):
        if not text:
            continue
        if _PARTISAN.search(text):
            return "partisan"
        if _INTERESTED.search(text):
            return "interested"
        if re.search(r"\bspokes|\bstatement", text, re.IGNORECASE) and _OFFICIAL.search(text):
            return "official"
        for kind, pattern in _IN_ORDER:
            if pattern.search(text):
                return kind
    return "person"


_IN_ORDER: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("paper", _PAPER),
    ("official", _OFFICIAL),
    ("research", _RESEARCH),
    ("company", _COMPANY),
)
