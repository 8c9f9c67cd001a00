"""The facts that an argument rests on, clause by clause, and whether a pack has them.

An angle joins facts and views in one sentence. What is viewed is the editor's own; what is told in
passing (`the same month that the mill shut`, `since the ouster of its director`) is a claim like
any other. Only what somebody did, what is on record, and events that are taken for granted count:
present-tense judgements, wishes, guesses, questions and metaphors do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nutgraf.evidence.against import ABSENT
from nutgraf.evidence.asserted import core, is_fact, is_marked, parts
from nutgraf.evidence.checkable import why_not
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.index import Index
from nutgraf.evidence.judge import judge
from nutgraf.evidence.judgement import Judgement
from nutgraf.evidence.pack import Pack
from nutgraf.evidence.reading import Reading, Span
from nutgraf.evidence.slots.unsaid import LIGHT, is_known
from nutgraf.evidence.taken_for_granted import names_stranger, taken_for_granted
from nutgraf.language.arguing import ANYBODYS, CHARGES, RANKED, VIEW_VERBS
from nutgraf.language.deeds import implied_by
from nutgraf.language.stems import Word, stem
from nutgraf.language.verb_forms import PAST

# So many words of a short statement in no source, and of its words such a share, are not there.
_UNKNOWN = 2
_UNKNOWN_SHARE = 0.4
_FEWEST = 3  # words of content; with fewer, and no name, a clause is a turn of phrase
_PRONOUNS = frozenset(["it", "they", "he", "she", "this", "that", "these", "those", "one", "some"])


@dataclass(frozen=True, slots=True)
class Premise:
    """A fact at a span of its claim's prose.

    `sourced`: a source of the pack has it; None where that cannot be told. `marked`: a name, a
    figure or a day stands in it.
    """

    start: int
    end: int
    sourced: bool | None
    marked: bool


def premises(judged: JudgedClaim, pack: Pack) -> tuple[Premise, ...]:
    """The facts of one clause of an argument, in order; none of what no pack can be asked about."""
    if not pack.sources or judged.statement.quotation is not None:
        return ()
    if why_not(judged.statement.text) or _is_ours(judged.judgement):
        return ()
    indexes = [index for _, index in pack.indexes(dict.fromkeys(pack.sources))]
    found: list[Premise] = []
    told = list(parts(judged.reading, *_span(judged)))
    for part in told:
        if is_fact(judged.reading, *part):
            alone = len(told) == 1
            sourced = _is_sourced(judged, part, pack, indexes, alone=alone)
            found.append(Premise(*part, sourced, is_marked(judged.reading, *part)))
    for span in taken_for_granted(judged.reading, *_span(judged), indexes):
        if not any(
            one.start < span[1] and span[0] < one.end for one in found if one.sourced is False
        ):
            found.append(Premise(*span, sourced=False, marked=is_marked(judged.reading, *span)))
    return tuple(sorted(found, key=lambda one: one.start))


def _span(judged: JudgedClaim) -> Span:
    return judged.statement.start, judged.statement.end


def _is_ours(judgement: Judgement) -> bool:
    """Whether it was not held against the pack for what it is."""
    return (
        judgement.verdict == "not checked" and judgement.passage is None and bool(judgement.reasons)
    )


def _is_sourced(
    judged: JudgedClaim, part: Span, pack: Pack, indexes: Sequence[Index], *, alone: bool
) -> bool | None:
    reading = judged.reading
    ranked = RANKED.search(reading.text, *part)
    if ranked is not None and not _has_rank(reading, part, ranked["rank"], indexes):
        return False
    if names_stranger(reading, *part, indexes):
        return False
    judgement = judged.judgement
    if not alone:
        everything = pack.indexes(dict.fromkeys(pack.sources))
        judgement = judge(reading, *part, everything)
    if judgement.verdict == "supported":
        return True
    return False if _is_missing(judgement, reading, part, indexes) else None


def _is_missing(
    judgement: Judgement, reading: Reading, part: Span, indexes: Sequence[Index]
) -> bool:
    """Whether a part that is not carried is not there at all, and not only told otherwise."""
    told = core(reading, *part)
    certain = [one for one in judgement.differences if one.certain]
    # A figure that is not there has a rule of its own, which says more.
    figures = [one for one in certain if one.slot in ("figure", "quotation")]
    deeds = [one for one in certain if one.slot == "word" and one.ours[0] < told[-1].end]
    lacking = deeds or [one for one in certain if one.slot in ("name", "date")]
    match judgement.verdict:
        case "not found":
            far = judgement.coverage < ABSENT
            return bool(lacking) or far or bool(_unknown(reading, told, indexes))
        case "partly supported":
            return bool(lacking) and not figures
        case "contradicted":
            return bool(deeds) or _is_of_another(judgement, reading, told, indexes)
        case "not checked":
            far = judgement.coverage < ABSENT
            strange = _is_strange(reading, part, indexes, far=far)
            return strange and not _is_told_of_it(reading, part)
        case _:
            return False


def _is_of_another(
    judgement: Judgement, reading: Reading, told: Sequence[Word], indexes: Sequence[Index]
) -> bool:
    """Whether it has only a day of another thing, and no sentence has what the deed was done to."""
    certain = [one for one in judgement.differences if one.certain]
    if any(one.slot != "date" or one.relation != "elsewhere" for one in certain):
        return False
    deed = next((told.index(word) for word in told if word is not told[0] and _is_verb(word)), 0)
    done_to = {word.stem for word in _telling(reading, told[deed + 1 :])}
    if not deed or len(done_to) < _UNKNOWN:
        return False
    return not any(
        len(done_to & set(index.reading.stems_in(*sentence))) >= _UNKNOWN
        for index in indexes
        for sentence in index.reading.sentences
    )


def _is_verb(word: Word) -> bool:
    return word.lower in PAST or (word.lower.endswith("ed") and not word.capital)


def _is_told_of_it(reading: Reading, part: Span) -> bool:
    """Whether it tells only of what was named before, without a name, a figure or a day."""
    words = reading.words_in(*part)
    return bool(words) and words[0].lower in _PRONOUNS and not is_marked(reading, *part)


def _has_rank(reading: Reading, part: Span, rank: str, indexes: Sequence[Index]) -> bool:
    """Whether a sentence of a source counts to the same rank, of anything that the part tells."""
    ours = set(reading.stems_in(*part)) - {stem(rank.lower())}
    for index in indexes:
        text = index.reading.text
        for found in re.finditer(rf"\b{re.escape(rank)}\b", text, re.IGNORECASE):
            sentence = index.reading.sentences[index.reading.sentence_at(found.start())]
            if ours & set(index.reading.stems_in(*sentence)):
                return True
    return False


def _is_strange(reading: Reading, part: Span, indexes: Sequence[Index], *, far: bool) -> bool:
    """Whether a short part has words of which no source has a trace, or a deed that none tells.

    `far`: no passage has much of it.
    """
    words = reading.words_in(*part)
    unknown = _unknown(reading, words, indexes)
    if any(implied_by(word.lower) or word.lower in CHARGES for word in unknown):
        return True
    told = _telling(reading, words)
    if len(told) < _FEWEST and not is_marked(reading, *part):
        return False
    if len(unknown) < _UNKNOWN or not _unknown(reading, core(reading, *part), indexes):
        return False
    return far or len(unknown) >= len(told) * _UNKNOWN_SHARE


def _unknown(reading: Reading, words: Sequence[Word], indexes: Sequence[Index]) -> Sequence[Word]:
    """Those of some words that no source has in any form."""
    return [
        word
        for word in _telling(reading, words)
        if not any(is_known(index, word.lower, word.stem) for index in indexes)
    ]


def _telling(reading: Reading, words: Sequence[Word]) -> Sequence[Word]:
    """The words that tell by themselves: no names, figures and days, and no ready-made ones."""
    apart = [(one.start, one.end) for one in reading.names if one.sure]
    apart += [(one.start, one.end) for one in reading.figures]
    apart += [(one.start, one.end) for one in reading.dates]
    return [
        word
        for word in words
        if word.content
        and word.lower not in LIGHT | VIEW_VERBS | ANYBODYS
        and not any(low <= word.start < high for low, high in apart)
    ]
