"""number-conflict: one quantity, and two values of it in two sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.examples import conflicts_found

_FIRE = {
    "sentinel": "A fire swept through a furniture warehouse in Brno on Monday night, killing "
    "at least 11 people, officials said.\n\nThe blaze broke out shortly before midnight in the "
    "packing hall. Firefighters needed nine hours to bring it under control.\n\nThe owner, "
    "Kovar Group, said that the sprinklers had been tested in March.",
    "radio": "The warehouse fire in Brno killed nine people, the fire service said on Tuesday. "
    "Twenty-three others were taken to hospital with burns.\n\nThe mayor visited the site in the "
    "morning.",
    "agency": "BRNO (CTK) - At least 11 people died in a fire at a furniture warehouse, officials "
    "said. Kovar Group employs 340 people in the city.",
}
_LAYOFFS = {
    "ledger": "Halden Motors will cut 1,450 jobs at its plant in Eskilstuna, the company said on "
    "Thursday, citing weak demand for vans.\n\nThe union called the decision a betrayal. Talks "
    "begin next week.",
    "wire": "Swedish vanmaker Halden Motors said on Thursday it was cutting 1,200 jobs at its "
    "Eskilstuna plant.\n\nShares rose 4% in Stockholm. The company employs 9,000 people.",
    "blog": "Halden is cutting 1,450 jobs at Eskilstuna, reports say. The cuts come a year after "
    "a pay deal.",
}
_TRIAL = {
    "journal": "The study followed 5,412 nurses in six countries for eight years. Those who worked "
    "nights had more strokes than those who did not.",
    "health": "Researchers followed 5,142 nurses for eight years, in six countries, and found more "
    "strokes among those who work at night.",
}
_STADIUM = {
    "post": "The city council voted on Tuesday to lend the club $240 million for a new stadium on "
    "the old rail yard. The vote was 9 to 4.",
    "herald": "Council members approved a loan of $204 million to the club for the new stadium on "
    "the rail yard after six hours of debate. Neighbors promised to sue.",
    "metro": "The council approved the stadium loan late on Tuesday. Work on the rail yard is to "
    "begin in spring.",
}
_QUAKE = {
    "gazette": "The earthquake that struck the island on Sunday had a magnitude of 6.8, the "
    "geological survey said. More than 4,000 homes were damaged.",
    "times": "An earthquake of magnitude 6.3 struck the island on Sunday, according to the "
    "national institute. Roads were cut and the airport was shut.",
}
_MARCH = {
    "daily": "About 12,000 people marched through the capital on Saturday against the pension "
    "law, police said.",
    "voice": "Organisers said 40,000 people marched through the capital on Saturday against the "
    "pension law. Speeches went on until dark.",
}
_FINE = {
    "regulator": "The regulator fined the airline 3.4 million euros for cancelling flights without "
    "notice to passengers.",
    "news": "The airline was fined 4.3 million euros by the regulator for cancelling flights "
    "without telling its passengers. It will appeal.",
}
_WITNESS = {
    "morning": "Police identified the driver as Marta Olsen, 34, of Tromso. She was alone in the "
    "car.",
    "evening": "The driver, Marta Olsen, 43, was alone in the car when it left the road, the "
    "police said.",
}
_POLL = {
    "paper": "In the survey, 58% of farmers said that they would plant less maize next year, the "
    "institute said on Friday.",
    "feed": "The institute said on Friday that 48% of farmers would plant less maize next year, "
    "according to its survey.",
}
_FERRY = {
    "coast": "The ferry had 212 passengers aboard when it ran aground off Sula, the operator said. "
    "Nobody was hurt.",
    "north": "A ferry with 221 passengers aboard ran aground off Sula in fog on Wednesday. All of "
    "them were brought ashore.",
}
_VACCINE = {
    "who": "The ministry bought 2.5 million doses of the vaccine from the Serum Works in May, "
    "records show.",
    "weekly": "Records show that the ministry bought 1.5 million doses of the vaccine in May. The "
    "opposition wants an inquiry.",
    "site": "The ministry bought the vaccine in May.",
}

_BANK = {
    "times": "Nordhaven Bank agreed on Monday to buy Lindesund Sparbank for 1.9 billion kronor in "
    "shares.\n\nThe deal will cost about 640 jobs over three years, Chief Executive Karin Holt "
    "told reporters.",
    "local": "The savings bank, founded in 1862, will disappear into Nordhaven for 1.9 billion "
    "kronor.\n\nThe union said that 900 jobs would be lost over three years.",
}
_VERDICT = {
    "wire": "A jury in Denver found the skier liable for the crash. Todd Mercer, 29, had testified "
    "that the woman ran into him.",
    "post": "Jurors deliberated for six hours. Todd Mercer, 27, showed no emotion.",
}

_TOLL = {
    "monday": "---\ntitle: m\npublished: 2026-05-11\n---\nAt least nine people are dead after the "
    "dam at Harrow broke, the sheriff said.\n",
    "wednesday": "---\ntitle: w\npublished: 2026-05-13\n---\nFourteen people are dead after the "
    "dam at Harrow broke, the sheriff said.\n",
}
_ROOF = {
    "courier": "The new roof of the town hall will cost $412,000, a report says. The state pays "
    "$250,000 of that.",
    "notice": "The council awarded the contract for the roof of the town hall at a price of "
    "$398,000. It holds $14,000 in reserve for repairs to the roof.",
}
FOUND = [
    pytest.param(
        "About 640 jobs will go at Nordhaven Bank over three years.", _BANK, "About 640",
        id="over the same years",
    ),
    pytest.param(
        "Todd Mercer, 29, had testified that the woman ran into him.", _VERDICT, "29", id="skier"
    ),
    pytest.param("The fire killed at least 11 people in Brno.", _FIRE, "at least 11", id="fire"),
    pytest.param(
        "Halden Motors will cut 1,450 jobs at its Eskilstuna plant.", _LAYOFFS, "1,450", id="jobs"
    ),
    pytest.param(
        "Halden Motors is cutting 1,200 jobs in Eskilstuna. [@wire]", _LAYOFFS, "1,200", id="cited"
    ),
    pytest.param("The study followed 5,412 nurses for eight years.", _TRIAL, "5,412", id="nurses"),
    pytest.param(
        "The council will lend the club $240 million for the stadium.", _STADIUM, "$240 million",
        id="loan",
    ),
    pytest.param(
        "The earthquake on the island had a magnitude of 6.8.", _QUAKE, "6.8", id="magnitude"
    ),
    pytest.param(
        "On Saturday 40,000 people marched through the capital, organisers said.", _MARCH,
        "40,000", id="march",
    ),
    pytest.param(
        "The regulator fined the airline 3.4 million euros for cancelling flights.", _FINE,
        "3.4 million euros", id="fine",
    ),
    pytest.param("The driver was Marta Olsen, 34, of Tromso.", _WITNESS, "34", id="age"),
    pytest.param(
        "58% of farmers would plant less maize next year, a survey found.", _POLL, "58%", id="poll"
    ),
    pytest.param(
        "The ferry had 212 passengers aboard when it ran aground.", _FERRY, "212", id="ferry"
    ),
    pytest.param(
        "The ministry bought 2.5 million doses of the vaccine in May.", _VACCINE, "2.5 million",
        id="doses",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "seeds", "words"), FOUND)
def test_two_values_of_one_quantity_are_found(
    body: str, seeds: dict[str, str], words: str, tmp_path: Path
) -> None:
    found = conflicts_found("number-conflict", body, tmp_path, seeds)
    assert len(found) == 1
    text = (tmp_path / found[0].place.path).read_text()
    assert text[found[0].place.start : found[0].place.end] == words
    assert len(found[0].evidence) >= 2
    assert "?" in found[0].message


_CASUALTIES = {
    "first": "The bus crash near Oslo killed four people and injured 31, three of them children. "
    "The bus carried 52 passengers.",
    "second": "Four people died and 28 adults were hurt when a bus crashed near Oslo. The driver "
    "was among the dead. Three children were hurt.",
}
_ROUNDED = {
    "first": "The storm left 47,300 homes without power, the utility said.",
    "second": "Nearly 50,000 homes were left without power by the storm, the utility said.",
    "third": "The storm left about 47,000 homes without power. Trees blocked roads.",
}
_UPDATE = {
    "early": "Rescuers have found six bodies in the collapsed mine, the governor said on Monday. "
    "The search goes on.",
    "late": "Rescuers found three more bodies in the collapsed mine, bringing the toll to nine, up "
    "from six on Monday.",
}
_YEARS = {
    "first": "The refinery emitted 3,200 tons of sulphur dioxide last year, the agency said.",
    "second": "In 2019 the refinery emitted 5,100 tons of sulphur dioxide. It has since fitted "
    "scrubbers.",
}
_PLACES = {
    "first": "Floods killed 14 people in Kerman, officials said.",
    "second": "Floods killed 21 people in Shiraz, officials said. Roads to the north are closed.",
}
_SHARES = {
    "first": "Of the students who were asked, 62% of girls and 41% of boys said that they read for "
    "pleasure.",
    "second": "Some 51% of the students said that they read for pleasure.",
}
_AVERAGE = {
    "first": "The hospital saw 310 patients a day in January, its director said.",
    "second": "The hospital saw 9,600 patients in January, the ministry said.",
}
_BOUNDS = {
    "first": "More than 200 firefighters fought the blaze, the county said.",
    "second": "The blaze was fought by 260 firefighters from four counties.",
}
_PARTS = {
    "first": "The company will close 40 shops this year, 12 of them in Scotland.",
    "second": "The company will close 12 shops in Scotland this spring. Staff were told on Monday.",
}
_PLANNED = {
    "first": "The bridge cost 84 million euros, the ministry said. It was opened on Friday.",
    "second": "The bridge was expected to cost 60 million euros when parliament approved it.",
}
_VIEWS = {
    "first": "The film sold 310,000 tickets in its first week in France.",
    "second": "The film sold 120,000 tickets in its first week in Spain.",
}

_CLOCKS = {
    "state": "The state sued the hospital chain, saying that it waited 168 days to tell patients "
    "whose records had been copied.",
    "paper": "The hospital chain, which the state sued over records of patients that had been "
    "copied, has 28 days from being served to answer.",
}
_FUNNEL = {
    "lab": "Of 4,100 samples the laboratory tested 3,900 by Friday and found the bacteria in 212.",
    "town": "The laboratory found the bacteria in 212 samples, the town said on Friday.",
}
_FAMILY = {
    "one": "The dead are Ann Lee, 41, and a neighbour. The car left the road at noon.",
    "two": "Tom Lee, 12, was in the car that left the road. His mother died.",
}
SILENT = [
    pytest.param("The dead are Ann Lee, 41, and a neighbour.", _FAMILY, id="a family"),
    pytest.param(
        "The hospital chain waited 168 days to tell patients that records had been copied.",
        _CLOCKS, id="two clocks",
    ),
    pytest.param("The laboratory tested 3,900 samples.", _FUNNEL, id="tested and found"),
    pytest.param("The crash injured 31, three of them children.", _CASUALTIES, id="parts"),
    pytest.param("The storm left about 47,000 homes without power.", _ROUNDED, id="rounded"),
    pytest.param(
        "The new roof will cost $412,000, of which the state pays $250,000.", _ROOF,
        id="a price and a reserve",
    ),
    pytest.param("Fourteen people are confirmed dead.", _TOLL, id="a toll that rose"),
    pytest.param("Nine bodies were found in the mine.", _UPDATE, id="update"),
    pytest.param("The refinery emitted 3,200 tons of sulphur dioxide last year.", _YEARS, id="y"),
    pytest.param("Floods killed 14 people in Kerman.", _PLACES, id="places"),
    pytest.param("62% of girls said that they read for pleasure.", _SHARES, id="shares"),
    pytest.param("The hospital saw 9,600 patients in January.", _AVERAGE, id="a day"),
    pytest.param("260 firefighters fought the blaze.", _BOUNDS, id="bounds"),
    pytest.param("The company will close 40 shops this year.", _PARTS, id="part of them"),
    pytest.param("The bridge cost 84 million euros.", _PLANNED, id="planned"),
    pytest.param("The film sold 310,000 tickets in its first week in France.", _VIEWS, id="views"),
    pytest.param(
        "The fire killed at least 11 people, officials said; one report says nine.", _FIRE,
        id="one report",
    ),
    pytest.param(
        "Police put the march in the capital at 12,000 people, its organisers at 40,000.", _MARCH,
        id="both told",
    ),
    pytest.param(
        "## Summary\n\nHalden Motors will cut 1,450 jobs in Eskilstuna.\n\n## Reports differ\n\n"
        "- Jobs to be cut: 1,450 [@ledger; @blog]; 1,200 [@wire]", _LAYOFFS, id="reports differ",
    ),
    pytest.param(
        "The regulator fined the airline between 3.4 and 4.3 million euros; accounts differ.",
        _FINE, id="between",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "seeds"), SILENT)
def test_other_things_and_what_is_told_are_silent(
    body: str, seeds: dict[str, str], tmp_path: Path
) -> None:
    found = conflicts_found("number-conflict", body, tmp_path, seeds)
    assert [one.message for one in found] == []


def test_it_is_told_once_for_all_claims(tmp_path: Path) -> None:
    body = (
        "## Summary\n\nHalden Motors will cut 1,450 jobs at Eskilstuna.\n\n## Key Points\n\n"
        "- The plant in Eskilstuna loses 1,450 jobs, Halden Motors said."
    )
    found = conflicts_found("number-conflict", body, tmp_path, _LAYOFFS)
    assert [one.place.line for one in found] == [8]
    assert found[0].remedy == "write: 1,450 [@ledger; @blog]; another report says 1,200 [@wire]"
