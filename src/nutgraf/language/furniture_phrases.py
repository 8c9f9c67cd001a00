"""How the lines of a page begin that are no part of its article, one pattern a line.

Gathered by hand from the page furniture of English-language news sites; matched from the start
of a line, in any case. `$` asks that nothing follows.
"""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal["menu", "listing", "promotion", "sharing", "credit", "notice"]

_PROMOTION = r"""
advertise?ments?\s*:?$
advertise?ment\b.{0,20}$
sponsored(?: content| by\b.*)?$
promoted$
(?:click|tap) here (?:to|for)\b
sign up (?:for|to|here|now|today)\b
subscribe (?:to|now|today|here|for)\b
(?:get|receive) (?:the |our |latest |breaking |top |daily ){0,3}(?:news|stories)\b.{0,40}\binbox
(?:get|receive|want) (?:our |the latest )?updates\b.{0,40}\b(?:inbox|email|newsletter|app|phone)
(?:read|see|watch|listen)(?: more| also| next| now)?\s*[:>|»]
read (?:more|also|next)\b
(?:also|further) reading:?$
related(?: articles?| stories| content| topics| links| coverage| news)?\s*:?$
more (?:from|on|in|stories)\b.{0,40}$
(?:new )?you can now listen to\b
you may also (?:like|enjoy|be interested)\b
got (?:an? )?(?:story|news|tip|updates?)\b.{0,40}\?
submit your\b
(?:have|do you have) (?:a |you got a )?(?:story|tip|question)\b.{0,40}\?$
recommended (?:for you|stories|reading|videos)\b
most (?:read|popular|viewed|watched)$
trending(?: now)?\s*:?$
editors?['’]?s? picks?$
top stories$
don't miss\b.{0,60}$
scroll down for (?:videos?|photos|more)$
continue reading\b
(?:story|article) continues (?:below|after)\b
skip (?:to|past)\b
join (?:our|the conversation)\b.{0,60}$
download (?:our|the)\b.{0,40}\bapp\b
register (?:now )?for free\b
(?:support|donate to) (?:our|quality|independent|local) (?:journalism|news|reporting)\b
become a (?:member|subscriber)\b
(?:log|sign) ?in\b.{0,60}$
create (?:an|your) (?:free )?account\b
start your free trial\b
this article is more than \d+ (?:years?|months?) old
listen to (?:this article|the article|this story)\b
take part in our\b
(?:view|read|leave|post|add)?(?: all| a| your)?\s?comments?(?: \(\d+\))?$
\d+ ?-?(?:min|minute)s? (?:read|listen)$
(?:watch|listen) live\b.{0,40}$
(?:next|previous) (?:story|article|post)\b.{0,60}$
back to top$
this video (?:can not|cannot|is no longer|is not)\b.{0,80}
"""
_SHARING = r"""
share (?:this|on|via|with us|the|article|story)\b.{0,160}$
share$
copy (?:this )?link\b
(?:tweet|pin|print|email|whatsapp|facebook|twitter|linkedin|reddit)$
follow (?:us|@|our|the author)\b.{0,80}$
like us on\b
find us on\b
save (?:article|story)$
(?:print|email) (?:this )?(?:article|page|story|to a friend)\b
SITE(?:[\s|,/·•]+(?:SITE|x|copy link|print|share))+$
"""
_CREDIT = r"""
\(?(?:ap )?(?:photo|image|picture|graphic|video)s?(?: by| courtesy| credit| source|\s?[:/]).{0,160}$
(?:photograph|illustration)s?(?: by| courtesy|:).{0,160}$
(?:image|video) (?:copyright|caption).{0,160}$
(?:media|image) (?:caption|copyright|source)\b.{0,160}$
credit:\s.{0,80}$
.{0,240}\((?:ap photo|reuters|getty|afp|photo)\s?[/:by][^)]*\)$
.{0,240}\b(?:getty images|ap photo/[\w\s.]+|istock|shutterstock|pa wire|pa images)\s*[)\]]?$
file (?:photo|image|picture)\b.{0,160}$
\(?(?:additional )?reporting by\b.{0,300}$
\(?(?:editing|writing|compiled) by\b.{0,200}$
"""
_NOTICE = r"""
(?:©|\(c\))\s*(?:copyright\b)?.{0,240}$
copyright (?:\(c\)|©|\d{4}|by\b|the\b).{0,240}$
.{0,120}\ball rights reserved\b.{0,120}$
(?:we|this (?:site|website)) uses? cookies\b.{0,300}$
by (?:continuing|clicking|signing up|using this site)\b.{0,60}\b(?:you|agree)\b.{0,200}$
(?:accept|manage|reject) (?:all )?(?:cookies|preferences|settings)\b
cookie (?:policy|settings|preferences|notice)\b.{0,60}$
privacy (?:policy|notice|settings)$
terms (?:of (?:use|service)|and conditions|& conditions)$
your privacy choices\b
.{0,80}\bmay not be (?:published|reproduced), .{0,200}$
our standards: .{0,80}$
do not sell (?:or share )?my\b
.{0,60}\bis not responsible for the content of external\b.{0,60}$
accessibility help$
"""
_LISTING_HEADING = r"""
.{0,30}\b(?:top stories|events|things to do|what's on|calendar|listings)$
(?:related|recommended|trending|popular|latest|more)(?: news| stories| articles| videos| now)?:?$
(?:most read|most popular|most viewed|you may also like|around the web|elsewhere on the web):?$
more (?:from|on|in) .{0,40}$
"""


_SITE = "(?:facebook|twitter|email|whatsapp|linkedin|pinterest|messenger|instagram)"


def _pattern(alternatives: str) -> re.Pattern[str]:
    lines = [line.replace("SITE", _SITE) for line in alternatives.splitlines() if line]
    return re.compile("|".join(f"(?:{line})" for line in lines), re.IGNORECASE)


PHRASES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("promotion", _pattern(_PROMOTION)),
    ("sharing", _pattern(_SHARING)),
    ("credit", _pattern(_CREDIT)),
    ("notice", _pattern(_NOTICE)),
)
"""What a line of each kind begins with."""

LISTING_HEADING = _pattern(_LISTING_HEADING)
"""The whole of a line under which a listing of short lines stands."""
