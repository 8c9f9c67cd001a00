"""relative-date: words for a time that readers will take for another time than the source's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from nutgraf.checks.case import Case
from nutgraf.checks.record import Record
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.checks.sentences_told import Sentence, sentences_told
from nutgraf.checks.time.events_of_sources import (
    dated,
    days_long,
    events_of,
    is_quoted,
    same_events,
    sentence_words,
)
from nutgraf.checks.time.written_days import meant, written, written_when
from nutgraf.evidence.events_told import Event, Match
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.language import dates
from nutgraf.language.relative_times import LatelySaid, is_idiom, is_relative, is_weekday, lately
from nutgraf.language.when import When
from nutgraf.model import Evidence

# What happened longer ago than so many days is not what readers take these words for.
_OF_LATE = {"now": 14, "just": 14, "recently": 45}
_SURE = 0.7
_NO_DAY = date(1970, 1, 1)  # of what is by itself, and of a claim without a brief
_A_MONTH = 31


def check(case: Case) -> Iterator[Found]:
    sent = case.record.sends_on or case.brief.date
    if sent <= _NO_DAY:
        return
    for sentence in sentences_told(case):
        if sentence.is_quotation:
            continue
        whens = _whens(sentence, sent)
        events = events_of(sentence)
        for when in whens:
            text = sentence.prose.text
            if is_quoted(sentence, (when.start, when.end)) or is_idiom(text, when):
                continue
            event = next((one for one in events if one.start <= when.start < one.end), None)
            other = _other_time(case, sentence, event, when)
            if other is not None:
                yield _found(sentence, when, other, sent)
        for word in lately(sentence.text):
            yield from _not_of_late(case, sentence, events, word, sent)


def _whens(sentence: Sentence, sent: date) -> list[When]:
    """The times of a sentence that are told from the day of reading, as on that day."""
    reading = sentence.claims[0].reading
    inside = [one for one in reading.dates if sentence.start <= one.start < sentence.end]
    if not any(one.weekday is not None or is_relative(one) or not one.year for one in inside):
        return []
    if reading.published != sent:
        told = dates.read(reading.text, published=sent)
        inside = [one for one in told if sentence.start <= one.start < sentence.end]
    return [one for one in inside if is_relative(one) and one.first is not None]


def _other_time(
    case: Case, sentence: Sentence, event: Event | None, when: When
) -> tuple[Evidence, When] | None:
    """What the sources say of it, if none of them means the days that readers will think of."""
    told = [] if event is None else same_events(case, event)
    known = [(match, one) for match in told for one in match.event.whens if _is_known(one)]
    beside = _beside(case, sentence, when)
    if any(_may_be(when, one) or _is_next(when, one) for _, one in (*known, *beside)):
        return None
    alike = [(span, one) for span, one in beside if _is_said_so(when, one)]
    alike += [(_span(match), one) for match, one in known if _is_said_so(when, one)]
    if not alike:
        alike = [
            (_span(match), one)
            for match, one in dated(told)
            if match.share >= _SURE and _is_as_fine(when, one)
        ]
    if not alike:
        return None
    span, other = alike[0]
    reading = case.pack.sources[span.source.casefold()].index.reading
    low, high = reading.sentences[reading.sentence_at(other.start)]
    return case.pack.evidence(SourceSpan(span.source, low, high)), other


def _span(match: Match) -> SourceSpan:
    return SourceSpan(match.source, match.event.start, match.event.end)


def _beside(case: Case, sentence: Sentence, when: When) -> list[tuple[SourceSpan, When]]:
    """The settled times of the passages that carry what the sentence says."""
    judged = sentence.claim_at(when.start - sentence.start)
    passages = [*judged.judgement.carriers]
    if judged.judgement.passage is not None:
        passages.append(judged.judgement.passage)
    found = []
    for span in passages:
        reading = case.pack.sources[span.source.casefold()].index.reading
        low = reading.sentences[reading.sentence_at(span.start)][0]
        high = reading.sentences[reading.sentence_at(max(span.end - 1, span.start))][1]
        found += [
            (span, one) for one in reading.dates if low <= one.start < high and _is_known(one)
        ]
    return found


def _is_known(when: When) -> bool:
    return when.first is not None and when.last is not None and when.precision != "time"


def _may_be(when: When, other: When) -> bool:
    """Whether readers and the source may think of the same days.

    Two weeks that share the Sunday on which the one ends are two weeks.
    """
    assert when.first is not None
    assert when.last is not None
    assert other.first is not None
    assert other.last is not None
    shared = (min(when.last, other.last) - max(when.first, other.first)).days + 1
    shorter = min((when.last - when.first).days, (other.last - other.first).days) + 1
    return shared * 4 > shorter


def _is_next(when: When, other: When) -> bool:
    """Whether a bare weekday may be the next one, too: `drivers to strike Monday`."""
    if not is_weekday(when) or other.first is None or other.first != other.last:
        return False
    assert when.against is not None
    ahead = (other.first - when.against).days
    return 0 < ahead < 7 and other.first.weekday() == when.weekday


def _is_said_so(when: When, other: When) -> bool:
    """Whether the source has the same words for it, or the same weekday."""
    if when.weekday is not None:
        return when.weekday == (
            other.first.weekday()
            if other.first is not None and other.first == other.last
            else other.weekday
        )
    return _words(when) == _words(other)


def _words(when: When) -> str:
    return when.text.lower().removeprefix("in ").removeprefix("the ").removeprefix("earlier ")


def _is_as_fine(when: When, other: When) -> bool:
    """Whether the one may stand in the other's place: a wrong weekday is a wrong date."""
    if is_weekday(when):
        return False
    if when.precision == "day":
        return other.precision == "day"
    return other.precision not in ("decade", "century", "span")


