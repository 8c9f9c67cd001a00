"""All three digests of a brief, through the formats as they stand in the workspace."""

import re
from html import unescape

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.render.digests import Digests, render
from nutgraf.render.tokens import TOKENS, UNSUBSCRIBE_URL, VIEW_IN_BROWSER_URL
from nutgraf.workspace.brand import Logo
from nutgraf.workspace.loading import open_workspace
from tests.render.desk import FORMATS, FRONT, ROOT, SETTINGS, brief_of, digests, house

KITCHEN_SINK = (ROOT / "tests/render/kitchen_sink.md").read_text("utf-8")
every_format = pytest.mark.parametrize("format_name", FORMATS)


def visible(html: str) -> str:
    """The words that a reader of the email sees, white space folded."""
    body = html[html.index("<body") :]
    bare = re.sub(r"<!--.*?-->|<(style|title)\b.*?</\1>", "", body, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", bare)).replace("\u2060", "").split())


def as_read(made: Digests) -> tuple[str, str, str]:
    return visible(made.html), " ".join(made.text.split()), " ".join(made.markdown.split())


@every_format
def test_every_kind_of_block_is_in_every_digest(format_name: str) -> None:
    made = digests(KITCHEN_SINK, format_name)
    for words in (
        "The opening",
        "struck words",
        "local file",
        "How it began",
        "And deeper",
        "second line.",
        "a raw link",
        "A point with children",
        "a child of it",
        "a paragraph below it",
        "second",
        "def code():",
        "A block of",
        "the port",
        "about 1 million",
        "مرحبا بالعالم، توقفت الرافعات.",
        "日本語",
        "👩‍👩‍👧",
        "We will be back tomorrow.",
        "Ada Quay",
        "A quotation without a speaker.",
        "The port is a mirror.",
        "One sentence.",
    ):
        for digest in as_read(made):
            assert words in digest, words


@every_format
def test_what_is_private_and_what_is_unsafe_is_in_no_digest(format_name: str) -> None:
    for digest in (made := digests(KITCHEN_SINK, format_name)).html, made.text, made.markdown:
        assert "Private." not in digest
        assert "a task that stays private" not in digest
        assert "evil()" not in digest
        assert "<script" not in digest
        assert "onclick" not in digest


@every_format
def test_angles_and_takeaway_are_told_as_ours(format_name: str) -> None:
    html, text, markdown = as_read(digests(KITCHEN_SINK, format_name))
    assert "our reading; rests on [1] [2]" in html
    assert "(our reading; rests on [1][2])" in text
    assert "*Our reading; rests on [^1][^2]*" in markdown
    for digest in (html, text, markdown):
        assert "one sentence, ours" in digest.casefold()


@every_format
def test_the_numbers_lead_to_the_sources(format_name: str) -> None:
    made = digests(KITCHEN_SINK, format_name)
    for number in re.findall(r'href="#source-(\d+)"', made.html):
        assert f'<li id="source-{number}"' in made.html
    for number in re.findall(r"\[\^(\d+)\](?!:)", made.markdown):
        assert f"\n[^{number}]: " in made.markdown
    assert "\n[1] Cranes stop for a day, The Gazette, 4 March 2026; credits Wire" in made.text
    assert "\n    https://gazette.example/cranes\n" in made.text


@every_format
def test_each_readers_own_links_are_tokens(format_name: str) -> None:
    made = digests("A.", format_name)
    for digest in (made.html, made.text):
        for token in TOKENS.values():
            assert token in digest
    assert f'href="{UNSUBSCRIBE_URL}"' in made.html
    assert f"\nUnsubscribe: {UNSUBSCRIBE_URL}\n" in made.text
    assert f"\nView in browser: {VIEW_IN_BROWSER_URL}\n" in made.text
    assert "%%" not in made.markdown


@every_format
def test_the_postal_address_and_the_way_to_answer_are_in_the_email_and_its_text(
    format_name: str,
) -> None:
    html, text, _ = as_read(digests("A.", format_name))
    for digest in (html, text):
        assert "Quay 3, 20457 Port Example" in digest
        assert "Found a mistake? Reply to this email" in digest


def test_subject_and_preheader_are_where_an_inbox_looks_for_them() -> None:
    made = digests("A.", front=f"{FRONT}preheader: A day & a night.\n")
    assert "<title>Port: cranes stood still</title>" in made.html
    hidden = made.html[made.html.index("<body") :].split("</div>")[0]
    assert "display:none" in hidden
    assert "A day &amp; a night.\u034f\u200c" in hidden


@every_format
def test_several_stories_have_their_titles_between_the_brief_and_its_sections(
    format_name: str,
) -> None:
    body = "Hello.\n\n# One & only\n\n## Summary\n\nA.\n\n# Two\n\n## Quotes\n\n> B.\n"
    made = digests(body, format_name)
    levels = re.findall(r"<h(\d)[^>]*>([^<]*)", made.html)
    assert levels[:2] == [("1", "The cranes stood still"), ("2", "One &amp; only")]
    assert ("2", "Two") in levels
    assert "\n## One & only\n" in made.markdown
    assert "\nOne & only\n==========\n" in made.text


@every_format
def test_an_empty_section_leaves_no_heading(format_name: str) -> None:
    made = digests("A.\n\n## Quotes\n\n## Key Points\n\n- B.\n", format_name)
    label = house(format_name).format.labels["quotes"]  # type: ignore[index]
    for digest in (made.html, made.markdown):
        assert unescape(label) not in unescape(digest)
    assert label.upper() not in made.text


@every_format
def test_a_brief_without_citations_has_no_list_of_sources(format_name: str) -> None:
    html, text, markdown = as_read(digests("A.", format_name))
    for digest in (html, text, markdown):
        assert "sources" not in digest.casefold()
        assert "Found a mistake?" in digest


HOSTILE = """\
<script>alert(1)</script> {{ 7919*7907 }} {% raw %} ${x} <%= y %>
"quoted" 'single' &amp; &lt;b&gt; ]]> <!--

Bcc: all@harbor.example

%%UNSUBSCRIBE_URL%% </mj-text></mjml>

- <a href="javascript:alert(1)">a</a> <img src=x onerror=alert(1)>
"""


@every_format
def test_hostile_words_are_only_words(format_name: str) -> None:
    hostile = 'title: "\\"><script>alert(1)</script>{{ 7919*7907 }}"\ndate: 2026-03-05\n'
    made = digests(f"{HOSTILE}\n`</td> {{{{ config }}}}`\n", format_name, front=hostile)
    for digest in (made.html, made.text, made.markdown):
        assert "{{ 7919*7907 }}" in unescape(digest).replace("\\", "")
        assert "{{ config }}" in unescape(digest)
        assert "62615533" not in digest
    assert "<script" not in made.html
    assert "onerror" not in made.html
    assert "javascript:" not in made.html
    assert made.html.count(UNSUBSCRIBE_URL) == digests("A.", format_name).html.count(
        UNSUBSCRIBE_URL
    )
    assert "</mjml>" not in made.html


def test_a_line_like_a_header_is_text() -> None:
    assert "Bcc: all@harbor.example" in digests(HOSTILE).text


@every_format
def test_equal_briefs_give_equal_bytes(format_name: str) -> None:
    assert digests(KITCHEN_SINK, format_name) == digests(KITCHEN_SINK, format_name)


def test_a_publication_that_is_written_from_right_to_left() -> None:
    settings = msgspec.structs.replace(SETTINGS, direction="rtl", language="ar")
    made = digests("مرحبا بالعالم. [@gazette]\n\n- واحد\n\nLatin words.\n", settings=settings)
    assert '<html lang="ar" dir="rtl"' in made.html
    assert "text-align:right" in made.html
    assert "padding-right:20px" in made.html
    assert '<p dir="ltr" align="left"' in made.html
    assert "2026-03-05" in made.text


def test_a_logo_is_shown_with_its_words() -> None:
    logo = Logo("https://harbor.example/logo.png", "The Harbor Note")
    made = render(brief_of("A."), house("cards", logo=logo))
    (picture,) = re.findall("<img[^>]*>", made.html)
    assert 'alt="The Harbor Note"' in picture
    assert 'src="https://harbor.example/logo.png"' in picture


def test_links_of_the_plain_text_are_listed_unbroken_at_its_end() -> None:
    address = "https://a.example/" + "x" * 100
    made = digests(f"See [this]({address}). [@gazette]")
    assert "See this [2]. [1]" in made.text
    assert f"\nLINKS\n\n[2] {address}\n" in made.text


@every_format
def test_the_text_is_wrapped_for_reading(format_name: str) -> None:
    for brief in open_workspace(ROOT).briefs():
        made = render(open_workspace(ROOT).brief(brief.id), house(format_name))
        assert all(len(line) <= 72 for line in made.text.split("\n"))
        assert not re.search(r"<\w+[^>@]*>", made.text)
        assert "\n\n\n" not in made.text
        assert made.text.endswith("\n")


PROSE = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs", "Cf"]),
    min_size=1,
)


@settings(max_examples=60, deadline=None)
@given(PROSE, st.sampled_from(FORMATS))
def test_any_words_come_out_as_they_went_in(title: str, format_name: str) -> None:
    front = f"title: {msgspec.json.encode(title).decode()}\ndate: 2026-03-05\n"
    made = digests("A.", format_name, front=front)
    expected = " ".join(title.split())
    html, text, _ = as_read(made)
    assert expected in html
    assert "".join(expected.split()) in "".join(text.split())


@settings(max_examples=60, deadline=None)
@given(st.lists(PROSE.filter(str.isalnum), min_size=1))
def test_the_text_digest_holds_every_word(words: list[str]) -> None:
    text = digests(f"x{' '.join(words)}").text
    assert "".join(words) in "".join(text.split())
