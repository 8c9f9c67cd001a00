"""Steps of the law that a brief takes and no source of its pack does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nutgraf.checks.case import Case
from nutgraf.checks.sentences_told import Sentence, sentences_told
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.law_told import (
    StepTold,
    is_other_party,
    shares_party,
    steps_told,
)
from nutgraf.language.law_words import ANY_WRONG, OPEN, Rung
from nutgraf.model import Evidence

# A plea or a sentence says that the steps before it were taken, too.
_IMPLIED_BY: dict[Rung, frozenset[Rung]] = {
    Rung.ARRESTED: frozenset(
        {Rung.ARRESTED, Rung.CHARGED, Rung.TRIED, Rung.CONVICTED, Rung.SENTENCED}
    ),
    Rung.CHARGED: frozenset({Rung.CHARGED, Rung.TRIED, Rung.CONVICTED, Rung.SENTENCED}),
    Rung.FOUND: frozenset({Rung.FOUND, Rung.CONVICTED, Rung.SENTENCED}),
    Rung.CONVICTED: frozenset({Rung.CONVICTED, Rung.SENTENCED}),
    Rung.SENTENCED: frozenset({Rung.SENTENCED}),
    Rung.ADMITTED: frozenset({Rung.ADMITTED}),
}


# Nouns that a brief may have of a step which a source tells otherwise: `the arrest`.
_NO_VERB = re.compile(
    r"^(?:arrests?|the charges|charges? of|charges|findings?|trial)\b", re.IGNORECASE
)


_COURT_ACTS = re.compile(
    r"\b(?:courts?|judges?|justices|tribunal)(?! (?:has|have|had) (?:not|yet))(?: \w+){0,4}? "
    r"(?:ordered|blocked|dismissed|allowed|granted|denied|approved|rejected|sided|halted|barred"
    r"|ruled|found|upheld|threw|struck|let|refused|cleared|awarded)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Beyond:
    """A step that `sentence` takes, and the furthest that a source goes with that party or matter.

    `rung` is that of the source; `denied` tells that the source says it was not taken.
    """

    sentence: Sentence
    step: StepTold
    place: tuple[int, int]
    evidence: Evidence
    rung: Rung
    denied: bool


def steps_beyond(case: Case) -> tuple[Beyond, ...]:
    """Every step of the law that no source of the pack reaches for that party."""
    return tuple(_beyond(case))


def _beyond(case: Case) -> Iterator[Beyond]:
    there = [(one.source.id, told) for one in case.pack for told in steps_told(one.index.reading)]
    if not there:
        return
    for sentence in sentences_told(case):
        if sentence.is_quotation or not sentence.in_body:
            continue
        for told in steps_told(sentence.claims[0].reading):
            if not sentence.start <= told.start < sentence.end:
                continue
            if told.quoted or not _is_said(sentence, told):
                continue
            reaching = [other for _, other in there if _reaches(other, told)]
            if any(shares_party(told, other) for other in reaching):
                continue
            if reaching and not any(_denies(other, told) for _, other in there):
                continue
            near = [(source, other) for source, other in there if _is_of_it(told, other)]
            if told.step.vague:
                near = _not_yet_ruled(case, there)
            if not near:
                continue
            source, best = max(near, key=lambda one: _telling(told, one[1]))
            words = case.pack.evidence(SourceSpan(source, *best.shown))
            yield Beyond(
                sentence, told, (told.start, told.end), words, best.step.rung, best.step.denied
            )


def _is_said(sentence: Sentence, told: StepTold) -> bool:
    """Whether a brief says that a step was taken, in a verb of its own."""
    if not told.step.taken or told.step.rung not in _IMPLIED_BY:
        return False
    if told.step.vague and told.step.rung is not Rung.FOUND:
        return False
    at = told.start - sentence.start
    words = sentence.own[at : told.end - sentence.start]
    return OPEN.search(sentence.own[:at]) is None and _NO_VERB.search(words) is None


def _reaches(other: StepTold, told: StepTold) -> bool:
    """Whether a step of a source is, or implies, the one that the brief takes."""
    if not other.step.taken or is_other_party(told, other) or not _may_be_for(told, other):
        return False
    if told.step.rung in (Rung.FOUND, Rung.ADMITTED) and told.step.law and not other.step.law:
        return False
    if other.step.vague and not shares_party(told, other):
        return False
    if other.step.rung is told.step.rung:
        return True
    plea = other.step.rung is Rung.ADMITTED and other.step.law
    implied = other.step.rung in _IMPLIED_BY[told.step.rung]
    if told.step.rung is Rung.FOUND and not shares_party(told, other):
        return False
    return implied or (plea and told.step.rung is not Rung.SENTENCED)


def _denies(other: StepTold, told: StepTold) -> bool:
    """Whether a source says of that very party that the step was not taken."""
    same = other.step.rung is told.step.rung and shares_party(told, other)
    return same and other.step.denied and _may_be_for(told, other)


def _may_be_for(one: StepTold, other: StepTold) -> bool:
    """Whether two steps may be for one wrong."""
    ours, theirs = one.step.wrongs - {ANY_WRONG}, other.step.wrongs - {ANY_WRONG}
    return not ours or not theirs or bool(ours & theirs)


def _is_of_it(told: StepTold, other: StepTold) -> bool:
    """Whether a step of a source is of the party or the wrong that the brief tells of."""
    if other.step.vague or is_other_party(told, other):
        return False
    if shares_party(told, other):
        return True
    same = (told.step.wrongs & other.step.wrongs) - {ANY_WRONG}
    return bool(same) or bool(told.step.words & other.step.words)


def _not_yet_ruled(case: Case, there: Sequence[tuple[str, StepTold]]) -> list[tuple[str, StepTold]]:
    """Where sources say that a court has yet to rule, and none tells of any act of a court."""
    if any(_COURT_ACTS.search(one.source.body) for one in case.pack):
        return []
    return [
        (source, other)
        for source, other in there
        if other.step.rung is Rung.FOUND and other.step.vague and not other.step.taken
    ]


def _telling(told: StepTold, other: StepTold) -> tuple[bool, bool, bool, bool, Rung]:
    """How well a step of a source shows how far it goes; the greatest shows it best."""
    same = other.step.rung is told.step.rung
    near = shares_party(told, other)
    return (
        same and other.step.denied and (near or bool(told.step.words & other.step.words)),
        near or not told.party,
        other.step.shown[1] > other.step.end or bool(told.party),
        other.step.taken,
        other.step.rung,
    )
