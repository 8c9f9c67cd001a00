"""Names: whom and what a claim names, the source must mention."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nutgraf.evidence.difference import Difference
from nutgraf.evidence.index import Index
from nutgraf.evidence.once import once
from nutgraf.evidence.reading import Reading
from nutgraf.language import stems
from nutgraf.language.acronyms import WELL_KNOWN
from nutgraf.language.cities import governed_from
from nutgraf.language.common_words import is_common
from nutgraf.language.name_folding import geographic
from nutgraf.language.names import Name
from nutgraf.language.names_carried import Carried, carries
from nutgraf.language.short_names import GENERIC, PERIODS, SHORT_NAMES

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
        elif not _is_short_for(name, index) and not _is_spelled_out(claim, name, index):
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
        and name.text.lower().removesuffix("s") not in GENERIC
        and not _is_of_calendar(claim, name)
        and not any(quoted.start <= name.start < quoted.end for quoted in claim.quotations)
        and not any(low <= name.start < high for low, high in claim.credited)
    ]


def _is_of_calendar(claim: Reading, name: Name) -> bool:
    """Whether it is no name but `Q3`, which is compared as a date, or `YoY`."""
    if name.text.lower() in PERIODS:
        return True
    return any(when.start <= name.start and name.end <= when.end for when in claim.dates)


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
    governed = governed_from(name.text) or geographic(name.text)
    if governed and governed in index.countries:
        return True
    short = name.text.lower().replace(".", "")
    spelled = SHORT_NAMES.get(short, ())
    # `VA` is Virginia on an envelope, and a department where the source has that in full.
    full = WELL_KNOWN.get(short, "").lower()
    phrases = (*spelled, governed.lower(), full)
    return any(phrase in index.names.small for phrase in phrases if phrase)


def _is_spelled_out(claim: Reading, name: Name, index: Index) -> bool:
    """Whether a claim spells out what the source calls by the acronym that the claim has too."""
    behind = _ACRONYM.match(claim.text, name.end)
    if behind is None or behind[1].lower() not in index.plain:
        return False
    initials = iter(behind[1].lower())
    return all(word[0].lower() in initials for word in name.words if word[0].isupper())


_ACRONYM = re.compile(r"[^()\n]{0,24}\(([A-Z]{2,8})\)")
_NUMBERED = re.compile(r"-\d+$")


def _in_words(name: Name, index: Index) -> bool:
    """Whether the source has every word of it, perhaps in small letters, apart, or as several.

    `CNN` is carried by `CNNs`, `COVID-19` by `Covid`.
    """
    text = _NUMBERED.sub("", name.text)
    if text.isupper() and text.lower() + "s" in index.plain:
        return True
    parts = [word.stem for word in stems.read(text) if word.content]
    return all(stem in index.postings for stem in parts)
