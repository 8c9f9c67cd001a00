"""Invented stories, each as several outlets have it, and what is found in briefs about them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from nutgraf.model import Finding
from tests.checks.examples import findings_on

FAMILY = ("relative-date", "date-conflict", "sequence-conflict", "stale-tense")


def source(publisher: str, day: str, text: str) -> str:
    """A seed: paragraphs are parted by blank lines, and their lines joined."""
    head = f"---\ntitle: {publisher}\npublisher: {publisher}\npublished: {day}\n---\n"
    paragraphs = text.strip().split("\n\n")
    return head + "\n\n".join(" ".join(one.split()) for one in paragraphs) + "\n"


# Sent on Friday, March 7, 2025, if a case says nothing else.
FERRY: Mapping[str, str] = {
    "wire": source(
        "Coast Wire",
        "2025-03-05",
        """
        PORT ELLERY — A car ferry ran aground off Skerry Point on Monday with 212 people on
        board, the coast guard said. All were taken off by lifeboat by 9 p.m.

        The operator, Norrland Ferries, suspended the route on Tuesday. In January, a judge had
        ordered the company to replace the ferry's radar.

        The ferry, the Astrid, passed its last inspection on Nov. 14, 2024. Norrland filed for
        protection from creditors last month.

        The transport safety board will hold a hearing on March 20. Captain Ole Brandt resigned
        on Wednesday.
        """,
    ),
    "herald": source(
        "Ellery Herald",
        "2025-03-06",
        """
        Norrland Ferries said on Wednesday that it would refund 1,400 passengers.

        The company laid off 60 people in December, four weeks before a judge ordered it to
        replace the radar. The union called a strike on Feb. 3; the strike ended on Feb. 10.

        The Astrid was built in 1998. It was sold to Norrland in the spring of 2021. The company
        ran a night service to the islands until October, when it was scrapped.
        """,
    ),
}
VACCINE: Mapping[str, str] = {
    "wire": source(
        "National Wire",
        "2025-02-20",
        """
        HALDEN — Health regulators approved the malaria vaccine Merolix on Thursday. The
        company, Thornfield, said last week that a trial had met its goal.

        The agency's advisers voted 11 to 2 on Feb. 4 to recommend it. Two advisers resigned
        yesterday.

        Thornfield recalled 40,000 doses in October after a cold store failed. It is expected
        to ship the first doses in May.
        """,
    ),
    "journal": source(
        "Science Journal",
        "2025-02-21",
        """
        The approval came two weeks after the advisers voted. Thornfield's shares rose 14% on
        Thursday.

        The cold store failed on Oct. 2, 2024, and the recall followed on Oct. 9. A lawsuit over
        the recall was dropped in January.

        Researchers at Calder University began the trial in the summer of 2022. Its leader, Ana
        Wirth, died in August.
        """,
    ),
}
CUP: Mapping[str, str] = {
    "desk": source(
        "Sports Desk",
        "2025-03-03",
        """
        Larkhill United dismissed coach Dino Ferrante on Sunday, hours after a 4-0 home defeat
        by Osterby. The club appointed Petra Lind as his successor today.

        Ferrante had led the team since 2022. Larkhill won the cup last May.

        The league will decide on Friday whether Larkhill must play behind closed doors.
        """,
    ),
    "gazette": source(
        "Larkhill Gazette",
        "2025-03-04",
        """
        Lind, 44, signed a contract until June 2027. She coached Osterby until last summer.

        The club's stadium held 31,000 people last year, before the north stand was closed in
        January. Fans marched to the ground on Feb. 22.
        """,
    ),
}
LAW: Mapping[str, str] = {
    "post": source(
        "Capital Post",
        "2025-03-06",
        """
        The state senate passed a bill on Wednesday that would ban phones in classrooms. The
        house had passed it on Feb. 19 by 71 votes to 38.

        Gov. Ruth Calloway said last week that she would sign it. A teachers' union sued the
        state education department on Monday over an earlier rule.

        A federal judge blocked the earlier rule in December. The rule allowed schools to search
        students' phones.
        """,
    ),
    "wire": source(
        "State Wire",
        "2025-03-06",
        """
        The bill takes effect on Sept. 1 if it is signed. The department withdrew its guidance
        on searches on Feb. 28.

        Superintendent Mark Oyelaran stepped down in January. The department opened a hotline
        for parents this week.
        """,
    ),
}


def told(
    body: str, story: Mapping[str, str], folder: Path, *, day: str = "2025-03-07"
) -> list[Finding]:
    """What the rules on time find in a brief with that body, sent on that day."""
    section = "" if body.startswith("#") else "## Summary\n\n"
    brief = (
        f"---\ntitle: The week\ndate: {day}\nsources: [{', '.join(story)}]\n---\n{section}{body}\n"
    )
    return [one for one in findings_on(brief, folder, **story) if one.rule in FAMILY]


def rules_told(
    body: str, story: Mapping[str, str], folder: Path, *, day: str = "2025-03-07"
) -> list[str]:
    """The names of the rules on time that speak."""
    return [one.rule for one in told(body, story, folder, day=day)]
