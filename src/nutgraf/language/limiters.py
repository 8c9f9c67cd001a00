"""What keeps a sentence from saying a thing outright: of whom, for how long, how surely, and where.

A limiter governs words; a statement that has those words and not the limiter says more. The
phrases are those of `hedges` and `scope`, less those that readers take for plain speech, and with
what follows the words that it limits (`until Friday`, `pending appeal`) or stands far from them
(`preliminary results show`, `in mice`). Gathered by hand from reports of health, weather, courts
and elections, after the advice of AP and Reuters on what must not be cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from nutgraf.language import certainty
from nutgraf.language.certainty import Cue
from nutgraf.language.clause_words import Word
from nutgraf.language.scope import FEW, MOST, SOME

Span = tuple[int, int]
LimiterKind = Literal["hedge", "thought", "early", "part", "most", "time", "group"]


@dataclass(frozen=True, slots=True)
class Limiter:
    """`text[start:end]` limits what the words at `governed` say, the nearest first.

    `hedge`: it may not be so; `thought`: somebody thinks so; `early`: it is not the last word;
    `part`, `most`: so many of them; `time`: for a while; `group`: only those were looked at.
    `strength` is a hedge's step, 1 to 4.
    """

    kind: LimiterKind
    start: int
    end: int
    governed: tuple[Span, ...]
    strength: int = 1


# Hedges of the table that readers of news take for plain speech, or that tell something else.
_PLAIN_SPEECH_TEXT = """
should; generally; typically; tends to; tend to; virtually; estimated to; regarded as; deemed to
considered to; signs of; risks; risk of; hopes of; chances of; chance of; prospect of; the prospect
the chance; threatens to; threaten to; threatened to; believed; thought; appears; appeared; seems
seemed; said to; reported to; claims to; claimed to; claim to; suspicion; would-be; arguably
if confirmed; if true; if approved; expects to; expect to; asked whether; say whether; say if
do not know; does not know; did not know; don't know; doesn't know; no evidence; disputed; unknown
remains to be seen; uncertain; unlikely; improbable; doubtful; questionable; not sure; anticipates
poised to; on course to; on track to
"""
_PLAIN_SPEECH = frozenset(one.strip() for one in _PLAIN_SPEECH_TEXT.replace("\n", ";").split(";"))
# Who says that it is so, or not, in court: that is told as an accusation.
ACCUSING = re.compile(r"\b(?:alleg\w+|accus\w+|charg\w+|indict\w+)", re.IGNORECASE)
_IF_POSSIBLE = re.compile(r"(?:if|as|as \w+ as|wherever|whenever|make|makes|made|best|worst|all) $")
_PASSIVELY = re.compile(
    r"\b(?:is|are|was|were|be|been|being)(?: (?:widely|still|now|also))?"
    r" (?:said|reported|alleged) to\b"
)
_THINKING = frozenset(
    [
        "think",
        "thinks",
        "thought",
        "believe",
        "believes",
        "believed",
        "suspect",
        "suspects",
        "suspected",
    ]
)
_OURSELVES = frozenset(["i", "we", "you"])
_EARLY = re.compile(
    r"\b(?:preliminary|early|initial|interim|unofficial|provisional|partial|incomplete|tentative)"
    r" (?:\w+ ){0,2}?(?:results?|findings?|figures|data|counts?|tall(?:y|ies)|returns|estimates?"
    r"|tests?|test results|reports?|signs|indications|assessments?|analys[ie]s|evidence|reviews?"
    r"|stud(?:y|ies)|numbers|information|investigation)\b",
    re.IGNORECASE,
)
_ORDERS = (
    r"(?:injunctions?|restraining orders?|stays?|bans?|orders?|blocks?|halts?|freezes?|rulings?"
    r"|approval|authori[sz]ation|deals?|agreements?|truces?|ceasefires?|closures?|suspensions?|relief)"
)
_TIME_ADJECTIVE = re.compile(
    rf"\b(?:temporary|preliminary|provisional|interim|tentative|conditional|short-term)"
    rf" (?:\w+ ){{0,2}}?{_ORDERS}\b",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(
    r"\b(?:pending (?:an? |the |its |their |further )?(?:\w+ )?(?:appeals?|hearing|trial|review"
    r"|litigation|inquiry|investigation|outcome|ruling|decision|challenge)"
    r"|while (?:the |an? |its |their )?(?:\w+ )?(?:case|lawsuit|suit|appeal|litigation|challenge"
    r"|inquiry|investigation|review|matter) (?:proceeds|continues|plays out|goes on"
    r"|is (?:heard|pending|under way|decided|considered)|(?:moves|goes) (?:forward|ahead))"
    r"|for the time being|for now|on a trial basis|until further notice"
    r"|for (?:at least |up to |another |the next )?(?:\d+|two|three|four|five|six|seven|ten|twelve"
    r"|14|30|60|90|a|one) (?:days?|weeks?|months?))\b",
    re.IGNORECASE,
)
# The only acts of which a term tells more than that they were done.
_TERMED = re.compile(
    r"block(?:ed|s|ing)?|halt(?:ed|s|ing)?|barr(?:ed|ing)|bann(?:ed|ing)|clos(?:ed|es|ing)"
    r"|shut(?:s|ting)?|fr(?:oze|ozen|eez\w*)|stopp(?:ed|ing)|lift(?:ed|s|ing)?|waiv(?:ed|es|ing)"
    r"|cut(?:s|ting)?|lower(?:ed|s|ing)?|rais(?:ed|es|ing)|prohibit\w*|approv\w+|agree\w*"
    r"|withdr[ae]w\w*|recall\w*|evacuat\w+|reopen\w*|reinstat\w+|allow\w*|clear(?:ed|s)?",
    re.IGNORECASE,
)
_ANIMALS = (
    r"(?:\w+ )?(?:mice|mouse|rats?|rodents?|monkeys?|macaques?|pigs?|rabbits?|hamsters?|ferrets?"
    r"|zebrafish|fruit flies|worms|animals?|cells?|a dish|dishes|the lab|a laboratory|laboratory"
    r" tests|lab tests|computer (?:models?|simulations?)|test tubes?)"
)
_PEOPLE = (
    r"(?:adults|patients|people|men|women|children|boys|girls|babies|infants|toddlers|teenagers"
    r"|adolescents|students|smokers|nonsmokers|drinkers|drivers|workers|employees|nurses|doctors"
    r"|veterans|residents|households|voters|participants|volunteers|pregnant women|older (?:adults"
    r"|people|women|men|patients)|younger (?:adults|people|women|men|patients)|those)"
)
_WHICH = (
    r"(?:with|without|over|under|aged?|ages|older than|younger than|who|whose|on|taking|at|from|in"
    r"|between|born|living|registered)"
)
_GROUP = re.compile(
    rf"\b(?:in|among|of|on|for|using|with) (?P<animals>{_ANIMALS})\b"
    rf"|\b(?:in|among|for) (?P<people>(?:\w+ ){{0,3}}?{_PEOPLE}(?: {_WHICH} [^,.;:()]+)?)",
    re.IGNORECASE,
)
_STUDIED = re.compile(
    r"\b(?:risks?|rates?|stud(?:y|ies|ied)|trials?|doses?|vaccin\w+|drugs?|treatments?|therap(?:y|ies)"
    r"|effects?|effective\w*|efficacy|symptoms?|infections?|cancer|tumou?rs?|survey\w*|polls?|diet\w*"
    r"|deaths?|strokes?|heart|diabetes|dementia|memory|pain|sleep|weight|disease\w*|survival|scores?"
    r"|experiments?|supplements?|pills?|tests?|researchers|scientists|reduc\w+|lower(?:s|ed)?"
    r"|protect\w*|improv\w+)\b",
    re.IGNORECASE,
)
_N_OF_M = re.compile(
    r"(?<![\d.,$£€])\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r" (?:out )?of (?:the|its|their|his|her|those|these|our)"
    r"(?: (?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+['’]s?))?\b"
    r"(?![.,]?\d| (?:million|billion|hundred|thousand))",
    re.IGNORECASE,
)
# `for some, it was` is not of a part of anything; `for some migrants` is.
_FOR_SOME = re.compile(r"\bfor (?P<some>some) (?P<whom>(?!time\b|reason\b)[a-z]+s)\b")
# What a bare plural says as well: `several groups sued`, and `groups sued`.
_SEVERAL_TEXT = """
several; several of; various; a number of; certain; a couple of; one of; a few; a few of; dozens of
hundreds of; thousands of; scores of; numerous; countless; a handful of; a handful; lots of
a lot of
"""
_SEVERAL = frozenset(one.strip() for one in _SEVERAL_TEXT.replace("\n", ";").split(";"))
_NOT_PART = re.compile(
    r"(?:some|certain) (?:\d|of the (?:most|best|worst|biggest|largest))", re.IGNORECASE
)


STATUS = re.compile(
    r"illegal(?:ly)?|unlawful(?:ly)?|undocumented|unauthori[sz]ed|overstay\w*|deportable|removable",
    re.IGNORECASE,
)
"""Words for somebody's being in a country without a right to."""


