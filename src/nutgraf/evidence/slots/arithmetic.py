"""The writer's arithmetic: figures that follow from those of the source and of the claim itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import combinations

from nutgraf.evidence.alignment import Alignment
from nutgraf.evidence.reading import Reading
from nutgraf.language.calendar_days import days_of
from nutgraf.language.counted import same_noun
from nutgraf.language.derivation import derive
from nutgraf.language.elapsed import between
from nutgraf.language.figure import Figure
from nutgraf.language.figure_comparison import is_bound
from nutgraf.language.when import When

_AROUND = 2  # sentences on either side that the writer's arithmetic may draw on
_LISTED = 120  # characters over which the parts of one whole are told
_LOOSELY = Decimal("0.02")  # of a whole that was worked out from a share
_FEW = 4
_MANY = 20  # of fewer, nobody tells a part in per cent
_AMOUNTS = frozenset({"count", "money", "measure"})


def follows(figure: Figure, claim: Reading, ours: Sequence[Figure], best: Alignment) -> bool:
    """Whether a figure of the claim follows from others by a step that a writer takes.

    `ours` are the figures of the statement, `best` the passage that it is held against.
    """
    source = best.index.reading
    around = _around(best)
    if derive(figure, around) or _is_the_rest(figure, claim, ours, around):
        return True
    if _is_the_whole(figure, around) or _is_listed(figure, around):
        return True
    if _is_share_of_all(figure, source.figures) or _is_share_of_votes(figure, best):
        return True
    followed = derive(figure, source.figures)
    if followed is not None and (followed.step == "share of" or figure.told or figure.direction):
        # What its own words give out as worked out may come from afar.
        return True
    if followed is not None and followed.step == "total" and figure.low >= _MANY:
        return True  # that three figures in a row make another one is no chance
    if figure.told == "difference" and (
        _is_gap(figure, source.figures) or _are_the_others(figure, claim, around)
    ):
        return True
    if between(figure, source.dates, published=source.published):
        return True
    if _is_between_days(figure, claim, source):
        return True
    if _is_multiplied(figure, claim, source.figures) or _is_for_each(figure, claim):
        return True
    if _is_a_year(figure, claim, source.figures):
        return True
    return _is_for_longer(figure, claim, ours) or _follows_from_own(figure, claim, ours, source)


# How often the shorter stretch of time goes into the longer one; a year has 52 weeks to a reader.
_TIMES = {
    ("month", "year"): 12,
    ("week", "year"): 52,
    ("quarter", "year"): 4,
    ("day", "week"): 7,
    ("day", "year"): 365,
}
_EACH = re.compile(
    r"(?:\b(?:a|an|per|each|every)\s|/)(day|week|month|quarter)\b|\b(dai|week|month|quarter)ly\b"
)
_WHOLE = re.compile(r"\b(year|week|annual)")


_MULTIPLIED = (
    (2, re.compile(r"\bdoubl(?:e|es|ed|ing)\b|\btwice\b", re.IGNORECASE)),
    (3, re.compile(r"\btripl(?:e|es|ed|ing)\b|\btrebl(?:e|es|ed|ing)\b", re.IGNORECASE)),
    (4, re.compile(r"\bquadrupl(?:e|es|ed|ing)\b", re.IGNORECASE)),
)


_APART_IN_TIME = re.compile(r"\s(?:after|before|later|earlier|from)\b")


def _is_between_days(figure: Figure, claim: Reading, source: Reading) -> bool:
    """`The deadline, May 17, came eight days after it`, of a source by which it was on May 9."""
    told = _APART_IN_TIME.match(claim.text, figure.end)
    if figure.kind != "measure" or figure.unit not in ("day", "week") or told is None:
        return False
    days = int(figure.low) * (7 if figure.unit == "week" else 1)
    theirs = [one.first for one in source.dates if one.first and one.first == one.last]
    return any(
        ours is not None and abs((ours - other).days) == days
        for other in theirs
        for ours in (_day_in(one, other.year) for one in claim.dates)
    )


def _day_in(when: When, year: int) -> date | None:
    """The day that is meant, in that year where no year is told."""
    if when.first is not None:
        return when.first if when.first == when.last else None
    if when.month is None or when.day is None:
        return None
    days = days_of(year, when.month, when.day)
    return days[0] if days else None


def _is_multiplied(figure: Figure, claim: Reading, figures: Sequence[Figure]) -> bool:
    """`could owe $36 million` of a claim that says the $12 million of the source may be tripled."""
    if figure.kind not in _AMOUNTS:
        return False
    times = [number for number, word in _MULTIPLIED if word.search(claim.text)]
    return any(
        one.low * number == figure.low
        for number in times
        for one in figures
        if (one.kind, one.unit) == (figure.kind, figure.unit)
    )


def _is_for_longer(figure: Figure, claim: Reading, ours: Sequence[Figure]) -> bool:
    """`$36,000 a year` of a claim that says `$3,000 a month`."""
    text = claim.text.lower()
    shorter = {(one[1] or one[2]).replace("dai", "day") for one in _EACH.finditer(text)}
    longer = {one[1].replace("annual", "year") for one in _WHOLE.finditer(text)}
    return any(
        one.low * times == figure.low
        for (short, long), times in _TIMES.items()
        if short in shorter and long in longer
        for one in ours
        if one is not figure and (one.kind, one.unit) == (figure.kind, figure.unit)
    )


def _is_for_each(figure: Figure, claim: Reading) -> bool:
    """`$1.23 million` of a claim that tells of 123 days and of $10,000 for every day."""
    each = {(one[1] or one[2]).replace("dai", "day") for one in _EACH.finditer(claim.text.lower())}
    often = [one for one in claim.figures if one.unit in each]
    return any(
        (one.kind, one.unit) == (figure.kind, figure.unit) and one.low * times.low == figure.low
        for times in often
        for one in claim.figures
        if one is not figure
    )


_YEARLY = re.compile(r"\b(?:an?|per|each|every)\s(?:year|month)\b|\b(?:annual|year|month)ly\b")


def _is_a_year(figure: Figure, claim: Reading, figures: Sequence[Figure]) -> bool:
    """`$12 million a year` of a source with `$48 million over four years`."""
    if not _YEARLY.search(claim.text.lower()):
        return False
    stretches = [one for one in figures if one.kind == "measure" and one.unit in ("year", "month")]
    return any(
        (one.kind, one.unit) == (figure.kind, figure.unit)
        and figure.low * stretch.low == one.low
        and stretch.low > 1
        and abs(one.start - stretch.start) <= _LISTED
        for one in figures
        for stretch in stretches
    )


def _is_gap(figure: Figure, figures: Sequence[Figure]) -> bool:
    """`£4m more` of a source that gives a few sums in pounds, wherever they stand."""
    alike = [one for one in figures if (one.kind, one.unit) == (figure.kind, figure.unit)]
    values = {one.low for one in alike if one.low == one.high}
    if not figure.unit or len(values) > _FEW:
        return False
    return any(one - other == figure.low for one in values for other in values)


def _are_the_others(figure: Figure, claim: Reading, around: Sequence[Figure]) -> bool:
    """`one was hurt; the other 246 were not` of a source by which there were 247."""
    if figure.kind != "count":
        return False
    return any(
        derive(replace(figure, low=whole, high=whole, told=""), around) is not None
        or any(other.low == whole == other.high and other.kind == "count" for other in around)
        for whole in {
            figure.low + one.low
            for one in claim.figures
            if one.kind == "count" and one is not figure and one.low < figure.low
        }
    )


def _around(best: Alignment) -> list[Figure]:
    """The figures of the passage and of the sentences around it."""
    source = best.index.reading
    first = max(best.window.first - _AROUND, 0)
    last = min(best.window.last + _AROUND, len(source.sentences))
    low, high = source.sentences[first][0], source.sentences[last - 1][1]
    return [figure for figure in source.figures if low <= figure.start < high]


def _is_the_rest(
    figure: Figure, claim: Reading, ours: Sequence[Figure], around: Sequence[Figure]
) -> bool:
    """`5 of the 36` of a source with `31 of 36`; `five to two` of a vote of 5-2."""
    if any(figure.low in other.parts for other in around):
        return True
    if figure.kind == "share":
        return any(other.kind == "share" and other.low + figure.low == 100 for other in around)
    told = {one.low for one in ours if one is not figure}
    counts = [other for other in around if other.kind == "count" and other.low == other.high]
    wholes = {one.low for one in counts} & told
    wholes |= {one.low for one in ours if _OF.fullmatch(claim.text[figure.end : one.start])}
    parts = {one.low for one in counts} | set(_two_parts(counts))
    return any(whole - part == figure.low for whole in wholes for part in parts)


# `40 of the 360 or so`
_OF = re.compile(r"\s(?:\w+\s)?(?:out\s)?of\s(?:the\s|its\s|all\s)?")


def _two_parts(counts: Sequence[Figure]) -> Iterator[Decimal]:
    """What two of the counts make together: `fraud in 7, errors in 4` of 26."""
    for one, other in combinations(counts, 2):
        if other.start - one.end <= _LISTED:
            yield one.low + other.low


def _is_the_whole(figure: Figure, around: Sequence[Figure]) -> bool:
    """`about 500 pupils` of a source with `200 pupils, 40% of all`."""
    for share in around:
        if share.kind != "share" or not share.low or share.low != share.high:
            continue
        for part in around:
            if part.kind == figure.kind and part.unit == figure.unit and part.low == part.high:
                whole = part.low * 100 / share.low
                if whole and abs(whole - figure.low) <= whole * _LOOSELY:
                    return bool(figure.approximation)
    return False


_VOTED = re.compile(
    r"\bvot(?:e|ed|es|ing)\b[^.;]{0,30}?\b(\d[\d,]*) ?(?:to|[-–]) ?(\d[\d,]*)\b", re.IGNORECASE
)


def _is_share_of_votes(figure: Figure, best: Alignment) -> bool:
    """`90% voted for it` of a passage with `voted 2,700 to 300`."""
    if figure.kind != "share" or figure.parts:
        return False
    for found in _VOTED.finditer(best.passage):
        yes, no = (Decimal(side.replace(",", "")) for side in found.groups())
        share = 100 * yes / (yes + no) if yes + no else Decimal(0)
        margin = max(figure.step, Decimal(1)) / 2
        if any(abs(one - figure.low) <= margin for one in (share, 100 - share)):
            return True
    return False


def _is_share_of_all(figure: Figure, figures: Sequence[Figure]) -> bool:
    """`about 82% of the cases` of a source that counts cases here and there."""
    if figure.kind != "share" or not figure.counts or figure.parts:
        return False
    counts = {
        one.low
        for one in figures
        if one.kind == "count" and one.low == one.high and same_noun(one.counts, figure.counts)
    }
    return any(
        part < whole and abs(part * 100 / whole - figure.low) <= figure.step / 2
        for part in counts
        for whole in counts
        if whole >= _MANY
    )


def _is_listed(figure: Figure, around: Sequence[Figure]) -> bool:
    """`seven towns` of `Arden, Botley and five other towns`; `nine` of a vote of 7-2."""
    return any(
        (other.others and other.named and other.low + other.named == figure.low)
        or (other.kind == "score" and figure.kind == "count" and sum(other.parts) == figure.low)
        for other in around
    )


def _follows_from_own(
    figure: Figure, claim: Reading, ours: Sequence[Figure], source: Reading
) -> bool:
    """Whether it follows from what the claim itself tells, or from that and a figure of the source.

    `£60m` and `£180m` in one sentence make `a third`, wherever the source has the two.
    """
    beside = [one for one in claim.figures if one is not figure and one in ours]
    if not beside:
        return False
    if derive(figure, beside) or _is_the_whole(figure, beside):
        return True
    told = figure.kind in {"share", "multiple", "points"} or figure.told == "difference"
    said_so = figure.approximation or figure.told or figure.base or figure.direction
    if not told or not (said_so or is_bound(figure)):
        return False
    for own in beside:
        if own.kind not in _AMOUNTS | {"share"}:
            continue
        if figure.base and not figure.base_start <= own.number_start < figure.base_end:
            continue
        if any(
            derive(figure, _beside(own, other)) for other in source.figures if _pairs(own, other)
        ):
            return True
    return False


def _pairs(own: Figure, other: Figure) -> bool:
    """Whether two figures may be worked with: of one unit, firm, and not the same."""
    if (own.kind, own.unit) != (other.kind, other.unit) or other.weak:
        return False
    return other.low == other.high != own.low


def _beside(own: Figure, other: Figure) -> list[Figure]:
    """The two as if one text told them beside one another."""
    return [replace(own, start=0, end=1), replace(other, start=2, end=3)]
