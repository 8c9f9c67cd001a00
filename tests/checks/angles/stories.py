"""Stories that the tests of angles share: what their sources say, each a whole report."""

from __future__ import annotations

from pathlib import Path

from nutgraf.model import Finding
from tests.checks.examples import findings_on

FRONT = "---\ntitle: The week\ndate: 2025-03-07\nsources: [{sources}]\n---\n"

WARD = {
    "courier": (
        "The Marlow Vale hospital trust will close its maternity ward on 31 March, its board "
        "decided on Tuesday. Births will move to Penrith, 38 miles away.\n\n"
        "The ward closes because it lacks midwives. Eleven of 26 posts are vacant. Chief executive "
        "Helen Strand said that the ward could no longer be run safely at night.\n\n"
        "A petition against the closure has 14,200 signatures. “Women will give birth in lay-bys,” "
        "said Aisha Noor, who started it.\n"
    ),
    "agency": (
        "Marlow Vale, England (NewsUnion) - A hospital in northern England is to lose its "
        "maternity ward, the trust that runs it said on Tuesday.\n\n"
        "Inspectors rated the ward inadequate in November after two babies were starved of oxygen "
        "during birth. The trust apologised to both families in January.\n\n"
        "The regional health board gave its approval last week. It is not known how many midwives "
        "will move to Penrith.\n"
    ),
}

CLUB = {
    "post": (
        "Second-division Rovers were docked nine points on Wednesday for breaking the league's "
        "spending rules, and dropped from fourth to twelfth.\n\n"
        "The league's panel found that the club had overstated the sale of its training ground by "
        "£7 million in 2023. Owner Viktor Sand bought the ground himself.\n\n"
        "Manager Lena Hartog said that the players had done nothing wrong. The club will appeal.\n"
    ),
    "radio": (
        "Rovers owner Viktor Sand stepped down as chairman on Thursday, a day after the club lost "
        "nine points. He gave no reason.\n\n"
        "The supporters' trust called for an independent audit. Attendance has fallen by a fifth "
        "this season, according to the league.\n"
    ),
}

AIRLINE = {
    "wire": (
        "Norderney Air will cut 1,900 jobs, a tenth of its staff, and retire its oldest jets by "
        "the end of 2026, the carrier said on Monday.\n\n"
        "The airline lost $412 million in the fourth quarter. Fuel made up a third of its costs. "
        "Chief executive Paul Egede told analysts that the domestic network was too large.\n\n"
        "The pilots' union said it would ballot its members on a strike. Shares rose 6%.\n"
    ),
    "trade": (
        "Norderney Air's board approved a bonus of $3.1 million for chief executive Paul Egede in "
        "February, three weeks before it announced the job cuts, a regulatory filing shows.\n\n"
        "The carrier closed its base in Tromvik in January. Rival Skagen Jet has since taken over "
        "six of its gates there.\n"
    ),
}

DAM = {
    "herald": (
        "A spillway gate at the Corrigan dam failed on Sunday night and sent a wave of water down "
        "the Teller river. Three campers drowned and 640 houses were evacuated.\n\n"
        "The state's dam safety office had rated the gate as poor in 2021. The utility that runs "
        "the dam, Teller Power, put off its repair twice, records show.\n\n"
        "Governor Anita Reyes promised an inquiry. The cause of the failure is not known.\n"
    ),
    "station": (
        "Teller Power said that the gate's motor lost electricity minutes before the failure. "
        "Spokesman Greg Halloran said that crews had tested it in the spring.\n\n"
        "Residents of Lower Teller said that no siren sounded. The county installed the sirens in "
        "2009 and tests them every month.\n"
    ),
}

SCHOOL = {
    "ledger": (
        "A federal judge on Friday ordered the Bryce County school board to return 41 books to its "
        "libraries. Judge Ellen Whitcomb wrote that the board had removed them because it disliked "
        "their ideas.\n\n"
        "The board had voted 5-2 in August to take the books away. Six families and a librarian, "
        "Doris Okafor, sued in October.\n\n"
        "Board chair Tim Laird said that the board would appeal.\n"
    ),
    "public": (
        "The ruling against the Bryce County school board is the first in the state under a 2023 "
        "law that lets parents challenge books. The state's attorney general has defended the "
        "law.\n\n"
        "The district spent $230,000 on lawyers last year, its budget shows. Publishers had filed "
        "a brief on the side of the families.\n"
    ),
}


def on_angle(angle: str, folder: Path, sources: dict[str, str]) -> list[Finding]:
    """What the rules say of an angle in a brief with those sources, notes left out."""
    front = FRONT.format(sources=", ".join(sources))
    found = findings_on(f"{front}## Newsletter Angles\n\n{angle}\n", folder, **sources)
    return weighty(found)


def weighty(found: list[Finding]) -> list[Finding]:
    """Errors and warnings; a brief of a sentence or two leaves out nearly all that is fair."""
    return [one for one in found if one.severity != "note" and one.family != "fairness"]
