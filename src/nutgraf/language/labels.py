"""Numbers that name something and count nothing: `Flight 370`, `Title 26`, `COVID-19`, `G7`.

Such a number is compared as the string it is, never by value.
"""

from __future__ import annotations

import re

_NOUNS = re.findall(
    r"\S+",
    """flight channel title section sections form chapter category grade type phase level route
    highway interstate room gate article amendment prop proposition apollo boeing airbus
    iphone ipad galaxy note windows fox act episode page pages figure table rule volume vol
    district ward precinct model version area zone terminal platform lane exit agenda
    resolution clause paragraph para question item lot day week game round stage season
    year-group class mark formula war super bowl stage tier studio bbc itv playstation xbox
    android firefox unit measure ballot docket case exhibit count bill hb sb code psalm
    genesis catch apt suite step part station reactor tower building hill""",
)
_NAMED = re.compile(rf"(?<![\w'])(?:{'|'.join(_NOUNS)})\.?[ -]$", re.IGNORECASE)
_CAPITAL = re.compile(r"(?:^|[^\w.])([A-Z][\w'-]*[a-z])[ -]$")
_LONG_LOWER = re.compile(r"(?<![\w'-])[a-z]{4,}")
_NOT_NAMES = frozenset(
    re.findall(
        r"\S+",
        """About Above After All Almost Around At Before Below Between But By Down During Each Even
    Every Exactly First For From Get Gets Give Got Had Has Have He Her His How If In Into It
    Its Just Last Least Less Lost Many Monday More Most Nearly Next No Nor Not Now Of On One
    Only Or Other Our Out Over Past Plus Roughly Seven She Since Six So Some Than That The
    Their Then There These They This Those Three Through To Top Two Under Until Up We Were
    What When Where Which While Who Will With Within You Your January February March April
    May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep
    Sept Oct Nov Dec Aged Age Approximately Another Following Additionally""",
    )
)


def is_label(text: str, start: int, end: int) -> bool:
    """Tells whether the bare number `text[start:end]` is part of a name, by the words around it."""
    left = text[max(0, start - 24) : start]
    if named := _NAMED.search(left):
        return named[0][0].isupper() or not _counts_lower(text, end)
    if text[start:end] == "911" and re.match(r"[ -][Cc]all|[ -][Dd]isp|\s?[.,;]", text[end:]):
        return True
    capital = _CAPITAL.search(left)
    if not capital or capital[1] in _NOT_NAMES or _counts_lower(text, end):
        return False
    return is_sentence_case(text, start)


def is_sentence_case(text: str, at: int) -> bool:
    """Tells running prose from a headline in Title Case around `at`."""
    window = text[max(0, at - 90) : at + 90]
    return len(_LONG_LOWER.findall(window)) > 2


def _counts_lower(text: str, end: int) -> bool:
    """A plural noun right behind the number, in lower case: it counts."""
    match = re.match(r" ([a-z]{3,}s)(?!\w)", text[end : end + 24])
    return bool(match) and not match[1].endswith(("ss", "us", "is", "was", "has"))  # type: ignore[index]
