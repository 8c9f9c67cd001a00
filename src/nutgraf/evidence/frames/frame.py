"""Frames: each verb of a sentence with the noun phrases that fill its roles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from nutgraf.evidence.frames.chunks import Chunk, chunks
from nutgraf.evidence.once import once
from nutgraf.evidence.reading import Reading
from nutgraf.language.cue_verbs import CUE_VERBS
from nutgraf.language.stems import Word, stem
from nutgraf.language.verb_forms import BE

# `ordered the firm to pay`: the one who is to pay is the one who is ordered.
_OBJECT_CONTROL_WORDS = """
ask order tell urge force allow want expect require persuade invite permit instruct advise warn
direct request compel oblige authorise authorize encourage enable help forbid press push
"""
_OBJECT_CONTROL = frozenset(stem(word) for word in _OBJECT_CONTROL_WORDS.split())


@dataclass(frozen=True, slots=True)
class Party:
    """Who fills a role: a noun phrase, with those that stand for the same one (appositions).

    `of` are the phrases that hang on it by a preposition.
    """

    phrases: tuple[Chunk, ...]
    of: tuple[tuple[str, Chunk], ...] = ()

    @property
    def words(self) -> tuple[Word, ...]:
        own = tuple(word for phrase in self.phrases for word in phrase.words)
        return own + tuple(word for _, phrase in self.of for word in phrase.words)


@dataclass(frozen=True)
class Frame:
    """A verb, and who stands to it in which role: `agent`, `patient`, or a preposition.

    `stem` is the verb's, or that of the verb whose converse it is; `sentence` is its number.
    """

    verb: Word
    sentence: int
    roles: tuple[tuple[str, Party], ...]
    passive: bool
    stem: str

    def of(self, role: str) -> tuple[Party, ...]:
        return tuple(party for name, party in self.roles if name == role)

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(
            word.stem for _, party in self.roles for word in party.words if word.content
        )


# Verbs that tell one event from its other side, with the roles they have for those of the first.
_CONVERSE = {
    stem("sell"): ("buy", {"agent": "from", "to": "agent"}),
    stem("lose"): ("beat", {"agent": "patient", "to": "agent", "patient": "prize"}),
    stem("defeat"): ("beat", {}),
    stem("acquire"): ("buy", {}),
    stem("purchase"): ("buy", {}),
    stem("borrow"): ("lend", {"agent": "to", "from": "agent"}),
    stem("receive"): ("give", {"agent": "to", "from": "agent"}),
    stem("succeed"): ("replac", {}),
}


def tellings(verb: str) -> frozenset[str]:
    """The stem of a verb, and those of the verbs that tell the same from the other side."""
    return frozenset({verb, *(other for other, (to, _) in _CONVERSE.items() if to == verb)})


def turned(frame: Frame) -> Frame:
    """A frame as its converse tells it: `A sold it to B` as `B bought it from A`."""
    known = _CONVERSE.get(frame.stem)
    if known is None or (frame.stem == stem("succeed") and not frame.of("patient")):
        return frame
    roles = tuple((known[1].get(role, role), party) for role, party in frame.roles)
    return replace(frame, stem=known[0], roles=roles)


@once
def frames(reading: Reading, start: int, end: int) -> tuple[Frame, ...]:
    """The frames of the sentence `reading.text[start:end]`."""
    cut = chunks(reading, start, end)
    return tuple(_Binder(cut, reading.sentence_at(start)).frames())


class _Binder:
    def __init__(self, cut: Sequence[Chunk], sentence: int) -> None:
        self.cut = cut
        self.sentence = sentence
        self.subjects: dict[int, tuple[Party, ...]] = {}
        self.objects: dict[int, tuple[Party, ...]] = {}

    def frames(self) -> Iterator[Frame]:
        for at, chunk in enumerate(self.cut):
            if chunk.kind != "verb":
                continue
            reduced = self._is_reduced(at)
            subject = self._subject(at, reduced=reduced)
            self.subjects[at] = subject
            passive = chunk.passive or reduced
            direct, oblique = self._behind(at)
            self.objects[at] = direct
            inverted = not subject and chunk.words[0].lower in CUE_VERBS and self._after_mark(at)
            if inverted and direct:
                subject, direct = direct[:1], direct[1:]
            roles: list[tuple[str, Party]] = []
            if passive:
                roles += [("patient", one) for one in subject]
                roles += [("agent", one) for name, one in oblique if name == "by"]
                roles += [("second", one) for one in direct]
                roles += [(name, one) for name, one in oblique if name != "by"]
            else:
                roles += [("agent", one) for one in subject]
                roles += [("patient", one) for one in direct]
                roles += oblique
            verb = chunk.words[0]
            known = "be" if verb.lower in BE else verb.stem
            yield turned(Frame(verb, self.sentence, tuple(roles), passive, known))

    def _after_mark(self, at: int) -> bool:
        return at == 0 or self.cut[at - 1].kind in ("comma", "stop")

    def _is_reduced(self, at: int) -> bool:
        """`the firm, owned by two brothers,` and `the firm owned by two brothers`."""
        chunk = self.cut[at]
        after = self.cut[at + 1] if at + 1 < len(self.cut) else None
        by = after is not None and after.kind == "preposition" and after.first in ("by", "in", "at")
        return bool(
            chunk.bare
            and not chunk.infinitive
            and not chunk.passive
            and at
            and by
            and after is not None
            and (after.first == "by" or self.cut[at - 1].kind == "comma")
            and chunk.words[0].lower.endswith(("ed", "en", "n", "t", "d"))
        )

    def _is_adjunct(self, place: int) -> bool:
        """A time, with the preposition before it."""
        if self.cut[place].kind == "time":
            return True
        after = self.cut[place + 1] if place + 1 < len(self.cut) else None
        return self.cut[place].kind == "preposition" and after is not None and after.kind == "time"

    # --- subjects -----------------------------------------------------------------------------

    def _subject(self, at: int, *, reduced: bool) -> tuple[Party, ...]:
        chunk = self.cut[at]
        if chunk.infinitive:
            return self._controller(at)
        place = at - 1
        while place >= 0 and self._is_adjunct(place):
            place -= 1
        if place < 0:
            return ()
        before = self.cut[place]
        if before.kind == "relative":
            return self._antecedent(place)
        if before.kind == "and":
            return self._shared(place)
        if before.kind == "comma":
            if reduced:
                return self._party_ending(place - 1)
            return self._over_aside(place)
        if before.kind == "noun" and reduced:
            return (Party((before,)),)
        if before.kind == "noun" and before.first == "it" and (said := self._sayer(place)):
            return (Party((before, *said[0].phrases), said[0].of),)
        if before.kind == "noun":
            return self._party_ending(place)
        return ()

    def _sayer(self, place: int) -> tuple[Party, ...]:
        """Who is meant by `it` in `the firm said it had paid`."""
        at = place - 1
        if at >= 0 and self.cut[at].first == "that":
            at -= 1
        if at < 0 or self.cut[at].kind != "verb" or self.cut[at].first not in CUE_VERBS:
            return ()
        return self.subjects.get(at, ())[:1]

    def _controller(self, at: int) -> tuple[Party, ...]:
        """Who is to do what stands behind `to`."""
        for place in range(at - 1, -1, -1):
            if self.cut[place].kind in ("stop", "opener"):
                return ()
            if self.cut[place].kind == "verb":
                governor = self.cut[place].words[0].stem
                if self.cut[place].passive:
                    return self.subjects.get(place, ())
                direct = self.objects.get(place, ())
                if direct:
                    return direct if governor in _OBJECT_CONTROL else ()
                return self.subjects.get(place, ())
        return ()

    def _antecedent(self, relative: int) -> tuple[Party, ...]:
        place = relative - 1
        if place >= 0 and self.cut[place].kind == "comma":
            place -= 1
        if place < 0 or self.cut[place].kind != "noun":
            return ()
        return (Party((self.cut[place],)),)

    def _shared(self, place: int) -> tuple[Party, ...]:
        """The subject of the verb before `and`."""
        for i in range(place - 1, -1, -1):
            if self.cut[i].kind in ("stop", "opener"):
                return ()
            if self.cut[i].kind == "relative":
                return ()
            if self.cut[i].kind == "verb":
                return self.subjects.get(i, ())
        return ()

    def _over_aside(self, comma: int) -> tuple[Party, ...]:
        """The subject before what stands between two commas; appositions are the same one."""
        first = next(
            (i for i in range(comma - 1, -1, -1) if self.cut[i].kind in ("comma", "stop")), None
        )
        if first is None or self.cut[first].kind == "stop":
            return ()
        aside = self.cut[first + 1 : comma]
        heads = self._party_ending(first - 1)
        if not heads or not aside:
            return ()
        if aside[0].kind == "noun" and not any(c.kind == "verb" for c in aside):
            head = heads[0]
            hanging = tuple(_hanging(aside))
            return (Party((*head.phrases, aside[0]), head.of + hanging), *heads[1:])
        return heads

    def _party_ending(self, place: int) -> tuple[Party, ...]:
        """The noun phrase that ends at a chunk, with what hangs on it and those joined to it."""
        of: list[tuple[str, Chunk]] = []
        joined: list[Chunk] = []
        while place >= 0 and self.cut[place].kind == "noun":
            before = self.cut[place - 1] if place else None
            if before is not None and before.kind == "preposition":
                of.insert(0, (before.first, self.cut[place]))
                place -= 2
                if place < 0 or self.cut[place].kind != "noun":
                    return ()
                continue
            if (
                before is not None
                and before.kind == "and"
                and place > 1
                and self.cut[place - 2].kind == "noun"
                and not self._verb_before(place - 2)
            ):
                joined.insert(0, self.cut[place])
                place -= 2
                continue
            break
        if place < 0 or self.cut[place].kind != "noun":
            return ()
        return (Party((self.cut[place],), tuple(of)), *(Party((one,)) for one in joined))

    def _verb_before(self, place: int) -> bool:
        """Whether a verb of the same clause stands before a noun phrase: then it is its object."""
        for i in range(place - 1, -1, -1):
            if self.cut[i].kind in ("stop", "opener", "relative"):
                return False
            if self.cut[i].kind == "verb":
                return True
        return False

    # --- objects ------------------------------------------------------------------------------

    def _behind(self, at: int) -> tuple[tuple[Party, ...], list[tuple[str, Party]]]:
        """The objects of a verb, and the phrases that prepositions bind to it."""
        direct: list[Party] = []
        oblique: list[tuple[str, Party]] = []
        role = ""
        place = at + 1
        while place < len(self.cut):
            chunk = self.cut[place]
            if chunk.kind == "noun":
                if self._is_subject(place):
                    break
                party = Party(self._with_apposition(place))
                if role:
                    if role == "of" and (direct or oblique):
                        _hang(direct, oblique, role, chunk)
                    oblique.append((role, party))
                else:
                    direct.append(party)
            elif chunk.kind == "preposition":
                role = chunk.first
            elif chunk.kind == "comma":
                if not self._goes_on(place):
                    break
            elif chunk.kind == "and":
                if place + 1 >= len(self.cut) or self.cut[place + 1].kind not in (
                    "noun",
                    "preposition",
                ):
                    break
            elif chunk.kind != "time":
                break
            place += 1
        return tuple(direct), oblique

    def _with_apposition(self, place: int) -> tuple[Chunk, ...]:
        """`the firm's owner, Ann Lee`: a description, and behind a comma the name."""
        own = self.cut[place]
        behind = self.cut[place + 1 : place + 4]
        if own.name is None and len(behind) > 1 and behind[0].kind == "comma":
            named = behind[1].kind == "noun" and behind[1].name is not None
            ended = len(behind) < 3 or behind[2].kind in ("comma", "stop")
            if named and ended:
                return (own, behind[1])
        return (own,)

    def _goes_on(self, comma: int) -> bool:
        after = self.cut[comma + 1] if comma + 1 < len(self.cut) else None
        return after is not None and after.kind in ("preposition", "time")

    def _is_subject(self, place: int) -> bool:
        """Whether the noun phrase belongs to the next verb: `said the mill closed`."""
        i = place + 1
        while i < len(self.cut) and self.cut[i].kind in ("preposition", "noun", "time"):
            if self.cut[i].kind == "noun" and self.cut[i - 1].kind != "preposition":
                return False
            i += 1
        if i >= len(self.cut) or self.cut[i].kind != "verb" or self.cut[i].infinitive:
            return False
        return not self._is_reduced(i)


def _hang(direct: list[Party], oblique: list[tuple[str, Party]], role: str, chunk: Chunk) -> None:
    """`the sale of the mill`: bind a phrase to the noun before it."""
    if oblique:
        name, party = oblique[-1]
        oblique[-1] = (name, Party(party.phrases, (*party.of, (role, chunk))))
    else:
        direct[-1] = Party(direct[-1].phrases, (*direct[-1].of, (role, chunk)))


def _hanging(aside: Sequence[Chunk]) -> Iterator[tuple[str, Chunk]]:
    for before, chunk in pairwise(aside):
        if before.kind == "preposition" and chunk.kind == "noun":
            yield before.first, chunk
