from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.errors import Faulty
from nutgraf.model import Item, ItemList, Paragraph, Quotation, Role, Subheading
from nutgraf.workspace.loading import open_workspace
from tests.workspace.composing import blocks, compose, faults, stands, texts, words
from tests.workspaces import Write, brief, write_files

NOTE = """\
---
type: note
---
# The ferries

## Key Points

- one [@r] ^a
- two %%why?%%
- three ^c
- [ ] ask

### The *numbers*

Numbers. ^n

### The rest

Rest.

## Quotes

- “We sail.” — Ana
- “We stay.” — Bo ^bo

## Empty

## Leads

Private.

## Notes

Mine.
"""
POINTS = ["one", "two", "three", "The numbers", "Numbers.", "The rest", "Rest."]
FILES = {"seeds/n.md": NOTE, "seeds/r.md": "---\ntitle: R\n---\nOne.\n"}


@pytest.mark.parametrize(
    ("embed", "brought"),
    [
        ("![[n#Key Points]]", POINTS),
        ("![[n#key points:]]", POINTS),
        ("![[seeds/n#The numbers]]", ["Numbers."]),
        ("![[N#^a]]", ["one"]),
        ("![[n#^c,^a]]", ["three", "one"]),
        ("![[n#^bo]]", ["“We stay.” — Bo"]),
        ("![[n#^n]]", ["Numbers."]),
        ("![[n#Quotes]]", ["“We sail.” — Ana", "“We stay.” — Bo"]),
        ("![[n#Notes]]", ["Mine."]),
    ],
)  # fmt: skip
def test_an_embed_brings_a_section_a_block_or_several(
    write_workspace: Write, embed: str, brought: list[str]
) -> None:
    composed = compose(write_workspace, f"## Summary\n\n{embed}\n", FILES)
    assert texts(composed) == brought


def test_a_whole_note_comes_without_its_title_and_without_what_is_private(
    write_workspace: Write,
) -> None:
    composed = compose(write_workspace, "## Background\n\n![[n]]\n", FILES)
    (story,) = composed.stories
    assert [section.role for section in story.sections] == [Role.BACKGROUND]
    said = texts(composed)
    assert "The ferries" not in said
    assert "Private." not in said
    assert "Mine." not in said
    assert said[0] == "one"
    told = {(out.what, out.text) for out in composed.left_out}
    assert {("section", "Leads"), ("notes", "Notes")} <= told


def test_headings_inside_an_embed_open_no_sections(write_workspace: Write) -> None:
    composed = compose(write_workspace, "## Summary\n\n![[n#Key Points]]\n", FILES)
    assert len(composed.stories[0].sections) == 1
    assert any(isinstance(block, Subheading) for block in blocks(composed))


def test_what_is_embedded_keeps_its_place(write_workspace: Write) -> None:
    composed = compose(write_workspace, "## Summary\n\nOwn.\n\n![[n#^a]]\n", FILES)
    own, embedded = words(composed)
    assert own.prose.file.path == "briefs/2025-03-07.md"
    assert embedded.prose.file.path == "seeds/n.md"
    assert stands(composed, embedded) == "one"
    assert embedded.prose.place().line == 8
    assert embedded.citations[0].place.path == "seeds/n.md"
    assert [file.path for file in composed.embedded] == ["seeds/n.md"]


def test_bullets_that_are_embeds_join_the_list(write_workspace: Write) -> None:
    body = "## Summary\n\n- own\n  - child\n- ![[n#^a,^c]]\n- ![[n#^n]]\n- last\n"
    (block,) = blocks(compose(write_workspace, body, FILES))
    assert isinstance(block, ItemList)
    assert [item.words.text for item in block.items] == ["own", "one", "three", "Numbers.", "last"]


def test_a_table_or_code_in_a_bullet_stays_below_it(write_workspace: Write) -> None:
    files = {"seeds/t.md": "---\ntype: note\n---\n| h |\n|---|\n| c |\n\n^t\n"}
    (block,) = blocks(compose(write_workspace, "## Summary\n\n- ![[t#^t]]\n", files))
    assert isinstance(block, ItemList)
    item = block.items[0]
    assert isinstance(item, Item)
    assert item.words.text == ""
    assert len(item.children) == 1


