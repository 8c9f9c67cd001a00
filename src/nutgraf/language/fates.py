"""What has become of people or things, by the words that tell it: the dead are not the injured.

Two numbers of one event that stand for different fates are of different things, whatever else
their sentences share. Compiled for this project from reports of disasters, crimes, courts, labour
disputes and outbreaks; a line is a fate, its first word is its name.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from nutgraf.language.stems import stem

_FATES = """
dead die died death toll fatality kill killing perish victims lives drown
hurt injure injury wound hospitalised hospitalized hospital
missing unaccounted disappeared vanished
rescue rescued rescues saved survivors survived survive pulled
evacuate evacuated evacuation evacuations displaced fled homeless
arrest arrested arrests detained detain detentions custody
charge charged charges indicted counts
convict convicted convictions guilty
release released freed acquitted
infected infection infections case cases ill sickened sick
tested test tests
dismissed fired layoffs laid redundancies redundant cuts cut eliminate eliminated
hire hired hires hiring
strike striking strikers walkout walked
protest protesters demonstrators demonstrated rally rallied crowd march marchers
vote voted votes ballots
destroyed destroy burned levelled leveled razed
damaged damage damages
power outage outages electricity
flights flight cancelled canceled delayed
apply applied applications applicants
signed signatures petition
verified verify matched match checked identified
sent send share disclose transfer provide hand pass deliver leak release
requested request seek sought order
fined fine fines penalty penalties
bribes bribe bribery kickbacks
debts debt owe owed liabilities
offer offered bid
profit profits earnings
revenue sales turnover
loss losses deficit
raised fundraising donated donations
"""

# Of one and the same number only one can be so, or the one goes further than the other.
_EITHER_OR = """
dead/hurt dead/missing dead/rescue dead/infected destroyed/damaged verified/sent requested/sent
convict/charge convict/arrest infected/tested dismissed/hire dismissed/strike arrest/release
missing/rescue evacuate/rescue vote/signed
"""


@cache
def _either_or() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split("/")) for pair in _EITHER_OR.split())


def exclude(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two tellings give one number two fates, of which only one can be meant."""
    if ours & theirs:
        return False
    return any(frozenset((one, other)) in _either_or() for one in ours for other in theirs)


@cache
def _by_stem() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _FATES.strip().splitlines():
        words = line.split()
        for word in words:
            key = stem(word)
            found[key] = found.get(key, frozenset()) | {words[0]}
    return found


def fates(stems: Iterable[str]) -> frozenset[str]:
    """The fates that some words, by stem, tell of."""
    known = _by_stem()
    return frozenset(fate for one in stems for fate in known.get(one, ()))
