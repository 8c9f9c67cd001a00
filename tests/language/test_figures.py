from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nutgraf.language.figure import Figure
from nutgraf.language.figures import read


def only(text: str) -> Figure:
    found = read(text)
    assert len(found) == 1, [figure.text for figure in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.36M files", "1360000"),
        ("1.36 million files", "1360000"),
        ("1,360,000 files", "1360000"),
        ("1 360 000 files", "1360000"),
        ("1’360’000 files", "1360000"),
        ("13,60,000 files", "1360000"),
        ("57K files", "57000"),
        ("fifty-seven thousand files", "57000"),
        ("a dozen eggs", "12"),
        ("half a million files", "500000"),
        ("one and a half million files", "1500000"),
        ("2½ loaves", "2.5"),
        ("3,5 million files", "3500000"),
        ("5 lakh files", "500000"),
        ("a hundred and one dogs", "101"),
    ],
)
def test_one_number_is_one_value_however_it_is_written(text: str, value: str) -> None:
    assert only(text).low == only(text).high == Decimal(value)


@pytest.mark.parametrize(
    ("text", "bound", "approximation"),
    [
        ("57,000 files", "exact", ""),
        ("about 57,000 files", "exact", "about"),
        ("~57,000 files", "exact", "~"),
        ("nearly 60,000 files", "under", "nearly"),
        ("just over 3,000 files", "over", "just over"),
        ("more than 50 files", "over", ""),
        ("over 50 files", "over", ""),
        (">50 files", "over", ""),
        ("fewer than 5 files", "under", ""),
        ("<5 files", "under", ""),
        ("at least 5 files", "at least", ""),
        ("50+ files", "at least", ""),
        ("5 or more files", "at least", ""),
        ("up to 5 files", "at most", ""),
        ("as many as 50 files", "at most", ""),
        ("40-odd files", "exact", "odd"),
        ("fewer than about 50 files", "under", "about"),
        ("between 10 and 15 files", "between", ""),
        ("10 to 15 files", "between", ""),
        ("10-15 files", "between", ""),
        ("ranging from 10 to 15 files", "between", ""),
    ],
)
def test_the_words_around_a_number_bound_it(text: str, bound: str, approximation: str) -> None:
    figure = only(text)
    assert (figure.bound, figure.approximation) == (bound, approximation)
    assert figure.counts == "files"


@pytest.mark.parametrize(
    ("text", "kind", "unit", "value"),
    [
        ("$3.2bn", "money", "USD", "3200000000"),
        ("£1.5m", "money", "GBP", "1500000"),
        ("3 million euros", "money", "EUR", "3000000"),
        ("50 cents", "money", "USD", "0.5"),
        ("90p", "money", "GBP", "0.9"),
        ("5 Australian dollars", "money", "AUD", "5"),
        ("5%", "share", "%", "5"),
        ("5 per cent", "share", "%", "5"),
        ("5 percentage points", "points", "points", "5"),
        ("25 basis points", "points", "points", "0.25"),
        ("half of the town", "share", "%", "50"),
        ("three in four", "share", "%", "75"),
        ("3 out of 10", "share", "%", "30"),
        ("1/4", "share", "%", "25"),
        ("16 miles", "measure", "mile", "16"),
        ("-20°C", "measure", "°C", "-20"),
        ("80mph", "measure", "mph", "80"),
        ("two and a half years", "measure", "year", "2.5"),
        ("a 34-year-old", "age", "year", "34"),
        ("aged 34", "age", "", "34"),
        ("Ann Lee, 34, said", "age", "", "34"),
        ("dead at 66", "age", "", "66"),
        ("the 21st bridge", "ordinal", "", "21"),
        ("the twenty-first bridge", "ordinal", "", "21"),
        ("No. 4 in the list", "ordinal", "", "4"),
        ("#4 in the list", "ordinal", "", "4"),
        ("No. 4,000 in the list", "count", "", "4000"),
        ("3 times as many", "multiple", "×", "3"),
        ("twice", "multiple", "×", "2"),
        ("50x", "multiple", "×", "50"),
    ],
)
def test_kinds_and_units(text: str, kind: str, unit: str, value: str) -> None:
    figure = only(text)
    assert (figure.kind, figure.unit) == (kind, unit)
    assert figure.low == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "Boeing 737", "a leak on Flight 12", "COBOL-85", "the G7", "Channel 4",
        "under section 6103", "a 4S phone", "the 9/11 attacks", "a 911 call",
        "they flew an Airbus 320 over the bay", "they sold 3Dmaps",
    ],
)  # fmt: skip
def test_numbers_that_name_something_are_labels(text: str) -> None:
    assert only(text).kind == "label"


