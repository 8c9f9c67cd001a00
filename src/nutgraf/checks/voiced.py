"""The claims of a brief beside the sentences of the sources that say the same, and who says it."""

from __future__ import annotations

import re

from nutgraf.checks.case import Case
from nutgraf.checks.sentences_told import Sentence
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.witnesses import Witness, witnesses
from nutgraf.language.voices import voices
from nutgraf.model import Evidence

# A colon behind a short name, a dash and a speaker, a position, a view: all of them say whose.
_WHOSE = re.compile(
    r"^\W*[^:.!?]{2,60}:\s|(?:^|\W)[—–]\s[A-Z][^.:;]{2,60}$"
    r"|['’]s? (?:\w+ )?(?:position|view|account|version|argument|claims?|allegations?|case|words"
    r"|term|theory|contention|complaint|statement|side|reading|take|estimate|forecast|prediction)\b"
    r"|\b(?:according to|in the (?:view|words|eyes) of|per the|as .{2,40} (?:put|sees?|saw) it"
    r"|so (?:says|said)|the filing|the lawsuit|the suit|the complaint|the indictment|the affidavit"
    r"|its (?:maker|owner|own)|alleg\w+|accus\w+|reportedly|purported\w*|supposed\w*|claims?\b)",
    re.IGNORECASE,
)


def claim_witnesses(case: Case, judged: JudgedClaim) -> tuple[Witness, ...]:
    """The sentences of any source of the pack that say what a claim does, the best first."""
    statement = judged.statement
    indexes = case.pack.indexes(dict.fromkeys(case.pack.sources))
    return witnesses(judged.reading, statement.start, statement.end, indexes)


def is_attributed(sentence: Sentence) -> bool:
    """Whether a sentence of the brief says in any form who says so."""
    return bool(voices(sentence.own)) or _WHOSE.search(sentence.own) is not None


def evidence_of(case: Case, witness: Witness, span: tuple[int, int] | None = None) -> Evidence:
    """A witness's sentence, or a span of its source, as a finding shows it."""
    return case.pack.evidence(SourceSpan(witness.source, *(span or witness.span)))
