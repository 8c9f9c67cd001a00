import yaml as pyyaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from nutgraf.render.markdown import cell, fenced, prefixed, tidy, yaml
from nutgraf.render.template_markdown import MarkdownSafe


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"])))
def test_a_text_in_front_matter_is_read_back_as_it_was(value: str) -> None:
    written = yaml(value)
    assert "\n" not in written
    assert pyyaml.safe_load(f"title: {written}") == {"title": value}


def test_every_line_gets_the_prefix() -> None:
    assert prefixed(MarkdownSafe("a\n\nb\n"), "> ") == "> a\n>\n> b"
    assert prefixed(MarkdownSafe("a\nb"), "  ", "- ") == "- a\n  b"


def test_a_filter_escapes_what_is_not_markdown_yet() -> None:
    assert prefixed("*a*", "> ") == r"> \*a\*"
    assert cell("a|b") == r"a\|b"


def test_a_bar_in_code_does_not_end_a_cell() -> None:
    assert cell(MarkdownSafe(r"`a|b` c\|d")) == r"`a\|b` c\|d"


def test_code_stands_behind_a_fence_that_it_does_not_hold() -> None:
    assert fenced("a") == "```\na\n```"
    assert fenced("````\na\n````") == "`````\n````\na\n````\n`````"


@given(st.lists(st.text("`ab\n~ ")).map("\n".join))
def test_code_is_read_back_as_it_was(code: str) -> None:
    tokens = MarkdownIt().parse(tidy(fenced(code)))
    assert tokens[0].type == "fence"
    assert tokens[0].content == code + "\n"
    assert len(tokens) == 1


def test_tidy_leaves_code_alone() -> None:
    assert tidy("a  \n\n\n\n```\nx \n\n\ny\n```\n\n\n\nb\n") == "a\n\n```\nx \n\n\ny\n```\n\nb\n"
    assert tidy("> ```\n>\n>\n> x\n> ```\n\n\n") == "> ```\n>\n>\n> x\n> ```\n"