def test_quotations_in_a_bullet_stand_between_the_bullets(write_workspace: Write) -> None:
    body = "## Summary\n\n- own\n- ![[n#^bo]]\n- last\n"
    kinds = [type(block) for block in blocks(compose(write_workspace, body, FILES))]
    assert kinds == [ItemList, Quotation, ItemList]


def test_embeds_below_a_bullet_are_resolved(write_workspace: Write) -> None:
    (block,) = blocks(compose(write_workspace, "## Summary\n\n- own\n  - ![[n#^a]]\n", FILES))
    assert isinstance(block, ItemList)
    below = block.items[0].children[0]
    assert isinstance(below, ItemList)
    assert [item.words.text for item in below.items] == ["one"]


def test_embeds_in_what_is_embedded_are_resolved(write_workspace: Write) -> None:
    files = {**FILES, "angles/x.md": "# X\n\nBefore.\n\n![[n#^n]]\n"}
    composed = compose(write_workspace, "## Newsletter Angles\n\n![[angles/x]]\n", files)
    assert texts(composed) == ["Before.", "Numbers."]
    assert [file.path for file in composed.embedded] == ["angles/x.md", "seeds/n.md"]


def test_one_note_may_be_embedded_often(write_workspace: Write) -> None:
    composed = compose(write_workspace, "## Summary\n\n![[n#^a]]\n\n![[n#^a]]\n", FILES)
    assert texts(composed) == ["one", "one"]
    assert len(composed.embedded) == 1


def test_comments_and_tasks_of_what_is_embedded_are_reported(write_workspace: Write) -> None:
    composed = compose(write_workspace, "## Summary\n\n![[n#Key Points]]\n", FILES)
    told = [(out.what, out.text, out.place.path) for out in composed.left_out]
    assert told == [("comment", "why?", "seeds/n.md"), ("task", "[ ] ask", "seeds/n.md")]
    assert compose(write_workspace, "## Summary\n\n![[n#^a]]\n", FILES).left_out == ()


def test_a_section_with_nothing_under_it_is_reported(write_workspace: Write) -> None:
    composed = compose(
        write_workspace, "---\n\n## Summary\n\nS.\n\n## Data\n\n![[n#Empty]]\n", FILES
    )
    told = [(out.what, out.text) for out in composed.left_out]
    assert ("empty section", "“Empty” of “n” has nothing under it") in told


def test_stets_of_an_embedded_note_come_with_it_and_reach_no_further(
    write_workspace: Write,
) -> None:
    note = (
        "---\ntype: note\nstet:\n  open-tk: known\n---\n"
        "## Summary\n\nWords. %% stet quote-not-found: so %%\n"
    )
    composed = compose(write_workspace, "## Summary\n\n![[n#Summary]]\n", {"seeds/n.md": note})
    (whole, one) = composed.stets
    assert whole.covers is not None
    assert (whole.covers.path, whole.covers.start, whole.covers.end) == ("seeds/n.md", 0, len(note))
    assert one.covers is not None
    assert one.covers.path == "seeds/n.md"


# --- what leads nowhere --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("embed", "message", "hint"),
    [
        ("![[nn]]", "nothing here is called “nn”", ""),
        (
            "![[angles/firewals]]",
            "nothing here is called “angles/firewals”",
            "did you mean “firewalls”?",
        ),
        ("![[firewals]]", "nothing here is called “firewals”", "did you mean “firewalls”?"),
        ("![[n#Key Pionts]]", "“n” has no section “Key Pionts”", "did you mean “Key Points”?"),
        (
            "![[n#Weather]]",
            "“n” has no section “Weather”",
            "there are: “Key Points”, “Quotes”, “Empty”, “Leads”, “Notes”",
        ),
        ("![[n#^bob]]", "“n” has no block “^bob”", "did you mean “^bo”?"),
        ("![[n#^zzz]]", "“n” has no block “^zzz”", "there are: “^a”, “^c”, “^n”, “^bo”"),
    ],
)  # fmt: skip
def test_an_embed_that_leads_nowhere_is_told_with_the_nearest_name(
    write_workspace: Write, embed: str, message: str, hint: str
) -> None:
    files = {**FILES, "angles/firewalls.md": "Words.\n"}
    told = faults(write_workspace, f"## Summary\n\nWords.\n\n{embed}\n", files)
    assert told == [("briefs/2025-03-07.md:8:1", message, hint)]


