import pytest

from nutgraf.model import Link
from nutgraf.render.numbering import number, stands_bare, words_of_inlines
from tests.render.desk import brief_of, inlines_of, words_of


def test_sources_are_numbered_by_their_first_citation() -> None:
    numbering = number([words_of("A [@log] b [@gazette; @log]."), words_of("C [@letter].")], ())
    assert [(each.number, each.id) for each in numbering.sources] == [
        (1, "log"),
        (2, "gazette"),
        (3, "letter"),
    ]
    assert numbering.times == 4


def test_a_source_is_the_same_whatever_its_case() -> None:
    words = words_of("A [@Log] b [@LOG].")
    numbering = number([words], brief_of("A [@log].").pack)
    (only,) = numbering.sources
    assert only.source is not None
    assert [numbering.of(cite) for each in words.citations for cite in each.cites] == [1, 1]


def test_a_source_that_the_pack_does_not_hold_is_known_by_its_id_alone() -> None:
    (only,) = number([words_of("A [@log].")], ()).sources
    assert only.source is None


def test_links_are_numbered_behind_the_sources_each_once() -> None:
    words = words_of(
        "[a](https://a.example/) *[b](https://b.example/)* [c](https://a.example/) [@log]"
    )
    numbering = number([words], ())
    assert numbering.links == ((2, "https://a.example/"), (3, "https://b.example/"))
    assert numbering.of_link("https://b.example/") == 3


@pytest.mark.parametrize(
    "markdown",
    [
        "<https://a.example/>",
        "<desk@a.example>",
        "[x](notes.md)",
        "[https://a.example](https://a.example)",
    ],
)
def test_an_address_that_stands_there_or_leads_nowhere_gets_no_number(markdown: str) -> None:
    assert number([words_of(markdown)], ()).links == ()


def test_a_link_stands_bare_where_its_words_are_its_address() -> None:
    bare, told = (inlines_of(text)[0] for text in ("<https://a.example>", "[a](https://a.example)"))
    assert isinstance(bare, Link)
    assert isinstance(told, Link)
    assert stands_bare(bare, "https://a.example")
    assert not stands_bare(told, "https://a.example")


def test_words_of_inlines_are_bare_of_markup_and_citations() -> None:
    assert words_of_inlines(inlines_of("A *b* `c` [d](https://a.example/) [@log]")) == "A b c d"
