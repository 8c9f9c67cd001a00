"""Counts of what befell people: so many deaths are so many people who died.

Gathered by hand from the ways in which news agencies count casualties, arrests and lost posts.
"""

from __future__ import annotations

from nutgraf.language.stems import stem

_EVENTS = """
death fatality: death fatality dead die died kill killed perish perished life lives
injury casualty: injury injure injured hurt wound wounded casualty hospital
arrest detention: arrest arrested detain detained custody
resignation departure: resign resigned resignation quit
layoff redundancy: layoff laid lay redundant redundancy dismiss dismissed fired
conviction: convict convicted conviction
infection: infect infected infection
rescue: rescue rescued
eviction: evict evicted eviction
hospitalization admission: hospital hospitalized admit admitted
"""
_TABLE = [line.split(":") for line in _EVENTS.strip().splitlines()]
_BY_NOUN = {
    stem(noun): frozenset(stem(word) for word in words.split())
    for nouns, words in _TABLE
    for noun in nouns.split()
}


def befallen(noun: str) -> frozenset[str]:
    """The stems of the words that tell of people what a noun counts: `deaths`: killed, died."""
    return _BY_NOUN.get(stem(noun.lower()), frozenset())


_REPEATED = """
complained complain visited visit called call reported report applied apply appealed appeal
requested booked downloaded donated enquired inquired protested
"""
REPEATED_DEEDS = frozenset(_REPEATED.split())
"""What one person may do several times: so many complaints are not so many who complained."""
