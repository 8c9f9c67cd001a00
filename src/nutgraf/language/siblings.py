"""Words of one class of which a thing is one: found in the kitchen, or found in the garage.

A report that has one of them where another report of the same event has a sibling tells it
otherwise; a word for the whole class (`a vehicle`, `a room`) is no sibling. Compiled for this
project from what reports of crimes, accidents, fires, deaths and matches differ in. A line is a
class; words joined by `=` are one.
"""

from __future__ import annotations

from functools import cache

from nutgraf.language.stems import stem

_CLASSES = """
kitchen bedroom bathroom garage basement=cellar attic=loft hallway=corridor garden=yard stairwell
car van truck=lorry bus=coach motorcycle=motorbike bicycle=bike train tram helicopter plane=jet
knife gun=pistol=handgun=rifle=shotgun=revolver hammer axe=ax machete rope crowbar sword screwdriver
leg=thigh=knee arm=shoulder=elbow hand=wrist=finger chest neck stomach=abdomen foot=ankle
north=northern south=southern
east=eastern west=western
red blue green white black yellow grey=gray brown
wiring=electrical cigarette candle lightning arson=arsonist=deliberately fireworks heater battery
man=men woman=women
boy girl
son daughter
brother sister
father mother
husband wife
nephew niece
engine brakes=brake tyre=tire steering rudder breaker generator gearbox propeller sensor software
drought flood=flooding earthquake landslide=mudslide avalanche tornado
fog=mist ice snow=snowstorm
cancer stroke pneumonia overdose dementia sepsis drowning suffocation
judge jury
gold silver bronze
wheat maize=corn rice barley soy=soybean
beef chicken pork lamb
copper lithium cobalt nickel zinc
unanimously=unanimous narrowly=narrow
lease loan grant gift
cash cheque=check bitcoin=cryptocurrency
asbestos mould=mold lead radon
measles mumps cholera typhoid malaria dengue influenza=flu covid
"""


@cache
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _CLASSES.strip().splitlines():
        members = [frozenset(stem(word) for word in one.split("=")) for one in line.split()]
        for own in members:
            others = frozenset[str]().union(*members) - own
            for word in own:
                found[word] = found.get(word, frozenset()) | others
    return found


def siblings(word: str) -> frozenset[str]:
    """The stems of the other words of the class that a stem is of."""
    return _table().get(word, frozenset())


@cache
def _same() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for one in _CLASSES.split():
        own = frozenset(stem(word) for word in one.split("="))
        for word in own:
            found[word] = found.get(word, frozenset()) | own
    return found


def same_member(word: str) -> frozenset[str]:
    """The stems that stand for the same member of its class as a stem, itself included."""
    return _same().get(word, frozenset({word}))
