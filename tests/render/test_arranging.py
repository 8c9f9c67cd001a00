from dataclasses import replace

from nutgraf.model import Brief, Role
from nutgraf.render.arranging import Arranged, arrange, words_in_order
from tests.render.desk import FRONT, brief_of

ORDER = (Role.INTRO, Role.SUMMARY, Role.QUOTES, Role.POINTS)


def headings(brief: Brief, unpublished: tuple[Role, ...] = ()) -> list[str]:
    (story,) = arrange(brief, ORDER, unpublished)
    return [section.heading for section in story.sections]


def test_sections_stand_in_the_order_of_the_format() -> None:
    brief = brief_of("## Key Points\n\n- a\n\n## Summary\n\nb\n\n## Quotes\n\n> c\n")
    assert headings(brief) == ["Summary", "Quotes", "Key Points"]


def test_a_role_that_the_order_does_not_name_goes_to_the_end() -> None:
    brief = brief_of("## What's next\n\na\n\n## Key Points\n\n- b\n")
    assert headings(brief) == ["Key Points", "What's next"]


def test_notes_unpublished_roles_and_what_is_private_are_not_printed() -> None:
    body = "## Notes\n\na\n\n## My thoughts\n\nb\n\n## Quotes\n\n> c\n\n## Summary\n\nd\n"
    assert headings(brief_of(body), (Role.QUOTES,)) == ["Summary"]


def test_notes_are_not_printed_whatever_the_format_says() -> None:
    brief = brief_of("## Notes\n\na\n\n## Sources\n\nb\n\n## Summary\n\nc\n")
    story = brief.stories[0]
    opened = tuple(replace(section, published=True) for section in story.sections)
    assert headings(replace(brief, stories=(replace(story, sections=opened),))) == ["Summary"]


def test_a_section_that_is_let_in_stays_behind_the_one_before_it() -> None:
    front = f"{FRONT}publish: [The weather]\n"
    brief = brief_of(
        "## Key Points\n\n- a\n\n## The weather\n\nb\n\n## Summary\n\nc\n", front=front
    )
    assert headings(brief) == ["Summary", "Key Points", "The weather"]


def test_two_sections_of_one_role_are_one() -> None:
    brief = brief_of("## Key Points\n\n- a\n\n## Summary\n\nb\n\n## The details\n\n- c\n")
    assert headings(brief) == ["Summary", "Key Points"]
    (story,) = arrange(brief, ORDER, ())
    assert [words.text for words in words_in_order([story])] == ["b", "a", "c"]


def test_an_empty_section_is_left_out_and_a_story_with_nothing_else_too() -> None:
    brief = brief_of("# One\n\n## Summary\n\na\n\n## Quotes\n\n# Two\n\n## Notes\n\nb\n")
    (story,) = arrange(brief, ORDER, ())
    assert [section.heading for section in story.sections] == ["Summary"]


def test_the_title_of_a_story_comes_before_its_words() -> None:
    stories: tuple[Arranged, ...] = arrange(brief_of("# One\n\n## Summary\n\na\n"), ORDER, ())
    assert [words.text for words in words_in_order(stories)] == ["One", "a"]