def test_embeds_that_go_round_in_a_circle_are_told_with_the_circle(write_workspace: Write) -> None:
    files = {"angles/a.md": "A.\n\n![[b]]\n", "angles/b.md": "B.\n\n![[angles/a]]\n"}
    (told,) = faults(write_workspace, "## Summary\n\n![[a]]\n", files)
    assert told[:2] == ("angles/b.md:3:1", "“angles/a” is embedded in itself: a → b → a")
    assert "take one" in told[2]


def test_a_brief_that_embeds_itself_is_a_circle(write_workspace: Write) -> None:
    (told,) = faults(write_workspace, "## Summary\n\nWords.\n\n![[2025-03-07]]\n")
    assert told[1] == "“2025-03-07” is embedded in itself: 2025-03-07 → 2025-03-07"


def test_notes_that_embed_each_other_twice_are_stopped_before_they_fill_the_memory(
    write_workspace: Write,
) -> None:
    files = {f"angles/x{n}.md": f"![[x{n + 1}]]\n\n![[x{n + 1}]]\n" for n in range(18)}
    files["angles/x18.md"] = "End.\n"
    told = faults(write_workspace, "## Summary\n\n![[x0]]\n", files)
    assert [message for _, message, _ in told] == ["the brief embeds more than 1000 times"]


def test_a_long_chain_of_embeds_is_stopped(write_workspace: Write) -> None:
    files = {f"angles/x{n}.md": f"![[x{n + 1}]]\n" for n in range(400)}
    files["angles/x400.md"] = "End.\n"
    (told,) = faults(write_workspace, "## Summary\n\n![[x0]]\n", files)
    assert "deeper than 20: 2025-03-07 → x0 → x1 → …" in told[1]


def test_every_embed_that_is_wrong_is_told_in_one_run(write_workspace: Write) -> None:
    body = "## Summary\n\n![[x]]\n\n- ![[n#^q]]\n\n![[n#Y]]\n\n[@nobody]\n"
    told = faults(write_workspace, body, FILES)
    assert [where.removeprefix("briefs/2025-03-07.md:") for where, _, _ in told] == [
        "6:1",
        "8:1",
        "10:1",
        "12:3",
    ]


def test_a_note_that_cannot_be_read_is_told_once(write_workspace: Write) -> None:
    files = {"seeds/n.md": b"---\ntype: note\n---\n## Summary\n\n\xff\n"}
    body = "## Summary\n\nWords.\n\n![[n#Summary]]\n\n![[n#^a]]\n\n![[x]]\n"
    told = faults(write_workspace, body, files)
    assert [where for where, _, _ in told] == ["briefs/2025-03-07.md:12:1", "seeds/n.md:6:1"]


def test_a_paragraph_is_what_an_angle_brings(write_workspace: Write) -> None:
    files = {"angles/x.md": "---\ntitle: X\n---\nIt matters. [@r]\n", "seeds/r.md": "One.\n"}
    (block,) = blocks(compose(write_workspace, "## Newsletter Angles\n\n![[x]]\n", files))
    assert isinstance(block, Paragraph)


EMBEDS = st.sampled_from(
    ["![[a]]", "![[b]]", "![[c#Summary]]", "![[a#^x]]", "- ![[b#^x]]\n- one", "![[d]]", "[@a]"]
)
BODIES = st.lists(
    st.one_of(EMBEDS, st.sampled_from(["## Summary", "Words. ^x", "- one ^x", "> “W.” — A ^x"])),
    max_size=6,
).map("\n\n".join)


@settings(max_examples=60)
@given(st.tuples(BODIES, BODIES, BODIES, BODIES))
def test_however_notes_embed_each_other_a_brief_comes_out_or_faults_do(
    bodies: tuple[str, str, str, str],
) -> None:
    files = {f"angles/{name}.md": text for name, text in zip("abc", bodies, strict=False)}
    with TemporaryDirectory() as folder:
        root = write_files(Path(folder), {**files, "briefs/x.md": brief(bodies[3])})
        with suppress(Faulty):
            composed = open_workspace(root).brief("x")
            for one in words(composed):
                assert stands(composed, one) or not one.text


def test_a_list_may_begin_with_an_embedded_quotation(write_workspace: Write) -> None:
    body = "## Summary\n\n- ![[n#^bo]]\n- last\n"
    kinds = [type(block) for block in blocks(compose(write_workspace, body, FILES))]
    assert kinds == [Quotation, ItemList]
