"""Headlines that take a step which every text under them stops short of."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.process.headlines import Body, rules_told
from tests.checks.time.stories import source

PUMPS = Body(
    """## Summary

The device agency opened an inquiry on Tuesday into insulin pumps made by Corvel after 31 users
reported that they had stopped at night. Corvel said it was helping. Users may keep the pumps.

## Key Points

- The agency is examining whether a battery recall in May was wide enough.
- Two hospitals have told patients to carry pens as a reserve.
""",
    {
        "wire": source(
            "State Wire",
            "2025-03-05",
            """
            The Device Safety Agency opened an inquiry on Tuesday into insulin pumps made by Corvel
            after 31 users reported that the pumps had stopped at night.

            The agency said it had not found that the pumps were unsafe. It is examining whether a
            battery recall in May was wide enough. Corvel said it was helping the agency.
            """,
        ),
        "post": source(
            "Lakeside Post",
            "2025-03-06",
            """
            Users may keep their Corvel pumps while the agency investigates, a spokeswoman said.
            Two hospitals have told patients to carry pens as a reserve.

            A nurse at one of them found three pumps that had been stored wet.
            """,
        ),
    },
)
RULED = Body(
    """## Summary

The ombudsman found that Trent Rail had broken its refund promise to 900 passengers, a report on
Thursday said. A court will hear an appeal in May. The regulator has opened an inquiry into fares.
""",
    {
        "wire": source(
            "State Wire",
            "2025-03-06",
            """
            The rail ombudsman found that Trent Rail had broken its refund promise to 900
            passengers, according to a report on Thursday. A court will hear an appeal in May.

            The regulator has opened an inquiry into fares at Trent Rail.
            """,
        )
    },
)
OYSTERS = Body(
    """## Summary

Two people have died and 40 have fallen ill in an outbreak that health officials link to oysters
from Tarn Bay. The harvest is closed. Officials said oysters were the likely source.

## Key Points

- The bay has 14 growers, who sold about 9 tons of oysters last month.
""",
    {
        "wire": source(
            "State Wire",
            "2025-03-05",
            """
            Two people have died and 40 have fallen ill in an outbreak of norovirus that is linked
            to oysters from Tarn Bay, health officials said on Tuesday.

            The harvest is closed. The bay has 14 growers, who sold about 9 tons of oysters last
            month.
            """,
        ),
        "post": source(
            "Tarn Post",
            "2025-03-06",
            """
            Oysters were the likely source of the illness, the county health officer said, but water
            samples are not back yet. Growers said no test had found the virus in their beds.
            """,
        ),
    },
)
FLOOD = Body(
    """## Summary

A flood killed six people in the Ardle valley on Monday. Two of them are believed to have been
hikers. The road is closed.
""",
    {
        "wire": source(
            "State Wire",
            "2025-03-05",
            """
            A flood in the Ardle valley killed six people on Monday, the fire service said. Two of
            the dead are believed to have been hikers. The flood may be linked to a burst dam.
            """,
        )
    },
)
FOREST = Body(
    """## Summary

A judge on Wednesday temporarily blocked logging in parts of the Ellis forest. The order covers two
tracts, and a hearing is set for April. The state said cutting would go on elsewhere.
""",
    {
        "wire": source(
            "State Wire",
            "2025-03-05",
            """
            A judge on Wednesday temporarily blocked logging in parts of the Ellis forest, saying a
            survey of owls was not finished. A hearing is set for April.
            """,
        ),
        "post": source(
            "Ellis Post",
            "2025-03-06",
            """
            The court's order bars logging on some of the Ellis tracts that the state has leased.
            The state said cutting would go on elsewhere. The order covers two tracts.
            """,
        ),
    },
)
PIER = Body(
    """## Summary

A judge struck down the city's pier tax on Monday. The council approved a smaller one on Tuesday.
Cafes on part of the pier stay shut.
""",
    {
        "wire": source(
            "State Wire",
            "2025-03-05",
            """
            A judge struck down the city's pier tax on Monday, ruling that it had no basis in law.
            The council approved a smaller pier tax on Tuesday. Cafes on part of the pier stay shut.
            """,
        )
    },
)

FOUND = [
    (PUMPS, "Regulator finds insulin pumps failed 31 users"),
    (PUMPS, "Watchdog confirms Corvel pumps stopped"),
    (PUMPS, "Agency concludes Corvel pumps put users at risk"),
    (PUMPS, "Device agency faults Corvel over pumps"),
    (PUMPS, "Inquiry finds insulin pumps unsafe"),
    (OYSTERS, "Tarn Bay oysters killed two"),
    (OYSTERS, "Oysters sickened 40 people, killing two"),
    (OYSTERS, "Bay’s oysters poisoned 40"),
    (FOREST, "Judge blocks Ellis forest logging"),
    (FOREST, "Court halts logging in Ellis forest"),
    (FOREST, "Judge bars logging in Ellis forest"),
]
SILENT = [
    (PUMPS, "Regulator opens inquiry into insulin pumps"),
    (PUMPS, "Agency examines pumps that failed"),
    (PUMPS, "What did the agency find in the pumps?"),
    (PUMPS, "Regulator may find pumps unsafe"),
    (PUMPS, "Pumps failed, 31 users report"),
    (RULED, "Ombudsman finds Trent Rail broke refund promise"),
    (RULED, "Watchdog faults Trent Rail over refunds"),
    (OYSTERS, "Tarn Bay oysters linked to two deaths"),
    (OYSTERS, "Two die in outbreak tied to oysters"),
    (OYSTERS, "Oysters may have killed two"),
    (OYSTERS, "Two killed, 40 ill in oyster outbreak"),
    (FLOOD, "Flood kills six in Ardle valley"),
    (FLOOD, "Ardle flood killed six"),
    (FOREST, "Judge temporarily blocks Ellis logging"),
    (FOREST, "Judge blocks some Ellis forest logging"),
    (FOREST, "Judge halts logging on two tracts for now"),
    (FOREST, "Ellis forest logging goes to court"),
    (PIER, "Judge strikes down pier tax"),
    (PIER, "Council approves smaller pier tax"),
]


@pytest.mark.parametrize(("body", "subject"), FOUND)
def test_a_step_that_no_text_takes_is_found(body: Body, subject: str, tmp_path: Path) -> None:
    assert set(rules_told(body, tmp_path, subject=subject)) == {"headline-overreach"}


@pytest.mark.parametrize(("body", "subject"), SILENT)
def test_a_step_that_a_text_takes_is_not(body: Body, subject: str, tmp_path: Path) -> None:
    assert rules_told(body, tmp_path, subject=subject) == []
