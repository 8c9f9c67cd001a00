"""Further answers in a pack: by those of whom the brief speaks, in no words that it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nutgraf.app.suggesting.already import Already, overlaps
from nutgraf.app.suggesting.candidate import Candidate, Worth
from nutgraf.checks.case import Case
from nutgraf.checks.fairness.answer_offered import answerer, offer_of
from nutgraf.checks.fairness.parties import answers_plainly, mentions, speaks
from nutgraf.checks.told_to_readers import Told
from nutgraf.evidence.index import Index
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.offered.said import Said
from nutgraf.evidence.responses import Response, responses
from nutgraf.language.speakers import same_name
from nutgraf.model import Evidence

_CONTESTS = frozenset(["denial", "defence", "admission"])
_SAME = 0.6  # of the stems of the shorter of two answers
_GENERAL = 1  # stems
_SHARED = 2
_TOGETHER = 700  # characters
_BACK = 3  # sentences back to whom `she said` may go


def further_answers(
    already: Already, taken: Sequence[Evidence], quoted: Sequence[Said]
) -> Iterator[Candidate]:
    """What somebody has answered, or that somebody did not, other than `taken`; each once.

    Of an answer that goes on with one of the quotations `quoted` that one is told.
    """
    case = already.case
    told = [one for one in case.told if one.published]
    given: list[Response] = []
    silent: dict[SourceSpan, list[Response]] = {}
    every = responses(case.pack)
    for at, one in enumerate(every):
        if any(overlaps(one.span, evidence, case) for evidence in taken):
            continue
        index = _index(case, one)
        named = [each for each in told if mentions(index, each.text, one.party)]
        if not named:
            continue
        if one.sort == "silence":
            silent.setdefault(one.span, []).append(one)
            continue
        if one.sort not in _CONTESTS or _is_told(already, one, told, index):
            continue
        if any(_is_same(one, other) for other in given):
            continue
        given.append(one)
        said = next((other for other in quoted if goes_on(case, one, other)), None)
        if said is None:
            yield _answer(already, one, (Worth.FURTHER_RESPONSE, at))
    for at, several in enumerate(silent.values()):
        index = _index(case, several[0])
        # The line would say it of all of them.
        if not any(_answers(case, one, every) or _speaks(one, told, index) for one in several):
            yield _silence(already, several, (Worth.SILENCE, at))


def contested(case: Case, one: Said) -> bool:
    """Whether a quotation belongs to an answer of somebody of whom the brief speaks."""
    return any(
        other.sort in _CONTESTS
        and goes_on(case, other, one)
        and any(
            mentions(_index(case, other), told.text, other.party)
            for told in case.told
            if told.published
        )
        for other in responses(case.pack)
    )


def goes_on(case: Case, one: Response, said: Said) -> bool:
    """Whether an answer goes on with a quotation by its party in the same paragraph."""
    if not said.speaker or not any(same_name(said.speaker, name) for name in one.party.names):
        return False
    text = _index(case, one).reading.text
    return any(
        carrier.source == one.span.source
        and 0 <= carrier.span[1] - one.span.start < _TOGETHER
        and "\n\n" not in text[one.span.end : carrier.span[0]]
        for carrier in said.carriers
    )


def _index(case: Case, one: Response) -> Index:
    return case.pack.sources[one.span.source.casefold()].index


def _is_told(already: Already, one: Response, told: Sequence[Told], index: Index) -> bool:
    """Whether the brief has an answer: what is denied may be told, and not that it is denied."""
    quoted = one.quoted
    if quoted is not None and already.quotes(SourceSpan(one.span.source, quoted.start, quoted.end)):
        return True
    letting = [sentence for at, sentence in enumerate(told) if _lets(told, at, one, index)]
    # Of `rejected the charge` the brief has what was said instead.
    general = len(one.topic) <= _GENERAL
    return any(
        general or answers_plainly(sentence) or len(sentence.stems & one.topic) >= _SHARED
        for sentence in letting
    )


def _answers(case: Case, one: Response, every: Sequence[Response]) -> bool:
    """Whether who did not answer one newsroom has said something somewhere in the pack."""
    index = _index(case, one)
    return any(other.sort != "silence" and mentions(index, other.by, one.party) for other in every)


def _speaks(one: Response, told: Sequence[Told], index: Index) -> bool:
    """Whether the brief lets a party speak, or says that it did not."""
    return any(_lets(told, at, one, index) for at in range(len(told)))


def _lets(told: Sequence[Told], at: int, one: Response, index: Index) -> bool:
    return speaks(told[at], told[max(0, at - _BACK) : at], one.party, index)


def _is_same(one: Response, other: Response) -> bool:
    shared = len(one.topic & other.topic)
    return shared >= max(1, _SAME * min(len(one.topic), len(other.topic)))


def _answer(already: Already, one: Response, rank: tuple[float, ...]) -> Candidate:
    story, _ = already.story_of(one.topic | one.before)
    offer = offer_of(already.case, one, story=story, beside=None)
    quoted = one.quoted
    return Candidate(
        "response",
        f"{answerer(one)} has answered; readers do not have these words",
        offer,
        rank,
        speaker="" if quoted is None or quoted.speaker is None else quoted.speaker.name,
        speaker_role="" if quoted is None or quoted.role is None else quoted.role.text,
    )


def _silence(already: Already, several: Sequence[Response], rank: tuple[float, ...]) -> Candidate:
    one = several[0]
    story, _ = already.story_of(one.topic | one.before)
    who = _listed([answerer(each) for each in several])
    return Candidate(
        "response",
        f"{who} {'was' if len(several) == 1 else 'were'} asked and did not answer; readers are "
        "not told",
        offer_of(already.case, one, story=story, beside=None),
        rank,
    )


def _listed(names: Sequence[str]) -> str:
    several = list(dict.fromkeys(names))
    return several[0] if len(several) == 1 else f"{', '.join(several[:-1])} and {several[-1]}"
