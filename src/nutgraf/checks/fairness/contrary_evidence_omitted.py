"""contrary-evidence-omitted: a source limits what the brief tells, and the brief stops before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.checks.case import Case
from nutgraf.checks.differing import of_facts
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.checks.told_to_readers import Told
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.index import Index
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.once import lasting
from nutgraf.evidence.responses import responses
from nutgraf.evidence.unknowns import share_of, unknowns
from nutgraf.language import governing
from nutgraf.language.contrasting import (
    Contrast,
    by_mistake,
    compares,
    contrasts,
    leaves_uncompared,
    tells_of_a_warning,
)
from nutgraf.model import Place, Role

_MOST = 2  # findings in a brief
_COVERED = 0.6  # of a claim, by the passage that the source then turns against
_SAME = 2  # stems that a turn shares with the claim
_TOLD = 0.4  # of a turn, by a sentence that tells it
_TAKEN = 0.75  # of a claim
_LEAST = 3  # stems of a turn


@dataclass(frozen=True)
class _Against:
    """A claim, and what a source says against it."""

    judged: JudgedClaim
    contrast: Contrast
    span: SourceSpan
    strength: float

    @property
    def place(self) -> Place:
        """The words that it speaks against, or the claim."""
        statement = self.judged.statement
        find = {"warned": by_mistake, "uncompared": compares}.get(self.contrast.sort)
        words = None if find is None else find(statement.text)
        if words is None:
            return self.judged.claim.place
        return statement.prose.place(statement.start + words[0], statement.start + words[1])


def check(case: Case) -> Iterator[Found]:
    if not case.pack.sources:
        return
    found = sorted(_against(case), key=lambda one: -one.strength)
    shown: set[SourceSpan] = set()
    places: set[str] = set()
    for one in found:
        if len(shown) == _MOST:
            return
        if one.span in shown or one.judged.claim.id in places:
            continue
        shown.add(one.span)
        places.add(one.judged.claim.id)
        words = case.pack.evidence(one.span)
        yield Found(
            one.place,
            "does what the source says against this belong beside it?",
            f"add it, or say why not: {_plain(words.text)} [@{one.span.source}]",
            (words,),
            claim=one.judged.claim.id,
        )


def _plain(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".,; ") + "."


def _against(case: Case) -> Iterator[_Against]:
    told = [one for one in case.told if one.published]
    spoken_for = _spoken_for(case)
    for judged in of_facts(case):
        claim = judged.statement
        if not isinstance(claim.role, Role) or claim.role in (Role.NOTES, Role.UNKNOWNS):
            continue
        for span, contrast in _turns(case, judged):
            if any(_overlap(span, other) for other in spoken_for):
                continue
            index = case.pack.sources[span.source.casefold()].index
            strength = _strength(judged, contrast, index, told)
            if strength:
                yield _Against(judged, contrast, span, strength)


def _is_open(text: str) -> bool:
    return governing.is_negated(text) or governing.is_softened(text)


def _spoken_for(case: Case) -> list[SourceSpan]:
    """What other rules of the family weigh: gaps, and the answers of those who are faulted."""
    answers = [one.span for one in responses(case.pack) if one.sort != "answer"]
    gaps = [one.span for one in unknowns(case.pack) if not leaves_uncompared(one.text)]
    return [*answers, *gaps]


def _overlap(one: SourceSpan, other: SourceSpan) -> bool:
    return one.source == other.source and one.start < other.end and other.start < one.end


def _turns(case: Case, judged: JudgedClaim) -> Iterator[tuple[SourceSpan, Contrast]]:
    """The turns in the passage of a claim and behind it; what was known of a mistake, anywhere."""
    text, passage = judged.statement.text, judged.judgement.passage
    if passage is not None and judged.judgement.coverage >= _COVERED and not _is_open(text):
        index = case.pack.sources[passage.source.casefold()].index
        for one in _behind(index, passage):
            yield SourceSpan(passage.source, one.start, one.end), one
    wanted = [
        *(["warned"] if by_mistake(text) is not None else []),
        *(["uncompared"] if compares(text) is not None else []),
    ]
    for source in case.pack if wanted else ():
        for one in _contrasts(source.index):
            if one.sort in wanted:
                yield SourceSpan(source.source.id, one.start, one.end), one


@lasting
def _contrasts(index: Index) -> tuple[Contrast, ...]:
    reading = index.reading
    quoted = [piece for one in reading.quotations for piece in one.pieces]
    return tuple(
        one
        for span in reading.sentences
        for one in contrasts(reading.text, *span)
        if not any(low <= one.start < high for low, high in quoted)
    )


def _behind(index: Index, passage: SourceSpan) -> Iterator[Contrast]:
    reading = index.reading
    first = reading.sentence_at(passage.start)
    last = reading.sentence_at(max(passage.end - 1, passage.start))
    limit = reading.sentences[min(last + 1, len(reading.sentences) - 1)][1]
    for one in _contrasts(index):
        number = reading.sentence_at(one.start)
        if not first <= number or one.end > limit:
            continue
        within = one.start > reading.sentences[number][0] or number > last
        if (one.sort == "turn" and within) or (one.sort == "earlier" and number > first):
            yield one


def _strength(judged: JudgedClaim, contrast: Contrast, index: Index, told: list[Told]) -> float:
    """How much a turn is of the matter of a claim; 0 where it is not, or where the brief has it."""
    reading = index.reading
    turn = frozenset(reading.stems_in(contrast.start, contrast.end))
    ours = frozenset(judged.reading.stems_in(judged.statement.start, judged.statement.end))
    if contrast.sort == "uncompared":
        # `the two drugs`: which two, the sentence before tells.
        before = max(0, reading.sentence_at(contrast.start) - 1)
        turn |= frozenset(reading.stems_in(*reading.sentences[before]))
    shared = len(turn & ours)
    if len(turn) < _LEAST or shared < _SAME - (contrast.sort == "uncompared"):
        return 0.0
    if contrast.sort == "turn" and shared > _TAKEN * len(ours):
        return 0.0  # the claim is taken from the turn itself
    text = reading.text[contrast.start : contrast.end]
    denied = governing.is_negated(text)
    if contrast.sort == "turn" and not denied and shared < _SAME + 1:
        return 0.0
    if contrast.sort == "warned":
        # Of one matter many sentences speak: told is only who was warned, or knew.
        return 0.0 if any(tells_of_a_warning(one.text) for one in told) else shared / len(turn) + 1
    if any(_is_told(turn, one, index) and (not denied or one.leaves_open) for one in told):
        return 0.0
    return shared / len(turn) + (0.5 if denied or contrast.sort == "uncompared" else 0.0)


def _is_told(turn: frozenset[str], one: Told, index: Index) -> bool:
    """Whether a sentence has most of a turn, and one of its figures, if it has any."""
    figures = {stem for stem in turn if stem[0].isdigit()}
    if figures and not figures & one.stems:
        return False
    return len(turn & one.stems) >= _SAME and share_of(turn, one.stems, index) >= _TOLD


_REPORT = (
    "---\ntitle: The speed limit\n---\n"
    "Accidents on the ring road fell by a fifth after the speed limit was lowered, the county "
    "said. But accidents on roads with no lower limit fell by as much in the same months.\n"
)

RULE = Rule(
    name="contrary-evidence-omitted",
    family="fairness",
    severity="note",
    decided="cue",
    law="What a source says against a claim stands beside the claim.",
    why="A claim that is cut out before its `but` says what its source does not.",
    bad=Example(
        "---\ntitle: The speed limit\ndate: 2025-03-07\n---\n"
        "## Summary\n\nAccidents on the ring road fell by a fifth after the speed limit was "
        "lowered, the county said. [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The speed limit\ndate: 2025-03-07\n---\n"
        "## Summary\n\nAccidents on the ring road fell by a fifth after the speed limit was "
        "lowered, the county said. [@report] They fell by as much on roads with no lower limit. "
        "[@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
