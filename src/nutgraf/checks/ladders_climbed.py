"""Claims that stand on a higher step of a ladder than any source that carries them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nutgraf.checks.beside import beside
from nutgraf.checks.case import Case
from nutgraf.checks.sentences_told import Sentence, sentences_told
from nutgraf.evidence.beside import Beside
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.once import once
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language.law_words import UNREAL
from nutgraf.language.noun_phrases import BLANK
from nutgraf.language.stems import Word
from nutgraf.language.strength_ladders import (
    LOWEST,
    Ladder,
    StrengthCue,
    is_far,
    ladder_cues,
    strength_cues,
)
from nutgraf.language.verb_forms import PAST, verbs
from nutgraf.model import Evidence

# With less of a claim, or of what the nearest has of it, a sentence is not of the same.
_LEAST = 0.5
_AS_NEAR = 0.7
_BEHIND, _BEFORE = 8, 6  # words around a cue in which stands what it is of
_BY_WORDS = frozenset({"cause", "evidence", "bill"})
_SOME = 0.4  # share of those words
_SHARED = 2  # words that a sentence elsewhere has to share with what is told


# What denies a weaker word belongs to it: `neither was related to`.
_NO = re.compile(r"\b(?:not|no|neither|none|never|cannot|\w+n[’']t)\b[^,;:.]{0,25}$", re.IGNORECASE)


_SET = 3  # the step of what is decided
_BETWEEN = 3  # words between a plan and the deed
_MARK = re.compile(r"[,;:.()—–]")
_PLANS = re.compile(
    r"\b(?:plan|intend|consider|propos|prepar|want|hop|aim|seek|threaten|try|tri|attempt|due|set)"
    r"\w*\b[^,;:.]{0,30}$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Climbed:
    """`sentence.text[place]` of the brief stands higher than the words of any source."""

    sentence: Sentence
    judged: JudgedClaim
    place: tuple[int, int]
    evidence: Evidence


def ladders_climbed(case: Case) -> Iterator[Climbed]:
    """Every claim that no source of the pack makes as strongly, and some source less so."""
    for sentence in sentences_told(case):
        if sentence.is_quotation or not sentence.in_body or sentence.own.rstrip().endswith("?"):
            continue
        for cue in strength_cues(sentence.own):
            if cue.step < LOWEST[cue.ladder] or UNREAL.search(sentence.own, 0, cue.start):
                continue
            judged = sentence.claim_at(cue.start)
            found = _weaker(case, sentence, cue, beside(case, judged))
            if found is None and judged.claim.verdict != "supported":
                found = _weaker_elsewhere(case, sentence, cue)
            if found is not None:
                yield Climbed(sentence, judged, (cue.start, cue.end), found)


def plans_done(case: Case) -> Iterator[Climbed]:
    """Every deed that each source which tells of it has only as a plan: `preparing a challenge`."""
    for sentence in sentences_told(case):
        if sentence.is_quotation or not sentence.in_body or sentence.own.rstrip().endswith("?"):
            continue
        for judged in sentence.claims:
            for word in _deeds(sentence, judged):
                found = _planned(case, beside(case, judged), word.stem)
                if found is not None:
                    at = word.start - sentence.start, word.end - sentence.start
                    yield Climbed(sentence, judged, at, found)
                    break


def _deeds(sentence: Sentence, judged: JudgedClaim) -> Iterator[Word]:
    """The verbs of a claim that tell what was done."""
    words = judged.reading.words_in(judged.statement.start, judged.statement.end)
    for at in verbs(words):
        before = sentence.own[: words[at].start - sentence.start]
        past = words[at].lower.endswith("ed") or words[at].lower in PAST
        blank = sentence.own[words[at].start - sentence.start] == BLANK
        if past and not blank and not UNREAL.search(before) and not _PLANS.search(before):
            yield words[at]


def _planned(case: Case, every: Sequence[Beside], stem: str) -> Evidence | None:
    """The plan by which sources tell of a deed; None where one tells it otherwise."""
    shown: Evidence | None = None
    for one in every:
        if one.share < _LEAST:
            break
        low, high = one.span
        plans = [cue for cue in _cues_in(one, "plan") if cue.step < _SET]
        for word in one.index.reading.words_in(low, high):
            if word.stem != stem:
                continue
            cue = next((cue for cue in plans if _governs(one, low + cue.end, word.start)), None)
            if cue is None:
                return None
            if shown is None:
                shown = case.pack.evidence(SourceSpan(one.source, low + cue.start, word.end))
    if shown is None:
        return None
    done = rf"\b(?:has|have|had|was|were) (?:\w+ )?{re.escape(stem[:5])}"
    return None if any(re.search(done, one.source.body.lower()) for one in case.pack) else shown


def _governs(one: Beside, end: int, at: int) -> bool:
    """Whether a plan is right before a word, in one clause."""
    between = one.index.reading.text[end:at]
    return end <= at and len(between.split()) <= _BETWEEN and not _MARK.search(between)


def _weaker(
    case: Case, sentence: Sentence, cue: StrengthCue, every: Sequence[Beside]
) -> Evidence | None:
    """The weaker words of the nearest source that says the same; None where one goes as far."""
    reading = sentence.claims[0].reading
    ours = _around(reading, sentence.start + cue.start, sentence.start + cue.end)
    if not ours:
        return None
    least = max(_LEAST, _AS_NEAR * every[0].share) if every else 1.0
    shown: Evidence | None = None
    for one in every:
        if one.share < least:
            break
        cues = _cues_in(one, cue.ladder)
        if any(not is_far(cue.ladder, cue.step, theirs.step) for theirs in cues):
            return None
        if shown is None:
            shown = _shown(case, one, cues, ours)
    shared = 0 if cue.ladder == "bill" else _SHARED
    if shown is None or any(_reaches(one.index.reading, cue, ours, shared) for one in case.pack):
        return None
    return shown


def _weaker_elsewhere(case: Case, sentence: Sentence, cue: StrengthCue) -> Evidence | None:
    """Weaker words about the same in a sentence that tells it otherwise."""
    if cue.ladder not in _BY_WORDS:
        return None
    reading = sentence.claims[0].reading
    ours = _around(reading, sentence.start + cue.start, sentence.start + cue.end)
    if any(_reaches(one.index.reading, cue, ours, cue.ladder != "bill") for one in case.pack):
        return None
    for one in case.pack:
        for step, stems, span in _all_cues(one.index.reading, cue.ladder):
            shared = len(ours & stems)
            if is_far(cue.ladder, cue.step, step) and shared >= max(_SHARED, _SOME * len(ours)):
                return case.pack.evidence(SourceSpan(one.source.id, *span))
    return None


def _shown(
    case: Case, one: Beside, cues: Sequence[StrengthCue], ours: frozenset[str]
) -> Evidence | None:
    """The highest of some cues that is of what is told, with what denies it."""
    text, low = one.index.reading.text, one.span[0]
    for cue in sorted(cues, key=lambda cue: -cue.step):
        start, end = low + cue.start, low + cue.end
        if ours & _around(one.index.reading, start, end):
            no = _NO.search(text, one.span[0], start)
            at = start if no is None else no.start()
            return case.pack.evidence(SourceSpan(one.source, at, end))
    return None


def _cues_in(one: Beside, ladder: Ladder) -> tuple[StrengthCue, ...]:
    """The cues of a sentence of a source, at offsets of the sentence."""
    return ladder_cues(one.text, ladder)


@once
def _around(reading: Reading, start: int, end: int) -> frozenset[str]:
    """The words of content that stand near a cue, in its sentence, by stem."""
    low, high = reading.sentences[reading.sentence_at(start)]
    before = [word.stem for word in reading.words_in(low, start) if word.content]
    behind = [word.stem for word in reading.words_in(end, high) if word.content]
    return frozenset((*before[-_BEFORE:], *behind[:_BEHIND]))


def _reaches(reading: Reading, cue: StrengthCue, ours: frozenset[str], shared: int) -> bool:
    """Whether any sentence of a source goes as far about the same."""
    return any(
        not is_far(cue.ladder, cue.step, step) and len(ours & stems) >= min(shared, len(ours))
        for step, stems, _ in _all_cues(reading, cue.ladder)
    )


@once
def _all_cues(reading: Reading, ladder: Ladder) -> tuple[tuple[int, frozenset[str], Span], ...]:
    """The steps that a text takes on a ladder, each with the words around it, and its place."""
    found = []
    for low, high in reading.sentences:
        for cue in ladder_cues(reading.text[low:high], ladder):
            start, end = low + cue.start, low + cue.end
            if not UNREAL.search(reading.text, low, start):
                found.append((cue.step, _around(reading, start, end), (start, end)))
    return tuple(found)
