"""What is new on a topic since the last brief on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from nutgraf.app.running.changes import last_on, since
from nutgraf.app.running.topic import topic_of
from nutgraf.errors import Usage
from tests.app.running.stories import ferry


def test_what_newer_sources_have_is_told_with_both_places(tmp_path: Path) -> None:
    workspace = ferry(tmp_path)
    topic = topic_of(workspace, "ferry Alba")
    entry = last_on(workspace, topic)
    assert entry.id == "2026-03-06"
    news = since(workspace, topic, entry)
    assert news.sources == ("courier-2", "radio")
    moved = [(one.was, one.now, one.places) for one in news.changes if one.what == "moved"]
    assert moved == [
        (
            "The ferry will cost: £4.1 million",
            "£5.3 million",
            ("briefs/2026-03-06.md:8", "seeds/courier-2.md:8"),
        ),
        (
            "The title of Ines Calder: acting port director",
            "Port director",
            ("briefs/2026-03-06.md:12", "seeds/courier-2.md:6"),
        ),
    ]
    assert [one.now for one in news.changes if one.what == "person"] == [
        "Dana Whitlock, investigator"
    ]
    [gap] = [one for one in news.changes if one.what == "open"]
    assert "why the steering of the ferry failed" in gap.was
    assert "because a hose had burst" in gap.now
    assert len([one for one in news.changes if one.what == "event"]) == 3


def test_a_brief_on_another_story_is_not_the_last_one_on_this(tmp_path: Path) -> None:
    workspace = ferry(tmp_path)
    assert last_on(workspace, topic_of(workspace, "mill")).id == "2026-03-13"


def test_what_no_brief_told_has_no_last_brief(tmp_path: Path) -> None:
    workspace = ferry(tmp_path)
    with pytest.raises(Usage, match="no brief tells of “Whitlock” yet"):
        last_on(workspace, topic_of(workspace, "Whitlock"))


def test_with_no_newer_source_nothing_is_new(tmp_path: Path) -> None:
    workspace = ferry(tmp_path)
    topic = topic_of(workspace, "mill")
    news = since(workspace, topic, last_on(workspace, topic))
    assert (news.sources, news.changes) == ((), ())
