"""date-conflict: a date that the calendar has not, or that the sources give otherwise."""

from __future__ import annotations

import re
from calendar import day_name
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from nutgraf.checks.case import Case
from nutgraf.checks.conflicting import asked_about, both_told, who_says_what
from nutgraf.checks.differing import differing_words, of_facts, our_words
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.checks.time.events_of_sources import (
    ToldEvent,
    dated,
    events_told,
    is_quoted,
    same_events,
    words_of,
)
from nutgraf.checks.time.written_days import written
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.conflicts.conflict import Conflict
from nutgraf.evidence.difference import Difference
from nutgraf.evidence.events_told import Match
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.reading import Span
from nutgraf.evidence.slots.dates import agree
from nutgraf.language.date_comparison import WrongWeekday, compare, weekday_fits
from nutgraf.language.impossible_dates import impossible_dates
from nutgraf.language.relative_times import is_relative, is_weekday
from nutgraf.language.when import When
from nutgraf.model import Evidence


def check(case: Case) -> Iterator[Found]:
    told: set[tuple[int, int]] = set()
    for judged in of_facts(case):
        for found in _by_the_calendar(case, judged):
            told.add((found.place.start, found.place.end))
            yield found
    for judged in of_facts(case):
        for found in _by_the_sources(case, judged):
            if not any(found.place.start < end and start < found.place.end for start, end in told):
                told.add((found.place.start, found.place.end))
                yield found
    for found in _by_event(case):
        if not any(found.place.start < end and start < found.place.end for start, end in told):
            told.add((found.place.start, found.place.end))
            yield found
    for found in _among_the_sources(case):
        if not any(found.place.start < end and start < found.place.end for start, end in told):
            yield found


# --- the calendar ---------------------------------------------------------------------------------


def _by_the_calendar(case: Case, judged: JudgedClaim) -> Iterator[Found]:
    reading = judged.reading
    if any(when.weekday is not None and when.day for when in reading.dates):
        wrongs = weekday_fits(reading.text, published=reading.published)
        for wrong in wrongs or _in_the_sources_year(case, judged):
            if _is_ours(judged, (wrong.when.start, wrong.when.end)):
                yield _wrong_weekday(case, judged, wrong)
    for one in impossible_dates(reading.text):
        if _is_ours(judged, (one.start, one.end)):
            words = reading.text[one.start : one.end]
            yield Found(
                judged.statement.prose.place(one.start, one.end),
                f"there is no {words}: the month has {one.longest} days",
                "write the day that the source gives",
                (),
                judged.claim.id,
            )


def _in_the_sources_year(case: Case, judged: JudgedClaim) -> Iterator[WrongWeekday]:
    """`Tuesday, Nov. 18`, months later: the sources tell of which year that day is."""
    for when in judged.reading.dates:
        if when.weekday is None or not when.day or when.year or when.precision != "day":
            continue
        days = {
            one.first
            for source in case.pack
            for one in source.index.reading.dates
            if one.first is not None
            and one.first == one.last
            and (one.first.month, one.first.day) == (when.month, when.day)
        }
        if len(days) != 1:
            continue
        [day] = days
        if day.weekday() != when.weekday:
            told = replace(when, first=day, last=day)
            yield WrongWeekday(told, day_name[when.weekday], day_name[day.weekday()])


def _is_ours(judged: JudgedClaim, span: Span) -> bool:
    """Whether it stands in the claim, and not in words that somebody else says."""
    inside = judged.statement.start <= span[0] < judged.statement.end
    return inside and not any(
        quoted.start <= span[0] < quoted.end for quoted in judged.reading.quotations
    )


def _wrong_weekday(case: Case, judged: JudgedClaim, wrong: WrongWeekday) -> Found:
    when = wrong.when
    assert when.first is not None
    evidence = _source_of_day(case, when.first)
    right, day = wrong.actual, when.first
    if not evidence and when.weekday is not None:
        # A source that has the weekday near that date has the day that was meant.
        for away in range(1, 7):
            for other in (when.first - timedelta(away), when.first + timedelta(away)):
                if other.weekday() == when.weekday and (found := _source_of_day(case, other)):
                    evidence, right, day = found, wrong.said, other
    return Found(
        judged.statement.prose.place(when.start, when.end),
        f"{written(when.first)} was a {wrong.actual}, not a {wrong.said}",
        f"write: {right}, {written(day, year=when.year is not None)}",
        evidence,
        judged.claim.id,
    )


def _source_of_day(case: Case, day: date) -> tuple[Evidence, ...]:
    """The first place in which a source has a day."""
    for name, source in case.pack.sources.items():
        for when in source.index.reading.dates:
            if when.first == when.last == day and when.precision == "day":
                return (case.pack.evidence(SourceSpan(name, when.start, when.end)),)
    return ()


# --- the sources ----------------------------------------------------------------------------------


