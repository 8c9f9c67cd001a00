from __future__ import annotations

import os
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from nutgraf.errors import Faulty, Usage
from nutgraf.workspace.loading import open_workspace
from tests.workspace.composing import faults_of
from tests.workspaces import PLAIN, Write, brief


def test_a_workspace_knows_its_notes_by_id_path_and_folder(write_workspace: Write) -> None:
    files = {**PLAIN, "angles/deep/er.md": "X.\n", "seeds/n.md": "---\ntype: note\n---\nX.\n"}
    workspace = open_workspace(write_workspace(files))
    assert workspace.ids() == ["2025-03-07", "er", "n", "report"]
    kinds = {entry.id: entry.type for entry in workspace.entries.values()}
    assert kinds == {"2025-03-07": "brief", "er": "angle", "n": "note", "report": "source"}
    for name in ("ER", "angles/deep/er", "./Angles/deep/er.md"):
        entry = workspace.entry(name)
        assert entry is not None
        assert entry.path == "angles/deep/er.md"
    assert workspace.entry("nothing") is None


def test_accents_that_a_system_writes_apart_are_the_same(write_workspace: Write) -> None:
    apart = unicodedata.normalize("NFD", "Fähre")
    files = {f"seeds/{apart}.md": "X.\n", "briefs/x.md": brief("Words. [@Fähre]\n")}
    composed = open_workspace(write_workspace(files)).brief("briefs/x.md")
    assert [source.id for source in composed.pack] == ["Fähre"]


@pytest.mark.parametrize("name", ["seeds/.hidden.md", "seeds/_draft.md", "seeds/_x/a.md", "a.md"])
def test_what_is_hidden_or_elsewhere_is_no_note(write_workspace: Write, name: str) -> None:
    assert open_workspace(write_workspace({name: "X.\n"})).ids() == []


