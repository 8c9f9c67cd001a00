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
    TIED,
)
from nutgraf.language.stems import read

_OF_IT = 2  # words of a headline by which a sentence is known to be of the same
_ACTORS = ("court", "office", "who", "cause")
_BEFORE = 30  # characters before a finding in which it may be denied


def steps_climbed(headline: str, body: Index, sources: Sequence[Index]) -> Iterator[Bold]:
    """What `headline` says and neither the body nor a source says as strongly."""
    texts = [body, *sources]
    for found in (_finding(headline, texts), _harm(headline, texts), _deed(headline, texts)):
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
        if open_at is None and INQUIRY.search(text) and ours & _stems(text):
            open_at = index, span
    if open_at is None:
        return None
    return Bold(found.span(), "tells of a finding; the texts tell of an inquiry", open_at, False)


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
