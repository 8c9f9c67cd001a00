from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from nutgraf.model import Role
from tests.workspace.composing import compose, faults, texts
from tests.workspaces import Write

SOURCES = {
    "seeds/one.md": "---\ntitle: One\n---\nWords.\n",
    "seeds/Two.md": "---\nid: two sources\n---\nWords.\n",
    "seeds/note.md": "---\ntype: note\n---\n## Summary\n\nSaid. [@one]\n",
}


def test_the_pack_is_what_sources_lists(write_workspace: Write) -> None:
    front = "date: 2025-03-07\nsources: [ONE, two sources, one]"
    composed = compose(write_workspace, "Words.\n", SOURCES, front)
    assert composed.sources == ("one", "two sources", "one")
    assert [source.id for source in composed.pack] == ["one", "two sources"]


def test_without_sources_the_pack_is_what_is_cited_here_and_in_what_is_embedded(
    write_workspace: Write,
) -> None:
    body = "# Ferries [@{two sources}]\n\n## Summary\n\n![[note#Summary]]\n"
    composed = compose(write_workspace, body, SOURCES)
    assert composed.sources is None
    assert [source.id for source in composed.pack] == ["two sources", "one"]


def test_a_table_and_a_quotation_cite_as_well(write_workspace: Write) -> None:
    body = "| h |\n|---|\n| c [@one] |\n\n> “W.” — A [@{Two Sources}]\n"
    composed = compose(write_workspace, body, SOURCES)
    assert [source.id for source in composed.pack] == ["one", "two sources"]


def test_a_note_is_no_source(write_workspace: Write) -> None:
    assert compose(write_workspace, "Words. [@note]\n", SOURCES).pack == ()
    (told,) = faults(write_workspace, "Words.\n", SOURCES, "date: 2025-03-07\nsources: [one, note]")
    assert told == (
        "briefs/2025-03-07.md:3:16",
        "“note” is a note: a pack holds sources",
        "list what the note was made from",
    )


def test_an_id_that_is_no_seed_is_told_with_the_nearest(write_workspace: Write) -> None:
    front = "date: 2025-03-07\nsources: [onne, else]"
    told = faults(
        write_workspace, "Words. [@tow sources; @a]\n\nMore. [@a; @onee]\n", SOURCES, front
    )
    first = "capture it first: nutgraf add URL"
    assert told == [
        ("briefs/2025-03-07.md:3:11", "no seed is called “onne”", "did you mean “one”?"),
        (
            "briefs/2025-03-07.md:3:17",
            "no seed is called “else”",
            "capture it first: nutgraf add URL",
        ),
        ("briefs/2025-03-07.md:7:9", "no seed is called “a”", first),
        ("briefs/2025-03-07.md:7:13", "no seed is called “onee”", "did you mean “one”?"),
    ]


def test_a_source_is_cited_by_its_id_not_by_its_path(write_workspace: Write) -> None:
    (told,) = faults(write_workspace, "Words. [[seeds/one]]\n", SOURCES)
    assert told[1:] == ("“seeds/one” is no id", "cite it as [@one]")


EARLIER = {
    **SOURCES,
    "briefs/2025-02-28.md": (
        "---\ndate: 2025-02-28\n---\n## Summary\n\nSaid. [@one] ^said\n\n![[note#Summary]]\n\n"
        "- ![[note#Summary]]\n\n^list\n\nRound. [@2025-03-07#^b] ^round\n"
    ),
}


@pytest.mark.parametrize("block", ["said", "list"])
def test_a_block_of_an_earlier_brief_is_cited_with_its_sources(
    write_workspace: Write, block: str
) -> None:
    composed = compose(write_workspace, f"As we said. [@2025-02-28#^{block}]\n", EARLIER)
    assert [source.id for source in composed.pack] == ["one"]


def test_briefs_that_cite_each_other_rest_on_nothing(write_workspace: Write) -> None:
    composed = compose(write_workspace, "As we said. [@2025-02-28#^round] ^b\n", EARLIER)
    assert composed.pack == ()


@pytest.mark.parametrize(
    ("block", "hint"),
    [("sadi", "did you mean “^said”?"), ("zz", "write ^zz at the end of that block")],
)
def test_a_block_that_was_never_sent_is_told(write_workspace: Write, block: str, hint: str) -> None:
    (told,) = faults(write_workspace, f"As we said. [@2025-02-28#^{block}]\n", EARLIER)
    assert told == (
        "briefs/2025-03-07.md:4:15",
        f"“2025-02-28” has no block “^{block}”",
        hint,
    )