@pytest.mark.parametrize(
    ("front", "known"),
    [
        ("id: Named", "Named"),
        ("id: 'Two words'", "Two words"),
        ('id: "quoted"  # why', "quoted"),
        ("title: T", "a"),
        ("other:\n  id: indented", "a"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_an_id_is_what_the_front_matter_says_or_the_files_stem(
    write_workspace: Write, front: str, known: str, end: str
) -> None:
    text = f"---\ntype: note\n{front}\n---\nX.\n".replace("\n", end)
    workspace = open_workspace(write_workspace({"seeds/a.md": b"\xef\xbb\xbf" + text.encode()}))
    assert workspace.ids() == [known]
    note = workspace.note(known)
    assert note is not None
    assert (note.id, note.type) == (known, "note")


def test_two_files_with_one_id_are_told_also_when_only_case_differs(
    write_workspace: Write,
) -> None:
    files = {"angles/x.md": "A.\n", "seeds/X.md": "B.\n", "seeds/y.md": "---\nid: x\n---\n"}
    workspace = open_workspace(write_workspace(files))
    with pytest.raises(Faulty) as caught:
        _ = workspace.entries
    assert [(fault.where(), fault.message) for fault in caught.value.faults] == [
        ("angles/x.md:1:1", "“x” is the id of seeds/X.md, too"),
        ("seeds/y.md:1:1", "“x” is the id of seeds/X.md, too"),
    ]


@pytest.mark.parametrize("name", ["../../out", "a/b", "..", ".", "a\\\\b", "x" * 101])
def test_an_id_that_leads_out_of_build_is_told(write_workspace: Write, name: str) -> None:
    files = {"briefs/a.md": brief("X.\n", f"id: {name}\ndate: 2025-03-07")}
    workspace = open_workspace(write_workspace(files))
    with pytest.raises(Faulty, match="cannot be an id"):
        workspace.briefs()


def test_the_newest_brief_is_the_one_with_the_last_date(write_workspace: Write) -> None:
    files = {
        "briefs/zebra.md": brief("X.\n", "date: 2025-03-01"),
        "briefs/2025-03-07.md": "X.\n",
        "briefs/apple.md": brief("X.\n", 'date: "2025-03-08"'),
        "briefs/undated.md": "X.\n",
    }
    workspace = open_workspace(write_workspace(files))
    assert [entry.id for entry in workspace.briefs()] == [
        "undated",
        "zebra",
        "2025-03-07",
        "apple",
    ]


def test_a_source_holds_what_its_front_matter_states_and_nothing_else(
    write_workspace: Write,
) -> None:
    full = (
        "---\ntitle: T\npublisher: P\nurl: https://p.example/a\npublished: 2025-03-05\n"
        "retrieved: 2025-03-06\nkind: news\ncredits: [W]\nauthors: A\nlanguage: en\n---\nBody.\n"
    )
    workspace = open_workspace(write_workspace({"seeds/full.md": full, "seeds/bare.md": "Body.\n"}))
    source, bare = workspace.source("FULL"), workspace.source("bare")
    assert source is not None
    assert bare is not None
    assert (source.title, source.publisher, source.url) == ("T", "P", "https://p.example/a")
    assert (source.published, source.retrieved) == (date(2025, 3, 5), date(2025, 3, 6))
    assert (source.kind, source.credits, source.authors) == ("news", ("W",), ("A",))
    assert (source.language, source.body) == ("en", "Body.\n")
    assert (bare.title, bare.publisher, bare.url, bare.published) == ("", None, None, None)
    assert workspace.source("nobody") is None


def test_a_note_is_no_source(write_workspace: Write) -> None:
    workspace = open_workspace(write_workspace({"seeds/n.md": "---\ntype: note\n---\nX.\n"}))
    assert workspace.source("n") is None
    assert workspace.note("n") is workspace.note("seeds/n")
    assert workspace.note("nobody") is None


def test_a_brief_that_is_not_there_is_told_with_the_nearest(write_workspace: Write) -> None:
    workspace = open_workspace(write_workspace(PLAIN))
    with pytest.raises(Usage, match="there is no brief “2025-03-08”") as caught:
        workspace.brief("2025-03-08")
    assert caught.value.hint == "did you mean 2025-03-07?"
    with pytest.raises(Usage) as caught:
        workspace.brief("easter")
    assert caught.value.hint == "the newest are: 2025-03-07"
    with pytest.raises(Usage, match=r"“report” is no brief: seeds/report\.md"):
        workspace.brief("report")


def test_a_workspace_without_briefs_says_how_to_begin_one(write_workspace: Write) -> None:
    workspace = open_workspace(write_workspace({}))
    with pytest.raises(Usage) as caught:
        workspace.brief("easter")
    assert caught.value.hint == "begin one: nutgraf new brief NAME"


def test_a_format_that_is_not_there_is_told_where_it_is_named(write_workspace: Write) -> None:
    files = {"briefs/2025-03-07.md": brief("X.\n", "date: 2025-03-07\nformat: card")}
    (fault,) = faults_of(write_workspace(files))
    assert fault.where() == "briefs/2025-03-07.md:3:9"
    assert fault.hint == "did you mean cards?"


def test_warnings_are_gathered_once_and_stop_nothing(write_workspace: Write) -> None:
    files = {
        "briefs/2025-03-07.md": brief("X.\n", "date: 2025-03-07\nsubjct: S"),
        "briefs/2025-03-06.md": brief("X.\n", "date: 2025-03-06"),
    }
    workspace = open_workspace(write_workspace(files))
    for name in ("2025-03-07", "2025-03-06", "2025-03-07"):
        workspace.brief(name)
    (warning,) = workspace.warnings
    assert warning.level == "warning"
    assert warning.where() == "briefs/2025-03-07.md:3:1"
    assert warning.hint == "did you mean subject?"


def test_the_faults_of_one_brief_are_not_those_of_another(write_workspace: Write) -> None:
    files = {
        "briefs/2025-03-06.md": brief("X. [@bad]\n", "date: never"),
        "briefs/2025-03-07.md": brief("X.\n", "date: 2025-03-07"),
        "seeds/bad.md": "---\npublished: never\n---\nX.\n",
    }
    workspace = open_workspace(write_workspace(files))
    with pytest.raises(Faulty) as caught:
        workspace.brief("2025-03-06")
    assert [fault.where() for fault in caught.value.faults] == [
        "briefs/2025-03-06.md:2:7",
        "seeds/bad.md:2:12",
    ]
    assert workspace.brief("2025-03-07").id == "2025-03-07"
    with pytest.raises(Faulty):
        workspace.brief("2025-03-06")


def test_a_brief_that_cannot_be_read_is_told(write_workspace: Write) -> None:
    (fault,) = faults_of(write_workspace({"briefs/2025-03-07.md": b"X.\n\xff"}))
    assert fault.where() == "briefs/2025-03-07.md:2:1"
    (fault,) = faults_of(write_workspace({"briefs/2025-03-07.md": "[" * 200}))
    assert "brackets" in fault.message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_among_the_notes_is_not_waited_for(write_workspace: Write, tmp_path: Path) -> None:
    root = write_workspace({"briefs/2025-03-07.md": brief("![[pipe]]\n", "date: 2025-03-07")})
    (root / "seeds").mkdir()
    os.mkfifo(root / "seeds" / "pipe.md")
    (fault,) = faults_of(root)
    assert fault.message == "this is a pipe, not a file"


def test_a_link_that_leads_nowhere_is_told_when_it_is_used(write_workspace: Write) -> None:
    root = write_workspace({"briefs/2025-03-07.md": brief("![[gone]]\n", "date: 2025-03-07")})
    (root / "seeds").mkdir()
    (root / "seeds" / "gone.md").symlink_to(root / "nowhere.md")
    (fault,) = faults_of(root)
    assert fault.hint == "the symbolic link leads nowhere"


def test_an_unreadable_head_gives_the_stem(write_workspace: Write) -> None:
    workspace = open_workspace(write_workspace({"seeds/a.md": "---\nid: never closed\n"}))
    assert workspace.ids() == ["a"]