def _found(sentence: Sentence, when: When, other: tuple[Evidence, When], sent: date) -> Found:
    evidence, theirs = other
    words = sentence.prose.text[when.start : when.end]
    return Found(
        sentence.prose.place(when.start, when.end),
        f"“{words}”, read on {written(sent)}, is {meant(when)}; the source means {meant(theirs)}",
        f"write: {written_when(theirs, sent)}",
        (evidence,),
        sentence.claim_at(when.start - sentence.start).claim.id,
    )


def _not_of_late(
    case: Case, sentence: Sentence, events: tuple[Event, ...], word: LatelySaid, sent: date
) -> Iterator[Found]:
    """`has now ordered`, where the sources date the order weeks before the day of sending."""
    at = sentence.start + word.start
    event = next((one for one in events if one.start <= at < one.end), None)
    if event is None or is_quoted(sentence, (at, at)) or event.settled is not None:
        return
    limit = sent - timedelta(_OF_LATE[word.word])
    times = dated(same_events(case, event, _SURE))
    if (
        not times
        or days_long(times[0][1]) > _A_MONTH
        or any(when.last is None or when.last >= limit for _, when in times)
    ):
        return
    if any("recently" in sentence_words(case, match).text.lower() for match, _ in times):
        return
    match, when = times[0]
    yield Found(
        sentence.place(word.start, word.end),
        f"“{word.word}”, read on {written(sent)}: the source dates it {meant(when)}",
        f"write: {written_when(when, sent)}",
        (sentence_words(case, match),),
        sentence.claim_at(word.start).claim.id,
    )


_REPORT = (
    "---\ntitle: The pier\npublished: 2025-02-20\n---\n"
    "Divers found cracks in the pier last week. The harbor office closed it to visitors.\n"
)

RULE = Rule(
    name="relative-date",
    family="time",
    severity="warning",
    decided="code",
    law="Now, last week and Wednesday mean on the day of sending what they meant in the source.",
    why="A word for a time that is copied from a report moves with the day on which it is read.",
    bad=Example(
        "---\ntitle: The pier\ndate: 2025-03-07\n---\n"
        "## Summary\n\nDivers found cracks in the pier last week. [@report]\n",
        {"report": _REPORT},
        record=Record(sends_on=date(2025, 3, 7)),
    ),
    good=Example(
        "---\ntitle: The pier\ndate: 2025-03-07\n---\n"
        "## Summary\n\nDivers found cracks in the pier in mid-February. [@report]\n",
        {"report": _REPORT},
        record=Record(sends_on=date(2025, 3, 7)),
    ),
    check=check,
)
