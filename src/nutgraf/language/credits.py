"""Whom a news text credits with what it tells: `(AP)`, `told Reuters`, `the Post reported`.

The forms are those in which English-language newsrooms credit each other: datelines, bylines,
taglines (`The Associated Press contributed to this report`), and the attribution of a statement
to the outlet that got it. Gathered by hand for this project.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from nutgraf.language import furniture, outlet_mentions
from nutgraf.language.marks import pieces
from nutgraf.language.outlet_mentions import Mention
from nutgraf.language.outlets import Outlet

How = Literal["whole", "first", "part"]


@dataclass(frozen=True, slots=True)
class Credit:
    """`text[start:end]` names an outlet that is credited, with the words that do so.

    `whole`: with the article (dateline, byline, tagline). `first`: with having told it first.
    `part`: with what the words around it say.
    """

    outlet: Outlet
    start: int
    end: int
    how: How


_ADVERB = r"(?:\w+ly |also |first |earlier |later |then )"
_BEFORE_PART = re.compile(
    r"(?:\b(?:tell(?:s|ing)?|told|informed|e-?mailed|texted)(?: reporters (?:from|at|with|for))?"
    r"|\b(?:interviews?|calls?|conversations?|statements?|e-?mails?|texts?|messages?|letters?"
    r"|responses?|remarks|comments?|notes?|op-ed)(?: \w+day)? (?:with|to|for|from|by|in|on|sent to"
    r"|provided to|shared with|given to|issued to)"
    r"|\b(?:speak(?:s|ing)?|spoke|talk(?:ed|ing|s)|confirm(?:s|ed|ing)|said|say(?:s|ing)|disclosed"
    r"|admitted|denied|described)(?: \w+ly)? (?:to|with|on)"
    r"|\baccording to(?: (?:an?|the|two|several)(?: [\w-]+){0,3}"
    r" (?:by|in|from|of|seen by|reviewed by|obtained by|published by))?"
    r"|\b(?:reported|published|revealed|broken|disclosed|obtained|reviewed|seen|heard|compiled"
    r"|contacted|interviewed|quoted|cited|conducted|gathered|viewed|verified|documented)"
    r"(?: \w+ly| earlier| first| on \w+| last \w+){0,2} (?:by|in)"
    r"|\b(?:per|via|citing|credits?:)"
    r"|\b(?:report|story|article|investigation|analysis|dispatch|account|tally|poll|review|data)s?"
    r"(?: published| released)?(?: \w+day)? (?:by|in|from|on)"
    r"|\b(?:comment|talk|speak|respond|reply|confirm)(?: \w+ly)? (?:to|with|from|by))"
    r"(?: both)? (?P<list>(?:[\w.&’' -]{2,40}?,? (?:and|or) )?)$"
)
_AFTER_PART = re.compile(
    rf"(?:[’']s?)? ?(?:(?:had|has|have|which|who|was|is|were|separately|previously|exclusively|,"
    rf"|the) ?|{_ADVERB}){{0,3}}"
    r"(?:report(?:s|ed|ing)?|revealed|writes|wrote|broke|learned|obtained|investigation"
    r"|analysis|tally|found|quoted|cited|story|article|interview"
    r"|requests?|questions|inquiries)\b"
)
_AFTER_FIRST = re.compile(
    r"(?:[’']s?)? ?(?:(?:had|has|have|which|was|were|the|,) ?){0,3}"
    r"(?:(?:first|earlier|previously) (?:reported|revealed|disclosed|published)"
    r"|(?:reported|revealed|disclosed)(?: \w+)?(?: the \w+)? (?:first|earlier)"
    r"|first to (?:report|reveal|disclose|publish)|broke (?:the|this) (?:story|news))\b"
)
_BEFORE_FIRST = re.compile(
    r"\b(?:(?:first|earlier|previously) (?:reported|revealed|disclosed|published)|"
    r"(?:reported|revealed|disclosed) (?:first|earlier))(?: \w+day| on \w+)? (?:by|in) $"
)
_AFTER_WHOLE = re.compile(
    r"(?:[’']s?)?,? ?(?:[\w.,&’'() -]{0,60}? )?(?:also )?contributed\b(?! \$| (?:nearly|about))"
)
_BEFORE_WHOLE = re.compile(
    r"(?:\b(?:[Ww]ith|[Aa]dditional) (?:[\w-]+ ){0,2}(?:files?|reporting|reports?|information"
    r"|material|contributions?|wires?)"
    r"(?: from| by)?(?: the)?|\b[Rr]eporting by|\b[Mm]aterial from|\b[Ii]nformation from:?"
    r"|\b(?:appeared|published|ran) (?:in|on|by)|\b[Rr]epublished from"
    r"|\b[Cc]ontribut\w+ (?:from|by)"
    r"|\b[Cc]ourtesy of|\b[Ss]ources?:|(?:©|\([Cc]\)|[Cc]opyright)(?: \d{4})?(?: by)?"
    r"|\breports? from) (?:[\w.&’' -]{2,40}?,? and )?$"
)
_DATELINE = re.compile(r"^[^\n(]{0,60}\($")
_DASH = re.compile(r"\)\s*(?:—|–|--?|―)")
# `By Ana Sol and J. Roe, Reuters`, `Associated Press`, `— AFP`: names and nothing else.
_BYLINE = re.compile(
    r"^(?:[Bb][Yy]:? |[—–-]+ ?|[Ff]rom )?(?:(?:[A-Z][\w.’'-]*|and|de|van|von|of)[ ,]{1,2}){0,10}"
    r"(?:[,|/—–] ?|of |for )?$"
)
_BRACKET = re.compile(r"\((?:(?:to|via|from|source:|per) )?$", re.IGNORECASE)
_HEAD = 8  # lines in which a byline may stand
_BACK, _AHEAD = 140, 90  # characters around a name that are read


def read(text: str, known: Iterable[str] = ()) -> tuple[Credit, ...]:
    """The credits of a text, in order; `known` are names of outlets from elsewhere.

    What stands between quotation marks credits nobody. Linear in the text.
    """
    skipped = [(one.outer, one.outer_end) for one in pieces(text)]
    skipped += [
        (one.start, one.end)
        for one in furniture.read(text)
        if one.kind in ("menu", "listing", "promotion", "sharing") or _is_picture(text, one.start)
    ]
    skipped.sort()
    found: list[Credit] = []
    for mention in outlet_mentions.read(text, known):
        at = bisect_right(skipped, (mention.start, len(text))) - 1
        if at >= 0 and mention.start < skipped[at][1]:
            continue
        credit = _credit(text, mention)
        if credit is not None:
            found.append(credit)
    return (*found, *_listed(text, known))


_PICTURE = re.compile(
    r"[^\n]{0,240}?\b(?:photo|photograph|image|picture|getty|video|graphic|illustration|caption)",
    re.IGNORECASE,
)


def _is_picture(text: str, start: int) -> bool:
    return _PICTURE.match(text, start) is not None


def _credit(text: str, mention: Mention) -> Credit | None:
    start, end = mention.start, mention.end
    line = text.rfind("\n", 0, start) + 1
    before = text[max(line, start - _BACK) : start]
    stop = text.find("\n", end)
    after = text[end : min(len(text) if stop < 0 else stop, end + _AHEAD)]
    if _whole(text, line, before, after):
        return Credit(mention.outlet, start, end, "whole")
    behind = _AFTER_FIRST.match(after)
    ahead = _BEFORE_FIRST.search(before)
    how: How = "first" if behind or ahead else "part"
    if how == "part":
        behind, ahead = _AFTER_PART.match(after), _BEFORE_PART.search(before)
    if behind is None and ahead is None:
        bracketed = _BRACKET.search(before) is not None and after[:1] == ")"
        return Credit(mention.outlet, start, end, "part") if bracketed else None
    low = start - len(ahead[0]) if ahead else start
    return Credit(mention.outlet, low, end + (len(behind[0]) if behind else 0), how)


def _whole(text: str, line: int, before: str, after: str) -> bool:
    if _DATELINE.match(before) and _DASH.match(after):
        return True
    if _AFTER_WHOLE.match(after) or _BEFORE_WHOLE.search(before):
        return True
    if after.strip(" .)|") or not _BYLINE.match(before):
        return False
    # A line that is nothing but a name and an outlet: at the head or the very end of the page.
    return text.count("\n", 0, line) < _HEAD or not text[line:].partition("\n")[2].strip()


_SOURCES = re.compile(r"^#* *(?:Sources?|Credits?):? *\n((?:[-*•] [^\n]*\n?)+)", re.MULTILINE)


def _listed(text: str, known: Iterable[str]) -> Iterator[Credit]:
    """The outlets of a list that is headed `Sources`."""
    for found in _SOURCES.finditer(text):
        for mention in outlet_mentions.read(found[1], known):
            low = found.start(1)
            yield Credit(mention.outlet, low + mention.start, low + mention.end, "whole")
