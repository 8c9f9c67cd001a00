"""What a difference in words comes to: another figure, day or name, or how surely it is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Protocol, TypeVar

from nutgraf.evidence.drift.change import Change, ChangeKind, Span
from nutgraf.evidence.drift.passages import Page
from nutgraf.evidence.drift.runs import Run
from nutgraf.language import certainty_comparison, date_comparison, dates, figures, names
from nutgraf.language.figure import Figure
from nutgraf.language.figure_comparison import compare
from nutgraf.language.names import Name
from nutgraf.language.when import When


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


P = TypeVar("P", bound=_Placed)


@dataclass(frozen=True)
class Side:
    """One of two texts, with what is read of it where it is asked for; offsets are of the text."""

    page: Page
    published: date | None

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Every name: one is known by what the rest of the text tells of it."""
        return names.read(self.page.text)

    def figures(self, span: Span) -> list[tuple[Figure, Span]]:
        """The figures of a passage, and where they stand; years and days are dates."""
        text = self.page.text[slice(*span)]
        days = [(one.start, one.end) for one in _dates(text, self.published)]
        return [
            (one, (span[0] + one.start, span[0] + one.end))
            for one in _figures(text)
            if not any(low <= one.number_start < high for low, high in days)
        ]

    def dates(self, span: Span) -> list[tuple[When, Span]]:
        """The dates of a passage, and where they stand."""
        text = self.page.text[slice(*span)]
        found = _dates(text, self.published)
        return [(one, (span[0] + one.start, span[0] + one.end)) for one in found]

    def names_in(self, span: Span) -> list[tuple[Name, Span]]:
        """The names of a passage, and where they stand."""
        return [
            (one, (one.start, one.end))
            for one in self.names
            if span[0] <= one.start < span[1] and one.kind != "demonym"
        ]


@lru_cache(maxsize=64)
def _figures(text: str) -> tuple[Figure, ...]:
    return figures.read(text)


@lru_cache(maxsize=64)
def _dates(text: str, published: date | None) -> tuple[When, ...]:
    return dates.read(text, published=published)


@dataclass(frozen=True)
class Beside:
    """Two passages that are one, and the runs of words in which they differ."""

    old: Side
    new: Side
    old_span: Span
    new_span: Span
    runs: Sequence[Run]

    def change(self, kind: ChangeKind, before: Span, after: Span) -> Change:
        """A change of those words."""
        old, new = self.old.page.text[slice(*before)], self.new.page.text[slice(*after)]
        return Change(kind, old, new, before, after, self.old_span, self.new_span)


def figures_changed(beside: Beside) -> Iterator[Change]:
    """Figures that the later text has otherwise, or no more."""
    yield from _changed(
        beside,
        "figure",
        beside.old.figures(beside.old_span),
        beside.new.figures(beside.new_span),
        _same_figure,
    )


def dates_changed(beside: Beside) -> Iterator[Change]:
    """Days and times that the later text has otherwise, or no more."""
    yield from _changed(
        beside,
        "date",
        beside.old.dates(beside.old_span),
        beside.new.dates(beside.new_span),
        lambda one, other: date_comparison.compare(one, other).agrees,
    )


def names_changed(beside: Beside) -> Iterator[Change]:
    """Names that the later text has otherwise; a shorter form of the same one is no other."""
    if not any(beside.old.page.text[one.start].isupper() for run in beside.runs for one in run.old):
        return
    yield from _changed(
        beside,
        "name",
        beside.old.names_in(beside.old_span),
        beside.new.names_in(beside.new_span),
        _same_name,
    )


def _same_figure(one: Figure, other: Figure) -> bool:
    alike = ("same", "converted")
    return one.bound == other.bound and (
        compare(one, other).relation in alike or compare(other, one).relation in alike
    )


def _same_name(one: Name, other: Name) -> bool:
    """Whether one is a shorter form of the other, or its initials."""
    if _are_initials(one, other) or _are_initials(other, one):
        return True
    return one.words[-1].lower() == other.words[-1].lower() and bool(
        set(one.small) <= set(other.small) or set(other.small) <= set(one.small)
    )


