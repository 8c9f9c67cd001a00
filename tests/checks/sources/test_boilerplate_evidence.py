"""What only the page around an article has."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.checks.sources.packs import found_in, rules_in, seed

Pack = Mapping[str, str]
RULE = "boilerplate-evidence"
_CITIES = "\n".join(
    f"- {city}"
    for city in ("Cities", "Ashby", "Belton", "Corvallo", "Dunmore", "Eastwick", "Fairholm", "Gant")
)

STRIKE: Pack = {
    "page": seed(
        f"{_CITIES}\n"
        "Bus drivers strike over shifts\n"
        "Bus drivers walked out over night shifts, and 58 lines stood still. Their union wants a "
        "rest of eleven hours.\n\n"
        "The company offered a bonus of $400.\n\n"
        "Click here to read how Petra Holm won 7,300 votes\n\n"
        "Dunmore events\n"
        "Sept. 19, 2025\n"
        "The Tin Whistles\n"
        "Sept. 27, 2025\n"
        "Harvest Dance",
        title="Bus drivers strike",
        publisher="City Cards",
        published="2025-09-10",
    ),
}

MUSEUM: Pack = {
    "page": seed(
        "You can now listen to Museum Weekly!\n\n"
        "The museum has bought a bronze head for 2.4 million euros. Experts date it to the reign "
        "of Nero.\n\n"
        "The head goes on show in the north wing.\n\n"
        "Sign up for our newsletter and join 85,000 readers\n\n"
        "Upcoming events\n"
        "Oct. 3, 2025\n"
        "Night of the Mummies\n"
        "Oct. 11, 2025\n"
        "Carla Vento in concert",
        title="A bronze head",
        publisher="Museum Weekly",
        published="2025-09-09",
    ),
    "other": seed(
        "The bronze head cost 2.4 million euros, a record for the town. Director Ugo Salmi signed "
        "the papers.",
        title="A record",
        publisher="Town Paper",
        published="2025-09-10",
    ),
}

FOUND: list[tuple[Pack, str]] = [
    (STRIKE, "Bus drivers walked out on Sept. 19, 2025. [@page]"),
    (STRIKE, "Bus drivers walked out on Sept. 27. [@page]"),
    (STRIKE, "Bus drivers in Belton walked out over night shifts. [@page]"),
    (STRIKE, "In Eastwick, 58 lines stood still. [@page]"),
    (STRIKE, "Petra Holm leads the union of the bus drivers. [@page]"),
    (STRIKE, "The union has 7,300 members. [@page]"),
    (MUSEUM, "The museum bought the bronze head on Oct. 3, 2025. [@page]"),
    (MUSEUM, "The head goes on show on Oct. 11, 2025. [@page]"),
    (MUSEUM, "Carla Vento sold the bronze head. [@page]"),
    (MUSEUM, "The bronze head has drawn 85,000 people. [@page]"),
]

SILENT: list[tuple[Pack, str]] = [
    (STRIKE, "Bus drivers walked out over night shifts. [@page]"),
    (STRIKE, "58 lines stood still. [@page]"),
    (STRIKE, "The company offered a bonus of $400. [@page]"),
    (STRIKE, "Their union wants a rest of eleven hours. [@page]"),
    (STRIKE, "The bus drivers’ union wants a rest of 11 hours. [@page]"),
    (MUSEUM, "The museum has bought a bronze head for 2.4 million euros. [@page; @other]"),
    (MUSEUM, "The head goes on show in the north wing. [@page]"),
    (MUSEUM, "Experts date the bronze head to the reign of Nero. [@page]"),
    (MUSEUM, "Director Ugo Salmi signed the papers. [@other]"),
    (MUSEUM, "The head cost 2.4 million euros, a record for the town. [@other]"),
]


@pytest.mark.parametrize(("pack", "body"), FOUND)
def test_what_stands_only_around_the_article_is_told(pack: Pack, body: str, tmp_path: Path) -> None:
    told = [one for one in found_in(body, pack, tmp_path) if one.rule == RULE]
    assert [one.severity for one in told] == ["warning"]
    assert told[0].evidence


@pytest.mark.parametrize(("pack", "body"), SILENT)
def test_what_the_article_has_is_left_alone(pack: Pack, body: str, tmp_path: Path) -> None:
    assert [one for one in rules_in(body, pack, tmp_path) if one != "dangling-cite"] == []
