from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.dates import read
from nutgraf.language.when import When

THURSDAY = date(2026, 2, 12)


def only(text: str, published: date | None = THURSDAY) -> When:
    found = read(text, published=published)
    assert len(found) == 1, [when.text for when in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("filed Wednesday", "2026-02-11", "2026-02-11", "day"),
        ("on Thursday", "2026-02-12", "2026-02-12", "day"),
        ("on Friday", "2026-02-06", "2026-02-06", "day"),
        ("last Thursday", "2026-02-05", "2026-02-05", "day"),
        ("next Thursday", "2026-02-19", "2026-02-19", "day"),
        ("this Friday", "2026-02-13", "2026-02-13", "day"),
        ("It will meet on Tuesday", "2026-02-17", "2026-02-17", "day"),
        ("Monday night", "2026-02-09", "2026-02-09", "day"),
        ("yesterday", "2026-02-11", "2026-02-11", "day"),
        ("tomorrow", "2026-02-13", "2026-02-13", "day"),
        ("the day before yesterday", "2026-02-10", "2026-02-10", "day"),
        ("overnight", "2026-02-11", "2026-02-12", "day"),
        ("Jan. 21", "2026-01-21", "2026-01-21", "day"),
        ("21 January", "2026-01-21", "2026-01-21", "day"),
        ("the 21st of January", "2026-01-21", "2026-01-21", "day"),
        ("Sept. 11", "2025-09-11", "2025-09-11", "day"),
        ("The vote is due on March 3", "2026-03-03", "2026-03-03", "day"),
        ("the March 3 deadline", "2026-03-03", "2026-03-03", "day"),
        ("They met on March 3", "2025-03-03", "2025-03-03", "day"),
        ("Tuesday, March 3", "2026-03-03", "2026-03-03", "day"),
        ("Jan. 21, 2026", "2026-01-21", "2026-01-21", "day"),
        ("2026-01-21", "2026-01-21", "2026-01-21", "day"),
        ("1/21/2026", "2026-01-21", "2026-01-21", "day"),
        ("21/1/98", "1998-01-21", "1998-01-21", "day"),
        ("Jan. 3-5", "2026-01-03", "2026-01-05", "span"),
        ("3–5 January 2020", "2020-01-03", "2020-01-05", "span"),
        ("Oct. 15-Nov. 2, 2020", "2020-10-15", "2020-11-02", "span"),
        ("in January", "2026-01-01", "2026-01-31", "month"),
        ("last April", "2025-04-01", "2025-04-30", "month"),
        ("last February", "2025-02-01", "2025-02-28", "month"),
        ("this February", "2026-02-01", "2026-02-28", "month"),
        ("next March", "2026-03-01", "2026-03-31", "month"),
        ("Congress will vote in June", "2026-06-01", "2026-06-30", "month"),
        ("in June 2020", "2020-06-01", "2020-06-30", "month"),
        ("early March", "2025-03-01", "2025-03-14", "month"),
        ("from March to May", "2025-03-01", "2025-05-31", "span"),
        ("last month", "2026-01-01", "2026-01-31", "month"),
        ("next month", "2026-03-01", "2026-03-31", "month"),
        ("last week", "2026-02-01", "2026-02-08", "week"),
        ("earlier this week", "2026-02-08", "2026-02-12", "week"),
        ("later this month", "2026-02-12", "2026-02-28", "month"),
        ("last weekend", "2026-02-06", "2026-02-08", "week"),
        ("this weekend", "2026-02-07", "2026-02-08", "week"),
        ("next weekend", "2026-02-14", "2026-02-15", "week"),
        ("last night", "2026-02-11", "2026-02-12", "day"),
        ("that night", None, None, "day"),
        ("last year", "2025-01-01", "2025-12-31", "year"),
        ("late last year", "2025-07-20", "2025-12-31", "year"),
        ("this quarter", "2026-01-01", "2026-03-31", "quarter"),
        ("last decade", "2010-01-01", "2019-12-31", "decade"),
        ("this century", "2000-01-01", "2099-12-31", "century"),
        ("the past week", "2026-02-05", "2026-02-12", "week"),
        ("summer 2025", "2025-06-01", "2025-09-22", "season"),
        ("last summer", "2025-06-01", "2025-09-22", "season"),
        ("over the summer", "2025-06-01", "2025-09-22", "season"),
        ("this spring", "2026-03-01", "2026-06-20", "season"),
        ("next fall", "2026-09-01", "2026-12-20", "season"),
        ("this winter", "2025-12-01", "2026-03-20", "season"),
        ("Q3 2025", "2025-07-01", "2025-09-30", "quarter"),
        ("the third quarter", "2025-07-01", "2025-09-30", "quarter"),
        ("It will report in the first quarter", "2026-01-01", "2026-03-31", "quarter"),
        ("4Q '24", "2024-10-01", "2024-12-31", "quarter"),
        ("since 2019", "2019-01-01", "2019-12-31", "year"),
        ("mid-2020", "2020-04-01", "2020-09-30", "year"),
        ("in 2010-12", "2010-01-01", "2012-12-31", "span"),
        ("between 2011 and 2014", "2011-01-01", "2014-12-31", "span"),
        ("the 1990s", "1990-01-01", "1999-12-31", "decade"),
        ("the '60s", "1960-01-01", "1969-12-31", "decade"),
        ("the 19th century", "1801-01-01", "1900-12-31", "century"),
        ("the nineteenth century", "1801-01-01", "1900-12-31", "century"),
        ("fiscal 2025", "2024-04-01", "2026-03-31", "year"),
        ("FY24", "2023-04-01", "2025-03-31", "year"),
        ("three days ago", "2026-02-09", "2026-02-09", "day"),
        ("two weeks ago", "2026-01-25", "2026-02-02", "week"),
        ("five hours ago", "2026-02-11", "2026-02-12", "day"),
    ],
)  # fmt: skip
def test_times_are_intervals(
    text: str, first: str | None, last: str | None, precision: str
) -> None:
    when = only(text)
    told = [day and day.isoformat() for day in (when.first, when.last)]
    assert (told, when.precision) == ([first, last], precision)


