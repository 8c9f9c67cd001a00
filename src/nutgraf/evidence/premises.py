"""The facts that an argument rests on, clause by clause, and whether a pack has them.

An angle joins facts and views in one sentence. What is viewed is the editor's own; what is told in
passing (`the same month that the mill shut`, `since the ouster of its director`) is a claim like
any other. Only what somebody did, what is on record, and events that are taken for granted count:
present-tense judgements, wishes, guesses, questions and metaphors do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nutgraf.evidence.against import ABSENT
from nutgraf.evidence.checkable import why_not
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.index import Index
from nutgraf.evidence.judge import judge
from nutgraf.evidence.judgement import Judgement
from nutgraf.evidence.pack import Pack
from nutgraf.evidence.reading import Reading, Span
from nutgraf.evidence.slots.unsaid import LIGHT, is_known
from nutgraf.evidence.taken_for_granted import names_stranger, taken_for_granted
from nutgraf.language.arguing import (
    ANYBODYS,
    LENT,
    LINK,
    OWN_POINT,
    RANKED,
    STATUS,
    VIEW_NOUNS,
    VIEW_VERBS,
)
from nutgraf.language.deeds import implied_by
from nutgraf.language.stems import Word, stem
from nutgraf.language.verb_forms import BE, HAVE, MODALS, verbs

# So many words of a short statement in no source, and of its words such a share, are not there.
_UNKNOWN = 2
_UNKNOWN_SHARE = 0.4
# What is left of a part without the words that join it to others.
_CORE = re.compile(
    r"(?!(?:and|but|or|so|yet|then)\b)(?<![\w’'-])[\w“\"‘'$£€].*[\w”\"’'%)]",
    re.IGNORECASE | re.DOTALL,
)
_PRONOUNS = frozenset(["it", "they", "he", "she", "this", "that", "these", "those", "one", "some"])
_PRESENT = frozenset(["is", "are", "am", "'s", "'re", "be", "get", "gets"])


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
    parts = list(_parts(judged))
    for part in parts:
        if _is_fact(judged.reading, *part):
            alone = len(parts) == 1
            sourced = _is_sourced(judged, part, pack, indexes, alone=alone)
            found.append(Premise(*part, sourced, is_marked(judged.reading, *part)))
    for span in taken_for_granted(judged.reading, *_span(judged), indexes):
        if not any(
            one.start < span[1] and span[0] < one.end for one in found if one.sourced is False
        ):
            found.append(Premise(*span, sourced=False, marked=is_marked(judged.reading, *span)))
    return tuple(sorted(found, key=lambda one: one.start))


def is_marked(reading: Reading, start: int, end: int) -> bool:
    """Whether a name, a figure or a day stands in a span."""
    marks = [
        *((figure.start, figure.end) for figure in reading.figures if not figure.weak),
        *((when.start, when.end) for when in reading.dates),
        *((name.start, name.end) for name in reading.names if name.sure),
    ]
    return any(start <= low and high <= end for low, high in marks)


def _span(judged: JudgedClaim) -> Span:
    return judged.statement.start, judged.statement.end


def _is_ours(judgement: Judgement) -> bool:
    """Whether it was not held against the pack for what it is."""
    return (
        judgement.verdict == "not checked" and judgement.passage is None and bool(judgement.reasons)
    )


# --- the parts of a clause -----------------------------------------------------------------------


def _parts(judged: JudgedClaim) -> Iterator[Span]:
    """What is told for itself in a clause; what is asked or left open in it is left out."""
    reading, (start, end) = judged.reading, _span(judged)
    quoted = [(one.start, one.end) for one in reading.quotations]
    at = start
    leads = False
    for cut in LINK.finditer(reading.text, start, end):
        if cut.start() < at or any(low <= cut.start() < high for low, high in quoted):
            continue
        yield from _split(reading, at, cut.start(), leads=leads)
        leads = not reading.text[start : cut.start()].strip(" ,")
        at = cut.end()
    yield from _split(reading, at, end, leads=leads)


def _split(reading: Reading, start: int, end: int, *, leads: bool) -> Iterator[Span]:
    """A part; one that `leads` (`In the week that the mill shut, we …`) ends at a comma."""
    if leads:
        words = reading.words_in(start, end)
        done = next((words[at].end for at in verbs(words)), end)
        comma = reading.text.find(", ", done, end)
        if comma > 0:
            yield from _told(reading.text, start, comma)
            start = comma + 1
    yield from _told(reading.text, start, end)


def _told(text: str, start: int, end: int) -> Iterator[Span]:
    """A part up to what is asked in it, without brackets and stops around it."""
    own = OWN_POINT.search(text, start, end)
    stop = own.start() if own is not None else end
    before = text[max(0, start - 20) : start]
    if OWN_POINT.search(before) and before.rstrip().lower().endswith(("who", "which", "when")):
        return
    found = _CORE.search(text, start, stop)
    if found is None:
        return
    low, high = found.span()
    ranked = RANKED.search(text, low, high)
    if ranked is not None and (comma := text.find(",", ranked.end(), high)) > 0:
        high = comma
    if text[low:high].count(")") > text[low:high].count("("):
        high = low + text[low:high].rindex(")")
    if low < high:
        yield low, high


def _is_fact(reading: Reading, start: int, end: int) -> bool:
    """Whether a part says what somebody did, or what is on record."""
    text = reading.text[start:end]
    if LENT.search(text):
        return False
    if STATUS.search(text) or _is_ranked(reading, start, end):
        return True
    words = reading.words_in(start, end)
    marked = is_marked(reading, start, end)
    if not marked and VIEW_NOUNS.search(text):
        return False
    return any(_is_deed(words, at, marked=marked) for at in verbs(words))


def _is_ranked(reading: Reading, start: int, end: int) -> bool:
    return RANKED.search(reading.text, start, end) is not None and is_marked(reading, start, end)


def _is_deed(words: Sequence[Word], at: int, *, marked: bool) -> bool:
    """Whether the verb at `at` tells what was done, and is no verb of argument."""
    word = words[at]
    if word.lower in VIEW_VERBS:
        return False
    before = [one.lower for one in words[max(0, at - 4) : at]]
    helpers = [one for one in before if one in BE | HAVE | MODALS]
    if not helpers:
        return True
    if helpers[0] in HAVE or helpers[-1] in ("been", "was", "were"):
        return True
    if helpers[-1] in MODALS:
        return helpers[-1] == "did"
    if helpers[-1] == "being":
        return "was" in helpers or "were" in helpers
    return marked and helpers[-1] in _PRESENT and word.lower.endswith("ing")


# --- whether the pack has it ---------------------------------------------------------------------


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
    certain = [one for one in judgement.differences if one.certain]
    if judgement.verdict == "not found":
        return False
    if judgement.verdict == "partly supported":
        words = [one for one in certain if one.slot in ("word", "name")]
        return False if words and len(words) == len(certain) else None
    if judgement.verdict == "supported":
        return True
    if judgement.verdict != "not checked" or _is_told_of_it(reading, part):
        return None
    far = judgement.coverage < ABSENT
    return False if _is_strange(reading, part, indexes, far=far) else None


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
    names = [(one.start, one.end) for one in reading.names if one.sure]
    names += [(one.start, one.end) for one in reading.figures]
    names += [(one.start, one.end) for one in reading.dates]
    told = [
        word
        for word in reading.words_in(*part)
        if word.content
        and word.lower not in LIGHT | VIEW_VERBS | ANYBODYS
        and not any(low <= word.start < high for low, high in names)
    ]
    unknown = [
        word
        for word in told
        if not any(is_known(index, word.lower, word.stem) for index in indexes)
    ]
    if any(implied_by(word.lower) for word in unknown):
        return True
    return len(unknown) >= _UNKNOWN and (far or len(unknown) >= len(told) * _UNKNOWN_SHARE)
