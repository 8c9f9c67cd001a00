"""Dates: compared as days, resolved against what each text knows of its own day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from nutgraf.evidence.alignment import Alignment
from nutgraf.evidence.difference import Difference, Relation
from nutgraf.evidence.once import once
from nutgraf.evidence.reading import Reading
from nutgraf.evidence.slots.binding import bound_elsewhere, words_about
from nutgraf.language import dates
from nutgraf.language.date_comparison import agrees, compare, relation
from nutgraf.language.stems import stem
from nutgraf.language.when import When

# With so much of its words in a passage that has one date, the claim's date is that one.
CARRIED = 0.6
_AROUND = 2  # sentences on either side of the passage
# Times that stand for one another; decades and spans hold too much.
_SAME_KIND = frozenset({"day", "week", "month", "season", "quarter", "year"})


def date_differences(claim: Reading, start: int, end: int, best: Alignment) -> Iterator[Difference]:
    """What the passage says otherwise of the times in `claim.text[start:end]`.

    A claim that knows no day of its own is read as if it were of the source's day.
    """
    source = best.index.reading
    inside = [w for w in source.dates if best.span[0] <= w.start < best.span[1]]
    claimed = whens(claim, source.published)
    for when in claimed:
        if not start <= when.start < end:
            continue
        if any(quoted.start <= when.start < quoted.end for quoted in claim.quotations):
            continue
        other = bound_elsewhere(
            words_about(when, (start, end), claim, claim.dates, best.index),
            source.dates,
            index=best.index,
            is_candidate=partial(_is_rival, when),
            agrees=partial(agree, when),
        )
        if other is not None and not any(_may_be(one, other) for one in claim.dates):
            yield _difference(when, other, f"the source says {other.text} of this", "elsewhere")
        elif not any(agree(when, one) for one in inside):
            spoken_for = [
                one
                for one in inside
                if any(other is not when and agree(other, one) for other in claimed)
            ]
            yield from _told(when, [one for one in inside if one not in spoken_for], best)


def whens(claim: Reading, published: date | None) -> Sequence[When]:
    """The times of a claim; one that knows no day is read as if it were of the source's day."""
    if claim.published is not None or published is None:
        return claim.dates
    return _as_if_of(claim, published)


@once
def _as_if_of(claim: Reading, day: date) -> Sequence[When]:
    return dates.read(claim.text, published=day)


def _may_be(when: When, other: When) -> bool:
    return _is_alike(when, other) or relation(when, other) != "differs"


def agree(when: When, other: When) -> bool:
    """Whether a claim's time may be said on the strength of a source's."""
    return _is_alike(when, other) or agrees(when, other)


def _told(when: When, inside: Sequence[When], best: Alignment) -> Iterator[Difference]:
    """The one other date of the passage; or that no date of the source is this one."""
    source = best.index.reading
    near = range(best.window.first - _AROUND, best.window.last + _AROUND)
    agreeing = [one for one in source.dates if agree(when, one)]
    close = [one for one in agreeing if source.sentence_at(one.start) in near]
    differing = [one for one in inside if not _may_be(when, one)]
    like = [one for one in inside if one.precision in _SAME_KIND]
    if len(like) > 1:
        like = _in_best_sentence(like, best)
        differing = [one for one in differing if one in like]
    same = len(like) == 1 and like[0].precision == when.precision
    # `last month` in the next sentence does not make one day of it another one.
    if close and not (same and all(_is_coarser(one, when) for one in close)):
        return
    alike = (same or (len(like) == 1 and not agreeing)) and when.precision in _SAME_KIND
    if len(differing) == len(like) == 1 and alike and best.coverage >= CARRIED:
        against = compare(when, differing[0])
        yield _difference(
            when, differing[0], against.reason or f"the source says {differing[0].text}"
        )
        return
    if when.first is None and not (when.month or when.year or when.weekday is not None):
        return
    # A time of day is no day, and leaves none open.
    days = (one for one in source.dates if one.precision != "time")
    if any(relation(when, one) != "differs" for one in days):
        return
    if source.published and _is_of_publication(when, source.published):
        return
    if when.precision == "month" and _has_month(when, source):
        return
    if when.precision == "season" and stem(when.text.split()[-1].lower()) in best.index.postings:
        return
    if when.precision == "year" and when.text in best.index.plain:
        return  # `cut 2026 sales`, in which the year is read as a count
    span = (when.start, when.end)
    yield Difference("date", "missing", span, None, f"no passage has {when.text}")


def _in_best_sentence(told: list[When], best: Alignment) -> list[When]:
    """Of the times of a passage, those in the one sentence that has most of the claim's words."""
    source = best.index.reading
    held: dict[int, int] = {}
    for match in best.matches:
        if match.exact:
            at = source.sentence_at(best.theirs[match.passage].start)
            held[at] = held.get(at, 0) + 1
    most = max(held.values(), default=0)
    nearest = [at for at, count in held.items() if count == most]
    if len(nearest) != 1:
        return told
    return [one for one in told if source.sentence_at(one.start) == nearest[0]] or told


def _is_coarser(one: When, other: When) -> bool:
    """Whether a time is told less exactly than another: to the month, not to the day."""
    if one.precision == "span" or None in (one.first, one.last, other.first, other.last):
        return False
    assert one.first
    assert one.last
    assert other.first
    assert other.last
    return one.last - one.first > other.last - other.first


def _has_month(when: When, source: Reading) -> bool:
    """Whether the source names the month in a way that is not read: `a long March`."""
    name = when.text.lower().split()[-1]
    return any(word.capital and word.lower == name for word in source.words)


def _is_of_publication(when: When, published: date) -> bool:
    """Whether a time is that of the source's own day, which it need not tell."""
    return bool(when.first and when.last and when.first <= published <= when.last)


def _difference(when: When, other: When, reason: str, relation: Relation = "differs") -> Difference:
    return Difference("date", relation, (when.start, when.end), (other.start, other.end), reason)


def _is_rival(when: When, other: When) -> bool:
    """Whether a time of the source is the claim's own, or may stand in its place."""
    if other.precision not in _SAME_KIND:
        return False
    if _is_alike(when, other):
        return True
    return relation(when, other) != "unknown"


def _is_alike(when: When, other: When) -> bool:
    """Whether both name a month, and no year: `from April` and `on 7 April` are of one year.

    Or both the same weekday and no date: each text knows which one it means.
    """
    if when.weekday is not None and not (when.day or other.day):
        return when.weekday == other.weekday
    if when.month is None or when.month != other.month or when.year or other.year:
        return False
    return when.day is None or other.day is None or when.day == other.day
