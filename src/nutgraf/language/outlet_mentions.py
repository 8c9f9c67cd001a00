"""Where a text names a news outlet: in full, by a short form, or as `the newspaper`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from nutgraf.language.alternation import any_of
from nutgraf.language.name_folding import fold_name
from nutgraf.language.outlets import KINDS, USUAL, Outlet, needs_article, outlet_of, outlets

_ANAPHORA = re.compile(
    r"\b[Tt]he (?:newspaper|outlet|news outlet|paper|news agency|wire service|newswire|network"
    r"|broadcaster|magazine|news site|news organi[sz]ation|publication|daily|weekly)\b"
)
_KIND = "|".join(sorted(KINDS, key=len, reverse=True))
_PART = r"(?:(?!The\b)[A-Z][\w&’'-]*|St\.|of the|and)"
# `the Mountain Herald`, `Valley Post`; a street, a team or a post office is none.
_BEGINS = "By|In|At|From|The|With|For|And|But|On|To|As|An?|When|After|Before|Via|Per|Source|Sources"
_NAMED = rf"(?!(?:{_BEGINS})\b)(?:[A-Z][\w&’'-]*(?: {_PART}){{0,3}} )(?:{_KIND})"
_DAY = (
    "Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Photo|Washington"
)
_NOT_MORE = rf"(?![\w&-])(?! (?!(?:{_DAY}))[A-Z][a-z]+\b(?! (?:reported|reports|wrote)))"


@dataclass(frozen=True, slots=True)
class Mention:
    """`text[start:end]` names an outlet, the article before it included."""

    start: int
    end: int
    outlet: Outlet


def read(text: str, known: Iterable[str] = ()) -> tuple[Mention, ...]:
    """The outlets that a text names, in order; `known` are names of outlets from elsewhere.

    `the Post` and `the newspaper` are the one named last, `the Post` else one of `known`. Linear in
    the text.
    """
    others = tuple(sorted(known))
    found = sorted(_spans(text, others))
    mentions: list[Mention] = []
    at = 0
    for start, end, means in found:
        if start < at:
            continue
        outlet = _meant(means, text[start:end], mentions, others)
        if outlet is not None:
            mentions.append(Mention(start, end, outlet))
            at = end
    return tuple(mentions)


def _spans(text: str, known: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    """(start, end, what it is): a name in full, a bare kind (`the Post`), or an anaphora."""
    for found in _pattern(known).finditer(text):
        article, name = found["article"], found["name"]
        bare = name in KINDS or (name.split()[-1:] == [name] and name in USUAL)
        if bare and not article:
            continue
        if needs_article(name) and not article and name not in known:
            continue
        yield (*found.span(), "kind" if bare else "name")
    for found in _ANAPHORA.finditer(text):
        yield (*found.span(), "anaphora")


@lru_cache(maxsize=64)
def _pattern(known: tuple[str, ...]) -> re.Pattern[str]:
    names = _spellings() | {re.sub(r"^[Tt]he ", "", name) for name in known}
    return re.compile(
        rf"(?<![\w&@#/.-])(?P<article>[Tt]he )?(?=[A-Z\d])"
        rf"(?P<name>(?:{any_of(sorted(names))}|{_NAMED}|{_KIND}){_NOT_MORE})"
    )


@cache
def _spellings() -> frozenset[str]:
    return frozenset(outlets())


def _meant(
    means: str, words: str, before: Sequence[Mention], known: Sequence[str]
) -> Outlet | None:
    if means == "name":
        return outlet_of(words)
    if means == "anaphora":
        return before[-1].outlet if before else None
    kind = words.rsplit(maxsplit=1)[-1]
    named = [one.outlet.name for one in reversed(before)] + [*known]
    for name in named:
        folded = fold_name(name)
        if folded[-1:] == (kind.lower(),):
            return outlet_of(name)
    return outlet_of(USUAL[kind]) if kind in USUAL else None
