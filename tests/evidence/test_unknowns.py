"""The gaps that the sources of a pack admit, with their spans and what they are about."""

from __future__ import annotations

from pathlib import Path

from nutgraf.evidence.pack import Pack, read_pack
from nutgraf.evidence.unknowns import unknowns
from nutgraf.workspace.loading import open_workspace
from tests.workspaces import write_files


def pack_of(folder: Path, **sources: str) -> Pack:
    files = {
        f"seeds/{name}.md": f"---\ntitle: {name}\n---\n{text}\n" for name, text in sources.items()
    }
    brief = (
        f"---\ntitle: B\ndate: 2025-03-07\nsources: [{', '.join(sources)}]\n---\n## Summary\n\nS.\n"
    )
    root = write_files(folder, {**files, "briefs/b.md": brief})
    return read_pack(open_workspace(root).brief("b").pack)


def test_each_gap_has_its_span_and_its_topic(tmp_path: Path) -> None:
    text = "The barge sank on Monday. Police said it was not known why the barge left its berth."
    (found,) = unknowns(pack_of(tmp_path, post=text))
    assert found.kind == "unknown"
    assert found.topic == {"barg", "leav", "berth"}
    assert text[found.span.start : found.span.end] == found.text
    assert found.text.startswith("Police said it was not known")


def test_two_gaps_of_a_sentence_are_two(tmp_path: Path) -> None:
    text = (
        "The firm did not disclose the price of the barge, and it is unclear who bought its cargo."
    )
    found = unknowns(pack_of(tmp_path, post=text))
    assert [one.text[:7] for one in found] == ["The fir", "it is u"]


def test_one_gap_that_two_sources_admit_is_told_once(tmp_path: Path) -> None:
    pack = pack_of(
        tmp_path,
        post="It is not known why the barge left its berth.",
        star="Why the barge left its berth remains unclear.",
    )
    assert [one.span.source for one in unknowns(pack)] == ["post"]


def test_entries_of_a_list_are_listed(tmp_path: Path) -> None:
    text = "The barge sank.\n\nWhat we don’t know\n\n- Why the barge left its berth\n- Who owns it"
    found = unknowns(pack_of(tmp_path, post=text))
    assert [(one.text, one.listed) for one in found] == [
        ("Why the barge left its berth", True),
        ("Who owns it", True),
    ]


def test_what_somebody_is_quoted_with_is_no_gap_of_the_source(tmp_path: Path) -> None:
    assert not unknowns(pack_of(tmp_path, post="“It is not known why it sank,” said Ann Lee."))
