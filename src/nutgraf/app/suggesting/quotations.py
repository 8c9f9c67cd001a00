"""What was said in the pack of a brief, and readers do not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nutgraf.app.suggesting.already import Already, overlaps
from nutgraf.app.suggesting.answers import contested
from nutgraf.app.suggesting.candidate import Candidate, Worth
from nutgraf.checks.fairness.answer_offered import quotation_line
from nutgraf.checks.offering import as_sentence, as_words, cited, named
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.offered.said import Carrier, Said, passage
from nutgraf.evidence.pack import ReadSource
from nutgraf.evidence.reading import Reading, Span
from nutgraf.language.quotations import Quoted
from nutgraf.language.speakers import same_name
from nutgraf.language.wording import Wording
from nutgraf.model import Evidence, Offer, Role

_SAME: frozenset[Wording] = frozenset(["verbatim", "case", "punctuation"])
# The share of a quoted sentence that one place of the brief has which tells it.
_TOLD = 0.4
_TOLD_SHORT = 0.75
_SHORT = 5  # words of content
_LONGEST = 330  # characters of a sentence that is offered for the few words quoted in it
_FEWEST = 4  # words of a sentence that stands by itself


@dataclass(frozen=True)
class _Run:
    """Neighbouring sentences of a quotation, as spans of the body, that the brief does not have."""

    said: Said
    source: ReadSource
    quoted: Quoted
    spans: tuple[Span, ...]


def unused_quotations(
    already: Already, taken: Sequence[Evidence], several: Sequence[Said]
) -> Iterator[Candidate]:
    """Of some quotations those that the brief does not have: answers, then who is not heard.

    What a source does not give to a speaker is left out, and what is `taken` elsewhere.
    """
    case = already.case
    phrases: set[SourceSpan] = set()
    for at, one in enumerate(several):
        if not one.speaker or any(
            overlaps(passage(carrier), evidence, case)
            for carrier in one.carriers
            for evidence in taken
        ):
            continue
        if one.full:
            for run in _runs(already, one):
                yield _quotation(already, run, at)
            continue
        carrier = one.carriers[0]
        sentence = SourceSpan(carrier.source, *carrier.sentence)
        if sentence.end - sentence.start > _LONGEST:
            continue
        if sentence in phrases or already.quotes(passage(carrier)) or already.tells(sentence):
            continue
        phrases.add(sentence)
        yield _phrase(already, one, sentence, at)


def _runs(already: Already, one: Said) -> Iterator[_Run]:
    carrier = one.carriers[0]
    source = already.case.pack.sources[carrier.source.casefold()]
    reading = source.index.reading
    quoted = _quoted(source, carrier)
    units = _units(reading, quoted)
    free = [not any(_has(already, one, carrier.source, each) for each in unit) for unit in units]
    if all(free):
        yield _Run(one, source, quoted, quoted.pieces)
        return
    run: list[Span] = []
    for unit, is_free in zip([*units, ()], [*free, False], strict=True):
        if is_free:
            run += unit
        elif run:
            if len(reading.words_in(run[0][0], run[-1][1])) >= _FEWEST:
                yield _Run(one, source, quoted, tuple(run))
            run = []


def _units(reading: Reading, quoted: Quoted) -> list[tuple[Span, ...]]:
    """The sentences of a quotation; one that its attribution interrupts is in two parts."""
    units: list[tuple[Span, ...]] = []
    for start, end in quoted.pieces:
        for low, high in reading.sentences:
            if low >= end or start >= high:
                continue
            part = max(low, start), min(high, end)
            if units and reading.text[part[0] : part[1]].lstrip()[:1].islower():
                units[-1] = (*units[-1], part)
            else:
                units.append((part,))
    return units


def _quoted(source: ReadSource, carrier: Carrier) -> Quoted:
    """The quotation as it was read where a source carries it."""
    return next(
        one for one in source.index.reading.quotations if (one.start, one.end) == carrier.span
    )


def _has(already: Already, one: Said, source: str, span: Span) -> bool:
    """Whether the brief has a quoted sentence; a short one shares its words with many."""
    unit = SourceSpan(source, *span)
    if already.quotes(unit) or already.repeats(unit) or already.reports(one.speaker, unit):
        return True
    reading = already.case.pack.sources[source.casefold()].index.reading
    short = sum(word.content for word in reading.words_in(*span)) <= _SHORT
    return already.share(unit) >= (_TOLD_SHORT if short else _TOLD)


def _quotation(already: Already, run: _Run, at: int) -> Candidate:
    one, case = run.said, already.case
    line = quotation_line(
        run.source, run.quoted, run.spans, (one.speaker, one.role), _carriers(already, run)
    )
    whole = run.spans == run.quoted.pieces
    low, high = (run.quoted.start, run.quoted.end) if whole else (run.spans[0][0], run.spans[-1][1])
    span = SourceSpan(run.source.source.id, low, high)
    worth, why = _worth(already, one)
    differ = " and ".join(one.speakers)
    return Candidate(
        "response" if worth is Worth.FURTHER_RESPONSE else "quotation",
        why,
        Offer(Role.QUOTES, already.story_at(span), line, (case.pack.evidence(span),)),
        (worth, -already.nearness(span), at),
        speaker=one.speaker,
        speaker_role=one.role,
        careful=(f"the sources differ on who said it: {differ}",) if len(one.speakers) > 1 else (),
    )


def _worth(already: Already, one: Said) -> tuple[Worth, str]:
    speaker = one.speaker
    who = speaker[:1].upper() + speaker[1:]
    if any(heard.speaker and same_name(heard.speaker, speaker) for heard in already.quotations):
        return Worth.MORE_OF_A_SPEAKER, f"more of what {who} said"
    if contested(already.case, one):
        return Worth.FURTHER_RESPONSE, f"{who} has answered; readers do not have these words"
    if already.names_person(speaker):
        return Worth.UNQUOTED_SPEAKER, f"{who} is named, and not quoted"
    return Worth.UNNAMED_SPEAKER, f"{who} is not heard in the brief"


def _carriers(already: Already, run: _Run) -> tuple[str, ...]:
    """The sources that have these very words, the one that they are taken from first."""
    own = run.source.source.id
    words = " ".join(run.source.index.reading.text[low:high] for low, high in run.spans)
    others = (
        source.source.id
        for source in already.case.pack
        if source.source.id != own and source.index.compared(words).wording in _SAME
    )
    return (own, *others)


def _phrase(already: Already, one: Said, sentence: SourceSpan, at: int) -> Candidate:
    case = already.case
    evidence = case.pack.evidence(sentence)
    index = case.pack.sources[sentence.source.casefold()].index
    words = as_words(named(index, sentence, evidence.text.strip().lstrip("-•* ")))
    offer = Offer(
        Role.POINTS,
        already.story_at(sentence),
        cited(as_sentence(words), (sentence.source,)),
        (evidence,),
    )
    return Candidate(
        "quotation",
        f"words of {one.speaker} that readers do not have",
        offer,
        (Worth.PHRASE, at),
        speaker=one.speaker,
        speaker_role=one.role,
    )
