"""What a text as a whole tells of its words, and what of a run is a name by that evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nutgraf.language.countries import COUNTRIES, DEMONYMS, STATES
from nutgraf.language.name_runs import is_may, run_end
from nutgraf.language.name_tokens import Setting, Token
from nutgraf.language.name_words import NAME_BEGINS, NOT_FIRST, NUMBERS, PLAIN_BEFORE, SHOUTED
from nutgraf.language.ordinary_words import is_ordinary
from nutgraf.language.roles import CALENDAR, ROLES, TITLES


@dataclass(frozen=True, slots=True)
class Sentence:
    words: tuple[Token, ...]
    setting: Setting


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the running prose of a text says of words: written small, and with a capital inside.

    `begins` are the words with which a run of capitals begins inside a sentence; `whole` are runs
    of capitalised words that stand without an `and`.
    """

    small: frozenset[str]
    inside: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    begins: frozenset[str]
    whole: frozenset[tuple[str, ...]]


def gather(sentences: Sequence[Sentence]) -> Evidence:
    small: set[str] = set()
    inside: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    begins: set[str] = set()
    for sentence in sentences:
        if sentence.setting != "prose":
            continue
        before: Token | None = None
        for word in sentence.words:
            if not word.capital:
                small.add(word.text)
            elif not word.first:
                inside.add(word.small)
                if before is None or not before.capital:
                    begins.add(word.small)
                elif not before.first:
                    pairs.add((before.small, word.small))
            before = word
    whole = _whole_runs(sentences)
    return Evidence(frozenset(small), frozenset(inside), frozenset(pairs), frozenset(begins), whole)


def _whole_runs(sentences: Sequence[Sentence]) -> frozenset[tuple[str, ...]]:
    """Names with `of` or `for` that end without an `and`: `Department of Transport`."""
    found: set[tuple[str, ...]] = set()
    for words in (sentence.words for sentence in sentences if sentence.setting == "prose"):
        for at in range(2, len(words)):
            if words[at - 1].text in ("of", "for") and words[at - 2].capital and words[at].capital:
                run = words[at - 2 : run_end(words, at - 2)]
                if all(word.text != "and" for word in run):
                    found.add(tuple(word.small for word in run))
    return frozenset(found)


def parted(words: Sequence[Token], at: int, end: int, evidence: Evidence) -> int:
    """Where the run ends that is a whole name before an `and`, as the rest of the text shows."""
    for i in range(at + 1, end - 2):
        if words[i].text == "and" and tuple(w.small for w in words[at:i]) in evidence.whole:
            return i
    return end


def trimmed(run: Sequence[Token], evidence: Evidence, known: set[str]) -> Sequence[Token]:
    """The run without the capitalised words that are no part of a name."""
    while run and (run[0].small in NOT_FIRST or run[0].small in CALENDAR):
        if run[0].small in NUMBERS and not run[0].first and len(run) > 1:
            break
        if run[0].acronym and run[0].small not in CALENDAR and len(run[0].text) > 1:
            break
        run = run[1:]
        while run and not run[0].capital:
            run = run[1:]
    while run and run[-1].small in CALENDAR and not (len(run) > 1 and is_may(run[-2], run[-1])):
        run = run[:-1]
    while run and run[-1].small in _NOT_LAST and not run[-1].acronym:
        run = run[:-1]
    if run and run[0].first:
        run = _without_first(run, evidence, known)
    if len(run) == 1 and (len(run[0].text) == 1 or run[0].small in _shouted(run[0])):
        return ()
    return run


_NOT_LAST = NOT_FIRST - NUMBERS - CALENDAR


def _shouted(word: Token) -> frozenset[str]:
    return SHOUTED if word.acronym else frozenset()


def _without_first(run: Sequence[Token], evidence: Evidence, known: set[str]) -> Sequence[Token]:
    """The run without its first word where only its place in the sentence gives it a capital."""
    word = run[0]
    small = word.small
    if word.acronym or small in known or is_geographic(small):
        return run
    if len(run) == 1:
        if small in evidence.inside and not (is_ordinary(small) and small in evidence.small):
            return run
        return () if small in evidence.small or is_ordinary(small) else run
    if not is_ordinary(small) and small not in evidence.small:
        return run
    if is_geographic(run[1].small) and not is_geographic(f"{small} {run[1].small}"):
        return run[1:]
    following = run[1]
    if (small, following.small) in evidence.pairs or not following.capital:
        return run
    if small in ROLES or small in TITLES:
        return run
    if small not in PLAIN_BEFORE and small in NAME_BEGINS:
        return run
    if not following.acronym and is_ordinary(following.small) and following.small not in DEMONYMS:
        return run
    told = small in PLAIN_BEFORE or small.endswith(("s", "ing", "ed", "ly", "est"))
    alone = following.small in evidence.begins or following.acronym
    return run[1:] if told or alone or is_geographic(following.small) else run


def is_geographic(small: str) -> bool:
    return small in DEMONYMS or small in COUNTRIES or small in STATES
