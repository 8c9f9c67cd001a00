"""Judges one statement against sources: the passage that carries it, slot by slot."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from nutgraf.evidence.against import ABSENT, COMPANY, Against, against, carries
from nutgraf.evidence.carriers import carriers
from nutgraf.evidence.denials import denied_in, is_denial
from nutgraf.evidence.difference import Difference
from nutgraf.evidence.held import holds
from nutgraf.evidence.index import Index
from nutgraf.evidence.judgement import Judgement, SourceSpan
from nutgraf.evidence.reading import Reading, Span
from nutgraf.evidence.slots.causes import cause_differences
from nutgraf.language.governing import is_negated
from nutgraf.model import Verdict

# With so much of its words a statement is carried; so much more is a better passage.
_CARRIED = 0.8
_BY_FAR = 0.25
# A source that comes so near to a statement as another one speaks of the same.
_AS_NEAR = 0.8
_ABOUT_AS_NEAR = 0.6
_AT_ALL = 0.2
# Where a part of a statement ends, and the fewest content words of one.
_JOINT = re.compile(r"\s(?=and\s)|;\s|,\s(?!\d)")
_PART = 3
# Of more sources than these, only the nearest to a statement are compared with it.
NEAREST = 3


def judge(
    claim: Reading,
    start: int,
    end: int,
    own: Sequence[tuple[str, Index]],
    others: Sequence[tuple[str, Index]] = (),
) -> Judgement:
    """The judgement on `claim.text[start:end]` by the sources it rests on, `own`.

    Where none of them carries it, `others` are asked, to say where it stands. Sources are given as
    (id, index).
    """
    if not own and not others:
        return Judgement("uncited", reasons=("there is no source to hold it against",))
    told = [against(claim, start, end, *one) for one in _worth_reading(claim, start, end, own)]
    told = [_as_denied(one, claim, (start, end), own) for one in told]
    best = _outweighed(min(told, key=_rank), told) if told else None
    if best is None or best.verdict != "supported":
        worth = _worth_reading(claim, start, end, others)
        carrying = _first_carrying(claim, start, end, worth)
        if carrying is not None:
            known = _answers_of([*told, carrying])
            return replace(
                _judgement(best or carrying, []),
                elsewhere=_passage(carrying),
                carriers=carriers(claim, start, end, others, known),
            )
        if best is None:
            best = min((against(claim, start, end, *one) for one in worth), key=_rank)
        best = _together(best, told)
        best = _with_held(best, told, claim, (start, end))
    best = _with_causes(best, claim, (start, end), [*own, *others])
    judgement = _judgement(best, [one.source for one in told if one.verdict == "supported"])
    if judgement.verdict != "supported":
        return judgement
    every = carriers(claim, start, end, [*own, *others], _answers_of(told))
    return replace(judgement, carriers=every)


def _answers_of(told: Iterable[Against]) -> dict[str, SourceSpan | None]:
    """The passages by which sources carry a statement; None for those that do not."""
    return {one.source: _passage(one) if one.verdict == "supported" else None for one in told}


def _first_carrying(
    claim: Reading, start: int, end: int, sources: Sequence[tuple[str, Index]]
) -> Against | None:
    """The first of some sources that carries a statement."""
    for name, index in sources:
        if carries(claim, start, end, index):
            return against(claim, start, end, name, index)
    return None


def _as_denied(
    one: Against, claim: Reading, span: Span, own: Sequence[tuple[str, Index]]
) -> Against:
    """What a statement denies, and a sentence of any source denies in as many of its words."""
    doubtful = [d for d in one.differences if d.slot == "polarity" and d.certain and d.theirs]
    said = claim.text[slice(*span)]
    if not doubtful or not (is_negated(said) or is_denial(said)):
        return one
    if not any(denied_in(index, claim, span) for _, index in own):
        return one
    kept = tuple(replace(d, certain=False) if d in doubtful else d for d in one.differences)
    return replace(one, differences=kept)


def _with_causes(
    best: Against, claim: Reading, span: Span, sources: Sequence[tuple[str, Index]]
) -> Against:
    """What the sources leave open or tell apart, and the statement calls cause and effect."""
    first = sorted(sources, key=lambda one: one[0] != best.source)
    for name, index in first:
        others = [other for named, other in sources if named != name]
        unsaid = tuple(cause_differences(claim, *span, index, others))
        if unsaid and name != best.source:
            return replace(against(claim, *span, name, index), differences=unsaid)
        if unsaid:
            return replace(best, differences=best.differences + unsaid)
    return best


def _worth_reading(
    claim: Reading, start: int, end: int, sources: Sequence[tuple[str, Index]]
) -> Sequence[tuple[str, Index]]:
    """The sources that come nearest to a statement, in the order given."""
    if len(sources) <= NEAREST:
        return sources
    stems = claim.stems_in(start, end)
    highest = [index.highest_share(stems) for _, index in sources]
    shares: list[tuple[float, int]] = []
    for at in sorted(range(len(sources)), key=lambda at: (-highest[at], at)):
        if len(shares) == NEAREST and highest[at] < -shares[-1][0] * 0.999:
            break
        shares = sorted([*shares, (-sources[at][1].share(stems), at)])[:NEAREST]
    return [sources[at] for at in sorted(at for _, at in shares)]


def _outweighed(best: Against, told: Sequence[Against]) -> Against:
    """What carries a statement by some of its words yields to what has all, and says otherwise.

    And a source that says otherwise yields to one that comes nearer and finds no fault.
    """
    if best.verdict == "contradicted":
        faultless = [
            one
            for one in told
            if not any(d.certain for d in one.differences)
            and one.coverage >= max(best.coverage, COMPANY)
        ]
        return max(faultless, key=lambda one: one.coverage, default=best)
    if best.verdict != "supported" or best.coverage >= _CARRIED:
        return best
    against_it = [
        one
        for one in told
        if one.verdict == "contradicted" and one.coverage >= max(best.coverage + _BY_FAR, _CARRIED)
    ]
    return max(against_it, key=lambda one: one.coverage, default=best)


def _together(best: Against, told: Sequence[Against]) -> Against:
    """What one source of several has not, another one that speaks of the same may have."""
    if len(told) < 2:
        return best
    absent = [one for one in told if one.verdict == "not found" and not _answers(best, one)]
    if absent and best.verdict in ("not checked", "not found") and best.coverage < ABSENT:
        # None of them comes near it.
        return max(absent, key=lambda one: one.coverage)
    lacking = {
        difference
        for difference in best.differences
        if any(one is not best and _has(one, difference, best) for one in told)
    }
    if not lacking:
        return best
    kept = tuple(replace(d, certain=False) if d in lacking else d for d in best.differences)
    return replace(best, differences=kept)


def _with_held(best: Against, told: Sequence[Against], claim: Reading, span: Span) -> Against:
    """What one source says otherwise of a figure, and another has beside the claim's words."""
    others = [one for one in told if one is not best and one.best and one.coverage >= _AT_ALL]
    kept = tuple(
        replace(d, certain=False)
        if d.certain
        and d.slot in ("figure", "date")
        and (
            any(
                one.best and _speaks_as_well(one, best, d) and holds(claim, span, d, one.best)
                for one in others
            )
            or _carry_the_part(others, claim, span, d)
        )
        else d
        for d in best.differences
    )
    return best if kept == best.differences else replace(best, differences=kept)


