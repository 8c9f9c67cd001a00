"""Which role a heading means, and the heading that a role is printed under."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from nutgraf.model import Role

# The order of a digest where a format says nothing: the table of roles, top to bottom.
DEFAULT_ORDER: tuple[Role, ...] = tuple(role for role in Role if role is not Role.OTHER)

DEFAULT_LABELS: Mapping[Role, str] = MappingProxyType(
    {
        Role.INTRO: "",  # the opening stands under no heading
        Role.SUMMARY: "Summary",
        Role.POINTS: "Key Points",
        Role.BACKGROUND: "Background",
        Role.EVENTS: "What happened",
        Role.ANGLES: "Newsletter Angles",
        Role.DATA: "By the numbers",
        Role.PEOPLE: "Entities Mentioned",
        Role.CONCEPTS: "Concepts Mentioned",
        Role.QUOTES: "Quotes",
        Role.DIFFER: "Reports differ",
        Role.UNKNOWNS: "What we don’t know",
        Role.NEXT: "What’s next",
        Role.TAKEAWAY: "Bottom line",
        Role.CORRECTIONS: "Corrections",
        Role.NOTES: "Notes",
        Role.SOURCES: "Sources",
    }
)

# What editors call their sections, in any format; every label above is one of them.
HEADINGS: Mapping[Role, tuple[str, ...]] = MappingProxyType(
    {
        Role.SUMMARY: ("Summary", "Lead"),
        Role.POINTS: ("Key Points", "Key takeaways", "The details"),
        Role.BACKGROUND: ("Background", "Context", "The backdrop"),
        Role.EVENTS: ("Main event", "What happened"),
        Role.ANGLES: ("Newsletter Angles", "Analysis & implications", "Why it matters"),
        Role.DATA: ("Comparison & data", "By the numbers"),
        Role.PEOPLE: ("Entities Mentioned", "The players", "Who is who"),
        Role.CONCEPTS: ("Concepts Mentioned", "Terms", "In plain words"),
        Role.QUOTES: ("Quotes", "Reactions & quotes", "What they're saying"),
        Role.DIFFER: ("Reports differ",),
        Role.UNKNOWNS: ("Unconfirmed", "What we don't know"),
        Role.NEXT: ("What's next",),
        Role.TAKEAWAY: ("Bottom line", "The takeaway"),
        Role.CORRECTIONS: ("Corrections",),
        Role.NOTES: ("Notes",),
        Role.SOURCES: ("Sources",),
    }
)

NO_HEADINGS: Mapping[Role, tuple[str, ...]] = MappingProxyType({})


def role_of(heading: str, extra: Mapping[Role, tuple[str, ...]] = NO_HEADINGS) -> Role | None:
    """The role that a heading means; None where neither the table nor `extra` has it.

    Case, the shape of apostrophes, `&` or `and`, a colon at the end and white space do not count.
    `extra` holds a format's own headings and labels, and goes before the table.
    """
    folded = folded_heading(heading)
    for role, headings in extra.items():
        if any(folded_heading(own) == folded for own in headings):
            return role
    return _table().get(folded)


def folded_heading(heading: str) -> str:
    """A heading as it is compared with others."""
    plain = heading.casefold()
    for apostrophe in "’‘ʼ`´′＇":
        plain = plain.replace(apostrophe, "'")
    plain = plain.replace("&", " and ").replace("\xad", "")
    for hyphen in "\u2010\u2011":
        plain = plain.replace(hyphen, "-")
    return " ".join(plain.strip().rstrip(":：").split())


@cache
def _table() -> Mapping[str, Role]:
    return {
        folded_heading(heading): role for role, headings in HEADINGS.items() for heading in headings
    }
