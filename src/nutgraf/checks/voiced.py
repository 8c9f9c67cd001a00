"""The claims of a brief beside the sentences of the sources that say the same, and who says it."""

from __future__ import annotations

import re

from nutgraf.checks.case import Case
from nutgraf.checks.sentences_told import Sentence
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.once import once
from nutgraf.evidence.pack import Pack
from nutgraf.evidence.reading import Reading
from nutgraf.evidence.witnesses import Witness, sentence_voices, witnesses
from nutgraf.language.common_words import is_common
from nutgraf.language.outlet_names import same_outlet
from nutgraf.language.party_kinds import kind_of
from nutgraf.language.stems import Word, read
from nutgraf.language.voices import CONTESTED, PLAIN, Voice, voices
from nutgraf.model import Evidence

# A colon behind a short name, a dash and a speaker, a position, a view: all of them say whose.
_WHOSE = re.compile(
    r"(?:^|\W)[—–]\s[A-Z][^.:;]{2,60}$"
    r"|['’]s? (?:\w+ )?(?:position|view|account|version|argument|claims?|allegations?|case|words"
    r"|term|theory|contention|complaint|statement|side|reading|take|estimate|forecast|prediction)\b"
    r"|\b(?:according to|in the (?:view|words|eyes) of|per the|as .{2,40} (?:put|sees?|saw) it"
    r"|puts? [^.;]{3,40}? (?:down to|at)|so (?:says|said)"
    r"|the filing|the lawsuit|the suit|the complaint|the indictment|the affidavit"
    r"|its (?:maker|owner|own)|alleg\w+|accus\w+|den(?:y|ies|ied|ying)|disput\w+"
    r"|reject\w+|attribut\w+|critici[sz]\w+|condemn\w+|welcom\w+|prais\w+|defend\w+|denounc\w+"
    r"|oppos\w+|dismiss\w+|urge[sd]?\b|demand(?:s|ed)\b|complain\w+|endors\w+|apologi[sz]\w+|promise[sd]|pledge[sd]|vow(?:s|ed)|predict\w+|forecasts?\b|estimates?\b|insist\w*|blam(?:es|ed|ing)|credits|expects?\b|believes?\b"
    r"|thinks?\b|hopes?\b|fears?\b|doubts?\b|suspects?\b|wants?\b|reportedly|purported\w*|supposed\w*|claims?\b)",
    re.IGNORECASE,
)

_BACK = 3  # sentences back to whom `she` may go
_PRONOUN = re.compile(r"^(?:he|she|they|it|who|its \w+)$", re.IGNORECASE)
_ARTICLES = ("The", "A", "An")
_INTRODUCED = 110  # characters around a name that say who it is

_OPENING = re.compile(r"(?:[:;,]|\band)\s+(?:also )?(\w+)")
_LABEL = re.compile(r"\W*[^:.!?]{2,60}:(?=\s)")


def claim_witnesses(case: Case, judged: JudgedClaim) -> tuple[Witness, ...]:
    """The sentences of any source of the pack that say what a claim does, the best first."""
    statement = judged.statement
    indexes = case.pack.indexes(dict.fromkeys(case.pack.sources))
    return witnesses(judged.reading, statement.start, statement.end, indexes)


def is_attributed(sentence: Sentence) -> bool:
    """Whether a sentence of the brief says in any form who says so."""
    own = sentence.own
    if voices(own) or _WHOSE.search(own):
        return True
    label = _LABEL.match(own)
    return label is not None and _names_speaker(sentence, label.end())


def _names_speaker(sentence: Sentence, end: int) -> bool:
    """Whether the label of a bullet says whose it is: `The union:`, `Renner:`, not `The error:`."""
    low, high = sentence.start, sentence.start + end
    openings = (found[1].lower() for found in _OPENING.finditer(sentence.own, end - 1))
    if kind_of(sentence.own[:end]) == "partisan" or any(w in PLAIN | CONTESTED for w in openings):
        return True
    names = sentence.claims[0].reading.names
    return any(low <= name.start < high and name.sure and name.kind == "person" for name in names)


def is_outlet(party: str, pack: Pack) -> bool:
    """Whether a party is a newsroom, by its name or as a source of the pack is called."""
    known = [one.source.publisher or "" for one in pack]
    known += [credit for one in pack for credit in one.source.credits]
    return any(same_outlet(party, name) for name in known) or kind_of(party) == "outlet"


def evidence_of(case: Case, witness: Witness, span: tuple[int, int] | None = None) -> Evidence:
    """A witness's sentence, or a span of its source, as a finding shows it."""
    return case.pack.evidence(SourceSpan(witness.source, *(span or witness.span)))


def who_says(witness: Witness, voice: Voice, pack: Pack) -> tuple[str, str]:
    """The party of a voice, pronouns resolved, and how the sources describe it elsewhere."""
    reading = witness.index.reading
    party = witness.party(voice)
    if not party or _PRONOUN.match(party.strip()):
        return _meant(witness, pack) or (party, "")
    low, high = voice.party or (0, 0)
    aside = re.compile(r", [^.;:]{3,90}?,").match(reading.text, high)
    after = aside[0] if aside else ""
    if not aside and voice.start < low:  # `said Ann Lee, who runs the yard.`
        after = reading.text[high : high + _INTRODUCED].split(".")[0]
    return party, after or _introduced(witness, party, pack)


def within(party: str) -> str:
    """A party as it stands within a sentence: `the union`."""
    party = " ".join(party.split())
    first, _, rest = party.partition(" ")
    named = rest[:1].isupper() and first not in _ARTICLES
    if named or not is_common(first.lower()) or (first.isupper() and len(first) > 1):
        return party
    return party[:1].lower() + party[1:]


def _meant(witness: Witness, pack: Pack) -> tuple[str, str] | None:
    """Whom a pronoun means: who spoke last."""
    reading = witness.index.reading
    for number in range(witness.sentence - 1, max(-1, witness.sentence - 1 - _BACK), -1):
        low, high = reading.sentences[number]
        quoted = [q for q in reading.quotations if q.speaker and low <= q.start < high]
        if quoted and quoted[-1].speaker is not None:
            speaker, role = quoted[-1].speaker, quoted[-1].role
            return speaker.name, role.text if role else _introduced(witness, speaker.name, pack)
        for voice in reversed(sentence_voices(witness.index, number)):
            party = witness.party(voice)
            if party and not _PRONOUN.match(party.strip()):
                return party, _introduced(witness, party, pack)
        if not sentence_voices(witness.index, number):
            opening = reading.text[low : min(high, low + _INTRODUCED)]
            return opening, opening
    return None


def _introduced(witness: Witness, party: str, pack: Pack) -> str:
    """What stands around the first mention of a name, in the source itself and then in others."""
    words: list[Word] = [word for word in read(party) if word.capital and word.content]
    if not words or (len(words) == 1 and is_common(words[0].lower)):
        return ""
    last = words[-1].lower
    readings = [witness.index.reading]
    readings += [one.index.reading for one in pack if one.index.reading is not readings[0]]
    return " … ".join(filter(None, (_around_first(reading, last) for reading in readings)))


@once
def _around_first(reading: Reading, last: str) -> str:
    first = next((w for w in reading.words if w.lower == last and w.capital), None)
    if first is None:
        return ""
    low, high = reading.sentences[reading.sentence_at(first.start)]
    return reading.text[max(low, first.start - _INTRODUCED) : min(high, first.end + _INTRODUCED)]
