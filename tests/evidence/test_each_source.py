"""A statement held against each source by itself."""

from __future__ import annotations

from pathlib import Path

from nutgraf.evidence.each_source import InSource, in_each_source
from nutgraf.evidence.pack import read_pack
from nutgraf.evidence.statements import statements
from nutgraf.workspace.loading import open_workspace
from tests.app.verifying import NEWSROOM
from tests.workspaces import write_files

WIRE = """\
---
title: Board fined
publisher: The Valley Post
published: 2025-03-05
---
(AP) — The harbour board was fined $1.4 million over a fuel spill that killed 340 seabirds.
"""
OTHER = "---\ntitle: Weather\npublisher: The Hill\npublished: 2025-03-05\n---\nRain is due.\n"


def beside(root: Path, begin: str) -> dict[str, InSource]:
    files = {**NEWSROOM, "seeds/wire.md": WIRE, "seeds/weather.md": OTHER}
    listed = "sources: [gazette, herald]"
    more = "sources: [gazette, herald, wire, weather]"
    write_files(root, {name: str(text).replace(listed, more) for name, text in files.items()})
    brief = open_workspace(root).brief("2025-03-07")
    place = next(one.place for one in statements(brief) if one.text.startswith(begin))
    found = in_each_source(brief, place, read_pack(brief.pack), brief.date)
    return {one.source: one for one in found}


def test_what_each_says_and_what_differs(tmp_path: Path) -> None:
    found = beside(tmp_path, "The harbour board was fined")
    assert next(iter(found)) == "gazette"
    assert (found["gazette"].cited, found["gazette"].verdict) == (True, "supported")
    assert not found["gazette"].reasons
    assert found["wire"].verdict == "contradicted"
    assert any("1.4 million" in reason for reason in found["wire"].reasons)
    assert "weather" not in found


def test_each_passage_has_its_origin(tmp_path: Path) -> None:
    found = beside(tmp_path, "The harbour board was fined")
    assert found["wire"].origin == "AP"
    assert found["gazette"].origin == "Harbour Gazette"


def test_passages_are_places_of_the_file(tmp_path: Path) -> None:
    for one in beside(tmp_path, "Wardens counted").values():
        for passage in one.passages:
            text = (tmp_path / passage.place.path).read_text("utf-8")
            assert text[passage.place.start : passage.place.end] == passage.text


def test_a_place_that_is_no_statement_has_nothing_beside_it(tmp_path: Path) -> None:
    beside(tmp_path, "Wardens counted")
    brief = open_workspace(tmp_path).brief("2025-03-07")
    assert in_each_source(brief, brief.file.place(0, 1), read_pack(brief.pack), None) == ()
