"""A statement held against each source by itself: what every one of them says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from nutgraf.evidence import clauses
from nutgraf.evidence.claims import reading_of
from nutgraf.evidence.judge import judge
from nutgraf.evidence.judgement import Judgement, SourceSpan
from nutgraf.evidence.pack import Pack
from nutgraf.evidence.statements import Statement, statements
from nutgraf.language.outlets import outlet_of
from nutgraf.model import Brief, Evidence, Place, Verdict

_WORST: tuple[Verdict, ...] = (
    "contradicted", "partly supported", "not found", "uncited", "not checked", "supported",
)  # fmt: skip
# What is said of the source's nearest passage where it speaks of the matter at all.
_SPEAKS: frozenset[Verdict] = frozenset({"supported", "partly supported", "contradicted"})


@dataclass(frozen=True)
class InSource:
    """What one source says of a statement: the passages, whether they carry it, what differs.

    `cited` tells that the statement cites the source, `reasons` what differs, in words. `origin` is
    whom it has it from, by a short name: itself, or another outlet.
    """

    source: str
    cited: bool
    verdict: Verdict
    passages: tuple[Evidence, ...]
    reasons: tuple[str, ...]
    origin: str = ""


def in_each_source(
    brief: Brief, place: Place, pack: Pack, day: date | None
) -> tuple[InSource, ...]:
    """The statement at a place beside each source that speaks of it.

    Those that it cites come first, then those that carry it.
    """
    statement = next((one for one in statements(brief) if one.place == place), None)
    if statement is None:
        return ()
    found = _with_origins(list(_each(statement, pack, day)), pack)
    return tuple(sorted(found, key=lambda one: (not one.cited, one.verdict != "supported")))


def _each(statement: Statement, pack: Pack, day: date | None) -> Iterator[InSource]:
    reading = reading_of(statement.prose.text, day, pack.names(), pack.newsrooms)
    spans = clauses.split(reading, statement.start, statement.end)
    cited = pack.cited(statement.cites)
    for key in pack.sources:
        own = pack.indexes({key: cited.get(key)})
        whole = judge(reading, statement.start, statement.end, own)
        parts = (
            [whole]
            if whole.verdict == "supported"
            else [judge(reading, *span, own) for span in spans]
        )
        near = [one for one in parts if one.passage is not None and one.verdict in _SPEAKS]
        if near or key in cited:
            yield InSource(
                source=pack.sources[key].source.id,
                cited=key in cited,
                verdict=min((one.verdict for one in parts), key=_WORST.index),
                passages=tuple(_passages(near, pack)),
                reasons=tuple(dict.fromkeys(reason for one in near for reason in one.reasons)),
            )


def _passages(judged: Iterable[Judgement], pack: Pack) -> Iterator[Evidence]:
    """The passages in the order of the source, those that touch as one."""
    spans = sorted(
        (one.passage for one in judged if one.passage is not None),
        key=lambda span: (span.start, span.end),
    )
    joined: list[SourceSpan] = []
    for span in spans:
        if joined and span.start <= joined[-1].end:
            last = joined[-1]
            joined[-1] = SourceSpan(last.source, last.start, max(last.end, span.end))
        else:
            joined.append(span)
    return (pack.evidence(span) for span in joined)


def _with_origins(found: list[InSource], pack: Pack) -> list[InSource]:
    """Each source with its origin: the fewest that explain all of their passages."""
    spans = {one.source: [_span(one, passage, pack) for passage in one.passages] for one in found}
    roots = pack.origins.roots_of(span for own in spans.values() for span in own)
    return [replace(one, origin=_origin(spans[one.source], roots, pack)) for one in found]


def _span(one: InSource, passage: Evidence, pack: Pack) -> SourceSpan:
    at = pack.sources[one.source.casefold()].source.front.body
    return SourceSpan(one.source, passage.place.start - at, passage.place.end - at)


def _origin(spans: Iterable[SourceSpan], roots: Iterable[str], pack: Pack) -> str:
    known = set(roots)
    options = [name for span in spans for name in pack.origins.options_of(span)]
    name = next((name for name in options if name in known), "")
    return outlet_of(name).short if name else ""
