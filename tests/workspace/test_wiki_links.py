from __future__ import annotations

import pytest

from nutgraf.errors import Fault
from nutgraf.model import Table
from nutgraf.workspace.loading import open_workspace
from nutgraf.workspace.wiki_links import Citable
from tests.workspace.composing import compose, faults, texts
from tests.workspace.notes import at, blocks, check_places, parse
from tests.workspaces import Write, brief

SOURCES = {
    "seeds/harbour-times.md": "---\ntitle: One\n---\nWords.\n",
    "seeds/ferry-note.md": "---\ntype: note\n---\n## Summary\n\nSaid. [@harbour-times]\n",
}
NOTHING = Citable(lambda _: False)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("[[Ana Ruiz]] said so.", "Ana Ruiz said so."),
        ("So said [[Ana Ruiz|her]].", "So said her."),
        ("[[Ana Ruiz#Early life]] said so.", "Ana Ruiz said so."),
        ("[[Ana Ruiz#Early life|She]] said so.", "She said so."),
        ("[[Ana Ruiz|]] and [[ Bo | the mayor ]].", "Ana Ruiz and the mayor."),
        ("As [[#The fare]] says.", "As The fare says."),
        ("**[[Ana Ruiz]]** and *the [[Bo]]*.", "Ana Ruiz and the Bo."),
        ("On [[2025-03-08]] [[Ana]]'s ship sails.", "On 2025-03-08 Ana's ship sails."),
        ("A [[foot|note]][[ball]].", "A noteball."),
        ("\\[[Ana]] and `[[Bo]]` and [[]].", "[[Ana]] and [[Bo]] and [[]]."),
        ("A note[[1]](https://b.example/1).", "A note[1]."),
    ],
)
def test_a_link_to_nothing_that_can_be_cited_is_plain_words(
    write_workspace: Write, written: str, said: str
) -> None:
    composed = compose(write_workspace, f"{written}\n", SOURCES)
    assert texts(composed) == [said]
    assert composed.pack == ()


def test_a_link_to_what_has_an_id_cites_it_whatever_its_case(write_workspace: Write) -> None:
    composed = compose(write_workspace, "Words. [[Harbour-Times|x]] [[ferry-note]]\n", SOURCES)
    assert texts(composed) == ["Words."]
    assert [source.id for source in composed.pack] == ["harbour-times"]


def test_a_near_miss_of_an_id_is_plain_words_and_a_warning(write_workspace: Write) -> None:
    body = "Words of 😀 [[harbor times|a paper]], [[harbor times]] and [[2025-03-06]].\n"
    workspace = open_workspace(write_workspace({**SOURCES, "briefs/2025-03-07.md": brief(body)}))
    composed = workspace.brief("2025-03-07")
    assert texts(composed) == ["Words of 😀 a paper, harbor times and 2025-03-06."]
    message = "no seed is called “harbor times”, so it stands as plain words"
    assert workspace.warnings == [
        Fault(
            "briefs/2025-03-07.md", message, "did you mean “harbour-times”?", 5, column, "warning"
        )
        for column in (27, 40)
    ]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Harbour Tmes", "harbour-times"),
        ("harbourtimes", "harbour-times"),
        ("harbor times#fares", "harbour-times"),
        ("harbour master", None),
        ("Harbour Times Square", None),
        ("2025-03-06", None),
        ("week 10", None),
        ("Ines Varga", None),
    ],
)
def test_what_is_a_slip_for_an_id(name: str, meant: str | None) -> None:
    ids = ("harbour-times", "2025-03-07", "week 11", "ines")
    assert Citable(lambda _: False, ids).meant(name) == meant


def test_a_citation_of_nothing_stays_an_error(write_workspace: Write) -> None:
    ((_, message, _),) = faults(write_workspace, "Words. [@nobody] [[Nobody]]\n", SOURCES)
    assert message == "no seed is called “nobody”"


def test_the_words_of_a_plain_link_know_where_they_stand() -> None:
    note, _ = parse("😀 [[Ana Ruiz#x|the *old* mayor]] went [[home]].\n", citable=NOTHING)
    check_places(note)
    (story,) = note.stories
    (words,) = [block.words for block in blocks(note) if hasattr(block, "words")]
    assert words.text == "😀 the *old* mayor went home."
    for said in ("the *old* mayor", "home"):
        start = words.text.index(said)
        assert at(note, words.prose.place(start, start + len(said))) == said
    assert story.title is None


def test_in_a_table_the_bar_of_an_alias_is_escaped() -> None:
    note, _ = parse("| Who | What |\n|---|---|\n| [[Ana\\|her]] | sails |\n", citable=NOTHING)
    check_places(note)
    (table,) = blocks(note)
    assert isinstance(table, Table)
    cell = table.rows[0][0]
    assert cell.words.text == "her"
    assert at(note, cell.words.prose.place()) == "her"
