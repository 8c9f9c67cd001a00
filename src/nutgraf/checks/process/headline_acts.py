"""Acts that a headline tells as done, and that every text under it leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nutgraf.checks.process.bold_headlines import Bold
from nutgraf.evidence.index import Index
from nutgraf.evidence.reading import Span
from nutgraf.language.headline_acts import ACTS, FINDS_A_THING, LEAVES_OPEN, OPENED, VERB
from nutgraf.language.headline_claims import SOFTENED
from nutgraf.language.stems import read

_CLAUSE = 70  # characters before a word in which stands what leaves it open
_NOUN_BEFORE = re.compile(
    r"\b(?:the|an?|its|his|her|their|our|two|three|four|\d+|no|new|more|['’]s) $", re.IGNORECASE
)
_BREAK = re.compile(r"[;:.()—–]|, (?:and|but|which|who|while)\b(?! (?:he|she|it|they)\b)")


def acts_left_open(headline: str, body: Index, sources: Sequence[Index]) -> Iterator[Bold]:
    """What `headline` says was done or found, where no text does and one leaves it open."""
    if SOFTENED.search(headline) or OPENED.search(headline):
        return
    texts = [body, *sources]
    for act in ACTS:
        found = next((one for one in act.finditer(headline) if _is_verb(headline, one)), None)
        if found is not None:
            rest = headline[: found.start()] + " " + headline[found.end() :]
            yield from _open(act, rest, found.span(), texts)
    thing = FINDS_A_THING.search(headline)
    if thing is not None:
        words = read(thing["behind"] or thing["before"])
        named = re.compile(rf"\b{re.escape(words[-1].lower)}\b", re.IGNORECASE) if words else None
        if named is not None:
            yield from _open(named, headline, thing.span(), texts)


def _is_verb(headline: str, found: re.Match[str]) -> bool:
    """Whether a word of a headline tells that it is done: `bans`, `to ban`, and not `a ban`."""
    before = headline[: found.start()]
    if _NOUN_BEFORE.search(before):
        return False
    return before.endswith(" to ") or VERB.fullmatch(found[0]) is not None


def _open(word: re.Pattern[str], rest: str, place: Span, texts: Sequence[Index]) -> Iterator[Bold]:
    """The place in the headline, where each text with the word about the same leaves it open."""
    ours = {one.stem for one in read(rest) if one.content} - {
        one.stem for one in read(rest) if word.fullmatch(one.lower)
    }
    open_at: tuple[Index, Span] | None = None
    for index in texts:
        for low, high in index.reading.sentences:
            text = index.reading.text[low:high]
            told = list(word.finditer(text))
            if not told or not ours & {one.stem for one in read(text)}:
                continue
            if not all(_is_open(text, one.start()) for one in told):
                return
            open_at = open_at or (index, (low, high))
    if open_at is not None:
        yield Bold(place, "is told as done; the texts leave it open", open_at, sure=False)


def _is_open(text: str, at: int) -> bool:
    before = text[max(0, at - _CLAUSE) : at]
    breaks = [one.end() for one in _BREAK.finditer(before)]
    return LEAVES_OPEN.search(before, breaks[-1] if breaks else 0) is not None
