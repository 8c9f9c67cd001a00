import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from nutgraf.render.inlines import NOTHING, direction_of, line, numbers, plain
from nutgraf.render.numbering import number
from tests.render.desk import line_of, words_of


def test_markup_in_all_three() -> None:
    made = line_of("*a* **b** ~~c~~ `d`")
    assert made.html == "<em>a</em> <strong>b</strong> <del>c</del> <code>d</code>"
    assert made.markdown == "*a* **b** ~~c~~ `d`"
    assert made.text == "a b c d"


def test_citations_that_stand_together_are_one_group_in_order() -> None:
    made = line_of("First [@log]. Then [@gazette] [@log; @letter, para. 4] more.")
    assert '[2]</a><a href="#source-3">[3, para. 4]</a></sup>' in made.html
    assert made.text == "First\xa0[1]. Then\xa0[1][2][3,\xa0para.\xa04] more."
    assert made.markdown == "First[^1]. Then[^1][^2][^3] (para. 4) more."


def test_a_source_that_is_cited_twice_in_one_place_is_shown_once() -> None:
    assert line_of("A [@log] [@log].").text == "A\xa0[1]."


def test_a_citation_alone_begins_without_a_space() -> None:
    assert line_of("[@log]").text == "[1]"


def test_a_number_is_a_link_to_its_source() -> None:
    assert (
        '<sup class="cite" style="line-height:0"><a href="#source-1">[1]</a></sup>'
        in line_of("A [@log].").html
    )


def test_no_citations_are_nothing() -> None:
    assert numbers([], number([], ())) == NOTHING


def test_locators_can_be_left_out() -> None:
    words = words_of("A [@log, p. 1] b [@log, p. 2].")
    made = numbers(words.citations, number([words], ()), locators=False)
    assert made.text == "[1]"


def test_links_in_all_three() -> None:
    made = line_of("[a **b**](https://a.example/?x=(1)&y=2)")
    assert made.html == '<a href="https://a.example/?x=%281%29&amp;y=2">a <strong>b</strong></a>'
    assert made.markdown == "[a **b**](https://a.example/?x=%281%29&y=2)"
    assert made.text == "a b\xa0[1]"


def test_an_address_in_the_text_is_its_own_link() -> None:
    made = line_of("<https://a.example/b>")
    assert made.html == '<a href="https://a.example/b">https://a.example/b</a>'
    assert made.markdown == "<https://a.example/b>"
    assert made.text == "https://a.example/b"


def test_a_link_that_leads_nowhere_is_its_words() -> None:
    made = line_of("[a](notes.md)")
    assert (made.html, made.markdown, made.text) == ("a", "a", "a")


def test_a_picture_has_its_words_everywhere() -> None:
    made = line_of('![a "crane"](https://a.example/c.png)')
    assert made.html == (
        '<img src="https://a.example/c.png" alt="a &#34;crane&#34;" '
        'style="max-width:100%;height:auto" />'
    )
    assert made.markdown == '![a "crane"](https://a.example/c.png)'
    assert made.text == '[Image: a "crane"]'


def test_a_picture_that_no_inbox_can_load_is_its_words() -> None:
    assert line_of("![a crane](crane.png)").html == "[Image: a crane]"
    assert not line_of("![](crane.png)")


def test_a_line_break_in_all_three() -> None:
    made = line_of("one\\\ntwo")
    assert "<br />" in made.html
    assert "\\\n" in made.markdown
    assert [part.strip() for part in made.text.split("\n")] == ["one", "two"]


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [("`` a`b ``", "``a`b``"), ("`` `a ``", "`` `a ``"), ("`a`", "`a`")],
)
def test_code_is_fenced_by_more_ticks_than_it_holds(markdown: str, shown: str) -> None:
    assert line_of(markdown).markdown == shown


def test_html_is_cleaned_across_what_stands_between_its_tags() -> None:
    made = line_of("a <b>*b* bb</b> [@log] <script>evil()</script>c <i>d")
    before, cite, behind = re.split(r"(<sup .*</sup>)", made.html)
    assert before == "a <b><em>b</em> bb</b>\u2060"
    assert '<a href="#source-1">[1]</a>' in cite
    assert behind == " c <i>d</i>"
    assert made.text == "a b bb\xa0[1] c d"
    assert made.markdown == "a *b* bb[^1] c d"


def test_a_line_break_in_html_is_one_in_text() -> None:
    assert line_of("one<br>two").text == "one\ntwo"


def test_emphasis_marks_stand_tight_in_markdown() -> None:
    words = words_of("a <b>b</b> **c**")
    assert "**c**" in line(words.inlines, number([words], ())).markdown


@pytest.mark.parametrize(
    ("text", "direction"),
    [("Hello", "ltr"), ("مرحبا", "rtl"), ("“שלום”", "rtl"), ("12 %", None), ("3 مرحبا", "rtl")],
)
def test_the_direction_is_that_of_the_first_letter(text: str, direction: str | None) -> None:
    assert direction_of(text) == direction


def test_words_that_run_against_the_publication_say_so() -> None:
    assert line_of("مرحبا").dir == ' dir="rtl" align="right"'
    assert line_of("Hello", "rtl").dir == ' dir="ltr" align="left"'
    assert line_of("Hello").dir == ""


def test_lines_are_joined_in_all_three() -> None:
    made = plain("a & b") + plain("*c*")
    assert (made.html, made.markdown, made.text) == ("a &amp; b*c*", r"a & b\*c\*", "a & b*c*")
    assert isinstance(made.html, Markup)


def test_citations_go_behind_words_and_stand_alone_without_them() -> None:
    words = words_of("A [@log].")
    cites = numbers(words.citations, number([words], ()))
    assert plain("a").behind(cites).text == "a\xa0[1]"
    assert NOTHING.behind(cites).text == "[1]"
    assert plain("a").behind(NOTHING).text == "a"


@given(st.text())
def test_plain_words_say_the_same_in_html_and_text(text: str) -> None:
    made = plain(text)
    assert unescape(str(made.html)) == made.text
    assert "<" not in made.html
    visible = [word for word in text.split() if word.isalnum()]
    assert all(word in made.text for word in visible)


def test_control_characters_are_left_out() -> None:
    assert plain("a\x00\x08\x1b[31mb\ud800").text == "a[31mb"
