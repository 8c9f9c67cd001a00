from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.deliver.archives.archived_email import archived_email
from nutgraf.deliver.archives.feed_content import feed_content
from nutgraf.render.digests import render
from tests.render.desk import FORMATS, brief_of, house

URL = "https://harbour.example/briefs/2025-03-07/"
BODY = """\
## Summary

The cranes stood **still**. [@gazette]

## Background

| Crane | Hours |
| ----- | ----: |
| East  |    12 |

## Key Points

- One [thing](https://port.example/a).
"""


def content(html: str) -> str:
    return feed_content(html, URL)


@pytest.mark.parametrize("form", FORMATS)
def test_an_email_becomes_words_headings_lists_and_tables_of_figures(form: str) -> None:
    made = content(archived_email(render(brief_of(BODY), house(form)).html, {}).body)
    for kept in (
        "<strong>still</strong>",
        f'<a href="{URL}#source-1">',
        "<h2>",
        '<a href="https://port.example/a">thing</a>',
        "East</t",
        "<td>12</td>",
    ):
        assert kept in made
    for gone in ("style=", "class=", "presentation", "<div", "<span", "<h1", "%%"):
        assert gone not in made
    assert made.count("<table") == made.count("</table>") == 1


def test_words_that_stood_in_a_cell_of_the_layout_are_a_paragraph() -> None:
    layout = '<table role="presentation"><tr><td>The <b>Letter</b></td><td></td></tr></table>'
    assert content(f"<div>{layout}<div>7 March</div></div>") == (
        "<p>The <b>Letter</b></p>\n<p>7 March</p>"
    )


def test_a_table_in_the_layout_stays_and_one_of_the_layout_in_it_goes() -> None:
    inner = '<table role="presentation"><tbody><tr><td>x &amp; y</td></tr></tbody></table>'
    data = f'<table><tbody><tr><th scope="row">a</th><td>{inner}</td></tr></tbody></table>'
    outer = f'<table role="presentation"><tr><td>{data}</td></tr></table>'
    assert content(outer) == (
        '<table><tbody><tr><th scope="row">a</th><td>x &amp; y</td></tr></tbody></table>'
    )


def test_what_could_run_or_ask_elsewhere_goes() -> None:
    hostile = (
        '<p onclick="x()">a<script>x()</script></p><iframe src="https://b.example"></iframe>'
        '<a href="javascript:x()">c</a><img src="https://d.example/e.png" alt="f" onerror="x()">'
    )
    assert content(hostile) == (
        '<p>a</p>\n<p><a>c</a><img src="https://d.example/e.png" alt="f"></p>'
    )


@given(st.text(), st.text())
def test_words_stay_the_words_that_they_were(before: str, after: str) -> None:
    """Whatever is written in them, once it was escaped as in an email."""

    class Words(HTMLParser):
        said = ""

        def handle_data(self, data: str) -> None:
            self.said += data

    def escaped(text: str) -> str:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    words, given_words = Words(), Words()
    html = f'<div><p>{escaped(before)}</p><table role="presentation"><tr><td>{escaped(after)}'
    words.feed(content(f"{html}</td></tr></table></div>"))
    words.close()
    given_words.feed(f"{escaped(before)}\n{escaped(after)}")
    given_words.close()
    strip = str.maketrans({"\0": None, "\r": "\n"})
    assert words.said.translate(strip).split() == given_words.said.translate(strip).split()
