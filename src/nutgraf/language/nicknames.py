"""Given names and what they are for short.

Gathered by hand from the nicknames of English given names that dictionaries of first names give.
"""

from __future__ import annotations

_NICKNAMES = """
william bill will billy
robert bob rob bobby
james jim jimmy jamie
joseph joe joey
michael mike mick
thomas tom tommy
richard dick rick rich
elizabeth liz beth betty eliza lisa
katherine catherine kathryn kate katie kathy cathy kat
daniel dan danny
david dave
timothy tim
charles chuck charlie
edward ed ted eddie
anthony tony
steven stephen steve
benjamin ben
samuel samantha sam
ronald ron
donald don
kenneth ken
matthew matt
christopher christine christina chris
nicholas nick
andrew andy drew
gregory greg
jeffrey geoffrey jeff geoff
patrick patricia pat
susan sue
barbara barb
margaret meg peggy maggie
jennifer jen jenny
albert alexander alexandra alan al alex
jonathan jon
john jack johnny
abigail abby
deborah debra deb debbie
lawrence larry
gerald jerry
frederick fred
raymond ray
philip phil
victoria vicky
theodore theo ted
"""
_GROUPS = tuple(frozenset(line.split()) for line in _NICKNAMES.strip().splitlines())


def same_given(one: str, other: str) -> bool:
    """Whether two given names in small letters can be one person's: `dan` and `daniel`, `j.`."""
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    return long.startswith(short) or any(one in group and other in group for group in _GROUPS)
