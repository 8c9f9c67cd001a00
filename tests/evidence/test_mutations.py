"""Stories made at random: a claim that they carry is supported, and one changed word is told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.evidence.index import build
from nutgraf.evidence.judge import judge
from nutgraf.evidence.judgement import Judgement
from nutgraf.evidence.reading import read

PEOPLE = ["Maren Holt", "Tomas Okoye", "Ines Varga", "Dale Whitcomb", "Priya Raman", "Luc Ferrand"]
BODIES = ["the port authority", "the city council", "the rail regulator", "the school board"]
PLACES = ["Arholm", "Tolland", "Brackwater", "Lindow", "Castel Moro"]
THINGS = ["cranes", "classrooms", "boilers", "signals", "buses", "valves"]
ROLES = ["the harbour master", "the auditor", "the treasurer", "the chief engineer"]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday"]
QUOTED = [
    "the old pumps will never hold another winter",
    "nobody warned the crew about the broken ladder",
    "this budget leaves the youngest pupils without a teacher",
]
NUMBERS = st.integers(21, 96)
OTHER_WORDS = ["marble", "violet", "seventeen", "gently"]


@dataclass(frozen=True)
class Story:
    """What happened, in as many words as a short report has."""

    body: str
    number: int
    things: str
    place: str
    day: str
    person: str
    other: str
    role: str
    quoted: str

    @property
    def source(self) -> str:
        return (
            f"{self.place.upper()} — {self.body.capitalize()} replaced at least {self.number} "
            f"{self.things} in {self.place} on {self.day}, a report said.\n\n"
            f"“It is true that {self.quoted},” said {self.person}, {self.role}. The work was not "
            f"paid for by the state.\n\n"
            f"{self.other}, who speaks for the union, said the workers may strike in the autumn. "
            f"Some parents support them.\n"
        )


@st.composite
def stories(draw: st.DrawFn) -> Story:
    person, other = draw(st.permutations(PEOPLE))[:2]
    return Story(
        body=draw(st.sampled_from(BODIES)),
        number=draw(NUMBERS),
        things=draw(st.sampled_from(THINGS)),
        place=draw(st.sampled_from(PLACES)),
        day=draw(st.sampled_from(DAYS)),
        person=person,
        other=other,
        role=draw(st.sampled_from(ROLES)),
        quoted=draw(st.sampled_from(QUOTED)),
    )


def _judged(claim: str, story: Story) -> Judgement:
    index = build(read(story.source, date(2025, 3, 14)))
    reading = read(claim, date(2025, 3, 14))
    return judge(reading, 0, len(claim), [("report", index)])


def _told(claim: str, story: Story) -> set[str]:
    return {one.slot for one in _judged(claim, story).differences if one.certain}


def _count(story: Story) -> str:
    body = story.body.capitalize()
    return (
        f"{body} replaced at least {story.number} {story.things} in {story.place} on {story.day}."
    )


def _quotation(story: Story) -> str:
    return f"“It is true that {story.quoted},” said {story.person}."


SETTINGS = settings(max_examples=20, deadline=None)


@given(stories())
@SETTINGS
def test_what_the_story_says_is_supported(story: Story) -> None:
    for claim in (
        _count(story),
        _quotation(story),
        "The work was not paid for by the state.",
        "The workers may strike in the autumn, the union said.",
        "Some parents support the workers.",
    ):
        found = _judged(claim, story)
        assert _told(claim, story) == set(), claim
        assert found.verdict == "supported", claim


@given(stories())
@SETTINGS
def test_order_number_format_and_typography_change_nothing(story: Story) -> None:
    words = {21: "twenty-one", 40: "forty", 52: "fifty-two", 96: "ninety-six"}
    number = words.get(story.number, str(story.number))
    claim = (
        f"On {story.day}, in {story.place}, {story.body} replaced at least {number} {story.things}."
    )
    assert _judged(claim, story).verdict == "supported"
    straight = _quotation(story).replace("“", '"').replace("”", '"')
    assert _judged(straight, story).verdict == "supported"


@given(stories(), NUMBERS)
@SETTINGS
def test_another_figure_is_told_as_a_figure(story: Story, number: int) -> None:
    if number <= story.number:  # at least 40 are at least 30, too
        number = story.number + number
    assert "figure" in _told(_count(replace(story, number=number)), story)


@given(stories())
@SETTINGS
def test_a_lost_bound_is_told_as_a_figure(story: Story) -> None:
    assert "figure" in _told(_count(story).replace("at least ", ""), story)


@given(stories(), st.sampled_from(DAYS))
@SETTINGS
def test_another_day_is_told_as_a_date(story: Story, day: str) -> None:
    if day != story.day:
        assert "date" in _told(_count(replace(story, day=day)), story)


@given(stories(), st.sampled_from(PLACES))
@SETTINGS
def test_another_place_is_told_as_a_name(story: Story, place: str) -> None:
    if place != story.place:
        assert "name" in _told(_count(replace(story, place=place)), story)


@given(stories(), st.sampled_from(BODIES))
@SETTINGS
def test_another_doer_is_told(story: Story, body: str) -> None:
    if body != story.body:
        claim = _count(replace(story, body=body))
        assert _judged(claim, story).verdict != "supported", claim


@given(stories())
@SETTINGS
def test_another_speaker_is_told_as_a_speaker(story: Story) -> None:
    assert "speaker" in _told(_quotation(replace(story, person=story.other)), story)


@given(stories(), st.sampled_from(OTHER_WORDS), st.integers(0, 7))
@SETTINGS
def test_another_word_in_a_quotation_is_told_as_a_quotation(
    story: Story, word: str, place: int
) -> None:
    words = story.quoted.split()
    words[place % len(words)] = word
    assert "quotation" in _told(_quotation(replace(story, quoted=" ".join(words))), story)


@given(stories())
@SETTINGS
def test_another_polarity_is_told_as_polarity(story: Story) -> None:
    assert "polarity" in _told("The work was paid for by the state.", story)
    claim = _count(story).replace(" replaced ", " did not replace ")
    assert "polarity" in _told(claim, story), claim


@given(stories())
@SETTINGS
def test_a_lost_hedge_and_a_wider_scope_are_told_as_certainty(story: Story) -> None:
    assert "certainty" in _told("The workers will strike in the autumn.", story)
    assert _judged("All parents support the workers.", story).verdict != "supported"