@lru_cache(maxsize=1024)
def limiters(text: str) -> tuple[Limiter, ...]:
    """The limiters of one sentence, in order, with the offsets in it. Linear in the text."""
    read = certainty.read(text)
    found = [
        *_hedges(read.text, read),
        *_thought(read),
        *_early(read),
        *_parts(read.text, read),
        *_times(read.text, read),
        *_groups(read),
    ]
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _hedges(text: str, read: certainty.Certainty) -> Iterator[Limiter]:
    for cue in read.of("hedge"):
        small = " ".join(cue.text.lower().split())
        if ACCUSING.search(small):
            continue
        if small in _PLAIN_SPEECH and not _PASSIVELY.search(
            text[: cue.end], max(0, cue.start - 24)
        ):
            continue
        if small == "possible" and _IF_POSSIBLE.search(text[max(0, cue.start - 12) : cue.start]):
            continue
        governed = _near(read.words, cue, 4)
        if governed:
            yield Limiter("hedge", cue.start, cue.end, governed, cue.step)


def _thought(read: certainty.Certainty) -> Iterator[Limiter]:
    """`Investigators believe the fire began in a kitchen`: who thinks so is not sure of it."""
    for cue in read.of("attribution"):
        if cue.text.lower() in _THINKING and cue.party is not None:
            low, high = cue.reach
            if read.text[slice(*cue.party)].lower() in _OURSELVES:
                continue
            if low < len(read.words) and read.words[low].small in ("to", "of"):
                continue  # `people believed to be`
            governed = _spans(read.words, [i for i in range(low, high) if read.words[i].content])
            yield Limiter("thought", cue.party[0], cue.end, governed[:8], 3)


