from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.render.cleaning import clean_block, clean_inline, words_of_html

PIECES = st.sampled_from(
    (
        *("<b>", "</b>", "<i", ">", "<script>", "</script>", "<a href='javascript:x'>", "<br>"),
        *("<img src=x onerror=y>", "<!--", "-->", "<p>", "</p>", "word", '"', "<style>", "&amp;"),
        "<svg/onload=x>",
    )
)


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.open.append(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def seen(html: str) -> _Seen:
    parser = _Seen()
    parser.feed(html)
    parser.close()
    return parser


def test_simple_markup_and_safe_links_stay() -> None:
    html = '<b>H<sub>2</sub>O</b> <a href="https://a.example/">there</a>'
    assert clean_inline(html) == html


def test_scripts_handlers_and_unsafe_links_go() -> None:
    html = '<script>evil()</script><b onclick="x()">b</b><a href="javascript:x">c</a>'
    assert clean_inline(html) == "<b>b</b><a>c</a>"


def test_a_relative_link_leads_nowhere_from_an_inbox() -> None:
    assert clean_inline('<a href="/a">b</a>') == "<a>b</a>"


def test_a_picture_that_a_note_asks_for_in_html_is_not_fetched() -> None:
    assert clean_inline('a<img src="https://a.example/pixel.gif">b') == "ab"


def test_what_is_left_is_well_formed_for_mjml() -> None:
    assert clean_inline("one<br>two <b>three&nbsp;") == "one<br />two <b>three\xa0</b>"


def test_blocks_stay_in_blocks_only() -> None:
    assert clean_block("<div><p>One.</p></div>\n") == "<p>One.</p>"
    assert clean_inline("<p>One.</p>") == "One."


def test_plain_words_have_a_line_for_each_block_and_the_address_of_a_link() -> None:
    html = (
        '<p>One &amp; two<br />three.</p>\n<ul><li>A <a href="https://a.example/">b</a></li></ul>'
    )
    assert words_of_html(html) == "One & two\nthree.\nA b (https://a.example/)"
    assert words_of_html('<a href="mailto:a@b.example">a@b.example</a>') == "a@b.example"


@given(st.lists(PIECES).map("".join))
def test_whatever_goes_in_comes_out_balanced_and_harmless(html: str) -> None:
    for clean in (clean_inline(html), clean_block(html)):
        found = seen(clean)
        assert not found.open
        assert not {"script", "style", "img", "svg"} & set(found.tags)
        assert found.attributes <= {"href", "title"}
        assert "javascript:" not in clean or "href" not in found.attributes
