"""People who say things and are not named: sources, persons familiar with a matter, officials.

By the forms in which news agencies credit them; gathered by hand.
"""

from __future__ import annotations

import re

_PERSONS = (
    r"(?:people|persons?|individuals?|officials?|employees?|staffers?|aides?|advis[eo]rs?"
    r"|executives?|insiders?|diplomats?|lawmakers?|staff members?|workers?|engineers?|agents?"
    r"|investigators?|lawyers?|managers?|members?|contractors?|colleagues?|bankers?|traders?"
    r"|sources?|associates?|operatives?|strategists?|donors?|players?|teammates?|doctors?"
    r"|nurses?|scientists?|researchers?|pilots?|officers?)"
)
_COUNT = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|a dozen|\d+|several|some|multiple"
    r"|various|a few|a number of|many|at least \w+|more than \w+|half a dozen|an?|another"
    r"|numerous)"
)
_STANDING = (
    r"(?:senior|top|current|former|high-ranking|high-level|western|administration|intelligence)"
)
# What tells for sure that somebody is known to the writer and not named.
_SURE = re.compile(
    r"\banonym(?:ous|ously|ity)\b|\bunnamed\b|\bunidentified\b"
    r"|\bnot (?:to )?be (?:named|identified)\b|\bcondition of\b|\bclose to\b|\bfamiliar with\b"
    r"|\bnot authori[sz]ed to (?:speak|discuss|talk|comment)\b|\bprivy to\b|\bbriefed\b"
    r"|\b(?:knowledge|aware) of\b|^(?:[\w.’'-]+ )*sources?$"
    r"|^(?:[\w.’'-]+ )*sources? (?:with|in|at|within|inside|from|near)\b",
    re.IGNORECASE,
)
_FORMS = (
    re.compile(rf"^{_COUNT} (?!of )(?:[\w’'.&-]+ ){{0,6}}?{_PERSONS}\b", re.IGNORECASE),
    re.compile(
        r"^the (?:two |three )?(?:people|persons?|official|employee|insider|aide|diplomat)$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^(?:[\w.&’'-]+ ){{0,2}}{_STANDING} (?:[\w.&’'-]+ ){{0,5}}"
        r"(?:officials|aides|advis[eo]rs|executives|employees|staffers|insiders|diplomats)$",
        re.IGNORECASE,
    ),
)
_NAMED = re.compile(r"(?<![\w.])(?!The\b|An?\b)[A-Z][a-z’'-]+ (?:[A-Z]\. )?[A-Z][\w’'-]+$")
# They stand up for somebody, or are many who say the same in public.
_IN_PUBLIC = re.compile(
    r"\bmembers? of\b|\blawyers? for\b|\blawmakers\b|\bresearchers\b|\bscientists\b|\bdoctors\b"
    r"|\bspokes\w+|\bstatement\b|\brepresentatives?\b|\breport\b|\bstudy\b|\blawsuit\b|\bfiling\b"
    r"|\brecords?\b|\bdocuments?\b|\bindictment\b|\bcomplaint\b|\bsurvey\b|\bpoll\b|\bwebsite\b",
    re.IGNORECASE,
)


def is_unnamed(party: str) -> bool:
    """Whether a party is people whom the writer knows and does not name.

    `city officials` or `police` speak for a body, and `a spokesman for the firm` does, too.
    """
    party = " ".join(party.split()).strip(" ,")
    if _SURE.search(party):
        return True
    if _IN_PUBLIC.search(party) or _NAMED.search(party):
        return False
    return any(form.search(party) for form in _FORMS)


_CREDITED = (
    r"(?:people|persons?|officials?|employees?|workers?|executives?|aides?|advis[eo]rs?|staffers?"
    r"|insiders?|diplomats?|individuals?|members?|investigators?|lawmakers?|engineers?|agents?"
    r"|colleagues?|associates?|managers?|players?|nurses?|officers?|bankers?)"
)
SAYS_UNNAMED = re.compile(
    r"\b(?:anonymous(?:ly)?|anonymity|unnamed|unidentified)\b|\bnot (?:be )?(?:named|identified)\b"
    rf"|\b{_COUNT} (?:[\w-]+ ){{0,2}}{_PERSONS} (?:said|told|says?|tells?)\b"
    r"|\bsources?\b(?! of\b)(?=[ ,.]|$)"
    rf"|\b{_CREDITED}(?: [\w-]+){{0,3}} (?:familiar|briefed|close to|with (?:\w+ )?knowledge"
    r"|aware of|privy to|who (?:spoke|asked|requested|declined|were not|was not))"
    rf"|\b{_CREDITED}(?: (?:there|at|in|of|from|inside|with) [^,.;]{{2,40}}?)?"
    r"(?:,? who[^.;]{3,60},?)? (?:have |had |has |also |later )?(?:said|told|say|says|tells?"
    r"|describ\w+|claim\w*|believe[ds]?|confirmed)\b"
    r"|\b(?:according to|citing|told by|quoting|accounts (?:of|from)|say|said) (?:[\w’'.-]+ ){0,5}?"
    rf"{_CREDITED}\b",
    re.IGNORECASE,
)
"""What tells readers of a brief that a thing rests on people who are not named."""
