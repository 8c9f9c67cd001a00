"""What an argument tells for itself, part by part: who did what, and what is on record.

A part is what stands between two links (`the same month that`, `since`, a bracket, a dash). Whether
it asserts a fact is told by its verb: present-tense judgements, wishes, guesses, questions and
metaphors do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nutgraf.evidence.reading import Reading, Span
from nutgraf.language.arguing import (
    ANYBODYS,
    LENT,
    LINK,
    OWN_POINT,
    RANKED,
    STATUS,
    VIEW_NOUNS,
    VIEW_VERBS,
)
from nutgraf.language.stems import FUNCTION_WORDS, Word
from nutgraf.language.verb_forms import BE, HAVE, MODALS, PAST, verbs

# What is left of a part without the words that join it to others.
_CORE = re.compile(
    r"(?!(?:and|but|or|so|yet|then)\b)(?<![\w’'-])[\w“\"‘'$£€].*[\w”\"’'%)]",
    re.IGNORECASE | re.DOTALL,
)
_LOOSE_END = re.compile(
    r"(?:\s+(?:for|in|of|to|by|with|from|at|on|than|and|but|or))+$", re.IGNORECASE
)
# `Big companies have borrowed from small ones`: of a kind of people at all times.
_ALWAYS = re.compile(
    r"(?!(?:the|its|his|her|their|these|those|both|some|two|three|four|five|six|seven|eight|nine|ten)\b)"
    r"(?:[\w’'-]+ ){0,2}[\w’'-]+s (?:have|are|do)\b",
    re.IGNORECASE,
)
_PRESENT = frozenset(["is", "are", "am", "'s", "'re", "be", "get", "gets"])
_PREPOSITION_WORDS = """
in of at on from with for by after before about into over under against through during since until
as than that which who without within beside behind between among across downstream upstream
"""
_PREPOSITIONS = frozenset(_PREPOSITION_WORDS.split())


def is_marked(reading: Reading, start: int, end: int) -> bool:
    """Whether a name, a figure or a day stands in a span."""
    marks = [
        *((figure.start, figure.end) for figure in reading.figures if not figure.weak),
        *((when.start, when.end) for when in reading.dates),
        *((name.start, name.end) for name in reading.names if name.sure),
    ]
    return any(start <= low and high <= end for low, high in marks)


def parts(reading: Reading, start: int, end: int) -> Iterator[Span]:
    """What is told for itself in `reading.text[start:end]`, in order.

    What is asked or left open in it is left out.
    """
    quoted = [(one.start, one.end) for one in reading.quotations]
    at = start
    leads = False
    for cut in LINK.finditer(reading.text, start, end):
        if cut.start() < at or any(low <= cut.start() < high for low, high in quoted):
            continue
        yield from _split(reading, at, cut.start(), leads=leads)
        leads = not reading.text[start : cut.start()].strip(" ,")
        at = cut.end()
    yield from _split(reading, at, end, leads=leads)


def _split(reading: Reading, start: int, end: int, *, leads: bool) -> Iterator[Span]:
    """A part; one that `leads` (`In the week that the mill shut, we …`) ends at a comma."""
    if leads:
        words = reading.words_in(start, end)
        done = next((words[at].end for at in verbs(words)), end)
        comma = reading.text.find(", ", done, end)
        if comma > 0:
            yield from _told(reading.text, start, comma)
            start = comma + 1
    yield from _told(reading.text, start, end)


def _told(text: str, start: int, end: int) -> Iterator[Span]:
    """A part up to what is asked in it, without brackets and stops around it."""
    own = OWN_POINT.search(text, start, end)
    stop = own.start() if own is not None else end
    before = text[max(0, start - 20) : start]
    if OWN_POINT.search(before) and before.rstrip().lower().endswith(("who", "which", "when")):
        return
    found = _CORE.search(text, start, stop)
    if found is None:
        return
    low, high = found.span()
    ranked = RANKED.search(text, low, high)
    if ranked is not None and (comma := text.find(",", ranked.end(), high)) > 0:
        high = comma
    loose = _LOOSE_END.search(text, low, high)
    if loose is not None:
        high = loose.start()
    if text[low:high].count(")") > text[low:high].count("("):
        high = low + text[low:high].rindex(")")
    if low < high:
        yield low, high


def is_fact(reading: Reading, start: int, end: int) -> bool:
    """Whether a part says what somebody did, or what is on record."""
    text = reading.text[start:end]
    if LENT.search(text):
        return False
    if STATUS.search(text) or _is_ranked(reading, start, end):
        return True
    words = reading.words_in(start, end)
    marked = is_marked(reading, start, end)
    if not marked and (VIEW_NOUNS.search(text) or _ALWAYS.match(text)):
        return False
    return any(_is_deed(words, at, marked=marked) for at in verbs(words))


def _is_ranked(reading: Reading, start: int, end: int) -> bool:
    return RANKED.search(reading.text, start, end) is not None and is_marked(reading, start, end)


def core(reading: Reading, start: int, end: int) -> tuple[Word, ...]:
    """Who did what in a part that is a fact: its words up to the object of its first deed.

    All of its words where it tells of no deed.
    """
    words = reading.words_in(start, end)
    marked = is_marked(reading, start, end)
    deed = next((at for at in verbs(words) if _is_deed(words, at, marked=marked)), None)
    if deed is None:
        return words
    last = deed + 1
    while last < len(words) and words[last].lower not in _PREPOSITIONS:
        last += 1
    return words[:last]


def _is_deed(words: Sequence[Word], at: int, *, marked: bool) -> bool:
    """Whether the verb at `at` tells what was done, and is no verb of argument."""
    word = words[at]
    if word.lower in VIEW_VERBS or (word.lower in ANYBODYS and not marked):
        return False
    if at == 0 and not (len(words) > 1 and words[1].lower in FUNCTION_WORDS):
        return False  # `untested alarms`
    before = [one.lower for one in words[max(0, at - 4) : at]]
    helpers = [one for one in before if one in BE | HAVE | MODALS]
    if not helpers:
        return True
    if helpers[-1] in HAVE:
        return word.lower.endswith(("ed", "en")) or word.lower in PAST
    if helpers[0] in HAVE or helpers[-1] in ("been", "was", "were"):
        return True
    if helpers[-1] in MODALS:
        return helpers[-1] == "did"
    if helpers[-1] == "being":
        return "was" in helpers or "were" in helpers
    return marked and helpers[-1] in _PRESENT and word.lower.endswith("ing")
