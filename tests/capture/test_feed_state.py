"""What was seen of a feed is kept, whatever comes between; two runs at once add nothing twice."""

from __future__ import annotations

import json
import threading
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from nutgraf.capture.captured import Raw
from nutgraf.capture.feed_state import SEEN, remembering
from nutgraf.capture.feeds import Item
from nutgraf.capture.fetching.fetched import Fetched
from nutgraf.errors import Faulty, TryLater, Usage

FEED = "https://post.lowmoor.example/feed"
TODAY = date(2026, 3, 6)
ONE, TWO, THREE = (Item(name, name) for name in ("one", "two", "drei – “3”"))


def fetched(etag: str | None = None, modified: str | None = None) -> Fetched:
    return Fetched(Raw(b"", "feed"), 200, etag=etag, modified=modified)


def seen(root: Path) -> list[tuple[str, str]]:
    lines = yaml.safe_load((root / SEEN).read_text(encoding="utf-8"))
    return [(line["item"], str(line["seen"])) for line in lines]


def test_what_was_seen_is_not_new_again(tmp_path: Path) -> None:
    with remembering(tmp_path, FEED, today=TODAY) as memory:
        assert memory.unseen([ONE, TWO, ONE]) == (ONE, TWO)
        memory.saw([ONE])
    with remembering(tmp_path, FEED, today=TODAY + timedelta(1)) as memory:
        assert memory.unseen([ONE, TWO, THREE]) == (TWO, THREE)
        memory.saw([THREE])
    assert seen(tmp_path) == [("one", "2026-03-06"), ("drei – “3”", "2026-03-07")]


def test_each_feed_has_a_memory_of_its_own(tmp_path: Path) -> None:
    with remembering(tmp_path, FEED, today=TODAY) as memory:
        memory.saw([ONE])
    with remembering(tmp_path, f"{FEED}/other", today=TODAY) as memory:
        assert memory.unseen([ONE]) == (ONE,)
        memory.saw([TWO])
    with remembering(tmp_path, FEED, today=TODAY) as memory:
        assert memory.unseen([ONE, TWO]) == (TWO,)


def test_what_was_seen_before_a_fault_is_kept(tmp_path: Path) -> None:
    def breaks_off() -> None:
        with remembering(tmp_path, FEED, today=TODAY) as memory:
            memory.saw([ONE])
            raise KeyError

    with pytest.raises(KeyError):
        breaks_off()
    assert seen(tmp_path) == [("one", "2026-03-06")]


def test_a_run_that_sees_nothing_writes_nothing(tmp_path: Path) -> None:
    with remembering(tmp_path, FEED, today=TODAY) as memory:
        memory.unseen([ONE])
    assert not (tmp_path / SEEN).exists()


def test_what_a_server_says_of_its_feed_is_given_back_once_all_was_dealt_with(
    tmp_path: Path,
) -> None:
    with remembering(tmp_path, FEED, today=TODAY) as memory:
        assert (memory.etag, memory.modified) == (None, None)
        memory.saw([ONE])
    with remembering(tmp_path, FEED, today=TODAY) as memory:
        assert memory.etag is None
        memory.whole(fetched('"v1"', "Fri, 06 Mar 2026 10:00:00 GMT"))
    with remembering(tmp_path, FEED, today=TODAY) as memory:
        assert (memory.etag, memory.modified) == ('"v1"', "Fri, 06 Mar 2026 10:00:00 GMT")


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"x": 1}', b"\xff", b"[" * 100_000])
def test_a_damaged_cache_is_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / ".nutgraf").mkdir()
    (tmp_path / ".nutgraf/feeds.json").write_bytes(data)
    with remembering(tmp_path, FEED, today=TODAY) as memory:
        assert memory.etag is None
        memory.whole(fetched('"v1"'))
    with remembering(tmp_path, FEED, today=TODAY) as memory:
        assert memory.etag == '"v1"'


def test_without_the_cache_nothing_is_lost_but_a_download(tmp_path: Path) -> None:
    with remembering(tmp_path, FEED, today=TODAY) as memory:
        memory.saw([ONE])
        memory.whole(fetched('"v1"'))
    (tmp_path / ".nutgraf/feeds.json").unlink()
    with remembering(tmp_path, FEED, today=TODAY) as memory:
        assert memory.etag is None
        assert memory.unseen([ONE]) == ()


@pytest.mark.parametrize(
    "line",
    ["<<<<<<< HEAD", "- {", "- 7", '- {"feed": "x"}', '- {"feed": "x", "item": "y", "seen": "z"}'],
)
def test_a_damaged_line_is_told_with_its_place(tmp_path: Path, line: str) -> None:
    (tmp_path / "seeds").mkdir()
    good = json.dumps({"feed": FEED, "item": "one", "seen": "2026-03-01"})
    (tmp_path / SEEN).write_text(f"# seen\n- {good}\n{line}\n")
    with pytest.raises(Faulty) as told, remembering(tmp_path, FEED, today=TODAY):
        raise AssertionError
    assert [fault.where() for fault in told.value.faults] == [f"{SEEN}:3"]


def test_after_a_merge_an_item_was_seen_when_it_was_seen_first(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    lines = [
        "- " + json.dumps({"feed": FEED, "item": "one", "seen": day})
        for day in ("2026-03-04", "2026-03-02")
    ]
    (tmp_path / SEEN).write_text("\r\n".join([*lines, ""]))
    with remembering(tmp_path, FEED, today=TODAY) as memory:
        assert memory.unseen([ONE]) == ()
        memory.saw([TWO])
    assert seen(tmp_path) == [("one", "2026-03-02"), ("two", "2026-03-06")]


def test_what_a_feed_has_not_named_for_long_is_forgotten(tmp_path: Path) -> None:
    with remembering(tmp_path, FEED, today=TODAY) as memory:
        memory.saw([ONE, TWO])
    with remembering(tmp_path, FEED, today=TODAY + timedelta(500)) as memory:
        assert memory.unseen([ONE]) == ()
    assert seen(tmp_path) == [("one", "2026-03-06")]


def test_a_second_run_waits_and_then_sees_what_the_first_saw(tmp_path: Path) -> None:
    begun, added = threading.Event(), list[Item]()

    def cron() -> None:
        with remembering(tmp_path, FEED, today=TODAY) as memory:
            begun.set()
            fresh = memory.unseen([ONE, TWO])
            added.extend(fresh)
            memory.saw(fresh)

    with remembering(tmp_path, FEED, today=TODAY) as memory:
        thread = threading.Thread(target=cron)
        thread.start()
        assert not begun.wait(0.05)
        added.extend(memory.unseen([ONE, TWO]))
        memory.saw([ONE, TWO])
    thread.join(20)
    assert added == [ONE, TWO]


def test_a_run_that_would_wait_for_long_is_for_later(tmp_path: Path) -> None:
    with (
        remembering(tmp_path, FEED, today=TODAY),
        pytest.raises(TryLater, match="another nutgraf is reading feeds"),
        remembering(tmp_path, FEED, today=TODAY, patience=0.01),
    ):
        raise AssertionError


def test_what_cannot_be_kept_is_told(tmp_path: Path) -> None:
    (tmp_path / "seeds").write_text("a file, not a folder")
    with (
        pytest.raises(Usage, match="cannot be kept"),
        remembering(tmp_path, FEED, today=TODAY) as memory,
    ):
        memory.saw([ONE])