@pytest.mark.parametrize("text", ["two years ago", "a decade ago", "several months ago",
                                  "a couple of years ago", "ten years from now"])  # fmt: skip
def test_round_times_ago_are_wide(text: str) -> None:
    when = only(text)
    assert when.first
    assert when.last
    assert (when.last - when.first).days > 30


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("at 5:30 p.m.", "17:30"),
        ("at 9am", "09:00"),
        ("at 12 a.m.", "00:00"),
        ("17:05 GMT", "17:05"),
    ],
)
def test_times_of_day(text: str, clock: str) -> None:
    assert only(text).clock == clock


@pytest.mark.parametrize(
    "text",
    [
        "He may march", "August Wilson sat", "the second fall", "a spring lock", "2010 people",
        "1,999", "$2010", "2010 miles", "2019.5", "June Carter sang", "to march", "the March",
        "it fell", "the Sun", "Jan van Dyck", "13/32/2020", "2026-13-45", "2019-2018", "no. 2019",
        "99th century", "the quarterfinal", "Feb. 30, 2021", "31/31/2020", "30/2/2021",
    ],
)  # fmt: skip
def test_names_verbs_and_numbers_are_no_times(text: str) -> None:
    assert read(text, published=THURSDAY) == ()


def test_may_and_march_are_months_where_they_stand_like_dates() -> None:
    assert only("in May").month == 5
    assert only("late March").month == 3
    assert only("May 5").day == 5


def test_without_publication_what_is_known_is_kept_and_the_rest_open() -> None:
    weekday, month, day = (only(t, None) for t in ("on Wednesday", "in January", "Jan. 21"))
    assert (weekday.weekday, weekday.first, weekday.resolved) == (2, None, False)
    assert (month.month, month.first) == (1, None)
    assert (day.month, day.day, day.first) == (1, 21, None)
    for text in ("yesterday", "last week", "two years ago", "Q2", "over the summer", "that year"):
        assert only(text, None).first is None


def test_it_is_told_what_a_time_was_read_against() -> None:
    assert only("on Wednesday").against == THURSDAY
    assert only("on Wednesday").resolved
    assert not only("Jan. 21, 2026").resolved


def test_the_previous_summer_is_read_against_the_time_before_it() -> None:
    november, summer = read("A ruling last November on the previous summer", published=THURSDAY)
    assert november.first == date(2025, 11, 1)
    assert summer.first == date(2025, 6, 1)


def test_a_year_told_with_the_end_of_a_span_is_that_of_its_beginning() -> None:
    assert only("from March 3 to April 5, 2024", None).first == date(2024, 3, 3)
    start, end = read("from Feb. 30 to April 5, 2024", published=None)
    assert start.first is None
    assert end.first == date(2024, 4, 5)


def test_day_and_month_that_may_be_swapped_are_told() -> None:
    assert only("1/2/2026").other == (date(2026, 2, 1), date(2026, 2, 1))
    assert only("2/2/2026").other is None


def test_relations() -> None:
    told = [only(t).relation for t in ("since 2019", "until 2019", "before 2019", "after 2019",
                                       "by 2019", "in 2019")]  # fmt: skip
    assert told == ["since", "until", "before", "after", "by", ""]


