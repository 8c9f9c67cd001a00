"""boilerplate-evidence: only the page around the article has it, not the article."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from nutgraf.checks.case import Case
from nutgraf.checks.differing import of_facts
from nutgraf.checks.figures_said import own_figures
from nutgraf.checks.rule import Example, Found, Rule
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.pack import ReadSource
from nutgraf.evidence.reading import Span
from nutgraf.language import date_comparison, figure_comparison, names_carried
from nutgraf.language.figure import Figure
from nutgraf.language.outlets import is_known, same_outlet
from nutgraf.language.when import When
from nutgraf.model import Role

_AROUND = frozenset(["menu", "listing", "promotion", "sharing"])
_Finder = Callable[[ReadSource], Iterator[Span]]


def check(case: Case) -> Iterator[Found]:
    pages = [one for one in case.pack if any(kind in _AROUND for _, _, kind in _around(one))]
    if not pages:
        return
    for judged in of_facts(case):
        if judged.statement.role is Role.NOTES:
            continue
        for span, finder in _anchors(case, judged):
            found = _only_around(case, finder)
            if found is not None:
                words = judged.reading.text[slice(*span)]
                yield Found(
                    judged.statement.prose.place(*span),
                    f"“{words}” stands only in what surrounds the article of {found.source}",
                    "cite a source whose text has it, or cut it",
                    (case.pack.evidence(found),),
                    judged.claim.id,
                )


def _around(one: ReadSource) -> list[tuple[int, int, str]]:
    return [(each.start, each.end, each.kind) for each in one.furniture]


def _only_around(case: Case, finder: _Finder) -> SourceSpan | None:
    """Where an anchor stands, if that is nowhere but in the furniture of pages."""
    first: SourceSpan | None = None
    for one in case.pack:
        around = [(low, high) for low, high, kind in _around(one) if kind in _AROUND]
        for start, end in finder(one):
            if not any(low <= start and end <= high for low, high in around):
                return None
            first = first or SourceSpan(one.source.id, start, end)
    return first


def _anchors(case: Case, judged: JudgedClaim) -> Iterator[tuple[Span, _Finder]]:
    """The days, figures and names of a claim, each with what finds it in a source."""
    start, end = judged.statement.start, judged.statement.end
    reading = judged.reading
    quoted = [(one.start, one.end) for one in reading.quotations]
    for when in reading.dates:
        span = when.start, when.end
        if start <= when.start < end and when.day and when.month and not _within(span, quoted):
            yield span, _of_day(when)
    for figure in own_figures(judged):
        yield (figure.start, figure.end), _of_figure(figure)
    for name in reading.names:
        span = name.start, name.end
        named = start <= name.start < end and name.sure and not _within(span, quoted)
        if named and not _is_outlet(case, name.text):
            yield span, _of_name(name.text)


def _of_day(when: When) -> _Finder:
    def find(one: ReadSource) -> Iterator[Span]:
        for other in one.index.reading.dates:
            if other.precision != "year" and date_comparison.compare(when, other).agrees:
                yield other.start, other.end

    return find


def _of_figure(figure: Figure) -> _Finder:
    def find(one: ReadSource) -> Iterator[Span]:
        for other in one.index.reading.figures:
            if figure_comparison.compare(figure, other).agrees:
                yield other.start, other.end

    return find


def _of_name(name: str) -> _Finder:
    def find(one: ReadSource) -> Iterator[Span]:
        for carried in names_carried.carries(name, one.index.names):
            yield carried.start, carried.end

    return find


def _within(span: Span, spans: Sequence[Span]) -> bool:
    return any(low <= span[0] < high for low, high in spans)


def _is_outlet(case: Case, name: str) -> bool:
    return is_known(name) or any(
        same_outlet(name, one.source.publisher) for one in case.pack if one.source.publisher
    )


_PAGE = (
    "---\ntitle: The tower clock\n---\n"
    "The clock on the tower at Vestby has stopped. The mayor blames the frost.\n\n"
    "Vestby events\nMarch 21, 2025\nChoir night\nMarch 28, 2025\nThe Rolling Barrels\n"
)

RULE = Rule(
    name="boilerplate-evidence",
    family="sources",
    severity="warning",
    decided="code",
    law="What a brief says stands in the text of a source, not in the page around it.",
    why="A concert’s date beside an article is a date on the page, and says nothing of the story.",
    bad=Example(
        "---\ntitle: The clock\ndate: 2025-03-28\n---\n"
        "## Summary\n\nThe clock on the tower at Vestby stopped on March 21, 2025. [@page]\n",
        {"page": _PAGE},
    ),
    good=Example(
        "---\ntitle: The clock\ndate: 2025-03-28\n---\n"
        "## Summary\n\nThe clock on the tower at Vestby has stopped. [@page]\n",
        {"page": _PAGE},
    ),
    check=check,
)
