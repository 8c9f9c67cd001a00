from hypothesis import given
from hypothesis import strategies as st

from nutgraf.model import CitationMark, Styled, Text
from nutgraf.render.cutting import cut, without_citations
from nutgraf.render.numbering import words_of_inlines
from tests.render.desk import words_of

MARKDOWN = """\
One *two **three*** [four](https://a.example/) `five` six [@log] seven\\
eight <b>nine</b> ten.
"""
WORDS = words_of(MARKDOWN)


@given(st.integers(0, 70), st.integers(0, 70))
def test_a_cut_holds_the_words_of_its_span(start: int, end: int) -> None:
    code = WORDS.text.index("five")
    if code < start < code + 4 or code < end < code + 4:
        return  # a code span is kept whole
    assert words_of_inlines(cut(WORDS.inlines, start, end)) == WORDS.text[start:end]


def test_markup_is_kept_around_what_is_left_of_it() -> None:
    (only,) = cut(WORDS.inlines, 5, 7)
    assert only == Styled("em", (Text("wo", 5),))


def test_a_citation_goes_with_the_words_before_it() -> None:
    at = WORDS.citations[0].at
    assert any(isinstance(each, CitationMark) for each in cut(WORDS.inlines, 0, at))
    assert not any(
        isinstance(each, CitationMark) for each in cut(WORDS.inlines, at, len(WORDS.text))
    )


def test_no_line_break_or_tag_stands_at_the_edge_of_a_cut() -> None:
    end = WORDS.text.index("eight")
    assert isinstance(cut(WORDS.inlines, 0, end)[-1], Text)
    assert isinstance(cut(WORDS.inlines, end, len(WORDS.text))[0], Text)


def test_without_citations_leaves_everything_else() -> None:
    words = words_of("A *b [@log]* [c](https://a.example/)\\\nd `e` [@log]")
    bare = without_citations(words.inlines)
    assert words_of_inlines(bare) == words.text
    assert "CitationMark" not in repr(bare)
