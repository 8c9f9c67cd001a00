"""suggest, as a person types it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.app.suggesting.stories import WARD
from tests.app.test_standing import READY, approved
from tests.cli.running import refused, run
from tests.cli.test_checking import answer
from tests.workspaces import write_files


def test_each_thing_is_shown_with_the_words_the_section_and_the_line(tmp_path: Path) -> None:
    ran = run(write_files(tmp_path, WARD), "suggest")
    assert ran.status == 0
    assert ran.out.startswith("briefs/2026-03-06.md · its pack holds ")
    assert "RESPONSE 1 Henrik Dahl, the trust's chief executive has answered this" in ran.out
    assert "seeds/evening.md:14" in ran.out
    assert "  under    Quotes\n  paste    > “No mother will be put at risk" in ran.out
    assert "CAVEAT 2   A source says this; readers are not told" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80
    assert ran.err.endswith("next: nutgraf suggest 2026-03-06 --write\n")


def test_one_kind_can_be_asked_for_in_the_plural_too(tmp_path: Path) -> None:
    ran = run(write_files(tmp_path, WARD), "suggest", "2026-03-06", "-k", "Caveats")
    assert ran.out.count("CAVEAT") == 2
    assert "RESPONSE" not in ran.out


def test_json_holds_what_the_report_shows_and_nothing_else(tmp_path: Path) -> None:
    ran = run(write_files(tmp_path, WARD), "suggest", "--format", "json")
    told = json.loads(ran.out)
    assert ran.err == ""
    assert told["version"] == 1
    assert told["brief"] == "briefs/2026-03-06.md"
    first = told["suggestions"][0]
    assert (first["kind"], first["role"], first["accept"]) == ("response", "quotes", True)
    text = (tmp_path / "seeds/evening.md").read_text("utf-8")
    (evidence,) = first["evidence"]
    assert text[evidence["start"] : evidence["end"]] == evidence["text"]


def test_a_brief_with_nothing_to_suggest_says_so(tmp_path: Path) -> None:
    source = "---\ntitle: Rain\npublished: 2026-03-03\n---\nIt rained in Holm on Monday.\n"
    brief = (
        "---\ntitle: Rain\ndate: 2026-03-06\n---\n## Summary\n\nIt rained in Holm on Monday. "
        "[@rain]\n"
    )
    ran = run(write_files(tmp_path, {"seeds/rain.md": source, "briefs/wet.md": brief}), "suggest")
    assert ran.out == "briefs/wet.md · nothing to suggest: it tells what its pack holds\n"
    assert ran.err == ""


def test_a_brief_without_a_pack_is_told_what_it_lacks(tmp_path: Path) -> None:
    brief = "---\ntitle: Rain\ndate: 2026-03-06\n---\nIt rained.\n"
    ran = run(write_files(tmp_path, {"briefs/wet.md": brief}), "suggest")
    assert ran.status == 0
    assert "it has no pack; list its sources, or cite them" in ran.out


def test_wrong_names_are_refused_with_the_nearest(tmp_path: Path) -> None:
    root = write_files(tmp_path, WARD)
    refused(run(root, "suggest", "-k", "respnse"), "did you mean response?")
    refused(run(root, "suggest", "2026-03-05"), "did you mean 2026-03-06?")
    refused(run(root, "suggest", "--format", "xml"), "there is no format “xml”")


def test_a_yes_writes_a_line_and_a_no_does_not(tmp_path: Path) -> None:
    root = write_files(tmp_path, WARD)
    brief = root / "briefs/2026-03-06.md"
    before = brief.read_text("utf-8")
    ran = answer(root, "y\nn\nq\n", "suggest", "--write")
    assert ran.status == 0
    assert "put it under Quotes? y yes · n no · q quit" in ran.err
    assert "2026-03-06: 1 line written, 8 left" in ran.err
    assert ran.err.endswith("next: nutgraf check 2026-03-06\n")
    line = "> “No mother will be put at risk, because every one of them will be taken by ambulance"
    after = brief.read_text("utf-8")
    assert line in after
    assert after.startswith(before.rstrip())


def test_writing_is_for_people(tmp_path: Path) -> None:
    root = write_files(tmp_path, WARD)
    refused(run(root, "suggest", "--write", "-f", "json"), "leave one out")


def test_nothing_is_put_into_a_brief_that_is_approved(tmp_path: Path) -> None:
    root = write_files(tmp_path, READY)
    approved(root)
    refused(run(root, "suggest", "--write"), "is approved as it is")
    ran = run(root, "suggest")
    assert ran.status == 0
    assert "High water" not in ran.out
    assert "next:" not in ran.err
