"""Twelve invented pages, each as it was captured and as it stands there later."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Version:
    """A headline and the paragraphs under it, as Markdown; bullets stand in one paragraph."""

    title: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs) + "\n"


FERRY = Version(
    "Ferry to Skarvoy stays in port",
    (
        "The ferry to Skarvoy will stay in port until Thursday, the company said on Monday.",
        "About 1.1 million passengers used the line last year, and 340 people work for it.",
        "A crack in the hull was found during a routine dive on Sunday morning.",
        "“We will not sail before the hull is sound,” said Ingrid Solheim, the harbour master.",
        "The company rents two buses that take passengers over the new bridge.",
        "The mayor, Peder Lunde, has asked for a report by the end of the month.",
        "Repairs cost 4 million kroner, which the insurance pays.",
    ),
)


def replaced(old: str, new: str, version: Version = FERRY) -> Version:
    """A version with other words in one of its paragraphs, or without that paragraph."""
    changed = tuple(one.replace(old, new) for one in version.paragraphs)
    assert changed != version.paragraphs
    return Version(version.title, tuple(one for one in changed if one))


FIGURE = replaced("1.1 million", "1.2 million")
SENTENCE = replaced(FERRY.paragraphs[4], "")
QUOTATION = replaced("before the hull is sound", "until the inspectors let us")
HEDGE = replaced("A crack in the hull was found", "A crack in the hull may have been found")
NOTICE = Version(
    FERRY.title,
    (
        *FERRY.paragraphs,
        "Correction: An earlier version said that the county owns the ferry. The company does.",
    ),
)
HEADLINE = Version("Ferry to Skarvoy stays in port for weeks", FERRY.paragraphs)
REORDERED = Version(
    FERRY.title,
    tuple(FERRY.paragraphs[at] for at in (0, 3, 4, 2, 6, 5, 1)),
)
FURNITURE = Version(
    FERRY.title,
    (
        "By Marit Dahl",
        "Updated 4 March 2025, 3:40 p.m.",
        *FERRY.paragraphs,
        "Sign up for our newsletter to get the news of the coast every morning.",
        "123 comments",
    ),
)
TYPOGRAPHY = Version(
    FERRY.title,
    tuple(
        one.replace("“", '"')
        .replace("”", '"')
        .replace("1.1 million", "1.1\u00a0million")
        .replace("routine dive", "**routine** dive")
        .replace("the company", "[the company](https://port.example/us)")
        .replace(" on Sunday", "\non Sunday")
        for one in FERRY.paragraphs
    ),
)
LIVE = Version(
    FERRY.title,
    (
        "16:20 The buses are full, and a third one is on its way from Bergvik.",
        "15:05 Divers have closed the crack with a plate for the time being.",
        *FERRY.paragraphs,
    ),
)
NAME = replaced("Ingrid Solheim", "Inger Solhaug")
