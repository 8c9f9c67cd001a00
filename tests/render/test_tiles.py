import pytest

from nutgraf.model import Table
from nutgraf.render.tiles import figure_column, holds_figures, parts, width
from tests.render.desk import brief_of


def table(markdown: str) -> Table:
    block = brief_of(f"## By the numbers\n\n{markdown}\n").stories[0].sections[0].blocks[0]
    assert isinstance(block, Table)
    return block


def test_the_figures_are_the_first_column_in_which_every_cell_is_one() -> None:
    assert (
        figure_column(table("| What | How many |\n|-|-|\n| cranes | about 12 |\n| ships | 7 |"))
        == 1
    )
    assert figure_column(table("| How many | What |\n|-|-|\n| 12 [@log] | cranes |")) == 0


@pytest.mark.parametrize(
    "markdown",
    [
        "| A | B |\n|-|-|\n| x | y |",  # no figure
        "| A | B |\n|-|-|\n| x | 1 |\n| y | none |",  # not in every row
        "| A | B |\n|-|-|\n| x | 1 of the 12 cranes on the quay |",  # too long to be set large
        "| A | B | C | D |\n|-|-|-|-|\n| x | 1 | y | z |",  # too many columns
        "| A |\n|-|\n| 1 |",  # nothing that says what it counts
        "| A | B |\n|-|-|\n" + "| x | 1 |\n" * 7,  # too many rows
        "| A | B |\n|-|-|",  # none
    ],
)
def test_other_tables_stay_tables(markdown: str) -> None:
    assert figure_column(table(markdown)) is None


def test_a_column_holds_figures_if_every_row_has_one_there() -> None:
    found = table("| A | B |\n|-|-|\n| x | 1 |\n| y |  |")
    assert width(found) == 2
    assert not holds_figures(found, 1)
    assert not holds_figures(found, 5)


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("1.28 million", ("", "1.28", "million")),
        ("about 47,000", ("about", "47,000", "")),
        ("under 5%", ("under", "5%", "")),
        ("$3.2bn", ("", "$3.2", "bn")),
        ("~12", ("", "~12", "")),
        ("<5% of 40", ("", "<5%", "of 40")),
        ("1–2 days", ("", "1–2", "days")),
        ("12M", ("", "12M", "")),
        ("3rd", ("", "3rd", "")),
        ("−4 °C", ("", "−4", "°C")),
        ("7", ("", "7", "")),
        ("none", ("", "none", "")),
    ],
)
def test_a_figure_is_its_number_and_the_words_around_it(
    figure: str, expected: tuple[str, str, str]
) -> None:
    assert parts(figure) == expected
