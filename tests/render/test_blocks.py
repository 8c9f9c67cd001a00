from typing import TypeVar

import pytest

from nutgraf.model import CodeBlock, Embed, Place, words_of
from nutgraf.render.blocks import Setting, views
from nutgraf.render.numbering import number
from nutgraf.render.views import (
    BlockView,
    CodeView,
    HtmlView,
    ListView,
    ParagraphView,
    QuotationView,
    RuleView,
    SubheadingView,
    TableView,
)
from tests.render.desk import brief_of

T = TypeVar("T")
PLACE = Place("briefs/a.md", 0, 0, 1, 1, 1, 1)


def shown(markdown: str, level: int = 2, direction: str = "ltr") -> tuple[BlockView, ...]:
    (story,) = brief_of(f"## Quotes\n\n{markdown}\n").stories
    blocks = tuple(block for section in story.sections for block in section.blocks)
    return views(blocks, Setting(number(words_of(blocks), ()), direction), level)


def only(markdown: str, kind: type[T]) -> T:
    (view,) = shown(markdown)
    assert isinstance(view, kind)
    return view


def test_a_paragraph() -> None:
    assert only("One *two*.", ParagraphView).words.html == "One <em>two</em>."


def test_subheadings_follow_the_section_without_a_gap() -> None:
    levels = [
        view.level
        for view in shown("##### a\n\n###### b\n\n##### c\n\n### d\n\n#### e\n\n###### f")
        if isinstance(view, SubheadingView)
    ]
    assert levels == [3, 4, 3, 3, 4, 5]


def test_a_subheading_is_never_deeper_than_six() -> None:
    assert [getattr(view, "level", None) for view in shown("### a\n\n#### b", 6)] == [6, 6]


def test_bullets_and_what_stands_below_them() -> None:
    made = only("- a\n  - b\n- c", ListView)
    assert [item.words.text for item in made.items] == ["a", "c"]
    assert [item.mark for item in made.items] == ["•", "•"]
    (below,) = made.items[0].blocks
    assert isinstance(below, ListView)


def test_numbers_of_an_ordered_list() -> None:
    made = only("1. a\n2. b", ListView)
    assert made.ordered
    assert [item.mark for item in made.items] == ["1.", "2."]


def test_a_quotation_with_a_name_and_what_stands_behind_it() -> None:
    made = only(
        "> “We *will* be back.” — Ada Quay, driver, Union (to The Gazette) [@log]", QuotationView
    )
    assert made.marked
    assert made.words.html == "We <em>will</em> be back."
    assert made.name.text == "Ada Quay"
    assert made.rest.text == "driver, Union (to The Gazette)"
    assert made.cites.text == "[1]"
    assert not made.lead


def test_a_quotation_without_marks_or_name() -> None:
    made = only("> We will be back. [@log]", QuotationView)
    assert not made.marked
    assert made.words.text == "We will be back."
    assert not made.name
    assert not made.rest
    assert made.cites.text == "[1]"


def test_a_citation_inside_the_quoted_words_stays_there() -> None:
    made = only("> “One [@log] two.” — Ada [@gazette]", QuotationView)
    assert made.words.text == "One\xa0[1] two."
    assert made.cites.text == "[2]"


def test_a_table_knows_its_columns() -> None:
    made = only("| A | B | C | D |\n|:--|:-:|---|---|\n| x | y | 12 | z |\n| v |", TableView)
    assert [cell.align for cell in made.head] == ["left", "center", "", ""]
    assert [cell.words.text for cell in made.rows[1]] == ["v", "", "", ""]
    assert made.wide
    assert made.tiles == ()


def test_figures_beside_what_they_count_are_flush_right() -> None:
    made = only("| A | B |\n|---|---|\n| x | 12 |", TableView)
    assert [(cell.align, cell.figure) for cell in made.head] == [("", False), ("right", True)]
    first = only("| A | B |\n|---|---|\n| 12 | x |", TableView)
    assert [(cell.align, cell.figure) for cell in first.head] == [("", True), ("", False)]


def test_tiles_carry_the_citations_of_their_row_behind_the_words() -> None:
    head = "| A | B | C |\n|---|---|---|"
    row = "| about 12 t [@log] | cranes | still [@gazette] |"
    made = only(f"{head}\n{row}\n| 7 | | |", TableView)
    first, second = made.tiles
    assert (first.before, first.value, first.after) == ("about", "12", "t")
    assert first.words.text == "cranes; still\xa0[2]\xa0[1]"
    assert second.words.text == ""


def test_code_html_and_rules() -> None:
    code, html, rule = shown("```\n<b>\n```\n\n<div>a <b>b</b></div>\n\n***")
    assert code == CodeView("<b>")
    assert isinstance(html, HtmlView)
    assert html.words.html == "a <b>b</b>"
    assert html.words.text == "a b"
    assert rule == RuleView()


@pytest.mark.parametrize(
    "markdown",
    ["```\n\n```", "<script>x</script>", "![](a.png)", "- ![](a.png)", "### ![](a.png)"],
)
def test_what_says_nothing_is_left_out(markdown: str) -> None:
    assert shown(f"{markdown}") == ()


def test_an_embed_that_brought_nothing_is_nothing() -> None:
    blocks = (Embed("a", None, (), PLACE), CodeBlock("x", PLACE))
    assert views(blocks, Setting(number([], ()), "ltr"), 2) == (CodeView("x"),)


def test_words_against_the_direction_of_the_publication_say_so() -> None:
    (made,) = shown("مرحبا")
    assert isinstance(made, ParagraphView)
    assert 'dir="rtl"' in made.words.dir
    (same,) = shown("مرحبا", direction="rtl")
    assert isinstance(same, ParagraphView)
    assert same.words.dir == ""