def _carry_the_part(
    others: Iterable[Against], claim: Reading, span: Span, lacking: Difference
) -> bool:
    """Whether another source carries the part of a statement in which a figure stands.

    `The club sold its ground for 9 million and rents it back for 1 million` may be of two sources.
    """
    part = _part_around(claim, span, lacking.ours)
    if part == span or sum(word.content for word in claim.words_in(*part)) < _PART:
        return False
    return any(one.best and carries(claim, *part, one.best.index) for one in others)


def _part_around(claim: Reading, span: Span, at: Span) -> Span:
    """What stands between two joints of a statement, around some of its words."""
    start, end = span
    for joint in _JOINT.finditer(claim.text, *span):
        if joint.end() <= at[0]:
            start = joint.end()
        elif joint.start() >= at[1]:
            end = joint.start()
            break
    return start, end


def _speaks_as_well(one: Against, best: Against, lacking: Difference) -> bool:
    """Whether a source finds no fault with it, and comes about as near to the statement."""
    faulted = {d.ours for d in one.differences if d.certain}
    return lacking.ours not in faulted and one.coverage >= best.coverage * _ABOUT_AS_NEAR


def _answers(best: Against, other: Against) -> bool:
    """Whether the nearest source has a figure, a date or a name that another one has not."""
    lacking = {d.ours for d in best.differences}
    return any(
        d.relation == "missing" and d.slot in ("figure", "date", "name") and d.ours not in lacking
        for d in other.differences
    )