def _by_the_sources(case: Case, judged: JudgedClaim) -> Iterator[Found]:
    """Another date than the passage has that carries the claim."""
    # Where another source has it so, the citation is the fault.
    if judged.claim.verdict != "contradicted" or judged.judgement.elsewhere is not None:
        return
    for difference in judged.judgement.differences:
        if difference.slot != "date" or not difference.certain or difference.theirs is None:
            continue
        if difference.relation == "missing" or _is_told_from_today(judged, difference):
            continue
        theirs = differing_words(case, judged, difference)
        yield Found(
            judged.statement.prose.place(*difference.ours),
            f"“{our_words(judged, difference)}”: {difference.reason}",
            f"write {theirs[0].text}" if theirs else "write the date that the source gives",
            theirs,
            judged.claim.id,
        )


def _is_told_from_today(judged: JudgedClaim, difference: Difference) -> bool:
    """`last month`, `yesterday`: which days readers take it for is another rule's to say."""
    return any(
        (when.start, when.end) == difference.ours and is_relative(when) and not is_weekday(when)
        for when in judged.reading.dates
    )


# --- the same event as a source tells it ----------------------------------------------------------


def _by_event(case: Case) -> Iterator[Found]:
    """An event with one date in the brief, and with another one wherever a source dates it."""
    for told in events_told(case):
        when = told.event.settled
        if when is None or when.precision not in _COMPARED or len(told.event.stems) < _FEWEST:
            continue
        if is_relative(when) and not is_weekday(when):
            continue
        if is_quoted(told.sentence, (when.start, when.end)) or _ONE_OF_SEVERAL.search(told.text):
            continue
        found = same_events(case, told.event)
        if any(agree(when, one) for match in found for one in match.event.whens):
            continue
        sure = [one for one in dated(found) if _is_sure(case, told, *one)]
        if not sure or any(agree(when, one) for one in _around(case, sure[0][0])):
            continue
        match, other = sure[0]
        yield Found(
            told.sentence.prose.place(when.start, when.end),
            f"“{told.sentence.prose.text[when.start : when.end]}”: the source says {other.text}",
            f"write {other.text}",
            (words_of(case, match, other),),
            told.sentence.claim_at(when.start - told.sentence.start).claim.id,
        )


def _among_the_sources(case: Case) -> Iterator[Found]:
    """An event that sources date differently: the brief has the date of one of them."""
    return asked_about(case, "date", _told_twice, "warning")


def _told_twice(conflict: Conflict) -> tuple[str, str]:
    return (
        f"Do the reports differ on the time? {who_says_what(conflict)}",
        f"write: {both_told(conflict)}",
    )


def _is_sure(case: Case, told: ToldEvent, match: Match, other: When) -> bool:
    """Whether a source surely tells the same event, and dates it otherwise."""
    if match.share < _SURELY or not told.event.verbs & match.event.verbs:
        return False
    if other.precision not in _COMPARED or _ONE_OF_SEVERAL.search(words_of(case, match).text):
        return False
    when = told.event.settled
    return when is not None and compare(when, other).relation == "differs"


def _around(case: Case, match: Match) -> list[When]:
    """The times of the sentence of an event and of those beside it."""
    reading = case.pack.sources[match.source].index.reading
    number = reading.sentence_at(match.event.start)
    low = reading.sentences[max(number - 1, 0)][0]
    high = reading.sentences[min(number + 1, len(reading.sentences) - 1)][1]
    return [one for one in reading.dates if low <= one.start < high]


_COMPARED = frozenset({"day", "month", "year", "season", "quarter", "week"})
_FEWEST = 3
_SURELY = 0.8
# Of several things of one kind, one may have one date and one another.
_ONE_OF_SEVERAL = re.compile(
    r"\b(?:another|earlier|previous|again|(?:second|third|fourth|fifth|latest|first|last)\s\w+"
    r"|separate|different|also|each|annual(?:ly)?|every|both|respectively)\b",
    re.IGNORECASE,
)


_REPORT = (
    "---\ntitle: The lido opens\n---\n"
    "The lido opened on Saturday, March 1, 2025, after two years of repairs. "
    "Four hundred swimmers came.\n"
)

RULE = Rule(
    name="date-conflict",
    family="time",
    severity="error",
    decided="code",
    law="A date is one that the calendar has, with its own weekday, and the one that the "
    "sources give the event.",
    why="A wrong day is the first thing that those who were there will write in about.",
    bad=Example(
        "---\ntitle: The lido\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe lido opened on Sunday, March 1, 2025, after two years of repairs. "
        "[@report]\n",
        {"report": _REPORT},
    ),
    good=Example(
        "---\ntitle: The lido\ndate: 2025-03-07\n---\n"
        "## Summary\n\nThe lido opened on Saturday, March 1, 2025, after two years of repairs. "
        "[@report]\n",
        {"report": _REPORT},
    ),
    check=check,
)