def test_a_leap_day_without_a_leap_year_near_is_the_last_one() -> None:
    when = only("Feb. 29", date(2026, 6, 1))
    assert when.first == date(2024, 2, 29)


def test_times_of_day_join_no_span() -> None:
    assert [when.precision for when in read("Monday to 5 p.m.", published=THURSDAY)] == [
        "day", "time",
    ]  # fmt: skip
    assert len(read("2011 and 2014", published=None)) == 2
    assert len(read("2014 to 2011", published=None)) == 2


WORDS = st.lists(
    st.sampled_from(
        [
            "last",
            "next",
            "this",
            "the",
            "previous",
            "May",
            "March",
            "Jan.",
            "5",
            "31",
            "2019",
            "1/2/2020",
            "Friday",
            "summer",
            "fall",
            "week",
            "year",
            "ago",
            "two",
            "years",
            "early",
            "late",
            "-",
            "–",
            "to",
            "from",
            ",",
            ".",
            "Q3",
            "the",
            "1990s",
            "9999-12-31",
            "5:30",
            "pm",
            "0001-01-01",
            "30",
            "1000",
            "century",
            "19th",
            "tomorrow",
            "decade",
            "past",
            "quarter",
            "first",
            "weekend",
            "Feb.",
            "29",
        ]
    ),
    max_size=12,
).map(" ".join)
DAYS = st.none() | st.dates(min_value=date(1000, 1, 1), max_value=date(9900, 1, 1))


@given(st.text() | WORDS, DAYS)
def test_reading_never_raises_and_spans_are_inside(text: str, published: date | None) -> None:
    at = 0
    for when in read(text, published=published):
        assert at <= when.start < when.end <= len(text)
        assert when.text == text[when.start : when.end]
        assert (when.first is None) == (when.last is None)
        if when.first and when.last:
            assert when.first <= when.last
        at = when.end


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2090, 1, 1)))
def test_formats_of_a_full_date_are_one_day(day: date) -> None:
    forms = [day.isoformat(), f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%B} {day.year}",
             f"{day:%A}, {day:%B} {day.day}, {day.year}"]  # fmt: skip
    assert {(w.first, w.last) for form in forms for w in read(form, published=None)} == {(day, day)}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Two pools are to shut on 31 July.", "2026-07-31"),
        ("Applications close on 30 November.", "2026-11-30"),
        ("Results are to be presented in October.", "2026-10-01"),
        ("The pool shut on 31 July.", "2025-07-31"),
    ],
)
def test_a_day_of_what_is_to_come_is_the_next_one(text: str, first: str) -> None:
    assert only(text).first == date.fromisoformat(first)


def test_the_last_verb_before_a_day_tells_which_way_it_looks() -> None:
    for text in (
        "The pool, run by the council, shut on Friday",
        "She will not say why the door was locked on Friday",
        "A ring that would fetch a fortune was found on Friday",
    ):
        assert only(text).first == date(2026, 2, 6), text
    for text in ("He said it will open on Friday", "It must be paid by Friday"):
        assert only(text).first == date(2026, 2, 13), text


def test_more_than_some_years_ago_is_before_that() -> None:
    beyond, near = only("built more than 40 years ago"), only("built nearly 40 years ago")
    assert beyond.first is not None
    assert beyond.first.year < 1980
    assert near.last is not None
    assert near.last.year > 1988


def test_unable_to_return_on_a_day_looks_back() -> None:
    assert only("They were unable to return on Friday").first == date(2026, 2, 6)
    assert only("It waits until after March 3").relation == ""


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The mill reopens this autumn.", date(2025, 9, 1)),
        ("The mill reopened this spring.", date(2025, 3, 1)),
        ("The mill reopened this winter.", date(2024, 12, 1)),
    ],
)
def test_this_season_is_that_of_the_year(text: str, first: date) -> None:
    assert only(text, date(2025, 2, 4)).first == first


def test_a_weekday_told_from_another_day_is_not_the_last_one() -> None:
    one = only("The letter came on the Monday before the feast")
    assert (one.weekday, one.first, one.last) == (0, None, None)
    assert only("He left on Monday after the vote").first == date(2026, 2, 9)


def test_what_had_not_been_done_by_a_day_looks_back() -> None:
    assert only("Wages had not been paid by Friday").first == date(2026, 2, 6)
    assert only("They had been told to pay by Friday").first == date(2026, 2, 13)


def test_back_to_a_year_is_since_it() -> None:
    assert only("records going back to 2022").relation == "since"
    assert only("records from then to 2022").relation == "until"
