"""What wants a person: statements with quotations, figures, accusations or settled conflicts.

A statement is a sentence, a quotation or a row of a table, not a clause: a person reads it whole.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from nutgraf.checks.heard import Heard
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.pack import Pack
from nutgraf.evidence.statements import Statement, statements
from nutgraf.language.bare import bare_hash
from nutgraf.language.blame import BLAME
from nutgraf.language.settling import settles
from nutgraf.language.unknowing import tells_a_gap
from nutgraf.model import Brief, Evidence, Kind, Matter, Place, Role, Stet, Verdict

_UNPUBLISHED = frozenset({Role.NOTES})
_FEWEST = 2  # words in quotation marks that make a quotation; one is a word that is mentioned
# What comes near to a claim that no source carries is no passage that anything rests on.
_CARRIED = frozenset({"supported", "partly supported", "contradicted"})
_WORST: tuple[Verdict, ...] = (
    "contradicted", "not found", "partly supported", "uncited", "not checked", "supported",
)  # fmt: skip


_ADDED = re.compile(r"; |, (?:but|and|yet|though|although|while) ")


@dataclass(frozen=True)
class Whole:
    """A statement of what goes out, and its claims."""

    statement: Statement
    place: Place
    claims: tuple[JudgedClaim, ...]


def wholes(brief: Brief, claims: Sequence[JudgedClaim]) -> Iterator[Whole]:
    """The statements that readers will see, each with those of the claims that are its clauses."""
    at = 0
    for statement in statements(brief):
        place = statement.place
        own = []
        while at < len(claims) and _is_of(claims[at], place):
            own.append(claims[at])
            at += 1
        if own and statement.role not in _UNPUBLISHED:
            yield Whole(statement, place, tuple(own))


def _is_of(judged: JudgedClaim, place: Place) -> bool:
    claim = judged.claim.place
    return claim.path == place.path and place.start <= claim.start and claim.end <= place.end


def kinds_of(
    whole: Whole, heard: Iterable[Heard], settling: Collection[str] = ()
) -> tuple[Kind, ...]:
    """Why a person should look at a statement.

    `settling` are the ids of the claims that tell readers on what the sources differ.
    """
    found: list[Kind] = []
    if _quotes(whole, heard):
        found.append("quotations")
    if _counts(whole):
        found.append("figures")
    if _blames(whole):
        found.append("accusations")
    if (
        whole.statement.role is Role.DIFFER
        or settles(whole.statement.text)
        or any(judged.claim.id in settling for judged in whole.claims)
    ):
        found.append("settled-conflicts")
    return tuple(found)


def _quotes(whole: Whole, heard: Iterable[Heard]) -> bool:
    if whole.statement.quotation is not None:
        return True
    return any(
        len(one.words.split()) >= _FEWEST and _touch(whole.place, one.place) for one in heard
    )


def _touch(one: Place, other: Place) -> bool:
    return one.path == other.path and one.start < other.end and other.start < one.end


def _counts(whole: Whole) -> bool:
    start, end = whole.statement.start, whole.statement.end
    return any(
        start <= figure.start < end and not figure.weak and figure.kind != "label"
        for figure in whole.claims[0].reading.figures
    )


def _blames(whole: Whole) -> bool:
    """Whether it names somebody and has a word of blame, not only in what it leaves open.

    `Whether any of it was abused is not known` accuses nobody.
    """
    reading, start, end = whole.claims[0].reading, whole.statement.start, whole.statement.end
    if not any(start <= name.start < end and _is_party(name.kind) for name in reading.names):
        return False
    return any(
        word.stem in BLAME
        for low, high in _parts(reading.text, start, end)
        if not tells_a_gap(reading.text[low:high])
        for word in reading.words_in(low, high)
    )


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a statement that another one is put against or added to."""
    for cut in _ADDED.finditer(text, start, end):
        yield start, cut.start()
        start = cut.end()
    yield start, end


def _is_party(kind: str) -> bool:
    return kind not in ("place", "demonym")


def matter_of(whole: Whole, kinds: tuple[Kind, ...], heard: Iterable[Heard], pack: Pack) -> Matter:
    """The matter that a statement is, before anybody has said a word of it."""
    claims = [judged.claim for judged in whole.claims]
    evidence = list(_where_said(whole, heard, pack)) or [
        one for claim in claims if claim.verdict in _CARRIED for one in claim.evidence
    ]
    return Matter(
        hash=bare_hash(whole.statement.text),
        text=whole.statement.text,
        place=whole.place,
        role=str(whole.statement.role),
        kinds=kinds,
        claims=tuple(claim.id for claim in claims),
        evidence=tuple(_outermost(dict.fromkeys(evidence))),
        verdict=min((claim.verdict for claim in claims), key=_WORST.index),
        reasons=tuple(dict.fromkeys(reason for claim in claims for reason in claim.reasons)),
    )


def _where_said(whole: Whole, heard: Iterable[Heard], pack: Pack) -> Iterator[Evidence]:
    """For a quotation, the sentences of the source in which the words are said, and no others."""
    if whole.statement.quotation is None:
        return
    for one in heard:
        best = one.best
        if best is None or best.comparison.wording == "different":
            continue
        if _touch(whole.place, one.place):
            start, end = best.comparison.source
            sentences = pack.sources[best.source.casefold()].index.reading.sentences
            touched = [(low, high) for low, high in sentences if low < end and start < high]
            if touched:
                yield pack.evidence(SourceSpan(best.source, touched[0][0], touched[-1][1]))


def _outermost(evidence: Iterable[Evidence]) -> Iterator[Evidence]:
    """The passages without those that lie within another one."""
    every = list(evidence)
    for one in every:
        if not any(other is not one and _within(one.place, other.place) for other in every):
            yield one


def _within(one: Place, other: Place) -> bool:
    return (
        one.path == other.path
        and other.start <= one.start
        and one.end <= other.end
        and (one.start, one.end) != (other.start, other.end)
    )


SIGN_OFF = "not-signed-off"
"""The rule whose stet lets a statement go without a person's word."""


def has_stet(matter: Matter, stets: Iterable[Stet]) -> bool:
    """Whether a reasoned stet at a statement lets it go without a person's word."""
    return any(
        stet.rule == SIGN_OFF
        and stet.reason
        and stet.covers is not None
        and _touch(matter.place, stet.covers)
        for stet in stets
    )


def with_stets(matters: Iterable[Matter], stets: Sequence[Stet]) -> Iterator[Matter]:
    """The matters, those that nobody has verified and that have such a stet let stand."""
    for one in matters:
        waits = one.state in ("open", "query", "author only")
        yield replace(one, state="stet") if waits and has_stet(one, stets) else one
