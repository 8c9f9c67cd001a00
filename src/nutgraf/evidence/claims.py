"""The claims of a brief, each with the judgement of the pack on it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from nutgraf.evidence import clauses
from nutgraf.evidence.checkable import speaks_of_itself, why_not
from nutgraf.evidence.difference import Difference
from nutgraf.evidence.judge import judge
from nutgraf.evidence.judgement import Judgement
from nutgraf.evidence.memory import Memory, Parts
from nutgraf.evidence.pack import Pack
from nutgraf.evidence.pairs import speaks_of_both, unknown_of_two
from nutgraf.evidence.reading import Reading, Span, read
from nutgraf.evidence.statements import Statement
from nutgraf.language.limits_kept import ASKED, DOUBTED_BEFORE
from nutgraf.language.outlet_names import newsroom_credits
from nutgraf.language.typography import fold
from nutgraf.model import Claim, Role


@dataclass(frozen=True)
class JudgedClaim:
    """A claim, the statement it is (a clause of a sentence, or a table cell), and the judgement.

    Spans of the judgement's differences are offsets of `reading.text`, which is the statement's
    prose; `statement.prose.place(start, end)` is where they stand in the file.
    """

    claim: Claim
    statement: Statement
    reading: Reading
    judgement: Judgement


def judged_claims(
    said: Sequence[Statement], pack: Pack, day: date | None, memory: Memory | None = None
) -> tuple[JudgedClaim, ...]:
    """Every statement cut to clauses, each held against what it cites, or the pack.

    `day` is the brief's, by which `Wednesday` in it is a date; `memory` is what the last check of
    this brief came to.
    """
    known = pack.names()
    seen: Counter[str] = Counter()
    found: list[JudgedClaim] = []
    memory = Memory() if memory is None else memory
    memory.begin(pack, day)
    for statement in said:
        text = statement.prose.text
        reading = memory.reading(text, partial(reading_of, text, day, known, pack.newsrooms))
        parts = memory.parts(statement, partial(_judged, statement, reading, pack))
        for start, end, judgement in parts:
            part = replace(statement, start=start, end=end)
            claim = _claim(part, judgement, len(found) + 1, seen, pack)
            found.append(JudgedClaim(claim, part, reading, judgement))
    return tuple(found)


def reading_of(
    text: str, day: date | None, known: Iterable[str], newsrooms: Sequence[str]
) -> Reading:
    """The reading of a brief's words; names of the pack that may stand there count as names."""
    small = text.lower()
    found = read(text, day, [name for name in known if name.split()[0].lower() in small])
    return replace(found, credited=newsroom_credits(text, newsrooms))


def _judged(statement: Statement, reading: Reading, pack: Pack) -> Parts:
    """The clauses of a statement; what carries the whole sentence carries each of them."""
    spans = clauses.split(reading, statement.start, statement.end)
    whole = _judgement(statement, reading, pack)
    # What carries the sentence carries its clauses; what is ours to say is so in each of them.
    carried = whole.verdict == "supported" or speaks_of_itself(statement.text)
    judged = []
    for start, end in spans:
        if len(spans) == 1 or carried:
            told = whole
        else:
            part = replace(statement, start=start, end=end)
            told = _as_in_whole(_judgement(part, reading, pack), whole)
        told = _as_doubted(told, statement, reading)
        judged.append((start, end, _of_both(told, reading, spans[0], (start, end), pack)))
    return tuple(judged)


def _as_doubted(told: Judgement, statement: Statement, reading: Reading) -> Judgement:
    """What a source doubts, and the sentence of a clause doubts before it, or asks, as well."""
    certain = [one for one in told.differences if one.certain]
    if told.verdict != "contradicted" or any(d.relation != "hedge dropped" for d in certain):
        return told
    low = min((one.ours[0] for one in certain), default=statement.start)
    opens = reading.sentences[reading.sentence_at(low)][0] if reading.sentences else 0
    before = reading.text[opens:low]
    asked = statement.role is Role.UNKNOWNS or ASKED.match(before) is not None
    if not asked and DOUBTED_BEFORE.search(before) is None:
        return told
    kept = tuple(replace(one, certain=False) for one in told.differences)
    reasons = ("it says itself that it is not sure",)
    return replace(told, verdict="not checked", differences=kept, reasons=reasons)


def _of_both(told: Judgement, reading: Reading, before: Span, span: Span, pack: Pack) -> Judgement:
    """What is said of two things is not carried where no source speaks of one of them."""
    if told.verdict != "supported" or not speaks_of_both(reading, *span):
        return told
    indexes = [index for _, index in pack.indexes(dict.fromkeys(pack.sources))]
    unknown = unknown_of_two(reading, before, indexes)
    if unknown is None:
        return told
    reason = f"of the two, no source speaks of the “{reading.text[slice(*unknown)]}”"
    low = span[0] + reading.text[slice(*span)].index("both")
    missing = Difference("word", "missing", (low, low + len("both")), None, reason)
    differences = (*told.differences, missing)
    return replace(told, verdict="partly supported", differences=differences, reasons=(reason,))


def _as_in_whole(part: Judgement, whole: Judgement) -> Judgement:
    """What the rest of the sentence makes sure: that it is of the same matter as the passage."""
    sure = {(one.slot, one.ours) for one in whole.differences if one.certain}
    told = [
        replace(one, certain=True)
        for one in part.differences
        if not one.certain and one.slot == "polarity" and (one.slot, one.ours) in sure
    ]
    if not told or part.verdict not in ("supported", "not checked"):
        return part
    reasons = tuple(dict.fromkeys(one.reason for one in told))
    return replace(part, verdict="contradicted", differences=tuple(told), reasons=reasons)


def _judgement(statement: Statement, reading: Reading, pack: Pack) -> Judgement:
    if not pack.sources:
        return Judgement("uncited", reasons=("the brief has no pack",))
    if reason := why_not(statement.text):
        return Judgement("not checked", reasons=(reason,))
    cited = pack.cited(statement.cites)
    if statement.cites and not cited:
        return Judgement("not found", reasons=("what it cites is not in the pack",))
    own = cited or dict.fromkeys(pack.sources)
    # A source that is cited for one paragraph may carry it in another.
    others = {name: None for name in pack.sources if own.get(name, ()) is not None}
    span = statement.start, statement.end
    return judge(reading, *span, pack.indexes(own), pack.indexes(others))


def _claim(
    statement: Statement, judgement: Judgement, number: int, seen: Counter[str], pack: Pack
) -> Claim:
    folded = fold(statement.text, case=True).text
    named = f"{folded}\0{statement.role}\0{statement.story}"
    seen[named] += 1
    fingerprint = hashlib.sha256(f"{named}\0{seen[named]}".encode()).hexdigest()[:16]
    return Claim(
        id=f"c{number}",
        fingerprint=fingerprint,
        text=statement.text,
        place=statement.place,
        role=statement.role,
        cites=tuple(cite.id for cite in statement.cites),
        verdict=judgement.verdict,
        reasons=judgement.reasons,
        evidence=() if judgement.passage is None else (pack.evidence(judgement.passage),),
        carried_by=tuple(one.source for one in judgement.carriers),
        origins=pack.origins.roots_of(judgement.carriers) if judgement.carriers else (),
        primary_seen=any(pack.origins.is_primary(one.source) for one in judgement.carriers),
    )