def is_value_written_otherwise(beside: Beside, run: Run) -> bool:
    """Whether two runs of words are one figure or one day: `1,200,000` and `1.2 million`."""
    return _is_one(
        run,
        beside.old.figures(beside.old_span),
        beside.new.figures(beside.new_span),
        _same_figure,
    ) or _is_one(
        run,
        beside.old.dates(beside.old_span),
        beside.new.dates(beside.new_span),
        lambda one, other: date_comparison.relation(one, other) == "same",
    )


def _are_initials(short: Name, long: Name) -> bool:
    """Whether a name is the capitals of another one: `IRS`, `D.H.S.`"""
    letters = short.text.replace(".", "")
    capitals = "".join(word[0] for word in long.words if word[0].isupper())
    return letters.isupper() and len(letters) > 1 and letters == capitals


T = TypeVar("T")


def _is_one(
    run: Run,
    olds: Sequence[tuple[T, Span]],
    news: Sequence[tuple[T, Span]],
    same: Callable[[T, T], bool],
) -> bool:
    """Whether all of a run is within values that are the same."""
    return bool(run.old and run.new) and any(
        same(one[0], other[0])
        for one in olds
        if one[1][0] <= run.before[0] and run.before[1] <= one[1][1]
        for other in news
        if other[1][0] <= run.after[0] and run.after[1] <= other[1][1]
    )


def _changed(
    beside: Beside,
    kind: ChangeKind,
    olds: Sequence[tuple[T, Span]],
    news: Sequence[tuple[T, Span]],
    same: Callable[[T, T], bool],
) -> Iterator[Change]:
    """Values that stand where words differ, each with what stands in its place."""
    for run in beside.runs:
        here = [one for one in olds if _touches(run.before, one[1], run.old)]
        there = [one for one in news if _touches(run.after, one[1], run.new)]
        here, there = _without_known(here, news, same), _without_known(there, olds, same)
        if not here:
            continue
        if not there:
            if kind != "name":
                before = here[0][1][0], here[-1][1][1]
                yield beside.change(kind, before, run.after)
            continue
        for one, other in zip(here, there, strict=False):
            yield beside.change(kind, one[1], other[1])


def _without_known(
    some: Sequence[tuple[T, Span]], others: Sequence[tuple[T, Span]], same: Callable[[T, T], bool]
) -> list[tuple[T, Span]]:
    """Those that the other side has nowhere in its passage."""
    return [one for one in some if not any(same(one[0], other[0]) for other in others)]


def _touches(run: Span, span: Span, tokens: Sequence[object]) -> bool:
    return bool(tokens) and run[0] < span[1] and span[0] < run[1]


# --- how it is said ------------------------------------------------------------------------------

# What the captured words lack beside the later ones, or have beyond them.
_KINDS: dict[str, ChangeKind] = {
    "negation lost": "denied",
    "negation added": "denied",
    "direction reversed": "denied",
    "stance reversed": "denied",
    "hedge dropped": "doubted",
    "hedge added": "surer",
    "attribution dropped": "doubted",
    "plan as deed": "doubted",
}


def said_otherwise(beside: Beside) -> Iterator[Change]:
    """Where the later text takes back, doubts or makes sure what was captured."""
    old = beside.old.page.text[slice(*beside.old_span)]
    new = beside.new.page.text[slice(*beside.new_span)]
    for one in certainty_comparison.compare(old, new):
        kind = _KINDS.get(one.kind)
        if kind is None or (one.weight != "clear" and kind == "denied"):
            continue
        before = beside.old_span[0] + one.claim[0], beside.old_span[0] + one.claim[1]
        after = beside.new_span[0] + one.passage[0], beside.new_span[0] + one.passage[1]
        if any(_near(run, before, after) for run in beside.runs):
            yield beside.change(kind, before, after)


def _near(run: Run, before: Span, after: Span) -> bool:
    """Whether one of the two places is where the words differ."""
    return _touches(run.before, before, run.old) or _touches(run.after, after, run.new)