@pytest.mark.parametrize(
    "text",
    [
        "", "no figures here", "It may march on.", "call (202) 555-0100 now", "COVID-19",
        "a one-way street", "https://example.org/12/34?a=56", "write to desk5@example.org",
        "1. ", "as noted [12]", "1,2,3", "9" * 20, "on Jan. 21, 2026 at 5:30 p.m.", "in 2019",
        "a split second", "1-1-1-1-1", "onerous",
    ],
)  # fmt: skip
def test_what_is_no_figure_is_left_alone(text: str) -> None:
    assert read(text) == ()


def test_a_score_keeps_its_sides_and_is_no_range() -> None:
    assert only("they won 3-2").parts == (Decimal(3), Decimal(2))
    assert only("a 5-4 ruling").kind == "score"
    assert only("they lost 14-21").kind == "score"


def test_a_range_has_two_ends_and_one_unit() -> None:
    money, share = only("$10-15 million"), only("5-10%")
    assert [money.low, money.high] == [10_000_000, 15_000_000]
    assert money.unit == "USD"
    assert [share.low, share.high] == [5, 10]
    assert share.unit == "%"


def test_a_change_from_one_value_to_another_is_two_figures() -> None:
    assert [figure.low for figure in read("rose from 10 to 15 files")] == [10, 15]


def test_two_counts_joined_by_and_are_two_figures() -> None:
    assert [figure.low for figure in read("two dogs and 3 cats, 4 and 5")] == [2, 3, 4, 5]
    assert [figure.low for figure in read("$5 to 10%")] == [5, 10]
    assert [figure.low for figure in read("15-10 files or 3-2-1")][:1] == [15]


def test_precision_is_what_was_written_and_what_it_means() -> None:
    short, long = only("1.36M files"), only("1,360,000 files")
    assert [short.step, short.written, short.scale] == [10_000, 10_000, 10**6]
    assert [long.step, long.written, long.scale] == [10_000, 1, 1]


def test_what_is_counted_and_of_what() -> None:
    count, whole, share, *_ = read(
        "Roughly 470 of the 1,360 names the office sent matched, and fewer than 5% of the 470 "
        "verified records."
    )
    assert (count.counts, count.base) == ("names", "the 1,360 names")
    assert whole.counts == "names"
    assert (share.counts, share.base) == ("verified records", "the 470 verified records")


def test_vague_words_are_wide_intervals() -> None:
    dozens, tens = only("dozens of boats"), only("tens of thousands of boats")
    assert dozens.vague
    assert dozens.low == 24
    assert [tens.low, tens.high] == [20_000, 199_000]


def test_one_and_first_and_pairs_are_weak() -> None:
    assert [f.weak for f in read("One of the boats, the first boat, a pair, a third boat")] == [
        True, True, True, False,
    ]  # fmt: skip


def test_direction_of_a_change() -> None:
    found = read("Sales rose by 3%. Rents fell nearly 5%. A 4% drop. The index gave up 71 points.")
    assert [figure.direction for figure in found] == ["up", "down", "down", "down"]


def test_over_is_a_bound_only_where_it_compares() -> None:
    assert only("it took over 3 days").bound == "exact"
    assert only("Town Sued Over 3 Trees").bound == "exact"
    assert only("well over 3 million").bound == "over"


def test_others_beside_the_named_are_marked() -> None:
    assert only("the mayor and 14 others").others


def test_dates_may_be_given_by_the_caller() -> None:
    assert read("2019 files", dates=[(0, 4)]) == ()
    assert [f.low for f in read("2019 files", dates=())] == [2019]


def test_spans_take_in_qualifier_and_unit() -> None:
    figure = only("They sent “nearly 5 per cent” of it.")
    assert figure.text == "nearly 5 per cent"
    assert figure.number_start - figure.start == len("nearly ")
    assert figure.number_end - figure.number_start == 1


TEXTS = st.text(
    alphabet=st.one_of(st.sampled_from("0123456789,.$%-–/ ’'½kKmMbn:()[]@"), st.characters())
) | st.lists(
    st.sampled_from(
        [
            "one",
            "two",
            "a",
            "half",
            "and",
            "million",
            "of",
            "the",
            "third",
            "per",
            "cent",
            "5",
            "1,2",
            "$3",
            "-4",
            "10-15",
            "to",
            "between",
            "dozen",
            "about",
            "nearly",
            "May",
            "5",
            "2019",
            "%",
            "miles",
            "3-2",
            ",",
            ".",
            "–",
            "\n",
            "million",
            "thousand",
            "point",
            "hundred",
            "in",
            "over",
        ]
    ),
    max_size=30,
).map(" ".join)


