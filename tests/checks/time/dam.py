"""A story of a leaking dam as four outlets tell it, with slips of time and what only looks so."""

from __future__ import annotations

from collections.abc import Mapping

from tests.checks.time.stories import source

DAY = "2025-03-07"
DAM: Mapping[str, str] = {
    "wire": source(
        "Plains Wire",
        "2025-02-27",
        """
        WELSBY — Water began leaking through the spillway of the Tarn Hollow dam on Feb. 19, and
        about 2,100 people in the town of Welsby were told to leave a day later, officials said
        Thursday.

        The state engineer, Rosa Amaya, ordered the reservoir lowered on Feb. 22. Crews opened the
        low gate on Feb. 23, and the water has dropped by 11 feet since.

        The Halden Irrigation District, which owns the dam, was fined $40,000 in March 2024 for
        missing an inspection. Its manager, Curt Leland, is on leave at the request of the
        district's board, a spokeswoman said.

        Highway 12 is closed below the dam. A public meeting on the repairs is set for Tuesday.
        """,
    ),
    "post": source(
        "Welsby Post",
        "2025-03-05",
        """
        Families came home to Welsby on Sunday, hours after the sheriff lifted the evacuation order.
        Highway 12 reopened on Monday.

        Leland resigned on Tuesday, shortly before a public meeting at which 400 people shouted at
        the district's board. His deputy, Anita Roe, will run the district until a successor is
        found.

        A lawyer for the district said that the board had hired a new inspection firm, Cutbank
        Engineering, on Jan. 30, three weeks before the leak. The firm had asked in vain for
        drawings of the spillway.

        The Red Cross ran a shelter in the gym at Oren High School. It closed on Monday morning.
        Classes resumed there.
        """,
    ),
    "radio": source(
        "Prairie Radio",
        "2025-03-06",
        """
        What we know about the dam. The spillway was built in 1938 and has been patched twice.

        Drawing the lake down for ice fishing was a habit of the Halden district every winter. The
        state put a stop to it in November. Filling the lake to the brim in February was the
        district's answer, said Amaya, who has run the dam safety office since 2019.

        Two of the town's wells are still off, and people there boil their water. The hardware store
        is out of sandbags. Rancher Dale Pruitt is missing 30 head of cattle.

        The district had been warned in a letter dated Dec. 4 that the spillway was cracked. It
        answered on Feb. 21, two days after the leak was found.
        """,
    ),
    "state": source(
        "Office of Dam Safety",
        "2025-03-04",
        """
        March 4, 2025. The office has taken over the operation of the low gate from the Halden
        Irrigation District.

        The district submitted a repair plan on February 26. The office rejected the plan on
        February 28 and gave the district 14 days to submit another.

        A helicopter that had been dropping rock on the spillway since February 24 was grounded on
        March 1 because of wind. The emergency declaration expired on March 3.
        """,
    ),
}

SLIPS = [
    ("sequence-conflict", "Welsby was told to leave before water began leaking through the dam."),
    (
        "sequence-conflict",
        "Crews opened the low gate before the state engineer ordered the reservoir lowered.",
    ),
    ("sequence-conflict", "After the leak was found, the board hired Cutbank Engineering."),
    ("sequence-conflict", "Leland resigned after a public meeting at which 400 people shouted."),
    (
        "sequence-conflict",
        "The sheriff lifted the evacuation order after families came home to Welsby.",
    ),
    (
        "sequence-conflict",
        "The district submitted a repair plan. Two weeks later, the leak was found.",
    ),
    ("sequence-conflict", "The district answered a warning letter the week before the leak."),
    (
        "sequence-conflict",
        "The state had already rejected the repair plan when crews opened the low gate.",
    ),
    (
        "sequence-conflict",
        "Manager Curt Leland resigned two days before the sheriff lifted the evacuation order.",
    ),
    ("stale-tense", "Highway 12 is closed below the dam."),
    ("stale-tense", "Manager Curt Leland is on leave at the request of the board."),
    ("stale-tense", "The Red Cross runs a shelter in the gym at Oren High School."),
    ("stale-tense", "Some 2,100 people in Welsby are under an evacuation order."),
    ("stale-tense", "The Halden district draws the lake down for ice fishing every winter."),
    ("stale-tense", "An emergency declaration is in force."),
    ("date-conflict", "Water began leaking through the spillway on Feb. 17."),
    ("date-conflict", "Crews opened the low gate on Saturday, Feb. 23."),
    ("date-conflict", "The district was fined for missing an inspection in March 2023."),
    ("relative-date", "A public meeting on the repairs is set for Tuesday."),
]
TRAPS = [
    "Welsby was told to leave a day after water began leaking through the spillway.",
    "Crews opened the low gate a day after the state engineer ordered the reservoir lowered.",
    "The board hired Cutbank Engineering three weeks before the leak was found.",
    "Leland resigned on Tuesday, before a public meeting at which 400 people shouted.",
    "Families came home after the sheriff lifted the evacuation order.",
    "The district was fined in 2024, the year before the leak.",
    "The state rejected the repair plan after crews had opened the low gate.",
    "After the meeting, people shouted at the board again.",
    "Highway 12, which was closed below the dam, is open.",
    "Two of the town’s wells are still off.",
    "Dale Pruitt is missing 30 head of cattle.",
    "The hardware store is out of sandbags.",
    "Rosa Amaya runs the dam safety office.",
    "The office of dam safety operates the low gate.",
    "Leland is no longer on leave: he resigned.",
    "Curt Leland, who was on leave, resigned on Tuesday.",
    "The Halden Irrigation District owns the dam.",
    "The spillway is cracked.",
    "The helicopter is grounded.",
    "The evacuation order is over.",
    "People there boil their water.",
    "The leak began on Wednesday, Feb. 19.",
    "The repair plan was submitted on Feb. 26, a week after the leak was found.",
    "Anita Roe, the deputy, will run the district.",
    "Is Highway 12 closed?",
    "“Highway 12 is closed,” a sign says.",
]
