"""Deeds that a brief tells as done, and every source only as what somebody is accused of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nutgraf.checks.beside import beside
from nutgraf.checks.case import Case
from nutgraf.checks.differing import sentence_of
from nutgraf.checks.sentences_told import Sentence, sentences_told
from nutgraf.checks.voiced import is_attributed
from nutgraf.evidence.against import is_headline
from nutgraf.evidence.beside import Beside
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.law_told import StepTold, is_same, parties_in, steps_told
from nutgraf.language import certainty
from nutgraf.language.characters import level
from nutgraf.language.law_steps import law_steps
from nutgraf.language.law_words import ACCUSING, ANY_WRONG, LABEL, WRONG, Rung
from nutgraf.language.noun_phrases import BLANK
from nutgraf.language.verb_forms import PAST, verbs
from nutgraf.model import Evidence

# So much of a claim stands in a sentence that is of the same deed.
_SAME_DEED = 0.6
_SETTLED = frozenset({Rung.FOUND, Rung.CONVICTED, Rung.SENTENCED, Rung.ADMITTED})
_CLAUSE = re.compile(r"[.;:]|, (?:but|while|though|although)\b")
_FIRST = 2  # words between `accused of` and the deed itself
_UNDONE = frozenset(["not", "never", "to", "would", "could", "may", "might", "will", "if", "n't"])
_NO_LABEL = re.compile(
    r"\b(?:no|not a|alleged|suspected|accused|if|whether)\b[^,]{0,30}$", re.IGNORECASE
)
_BESIDE = re.compile(
    r"(?: is| was|,)? ?(?:\d+, )?(?:the|a|an|is a|is the|was the|was a)? ?(?:\w+ ){0,2}"
)
_BEHIND = re.compile(r"(?: is|,| was)? ")
_REACH = 160  # characters behind an accusation that may tell what it is of


@dataclass(frozen=True)
class Accused:
    """`text[place]` of a brief's prose tells as done what the sources tell as `evidence` does."""

    judged: JudgedClaim
    place: tuple[int, int]
    evidence: Evidence


def deeds_accused(case: Case) -> Iterator[Accused]:
    """Every deed that no source tells but as what somebody is accused of."""
    there = [(one.source.id, told) for one in case.pack for told in steps_told(one.index.reading)]
    if not any(Rung.ACCUSED <= told.step.rung < Rung.FOUND for _, told in there):
        return
    before: Sentence | None = None
    for sentence in sentences_told(case):
        if sentence.in_body and not sentence.is_quotation:
            owned = _is_owned(sentence, before)
            for judged in sentence.claims:
                found = _label(case, sentence, judged, there)
                if found is None and not owned:
                    found = _deed(case, sentence, judged, there)
                if found is not None:
                    yield found
        before = sentence


def _is_owned(sentence: Sentence, before: Sentence | None) -> bool:
    """Whether the brief says whose account it is, or leaves open whether it is so."""
    if is_attributed(sentence) or certainty.read(sentence.own).of("hedge"):
        return True
    if before is None or before.prose is not sentence.prose:
        return False
    return before.text.rstrip().endswith(":") or is_attributed(before)


def _deed(
    case: Case, sentence: Sentence, judged: JudgedClaim, there: Sequence[tuple[str, StepTold]]
) -> Accused | None:
    """A deed of a claim, where each sentence that has it is an accusation."""
    statement = judged.statement
    low, high = statement.start, statement.end
    if is_headline(judged.reading, low, high) or "?" in statement.text:
        return None
    own = sentence.own[low - sentence.start : high - sentence.start]
    told = [one for one in beside(case, judged) if one.share >= _SAME_DEED]
    for start, end, stem, is_wrong in _deeds(judged, own):
        if _steps_before(own, start - low):
            return None
        shown = _accusations(case, told, stem, is_wrong=is_wrong)
        if shown is not None and not _is_settled(judged, start, there):
            return Accused(judged, (start, end), shown)
    return None


def _steps_before(own: str, at: int) -> bool:
    """Whether a claim names the step of the law, or the accusation, before a deed."""
    return any(step.start < at for step in law_steps(own)) or bool(ACCUSING.search(own, 0, at))


