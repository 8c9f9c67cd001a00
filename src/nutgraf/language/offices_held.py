"""Offices that are told by their own name, so that another office in their place is a mistake.

A person may well be a lawyer, an owner and a father; whoever is told as a sheriff where all
reports have a mayor is told wrongly. Gathered by hand beside the table of offices.
"""

from __future__ import annotations

_HELD = """
chair, chief officer, president, director, managing director, secretary, minister, prime minister,
governor, mayor, senator, representative, councillor, ambassador, sheriff, police chief,
fire chief, district attorney, us attorney, attorney general, solicitor general, judge,
chief justice, commissioner, administrator, superintendent, principal, general manager,
city manager, head coach, dean, provost, treasurer, clerk, general secretary, counsel,
business agent, coroner, medical examiner, harbormaster, spokesperson, member of parliament,
chancellor, fire marshal, police commissioner, press secretary, chief of staff, editor in chief,
surgeon general
"""
HELD = frozenset(" ".join(_HELD.split()).split(", "))
"""Offices of which a report names the one that somebody holds."""

_CLOSE = """
minister, secretary
judge, chief justice
spokesperson, press secretary
president, chancellor
commissioner, police commissioner
police chief, police commissioner
representative, member of parliament
secretary, general secretary
director, general manager, managing director
city manager, administrator
"""
CLOSE: tuple[frozenset[str], ...] = tuple(
    frozenset(part.strip() for part in line.split(",")) for line in _CLOSE.strip().splitlines()
)
"""Offices for which one stands in some reports for the other."""
