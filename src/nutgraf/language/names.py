"""Proper names in news text: persons, bodies, places, programmes, laws, works and peoples.

A name is a run of capitalised words with the small words that stand inside names. Where a
capital says nothing (the first word of a sentence, a headline in Title Case, a line in
capitals), other evidence is asked for: letters, honorifics, the rest of the text, what the
caller knows, and a list of common words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from nutgraf.language import name_kinds
from nutgraf.language.characters import level
from nutgraf.language.countries import STATES
from nutgraf.language.name_evidence import (
    Evidence,
    Sentence,
    gather,
    is_geographic,
    parted,
    trimmed,
)
from nutgraf.language.name_offices import body_in, is_surname, title_end
from nutgraf.language.name_runs import is_label, run_end
from nutgraf.language.name_tokens import Setting, Token, setting, tokens
from nutgraf.language.name_words import COMPANY_FORMS, NOT_FIRST, SHOUTED
from nutgraf.language.ordinary_words import is_office, is_ordinary
from nutgraf.language.roles import CALENDAR, TITLES
from nutgraf.language.sentences import split

Span = tuple[int, int]
Kind = Literal["person", "body", "place", "demonym", "other", "unknown"]


@dataclass(frozen=True, slots=True)
class Name:
    """`text` stands at `start` to `end`, without `the`, possessive ending and honorifics.

    `words` are its words as written. `kind` is told only where the text shows it. `first`: it
    begins a sentence or a quotation. `sure` is False where nothing but a capital that means
    little speaks for a name. `title` is the span of the honorific or office right before a
    person, `country` the country of a demonym or of a country's own name.
    """

    start: int
    end: int
    text: str
    words: tuple[str, ...]
    kind: Kind = "unknown"
    first: bool = False
    sure: bool = True
    title: Span | None = None
    country: str = ""

    @property
    def small(self) -> tuple[str, ...]:
        """The words in small letters."""
        return tuple(word.lower() for word in self.words)


def read(text: str, *, known: Iterable[str] = ()) -> tuple[Name, ...]:
    """The names of `text` in order, each with its span. Never raises; linear in the text.

    `known` are names from elsewhere (other sources, the body under a headline) that count as
    names wherever their words stand with capitals.
    """
    flat = level(text)
    sentences = list(_sentences(text, flat))
    evidence = gather(sentences)
    known_words = [
        tuple(word.text.lower() for word in tokens(name, (0, len(name)))) for name in known
    ]
    found: list[Name] = []
    for sentence in sentences:
        if sentence.setting == "prose":
            found += _names_in(text, sentence.words, evidence, known_words)
    lookup = _lookup([name.small for name in found if name.sure] + known_words)
    for sentence in sentences:
        if sentence.setting != "prose":
            found += _in_headline(text, sentence, lookup)
    found.sort(key=lambda name: name.start)
    return name_kinds.settle(text, found)


def _sentences(text: str, flat: str) -> Iterator[Sentence]:
    for start, end in split(text):
        words = tokens(text, (start, end), levelled=flat)
        if words:
            stopped = flat[end - 1] in ".!?\"')" and "." in flat[words[-1].end : end]
            abbreviated = f"{words[-1].small}." in STATES
            yield Sentence(words, setting(words, stopped=stopped and not abbreviated))


_Lookup = dict[str, list[tuple[str, ...]]]


def _lookup(names: Iterable[tuple[str, ...]]) -> _Lookup:
    """Names by their first word, the longest first."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for words in names:
        if words:
            found.setdefault(words[0], set()).add(words)
    return {first: sorted(several, key=len, reverse=True) for first, several in found.items()}


def _names_in(
    text: str, words: Sequence[Token], evidence: Evidence, known: Sequence[tuple[str, ...]]
) -> Iterator[Name]:
    first_known = {name[0] for name in known if name}
    at = 0
    while at < len(words):
        if not words[at].capital:
            at += 1
            continue
        end = parted(words, at, run_end(words, at), evidence)
        run = trimmed(words[at:end], evidence, first_known)
        if run and not is_label(words, end, run):
            for name in _split_title(text, run, evidence):
                yield name if name.sure or name.small not in known else replace(name, sure=True)
        at = end


