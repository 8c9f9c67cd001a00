"""Deeds that a source says were given up, in the sentence after the one that tells them.

`Combining the two jobs was routine. The agency ended the practice on Sept. 1.`
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from nutgraf.checks.case import Case
from nutgraf.evidence.index import Index
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.language.ended import GOES_ON, NOT_YET
from nutgraf.language.stems import Word
from nutgraf.model import Evidence

_DEED = (
    r"(?:practice|policy|program|programme|rule|arrangement|service|scheme|habit|custom|tradition"
    r"|requirement|exemption|discount|subsidy|system|procedure|method)"
)
_OVER = (
    r"(?:ended|stopped|scrapped|given up|closed|shut(?: down)?|expired|discontinued|abandoned"
    r"|dropped|halted|lapsed|ceased|folded|banned)"
)
_GIVEN_UP = re.compile(
    r"\b(?:ended|stopped|scrapped|banned|dropped|abandoned|halted|discontinued|gave up"
    r"|put (?:a stop|an end) to|did away with) (?:it|that|(?:the|that|this) "
    + _DEED
    + r")\b(?! (?:from|of|to)\b)|^\W*(?:It|That|This|The "
    + _DEED
    + r") (?:(?:was|has been|had been) )?(?:quietly |finally |then )?"
    + _OVER
    + r"\b",
)
_UNTIL = re.compile(
    r"\bwas\b.{0,40}\b(?:practice|policy|habit|custom|routine|rule|normal)\b.{0,40}\buntil\b"
)
_ITS = re.compile(
    r"\b(?:ended|cut|withdrew|dropped|cancell?ed|terminated|stopped) (?:its|their|his|her) (\w+)"
)
_HELD = 0.5
_INSIDE = 0.2
_LONG = 5  # letters by which `sponsors` and `sponsorship` are one


def given_up(
    case: Case, verb: Word, stems: AbstractSet[str], subject: Sequence[Word]
) -> tuple[Evidence, ...]:
    """Where a source tells that what `verb` says, with its words `stems`, was given up."""
    for name, source in case.pack.sources.items():
        index = source.index
        for number, (low, high) in enumerate(index.reading.sentences):
            text = index.reading.text[low:high]
            told = _GIVEN_UP.search(text)
            if told and number and _is_done(text, told.start()):
                if _is_told(index, number - 1, verb, stems):
                    return (case.pack.evidence(SourceSpan(name, low, high)),)
            elif _UNTIL.search(text) and _is_told(index, number, verb, stems):
                return (case.pack.evidence(SourceSpan(name, low, high)),)
            its = _ITS.search(text)
            if its and _is_its(its[1].lower(), verb) and _is_done(text, its.start()):
                own = {word.stem for word in index.reading.words_in(low, high)}
                if subject and subject[-1].stem in own:
                    return (case.pack.evidence(SourceSpan(name, low, high)),)
    return ()


def _is_its(noun: str, verb: Word) -> bool:
    return len(verb.stem) >= _LONG and noun.startswith(verb.stem)


def _is_done(text: str, at: int) -> bool:
    return not NOT_YET.search(text[max(0, at - 30) : at]) and not GOES_ON.search(text)


def _is_told(index: Index, number: int, verb: Word, stems: AbstractSet[str]) -> bool:
    """Whether a sentence tells the deed, not in the present, with what stands before it."""
    reading = index.reading
    words = reading.words_in(*reading.sentences[number])
    forms = [word for word in words if word.stem == verb.stem]
    if not forms or any(word.lower == verb.lower for word in forms):
        return False
    own = {word.stem for word in words}
    beside = {w.stem for w in reading.words_in(*reading.sentences[max(number - 1, 0)])}
    whole = sum(map(index.weight, stems))
    inside = sum(index.weight(stem) for stem in stems if stem in own)
    outside = sum(index.weight(stem) for stem in stems if stem in beside - own)
    return bool(whole) and inside >= _INSIDE * whole and inside + 0.9 * outside >= _HELD * whole