@pytest.mark.parametrize("body", ["", "\n\n", "## Summary\n\n## Quotes\n", "%% all private %%\n"])
def test_an_empty_brief_is_told(write_workspace: Write, body: str) -> None:
    (told,) = faults(write_workspace, body)
    assert told[:2] == ("briefs/2025-03-07.md:4:1", "the brief has nothing in it")
    assert "write a section" in told[2]


def test_a_brief_without_a_date_is_told(write_workspace: Write) -> None:
    (told,) = faults(write_workspace, "Words.\n", front="title: T")
    assert told[:2] == ("briefs/2025-03-07.md:1:1", "the brief has no date")
    assert "date: " in told[2]


def test_a_date_that_is_none_is_told_once(write_workspace: Write) -> None:
    (told,) = faults(write_workspace, "Words.\n", front="date: 2025-02-30")
    assert told[0] == "briefs/2025-03-07.md:2:7"
    assert "2025-02-30" in told[1]


def test_what_a_brief_states_is_read(write_workspace: Write) -> None:
    front = (
        "title: T: it sails\ndate: 2025-03-07\nauthor: A. Bo\nsubject: S\npreheader: P\n"
        "format: cards\nsend_at: 17:00\nembargo: 2025-03-07T16:00:00+02:00"
    )
    composed = compose(write_workspace, "Words.\n", front=front)
    assert (composed.title, composed.subject, composed.preheader) == ("T: it sails", "S", "P")
    assert (composed.author, composed.format, composed.date) == (
        "A. Bo",
        "cards",
        date(2025, 3, 7),
    )
    assert composed.send_at == datetime(2025, 3, 7, 17, tzinfo=UTC)
    assert composed.embargo == datetime(2025, 3, 7, 14, tzinfo=UTC)


def test_what_a_brief_does_not_state_has_a_default(write_workspace: Write) -> None:
    composed = compose(write_workspace, "Words.\n")
    assert (composed.title, composed.subject, composed.preheader) == (
        "2025-03-07",
        "2025-03-07",
        "",
    )
    assert (composed.author, composed.send_at, composed.embargo) == (None, None, None)
    assert composed.format == "annotated"


def test_a_time_without_a_zone_is_of_the_publications(write_workspace: Write) -> None:
    front = "date: 2025-07-07\nsend_at: 2025-07-08 17:00"
    composed = compose(write_workspace, "Words.\n", front=front)
    assert composed.send_at is not None
    assert composed.send_at.utcoffset() == timedelta(hours=1)
    assert composed.send_at.astimezone(UTC) == datetime(2025, 7, 8, 16, tzinfo=UTC)


def test_the_headings_of_a_format_give_roles(write_workspace: Write) -> None:
    style = "title: House\nheadings:\n  points: [Nuts and bolts]\n"
    files = {"templates/house/format.yaml": style}
    composed = compose(
        write_workspace,
        "## Nuts and bolts\n\nOne.\n\n## Leads\n\nTwo.\n",
        files,
        "date: 2025-03-07\nformat: house",
    )
    (story,) = composed.stories
    assert [(one.role, one.published) for one in story.sections] == [
        (Role.POINTS, True),
        (Role.OTHER, False),
    ]


def test_what_is_left_out_is_reported_in_the_order_of_the_file(write_workspace: Write) -> None:
    body = "Hi. %%c%%\n\n## Summary\n\n## Leads\n\nX.\n\n- [ ] t\n\n## Notes\n\nMine.\n"
    composed = compose(write_workspace, body)
    assert [(out.what, out.text) for out in composed.left_out] == [
        ("comment", "c"),
        ("empty section", "Summary"),
        ("section", "Leads"),
        ("task", "[ ] t"),
        ("notes", "Notes"),
    ]


def test_private_words_stay_in_the_brief_and_out_of_its_published_sections(
    write_workspace: Write,
) -> None:
    composed = compose(write_workspace, "Hi.\n\n## Leads\n\nX.\n")
    assert texts(composed) == ["Hi.", "X."]
    assert [one.published for one in composed.stories[0].sections] == [True, False]
