"""Names: whom and what a claim names, the source must mention."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.evidence.difference import Difference
from nutgraf.evidence.index import Index
from nutgraf.evidence.once import once
from nutgraf.evidence.reading import Reading
from nutgraf.language import stems
from nutgraf.language.common_words import is_common
from nutgraf.language.name_folding import geographic
from nutgraf.language.names import Name
from nutgraf.language.names_carried import Carried, carries
from nutgraf.language.short_names import GENERIC, SHORT_NAMES

# A tokeniser's mark for a word that it did not know.
UNKNOWN = "UNK"
_AT_HOME = frozenset({"United States", "United Kingdom"})


def name_differences(claim: Reading, start: int, end: int, index: Index) -> Iterator[Difference]:
    """The names of `claim.text[start:end]` that the source nowhere has, or spells otherwise."""
    for name in compared_names(claim, start, end):
        found = carried(index, name.text)
        ours = (name.start, name.end)
        if any(mention.how != "near" for mention in found) or _in_words(name, index):
            continue
        if found:
            theirs = (found[0].start, found[0].end)
            reason = f"the source spells it {found[0].text}"
            yield Difference("name", "misspelled", ours, theirs, reason)
        elif not _is_short_for(name, index):
            reason = f"no passage names {name.text}"
            certain = not is_background(claim, name, index)
            yield Difference("name", "missing", ours, None, reason, certain)


@once
def carried(index: Index, name: str) -> tuple[Carried, ...]:
    """Where a source names what a claim names."""
    return carries(name, index.names)


@once
def compared_names(claim: Reading, start: int, end: int) -> list[Name]:
    """The names of a span that are compared: those that are surely names, outside quotations."""
    return [
        name
        for name in claim.names
        if start <= name.start < end
        and name.sure
        and UNKNOWN not in name.text
        and name.text.lower() not in GENERIC
        and not any(quoted.start <= name.start < quoted.end for quoted in claim.quotations)
    ]


def is_background(claim: Reading, name: Name, index: Index) -> bool:
    """Whether a name may be what every reader of the source knows: the country it speaks of.

    A single common word with a capital need not be a name at all.
    """
    place = geographic(name.text)
    if place in _AT_HOME or (place and name.kind == "demonym"):
        return not _has_other_country(place, index)
    if place and re.match(r"['’]s [A-Z]", claim.text[name.end : name.end + 4]):
        return not _has_other_country(place, index)
    return len(name.words) == 1 and not place and is_common(name.text.lower())


def _has_other_country(place: str, index: Index) -> bool:
    countries = {one.country for one in index.reading.names if one.country}
    return bool(countries - {place}) and place not in _AT_HOME


def _is_short_for(name: Name, index: Index) -> bool:
    """Whether the source spells out what a headline says for short."""
    place = geographic(name.text).lower()
    spelled = SHORT_NAMES.get(name.text.lower().replace(".", ""), (place,) if place else ())
    return any(phrase in index.names.small for phrase in spelled)


def _in_words(name: Name, index: Index) -> bool:
    """Whether the source has every word of it, perhaps in small letters or apart."""
    parts = [word.stem for word in stems.read(name.text) if word.content]
    return all(stem in index.postings for stem in parts)
