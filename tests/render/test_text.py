from hypothesis import given
from hypothesis import strategies as st

from nutgraf.render.blocks import Setting, views
from nutgraf.render.numbering import number
from nutgraf.render.text import WIDTH, both_ends, fill, grid, tidy, underlined
from nutgraf.render.views import TableView
from nutgraf.render.widths import columns
from tests.render.desk import brief_of

WORDS = st.text(st.characters(categories=["L", "N", "P", "So"], max_codepoint=0x1FFFF), min_size=1)


def table(markdown: str) -> TableView:
    blocks = brief_of(f"## By the numbers\n\n{markdown}\n").stories[0].sections[0].blocks
    (made,) = views(blocks, Setting(number([], ()), "ltr"), 2)
    assert isinstance(made, TableView)
    return made


def test_lines_have_72_columns_at_most() -> None:
    lines = fill("word " * 60).split("\n")
    assert all(len(line) <= 72 for line in lines)
    assert len(lines[0]) > 66


def test_a_mark_hangs_before_the_first_line() -> None:
    first, second, *_ = fill("word " * 30, 2, "•").split("\n")
    assert first.startswith("  • word")
    assert second.startswith("    word")


def test_a_long_address_stands_unbroken_on_its_own_line() -> None:
    address = "https://a.example/" + "x" * 100
    assert fill(f"see {address} there").split("\n") == ["see", address, "there"]


def test_wide_characters_count_twice_and_break_without_spaces() -> None:
    lines = fill("本" * 60).split("\n")
    assert [columns(line) for line in lines] == [72, 48]


def test_a_no_break_space_holds_a_number_to_its_word() -> None:
    lines = fill("x" * 68 + " word\xa0[1]").split("\n")
    assert lines == ["x" * 68, "word [1]"]


def test_a_line_feed_is_kept() -> None:
    assert fill("one\ntwo", 2) == "  one\n  two"


def test_nothing_fills_nothing() -> None:
    assert fill("") == ""


def test_a_heading_is_underlined_as_far_as_it_goes() -> None:
    assert underlined("日本 now", "=") == "日本 now\n========"
    assert underlined("A", indent=2) == "  A\n  -"


def test_two_texts_at_the_ends_of_a_line_or_below_each_other() -> None:
    line = both_ends("left", "right")
    assert len(line) == WIDTH
    assert line.split() == ["left", "right"]
    assert both_ends("l" * 40, "r" * 40) == "l" * 40 + "\n" + "r" * 40


def test_a_table_that_fits_is_set_in_columns() -> None:
    made = grid(
        table("| Crane | Still | Middle |\n|---|---|:-:|\n| East | 12 | ab |\n| W | 7 | a |")
    )
    assert made.split("\n") == [
        "Crane   Still   Middle",
        "-----   -----   ------",
        "East       12     ab",
        "W           7     a",
    ]


def test_a_long_last_column_is_filled() -> None:
    made = grid(table(f"| A | B |\n|---|---|\n| one | {'word ' * 20}|"), 2)
    lines = made.split("\n")
    assert all(len(line) <= WIDTH for line in lines)
    assert lines[2].startswith("  one   word")
    assert lines[3].startswith("        word")


def test_a_table_that_does_not_fit_says_each_cell_with_its_label() -> None:
    long = "a long cell that takes much of the line"
    made = grid(
        table(f"| A | B | C |  |\n|---|---|---|---|\n| x | {long} | | {long} |\n|  | {long} |")
    )
    assert made.split("\n") == [
        "x",
        f"  B: {long}",
        f"  {long}",
        "",
        "A",
        f"  B: {long}",
    ]


def test_a_table_without_a_head_has_no_line_under_it() -> None:
    assert grid(table("|  |  |\n|---|---|\n| a | b |")) == "a   b"


def test_tidy_leaves_one_blank_line_and_one_end() -> None:
    assert tidy("\n\na \n\n\n\nb\xa0c\n\n") == "a\n\nb c\n"


@given(st.lists(WORDS), st.integers(0, 8), st.sampled_from(["", "•", "12."]))
def test_every_word_is_there_in_order(words: list[str], indent: int, mark: str) -> None:
    made = fill(" ".join(words), indent, mark)
    expected = "".join(" ".join([mark, *words]).split())
    assert "".join(made.split()) == expected


@given(st.lists(st.text("abcdefghij", min_size=1, max_size=20)), st.integers(0, 8))
def test_no_line_is_too_long_where_no_word_is(words: list[str], indent: int) -> None:
    assert all(len(line) <= WIDTH for line in fill(" ".join(words), indent).split("\n"))
