from __future__ import annotations

import pytest

from nutgraf.model import (
    CodeSpan,
    ItemList,
    LineBreak,
    Link,
    Paragraph,
    RawHtml,
    Styled,
)
from tests.workspace.notes import at, blocks, first_words, read


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Plain words.", "Plain words."),
        ("Some *very* **strong _words_** ~~gone~~.", "Some very strong words gone."),
        ("A [link](http://a.example/b) here.", "A link here."),
        ("A [*styled* link][x] here.\n\n[x]: http://a.example", "A styled link here."),
        ("Go to <http://a.example/b>.", "Go to http://a.example/b."),
        ("Trade &amp; law &#8212; &copy;", "Trade & law — ©"),
        ("Five \\* six \\[@x] \\_a\\_", "Five * six [@x] _a_"),
        ("Code `a*b*` here.", "Code a*b* here."),
        ("One line\nand another.", "One line and another."),
        ("One line  \nand another.", "One line and another."),
        ("One line\\\nand another.", "One line and another."),
        ("One\r\nand\r\nanother.", "One and another."),
        ("One\rand\ranother.", "One and another."),
        ("😀 𝒳 *😀* é", "😀 𝒳 😀 é"),
        ("مرحبا *بالعالم* [@a].", "مرحبا بالعالم."),
        ("One\tword.", "One\tword."),
        ("Before %%a comment%% after.", "Before after."),
        ("Before<!-- a comment -->, after.", "Before, after."),
        ("*Before*%%x%% after.", "Before after."),
        ("Before %%one\ntwo%% after.", "Before after."),
        ("A figure [@a], then one [@b].", "A figure, then one."),
        ("A figure[@a] in the middle.", "A figure in the middle."),
        ("A figure [@a] in the middle.", "A figure in the middle."),
        ("100% and 5 %% left open", "100% and 5 %% left open"),
    ],
)
def test_a_prose_is_what_a_reader_reads_and_knows_where_it_stands(written: str, said: str) -> None:
    words = first_words(written)
    assert " ".join(words.text.split()) == " ".join(said.split())


def test_every_character_of_a_prose_has_its_slice() -> None:
    words = first_words(
        "---\ntitle: T\n---\n\nSome **very *strong*** words &amp;\r\n  more [@a].\r\n"
    )
    assert words.text == "Some very strong words & more."
    text = words.prose.file.text
    slices = [text[start:end] for start, end in words.prose.slices(0, len(words.text))]
    assert slices == ["Some ", "very ", "strong", " words ", "more", "."]
    place = words.prose.place(5, 16)
    assert text[place.start : place.end] == "very *strong"
    assert (place.line, place.column) == (5, 8)


def test_sentences_know_their_places_across_line_ends_and_markup() -> None:
    words = first_words("One *is*\nhere. Two is [@a]. Three\nis.\n")
    text = words.prose.file.text
    said = [sentence.text for sentence in words.sentences]
    stands = [text[one.place.start : one.place.end] for one in words.sentences]
    assert said == ["One is here.", "Two is.", "Three is."]
    assert stands == ["One *is*\nhere.", "Two is [@a].", "Three\nis."]


def test_columns_count_code_points_and_a_tab_as_one() -> None:
    note = read("## Summary\n\n- \t😀 word [@a]\n")
    item = blocks(note)[0]
    assert isinstance(item, ItemList)
    citation = item.items[0].words.citations[0]
    assert (citation.place.line, citation.place.column) == (3, 11)


def test_inline_things_know_their_places() -> None:
    note = read('A [link *x*](http://a.example "t") and <b>bold</b> `co de`\\\nend.\n')
    paragraph = blocks(note)[0]
    assert isinstance(paragraph, Paragraph)
    found = paragraph.words.inlines
    link = next(one for one in found if isinstance(one, Link))
    assert link.href == "http://a.example"
    assert at(note, link.place) == '[link *x*](http://a.example "t")'
    assert isinstance(link.children[1], Styled)
    raw = [one for one in found if isinstance(one, RawHtml)]
    assert [at(note, one.place) for one in raw] == ["<b>", "</b>"]
    assert [one.text for one in found if isinstance(one, CodeSpan)] == ["co de"]
    assert any(isinstance(one, LineBreak) for one in found)


def test_a_mark_at_a_lines_end_asks_for_no_line_break() -> None:
    words = first_words("One ^id\ntwo %% c %%\nthree.\n")
    assert words.text == "One two three."
    assert not any(isinstance(one, LineBreak) for one in words.inlines)


def test_a_code_span_over_two_lines_is_read_and_has_no_slice() -> None:
    words = first_words("A `b\nc` d.\n")
    assert words.text == "A b c d."
    assert first_words("`` \n ``é a\n").text == "   é a"


def test_an_address_that_is_shown_decoded_has_no_slice() -> None:
    words = first_words("<http://a.example/%61%C3%BC> http://a.example/aü, so.\n")
    assert words.text == "http://a.example/aü http://a.example/aü, so."
    assert words.prose.slices(0, 19) == ()
    assert [run.at for run in words.prose.runs] == [19]