def _split_title(text: str, run: Sequence[Token], evidence: Evidence) -> Iterator[Name]:
    """The names in a run: the body in an office, and the person behind it."""
    if len(run) > 1 and run[0].small in _PARTIES and is_geographic(run[1].small):
        yield _name(text, run[:1])
        run = run[1:]
    cut = title_end(run)
    if cut:
        yield from _in_title(text, run[:cut])
        yield _name(text, run[cut:], kind="person", title=(run[0].start, run[cut - 1].end))
        return
    if is_office(run[-1].small) and not is_surname(run):
        yield from _in_title(text, run)
        return
    name = _name(text, run)
    sure = not run[0].first or len(run) > 1 or run[0].acronym or is_geographic(run[0].small)
    yield name if sure else replace(name, sure=run[0].small in evidence.inside)


_PARTIES = frozenset(
    ["republican", "democratic", "democrat", "labour", "conservative", "liberal", "tory", "green"]
)


def _name(
    text: str, run: Sequence[Token], *, kind: Kind = "unknown", title: Span | None = None
) -> Name:
    start, end = run[0].start, run[-1].end
    words = tuple(word.text for word in run)
    return Name(start, end, text[start:end], words, kind, run[0].first, title=title)


def _in_headline(text: str, sentence: Sentence, lookup: _Lookup) -> Iterator[Name]:
    """Names in a line whose capitals mean nothing: known ones, acronyms, behind honorifics."""
    words = sentence.words
    at = 0
    while at < len(words):
        size = _known_at(words, at, lookup, small=sentence.setting == "small")
        if size:
            yield _name(text, words[at : at + size])
            at += size
            continue
        found = _unknown_at(words, at, sentence.setting)
        if found:
            low, high, sure = found
            titled = low > at
            title = (words[at].start, words[low - 1].end) if titled else None
            name = _name(text, words[low:high], kind="person" if titled else "unknown", title=title)
            yield replace(name, sure=sure)
            at = high
        else:
            at += 1


def _known_at(words: Sequence[Token], at: int, lookup: _Lookup, *, small: bool) -> int:
    """How many words from `at` on are a known name; in small letters a rare or a longer one."""
    for name in lookup.get(words[at].small, ()):
        here = words[at : at + len(name)]
        if len(here) == len(name) and all(
            word.small == part for word, part in zip(here, name, strict=True)
        ):
            rare = small and (len(name) > 1 or not (is_ordinary(name[0]) or len(name[0]) < 3))
            return len(name) if rare or (here[0].capital and here[-1].capital) else 0
    return 0


def _unknown_at(words: Sequence[Token], at: int, how: Setting) -> tuple[int, int, bool] | None:
    """First and last index of a name that its letters or an honorific show, and if it is sure."""
    word = words[at]
    if not word.capital:
        return None
    end = at + 1
    if how == "headline" and word.small in TITLES and _is_plain(words, end):
        while _is_plain(words, end) and end - at < 4:
            end += 1
        return at + 1, end, True
    if how == "headline" and word.small in _NEW and _is_plain(words, end):
        return at, end + 1, False
    if how == "headline" and word.acronym and word.small not in CALENDAR | SHOUTED:
        return at, end, True
    if is_geographic(word.small) and word.small not in ("turkey", "polish", "chad", "jordan"):
        return at, end, True
    if how == "capitals" or not _is_plain(words, at):
        return None
    while _is_plain(words, end) and words[end].joined.isspace() and not words[end - 1].possessive:
        end += 1
    before = at == 0 or not words[at].joined.isspace()
    behind = end == len(words) or not words[end].joined.isspace()
    return at, end, before and behind and end - at > 1


_NEW = frozenset(
    [
        "new",
        "san",
        "santa",
        "los",
        "las",
        "fort",
        "port",
        "saint",
        "st",
        "el",
        "north",
        "south",
        "east",
        "west",
    ]
)


def _is_plain(words: Sequence[Token], at: int) -> bool:
    """A capitalised word that is no common one."""
    if at >= len(words) or not words[at].capital:
        return False
    small = words[at].small
    common = small in NOT_FIRST or small in CALENDAR or small in COMPANY_FORMS or is_ordinary(small)
    return not common and len(small) > 1


def _in_title(text: str, title: Sequence[Token]) -> Iterator[Name]:
    """The body or place that an office belongs to, as a name of its own."""
    body = body_in(title)
    if body:
        yield _name(text, body)
