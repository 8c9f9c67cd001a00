from __future__ import annotations

from nutgraf.model import (
    CodeBlock,
    Embed,
    HtmlBlock,
    ItemList,
    Paragraph,
    Quotation,
    Rule,
    Table,
)
from tests.workspace.notes import at, blocks, read


def test_every_kind_of_block_is_read_with_its_place() -> None:
    note = read(
        "Words.\n\n- a\n\n> quote\n\n| h |\n|---|\n| c |\n\n```\ncode\n```\n\n"
        "<div>x</div>\n\n---\n\n![[b]]\n"
    )
    kinds = [Paragraph, ItemList, Quotation, Table, CodeBlock, HtmlBlock, Rule, Embed]
    assert [type(block) for block in blocks(note)] == kinds
    assert [at(note, block.place) for block in blocks(note)] == [
        "Words.",
        "- a",
        "> quote",
        "| h |\n|---|\n| c |",
        "```\ncode\n```",
        "<div>x</div>",
        "---",
        "![[b]]",
    ]


def test_child_bullets_are_not_their_parents_words() -> None:
    note = read("- parent [@a]\n  - child one\n    - grandchild [@b]\n  - child two\n")
    block = blocks(note)[0]
    assert isinstance(block, ItemList)
    parent = block.items[0]
    assert parent.words.text == "parent"
    children = parent.children[0]
    assert isinstance(children, ItemList)
    assert [item.words.text for item in children.items] == ["child one", "child two"]
    assert at(note, children.items[0].place) == "- child one\n    - grandchild [@b]"


def test_an_ordered_list_and_loose_paragraphs_in_a_bullet() -> None:
    note = read("1. one\n\n   more of one\n2. two\n")
    block = blocks(note)[0]
    assert isinstance(block, ItemList)
    assert block.ordered
    assert [item.words.text for item in block.items] == ["one", "two"]
    assert [type(child) for child in block.items[0].children] == [Paragraph]


def test_a_bullet_may_begin_with_another_block_or_be_empty() -> None:
    note = read("- > quoted\n-\n- ```\n  code\n  ```\n")
    block = blocks(note)[0]
    assert isinstance(block, ItemList)
    assert [type(item.children[0]) for item in block.items] == [Quotation, CodeBlock]


def test_tasks_are_left_out_and_reported() -> None:
    note = read("- [ ] call %%now%% back\n- [x] done\n- stays\n")
    block = blocks(note)[0]
    assert isinstance(block, ItemList)
    assert [item.words.text for item in block.items] == ["stays"]
    left_out = [(one.what, one.text) for one in note.left_out]
    assert ("task", "[ ] call back") in left_out
    assert ("task", "[x] done") in left_out


def test_a_list_of_nothing_but_tasks_is_no_block() -> None:
    assert blocks(read("## Summary\n\n- [ ] call\n")) == ()


def test_every_table_cell_knows_its_place() -> None:
    note = read(
        "| Figure | What it \\| counts |\n|:--|--:|\n| 1 | names \\| ids [@a] |\n"
        "|  | [@{b c}] |\nno bars | at ends\n"
    )
    table = blocks(note)[0]
    assert isinstance(table, Table)
    assert table.align == ("left", "right")
    assert [at(note, cell.place) for cell in table.head] == ["Figure", "What it \\| counts"]
    rows = [[at(note, cell.place) for cell in row] for row in table.rows]
    assert rows[0] == ["1", "names \\| ids [@a]"]
    assert rows[1] == ["", "[@{b c}]"]
    assert rows[2] == ["no bars", "at ends"]
    assert table.rows[0][1].words.text == "names | ids"
    citation = table.rows[0][1].words.citations[0]
    assert at(note, citation.place) == "[@a]"


def test_cells_that_read_alike_are_told_apart() -> None:
    note = read("> | a | a | a |\n> |---|---|---|\n> | a |  | a |\n", "note")
    quoted = blocks(note)[0]
    assert isinstance(quoted, Quotation)
    note = read("- | a | a |\n  |---|---|\n  | a | a | a |\n", "note")
    block = blocks(note)[0]
    assert isinstance(block, ItemList)
    table = block.items[0].children[0]
    assert isinstance(table, Table)
    columns = [cell.place.column for row in (table.head, *table.rows) for cell in row]
    assert columns == [5, 9, 5, 9]


def test_a_row_with_too_few_cells_ends_in_empty_ones() -> None:
    note = read("| a | b |\n|---|---|\n| c\n")
    table = blocks(note)[0]
    assert isinstance(table, Table)
    assert [cell.words.text for cell in table.rows[0]] == ["c", ""]
