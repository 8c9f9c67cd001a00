"""no-comment-unverified: “did not respond” of somebody of whom no source says so, or to another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from nutgraf.checks.case import Case
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.checks.sentences_told import Sentence, sentences_told
from nutgraf.checks.told_to_readers import Told
from nutgraf.checks.voiced import within
from nutgraf.evidence.index import Index
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.once import once
from nutgraf.evidence.pack import Pack
from nutgraf.evidence.reading import Reading
from nutgraf.evidence.responses import Response, Sort, responses
from nutgraf.language.acronyms import abbreviates
from nutgraf.language.name_folding import fold_name
from nutgraf.language.names import Name
from nutgraf.language.no_comment import NoComment, no_comments
from nutgraf.language.outlet_names import same_outlet
from nutgraf.language.stems import read, stem
from nutgraf.model import Evidence, Source

# An honest gap: nobody is said to have been asked.
_GAP = re.compile(r"(?:did|has|have) not sa(?:y|id) ", re.IGNORECASE)
_ANSWERS: frozenset[Sort] = frozenset(["denial", "defence", "answer"])
# Who did not comment may have been silent, or have refused.
_EITHER = re.compile(r"(?:\bnot|n['’]t|\bno)(?: public)? comment\b", re.IGNORECASE)
_LATELY = timedelta(10)
# `has not commented on the sale`: of other things it may have spoken.
_ON = re.compile(
    r"\b(?:on|about|regarding)\s(?!(?:the |its |his |her |their )?(?:incident|matter|case|accident"
    r"|crash|allegations?|accusations?|events?|affair)\b)\w+",
    re.IGNORECASE,
)
_REPEATED = 0.6  # of the stems of an answer: then the brief tells it
_VOICE = re.compile(r"spokes|representative|lawyer|attorney")
_PRONOUN = re.compile(r"^(?:but |and )?(?:it|they|he|she)$", re.IGNORECASE)
_GENERIC_TEXT = """
company firm agency group team club organization organisation department both owner man woman
neither other official officials office maker two bank airline ministry council
"""
_GENERIC = frozenset(stem(word) for word in _GENERIC_TEXT.split())
_NEAR = 60  # characters around a person's name in which the body stands that they speak for
_BACK = 2  # sentences back to whom `she` and `the company` may go


def _is_generic(party: str) -> bool:
    """Whether a party is called by nothing that tells it from others: `she`, `the company`."""
    if _PRONOUN.match(party.strip()):
        return True
    words = (word for word in read(party) if word.content and not _VOICE.match(word.lower))
    return all(word.stem in _GENERIC for word in words)


@dataclass(frozen=True)
class _Stated:
    """What a source says of somebody's silence, and who was asked by whom there."""

    source: Source
    index: Index
    said: NoComment
    names: tuple[Name, ...]
    outlets: tuple[str, ...]


@dataclass(frozen=True)
class _Ours:
    """What the brief says of somebody's silence."""

    sentence: Sentence
    said: NoComment

    @property
    def parties(self) -> tuple[Name, ...]:
        low, high = (self.sentence.start + at for at in self.said.party)
        names = _names_in(self.sentence.claims[0].reading, (low, high))
        return tuple(name for name in names if name.kind != "demonym")

    @property
    def described(self) -> frozenset[str]:
        """What the party is called, by stems."""
        low, high = self.said.party
        words = read(self.sentence.text[low:high])
        return frozenset(
            word.stem for word in words if word.content and not _VOICE.match(word.lower)
        )

    @property
    def is_generic(self) -> bool:
        """Whether it is called by nothing that tells it from others: `she`, `the company`."""
        low, high = self.said.party
        return _is_generic(self.sentence.text[low:high])

    @property
    def claim(self) -> str:
        return self.sentence.claim_at(self.said.start).claim.id


def check(case: Case) -> Iterator[Found]:
    if not case.pack.sources:
        return
    stated = [one for source in case.pack for one in _stated(source.index, source.source)]
    for sentence in sentences_told(case):
        if not sentence.is_quotation:
            for said in no_comments(sentence.own):
                if not said.own and not _GAP.match(said.words):
                    yield from _faults(case, _Ours(sentence, said), stated)