def _has(one: Against, lacking: Difference, best: Against) -> bool:
    """Whether a source that speaks of the matter has what another one has not."""
    if lacking.relation == "elsewhere" and lacking.slot in ("figure", "date"):
        least = max(best.coverage * _AS_NEAR, ABSENT)
        return one.coverage > least and lacking.ours not in {d.ours for d in one.differences}
    if lacking.relation != "missing":
        return False
    least = ABSENT if lacking.slot in ("figure", "word") else 0.0
    return one.coverage > least and lacking.ours not in {d.ours for d in one.differences}


def judge_text(claim: Reading, own: Sequence[tuple[str, Index]]) -> Judgement:
    """The judgement on a whole text: its sentences are judged one by one, and summed up."""
    parts = [judge(claim, start, end, own) for start, end in whole_sentences(claim)]
    if len(parts) == 1:
        return parts[0]
    return Judgement(
        verdict=_summed([part.verdict for part in parts]),
        differences=tuple(d for part in parts for d in part.differences),
        passage=next((part.passage for part in parts if part.passage), None),
        reasons=tuple(dict.fromkeys(reason for part in parts for reason in part.reasons)),
        coverage=min((part.coverage for part in parts), default=0.0),
    )


def whole_sentences(claim: Reading) -> list[Span]:
    """The sentences of a text, those that one quotation holds together taken as one."""
    spans: list[Span] = []
    for start, end in claim.sentences:
        joined = spans and any(q.start < start < q.end for q in claim.quotations)
        if joined:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _summed(verdicts: Sequence[Verdict]) -> Verdict:
    """One verdict for several: the worst word said of a part, and `partly` where parts differ."""
    if "contradicted" in verdicts:
        return "contradicted"
    judged = {verdict for verdict in verdicts if verdict != "not checked"}
    if not judged:
        return "not checked"
    if judged == {"supported"}:
        return "supported" if len(judged) == len(set(verdicts)) else "not checked"
    return "not found" if judged == {"not found"} else "partly supported"


_ORDER: dict[Verdict, int] = {
    "supported": 0,
    "contradicted": 1,
    "partly supported": 2,
    "not checked": 3,
    "not found": 4,
    "uncited": 5,
}


def _rank(one: Against) -> tuple[int, float]:
    return _ORDER[one.verdict], -one.coverage


def _judgement(best: Against, carried_by: Iterable[str]) -> Judgement:
    return Judgement(
        verdict=best.verdict,
        differences=best.differences,
        passage=_passage(best),
        carried_by=tuple(carried_by),
        reasons=tuple(dict.fromkeys(one.reason for one in best.differences if one.certain)),
        coverage=best.coverage,
    )


def _passage(one: Against) -> SourceSpan | None:
    places = [each.place for each in one.quoted if each.place is not None]
    if places and one.close is None:
        return SourceSpan(one.source, *places[0])
    if one.close is not None:
        return SourceSpan(one.source, *one.close.span)
    return SourceSpan(one.source, *one.best.span) if one.best else None
