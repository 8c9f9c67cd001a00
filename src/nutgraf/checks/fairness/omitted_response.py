"""omitted-response: a party that the brief faults has answered, and the brief does not say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from nutgraf.checks.case import Case
from nutgraf.checks.fairness.answer_offered import answerer, offer_of
from nutgraf.checks.fairness.parties import (
    answers_plainly,
    is_accuser,
    is_faulted,
    mentions,
    speaks,
)
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.checks.told_to_readers import Told
from nutgraf.evidence.index import Index
from nutgraf.evidence.responses import Party, Response, Sort, responses
from nutgraf.language.accusing import Accusation, accusations
from nutgraf.language.speakers import same_name
from nutgraf.language.stems import stem
from nutgraf.language.told import content
from nutgraf.model import Role

_CONTESTS: frozenset[Sort] = frozenset(["denial", "defence", "admission"])
_GRAVITY: tuple[Sort, ...] = ("denial", "defence", "answer", "admission", "silence")
# Stems that an answer shares with what it is to, or that what comes before it shares.
_SAME = 2
_SAME_BEFORE = 3
# The share of a sentence without a word of blame that an answer, or what it answers, must have.
_CHARGED_BY = 0.25
_CHARGED_BEFORE = 0.5
_BACK = 3  # sentences back to whom `he denies it` may go
_GENERAL = 2  # stems: `denied wrongdoing` answers whatever is charged
_REPEATED = 0.6  # of the stems of an answer: then the brief tells it
_LEAST_REPEATED = 3
_NO_MATTER_WORDS = """
say tell people year two one new time charge accuse allege claim sue lawsuit case court deny
"""
_NO_MATTER = frozenset(stem(word) for word in _NO_MATTER_WORDS.split())


@dataclass(frozen=True)
class _Answered:
    """A sentence that faults a party, at `start` to `end`, the answer, and how sure the link is.

    `matter` tells how much of the matter the two share.
    """

    told: Told
    start: int
    end: int
    response: Response
    strength: int
    matter: int


@dataclass(frozen=True, slots=True)
class _Shared:
    """The stems of a sentence that an answer has, and what it answers, and how many there are."""

    same: int
    before: int
    of: int


def check(case: Case) -> Iterator[Found]:
    if not case.pack.sources:
        return
    told = [one for one in case.told if one.published]
    faults = [(one, accusations(one.text)) for one in told if one.role is not Role.UNKNOWNS]
    for group in _by_party(case, responses(case.pack)):
        yield from _of_party(case, group, told, faults)


def _by_party(case: Case, several: Sequence[Response]) -> list[list[Response]]:
    """The answers of each party together, from whatever source."""
    groups: list[list[Response]] = []
    for one in several:
        group = next((g for g in groups if any(_is_one(case, one, other) for other in g)), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return groups


def _is_one(case: Case, one: Response, other: Response) -> bool:
    aliases = _index(case, other).names.aliases
    for ours in one.party.names:
        for theirs in other.party.names:
            if aliases.key(ours) == aliases.key(theirs) or same_name(ours, theirs):
                return True
    if one.party.names and other.party.names:
        return False
    return bool(one.party.words & other.party.words) and one.span.source == other.span.source


def _index(case: Case, one: Response) -> Index:
    return case.pack.sources[one.span.source.casefold()].index


def _of_party(
    case: Case,
    group: Sequence[Response],
    told: Sequence[Told],
    faults: Sequence[tuple[Told, tuple[Accusation, ...]]],
) -> Iterator[Found]:
    known = [one for one in told if _speaks_of(case, one, group)]
    plain = [one for one in told if not accusations(one.text)]
    if not known or any(_repeats(one, response) for one in plain for response in group):
        return
    linked = [
        found
        for response in group
        for sentence, several in faults
        if (found := _link(case, sentence, several, response)) is not None
    ]
    for story in sorted({one.told.story or 0 for one in linked}):
        here = [one for one in linked if (one.told.story or 0) == story]
        if any(_tells(case, told, one, group) for one in here):
            continue
        best = min(here, key=_rank)
        yield _found(case, best, group)


def _rank(one: _Answered) -> tuple[int, int, int]:
    return -one.strength, -one.matter, _GRAVITY.index(one.response.sort)


def _speaks_of(case: Case, told: Told, group: Sequence[Response]) -> bool:
    return any(mentions(_index(case, one), told.text, one.party) for one in group)


def _link(
    case: Case,
    told: Told,
    several: Sequence[Accusation],
    response: Response,
) -> _Answered | None:
    """How a sentence of the brief faults the party of an answer, on the matter of the answer."""
    index = _index(case, response)
    stems = told.stems - _own_stems(response.party) - _NO_MATTER
    shared = _Shared(len(stems & response.topic), len(stems & response.before), len(stems))
    where = mentions(index, told.text, response.party) if several else ()
    aimed = [one for one in several if is_faulted(told.text, one, where)]
    if aimed:
        strength = _aimed(response, shared)
    else:
        strength = _unaimed(told, response, shared, blamed=bool(several), named=bool(where))
    if not strength or speaks(told, (), response.party, index):
        return None
    if is_accuser(told.text, several, where):
        return None
    accusation = next(iter(aimed or several), None)
    start, end = (accusation.start, accusation.end) if accusation else (0, len(told.text))
    matter = 2 * shared.same + shared.before
    return _Answered(told, told.start + start, told.start + end, response, strength, matter)


def _aimed(response: Response, shared: _Shared) -> int:
    """How surely an answer is to a charge of its party."""
    same, before = shared.same, shared.before
    general = response.answers and len(response.topic) <= _GENERAL
    if response.sort in _CONTESTS and (same + before or general):
        return 4
    if response.sort == "silence":
        return 1 if same + before else 0
    if response.answers and (same >= _SAME or before >= _SAME_BEFORE):
        return 3
    return 0


def _unaimed(told: Told, response: Response, shared: _Shared, *, blamed: bool, named: bool) -> int:
    """How surely an answer is to a sentence that faults nobody by name.

    A critic's words may be about the party; what a source tells as a charge the brief may tell as
    it is.
    """
    if blamed and response.sort in _CONTESTS and shared.same >= _SAME:
        return 3 if told.quotation is not None else 2
    if blamed and named and response.sort in _CONTESTS and shared.before >= _SAME_BEFORE:
        return 2
    if response.sort != "denial" or not response.answers:
        return 0
    near = shared.same >= max(_SAME, _CHARGED_BY * shared.of)
    answered = shared.before >= max(_SAME_BEFORE, _CHARGED_BEFORE * shared.of)
    return 2 if near or answered else 0


@lru_cache(maxsize=512)
def _own_stems(party: Party) -> frozenset[str]:
    words = [part for name in party.names for part in name.lower().split()]
    return frozenset(stem(word) for word in (*words, *party.words))


def _tells(case: Case, told: Sequence[Told], one: _Answered, group: Sequence[Response]) -> bool:
    """Whether the brief has the answer in any words, wherever it goes out."""
    matter = (one.told.stems | one.response.topic) - _NO_MATTER
    for at, sentence in enumerate(told):
        earlier = [
            other for other in told[max(0, at - _BACK) : at] if other.story == sentence.story
        ]
        for response in group:
            if not speaks(sentence, earlier, response.party, _index(case, response)):
                continue
            stems = _words_of(sentence) - _own_stems(response.party) - _NO_MATTER
            if answers_plainly(sentence) or stems & matter:
                return True
    return False


def _words_of(told: Told) -> frozenset[str]:
    """The stems of a sentence; of a quotation, without those of its speaker."""
    if told.quotation is None:
        return told.stems
    return content(told.prose.text, (told.quotation.start, told.quotation.end))


def _repeats(told: Told, response: Response) -> bool:
    """Whether a sentence has most words of an answer, or of the quotation in it."""
    if not response.answers or response.sort == "silence":
        return False
    several = [response.topic]
    if response.quoted is not None:
        several.append(content(response.quoted.words, (0, len(response.quoted.words))))
    return any(
        len(told.stems & topic) >= max(_LEAST_REPEATED, _REPEATED * len(topic))
        for topic in (each - _NO_MATTER for each in several)
    )


def _found(case: Case, found: _Answered, group: Sequence[Response]) -> Found:
    response = found.response
    shown = sorted(
        (one for one in group if one is response or _goes_with(one, response)),
        key=lambda one: one.span.start,
    )
    quoted = next((one for one in shown if one.quoted is not None), None)
    told = found.told
    offer = offer_of(
        case, quoted or response, story=told.story or 0, beside=told.role, party=response.party
    )
    who = answerer(response)
    place = found.told.prose.place(found.start, found.end)
    if response.sort == "silence":
        message = f"{who} was asked and did not answer; readers are not told"
    else:
        message = f"{who} has answered this, and the brief leaves the answer out"
    return Found(
        place,
        message,
        f"put under Quotes or beside it: {offer.line}",
        tuple(case.pack.evidence(one.span) for one in shown),
        severity="note" if response.sort == "silence" else None,
        offers=(offer,),
    )


def _goes_with(one: Response, response: Response) -> bool:
    """Whether an answer is shown beside another: a contest near it, or a neighbour."""
    first, second = sorted((one.span, response.span), key=lambda span: span.start)
    follows = second.start - first.end < _FOLLOWS
    return _is_near(one, response) and (follows or one.sort in _CONTESTS)


def _is_near(one: Response, other: Response) -> bool:
    """Whether two answers of one source stand together."""
    apart = abs(one.span.start - other.span.start)
    spoken = "silence" not in (one.sort, other.sort)
    return spoken and one.span.source == other.span.source and apart < _TOGETHER


_TOGETHER = 400  # characters
_FOLLOWS = 20


_REPORT = (
    "---\ntitle: The ferry\n---\n"
    "Islanders accused the ferry company Norrway of cancelling winter crossings without notice, "
    "in breach of its licence, at a meeting on Tuesday.\n\n"
    "Norrway denied that it had broken its licence. “Every crossing was cancelled for weather, and "
    "we gave notice of each,” said Pia Lunde, a spokeswoman for the company.\n"
)

RULE = Rule(
    name="omitted-response",
    family="fairness",
    severity="warning",
    decided="code",
    law="A party that the brief faults, and whose answer stands in the pack, is heard.",
    why="Whoever is blamed is asked, and what he answers is printed: readers judge by both.",
    bad=Example(
        "---\ntitle: The ferry\ndate: 2025-03-07\n---\n"
        "## Summary\n\nIslanders accused Norrway of cancelling winter crossings without notice. "
        "[@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The ferry\ndate: 2025-03-07\n---\n"
        "## Summary\n\nIslanders accused Norrway of cancelling winter crossings without notice. "
        "[@report] Norrway denied that it had broken its licence. [@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