def _early(read: certainty.Certainty) -> Iterator[Limiter]:
    for found in _EARLY.finditer(read.text):
        behind = [
            i for i, word in enumerate(read.words) if word.start >= found.end() and word.content
        ]
        yield Limiter("early", *found.span(), _spans(read.words, behind)[:10])


def _parts(text: str, read: certainty.Certainty) -> Iterator[Limiter]:
    for cue in read.of("quantifier"):
        small = " ".join(cue.text.lower().split())
        if small in _SEVERAL or not FEW <= cue.step <= MOST:
            continue
        if _NOT_PART.match(text, cue.start):
            continue
        governed = _near(read.words, cue, 2, together=True)
        if governed:
            yield Limiter("part" if cue.step <= SOME else "most", cue.start, cue.end, governed)
    for cue in read.of("limit"):
        if cue.note == "partly" and cue.heads:
            yield Limiter(
                "part", cue.start, cue.end, _spans(read.words, cue.heads[:1] + cue.heads[-1:])
            )
    for found in _FOR_SOME.finditer(text):
        yield Limiter("part", *found.span("some"), (found.span("whom"),))
    for found in _N_OF_M.finditer(text):
        behind = [i for i, word in enumerate(read.words) if word.start >= found.end()][:3]
        content = [i for i in behind if read.words[i].content]
        if content:
            yield Limiter("part", *found.span(), _spans(read.words, content))


def _times(text: str, read: certainty.Certainty) -> Iterator[Limiter]:
    for cue in read.of("limit"):
        if cue.note == "for a time" and cue.text.lower() in _FOR_A_TIME:
            heads = [i for i in cue.heads if _TERMED.fullmatch(read.words[i].small)]
            if heads:
                yield Limiter("time", cue.start, cue.end, _spans(read.words, heads))
    for found in _TIME_ADJECTIVE.finditer(text):
        inside = [
            i
            for i, word in enumerate(read.words)
            if found.start() < word.start < found.end() and word.content
        ]
        acts = [
            i
            for i, word in enumerate(read.words)
            if word.start >= found.end() and _TERMED.fullmatch(word.small)
        ]
        first = text[found.start() :].split(maxsplit=1)[0]
        low = found.start()
        yield Limiter("time", low, low + len(first), _spans(read.words, inside[-1:] + acts[:1]))
    for found in _AFTERWARDS.finditer(text):
        before = [
            i
            for i, word in enumerate(read.words)
            if word.end <= found.start() and _TERMED.fullmatch(word.small)
        ]
        if before:
            yield Limiter("time", *found.span(), _spans(read.words, before[-1:]))


_FOR_A_TIME = frozenset(["temporarily", "provisionally", "briefly", "conditionally", "tentatively"])


def _groups(read: certainty.Certainty) -> Iterator[Limiter]:
    if not _STUDIED.search(read.text):
        return
    for found in _GROUP.finditer(read.text):
        kind = "animals" if found["animals"] else "people"
        span = found.span(kind)
        others = [
            i
            for i, word in enumerate(read.words)
            if word.content and not found.start() <= word.start < found.end()
        ]
        strength = 1 if kind == "animals" else 2
        yield Limiter("group", *span, _spans(read.words, others), strength)


def _near(
    words: Sequence[Word], cue: Cue, most: int, *, together: bool = False
) -> tuple[Span, ...]:
    """The first words of content behind a cue; `together`: only those that stand in a row."""
    low, high = cue.reach
    found: list[int] = []
    for at in range(low, high):
        if words[at].content:
            found.append(at)
        elif together and found:
            break
        if len(found) == most:
            break
    return _spans(words, found)


def _spans(words: Sequence[Word], at: Sequence[int]) -> tuple[Span, ...]:
    return tuple((words[i].start, words[i].end) for i in at)
