"""Steps that a headline takes and every text under it stops short of.

A headline may leave out who says so and put a thing shortly. It may not have an inquiry find what
it was opened to ask, a thing kill to which deaths were tied, or an order hold for everybody and
for good where each text has it for some or for a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nutgraf.checks.process.bold_headlines import Bold
from nutgraf.evidence.index import Index
from nutgraf.evidence.reading import Span
from nutgraf.language.headline_claims import SOFTENED
from nutgraf.language.headline_steps import (
    BROUGHT,
    COURTS,
    DEEDS,
    DENIES,
    DOES,
    FINDS,
    HARMED,
    HAS_FOUND,
    INQUIRY,
    KILLS,
    LIMITED,
    PASSIVE,
    STRUCK,
    SUED,
    TIED,
)
from nutgraf.language.stems import read
from nutgraf.language.strength_ladders import LOWEST, is_far, ladder_cues

_OF_IT = 2  # words of a headline by which a sentence is known to be of the same
_ACTORS = ("court", "office", "who", "cause")
_BEFORE = 30  # characters before a finding in which it may be denied


def steps_climbed(headline: str, body: Index, sources: Sequence[Index]) -> Iterator[Bold]:
    """What `headline` says and neither the body nor a source says as strongly."""
    texts = [body, *sources]
    for read_step in (_finding, _harm, _deed, _bill):
        found = read_step(headline, texts)
        if found is not None:
            yield found


def _finding(headline: str, texts: Sequence[Index]) -> Bold | None:
    """A finding where all there is is an inquiry."""
    found = FINDS.search(headline)
    if found is None or _is_softened(headline, found):
        return None
    kind = "court" if found["court"] else "office"
    ours = _stems(headline[found.end() :])
    open_at = None
    for index, span, text in _sentences(texts):
        for other in HAS_FOUND.finditer(text):
            denied = DENIES.search(text, max(0, other.start() - _BEFORE), other.end())
            if other[kind] and not denied and ours & _stems(text):
                return None
        pending = SUED if kind == "court" else INQUIRY
        if open_at is None and pending.search(text) and ours & _stems(text):
            open_at = index, span
    if open_at is None:
        return None
    return Bold(found.span(), "tells of a finding that no text tells of", open_at, False)


def _harm(headline: str, texts: Sequence[Index]) -> Bold | None:
    """A thing that killed, where deaths are tied to it and nobody says that it did."""
    found = KILLS.search(headline)
    if found is None or found["cause"].lower() in PASSIVE or _is_softened(headline, found):
        return None
    [*_, head] = [word.stem for word in read(found["cause"])] or [""]
    tied_at = None
    for index, span, text in _sentences(texts):
        if head not in {word.stem for word in read(text)} or not HARMED.search(text):
            continue
        if TIED.search(text):
            tied_at = tied_at or (index, span)
        elif BROUGHT.search(text):
            return None
    if tied_at is None:
        return None
    return Bold(found.span("verb"), "says outright what the texts call a link", tied_at, False)


def _deed(headline: str, texts: Sequence[Index]) -> Bold | None:
    """An order that holds for everybody and for good, where each text limits it."""
    found = DOES.search(headline)
    if found is None or _is_softened(headline, found) or LIMITED.search(headline):
        return None
    deed = next((one for one in DEEDS.values() if one.match(found["verb"])), None)
    if deed is None:
        return None
    by_court = COURTS.fullmatch(found["who"]) is not None
    what = _stems(found["what"])
    if by_court and deed is DEEDS["strike down"]:
        return _struck(found, what, texts)
    limited_at = None
    for index, span, text in _sentences(texts):
        if not deed.search(text) or (by_court and not COURTS.search(text)):
            continue
        if len(what & _stems(text)) < min(_OF_IT, len(what)):
            continue
        if LIMITED.search(text) is None:
            return None
        limited_at = limited_at or (index, span)
    if limited_at is None:
        return None
    return Bold(found.span("verb"), "has no limit; each text has one", limited_at, False)


def _struck(found: re.Match[str], what: frozenset[str], texts: Sequence[Index]) -> Bold | None:
    """A thing that a court has struck down, where all it did was to give an order about it."""
    order_at = None
    for index, span, text in _sentences(texts):
        if STRUCK.search(text):
            return None
        if order_at is None and COURTS.search(text) and what & _stems(text):
            order_at = index, span
    if order_at is None:
        return None
    return Bold(found.span("verb"), "is more than any text says the court did", order_at, False)


def _bill(headline: str, texts: Sequence[Index]) -> Bold | None:
    """A bill that has passed, where each text has it in a committee, or still to be voted on."""
    cue = next((one for one in ladder_cues(headline, "bill") if one.step >= LOWEST["bill"]), None)
    if cue is None or SOFTENED.search(headline):
        return None
    ours = _stems(headline[: cue.start] + " " + headline[cue.end :])
    lower_at = None
    for index, span, text in _sentences(texts):
        if not ours & _stems(text):
            continue
        for other in ladder_cues(text, "bill"):
            if is_far("bill", cue.step, other.step) or _OF_A_CHAMBER.search(text[: other.start]):
                lower_at = lower_at or (index, span)
            elif not DENIES.search(text, max(0, other.start - _BEFORE), other.end):
                return None
    if lower_at is None:
        return None
    return Bold((cue.start, cue.end), "has a bill further than any text does", lower_at, False)


# `A committee of the senate voted for it`: the senate has not.
_OF_A_CHAMBER = re.compile(
    r"\b(?:committee|panel|subcommittee) (?:of|in) the (?:\w+ )?$", re.IGNORECASE
)


def _is_softened(headline: str, found: re.Match[str]) -> bool:
    """Whether a word of the headline, but for who it is that acts, gives it to somebody or asks."""
    there = found.groupdict()
    who = next(found.end(name) for name in _ACTORS if there.get(name))
    rest = " ".join((headline[: found.start()], headline[who : found.start("verb")]))
    return SOFTENED.search(f"{rest} {headline[found.end('verb') :]}") is not None


def _sentences(texts: Sequence[Index]) -> Iterator[tuple[Index, Span, str]]:
    for index in texts:
        for span in index.reading.sentences:
            yield index, span, index.reading.text[slice(*span)]


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in read(text) if word.content)