def _stated(index: Index, source: Source) -> list[_Stated]:
    found = []
    for said in _silences(index.reading):
        names = _names_in(index.reading, said.party)
        names += tuple(one for name in names for one in _introduced(index, name))
        party = index.reading.text[slice(*said.party)]
        if not names and _is_generic(party):
            at = index.reading.sentence_at(said.start)
            low = index.reading.sentences[max(0, at - _BACK)][0]
            names = _names_in(index.reading, (low, said.start))
        found.append(_Stated(source, index, said, names, _asked_by(said, index.reading, source)))
    return found


def _introduced(index: Index, name: Name) -> tuple[Name, ...]:
    """The names by which a person is introduced: `Acme spokesman Jo Hart`."""
    first = next((one for one in index.reading.names if one.words[-1] == name.words[-1]), name)
    low, _ = index.reading.sentences[index.reading.sentence_at(first.start)]
    return _names_in(index.reading, (max(low, first.start - _NEAR), first.end + _NEAR))


@once
def _silences(reading: Reading) -> tuple[NoComment, ...]:
    return no_comments(reading.text, reading.sentences)


def _names_in(reading: Reading, span: tuple[int, int]) -> tuple[Name, ...]:
    return tuple(name for name in reading.names if span[0] <= name.start < span[1])


def _asked_by(said: NoComment, reading: Reading, source: Source) -> tuple[str, ...]:
    """The outlets that may have asked: the one named, else the source's own and its credits."""
    own = tuple(filter(None, (source.publisher, *source.credits)))
    if said.outlet is None:
        return own
    named = reading.text[slice(*said.outlet)]
    # `the Post’s request`, in a report that is credited to the Harbour Post.
    return (named, *(one for one in own if fold_name(named)[-1:] == fold_name(one)[-1:]))


def _faults(case: Case, ours: _Ours, stated: Sequence[_Stated]) -> Iterator[Found]:
    said = ours.said
    for party in ours.parties or (None,):
        of_party = [one for one in stated if _is_of(ours, party, one)]
        if party is None and not of_party and not _is_known(ours, case.pack):
            return
        alike = [one for one in of_party if _is_alike(said, one.said)]
        if not alike:
            yield _unsaid(case, ours, party, of_party)
            return
        if said.outlet is None:
            limited = said.sort == "not reached" or _ON.search(ours.sentence.text, said.start)
            answer = None if party is None or limited else _answer_of(case, party)
            if party is not None and answer is not None:
                yield _answered(case, ours, party, answer, alike[0])
                return
            continue
        outlet = ours.sentence.text[slice(*said.outlet)]
        if not any(
            not one.outlets or any(same_outlet(outlet, name) for name in one.outlets)
            for one in alike
        ):
            yield _other_outlet(case, ours, said.outlet, alike[0])
            return


def _answer_of(case: Case, party: Name) -> Response | None:
    """What a party that is said to be silent told another newsroom, where the brief has it not."""
    for one in responses(case.pack):
        if one.sort not in _ANSWERS or not any(
            _is_one_party(case, party, name, one) for name in one.party.names
        ):
            continue
        if _is_of_long_ago(case, one):
            continue
        if not any(_repeats(told, one) for told in case.told if told.published):
            return one
    return None


def _is_of_long_ago(case: Case, one: Response) -> bool:
    """Whether it was said at a time long before the report, perhaps of another matter."""
    reading = case.pack.sources[one.span.source.casefold()].index.reading
    inside = (when for when in reading.dates if one.span.start <= when.start < one.span.end)
    latest = max((when.last for when in inside if when.last is not None), default=None)
    if latest is None or reading.published is None:
        return False
    return reading.published - latest > _LATELY


def _repeats(told: Told, one: Response) -> bool:
    """Whether a sentence of the brief tells most of an answer."""
    shared = len(one.topic & told.stems)
    return shared >= _REPEATED * max(len(one.topic), 1)


def _is_one_party(case: Case, party: Name, name: str, one: Response) -> bool:
    if set(fold_name(party.text)) & set(fold_name(name)):
        return True
    index = case.pack.sources[one.span.source.casefold()].index
    return bool(index.names.aliases.same(party.text, name))


