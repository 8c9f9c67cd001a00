"""Whether any source of a pack mentions a name, in whatever form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nutgraf.evidence.judgement import SourceSpan
from nutgraf.evidence.pack import Pack
from nutgraf.language import names_carried
from nutgraf.language.name_folding import fold_name
from nutgraf.language.names_carried import How
from nutgraf.model import Evidence


@dataclass(frozen=True)
class Mention:
    """How a source mentions a name, and where."""

    how: How
    evidence: Evidence


def mention_of(name: str, pack: Pack) -> Mention | None:
    """The surest mention of a name in any source: the same, a possible one, a near miss."""
    found: Mention | None = None
    for key, source in pack.sources.items():
        for carried in names_carried.carries(name, source.index.names)[:1]:
            if found is None or _ORDER[carried.how] < _ORDER[found.how]:
                span = SourceSpan(key, carried.start, carried.end)
                found = Mention(carried.how, pack.evidence(span))
    return found


def is_publisher(name: str, pack: Pack) -> bool:
    """Whether a name is that of a newsroom that published a source, or that one credits."""
    words = fold_name(name)
    return any(
        words == fold_name(other)
        for one in pack
        for other in (one.source.publisher or "", *one.source.credits)
    )


_ORDER: Mapping[How, int] = {"same": 0, "possible": 1, "near": 2}
