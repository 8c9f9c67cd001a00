"""How much of a thing, and for how long, a statement speaks of.

Quantifiers stand on a ladder from `few` to `all`; limits say that something holds in part or for
a time only. Gathered by hand after the quantifiers of the Cambridge Grammar of the English
Language (2002, chapter 5).
"""

from __future__ import annotations

from typing import Literal

from nutgraf.language.phrase_tables import lines, table

FEW, SOME, MANY, MOST, NEARLY_ALL, ALL = 1, 2, 3, 4, 5, 6

_FEW = "few; very few; a handful of; a handful; hardly any; a minority of; a minority"
_SOME = """
some; some of; several; several of; a few; a few of; a number of; certain; a couple of; various
part of; parts of; a part of; portions of; a portion of; some parts of; at least one
at least some; one of; a share of; sections of; elements of; a fraction of
a quarter of; a third of
"""
_MANY = """
many; many of; a lot of; lots of; much of; numerous; scores of; dozens of; hundreds of
thousands of; a large number of; large numbers of; a great many; plenty of; countless; half of
half the
"""
_MOST = """
most; most of; the majority of; a majority of; majority of; the bulk of; the vast majority of
mostly; mainly; more than half of; over half of; largely; predominantly
"""
_NEARLY = """
nearly all; almost all; nearly every; almost every; virtually all; all but one of; practically all
"""
_ALL = """
all; all of; every; each; each of; every one of; entire; the entire; the whole; whole; both
both of; the whole of; everyone; everybody; everything; completely; entirely; fully; totally
every single; universal; universally; nationwide; worldwide; across the country
"""
_NO_QUANTIFIER = """
all they; all he; all she; all it; all we; all you; all that; all there
at all; after all; above all; all-time; all along; all right; all the more; all but; first of all
most recent; most recently; at most; most likely; most important; most popular; the most
many years; some time; for some; one of the most; part of the reason; certain to; made certain
all over; all-star; all star; in all; each other; half a; as many as; as much as; so many
how many; too many; all of a sudden; part of a; part of an; as part of; part of their; part of its
part of his; part of her; any more; any longer; at any; in any case; whole of; always been
"""
Limit = Literal["partly", "in full", "for a time", "only", "so far"]
_PARTLY = """
partly; partially; in part; to some extent; to a degree; partial; to a certain extent
half-heartedly; somewhat; in some cases; in certain cases; in principle; informally; unofficially
"""
_IN_FULL = "in full; fully; completely; entirely; in its entirety; in their entirety"
_TIME = """
temporarily; temporary; provisionally; provisional; for now; for the time being; interim; briefly
preliminary; preliminarily; tentatively; tentative; initially; for a time; on a trial basis
conditionally; conditional; until further notice; on appeal
"""
_ONLY = "only; just; solely; merely; exclusively; nothing but"
_SO_FAR = "so far; to date; as yet; until now; up to now; thus far"

QUANTIFIERS = table(
    [
        *lines(_NO_QUANTIFIER, 0),
        *lines(_NEARLY, NEARLY_ALL),
        *lines(_FEW, FEW),
        *lines(_SOME, SOME),
        *lines(_MANY, MANY),
        *lines(_MOST, MOST),
        *lines(_ALL, ALL),
    ]
)
"""Phrases in small letters, with their place on the ladder (0: it only looks like one)."""

_Note = Limit | Literal[""]


def _limits(text: str, note: _Note) -> list[tuple[str, _Note]]:
    return lines(text, note)


_NO_LIMIT = """
not only; only child; if only; just as; just after; just before; just over; just under
just outside; just days; just hours; just weeks; not just; only then
"""
LIMITED = table(
    [
        *_limits(_NO_LIMIT, ""),
        *_limits(_PARTLY, "partly"),
        *_limits(_IN_FULL, "in full"),
        *_limits(_TIME, "for a time"),
        *_limits(_ONLY, "only"),
        *_limits(_SO_FAR, "so far"),
    ]
)
"""Phrases that limit what they govern, in small letters."""
