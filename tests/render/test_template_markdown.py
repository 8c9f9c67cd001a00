from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from nutgraf.render.template_markdown import MarkdownSafe, escape_markdown
from nutgraf.render.templating import TemplateFolder, Templates

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
# U+0000 becomes U+FFFD in Markdown; the rest are characters that no reader of Markdown sees alike.
TEXT = st.text(
    st.one_of(
        st.sampled_from("*_`[]()<>#+-=.!|~\\&;:%1a \n\t"),
        st.characters(codec="utf-8", exclude_characters="\0"),
    )
)


def render(path: Path, source: str, **context: object) -> str:
    (path / "t.md.j2").write_text(source)
    return Templates([TemplateFolder(path, "templates")]).render("t.md.j2", context)


def shown(markdown: str, opening: str, closing: str) -> str:
    html = str(MARKDOWN.render(markdown))
    assert html.startswith(opening), html
    assert html.rstrip("\n").endswith(closing), html
    return html[len(opening) :].rstrip("\n").removesuffix(closing)


@settings(deadline=None)  # the machine may be busy
@given(TEXT)
def test_a_value_in_a_paragraph_shows_exactly_its_words(text: str) -> None:
    inner = shown(f"x {escape_markdown(text)} x", "<p>", "</p>")
    assert unescape(inner).split() == ["x", *text.split(), "x"]
    assert "<" not in inner


@settings(deadline=None)  # the machine may be busy
@given(TEXT)
def test_a_value_that_begins_a_paragraph_shows_exactly_its_words(text: str) -> None:
    inner = shown(f"{escape_markdown(text)}x", "<p>", "</p>")
    assert unescape(inner).split() == f"{text}x".split()
    assert "<" not in inner


@settings(deadline=None)  # the machine may be busy
@given(TEXT)
def test_a_value_in_a_list_item_opens_nothing(text: str) -> None:
    inner = shown(f"- {escape_markdown(text)}x", "<ul>\n<li>", "</li>\n</ul>")
    assert unescape(inner).split() == f"{text}x".split()


@settings(deadline=None)  # the machine may be busy
@given(TEXT)
def test_what_is_escaped_is_not_escaped_again(text: str) -> None:
    assert escape_markdown(escape_markdown(text)) == escape_markdown(text)


@pytest.mark.parametrize(
    "text",
    ["It's 5% (or so), “quoted” – $3.2bn; snake_case. https://example.org/a_b?c=d", "-5% on 3.2"],
)
def test_ordinary_prose_is_left_readable(text: str) -> None:
    assert escape_markdown(f"So {text}") == f"So {text}"


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("2026. It was", "2026\\. It was"),
        ("1) one", "1\\) one"),
        ("# x", "\\# x"),
        ("- x", "\\- x"),
        ("a\n\n  b", "a b"),
        ("%%private%%", "\\%\\%private\\%\\%"),
        ("==x==", "\\=\\=x\\=\\="),
        ("&amp; & &#3;", "\\&amp; & \\&#3;"),
        ("    x", " x"),
    ],
)
def test_what_markdown_would_read_is_escaped(text: str, escaped: str) -> None:
    assert escape_markdown(text) == escaped


def test_markdown_that_is_meant_stays_what_it_is_when_text_is_added() -> None:
    bold = MarkdownSafe("**x**")
    assert bold + "*" == "**x**\\*"
    assert "*" + bold == "\\***x**"
    assert bold * 2 == "**x****x**"
    assert all(isinstance(each, MarkdownSafe) for each in (bold + "*", "*" + bold, bold * 2))


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("{{ '*' }}{{ 5 }}", "\\*5"),
        ("{{ bold }}", "**b**"),
        ("{{ '*' | safe }}", "*"),
        ("{{ '*' | e }}{{ bold | escape }}", "\\***b**"),
        ("{{ bold | forceescape }}", "\\*\\*b\\*\\*"),
        ("{{ bold ~ '*' }}{{ '*' ~ 1 }}", "**b**\\*\\*1"),
        ("{{ [bold, '*'] | join(' * ') }}", "**b** \\* \\*"),
        ("{{ ['*', 1] | join(', ') }}", "\\*, 1"),
        ("{{ [{'a': bold}, {'a': '*'}] | join(', ', attribute='a') }}", "**b**, \\*"),
        ("{{ ('  *a* ' | safe) | trim }}{{ ' * ' | trim }}", "*a*\\*"),
        ("{{ ('*a*\n*b*' | safe) | indent(2) }}", "*a*\n  *b*"),
        ("{% set x %}*{{ '*' }}*{% endset %}{{ x }}", "*\\**"),
        ("{% set x | trim %} *{{ '*' }}* {% endset %}{{ x }}", "*\\**"),
        ("{% macro m(x) %}*{{ x }}*{% endmacro %}{{ m('*') }}", "*\\**"),
        ("{% macro m() %}*{{ caller() }}*{% endmacro %}{% call m() %}*{% endcall %}", "***"),
        ("{% block b %}*{% endblock %}{{ self.b() }}", "**"),
        ("{% filter upper %}*a*{% endfilter %}", "*A*"),
        (
            (
                "{% for x in [['*'], ['a']] recursive %}"
                "{% if x is string %}{{ x }}{% else %}<{{ loop(x) }}>{% endif %}{% endfor %}"
            ),
            "<\\*><a>",
        ),
    ],
)
def test_templates_escape_values_and_nothing_else(tmp_path: Path, source: str, made: str) -> None:
    assert render(tmp_path, source, bold=MarkdownSafe("**b**")) == made
