"""What those who are blamed answer, as the sources of a pack have it: each answer with its party.

An answer is a denial, a defence, an admission, any other statement by the party or by those who
speak for it, or that it did not speak when it was asked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from nutgraf.evidence import clauses
from nutgraf.evidence.index import Index
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.once import lasting
from nutgraf.evidence.pack import Pack
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language.accusing import accusations
from nutgraf.language.answering import answering
from nutgraf.language.governing import is_negated
from nutgraf.language.name_folding import geographic
from nutgraf.language.name_words import BODY_NOUNS
from nutgraf.language.names import Name
from nutgraf.language.no_comment import no_comments
from nutgraf.language.noun_phrases import BLANK
from nutgraf.language.quotations import Quoted
from nutgraf.language.roles import GROUPS, ROLES
from nutgraf.language.stems import stem
from nutgraf.language.voices import voices

Sort = Literal["denial", "defence", "admission", "answer", "silence"]

_BEFORE = 2  # sentences before an answer in which its party may be named, or a charge told
_CHARGES = 4  # sentences before an answer that tell the charges it answers
_NOT_PARTIES = """
filing lawsuit complaint report statement letter memo memorandum declaration affidavit ruling order
opinion document documents study survey indictment email emails article editorial essay post tweet
message newspaper magazine network website site paper sources lawyers attorneys spokesmen advisers
advisors aides authors editors critics witnesses group party house guard press records record
business court service services
"""
_MORE_PARTIES = """
police city company firm agency department ministry government council hospital university school
airline railway railroad operator manufacturer maker drugmaker carmaker retailer owner contractor
landlord county state church club team federation league bank utility district sheriff prosecutors
regulator administration campaign coach mayor minister governor plant factory
"""
PARTY_WORDS = (GROUPS | BODY_NOUNS | frozenset(_MORE_PARTIES.split())) - frozenset(
    _NOT_PARTIES.split()
)
"""Nouns by which a party is called without its name."""
_GENERIC_WORDS = """
company firm agency department ministry operator manufacturer maker drugmaker carmaker retailer
organization organisation body business group corporation
"""
GENERIC = frozenset(_GENERIC_WORDS.split())
"""Nouns that may stand for any body that was named."""
_SAYING_WORDS = """
say tell statement spokesman spokeswoman spokesperson add
"""
_SAYING = frozenset(stem(word) for word in _SAYING_WORDS.split())
_PRONOUN = re.compile(r"(?:he|she|they|it|the statement)\Z", re.IGNORECASE)
_LEADING = re.compile(
    r"(?:In|On|At|After|During|Before|Asked|When|Speaking|Through|By|Last|Late|Earlier)\b[^,]*,\s+"
)
# Papers speak for whoever wrote them; those who speak against a party do not speak for it.
_NOT_ITS_OWN = re.compile(
    r"(?i)\b(?:(?:law)?suits?|indictments?|filings?|complaints?|declarations?|reports?|records|"
    r"documents?|stud(?:y|ies)|survey|audit|review|ruling|critics?|opponents?|according|slide)\b"
)
_LISTED = re.compile(r",? and |, (?=[A-Z]|the )")
_OWNER = re.compile(r"['’]s\b")
# Who speaks of what others did wrong denies nothing by a `not`.
_BYSTANDER_WORDS = """
prosecutors investigators critics residents families witnesses auditors police officials authorities
experts doctors researchers scientists analysts economists neighbors neighbours parents
"""
_BYSTANDERS = frozenset(_BYSTANDER_WORDS.split())
_CHARGING = re.compile(r"(?i)(?:accus|alleg|blam|su(?:e[sd]?|ing)\b)")
_FOR_ANOTHER = re.compile(
    r"(?i)\b(?:spokes\w+|lawyers?|attorneys?|counsel|statement|representatives?|solicitor|barrister)\b"
)
# `They told us nothing` charges others; `we were not there` answers for oneself.
_OF_OTHERS = re.compile(r"(?i)\b(?:they|them|he|him|she|her|you|your|their)\b")
_OURSELVES = re.compile(r"(?i)\b(?:we|our|ours|i|my|me)\b")
_OFFICE = re.compile(r"(?i)\b(?:" + "|".join(sorted(ROLES)) + r")\b")
# The head of a body speaks for it.
_OF_BODY = re.compile(
    r"(?i)['’]s (?:[\w-]+ ){0,3}?(?:chair\w*|presidents?|directors?|chiefs?|heads?|owners?"
    r"|founders?|managers?|principal|superintendent|commissioner|executives?|coach|leader"
    r"|secretary|chancellor|lawyer|attorney)\b"
)
_POSSESSIVE = re.compile(r"(?i)\b(?:his|her|their|its)\b")
_ACCOUNT = re.compile(
    r"(?i)\b(?:accounts?|claims?|allegations?|accusations?|criticisms?|complaints?|(?:law)?suits?"
    r"|inquir(?:y|ies)|investigations?|charges?|audit|concerns)\b"
)
_WHETHER = re.compile(
    r"(?i)[^.;]{0,40}?\b(?:whether|if|how|what|when|where|why|who|which)\b|[^.;]{0,20}\bto say\b"
)
_PASSIVE = re.compile(r"(?i)\b(?:was|were|been|be|is|are|being)(?: \w+ly)? $")
_CLAUSE_START = re.compile(
    r"[;:—–()“”\"]|, (?:and|but|while|although|as|which|who)\b|\b(?:while|but)\b"
)


@dataclass(frozen=True, slots=True)
class Party:
    """Who answers: names as the source has them, of persons and bodies, and plain nouns."""

    names: tuple[str, ...]
    words: frozenset[str]

    @property
    def empty(self) -> bool:
        return not self.names and not self.words


NOBODY = Party((), frozenset())


@dataclass(frozen=True, slots=True)
class Response:
    """An answer at `span`. `topic` are the stems of it, `before` those of what it answers.

    `answers`: the words before it, or its own, tell of a charge. `quoted` is the quotation it
    brings, if it does; `by` is the party as written.
    """

    span: SourceSpan
    sort: Sort
    party: Party
    by: str
    topic: frozenset[str]
    before: frozenset[str]
    answers: bool
    quoted: Quoted | None


def responses(pack: Pack) -> tuple[Response, ...]:
    """Every answer in the sources of a pack, in their order."""
    return tuple(found for one in pack for found in read_responses(one.index, one.source.id))


@lasting
def read_responses(index: Index, source: str) -> tuple[Response, ...]:
    """The answers in one source, in order."""
    return tuple(_Reader(index, source).read())


class _Reader:
    """Goes through the sentences of a source once; remembers who spoke last."""

    def __init__(self, index: Index, source: str) -> None:
        self.index = index
        self.source = source
        self.reading: Reading = index.reading
        self.last = NOBODY
        self.accusers: set[str] = set()  # the last words of their names
        self.known: dict[str, Party] = {}
        self.last_number = -10
        self.bodies = _bodies(index)
        self.said: tuple[int, Party, frozenset[str]] = (-10, NOBODY, frozenset())
        self.carrying = {number for where in index.postings.values() for number in where}

    def read(self) -> Iterator[Response]:
        silent = no_comments(self.reading.text, self.reading.sentences)
        for number, span in enumerate(self.reading.sentences):
            if number not in self.carrying:
                continue
            here = [said for said in silent if said.whole == span]
            if any(_WHETHER.match(self.reading.text, said.start) for said in here):
                continue  # that somebody does not say a thing is a gap, and no answer
            for said in here:
                for party, by in self._each(said.party, number):
                    clause = (said.party[0], said.end)
                    yield self._response(number, clause, "silence", (party, by), None)
            yield from self._in_sentence(number, span)

    def _in_sentence(self, number: int, span: Span) -> Iterator[Response]:
        own = _own(self.reading, span)
        quoted = next(
            (q for q in self.reading.quotations if q.full and span[0] <= q.start < span[1]), None
        )
        for cue in answering(own):
            if _PASSIVE.search(own, 0, cue.start):
                continue
            low = span[0] + _clause_start(own, cue.start)
            lead = _LEADING.match(self.reading.text, low, span[0] + cue.start)
            low = low if lead is None else lead.end()
            where = (low, _subject_end(self.reading.text, low, span[0] + cue.start))
            party = self._party(where, number)
            if not party.empty and not self._is_of_others(where):
                self._remember(party, number)
                clause = self._clause(span, cue.start)
                yield self._response(number, clause, cue.sort, (party, where), quoted)
                return
        if quoted is not None and quoted.speaker is not None:
            speaker, role = quoted.speaker, quoted.role
            where = (speaker.start, speaker.end)
            party = self._party(where, number, named=speaker.name)
            if role is not None:
                party = _joined(party, self._party((role.start, role.end), number))
            if not party.empty:
                self._remember(party, number)
                sort = self._sort_of(number, quoted.words, party, quoted=True)
                if sort is not None:
                    yield self._response(number, span, sort, (party, where), quoted)
            return
        for voice in voices(own):
            if voice.party is None:
                continue
            where = (span[0] + voice.party[0], span[0] + voice.party[1])
            if _CHARGING.match(own, voice.start):
                accuser = self._party(where, number)
                self.accusers.update(name.split()[-1] for name in accuser.names)
                self._remember(accuser, number)
                continue
            if _speaks(self.reading.text, *where) and voice.party[1] < voice.start:
                where = (where[0], span[0] + voice.start)  # `Her lawyer, Ann Lee, said`
            party = self._party(where, number)
            if not party.empty and not self._is_of_others(where):
                self._remember(party, number)
                sort = self._sort_of(number, own[slice(*voice.said)], party, quoted=False)
                if sort is not None:
                    clause = self._clause(span, voice.start)
                    yield self._response(number, clause, sort, (party, where), None)
                return

    def _is_of_others(self, span: Span) -> bool:
        return _NOT_ITS_OWN.search(self.reading.text, *span) is not None

    def _remember(self, party: Party, number: int) -> None:
        self.last, self.last_number = party, number
        if len(party.names) > 1 or party.words:
            for name in party.names:
                last = name.split()[-1]
                if last.lower() not in PARTY_WORDS:
                    self.known[last] = party

    def _sort_of(self, number: int, said: str, party: Party, *, quoted: bool) -> Sort | None:
        """What sort of answer some words are; None where they are the charge itself.

        Whoever says `no` or `not` behind a charge denies it.
        """
        plain = next((one.sort for one in answering(said)), None)
        own = not quoted or _OURSELVES.search(said) or _ACCOUNT.search(said)
        if plain is not None and plain != "admission" and own and "guilty" not in said:
            return plain
        if accusations(said):
            return None
        if _OF_OTHERS.search(said) is not None and _OURSELVES.search(said) is None:
            return "answer"
        accuses = bool(party.words & _BYSTANDERS) or any(
            name.split()[-1] in self.accusers for name in party.names
        )
        denies = is_negated(said) and not accuses and self._charged(number)
        return "denial" if denies else "answer"

    def _charged(self, number: int) -> bool:
        """Whether a sentence, or one right before it, tells of a charge against somebody."""
        low = self.reading.sentences[max(0, number - _BEFORE)][0]
        text = self.reading.text[low : self.reading.sentences[number][1]]
        return _charges(text)

    def _clause(self, span: Span, at: int) -> Span:
        for low, high in clauses.split(self.reading, *span):
            if low <= span[0] + at < high:
                return low, high
        return span

    def _response(
        self,
        number: int,
        span: Span,
        sort: Sort,
        who: tuple[Party, Span],
        quoted: Quoted | None,
    ) -> Response:
        party, by = who
        reading = self.reading
        sentences = reading.sentences
        own = {stem(part) for name in party.names for part in name.lower().split()}
        own |= {stem(word) for word in party.words} | _SAYING
        topic = set(reading.stems_in(*span))
        if number + 1 < len(sentences) and self._goes_on(number + 1):
            topic |= set(reading.stems_in(*sentences[number + 1]))
        first = max(0, number - _CHARGES)
        charges = [
            at for at in range(first, number) if _charges(reading.text[slice(*sentences[at])])
        ]
        before = {word for at in charges for word in reading.stems_in(*sentences[at])}
        before |= set(reading.stems_in(*sentences[number])) - topic
        if self.said[0] == number - 1 and set(self.said[1].names) & set(party.names):
            topic |= self.said[2]  # both sentences are its answer
        # Who says `denied` speaks of a charge, wherever it was told.
        explicit = any(one.sort == "denial" for one in answering(_own(reading, span)))
        if sort != "silence":
            self.said = number, party, frozenset(topic)
        text = reading.text[slice(*by)].strip(" ,")
        return Response(
            SourceSpan(self.source, *span),
            sort,
            party,
            text,
            frozenset(topic - own),
            frozenset(before - own),
            explicit or self._charged(number),
            quoted,
        )

    def _goes_on(self, number: int) -> bool:
        """Whether a sentence brings more words of the party of the one before."""
        low, high = self.reading.sentences[number]
        text = self.reading.text[low : min(high, low + 40)].lower()
        spokes = _FOR_ANOTHER.search(self.reading.text, low, high) is not None
        return (text.startswith(("“", '"')) and spokes) or text.startswith(
            ("she said", "he said", "it said")
        )

    def _party(self, span: Span, number: int, named: str = "") -> Party:
        """Who stands in a span of the text, with those for whom they speak."""
        text = self.reading.text[slice(*span)].strip(" ,")
        if _PRONOUN.match(text):
            if named[:1].isupper() and not _PRONOUN.match(named):
                known = self.known.get(named.rsplit(maxsplit=1)[-1], NOBODY)
                return _joined(Party((named,), frozenset()), known)
            return self._recent(number)
        names = [
            one
            for one in self.reading.names
            if span[0] <= one.start < span[1] and not _is_place(one)
        ]
        speaks = _speaks(text, 0, len(text))
        owned = [one for one in names if self._is_owner(one.end) and not speaks]
        names = [one for one in names if one not in owned] or names
        kept = [one.text for one in names]
        words = {
            word.lower
            for word in self.reading.words_in(*span)
            if speaks or not self._is_owner(word.start + len(word.lower))
        } & PARTY_WORDS
        if named and named not in kept and named[:1].isupper():
            kept.append(named)
        party = Party(tuple(kept), frozenset(words))
        for name in kept:
            party = _joined(party, self.known.get(name.split()[-1], NOBODY))
        bodies = [one for one in names if one.kind != "person"]
        if words & GENERIC and not bodies:
            return _joined(party, Party(self.bodies[:1], frozenset()))
        if _POSSESSIVE.search(text) and (speaks or _OFFICE.search(text)):
            meant = self._spoken_of(span[0], number)
            return _joined(party, self._recent(number) if meant.empty else meant)
        if speaks and not bodies and not words:
            return _joined(party, self._recent(number))
        return party

    def _is_owner(self, end: int) -> bool:
        return _OWNER.match(self.reading.text, end) is not None

    def _each(self, span: Span, number: int) -> Iterator[tuple[Party, Span]]:
        """The parties of a list such as `the firm, its owner and the council`, one by one."""
        text = self.reading.text
        cuts = [one.span() for one in _LISTED.finditer(text, *span)]
        starts = [span[0], *(end for _, end in cuts)]
        ends = [*(start for start, _ in cuts), span[1]]
        for low, high in zip(starts, ends, strict=True):
            party = self._party((low, high), number)
            if not party.empty:
                yield party, (low, high)

    def _recent(self, number: int) -> Party:
        """Who spoke, or was spoken of, in the sentences right before."""
        if number - self.last_number <= _BEFORE:
            return self.last
        return self._spoken_of(self.reading.sentences[number][0], number)

    def _spoken_of(self, at: int, number: int) -> Party:
        """Whom a possessive before `at` means: the first one named in the sentence, or before."""
        low = self.reading.sentences[max(0, number - 1)][0]
        start = self.reading.sentences[number][0]
        names = [one for one in self.reading.names if low <= one.start < at and not _is_place(one)]
        names.sort(key=lambda one: (one.start < start, one.start))
        return Party((names[0].text,), frozenset()) if names else NOBODY


_AUXILIARY = re.compile(
    r"(?i)(?:\s+(?:has|have|had|also|always|never|since|later|then|again|both|now|is|are|was|were"
    r"|will|would|to|\w+ly))+\s*\Z"
)


def _subject_end(text: str, low: int, high: int) -> int:
    """Where the subject of a verb ends, without the small words between the two."""
    found = _AUXILIARY.search(text[low:high])
    return high if found is None else low + found.start()


def _speaks(text: str, start: int, end: int) -> bool:
    """Whether a party is called by whom it speaks for."""
    found = _FOR_ANOTHER.search(text, start, end) or _OF_BODY.search(text, start, end)
    return found is not None


def _charges(text: str) -> bool:
    """Whether words tell of a charge against somebody."""
    return _ACCOUNT.search(text) is not None or bool(accusations(text))


def _bodies(index: Index) -> tuple[str, ...]:
    """The bodies that a source names, the one it names most often first."""
    seen: Counter[str] = Counter()
    first: dict[str, str] = {}
    for name in index.reading.names:
        person = any(one.kind == "person" for one in index.named(name.text))
        if name.kind in ("unknown", "body") and not person and not _is_place(name):
            key = index.names.aliases.key(name.text)
            seen[key] += 1
            first.setdefault(key, name.text)
    return tuple(first[key] for key, _ in seen.most_common())


def _is_place(name: Name) -> bool:
    if name.small[-1] in PARTY_WORDS:
        return False
    return name.kind in ("place", "demonym") or bool(geographic(name.text))


def _joined(one: Party, other: Party) -> Party:
    return Party(tuple(dict.fromkeys((*one.names, *other.names))), one.words | other.words)


def _own(reading: Reading, span: Span) -> str:
    """A sentence in which what stands inside quotation marks is blanked."""
    text = list(reading.text[slice(*span)])
    for quoted in reading.quotations:
        for low, high in quoted.pieces:
            for at in range(max(low, span[0]), min(high, span[1])):
                text[at - span[0]] = BLANK
    return "".join(text)


def _clause_start(own: str, end: int) -> int:
    """Where the clause begins in which a verb stands."""
    start = 0
    for cut in _CLAUSE_START.finditer(own, 0, end):
        if own[cut.end() : end].strip():
            start = cut.end()
    return start
