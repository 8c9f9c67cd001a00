"""Figures, and what became of them on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.examples import findings_on, rules_on

SOURCE = (
    "Inspectors found that 12% of the 640 roofs leaked. Up to 90 houses lost power on Tuesday. "
    "The reservoir holds 1.4 million gallons. Volunteers catalogued 5,200 letters."
)


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Inspectors found that 21% of the 640 roofs leaked. [@s]", "number-unmatched"),
        ("90 houses lost power on Tuesday. [@s]", "bound-as-value"),
        ("Inspectors found that 12% leaked. [@s]", "denominator-missing"),
        ("The reservoir holds 1,400,000 gallons. [@s]", "false-precision"),
        ("Volunteers catalogued 5,200 families. [@s]", "unit-drift"),
        ("12% of the 640 roofs leaked, or 92 roofs. [@s]", "derived-number"),
    ],
)
def test_each_fault_of_a_figure_has_one_name(sentence: str, rule: str, tmp_path: Path) -> None:
    assert rules_on(sentence, tmp_path, s=SOURCE) == [rule]


@pytest.mark.parametrize(
    "sentence",
    [
        "12% of the 640 roofs leaked, or about 77 roofs. [@s]",
        "No more than 90 houses lost power on Tuesday. [@s]",
        "The reservoir holds 1.4M gallons. [@s]",
        "Volunteers catalogued over 5,000 letters. [@s]",
        "Volunteers catalogued 5,200 missives. [@s]",
    ],
)
def test_a_figure_written_otherwise_or_worked_out_is_left_alone(
    sentence: str, tmp_path: Path
) -> None:
    assert rules_on(sentence, tmp_path, s=SOURCE) == []


def test_a_share_whose_base_stands_in_another_sentence_is_left_alone(tmp_path: Path) -> None:
    body = "Of 640 roofs, 12% leaked. [@s] Inspectors found that 12% leaked. [@s]"
    assert "denominator-missing" not in rules_on(body, tmp_path, s=SOURCE)


def test_a_sum_that_fails_is_shown(tmp_path: Path) -> None:
    (one,) = findings_on("12% of the 640 roofs leaked, or 92 roofs. [@s]", tmp_path, s=SOURCE)
    assert "12% × 640 = 76.8" in one.message


def test_the_limit_is_the_mend(tmp_path: Path) -> None:
    (one,) = findings_on("90 houses lost power on Tuesday. [@s]", tmp_path, s=SOURCE)
    assert one.remedy.casefold().startswith("write up to 90")


def test_a_figure_worked_out_from_a_limit_is_a_limit(tmp_path: Path) -> None:
    source = "Fewer than 5% of the 640 roofs leaked. The town paid for the survey."
    (one,) = findings_on("32 roofs leaked. [@s]", tmp_path, s=source)
    assert one.rule == "bound-as-value"
    assert one.remedy == "write under 32 roofs" or one.remedy.startswith("write under 32")


def test_a_word_of_size_that_a_source_uses_is_the_sources(tmp_path: Path) -> None:
    source = "Thousands of singers came; fewer than 2,300 singers stayed the night."
    body = "Thousands of singers came. [@s]\n\nFewer than 2,300 singers stayed the night. [@s]"
    assert rules_on(body, tmp_path, s=source) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Inspectors found that 12% of roofs leaked. [@s]",
        "Inspectors found a rise of 12%. [@s]",
    ],
)
def test_a_share_that_says_of_what_or_that_is_a_change_needs_no_base(
    sentence: str, tmp_path: Path
) -> None:
    assert "denominator-missing" not in rules_on(sentence, tmp_path, s=SOURCE)


def test_a_sum_of_the_brief_that_fails_is_told(tmp_path: Path) -> None:
    source = "The fleet has 14 trawlers and 11 barges. All were inspected in May."
    body = "The fleet has 14 trawlers and 11 barges, a total of 31. [@s]"
    (one,) = findings_on(body, tmp_path, s=source)
    assert (one.rule, one.remedy[:8]) == ("derived-number", "write 25")


def test_a_word_of_size_with_another_in_front_is_left_alone(tmp_path: Path) -> None:
    source = "Fewer than 2,300 singers came to the quarry. The mayor sang."
    body = "Tens of thousands of singers were expected. Fewer than 2,300 singers came. [@s]"
    assert "scale-word-tension" not in rules_on(body, tmp_path, s=source)


def test_a_figure_that_another_cited_source_writes_so_is_left_alone(tmp_path: Path) -> None:
    other = "The reservoir holds 1,400,000 gallons."
    body = "The reservoir holds 1,400,000 gallons. [@s; @other]"
    assert "false-precision" not in rules_on(body, tmp_path, s=SOURCE, other=other)


_CENSUS = (
    "The ringers caught 4.1 million birds in ten years. About 36,000 of them were seen again."
    " Fewer than 1,450 were caught three times."
)


def test_a_limit_told_as_a_value_where_no_words_stand_with_it_is_told(tmp_path: Path) -> None:
    told = "The 4.1M / 36K / 1.45K pyramid is where the story lies. [@census]"
    assert "bound-as-value" in rules_on(told, tmp_path / "lost", census=_CENSUS)
    kept = told.replace("1.45K", "<1.45K")
    assert "bound-as-value" not in rules_on(kept, tmp_path / "kept", census=_CENSUS)


@pytest.mark.parametrize(
    "sentence",
    [
        "A letter signed by 5,200 people asks for a crossing. [@s]",
        "The hall can hold 700 spectators. [@s]",
        "The flood took six lives. [@s]",
    ],
)
def test_people_and_what_they_sign_may_be_called_otherwise(sentence: str, tmp_path: Path) -> None:
    source = (
        "A letter with 5,200 signatures asks for a crossing. Parents wrote it. "
        "The hall can hold 700 people. The flood killed six people."
    )
    assert rules_on(sentence, tmp_path, s=source) == []


def test_campers_are_people(tmp_path: Path) -> None:
    source = "Three campers drowned on Sunday when a gate of the dam failed."
    assert "unit-drift" not in rules_on("Three people drowned on Sunday. [@s]", tmp_path, s=source)


def test_a_small_figure_of_something_else_has_not_drifted(tmp_path: Path) -> None:
    source = "Records of three distributors show that the mill sold 900 tons. Two millers died."
    said = "This spring a wet ceiling in Osterly killed three millers. [@s]"
    assert "unit-drift" not in rules_on(said, tmp_path, s=source)


def test_whoever_is_counted_may_be_called_people(tmp_path: Path) -> None:
    source = "A cook cut her hand on Monday. The 61 other occupants of the train were unhurt."
    said = "The other 61 people on the train were unhurt. [@s]"
    assert "unit-drift" not in rules_on(said, tmp_path, s=source)


_STRIKE = (
    "A gas leak killed four workers at the Tarn mill and injured nine others on Monday. Two were "
    "arrested. The labour office has received 347 complaints about the mill since 2019.\n\n"
    "In a survey, 61 percent of the 412 welders who answered said that they had been ill. "
    "Of the 40 who wrote to us, 27, or 68 percent, named the same foreman."
)


@pytest.mark.parametrize(
    "sentence",
    [
        "The leak caused four deaths at the Tarn mill on Monday. [@s]",
        "There were nine injuries in the leak at the Tarn mill. [@s]",
        "Four people were killed in the leak at the Tarn mill. [@s]",
        "The labour office has had 347 complaints about the mill. [@s]",
        "In a survey, 61 percent of welders said that they had been ill. [@s]",
        "Of the welders who answered, 61 percent said that they had been ill. [@s]",
    ],
)
def test_what_befell_people_counts_them(sentence: str, tmp_path: Path) -> None:
    told = rules_on(sentence, tmp_path, s=_STRIKE)
    assert not {"unit-drift", "denominator-missing", "number-unmatched"} & set(told)


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Since 2019 347 workers have complained about the mill. [@s]", "unit-drift"),
        ("It had 347 complaints, and 347 workers were hurt by the mill. [@s]", "unit-drift"),
        ("Sixty-one percent of welders have been ill. [@s]", "denominator-missing"),
        ("The same foreman was named by 68 percent. [@s]", "denominator-missing"),
    ],
)
def test_complaints_are_not_those_who_complain(sentence: str, rule: str, tmp_path: Path) -> None:
    assert rule in rules_on(sentence, tmp_path, s=_STRIKE)


def test_a_range_is_told_whole_whatever_else_may_be_worked_out(tmp_path: Path) -> None:
    sources = {
        "a": "The report on the landslide may take 12 to 24 months, the ministry said.",
        "b": "The hill was cleared in 2023 and slid in 2025. The report on the landslide is due "
        "from the ministry.",
    }
    front = "---\ntitle: A\ndate: 2025-03-07\nsources: [a, b]\n---\n## Summary\n\n"
    told = rules_on(front + "The report will be out in 24 months.\n", tmp_path / "one", **sources)
    assert {"number-unmatched", "bound-as-value"} & set(told)
    kept = rules_on(front + "The report may take a year or two.\n", tmp_path / "two", **sources)
    assert not {"number-unmatched", "bound-as-value"} & set(kept)


_TOWER = (
    "The tower has 19 of the 26 trained controllers it should have, a staffing sheet shows. Of the "
    "40 buses, 12 are in the yard. The union gave the sheet to the paper."
)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The tower has 19 of its 26 controllers, which leaves it about a third short.", True),
        ("The tower has 19 of its 26 controllers, which leaves it 40% short.", True),
        ("The tower has 19 of its 26 controllers, or 63%.", True),
        ("The tower has 19 of its 26 controllers, which leaves it about a quarter short.", False),
        ("The tower has 19 of its 26 controllers, or 73%.", False),
        ("Of the 40 buses, 12, or 30%, are in the yard.", False),
        ("Of the 40 buses, 12, about a third, are in the yard.", False),
        ("The tower has 19 of its 26 controllers, and 40% of them are tired.", False),
    ],
)
def test_a_share_of_what_a_sentence_counts_comes_out(
    sentence: str, found: bool, tmp_path: Path
) -> None:
    assert ("derived-number" in rules_on(f"{sentence} [@s]", tmp_path, s=_TOWER)) is found


_TRANSFER = (
    "Rovers signed striker Emeka Okafor from Anklam for a record 41 million euros. He agreed to a "
    "four-year contract with an option for a fifth. Anklam finished third last season.\n\n"
    "Fans queued outside the stadium; police counted about 2,500 people. Of 640 members who "
    "answered a Blue Flag survey, 58 percent said they would not renew."
)
_RECORD = "The club record of 33 million euros was set in 2022 for goalkeeper Milo Sand."
_BOTH = (
    "---\ntitle: Fees\ndate: 2025-03-07\nsources: [a, b]\n---\n## Summary\n\n"
    "Rovers signed Okafor for 41 million euros. The old record, 33 million, was set in 2022.\n\n"
)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Okafor has a five-year contract.", {"number-unmatched"}),
        ("Anklam finished second last season.", {"number-unmatched", "failed-verification"}),
        ("More than half of Blue Flag’s members will not renew.", {"denominator-missing"}),
        ("The fee is 9 million euros more than the old record.", {"number-unmatched"}),
        ("Okafor has a four-year contract.", set()),
        ("Anklam finished third last season.", set()),
        ("In a Blue Flag survey, 58% said that they would not renew.", set()),
        ("The fee is 8 million euros more than the old record.", set()),
        ("Some 2,500 fans queued outside the stadium.", set()),
    ],
)
def test_contracts_ranks_and_records(sentence: str, found: set[str], tmp_path: Path) -> None:
    told = set(rules_on(f"{_BOTH}{sentence}\n", tmp_path, a=_TRANSFER, b=_RECORD))
    rules = {"number-unmatched", "failed-verification", "denominator-missing", "unit-drift"}
    assert told & found if found else not told & rules


def test_some_of_a_few_may_be_told_without_the_few(tmp_path: Path) -> None:
    source = "Two of the five shelters took in families on Monday, the town said."
    assert rules_on("Two shelters took in families on Monday. [@s]", tmp_path, s=source) == []


_OUTAGE = (
    "The storm left about 8,400 customers without power on Monday, the utility said. Crews "
    "restored 2,100 homes by night.\n\nA bank said that 1,900 customers had lost money."
)


@pytest.mark.parametrize(
    ("sentence", "drifts"),
    [
        ("About 8,400 people were without power on Monday. [@s]", True),
        ("The storm left about 8,400 residents without power. [@s]", True),
        ("The storm left about 8,400 customers without power. [@s]", False),
        ("About 1,900 people had lost money, a bank said. [@s]", False),
    ],
)
def test_a_customer_of_a_utility_is_a_household(
    sentence: str, drifts: bool, tmp_path: Path
) -> None:
    assert ("unit-drift" in rules_on(sentence, tmp_path, s=_OUTAGE)) is drifts
