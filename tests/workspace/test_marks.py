from __future__ import annotations

import pytest

from nutgraf.model import (
    ItemList,
    Paragraph,
)
from tests.workspace.notes import at, blocks, read


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_an_id_names_the_block_it_ends_or_stands_alone_below(end: str) -> None:
    text = "Words. ^p\n\n- a ^item\n- b\n\n^list\n\n| h |\n|---|\n| c |\n\n^table\n\n> q ^quote\n"
    note = read(text.replace("\n", end))
    paragraph, listed, table, quotation = blocks(note)
    assert isinstance(paragraph, Paragraph)
    assert isinstance(listed, ItemList)
    assert (paragraph.block_id, paragraph.words.text) == ("p", "Words.")
    assert (listed.block_id, listed.items[0].block_id) == ("list", "item")
    assert listed.items[0].words.text == "a"
    assert (table.block_id, quotation.block_id) == ("table", "quote")


def test_an_id_below_what_has_one_already_names_nothing() -> None:
    note = read("Words. ^one\n\n^two\n")
    assert [block.block_id for block in blocks(note)] == ["one"]


def test_an_id_above_every_block_names_nothing() -> None:
    assert [block.block_id for block in blocks(read("^one\n\nWords.\n"))] == [None]


def test_comments_are_kept_and_left_out() -> None:
    note = read("One %%private\nthought%% two.\n\n<!-- ask\nher -->\n\nThree.\n")
    assert [(one.what, one.text) for one in note.left_out] == [
        ("comment", "private\nthought"),
        ("comment", "ask\nher"),
    ]
    assert [at(note, one.place) for one in note.left_out] == [
        "%%private\nthought%%",
        "<!-- ask\nher -->",
    ]


@pytest.mark.parametrize(
    "code",
    [
        "A `%% c %% ^id <!-- x --> [@a] ![[b]]` b.\n",
        "```\n%% c %% ^id\n<!-- stet open-tk: so -->\n![[b]]\n```\n",
        "~~~md\n%% c\n``` ^id\n~~~\n",
        "> ```\n> %% c %%\n> ```\n",
        "A ``one ` %% c %%`` b.\n",
        "```\nnever closed %% c %% ^id\n",
    ],
)
def test_nothing_inside_code_is_a_mark(code: str) -> None:
    note = read(code)
    assert (note.left_out, note.stets) == ((), ())
    assert all(block.block_id is None for block in blocks(note))


def test_an_escaped_backtick_opens_no_code() -> None:
    note = read("A \\` %% c %% ` b.\n")
    assert [one.text for one in note.left_out] == ["c"]


def test_a_comment_that_is_never_closed_is_text() -> None:
    note = read("A %% b <!-- c %%d\n\n`%%` e\n")
    assert [one.text for one in note.left_out] == ["b <!-- c"]


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("One. <!-- stet open-tk: so -->\n\nTwo.\n", "One."),
        ("One.\n%% stet open-tk: so %%\n\nTwo.\n", "One."),
        ("One.\n\n%% stet open-tk: so %%\n\nTwo.\n", "One."),
        ("- a\n- b %% stet open-tk: so %%\n  - c\n", "- b"),
        ("- a\n- b\n  %% stet open-tk: so %%\n- c\n", "- b"),
        ("> q <!-- stet open-tk: so -->\n", "> q"),
        (
            "| h |\n|---|\n| a | <!-- stet open-tk: so -->\n| b |\n",
            "| a |",
        ),
    ],
)
def test_a_stet_is_for_the_line_bullet_or_paragraph_it_ends(text: str, covered: str) -> None:
    note = read(text)
    (stet,) = note.stets
    assert (stet.rule, stet.reason) == ("open-tk", "so")
    assert stet.covers is not None
    assert at(note, stet.covers).strip() == covered


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_stet_alone_under_a_heading_is_for_the_section(end: str) -> None:
    text = "## Summary\n\n%% stet open-tk: so %%\n\nOne.\n\nTwo.\n\n## Quotes\n\nThree.\n"
    note = read(text.replace("\n", end))
    (stet,) = note.stets
    assert stet.covers is not None
    covered = at(note, stet.covers)
    assert covered.startswith("## Summary")
    assert covered.endswith("Two.")


def test_a_stet_before_everything_is_for_the_brief() -> None:
    (stet,) = read("%% stet open-tk: so %%\n\nOne.\n").stets
    assert stet.covers is None


def test_a_stet_in_the_front_matter_is_for_the_brief() -> None:
    (stet,) = read("---\nstet:\n  single-origin: sealed\n---\nOne.\n").stets
    assert (stet.rule, stet.reason, stet.covers) == ("single-origin", "sealed", None)


@pytest.mark.parametrize("written", ["stet open-tk", "stet open-tk:", "stet\topen-tk :"])
def test_a_stet_without_a_reason_is_kept_without_one(written: str) -> None:
    (stet,) = read(f"One. %%{written}%%\n").stets
    assert (stet.rule, stet.reason) == ("open-tk", "")


def test_a_reason_may_run_over_lines() -> None:
    (stet,) = read("One. <!-- stet open-tk: the\n  filing: sealed -->\n").stets
    assert stet.reason == "the filing: sealed"


def test_what_only_begins_like_a_stet_is_a_comment() -> None:
    note = read("One. %% stetson hats %%\n")
    assert note.stets == ()
    assert [one.text for one in note.left_out] == ["stetson hats"]
