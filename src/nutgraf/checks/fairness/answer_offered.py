"""The line by which a brief tells what a party has answered: quoted, or as the source tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nutgraf.checks.case import Case
from nutgraf.checks.gathering import gathered_by
from nutgraf.checks.offering import as_sentence, as_words, cited, named
from nutgraf.evidence.index import Index
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.offered.said import called
from nutgraf.evidence.pack import ReadSource
from nutgraf.evidence.reading import Span
from nutgraf.evidence.responses import GENERIC, NOBODY, PARTY_WORDS, Party, Response
from nutgraf.language.quotations import Phrase, Quoted
from nutgraf.model import Offer, Role

# Where an answer that is told, not quoted, may stand beside what it answers.
_BESIDE = frozenset({Role.POINTS, Role.EVENTS, Role.BACKGROUND})
_PRONOUN = re.compile(r"he|she|they|it", re.IGNORECASE)
_SAYS_NO_MORE = re.compile(r"\b(?:it|this|that|them|so)[.,;]?\s*\Z")


def offer_of(
    case: Case, response: Response, *, story: int, beside: Role | None, party: Party = NOBODY
) -> Offer:
    """The answer as a line for a story; `beside` is the section of what it answers.

    A quotation goes under the quotes, with who said it and to whom; `party` is whom the source
    calls `the company` there.
    """
    source = case.pack.sources[response.span.source.casefold()]
    if response.quoted is None:
        span = _with_next(source.index, response.span)
        evidence = case.pack.evidence(span)
        text = named(source.index, span, evidence.text.strip())
        line = cited(as_sentence(as_words(text)), (span.source,))
        role = beside if beside in _BESIDE else Role.POINTS
        return Offer(role or Role.POINTS, story, line, (evidence,))
    quoted = response.quoted
    said_by = _said_by(source, response, quoted, party)
    line = quotation_line(source, quoted, quoted.pieces, said_by)
    return Offer(Role.QUOTES, story, line, (case.pack.evidence(response.span),))


def _said_by(
    source: ReadSource, response: Response, quoted: Quoted, party: Party
) -> tuple[str, str]:
    """Who says a quotation by name, and in what role."""
    speaker, role = called(source, quoted)
    plain = speaker.removeprefix("the ").lower() in PARTY_WORDS | GENERIC
    if not speaker or plain:
        names = (*response.party.names, *party.names)
        return (names[0] if names else speaker or response.by), ""
    return speaker, role


def quotation_line(
    source: ReadSource,
    quoted: Quoted,
    pieces: Sequence[Span],
    said_by: tuple[str, str],
    sources: Sequence[str] = (),
) -> str:
    """Some pieces of a quotation as a line for the quotes: who said it, and to whom.

    `said_by` is a name and a role, which may be empty. It cites its source, or those `sources`
    that have the same words.
    """
    speaker, role = said_by
    role_told = f", {role}" if role else ""
    outlet = gathered_by(quoted.to, source.source, wire=True)
    told = quoted.to is not None and not _is_credit(source.index.reading.text, quoted.to)
    to = f" ({'to ' if told else ''}{outlet})" if outlet else ""
    bare = speaker.removeprefix("the ")
    who = as_words(f"{bare if bare[:1].isupper() else speaker}{role_told}{to}")
    words = as_words(_joined(source.index, pieces))
    return cited(f"> “{words}” — {who}", sources or (source.source.id,))


def _is_credit(text: str, to: Phrase) -> bool:
    """Whether an outlet stands in brackets by itself: that it was told to, nobody says."""
    return text[to.start - 1 : to.start] == "("


def answerer(response: Response) -> str:
    """Who answers, as the source has it; by name where it has a pronoun and names one before."""
    by = " ".join(response.by.split())
    if _PRONOUN.fullmatch(by):
        if response.quoted is not None and response.quoted.speaker is not None:
            by = response.quoted.speaker.name
        elif response.party.names:
            by = response.party.names[0]
    return f"{by[:1].upper()}{by[1:]}"


def _with_next(index: Index, span: SourceSpan) -> SourceSpan:
    """An answer that says no more than `denied it`, with the sentence behind it."""
    reading = index.reading
    following = reading.sentence_at(max(span.start, span.end - 1)) + 1
    bare = _SAYS_NO_MORE.search(reading.text, span.start, span.end) is not None
    if not bare or following >= len(reading.sentences):
        return span
    low, high = reading.sentences[following]
    between = reading.text[span.end : low]
    if between.strip(" .\n") or "\n\n" in between:
        return span
    return SourceSpan(span.source, span.start, high)


def _joined(index: Index, pieces: Sequence[Span]) -> str:
    """The words of a quotation as one; a comma before an attribution may stand for a full stop."""
    words = [index.reading.text[low:high].strip() for low, high in pieces]
    told = []
    for piece, following in zip(words, [*words[1:], "A"], strict=True):
        stops = piece.endswith(",") and following[:1].isupper()
        told.append(f"{piece[:-1]}." if stops else piece)
    return " ".join(told)
