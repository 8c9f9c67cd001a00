"""Whom news texts credit."""

from __future__ import annotations

import pytest

from nutgraf.language import credits as crediting
from nutgraf.language.outlets import outlet_of, same_outlet

WHOLE = {
    "a dateline": ("LAGOS, Nigeria (AP) — Rain fell.", "Associated Press"),
    "a dateline with a day": ("LIMA, March 3 (Reuters) - Rain fell.", "Reuters"),
    "a byline": ("Rain in Lima\nBy Ana Sol, Associated Press\n\nRain fell.", "Associated Press"),
    "a byline of a wire": ("Rain in Lima\nBy The Associated Press\n\nIt fell.", "Associated Press"),
    "a tagline": (
        "Rain fell.\n\nThe Associated Press contributed to this report.",
        "Associated Press",
    ),
    "with files": ("Rain fell.\n\nWith files from The Canadian Press", "Canadian Press"),
    "reporting by": ("Rain fell.\n\nAdditional reporting by Reuters.", "Reuters"),
    "copyright": ("Rain fell.\n\nCopyright 2025 The Associated Press.", "Associated Press"),
    "first printed": ("Rain fell.\n\nThis story originally appeared in ProPublica.", "ProPublica"),
    "a list of sources": ("Rain fell.\n\nSources\n- BBC News (report)\n- the river board", "BBC"),
    "a signature": ("Rain fell all night.\n\n— Agence France-Presse", "Agence France-Presse"),
}
FIRST = {
    "reported earlier": ("Rain fell. The Washington Post reported earlier.", "Washington Post"),
    "first reported by": ("The leak was first reported by Politico.", "Politico"),
    "broke the story": ("CNN, which broke the story, has a copy.", "CNN"),
    "first to report": ("Axios was first to report the sale.", "Axios"),
}
PART = {
    "told": ("“It rains,” Ana Sol told The Associated Press.", "Associated Press"),
    "told on a day": ("“It rains,” Ana Sol told Reuters on Friday.", "Reuters"),
    "according to": ("Rain fell, according to the Guardian.", "Guardian"),
    "according to a report": ("Rain fell, according to a report by the BBC.", "BBC"),
    "reported": ("Rain fell, The New York Times reported.", "New York Times"),
    "citing": ("Rain fell, the ministry said, citing Bloomberg News.", "Bloomberg"),
    "in an interview": ("“It rains,” she said in an interview with NPR.", "NPR"),
    "in a statement": ("In a statement to the Financial Times, it denied rain.", "Financial Times"),
    "in brackets": ("“It rains.” — Ana Sol, farmer (Associated Press)", "Associated Press"),
    "reviewed by": ("Records reviewed by ProPublica show rain.", "ProPublica"),
    "asked by": ("The mayor did not respond to the Miami Herald’s requests.", "Miami Herald"),
    "an outlet that is in no table": (
        "“It rains,” she told the Mountain Herald.",
        "Mountain Herald",
    ),
    "the paper named before": (
        "The Oslo Gazette has a letter. A source told the newspaper so.",
        "Oslo Gazette",
    ),
    "the Post": ("The Harbor Post has a letter. A source told the Post so.", "Harbor Post"),
}
NOBODY = {
    "a story about an outlet": "The New York Times Company raised its dividend.",
    "a place": "They met at the Times Square stage.",
    "a team": "He told the Phoenix Suns bench to sit.",
    "an office": "She told the Post Office to wait.",
    "a photograph": "(AP Photo/Ana Sol)",
    "words of a speaker": "“I told the BBC all of it,” she said.",
    "time": "He told them that time would tell. The independent voter waits.",
    "a promotion": "You can now listen to Fox News articles!",
    "a sum": "The union contributed $400 to the fund.",
}


@pytest.mark.parametrize(("text", "name"), WHOLE.values(), ids=WHOLE)
def test_an_article_is_credited(text: str, name: str) -> None:
    assert (name, "whole") in [(one.outlet.name, one.how) for one in crediting.read(text)]


@pytest.mark.parametrize(("text", "name"), FIRST.values(), ids=FIRST)
def test_who_told_it_first_is_credited(text: str, name: str) -> None:
    assert [(one.outlet.name, one.how) for one in crediting.read(text)] == [(name, "first")]


@pytest.mark.parametrize(("text", "name"), PART.values(), ids=PART)
def test_a_line_is_credited(text: str, name: str) -> None:
    assert [(one.outlet.name, one.how) for one in crediting.read(text)] == [(name, "part")]


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_nobody_is_credited(text: str) -> None:
    assert crediting.read(text) == ()


def test_a_credit_has_the_words_that_give_it() -> None:
    text = "Rain fell, Reuters reported. A farmer told the AP that it was welcome."
    assert [text[one.start : one.end] for one in crediting.read(text)] == [
        "Reuters reported",
        "told the AP",
    ]


def test_the_post_is_an_outlet_of_the_pack_where_the_text_names_none() -> None:
    (one,) = crediting.read("“It rains,” she told the Post.", ["The Harbor Post"])
    assert one.outlet.name == "Harbor Post"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("AP", "The Associated Press"),
        ("WaPo", "The Washington Post"),
        ("NYT", "New York Times"),
        ("BBC News", "the BBC"),
        ("The Harbor Post", "Harbor Post"),
        ("PBS NewsHour", "PBS"),
    ],
)
def test_an_outlet_has_one_name(one: str, other: str) -> None:
    assert same_outlet(one, other)
    assert outlet_of(one) == outlet_of(other)


def test_two_outlets_are_two() -> None:
    assert not same_outlet("The Washington Post", "New York Post")
