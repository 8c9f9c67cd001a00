"""Further answers in a pack: by those of whom the brief speaks, in no words that it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nutgraf.app.suggesting.already import Already, overlaps
from nutgraf.app.suggesting.candidate import Candidate
from nutgraf.checks.case import Case
from nutgraf.checks.fairness.answer_offered import answerer, offer_of
from nutgraf.checks.fairness.parties import mentions, speaks
from nutgraf.checks.told_to_readers import Told
from nutgraf.evidence.index import Index
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.responses import Response, responses
from nutgraf.model import Evidence

_RANK = 5
_SILENT = 7
_CONTESTS = frozenset(["denial", "defence", "admission"])
_SAME = 0.6  # of the stems of the shorter of two answers
_GENERAL = 3  # stems
_BACK = 3  # sentences back to whom `she said` may go


def further_answers(already: Already, taken: Sequence[Evidence]) -> Iterator[Candidate]:
    """What somebody has answered, or that somebody did not, other than `taken`; each once."""
    case = already.case
    told = [one for one in case.told if one.published]
    given: list[Response] = []
    silent: dict[SourceSpan, list[Response]] = {}
    every = responses(case.pack)
    for at, one in enumerate(every):
        if any(overlaps(one.span, evidence, case) for evidence in taken):
            continue
        index = case.pack.sources[one.span.source.casefold()].index
        named = [each for each in told if mentions(index, each.text, one.party)]
        if not named:
            continue
        if one.sort == "silence":
            silent.setdefault(one.span, []).append(one)
            continue
        if one.sort not in _CONTESTS or _is_told(already, one):
            continue
        if len(one.topic) <= _GENERAL and _speaks(one, told, index):
            continue  # `rejected the charge`: the brief has what was said instead
        if any(_is_same(one, other) for other in given):
            continue
        given.append(one)
        yield _answer(already, one, (_RANK, at))
    for at, several in enumerate(silent.values()):
        index = case.pack.sources[several[0].span.source.casefold()].index
        # The line would say it of all of them.
        if not any(_answers(case, one, every) or _speaks(one, told, index) for one in several):
            yield _silence(already, several, (_SILENT, at))


def _is_told(already: Already, one: Response) -> bool:
    """Whether the brief has an answer, or the words that it quotes."""
    if one.quoted is None:
        return already.tells(one.span)
    return already.quotes(SourceSpan(one.span.source, one.quoted.start, one.quoted.end))


def _answers(case: Case, one: Response, every: Sequence[Response]) -> bool:
    """Whether who did not answer one newsroom has said something somewhere in the pack."""
    index = case.pack.sources[one.span.source.casefold()].index
    return any(other.sort != "silence" and mentions(index, other.by, one.party) for other in every)


def _speaks(one: Response, told: Sequence[Told], index: Index) -> bool:
    """Whether the brief lets a party speak, or says that it did not."""
    return any(
        speaks(sentence, told[max(0, at - _BACK) : at], one.party, index)
        for at, sentence in enumerate(told)
    )


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