def _answered(case: Case, ours: _Ours, party: Name, answer: Response, stated: _Stated) -> Found:
    """To somebody it did not respond, and to another it did."""
    asked = stated.outlets[0] if stated.outlets else stated.source.id
    return Found(
        ours.sentence.place(ours.said.start, ours.said.end),
        f"{answer.span.source} has an answer of {party.text}; to {asked} it gave none",
        f"give the answer, or say whom: did not respond to {asked}",
        (case.pack.evidence(answer.span), _evidence(case, stated)),
        ours.claim,
    )


def _is_of(ours: _Ours, party: Name | None, stated: _Stated) -> bool:
    """Whether a source's statement may be of a party: by its name, or by how it is described."""
    if party is not None:
        return _may_be(party, stated)
    if ours.is_generic:
        return True
    reading = stated.index.reading
    there = reading.text[slice(*stated.said.party)]
    if _PRONOUN.match(there.strip()):
        low, _ = reading.sentences[max(0, reading.sentence_at(stated.said.start) - 1)]
        there = reading.text[low : stated.said.start]
    own = ours.described
    return any(word.stem in own for word in read(there) if word.content)


def _is_known(ours: _Ours, pack: Pack) -> bool:
    """Whether a source speaks of a party without a name by the same words."""
    return any(
        ours.described <= {word.stem for word in one.index.reading.words_in(low, high)}
        for one in pack
        for low, high in one.index.reading.sentences
    )


def _is_alike(ours: NoComment, theirs: NoComment) -> bool:
    """Whether both tell of silence, or both of a refusal."""
    if _EITHER.search(ours.words) or _EITHER.search(theirs.words):
        return True
    return (ours.sort == "declined") == (theirs.sort == "declined")


def _may_be(party: Name, stated: _Stated) -> bool:
    wanted = set(fold_name(party.text))
    for name in stated.names:
        words = set(fold_name(name.text))
        short, long = sorted((party.text, name.text), key=len)
        if wanted & words or abbreviates(short, long):
            return True
        if stated.index.names.aliases.same(party.text, name.text):
            return True
    return False


def _unsaid(case: Case, ours: _Ours, party: Name | None, of_party: Sequence[_Stated]) -> Found:
    """No source says so of the party; one may say something else of it."""
    low, high = ours.said.party
    start = max(party.start - ours.sentence.start, 0) if party else low
    name = party.text if party else within(ours.sentence.text[low:high])
    place = ours.sentence.place(start, ours.said.end)
    if of_party:
        other = of_party[0]
        return Found(
            place,
            f"no source says so of {name}; {other.source.id} has something else",
            f"write what it says: “{_words(other)}”",
            (_evidence(case, other),),
            ours.claim,
        )
    return Found(
        place,
        f"no source says that {name} was asked and gave no answer",
        "cut it, or say who asked and when",
        claim=ours.claim,
    )


def _other_outlet(case: Case, ours: _Ours, outlet: tuple[int, int], stated: _Stated) -> Found:
    asked = stated.outlets[0]
    return Found(
        ours.sentence.place(*outlet),
        f"it was {asked} that asked, not {ours.sentence.text[slice(*outlet)]}",
        f"write {asked}",
        (_evidence(case, stated),),
        ours.claim,
    )


def _words(stated: _Stated) -> str:
    return stated.index.reading.text[stated.said.start : stated.said.end]


def _evidence(case: Case, stated: _Stated) -> Evidence:
    said = stated.said
    start = min(said.party[0], said.start)
    return case.pack.evidence(SourceSpan(stated.source.id, start, said.end))


_REPORT = (
    "---\ntitle: The ferry\n---\n"
    "The ferry to Gull Island was cancelled on nine days in February, the harbour office said. "
    "The Bay Line did not respond to a request for comment from the Harbour Herald.\n"
)

RULE = Rule(
    name="no-comment-unverified",
    family="fairness",
    severity="warning",
    decided="code",
    law="Whoever is said not to have answered was asked, and by the one who is said to have asked.",
    why="“Did not respond” tells readers that somebody had a fair chance; a source must bear it "
    "out, for that party and that newsroom.",
    bad=Example(
        "---\ntitle: The ferry\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe Bay Line did not respond to a request for comment from the Coast "
        "Courier. [@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The ferry\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe Bay Line did not respond to a request for comment from the Harbour "
        "Herald. [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
