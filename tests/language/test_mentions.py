from __future__ import annotations

import pytest

from nutgraf.language.mentions import antecedent, introduced, people, surname_of


def _names(text: str) -> list[str]:
    return [text[mention.start : mention.end] for mention in people(text)]


def test_people_are_named_in_full_and_then_by_surname() -> None:
    assert _names("On Monday Ann B. Lee met Mr. Day. Later Lee’s car left.") == [
        "Ann B. Lee",
        "Mr. Day",
        "Lee",
    ]


def test_bodies_places_days_and_offices_are_no_people() -> None:
    text = "The White House, Harbour Board, New York, BBC News and the Old Crane. Monday Night."
    assert _names(text) == []
    assert _names("Chief Risk Officer Ann Lee spoke.") == ["Ann Lee"]
    assert _names("Tidewater slept. The.") == []


def test_the_end_of_a_sentence_is_no_part_of_the_next_name() -> None:
    assert _names("They sell in Wales. Mr Ben Day agreed.") == ["Mr Ben Day"]
    assert _names("Gov. Ann Lee agreed.") == ["Gov. Ann Lee"]


@pytest.mark.parametrize(
    ("name", "surname"),
    [("Ann B. Lee", "lee"), ("Ann Lee Jr.", "lee"), ("Lee’s", "lee"), ("", "")],
)
def test_the_surname_is_the_last_name(name: str, surname: str) -> None:
    assert surname_of(name) == surname


def test_a_pronoun_passes_over_names_of_the_other_sex_and_titles() -> None:
    text = "Mary Lee met John Day and Mr. Roe and Mrs. Poe there, and"
    found = people(text)
    he, she = antecedent(found, len(text), "he"), antecedent(found, len(text), "she")
    assert he is not None
    assert she is not None
    assert (he.name, she.name) == ("Mr. Roe", "Mrs. Poe")
    assert antecedent(people("Mary Lee left."), 14, "he") is None
    assert antecedent(found, len(text), "they") is not None


def test_a_name_that_begins_a_sentence_goes_before_a_nearer_one() -> None:
    text = "Ann Lee came to see Sam Poe. "
    found = antecedent(people(text), len(text), "they")
    assert found is not None
    assert found.name == "Ann Lee"


def test_a_name_far_back_is_not_taken() -> None:
    text = "Ann Lee left. " + "It rained. " * 300
    assert antecedent(people(text), len(text), "she") is None


def test_a_lone_surname_leads_to_the_full_name_before_it() -> None:
    text = "Ann Lee left. Bob Day stayed. Mr. Lee"
    found = people(text)
    here = introduced(found, 30, "Lee")
    assert here is not None
    assert text[here.full[0] : here.full[1]] == "Ann Lee"
    assert introduced(found, 30, "Ann Lee") is None
    assert introduced(found, 30, "Poe") is None
    assert introduced(found, 30, "officials") is None
