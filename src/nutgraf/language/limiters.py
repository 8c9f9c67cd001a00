"""What keeps a sentence from saying a thing outright: of whom, for how long, how surely, and where.

A limiter governs words; a statement that has those words and not the limiter says more. Its words
are in `limiter_words`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from nutgraf.language import certainty
from nutgraf.language import limiter_words as known
from nutgraf.language.certainty import Cue
from nutgraf.language.clause_words import Word
from nutgraf.language.scope import FEW, MOST, SOME

Span = tuple[int, int]
LimiterKind = Literal[
    "hedge", "thought", "early", "part", "place", "most", "time", "group", "which", "answered"
]


@dataclass(frozen=True, slots=True)
class Limiter:
    """`text[start:end]` limits what the words at `governed` say, the nearest first.

    `hedge`: it may not be so; `thought`: somebody thinks so; `early`: it is not the last word;
    `part`, `most`: so many of them; `place`: in some places; `time`: for a while; `group`: only
    those were looked at; `which`: only those of them get or must do something; `answered`: a share
    of those who answered.
    `strength` is a hedge's step, 1 to 4.
    """

    kind: LimiterKind
    start: int
    end: int
    governed: tuple[Span, ...]
    strength: int = 1


@lru_cache(maxsize=1024)
def limiters(text: str) -> tuple[Limiter, ...]:
    """The limiters of one sentence, in order, with the offsets in it. Linear in the text."""
    read = certainty.read(text)
    found = [
        *_hedges(read.text, read),
        *_thought(read),
        *_thought_aside(read),
        *_early(read),
        *_parts(read.text, read),
        *_times(read.text, read),
        *_groups(read),
        *_entitled(read.text),
    ]
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _hedges(text: str, read: certainty.Certainty) -> Iterator[Limiter]:
    for cue in read.of("hedge"):
        small = " ".join(cue.text.lower().split())
        if known.ACCUSING.search(small):
            continue
        if small in known.PLAIN_SPEECH and not known.PASSIVELY.search(
            text[: cue.end], max(0, cue.start - 24)
        ):
            continue
        if small == "possible" and known.IF_POSSIBLE.search(
            text[max(0, cue.start - 12) : cue.start]
        ):
            continue
        governed = _near(read.words, cue, 4)
        if governed:
            yield Limiter("hedge", cue.start, cue.end, governed, cue.step)


def _thought(read: certainty.Certainty) -> Iterator[Limiter]:
    """`Investigators believe the fire began in a kitchen`: who thinks so is not sure of it."""
    for cue in read.of("attribution"):
        if cue.text.lower() in known.THINKING and cue.party is not None:
            low, high = cue.reach
            if read.text[slice(*cue.party)].lower() in known.OURSELVES:
                continue
            if low < len(read.words) and read.words[low].small in ("to", "of"):
                continue  # `people believed to be`
            governed = _spans(read.words, [i for i in range(low, high) if read.words[i].content])
            yield Limiter("thought", cue.party[0], cue.end, governed[:8], 3)


def _thought_aside(read: certainty.Certainty) -> Iterator[Limiter]:
    """`a fire that investigators believe began in a kitchen`."""
    for found in known.THOUGHT_ASIDE.finditer(read.text):
        behind = [
            i for i, word in enumerate(read.words) if word.start >= found.end() and word.content
        ]
        yield Limiter("thought", *found.span("thought"), _spans(read.words, behind[:4]), 3)


def _early(read: certainty.Certainty) -> Iterator[Limiter]:
    for found in known.EARLY.finditer(read.text):
        behind = [
            i for i, word in enumerate(read.words) if word.start >= found.end() and word.content
        ]
        yield Limiter("early", *found.span(), _spans(read.words, behind)[:10])


def _parts(text: str, read: certainty.Certainty) -> Iterator[Limiter]:
    for cue in read.of("quantifier"):
        small = " ".join(cue.text.lower().split())
        if small in known.SEVERAL or not FEW <= cue.step <= MOST:
            continue
        if known.NOT_PART.match(text, cue.start):
            continue
        governed = _near(read.words, cue, 2, together=True)
        if small == "some" and not any(known.PLURAL.fullmatch(text[a:b]) for a, b in governed):
            continue  # `some help`, `some detailed information`
        if governed:
            yield Limiter("part" if cue.step <= SOME else "most", cue.start, cue.end, governed)
    for cue in read.of("limit"):
        if cue.note == "partly" and cue.heads:
            yield Limiter(
                "part", cue.start, cue.end, _spans(read.words, cue.heads[:1] + cue.heads[-1:])
            )
    for found in known.FOR_SOME.finditer(text):
        yield Limiter("part", *found.span("some"), (found.span("whom"),))
    for found in known.IN_SOME.finditer(text):
        before = [
            i for i, word in enumerate(read.words) if word.end <= found.start() and word.content
        ]
        yield Limiter("place", *found.span(), _spans(read.words, before[-8:][::-1]))
    for found in known.N_OF_M.finditer(text):
        behind = [i for i, word in enumerate(read.words) if word.start >= found.end()][:3]
        content = [i for i in behind if read.words[i].content]
        if content:
            yield Limiter("part", *found.span(), _spans(read.words, content))


def _times(text: str, read: certainty.Certainty) -> Iterator[Limiter]:
    for cue in read.of("limit"):
        if cue.note == "for a time" and cue.text.lower() in _FOR_A_TIME:
            heads = [i for i in cue.heads if known.TERMED.fullmatch(read.words[i].small)]
            if heads:
                yield Limiter("time", cue.start, cue.end, _spans(read.words, heads))
    for found in known.TIME_ADJECTIVE.finditer(text):
        inside = [
            i
            for i, word in enumerate(read.words)
            if found.start() < word.start < found.end() and word.content
        ]
        acts = [
            i
            for i, word in enumerate(read.words)
            if word.start >= found.end() and known.TERMED.fullmatch(word.small)
        ]
        first = text[found.start() :].split(maxsplit=1)[0]
        low = found.start()
        yield Limiter("time", low, low + len(first), _spans(read.words, inside[-1:] + acts[:1]))
    for found in known.AFTERWARDS.finditer(text):
        before = [
            i
            for i, word in enumerate(read.words)
            if word.end <= found.start() and known.TERMED.fullmatch(word.small)
        ]
        if before:
            yield Limiter("time", *found.span(), _spans(read.words, before[-1:]))


_FOR_A_TIME = frozenset(["temporarily", "provisionally", "briefly", "conditionally", "tentatively"])


def _groups(read: certainty.Certainty) -> Iterator[Limiter]:
    if not known.STUDIED.search(read.text):
        return
    for found in known.GROUP.finditer(read.text):
        kind = "animals" if found["animals"] else "people"
        span = found.span(kind)
        others = [
            i
            for i, word in enumerate(read.words)
            if word.content and not found.start() <= word.start < found.end()
        ]
        strength = 1 if kind == "animals" else 2
        yield Limiter("group", *span, _spans(read.words, others), strength)


def _entitled(text: str) -> Iterator[Limiter]:
    """`offered to patients whose numbers were involved`."""
    if known.ENTITLED.search(text):
        for found in known.WHICH_OF_THEM.finditer(text):
            yield Limiter("which", *found.span("which"), (found.span("whom"),))


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
