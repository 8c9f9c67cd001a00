"""date-conflict where the sources do not agree with each other: one event, and two times of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.examples import conflicts_found


def _seed(day: str, text: str) -> str:
    return f"---\ntitle: A report\npublished: {day}\n---\n{text}\n"


_STRIKE = {
    "wire": _seed(
        "2025-03-06",
        "The tram drivers of Aarhus began their strike on Monday over shifts, the union said. "
        "Buses ran as usual.",
    ),
    "local": _seed(
        "2025-03-06",
        "Aarhus woke to a second week of chaos. The tram drivers began their strike over shifts "
        "on Tuesday, according to the city. Talks are to go on.",
    ),
}
_BRIDGE = {
    "guide": _seed(
        "2025-03-01",
        "The iron bridge at Calder was built in 1874 by the railway and painted green in the war.",
    ),
    "trust": _seed(
        "2025-02-01",
        "Built for coal trains, the iron bridge is listed. The railway built the iron bridge at "
        "Calder in 1886, records show.",
    ),
}
_BLAST = {
    "radio": _seed(
        "2025-03-05",
        "The explosion wrecked the bakery in Lviv at 6:40 a.m. on Tuesday, police said. Two "
        "people were hurt.",
    ),
    "paper": _seed(
        "2025-03-05",
        "The explosion wrecked the bakery in Lviv at 9:15 a.m. on Tuesday, when it was full "
        "of customers, a witness said.",
    ),
}
_MERGER = {
    "desk": _seed(
        "2025-03-04",
        "Regulators approved the sale of the dairy to Molkerei Nord on Feb. 12, the companies "
        "said.",
    ),
    "farm": _seed(
        "2025-03-04",
        "Farmers were told late. Regulators approved the sale of the dairy to Molkerei Nord on "
        "Feb. 21, papers show.",
    ),
    "blog": _seed("2025-03-04", "The dairy was sold to Molkerei Nord. Farmers are worried."),
}
_ROBBERY = {
    "first": _seed(
        "2025-02-20",
        "Thieves stole a Roman helmet from the museum in Trier on Jan. 14, its director said.",
    ),
    "second": _seed(
        "2025-02-20",
        "Thieves stole the Roman helmet from the museum in Trier on Jan. 24, the police said. It "
        "was insured.",
    ),
}
_BOILER = {
    "records": _seed(
        "2025-02-12",
        "Pupils were taken to hospital. The boiler of the school was last inspected in October "
        "2023, records show.",
    ),
    "office": _seed(
        "2025-02-12",
        "The superintendent said the boiler of the school was last inspected in August 2024.",
    ),
}

FOUND = [
    pytest.param("The boiler of the school was last inspected in October 2023.", _BOILER,
                 "October 2023", id="boiler"),
    pytest.param("The tram drivers of Aarhus began their strike on Monday, March 3, 2025, over "
                 "shifts.", _STRIKE, "Monday, March 3, 2025", id="strike"),
    pytest.param("The railway built the iron bridge at Calder in 1874.", _BRIDGE, "1874", id="b"),
    pytest.param("The explosion wrecked the bakery in Lviv at 6:40 a.m.", _BLAST,
                 "6:40 a.m.", id="hour"),
    pytest.param("Regulators approved the sale of the dairy to Molkerei Nord on Feb. 12, 2025.",
                 _MERGER, "Feb. 12, 2025", id="sale"),
    pytest.param("Thieves stole a Roman helmet from the museum in Trier on Jan. 14.", _ROBBERY,
                 "Jan. 14", id="helmet"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "seeds", "words"), FOUND)
def test_two_times_of_one_event_are_asked_about(
    body: str, seeds: dict[str, str], words: str, tmp_path: Path
) -> None:
    found = conflicts_found("date-conflict", body, tmp_path, seeds)
    assert [(one.severity, len(one.evidence)) for one in found] == [("warning", 2)]
    text = (tmp_path / found[0].place.path).read_text()
    assert text[found[0].place.start : found[0].place.end] == words


_ROUGHLY = {
    "first": _seed(
        "2025-03-05",
        "The boiler exploded at the school in Galway shortly after 8 a.m. on Tuesday.",
    ),
    "second": _seed(
        "2025-03-05",
        "The boiler exploded at the school in Galway at 8:12 a.m., the fire service said.",
    ),
}
_TWO_VOTES = {
    "first": _seed("2025-03-05", "The senate passed the water bill on Monday by one vote."),
    "second": _seed("2025-03-05", "The house passed the water bill on Feb. 11 with ease."),
}
_MONTH = {
    "first": _seed("2025-03-05", "The firm closed its mine at Ruda in January, workers said."),
    "second": _seed("2025-03-05", "The firm closed its mine at Ruda on Jan. 23 without notice."),
}

SILENT = [
    pytest.param("The boiler exploded at the school in Galway at 8:12 a.m.", _ROUGHLY, id="about"),
    pytest.param("The senate passed the water bill on March 3.", _TWO_VOTES, id="two votes"),
    pytest.param("The firm closed its mine at Ruda on Jan. 23.", _MONTH, id="precision"),
    pytest.param(
        "Regulators approved the sale of the dairy to Molkerei Nord on Feb. 12 [@desk]; another "
        "report says Feb. 21. [@farm]", _MERGER, id="both told",
    ),
    pytest.param("The dairy was sold to Molkerei Nord. Farmers are worried.", _MERGER, id="none"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "seeds"), SILENT)
def test_other_precision_other_events_and_what_is_told_are_silent(
    body: str, seeds: dict[str, str], tmp_path: Path
) -> None:
    assert conflicts_found("date-conflict", body, tmp_path, seeds) == []
