"""Where a claim comes from, and what a brief tells its readers of that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from nutgraf.checks.case import Case
from nutgraf.checks.differing import sentence_of
from nutgraf.checks.figures_said import own_figures
from nutgraf.checks.published import published_prose
from nutgraf.evidence.claims import JudgedClaim
from nutgraf.evidence.index import Index
from nutgraf.evidence.judgement import SourceSpan
from nutgraf.language import outlet_mentions
from nutgraf.language.confirming import TELLS_ORIGIN
from nutgraf.language.figure_comparison import compare
from nutgraf.language.outlets import outlet_of
from nutgraf.model import Evidence, Place, Role

# A source that has so much of a statement's words in one passage speaks of the same.
SPEAKS = 0.5


def speakers_of(case: Case, judged: JudgedClaim, least: float = SPEAKS) -> tuple[str, ...]:
    """The ids of the sources that carry a claim, or have so much of its words in a passage.

    A passage that lacks a figure of the claim speaks of something else.
    """
    carried = {one.source for one in judged.judgement.carriers}
    return tuple(
        one.source.id
        for one in case.pack
        if one.source.id in carried or _speaks(one.index, judged, least)
    )


def _speaks(index: Index, judged: JudgedClaim, least: float) -> bool:
    stems = judged.reading.stems_in(judged.statement.start, judged.statement.end)
    if index.highest_share(stems) < least or index.share(stems) < least:
        return False
    low, high = index.span(index.windows(stems)[0])
    there = [one for one in index.reading.figures if low <= one.start < high]
    return all(any(compare(figure, one).agrees for one in there) for figure in own_figures(judged))


def one_root(case: Case, passages: Sequence[SourceSpan]) -> str | None:
    """The one origin of two passages or more, where it is sure of two of them and fits all."""
    origins = case.pack.origins
    roots = origins.roots_of(passages)
    if len(passages) < 2 or len(roots) != 1:
        return None
    sure = [one for one in passages if len(origins.options_of(one)) == 1]
    joined = [
        one
        for one in passages
        if any(
            other.source.casefold() in origins.copies.get(one.source.casefold(), ())
            for other in passages
        )
    ]
    return roots[0] if len({one.source for one in (*sure, *joined)}) > 1 else None


def credits_of(case: Case, root: str, passages: Iterable[SourceSpan]) -> Iterator[Evidence]:
    """The words by which the sources of some passages credit a root, one of each source."""
    for passage in passages:
        key = passage.source.casefold()
        of_source = case.pack.origins.sources[key]
        if of_source.own == root:
            continue
        near = case.pack.origins.credit_of(passage)
        found = [near] if near is not None and near.outlet.name == root else of_source.found
        credit = next((one for one in found if one is not None and one.outlet.name == root), None)
        if credit is not None:
            yield case.pack.evidence(SourceSpan(passage.source, credit.start, credit.end))


def names_root(judged: JudgedClaim, root: str, known: Iterable[str]) -> bool:
    """Whether the sentence of a claim names the outlet that it comes from."""
    low, high = sentence_of(judged)
    said = outlet_mentions.read(judged.reading.text[low:high], known)
    return any(one.outlet == outlet_of(root) or one.outlet.name == root for one in said)


def publishers(case: Case) -> tuple[str, ...]:
    """The outlets of the pack by name."""
    return tuple(one.source.publisher for one in case.pack if one.source.publisher)


def tells_origins(case: Case) -> bool:
    """Whether readers are told anywhere where the reports come from."""
    return any(TELLS_ORIGIN.search(prose.text) for prose in published_prose(case.brief))


def sources_place(case: Case, source_id: str | None = None) -> Place:
    """Where the front matter lists a source, or all; the front matter where it lists none."""
    front = case.brief.front
    if source_id is not None and case.brief.sources:
        for at, name in enumerate(case.brief.sources):
            if name.casefold() == source_id.casefold():
                return front.places.get(("sources", at), front.place)
    return front.places.get(("sources",), front.place)


def told_together(faulty: Mapping[str, str]) -> str:
    """`a, b: no hash; c: no day`: the sources that lack the same stand together."""
    by_lack: dict[str, list[str]] = {}
    for name, what in faulty.items():
        by_lack.setdefault(what, []).append(name)
    return "; ".join(f"{', '.join(names)}: {what}" for what, names in by_lack.items())


def is_shown(judged: JudgedClaim) -> bool:
    """Whether readers see it as the brief's own statement."""
    return judged.statement.quotation is None and judged.statement.role is not Role.NOTES
