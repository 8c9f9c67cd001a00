from __future__ import annotations

import pytest

from nutgraf.model import (
    Embed,
    ItemList,
)
from tests.workspace.notes import at, blocks, parse, read


@pytest.mark.parametrize(
    ("written", "target", "heading", "ids"),
    [
        ("![[irs]]", "irs", None, ()),
        ("![[angles/firewalls]]", "angles/firewalls", None, ()),
        ("![[irs#Key Points]]", "irs", "Key Points", ()),
        ("![[irs#^a]]", "irs", None, ("a",)),
        ("![[irs#^a,^c]]", "irs", None, ("a", "c")),
        ("![[irs#^a, c]]", "irs", None, ("a", "c")),
        ("![[irs#]]", "irs", None, ()),
        ("![[irs#Quotes|shown so]]", "irs", "Quotes", ()),
    ],
)
def test_an_embed_names_a_note_a_section_or_blocks(
    written: str, target: str, heading: str | None, ids: tuple[str, ...]
) -> None:
    note = read(f"  {written}\n")
    (embed,) = blocks(note)
    assert isinstance(embed, Embed)
    assert (embed.target, embed.heading, embed.block_ids) == (target, heading, ids)
    assert at(note, embed.place) == written


def test_an_embed_may_be_a_bullet() -> None:
    (block,) = blocks(read("- a\n- ![[irs#^a]]\n"))
    assert isinstance(block, ItemList)
    assert isinstance(block.items[1].children[0], Embed)
    assert block.items[1].words.text == ""


def test_an_embed_among_words_is_a_fault() -> None:
    _, faults = parse("Words.\n\nSee ![[irs]] there.\n")
    (fault,) = faults
    assert fault.where() == "briefs/a.md:3:5"
    assert fault.message == "an embed stands among other words"
    assert "of its own" in fault.hint


def test_two_embeds_in_one_paragraph_or_bullet_are_faults_and_bring_nothing() -> None:
    note, faults = parse("![[a]]![[b]]\n\n- ![[c]]![[d]]\n- words\n")
    assert [(fault.line, fault.column) for fault in faults] == [(1, 1), (1, 7), (3, 3), (3, 9)]
    (block,) = blocks(note)
    assert isinstance(block, ItemList)
    assert [item.words.text for item in block.items] == ["words"]
