from __future__ import annotations

import pytest

from nutgraf.model import (
    Item,
    ItemList,
    NoteType,
    Role,
    Subheading,
)
from tests.workspace.notes import at, blocks, first_words, parse, read, sections


def test_a_heading_opens_a_section_and_its_name_gives_the_role() -> None:
    note = read("## Summary\n\nOne.\n\n## What’s next\n\nTwo.\n")
    assert [(one.role, one.heading) for one in sections(note)] == [
        (Role.SUMMARY, "Summary"),
        (Role.NEXT, "What’s next"),
    ]
    assert [at(note, one.place) for one in sections(note)] == ["## Summary", "## What’s next"]


def test_what_stands_before_the_first_heading_is_the_intro() -> None:
    note = read("Hello there.\n\n## Summary\n\nOne.\n")
    assert [one.role for one in sections(note)] == [Role.INTRO, Role.SUMMARY]
    assert at(note, sections(note)[0].place) == "Hello there."


def test_an_h1_in_a_brief_starts_a_story_with_an_intro_of_its_own() -> None:
    note = read("Hello.\n\n# One\n\nFirst.\n\n## Summary\n\nS.\n\n# *Two*\n")
    assert [story.title.text if story.title else None for story in note.stories] == [
        None,
        "One",
        "Two",
    ]
    roles = [[one.role for one in story.sections] for story in note.stories]
    assert roles == [[Role.INTRO], [Role.INTRO, Role.SUMMARY], []]
    assert at(note, note.stories[2].place) == "# *Two*"


@pytest.mark.parametrize("kind", ["note", "angle"])
def test_the_h1_of_any_other_note_is_its_title(kind: NoteType) -> None:
    note = read("# The ferries\n\nWords.\n", kind)
    assert note.title == "The ferries"
    assert [one.role for one in sections(note)] == [Role.INTRO]


def test_a_second_h1_of_a_note_opens_a_section() -> None:
    note = read("# The ferries\n\nWords.\n\n# Quotes\n\nMore.\n", "note")
    assert [one.role for one in sections(note)] == [Role.INTRO, Role.QUOTES]


def test_the_front_matter_titles_a_note_before_its_h1() -> None:
    assert read("---\ntitle: Front\n---\n# Body\n", "note").title == "Front"
    assert read("Words.\n", "note").title == "a"


def test_deeper_headings_stay_in_their_section() -> None:
    note = read("## Summary\n\n### A *part* ^p\n\nOne.\n")
    heading = blocks(note)[0]
    assert isinstance(heading, Subheading)
    assert (heading.level, heading.words.text, heading.block_id) == (3, "A part", "p")
    assert len(sections(note)) == 1


def test_headings_may_be_underlined_and_closed() -> None:
    note = read("Summary\n---\n\nOne.\n\n## Quotes ##\n\nTwo.\n")
    assert [one.heading for one in sections(note)] == ["Summary", "Quotes"]


def test_sections_that_no_role_knows_are_private() -> None:
    note = read("## Leads\n\nCall.\n\n## Notes\n\nMine.\n\n## Sources\n\nMade.\n")
    assert [(one.role, one.published) for one in sections(note)] == [
        (Role.OTHER, False),
        (Role.NOTES, False),
        (Role.SOURCES, False),
    ]


def test_publish_lets_a_section_in_but_never_notes() -> None:
    note = read("---\npublish: [leads, Notes]\n---\n## Leads\n\nCall.\n\n## Notes\n\nMine.\n")
    assert [one.published for one in sections(note)] == [True, False]


def test_a_hundred_thousand_open_brackets_are_one_fault_at_the_first_too_many() -> None:
    note, faults = parse("Words.\n\n" + "[" * 100_000)
    (fault,) = faults
    assert fault.where() == "briefs/a.md:3:101"
    assert "100 brackets" in fault.message
    assert note.stories == ()


def test_brackets_that_are_closed_or_far_apart_are_none() -> None:
    assert not parse("[a] " * 500 + "]]]\n\n" + "[\n\n" * 200)[1]


@pytest.mark.parametrize("stacked", ["> " * 31, "- " * 16, "1. > " * 11])
def test_lists_and_quotations_nested_too_deep_are_a_fault(stacked: str) -> None:
    _, faults = parse(f"Words.\n\n{stacked}x\n")
    (fault,) = faults
    assert fault.where() == "briefs/a.md:3:1"
    assert "nested deeper than 15" in fault.message


def test_lists_that_are_nested_by_indentation_are_too_deep_as_well() -> None:
    text = "".join(f"{'  ' * depth}- x\n" for depth in range(200))
    _, faults = parse(text)
    assert len(faults) == 1
    assert "nested deeper than 15" in faults[0].message


@pytest.mark.parametrize("stacked", ["> " * 30, "- " * 15])
def test_what_is_nested_less_deep_is_read_to_the_end(stacked: str) -> None:
    assert "the end" in str(blocks(read(f"{stacked}the end\n")))


def test_a_wall_of_quotation_marks_is_refused_quickly() -> None:
    assert len(parse(">" * 100_000 + "\n")[1]) == 1


def test_emphasis_a_thousand_deep_is_read_and_nested_only_so_far() -> None:
    words = first_words("*" * 2001 + "a" + "*" * 2001)
    assert words.text == "a"
    assert str(words.inlines).count("Styled") <= 8


def test_an_items_block_is_a_bullet() -> None:
    (block,) = blocks(read("- a\n"))
    assert isinstance(block, ItemList)
    assert isinstance(block.items[0], Item)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_an_empty_line_closes_what_brackets_are_open(end: str) -> None:
    assert not parse(f"[ [ [{end} {end}" * 50)[1]
    assert parse(f"[ [ [{end}" * 50)[1]
