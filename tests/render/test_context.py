from dataclasses import replace
from typing import cast

import msgspec

from nutgraf.model import Brief, Role
from nutgraf.render.context import context
from nutgraf.render.views import BriefView, PublicationView, SourcesView, StoryView
from tests.render.desk import FRONT, SETTINGS, SOURCES, brief_of, house


def seen(brief: Brief, **settings: object) -> dict[str, object]:
    home = house("cards")
    changed = msgspec.structs.replace(SETTINGS, **settings)
    return context(brief, changed, home.format_name, home.format, home.brand)


def stories(brief: Brief) -> tuple[StoryView, ...]:
    return cast("tuple[StoryView, ...]", seen(brief)["stories"])


def sources(body: str, texts: dict[str, str] = SOURCES) -> SourcesView:
    return cast("SourcesView", seen(brief_of(body, sources=texts))["sources"])


def test_the_publication_is_told_as_it_stands() -> None:
    made = cast("PublicationView", seen(brief_of("A."))["publication"])
    assert made.postal_address == ("Quay 3", "20457 Port Example")
    assert (made.start, made.end) == ("left", "right")
    assert made.reply_to == "desk@harbor.example"


def test_what_the_publication_does_not_say_is_empty() -> None:
    sender = msgspec.structs.replace(SETTINGS.sender, reply_to=None)
    values = seen(brief_of("A."), tagline=None, direction="rtl", sender=sender)
    made = cast("PublicationView", values["publication"])
    assert (made.tagline, made.base_url) == ("", "")
    assert (made.start, made.end) == ("right", "left")
    assert made.reply_to == "note@harbor.example"


def test_the_preheader_is_padded_to_the_length_of_an_inbox_line() -> None:
    short = cast("BriefView", seen(brief_of("A.", front=f"{FRONT}preheader: Short.\n"))["brief"])
    assert short.preheader == "Short."
    assert len(short.preheader) + len(short.padding) >= 150
    assert not short.padding.strip("\u034f\u200c\xa0")
    long = seen(brief_of("A.", front=f"{FRONT}preheader: {'word ' * 60}\n"))["brief"]
    assert cast("BriefView", long).padding == ""


def test_a_title_against_the_direction_of_the_publication_says_so() -> None:
    front = "title: مرحبا بالعالم\ndate: 2026-03-05\n"
    made = cast("BriefView", seen(brief_of("A.", front=front))["brief"])
    assert made.dir == ' dir="rtl" align="right"'


def test_sections_of_one_story_stand_right_below_the_title_of_the_brief() -> None:
    (story,) = stories(brief_of("## Summary\n\nA.\n\n### More\n\nB.\n"))
    assert not story.title
    assert [section.level for section in story.sections] == [2]
    assert story.sections[0].label == "In short"


def test_sections_of_several_stories_stand_below_their_titles() -> None:
    opening, first, second = stories(
        brief_of("Hello.\n\n# One\n\n## Summary\n\nA.\n\n# Two\n\n## Summary\n\nB.\n")
    )
    assert [section.role for section in opening.sections] == [Role.INTRO]
    assert first.title.text == "One"
    assert [section.level for section in (*first.sections, *second.sections)] == [3, 3]


def test_what_the_newsletter_says_itself_is_marked_with_what_it_rests_on() -> None:
    (story,) = stories(
        brief_of(
            "## Newsletter Angles\n\nIt rains [@log, p. 1]. It pours [@gazette; @log].\n\n"
            "## Quotes\n\n> c\n"
        )
    )
    angles = next(section for section in story.sections if section.role is Role.ANGLES)
    assert angles.ours
    assert angles.cites.text == "[1][2]"
    assert angles.sentences == 2
    assert not next(section for section in story.sections if section.role is Role.QUOTES).ours


def test_a_section_in_which_nothing_can_be_shown_is_left_out() -> None:
    assert stories(brief_of("A.\n\n## Quotes\n\n![](a.png)\n"))[0].sections[0].role is Role.INTRO
    assert len(stories(brief_of("A.\n\n## Quotes\n\n![](a.png)\n"))[0].sections) == 1


def test_a_section_that_is_let_in_keeps_its_own_heading() -> None:
    (story,) = stories(
        brief_of("## The weather\n\nRain.\n", front=f"{FRONT}publish: [The weather]\n")
    )
    assert [section.label for section in story.sections] == ["The weather"]


def test_a_source_says_what_it_states_and_nothing_else() -> None:
    gazette, log, letter = sources("A [@gazette]. B [@log]. C [@letter].").list
    assert (gazette.title.text, gazette.publisher) == ("Cranes stop for a day", "The Gazette")
    assert (gazette.url, gazette.date) == ("https://gazette.example/cranes", "4 March 2026")
    assert gazette.credits == "Wire Service"
    assert (log.title.text, log.publisher, log.date, log.url) == ("Port Authority", "", "", "")
    assert (letter.title.text, letter.publisher, letter.credits) == ("letter", "", "")


def test_a_source_that_the_pack_does_not_hold_is_its_id() -> None:
    brief = replace(brief_of("A [@gazette]."), pack=())
    (only,) = cast("SourcesView", seen(brief)["sources"]).list
    assert (only.title.text, only.url, only.credits) == ("gazette", "", "")


def test_a_source_with_an_unsafe_address_has_no_link() -> None:
    texts = {"a": "---\ntitle: A\nurl: javascript:alert(1)\n---\nb\n"}
    assert sources("A [@a].", texts).list[0].url == ""


def test_the_count_and_the_credits_are_facts_of_the_list() -> None:
    made = sources("A [@gazette]. B [@log; @letter]. C [@log].")
    assert (made.count, made.times) == ("three sources", "4 citations")
    assert made.credit == "Wire Service (2)"
    assert sources("A [@gazette].").credit == ""


def test_no_citation_leaves_the_list_empty() -> None:
    assert sources("A.").list == ()
