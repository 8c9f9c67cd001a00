"""The dated events of a topic."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from nutgraf.app.running.timeline import timeline
from nutgraf.app.running.topic import topic_of
from nutgraf.errors import Usage
from tests.app.running.stories import ferry, seeds


def test_the_events_of_a_topic_stand_in_order_with_their_sources(tmp_path: Path) -> None:
    workspace = ferry(tmp_path)
    found = timeline(workspace, topic_of(workspace, "ferry Alba"))
    assert [(one.first, one.told[0].id, one.planned) for one in found] == [
        (date(2026, 3, 2), "courier-1", False),
        (date(2026, 3, 9), "ledger-1", True),
        (date(2026, 3, 18), "courier-2", False),
        (date(2026, 3, 19), "radio", False),
        (date(2026, 4, 1), "courier-2", True),
    ]


def test_the_brief_that_told_an_event_is_named_with_its_line(tmp_path: Path) -> None:
    workspace = ferry(tmp_path)
    found = timeline(workspace, topic_of(workspace, "ferry Alba"))
    assert [[(told.id, told.line) for told in one.briefs] for one in found] == [
        [("2026-03-06", 8)], [], [], [], [],
    ]  # fmt: skip


def test_another_story_is_left_out(tmp_path: Path) -> None:
    workspace = ferry(tmp_path)
    [mill] = timeline(workspace, topic_of(workspace, "mill"))
    assert (mill.first, mill.planned) == (date(2026, 5, 4), True)


def test_a_brief_and_a_source_are_topics_too(tmp_path: Path) -> None:
    workspace = ferry(tmp_path)
    assert len(timeline(workspace, topic_of(workspace, "2026-03-06"))) == 2
    assert len(timeline(workspace, topic_of(workspace, "radio"))) == 1


def test_what_no_source_has_is_refused(tmp_path: Path) -> None:
    workspace = ferry(tmp_path)
    with pytest.raises(Usage, match="no source tells of “walrus”"):
        topic_of(workspace, "walrus")
    with pytest.raises(Usage, match="no word"):
        topic_of(workspace, "—")


def test_the_seeds_have_their_days_in_order(tmp_path: Path) -> None:
    workspace = seeds(tmp_path)
    days = [one.first for one in timeline(workspace, topic_of(workspace, "IRS DHS")) if one.first]
    assert days == sorted(days)
    assert len(days) == 7
