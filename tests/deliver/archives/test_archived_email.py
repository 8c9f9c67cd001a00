from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.deliver.archives.archived_email import archived_email, archived_text, shortened
from nutgraf.errors import Usage
from nutgraf.render.digests import render
from tests.render.desk import FORMATS, brief_of, house

WORDS = "## Summary\n\nThe cranes stood still, & nobody knew <why>. [@gazette]\n"


def email(preheader: str = "", *, preheader_given: bool = True) -> str:
    head = "<head><title>S</title><style>p { margin: 0 }</style></head>"
    hidden = f'<div style="display:none;max-height:0">{preheader}</div>' if preheader_given else ""
    told = '<p class="muted">by us</p><p>First <b>words</b> &amp; more.</p><p>Second.</p>'
    body = f'<body style="color:#123456;">{hidden}<div><h1>T</h1>{told}</div></body>'
    return f'<!doctype html><html lang="en">{head}{body}</html>'


@pytest.mark.parametrize("form", FORMATS)
def test_what_a_format_makes_is_taken_apart_and_what_is_one_readers_goes(form: str) -> None:
    digests = render(brief_of(WORDS), house(form))
    found = archived_email(digests.html, {})
    assert "The cranes stood still, &amp; nobody knew" in found.body
    for gone in ("%%", "Unsubscribe", "View in browser", "<!--", "mso", "display:none"):
        assert gone not in found.body
    assert "background-color" in found.ground
    assert "prefers-color-scheme: dark" in found.head
    assert "<title" not in found.head
    assert "viewport" not in found.head
    text = archived_text(digests.text, {})
    assert "The cranes stood still" in text
    for gone in ("%%", "Unsubscribe", "View in browser"):
        assert gone not in text


def test_a_preheader_is_the_description_without_what_pads_it() -> None:
    padded = "One number, &amp; what it hides." + "\u034f\u200c\xa0" * 90
    found = archived_email(email(padded), {})
    assert found.description == "One number, & what it hides."
    assert "hides" not in found.body


@pytest.mark.parametrize("html", [email("\u034f\u200c\xa0" * 150), email(preheader_given=False)])
def test_without_a_preheader_the_first_running_words_describe(html: str) -> None:
    assert archived_email(html, {}).description == "First words & more."


def test_no_citation_stands_in_a_description() -> None:
    cited = 'words.\u2060<span class="cite"><a href="#source-1">[1]</a></span> More.'
    html = email(preheader_given=False).replace("First <b>words</b> &amp; more.", cited)
    assert archived_email(html, {}).description == "words. More."


def test_an_email_of_pictures_alone_has_no_description() -> None:
    html = re.sub(r"<p.*</p>", '<img src="data:," alt="A map">', email(preheader_given=False))
    assert archived_email(html, {}).description == ""


def test_what_is_no_page_is_refused() -> None:
    with pytest.raises(Usage, match="no HTML page"):
        archived_email("<p>words</p>", {})


@given(st.text())
def test_a_description_is_one_short_line(text: str) -> None:
    line = shortened(text)
    assert len(line) <= 200
    assert line == " ".join(line.split())
    assert not text.split() or line


def test_a_long_description_ends_between_words() -> None:
    assert shortened("Words, words, words", 15) == "Words, words…"


def test_a_merge_field_shows_its_default_and_nothing_where_there_is_none_any_more() -> None:
    html = email("Hello %%READER_FIRST_NAME%%").replace("Second.", "Dear %%READER_TITLE%%friend")
    found = archived_email(html, {"first_name": "you & <yours>"})
    assert found.description == "Hello you & <yours>"
    assert "Dear friend" in found.body
    text = "Dear %%READER_FIRST_NAME%%,\n\nthis is %%READER_TITLE%%it.\n"
    assert (
        archived_text(text, {"first_name": "all & sundry"}) == "Dear all & sundry,\n\nthis is it.\n"
    )
