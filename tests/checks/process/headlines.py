"""Invented briefs whose bodies are right, to be put under headlines that are or are not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nutgraf.model import Finding
from tests.checks.examples import findings_on
from tests.checks.time.stories import source


@dataclass(frozen=True)
class Body:
    """The body of a brief, and its sources."""

    text: str
    seeds: Mapping[str, str]


FIRE = Body(
    """## Summary

A fire at the Brackley rubber plant killed 4 workers on Tuesday, the fire service said. About 600
people were told to leave their homes. A faulty heater may have started it, an investigator said.

## Key Points

- The plant’s owner, Tollgate Rubber, was fined $1.28 million in 2023 over blocked exits.
- Two managers are accused of falsifying inspection records, and deny it.
- Some residents have returned; officials plan to test wells this month.
""",
    {
        "wire": source(
            "County Wire",
            "2025-03-05",
            """
            BRACKLEY — A fire at a rubber plant killed four workers on Tuesday, the fire service
            said, and about 600 people were told to leave their homes.

            An investigator, Nora Pell, said a faulty heater may have started the fire. The cause
            has not been determined.

            The owner, Tollgate Rubber, was fined $1.28 million in 2023 over blocked exits.
            """,
        ),
        "courier": source(
            "Brackley Courier",
            "2025-03-06",
            """
            Prosecutors accuse two managers of falsifying inspection records at the Brackley
            plant. Both deny the charge, their lawyer said.

            Some residents have returned. County officials plan to test wells this month.
            """,
        ),
    },
)
STUDY = Body(
    """## Summary

People who drank three cups of coffee a day had a lower risk of stroke in a study of 41,000
adults. The study found a link, not a cause, its authors said. Coffee could help some patients
with high blood pressure.

## Key Points

- The risk was 18% lower than among people who drank none.
- The trade group Bean Council paid for part of the work at Larch University.
- Regulators are considering whether to allow health labels.
""",
    {
        "journal": source(
            "Health Journal",
            "2025-03-04",
            """
            People who drank three cups of coffee a day had an 18% lower risk of stroke than people
            who drank none, in a study of 41,000 adults led by Larch University.

            The authors said they had found a link, not a cause. Coffee could help some patients
            with high blood pressure, they wrote.

            The Bean Council, a trade group, paid for part of the work.
            """,
        ),
        "wire": source(
            "Science Wire",
            "2025-03-05",
            """
            Coffee may be linked to fewer strokes, a study of 41,000 adults suggests. Regulators are
            considering whether to allow health labels, an official said on Wednesday.
            """,
        ),
    },
)
BANK = Body(
    """## Summary

Federal prosecutors charged Dorran Bank’s former chairman, Luis Ferro, with fraud on Thursday.
He is accused of hiding $310 million in bad loans, and pleaded not guilty. The bank is in talks
with Keswick Capital about a sale.

## Key Points

- Shares fell 23% on Thursday.
- The bank disclosed in a filing that it had sent wrong figures to the regulator, potentially in
  breach of reporting rules.
- Most branches will stay open, the bank said; up to 40 could close.
""",
    {
        "post": source(
            "Capital Post",
            "2025-03-06",
            """
            Federal prosecutors on Thursday charged the former chairman of Dorran Bank, Luis Ferro,
            with fraud. He is accused of hiding $310 million in bad loans. Ferro pleaded not guilty.

            Shares fell 23%. The bank said most branches would stay open; up to 40 could close.
            """,
        ),
        "ledger": source(
            "Money Ledger",
            "2025-03-06",
            """
            Dorran Bank is in talks with Keswick Capital about a sale, the bank said.

            In a filing, the bank disclosed that it had sent wrong figures to the regulator,
            potentially in breach of reporting rules.
            """,
        ),
    },
)
STRIKE = Body(
    """## Summary

Bus drivers in Marlow will strike for two days from Monday unless talks succeed, their union said.
The city has offered 4%; the union wants 7%. Mayor Ines Aldana said the city could not pay more.

## Key Points

- About 1,900 drivers voted, and 87% of them backed a strike.
- Several schools may close on Monday.
- A judge temporarily blocked a plan to hire replacements.
""",
    {
        "times": source(
            "Marlow Times",
            "2025-03-06",
            """
            Bus drivers in Marlow will strike for two days from Monday unless talks succeed, their
            union said on Thursday. The city has offered a raise of 4%; the union wants 7%.

            About 1,900 drivers voted, and 87% backed a strike. Mayor Ines Aldana said the city
            could not pay more.
            """,
        ),
        "wire": source(
            "State Wire",
            "2025-03-06",
            """
            A judge on Thursday temporarily blocked Marlow's plan to hire replacement drivers.
            Several schools may close on Monday, the school board said.
            """,
        ),
    },
)


def told(
    body: Body, folder: Path, *, title: str = "The week", subject: str = "", preheader: str = ""
) -> list[Finding]:
    """What headline-overreach finds in a brief with that body under those headlines."""
    front = {"title": title, "subject": subject, "preheader": preheader}
    lines = "".join(f"{key}: {value}\n" for key, value in front.items() if value)
    names = ", ".join(body.seeds)
    brief = f"---\n{lines}date: 2025-03-07\nsources: [{names}]\n---\n{body.text}"
    return findings_on(brief, folder, **body.seeds)


def rules_told(body: Body, folder: Path, **front: str) -> list[str]:
    """The names of the rules that speak of the headlines, notes left out."""
    found = told(body, folder, **front)
    return [one.rule for one in found if one.severity != "note" and one.place.line < 6]
