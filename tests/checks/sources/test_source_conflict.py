"""source-conflict: one thing, and two accounts of it in the sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.examples import conflicts_found

_MERGER = {
    "wire": "Orbel Foods approached Tastik in March about a merger, people close to the talks "
    "said. The two makers of frozen meals have factories in nine countries.\n\nShares rose.",
    "daily": "Tastik approached Orbel Foods in March about a merger of the two makers of frozen "
    "meals, its chairman told shareholders on Monday.",
}
_SUIT = {
    "star": "The Dunmore Anglers filed a lawsuit against the salmon farm in June over lice that "
    "spread to the river. A hearing is set for October.",
    "echo": "The salmon farm was sued by Clean Rivers Ireland over lice that spread to the river. "
    "Its owner says that the water is clean.",
}
_RESCUE = {
    "north": "The coast guard of Norway rescued the crew of the trawler after it struck ice on "
    "Friday night east of Svalbard. All 17 men are well.",
    "south": "The crew of the trawler was rescued by Iceland after it struck ice east of Svalbard "
    "on Friday night, the shipowner said.",
}
_AWARD = {
    "arts": "The Harlow Prize for a first novel was awarded by the Larkin Society to a teacher "
    "from Leeds on Tuesday evening in York.",
    "books": "The Brontë Trust awarded the Harlow Prize for a first novel to a teacher from Leeds "
    "at a dinner in York on Tuesday.",
}
_PAROLE = {
    "court": "The board checked the files of 1,340 prisoners over the summer, the ministry said.",
    "union": "The ministry released 1,340 prisoners over the summer without a hearing, the prison "
    "officers' union said.",
}
_TOXIN = {
    "lab": "The spill killed 2,300 salmon at the hatchery, the laboratory found. Pumps failed.",
    "farm": "Some 2,300 salmon went missing from the hatchery in the spill, its manager said.",
}
_WARRANT = {
    "press": "Judge Carla Mendes ordered the search of the archbishop's palace, the court said on "
    "Monday. Officers took away 40 boxes of papers.",
    "radio": "Prosecutor Rui Tavares ordered the search of the archbishop's palace, from which "
    "officers took away boxes of papers on Monday.",
}
_PLANT = {
    "city": "Grenoble sold the bus depot to Alpina Housing for one euro in 2023, the records show. "
    "The site is to hold 200 flats.",
    "paper": "Grenoble sold the bus depot to Valmont Holdings for one euro in 2023. The flats on "
    "the site, 200 of them, are to be let.",
}
_HOSPITAL = {
    "gazette": "Northfield Hospital paid Medisys for the software that failed in May, an audit "
    "found. Doctors went back to paper.",
    "times": "The county paid Medisys for the software that failed in May. Doctors at Northfield "
    "Hospital went back to paper.",
    "post": "Lakeland Trust paid Medisys for the software that failed in May, its accounts show.",
}
_STADIUM = {
    "one": "Ana Prieto painted the mural on the stadium wall in 1988, the club's historian says. "
    "It shows the team of that year.",
    "two": "The mural on the stadium wall was painted in 1988 by Luis Ferrer and shows the team of "
    "that year.",
}

FOUND = [
    pytest.param(
        "Orbel Foods approached Tastik in March about a merger.", _MERGER, "Orbel Foods",
        id="merger",
    ),
    pytest.param(
        "The Dunmore Anglers filed a lawsuit against the salmon farm over lice.", _SUIT,
        "Dunmore Anglers", id="suit",
    ),
    pytest.param(
        "Plaintiff: Dunmore Anglers (sued the salmon farm in June)", _SUIT, "Dunmore Anglers",
        id="plaintiff",
    ),
    pytest.param(
        "The Larkin Society awarded the Harlow Prize for a first novel to a teacher from Leeds.",
        _AWARD, "Larkin Society", id="award",
    ),
    pytest.param(
        "The board checked 1,340 files of prisoners over the summer.", _PAROLE, "checked 1,340",
        id="checked or released",
    ),
    pytest.param(
        "The spill killed 2,300 salmon at the hatchery.", _TOXIN, "killed 2,300", id="salmon"
    ),
    pytest.param(
        "Judge Carla Mendes ordered the search of the archbishop's palace on Monday.", _WARRANT,
        "Carla Mendes", id="who ordered",
    ),
    pytest.param(
        "Grenoble sold the bus depot to Alpina Housing for one euro.", _PLANT, "Alpina Housing",
        id="who bought",
    ),
    pytest.param(
        "Northfield Hospital paid Medisys for the software that failed in May.", _HOSPITAL,
        "Northfield Hospital", id="who paid",
    ),
    pytest.param(
        "The mural on the stadium wall was painted by Ana Prieto in 1988.", _STADIUM, "Ana Prieto",
        id="who painted",
    ),
]  # fmt: skip

_COACH = {
    "wire": "Petra Lindqvist resigned as head coach of Malmo Wolves on Thursday after three "
    "defeats, the club said. Her assistant takes over.",
    "fan": "The Malmo Wolves dismissed head coach Petra Lindqvist on Thursday after three defeats "
    "in a row, a board member told this paper.",
}
_FESTIVAL = {
    "city": "The Halle jazz festival was postponed after the river flooded the park, the city "
    "said. A new date is being sought.",
    "music": "The Halle jazz festival was cancelled after the river flooded the park. Tickets "
    "will be paid back.",
}
_BELT = {
    "police": "The driver of the coach was wearing a seat belt when it overturned at Kotor, police "
    "said. Three people are in hospital.",
    "doctor": "The driver of the coach was not wearing a seat belt when it overturned at Kotor, "
    "according to a doctor who treated him.",
}
_PLEA = {
    "court": "Former treasurer Ilse Brandt pleaded guilty in Linz to taking money from the choir.",
    "radio": "Former treasurer Ilse Brandt pleaded not guilty in Linz to taking money from the "
    "choir. The trial begins in May.",
}
_PRICES = {
    "bank": "House prices in Tallinn rose in January by two per cent, the bank said on Friday.",
    "agents": "House prices in Tallinn fell in January, the association of agents said on Friday.",
}
_FIRE = {
    "brigade": "The fire at the Aldous bakery in Ripon started in the kitchen on Sunday, the fire "
    "service said. Nobody was hurt.\n\nThe shop had been shut for the holidays.",
    "tenant": "The fire at the Aldous bakery in Ripon started in the basement, a tenant told the "
    "paper. The owner of the shop was away.",
}
_STABBING = {
    "agency": "A waiter was attacked with a hammer outside the Cafe Prado in Murcia, the court "
    "heard.",
    "local": "The waiter was attacked with a knife outside the Cafe Prado in Murcia on his way "
    "home, police said.",
}
FOUND += [
    pytest.param(
        "The fire at the Aldous bakery in Ripon started in the kitchen.", _FIRE, "kitchen",
        id="kitchen",
    ),
    pytest.param(
        "The waiter was attacked with a hammer outside the Cafe Prado.", _STABBING, "hammer",
        id="hammer",
    ),
    pytest.param(
        "Petra Lindqvist resigned as head coach of Malmo Wolves.", _COACH, "resigned", id="coach"
    ),
    pytest.param(
        "The Halle jazz festival was postponed after the river flooded the park.", _FESTIVAL,
        "postponed", id="festival",
    ),
    pytest.param(
        "The driver of the coach was wearing a seat belt when it overturned at Kotor.", _BELT,
        "wearing", id="belt",
    ),
    pytest.param(
        "Former treasurer Ilse Brandt pleaded guilty to taking money from the choir.", _PLEA,
        "pleaded", id="plea",
    ),
    pytest.param("House prices in Tallinn rose in January.", _PRICES, "rose", id="prices"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "seeds", "words"), FOUND)
def test_two_accounts_are_found(
    body: str, seeds: dict[str, str], words: str, tmp_path: Path
) -> None:
    found = conflicts_found("source-conflict", body, tmp_path, seeds)
    assert len(found) == 1
    text = (tmp_path / found[0].place.path).read_text()
    assert text[found[0].place.start : found[0].place.end] == words
    assert len({one.seed for one in found[0].evidence}) == len(found[0].evidence) >= 2
    assert "?" in found[0].message


_SPOKEN = {
    "first": "Police in Graz arrested a man of 44 over the theft of the altar, spokeswoman Eva "
    "Lind said on Monday.",
    "second": "Officers arrested a man of 44 over the theft of the altar in Graz on Monday.",
}
_ALIAS = {
    "first": "The Federal Aviation Office (FAO) grounded the jets after cracks were found in "
    "March.",
    "second": "FAO grounded the jets after cracks were found in two wings in March.",
}
_TWO_SUITS = {
    "first": "The Dunmore Anglers sued the salmon farm over lice that spread to the river.",
    "second": "In a separate case, the salmon farm was sued by Clean Rivers Ireland over lice that "
    "spread to the river.",
}
_BOTH_DID = {
    "first": "Peru asked the museum in Berlin to return the gold mask in May. Bolivia asked for a "
    "loan of the mask.",
    "second": "Bolivia asked the museum in Berlin in May about the gold mask, and so did Peru.",
}
_OTHER_DEEDS = {
    "first": "Kenya sent 400 soldiers to the border with Somalia after the raid.",
    "second": "Ethiopia sent aid to the villages on the border with Somalia after the floods.",
}
_CARRIED_ON = {
    "first": "The registry checked 5,120 forms and sent all 5,120 to the court.",
    "second": "The registry sent 5,120 forms to the court, it said.",
}
_MORE_EXACT = {
    "first": "The ministry closed the mine after gas was found in two shafts on Monday.",
    "second": "Mining Minister Piotr Halas closed the mine after gas was found in two shafts.",
}
_SILENT_SOURCE = {
    "first": "Linda Asante wrote the report on the collapse of the grandstand for the league.",
    "second": "The report on the collapse of the grandstand was written for the league last year.",
}
_LATER = {
    "first": "Marsden Rail bought the night train from Nordbahn in 2019, with its 60 cars.",
    "second": "In 2024 Polaris bought the night train from Marsden Rail, with 52 of its cars.",
}
_DENIED = {
    "first": "Tessa Rowe leaked the minutes of the meeting to a blog, the board said in a letter.",
    "second": "The board did not say that Omar Haddad leaked the minutes of the meeting to a blog.",
}

SILENT = [
    pytest.param("Police arrested a man of 44 over the theft of the altar.", _SPOKEN, id="police"),
    pytest.param("FAO grounded the jets after cracks were found in March.", _ALIAS, id="alias"),
    pytest.param("The Dunmore Anglers sued the salmon farm over lice.", _TWO_SUITS, id="two suits"),
    pytest.param("Peru asked the museum in Berlin to return the gold mask.", _BOTH_DID, id="both"),
    pytest.param("Kenya sent 400 soldiers to the border with Somalia.", _OTHER_DEEDS, id="deeds"),
    pytest.param("The registry checked 5,120 forms.", _CARRIED_ON, id="carried on"),
    pytest.param("The ministry closed the mine after gas was found.", _MORE_EXACT, id="exact"),
    pytest.param("Linda Asante wrote the report on the grandstand.", _SILENT_SOURCE, id="silence"),
    pytest.param("Marsden Rail bought the night train from Nordbahn in 2019.", _LATER, id="later"),
    pytest.param("Tessa Rowe leaked the minutes of the meeting to a blog.", _DENIED, id="denied"),
    pytest.param(
        "Orbel Foods approached Tastik about a merger, or Tastik approached Orbel Foods: accounts "
        "differ.", _MERGER, id="accounts differ",
    ),
    pytest.param(
        "## Summary\n\nThe Dunmore Anglers sued the salmon farm over lice.\n\n## Reports differ\n\n"
        "- who sued: Dunmore Anglers [@star]; Clean Rivers Ireland [@echo]", _SUIT,
        id="reports differ",
    ),
    pytest.param(
        "Judge Carla Mendes ordered the search of the palace [@press]; another report says that "
        "Prosecutor Rui Tavares ordered it. [@radio]", _WARRANT, id="another report",
    ),
]  # fmt: skip

_IN_TURN = {
    "first": "Rangers caught the bear near Zell on Monday. They let it go on Friday.",
    "second": "Rangers released the bear in the hills above Zell on Friday, a spokesman said.",
}
_SUSPENDED = {
    "first": "The academy suspended Dr. Nadia Karim over the missing samples in January. In March "
    "the academy dismissed Dr. Nadia Karim.",
    "second": "The academy dismissed Dr. Nadia Karim over the missing samples last week.",
}
_PARTLY = {
    "first": "The council approved most of the budget for the baths on Tuesday night.",
    "second": "The council rejected some of the budget for the baths on Tuesday night.",
}
_NOT_YET = {
    "first": "The harbour office paid the pilots of Vigo for the night shifts in February.",
    "second": "The harbour office had not yet paid the pilots of Vigo for the night shifts.",
}
_WHETHER = {
    "first": "The pilot of the glider wore a parachute at Celje, the club said.",
    "second": "It was unclear whether the pilot of the glider at Celje wore no parachute.",
}
_TWO_ROOMS = {
    "first": "Officers found pills in the kitchen of the flat in Delft and cash in the bedroom.",
    "second": "Officers found letters in the bedroom of the flat in Delft.",
}
_TWO_CARS = {
    "first": "The red car hit the wall of the chapel in Llanfair at noon, the driver's wife said.",
    "second": "A black van followed it. The van passed the chapel in Llanfair and drove on.",
}
SILENT += [
    pytest.param("Officers found pills in the kitchen of the flat.", _TWO_ROOMS, id="two rooms"),
    pytest.param("The red car hit the wall of the chapel in Llanfair.", _TWO_CARS, id="two cars"),
    pytest.param("Rangers caught the bear near Zell on Monday.", _IN_TURN, id="in turn"),
    pytest.param("The academy dismissed Dr. Nadia Karim.", _SUSPENDED, id="suspended, then out"),
    pytest.param("The council approved most of the budget for the baths.", _PARTLY, id="partly"),
    pytest.param("The harbour office paid the pilots of Vigo in February.", _NOT_YET, id="yet"),
    pytest.param("The pilot of the glider wore a parachute at Celje.", _WHETHER, id="whether"),
    pytest.param(
        "Petra Lindqvist resigned as head coach of Malmo Wolves [@wire]; another report says that "
        "the club dismissed her. [@fan]", _COACH, id="told of the coach",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "seeds"), SILENT)
def test_what_is_no_conflict_and_what_is_told_are_silent(
    body: str, seeds: dict[str, str], tmp_path: Path
) -> None:
    found = conflicts_found("source-conflict", body, tmp_path, seeds)
    assert [one.message for one in found] == []
