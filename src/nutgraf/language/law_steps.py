"""The steps of the law that a sentence tells of: which, whether it says that they were taken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from nutgraf.language.characters import level
from nutgraf.language.law_words import ANY_WRONG, FAULT, STEP, UNREAL, WRONG, Rung

# What one word at least of every step begins with; most sentences have none.
_OPENINGS_TEXT = """
accu acco ackn acce admi agai alle appa arbi arre arra beli char clai comp conc conf conv coun
cour cust deci decl deem deta dete deni face faci fact faul find fine fini foun guil held impr
indi inqu enqu inve jail judg juri juro jury just kick lawy laws lega liab life like lose lost
magi mont offi auth own owne owns pers plai plea pled poli poss pote pris prob pros purp ques
repo rule ruli sent stru sue sued sues suin suit supp susp term thou tria trie trib unde verd
want win wins won year hand
"""
_OPENINGS = frozenset(_OPENINGS_TEXT.split())
_WORD = re.compile(r"[a-z]{3,}")
_AHEAD = 90  # characters behind a step in which it tells of what it is
_BACK = 45  # and before it
_NEXT = 30  # characters between a step and what it is for, where the two are shown as one
_ROOT = 5  # letters by which `violated` and `violations` are one
_CLAUSE_END = re.compile(r"[.;:—–!?]|, (?:and|but|while|which|who)\b")
_DENIAL = re.compile(
    r"(?:(?:has|have|had|did|do|does|is|was|were|are|be) )?(?:not|never|no|nobody|none|without"
    r"|den(?:y|ies|ied|ying)|\w+n't)\b[^,;:.—–()]{0,40}$",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|never|no|nobody|none|neither|nor|without|den(?:y|ies|ied|ying)|cannot|cleared"
    r"|acquitted|\w+n't)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(r"\b(?:will|to) be $", re.IGNORECASE)
_NOT_YET = re.compile(r"\b(?:not|never|yet to|no)\b|n['’]t\b", re.IGNORECASE)
_NOUN = re.compile(r"(?:convictions?|sentences?|verdicts?)\b", re.IGNORECASE)
_MAYBE = re.compile(r"[^.;,]{0,40}? (?:could|would|may|might|can|carr(?:y|ies))\b")
_VOICE = re.compile(
    r"(?:according|prosecutors|police|detectives|investigators|officials|authori)"
    r".* (?:to|say|said|believed?|contend|contended|argued?)\b",
    re.IGNORECASE,
)
_BY_COURT = re.compile(
    r"(?:\w+ )?(?:courts?|judges?|magistrates?|tribunals?|jur(?:y|ies|ors?))\b"
    r".* (?:ruled|rules|found|held)$",
    re.IGNORECASE,
)
_PLEA = re.compile(r"guilty|confess", re.IGNORECASE)
_SAID = re.compile(r"(?:admit|acknowledg|conced|own|admission|concession)", re.IGNORECASE)
_NONE = re.compile(
    r"(?: that)?(?: \w+){0,2}? (?:no|nothing|neither|nobody|not)\b|(?<= no)", re.IGNORECASE
)
_GUILTY = re.compile(r"(?: [\w'’]+){0,4}? guilty\b", re.IGNORECASE)
_NAMED_WRONG = re.compile(
    r"liable|guilty|breach|violation|contempt|illegal|unlawful|unconst"
    r"|negligent|fault|responsible|violated|broke|fin(?:ed|ing)|against|lost|verdict|struck",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class LawStep:
    """`text[start:end]` tells of a step; `taken`: of one that was taken.

    `denied`: the sentence says that it was not. `wrongs` are the classes of what it is for, `words`
    the roots of its words; `law` tells that it is for something against the law, and not for a
    mistake. `shown` is the span of it with the first of those words. `vague`: something is
    said to be admitted or ruled, and it is no known wrong; or it tells only who accuses.
    """

    rung: Rung
    start: int
    end: int
    taken: bool
    denied: bool
    wrongs: frozenset[str]
    words: frozenset[str]
    law: bool
    shown: tuple[int, int]
    vague: bool


@lru_cache(maxsize=4096)
def law_steps(sentence: str) -> tuple[LawStep, ...]:
    """The steps of a sentence, in order. Linear in the sentence."""
    text = level(sentence)
    if _OPENINGS.isdisjoint(word[:4] for word in _WORD.findall(text.lower())):
        return ()
    return tuple(_steps(text))


def _steps(text: str) -> Iterator[LawStep]:
    for found in STEP.finditer(text):
        rung = Rung[found.lastgroup or ""]
        before = text[max(0, found.start() - 60) : found.start()]
        unreal = UNREAL.search(before)
        taken = unreal is None
        denied = unreal is not None and _DENIED.search(unreal[0]) is not None
        if rung is Rung.SENTENCED and _TO_COME.search(before) and "if " not in before.lower():
            rung, taken = Rung.CONVICTED, True
        stop = _CLAUSE_END.search(text, found.end())
        behind = (
            found.end(),
            min(len(text), found.end() + _AHEAD, stop.start() if stop else len(text)),
        )
        wrong = WRONG.search(text, *behind)
        unfound = rung is Rung.FOUND and _NOT_YET.search(found[0])
        if _NONE.match(text, found.end()) or unfound:
            taken, denied = False, True
        if _NOUN.match(found[0]) and _MAYBE.match(text, found.end()):
            taken = False
        if rung is Rung.FOUND and _GUILTY.match(text, found.end()):
            rung = Rung.CONVICTED
        inside = WRONG.search(text, *found.span())
        front = WRONG.search(text, max(0, found.start() - _BACK), found.start())
        fault = FAULT.search(text, *behind)
        said = rung is Rung.ADMITTED and _SAID.match(found[0]) is not None
        vague = said and not (wrong or fault or _PLEA.search(found[0]))
        vague = vague or _VOICE.match(found[0]) is not None
        if rung is Rung.DOUBTED and (wrong is None or wrong.start() - found.end() > _NEXT):
            continue
        if rung is Rung.FOUND and not (wrong or _NAMED_WRONG.search(found[0])):
            if not _BY_COURT.match(found[0]):
                continue
            vague = True
        near = [one for one in (wrong, inside, front) if one is not None]
        wrongs = frozenset(one.lastgroup or ANY_WRONG for one in near)
        words = frozenset(root for one in near for root in _roots(one[0]))
        end, shown = found.end(), found.span()
        if wrong is not None:
            if said or rung is Rung.FOUND:
                end = wrong.end()
            if wrong.start() - found.end() <= _NEXT:
                shown = found.start(), wrong.end()
        if denied and (no := _DENIAL.search(text, 0, shown[0])):
            shown = no.start(), shown[1]
        law = (
            wrong is not None
            or vague
            or rung is not Rung.ADMITTED
            or _PLEA.search(found[0]) is not None
        )
        yield LawStep(rung, found.start(), end, taken, denied, wrongs, words, law, shown, vague)


_NO_WRONG = frozenset(["law", "laws", "rule", "rules", "contract", "contracts", "the", "its"])


def _roots(words: str) -> Iterator[str]:
    """What telling words begin with."""
    for word in re.findall(r"\w{4,}", words.lower()):
        if word not in _NO_WRONG:
            yield word[:_ROOT]
