"""The running story of a dairy: a firm renamed, two people of one surname, an office filled."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from nutgraf.app.running.changes import last_on, since
from nutgraf.app.running.entities import entities
from nutgraf.app.running.timeline import timeline
from nutgraf.app.running.topic import topic_of
from tests.app.running.stories import dairy


def test_who_is_who_has_no_false_disagreement(tmp_path: Path) -> None:
    found = [(one.name, one.state) for one in entities(dairy(tmp_path))]
    assert found == [
        ("Mona Kell", "changed"),
        ("Anne Rusk", ""),
        ("Lars Odum", ""),
        ("Peter Rusk", ""),
        ("Tanver Dairy", ""),
        ("Food Safety Board", ""),
    ]


def test_a_brief_tells_of_an_event_only_with_its_figures_and_after_it(tmp_path: Path) -> None:
    workspace = dairy(tmp_path)
    found = timeline(workspace, topic_of(workspace, "Tanver"))
    assert [(one.first, [told.id for told in one.briefs], one.planned) for one in found] == [
        (date(2026, 5, 4), ["2026-05-08"], False),
        (date(2026, 5, 11), ["2026-05-15"], False),
        (date(2026, 5, 19), [], False),
        (date(2026, 5, 28), [], False),
        (date(2026, 5, 29), [], True),
    ]


def test_what_is_new_since_the_last_brief_leaves_out_what_it_had(tmp_path: Path) -> None:
    workspace = dairy(tmp_path)
    topic = topic_of(workspace, "Tanver")
    news = since(workspace, topic, last_on(workspace, topic))
    assert (news.brief, news.sources) == ("2026-05-15", ("board", "echo-2"))
    assert [(one.what, one.now[:24], one.places) for one in news.changes] == [
        ("moved", "Chief executive", ("briefs/2026-05-15.md:8", "seeds/echo-2.md:6")),
        ("event", "2026-05-19: Tanver Dairy", ("seeds/echo-2.md:6",)),
        ("event", "2026-05-28: The metal go", ("seeds/board.md:6",)),
        ("person", "Lars Odum, inspector", ("seeds/board.md:6",)),
        ("open", "The metal got into the b", ("briefs/2026-05-15.md:12", "seeds/board.md:6")),
    ]