@given(TEXTS)
@example("½")
@example("$½ 1/2/3 ’5 5’5 Rs. 5 $.5 .5.")
@example("one in five hundred and a half point five")
def test_reading_never_raises_and_spans_are_inside_in_order_and_apart(text: str) -> None:
    at = 0
    for figure in read(text):
        assert at <= figure.start <= figure.number_start < figure.number_end <= figure.end
        assert figure.end <= len(text)
        assert figure.text == text[figure.start : figure.end]
        assert figure.low <= figure.high
        assert figure.step > 0
        assert figure.written > 0
        at = figure.end


@given(st.integers(min_value=1, max_value=10**9))
def test_grouping_does_not_change_a_count(number: int) -> None:
    written = {f"{number:,} jobs", f"{number:,} jobs".replace(",", "\u202f"), f"{number} jobs"}
    assert {only(text).low for text in written} == {number}


@given(st.integers(min_value=1, max_value=9999), st.sampled_from(["million", "billion"]))
def test_short_forms_say_what_long_ones_say(hundredths: int, scale: str) -> None:
    amount = f"{hundredths / 100:.2f}"
    value = int(Decimal(amount) * (10**6 if scale == "million" else 10**9))
    short = f"{amount}{scale[0].upper()} jobs"
    assert only(short).low == only(f"{amount} {scale} jobs").low == only(f"{value:,} jobs").low


@given(st.integers(min_value=1, max_value=10**9))
def test_typography_does_not_change_a_figure(number: int) -> None:
    plain, set_ = only(f"over ${number:,} a year"), only(f"over\u00a0${number:,}\u00a0a year")
    assert (plain.low, plain.bound, plain.unit) == (set_.low, set_.bound, set_.unit)


@pytest.mark.parametrize(
    "text",
    ["1," * 20_000, "a " * 50_000, "9" * 100_000, "111 " * 5_000, "1-" * 20_000, "one in " * 2_000,
     "a@" * 20_000, "A" * 100_000, " " * 100_000, "hundred and " * 2_000, "1." * 20_000],
)  # fmt: skip
def test_hostile_text_is_read(text: str) -> None:
    assert all(figure.end <= len(text) for figure in read(text))


def test_a_word_between_two_numbers_belongs_to_the_first() -> None:
    assert [figure.text for figure in read("5 or less than 6 boats")] == ["5 or less", " than 6"]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("several hundred boats", "200", "990", ""),
        ("a few thousand boats", "2000", "9900", ""),
        ("half an hour later", "0.5", "0.5", "hour"),
        ("a half-hour delay", "0.5", "0.5", "hour"),
        ("close to half of it", "50", "50", "%"),
        ("minus 5 degrees", "-5", "-5", "°"),
        ("he is 6-foot-3", "6.25", "6.25", "foot"),
        ("he is 6 feet 3 inches tall", "6.25", "6.25", "foot"),
    ],
)
def test_loose_and_joined_amounts(text: str, low: str, high: str, unit: str) -> None:
    figure = only(text)
    assert [figure.low, figure.high] == [Decimal(low), Decimal(high)]
    assert figure.unit == unit


def test_5g_is_a_name_and_5g_in_small_letters_a_weight() -> None:
    assert only("a 5G mast").kind == "label"
    assert only("add 5g of salt").unit == "gram"


@pytest.mark.parametrize(
    ("text", "kind", "low", "bound"),
    [
        ("a quarter of a percentage point", "points", "0.25", "exact"),
        ("a half-point rise", "points", "0.5", "exact"),
        ("about one in six of the island's wells", "share", "16.666667", "exact"),
        ("rents may rise by as much as a fifth", "share", "20", "at most"),
        ("half received a letter", "share", "50", "exact"),
        ("boats 12 metres or longer", "measure", "12", "at least"),
        ("is likely to top $7m", "money", "7000000", "over"),
        ("a row over about 30 trees", "count", "30", "exact"),
    ],
)
def test_figures_in_the_words_of_news(text: str, kind: str, low: str, bound: str) -> None:
    figure = read(text)[0]
    assert (figure.kind, figure.low, figure.bound) == (kind, Decimal(low), bound)


def test_acre_feet_are_no_acres() -> None:
    assert read("holds 5,000 acre-feet of water")[0].unit == "acre-foot"


def test_those_named_before_the_others_are_counted() -> None:
    assert read("Arden, Great Botley and four other towns")[0].named == 2
    assert read("and four other towns")[0].named == 0


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "unit"),
    [
        ("It will take a year to 18 months.", "a year to 18 months", 12, 18, "month"),
        ("It will take six months to a year.", "six months to a year", 6, 12, "month"),
        ("It will take a week to ten days.", "a week to ten days", 7, 10, "day"),
        ("It will take 18 months to a year's end.", "18 months", 18, 18, "month"),
    ],
)
def test_a_range_may_begin_or_end_with_a_year(
    text: str, words: str, low: int, high: int, unit: str
) -> None:
    (one,) = read(text)
    assert (one.text, int(one.low), int(one.high), one.unit) == (words, low, high, unit)
