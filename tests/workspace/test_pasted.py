from __future__ import annotations

import re
from pathlib import Path

import pytest

from nutgraf.model import FileText, ItemList, Note, Quotation, Role, walk
from nutgraf.workspace import frontmatter
from nutgraf.workspace.grammar import parse_note
from nutgraf.workspace.roles import role_of
from tests.workspace.notes import blocks, check_places, read, sections, without_places

SEED = Path(__file__).parents[2] / "seeds" / "irs-dhs.md"


def note_of(text: str) -> Note:
    file = FileText("seeds/irs-dhs.md", text)
    note, faults = parse_note("irs-dhs", "note", file, frontmatter.read(file)[0])
    assert not faults
    check_places(note)
    return note


def twin_of(pasted: str) -> str:
    """The same note as one who knows Markdown types it."""
    lines = (
        f"## {line}" if role_of(line) else re.sub(r"^ *•\s+", "- ", line)
        for line in pasted.splitlines()
    )
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_annotated_seed_as_pasted_is_what_its_markdown_twin_is(end: str) -> None:
    pasted = SEED.read_text(encoding="utf-8").replace("\n", end)
    twin = twin_of(pasted)
    assert "•" not in twin
    assert "## Key Points" in twin
    one, other = note_of(pasted), note_of(twin)
    assert without_places(one.stories) == without_places(other.stories)
    assert without_places(one.left_out) == without_places(other.left_out)


def test_the_annotated_seed_has_its_sections_bullets_and_quotations() -> None:
    note = note_of(SEED.read_text(encoding="utf-8"))
    assert [one.role for one in sections(note)] == [
        Role.INTRO,
        Role.SUMMARY,
        Role.POINTS,
        Role.ANGLES,
        Role.PEOPLE,
        Role.CONCEPTS,
        Role.QUOTES,
        Role.NOTES,
    ]
    points = sections(note)[2].blocks[0]
    assert isinstance(points, ItemList)
    assert len(points.items) == 8
    quotations = [one for one in walk(sections(note)[6].blocks) if isinstance(one, Quotation)]
    assert [(one.speaker, one.speaker_role) for one in quotations] == [
        ("Lisa Gilbert", "Public Citizen"),
        ("Tom Bowman", "Center for Democracy & Technology"),
    ]
    assert quotations[0].quoted.startswith("This breach of confidential information")
    assert quotations[1].quoted.endswith("an important guardrail.")


@pytest.mark.parametrize("bullet", ["•", "◦", "‣", "▪", "●"])
def test_the_bullets_of_a_word_processor_are_bullets(bullet: str) -> None:
    (block,) = blocks(read(f"{bullet} one\n  {bullet}\ttwo\n", "note"))
    assert isinstance(block, ItemList)
    assert block.items[0].words.text == "one"


def test_a_bare_heading_ends_the_bullet_above_it() -> None:
    note = read("Key Points\n  • one\nQuotes\nWords.\n", "note")
    assert [one.role for one in sections(note)] == [Role.POINTS, Role.QUOTES]
    assert blocks(note)[0].place.end_line == 2


def test_bare_headings_are_words_where_any_heading_is_marked() -> None:
    note = read("## Summary\n\nQuotes\n", "note")
    assert [one.role for one in sections(note)] == [Role.SUMMARY]


def test_bare_headings_are_words_in_a_brief() -> None:
    assert [one.role for one in sections(read("Summary\n\nWords.\n"))] == [Role.INTRO]


def test_a_bullet_that_reads_like_a_heading_is_none() -> None:
    note = read("Summary\n\nWords.\n\n- Quotes\n  Notes\n", "note")
    assert [one.role for one in sections(note)] == [Role.SUMMARY]


def test_a_bullet_among_words_is_not_touched() -> None:
    (block,) = blocks(read("The • sign\n    • stays a sign.\n", "note"))
    assert block.place.end_line == 2
    words = getattr(block, "words").text  # noqa: B009 -- a paragraph
    assert words == "The • sign • stays a sign."
