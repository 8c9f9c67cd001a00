"""Events that a text takes for granted by naming them: `since the ouster of its director`.

A noun phrase asserts nothing and presupposes that the thing was. Of those, only phrases count that
no source can have meant: with a name, or with words, of which the pack has no trace. A bare `the
crash` may be how a writer calls what the sources tell in other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nutgraf.evidence.index import Index
from nutgraf.evidence.reading import Reading, Span
from nutgraf.evidence.slots.names import name_differences
from nutgraf.evidence.slots.unsaid import LIGHT, is_known
from nutgraf.language.arguing import EVENTS, HIDDEN_DEEDS, LIKENED
from nutgraf.language.deeds import implied_by
from nutgraf.language.stems import Word
from nutgraf.language.stems import read as read_words

_STOP_WORDS = """
the a an its their his her this that these those is are was were has had have and or but of to in on
at for by with which who as from about will would could should may might must than then also not it
they he she we
"""
_ARTICLES = frozenset(["the", "a", "an", "its", "their"])
_STOPS = frozenset(_STOP_WORDS.split())
_MODIFIERS = rf"(?:(?!(?:{'|'.join(sorted(_STOPS))})\b)[\w’'‑-]+ ){{0,5}}?"
_HEAD = rf"(?:{'|'.join(sorted(map(re.escape, sorted(EVENTS)), key=len, reverse=True))})"
_DEFINITE = (
    r"(?:the|its|their|his|her|(?:last|this) (?:year|month|week)[’']s|(?:the )?[\w‑-]+[’']s?)"
)
_EVENT = re.compile(
    rf"\b(?P<lead>{_DEFINITE}) (?P<mods>{_MODIFIERS})(?P<head>{_HEAD})\b"
    r"(?P<of> (?:of|by|at|in|over) (?:(?:the|its|their|a|an) )?(?:[\w’'‑-]+ ?){1,4})?",
    re.IGNORECASE,
)
# `the Harlow-Finch reporting line`: a name, and small words behind it.
_NAMED = re.compile(r"\s(?P<head>[a-z][\w‑-]+(?: [a-z][\w‑-]+)?)\b")


def taken_for_granted(
    reading: Reading, start: int, end: int, indexes: Sequence[Index]
) -> Iterator[Span]:
    """The spans in `reading.text[start:end]` of events that the sources do not know, in order."""
    quoted = [(one.start, one.end) for one in reading.quotations]
    found: list[Span] = []
    for span in (*_events(reading, start, end, indexes), *_named(reading, start, end, indexes)):
        if any(low < span[1] and span[0] < high for low, high in (*quoted, *found)):
            continue
        found.append(span)
    yield from sorted(found)


def _events(reading: Reading, start: int, end: int, indexes: Sequence[Index]) -> Iterator[Span]:
    for match in _EVENT.finditer(reading.text, start, end):
        low, high = match.start(), match.end("head")
        between = reading.words_in(match.end("lead"), match.start("head"))
        head = match["head"].lower()
        words = [word for word in between if _tells(word)]
        if match["of"] and (behind := _complement(reading, match.start("of"), match.end("of"))):
            words += [word for word in reading.words_in(high, behind) if _tells(word)]
            high = behind
        if names_stranger(reading, low, high, indexes):
            yield low, high
            continue
        told = head not in HIDDEN_DEEDS and all(_is_told(word, indexes) for word in words)
        if not told and not _has_trace(head, indexes):
            yield low, high


def _complement(reading: Reading, start: int, end: int) -> int:
    """Where the phrase behind `of` ends: before the next verb, preposition or mark."""
    words = reading.words_in(start, end)
    stop = 0
    for word in words[1:]:
        if word.lower in _STOPS and (stop or word.lower not in _ARTICLES):
            break
        stop = word.end
    return stop


def _named(reading: Reading, start: int, end: int, indexes: Sequence[Index]) -> Iterator[Span]:
    """`the` and a name that no source has, with the thing that is called by it."""
    for name in reading.names:
        if not (start <= name.start < end and name.sure):
            continue
        lead = re.search(r"\b(?:the|The) $", reading.text[max(start, name.start - 5) : name.start])
        behind = _NAMED.match(reading.text, name.end, end)
        if lead is None or behind is None:
            continue
        head = read_words(behind["head"])
        kept = [word for word in head if word.lower not in _STOPS and word.content]
        if not kept or tuple(kept) != head[: len(kept)] or {word.lower for word in kept} & LIKENED:
            continue
        if not names_stranger(reading, name.start, name.end, indexes):
            continue
        last = behind.start("head") + kept[-1].end
        yield name.start - len(lead[0]), last


def names_stranger(reading: Reading, start: int, end: int, indexes: Sequence[Index]) -> bool:
    """Whether a span names whom or what no source names."""
    missing = [
        {
            one.ours
            for one in name_differences(reading, start, end, index)
            if one.certain and one.relation == "missing"
        }
        for index in indexes
    ]
    return bool(missing) and bool(set.intersection(*missing))


def _tells(word: Word) -> bool:
    return word.content and word.lower not in LIGHT


def _is_told(word: Word, indexes: Sequence[Index]) -> bool:
    return any(is_known(index, word.lower, word.stem) for index in indexes)


def _has_trace(head: str, indexes: Sequence[Index]) -> bool:
    """Whether a source has the event itself, or a word of its class."""
    if "-" in head:
        return any(head.replace("-", "") in index.joined for index in indexes)
    words = read_words(head)
    return all(_is_told(word, indexes) for word in words) or any(
        implied_by(word.lower) & index.postings.keys() for word in words for index in indexes
    )
