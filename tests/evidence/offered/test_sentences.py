"""Which sentences stand by themselves."""

from __future__ import annotations

import pytest

from nutgraf.evidence.offered.sentences import standing, stands
from tests.evidence.offered.packs import pack_of


def sentences(text: str) -> list[str]:
    (source,) = pack_of(one=text)
    body = source.source.body
    return [" ".join(body[slice(*span)].split()) for span in standing(source)]


@pytest.mark.parametrize(
    "dateline",
    ["QUAYSIDE — ", "PORT ELM, Conn. (AP) — ", "May 5 (Reuters) - ", "SALEM (AP) – ", "ELM -- "],
)
def test_a_dateline_is_no_part_of_the_sentence(dateline: str) -> None:
    text = f"{dateline}The ferry sank on Monday, the police say."
    assert sentences(text) == ["The ferry sank on Monday, the police say."]


def test_lists_lose_their_sign_and_headings_are_no_sentences() -> None:
    text = "What we know\n\n- The ferry sank in the lower harbour.\n- Nobody was hurt in it.\n"
    assert sentences(text) == [
        "The ferry sank in the lower harbour.",
        "Nobody was hurt in it.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It sank within an hour of that.",
        "But the ferry had sunk before noon.",
        'Dreyer said: "We are sorry.',
        "| Ferry | 12 | sank on Monday. |",
        "the ferry sank on Monday night.",
        "Ferry sinks, police say",
    ],
)
def test_what_leans_on_something_else_does_not_stand(text: str) -> None:
    assert not stands(text)


def test_a_sentence_that_is_mostly_somebodys_words_is_left_to_the_quotations() -> None:
    assert sentences("“The ferry was old and nobody had looked at it for years,” said Ola.") == []