def _deeds(judged: JudgedClaim, own: str) -> Iterator[tuple[int, int, str, bool]]:
    """The past verbs of a claim, with their stems, and whether they tell of a wrong."""
    statement = judged.statement
    words = judged.reading.words_in(statement.start, statement.end)
    wrongs = [(found.start(), found.end()) for found in WRONG.finditer(own)]
    for at in verbs(words):
        word = words[at]
        back = [one.lower for one in words[max(0, at - 3) : at]]
        if _UNDONE.intersection(back) or BLANK in own[word.start - statement.start :][:1]:
            continue
        is_wrong = any(a <= word.start - statement.start < b for a, b in wrongs)
        if is_wrong or word.lower in PAST or word.lower.endswith("ed"):
            yield word.start, word.end, word.stem, is_wrong


def _accusations(
    case: Case, told: Sequence[Beside], stem: str, *, is_wrong: bool
) -> Evidence | None:
    """The accusation that tells of a deed; None where a source tells it otherwise, or none does."""
    shown: Evidence | None = None
    for one in told:
        reading = one.index.reading
        low, high = one.span
        text = level(reading.text[low:high])
        places = [word for word in reading.words_in(low, high) if word.stem == stem]
        for word in places:
            found = _governing(text, word.start - low, is_wrong=is_wrong)
            if found is None:
                return None
            if shown is None:
                end = max(found[1], word.end - low)
                shown = case.pack.evidence(SourceSpan(one.source, low + found[0], low + end))
    return shown


def _governing(text: str, at: int, *, is_wrong: bool) -> tuple[int, int] | None:
    """The accusation that a word of a sentence stands under."""
    for found in ACCUSING.finditer(text):
        if found.end() <= at <= found.end() + _REACH and not _CLAUSE.search(text, found.end(), at):
            if not found["deed"] and not is_wrong:
                continue
            between = text[found.end() : at]
            if found["deed"] and len(between.split()) > _FIRST and " and " not in between:
                continue
            return found.span()
    return None


def _is_settled(judged: JudgedClaim, start: int, there: Sequence[tuple[str, StepTold]]) -> bool:
    """Whether a court, or somebody's own word, has settled a deed of that party."""
    ours = [name.text for name in parties_in(judged.reading, *sentence_of(judged))]
    wrong = WRONG.match(level(judged.reading.text), start)
    kind = {wrong.lastgroup} - {ANY_WRONG} if wrong else set()
    for _, told in there:
        if (
            told.step.rung not in _SETTLED
            or not told.step.taken
            or told.step.vague
            or not told.step.law
        ):
            continue
        if any(is_same(name, other) for name in ours for other in told.named):
            return True
        if (not ours or not told.party) and kind & told.step.wrongs:
            return True
    return False


def _label(
    case: Case, sentence: Sentence, judged: JudgedClaim, there: Sequence[tuple[str, StepTold]]
) -> Accused | None:
    """A name with a word for somebody who has done a wrong, which no source has."""
    statement = judged.statement
    low, high = statement.start, statement.end
    own = sentence.own[low - sentence.start : high - sentence.start]
    for found in LABEL.finditer(own):
        name = _called(judged, low + found.start(), low + found.end())
        if name is None or _NO_LABEL.search(own, 0, found.start()):
            continue
        steps = [one for one in there if any(is_same(name, other) for other in one[1].named)]
        accused = [one for one in steps if Rung.ACCUSED <= one[1].step.rung < Rung.FOUND]
        settled = (one for _, one in steps if one.step.rung in _SETTLED and one.step.taken)
        if not accused or any(not one.party or is_same(one.party, name) for one in settled):
            continue
        if any(found[0].lower() in one.source.body.lower() for one in case.pack):
            continue
        source, best = max(accused, key=lambda one: one[1].step.rung)
        words = case.pack.evidence(SourceSpan(source, *best.shown))
        return Accused(judged, (low + found.start(), low + found.end()), words)
    return None


def _called(judged: JudgedClaim, start: int, end: int) -> str | None:
    """Whom a word stands right beside: `the killer, Ann Lee`, `Ann Lee, the killer`."""
    text = judged.reading.text
    for name in judged.reading.names:
        if not name.sure or name.kind not in ("person", "unknown"):
            continue
        if _BESIDE.fullmatch(text[name.end : start]) or _BEHIND.fullmatch(text[end : name.start]):
            return name.text
    return None
