"""What Obsidian writes into notes: read, and not shown to readers."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.model import FileText, Note, words_of
from nutgraf.workspace import frontmatter
from nutgraf.workspace.grammar import parse_note
from nutgraf.workspace.loading import open_workspace
from nutgraf.workspace.vault_marks import is_attachment, is_query, without_size


def note(body: str) -> Note:
    file = FileText("seeds/x.md", f"---\ntype: note\n---\n## Key Points\n\n{body}\n")
    front, _ = frontmatter.read(file)
    return parse_note("x", "note", file, front)[0]


def shown(body: str) -> list[str]:
    return [
        words.text
        for story in note(body).stories
        for section in story.sections
        for words in words_of(section.blocks)
    ]


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("The ==library== closes.", "The library closes."),
        ("==All of it==, and ==more==.", "All of it, and more."),
        ("a == b and c == d", "a == b and c == d"),
        ("if a==b then", "if a==b then"),
        ("Rent rose.[^1] Again.[^note]", "Rent rose. Again."),
        ("On <% tp.date.now() %> it rose.", "On it rose."),
        ("A picture ![[photo.png|300]] in line.", "A picture in line."),
        ("Rent rose^[by how much, nobody says] again.", "Rent rose again."),
        ("The title is `= this.title` here.", "The title is here."),
        ("The code `x = 1` stays.", "The code x = 1 stays."),
    ],
)
def test_signs_of_the_vault_are_not_shown(written: str, wanted: str) -> None:
    assert shown(written) == [wanted]


def test_a_callout_shows_its_words_and_not_its_kind() -> None:
    assert shown("> [!warning]- Mind the gap\n> It is wide.") == ["Mind the gap It is wide."]


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("![[photo.png]]", "attachment"),
        ("- ![[survey.pdf#page=3]]", "attachment"),
        ("```dataview\nLIST\n```", "query"),
        ("[^1]: The text of it.", "footnote"),
        ("- [ ] Ring the office", "task"),
    ],
)
def test_what_no_digest_has_a_place_for_is_left_out_and_told(written: str, what: str) -> None:
    found = note(f"Words.\n\n{written}\n")
    assert [out.what for out in found.left_out] == [what]
    assert shown(f"Words.\n\n{written}\n") == ["Words."]


def test_an_offset_of_the_words_is_one_of_the_file_behind_a_highlight() -> None:
    found = note("The ==old== library closes on 3 May.")
    [words] = [
        words
        for story in found.stories
        for section in story.sections
        for words in words_of(section.blocks)
    ]
    at = words.text.index("library")
    place = words.prose.place(at, at + len("library"))
    assert found.file.text[place.start : place.end] == "library"


def test_the_width_of_a_picture_is_no_part_of_its_words() -> None:
    assert without_size("The old quay|300x200") == "The old quay"
    assert without_size("Rent|sale") == "Rent|sale"


@pytest.mark.parametrize(
    "name",
    [
        "a (Ann's conflicted copy 2026-03-01)",
        "a.sync-conflict-20260301-101010-ABC",
        "a (Case Conflict)",
    ],
)
def test_the_copy_that_a_sync_program_left_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "nutgraf.yaml").write_text(
        "name: A\nsender: {name: A, address: a@quay.example}\npostal_address: Quay 1\n"
    )
    for stem in ("a", name):
        (tmp_path / f"seeds/{stem}.md").write_text("---\ntitle: A\n---\nText.\n")
    workspace = open_workspace(tmp_path)
    assert len(workspace.entries) == 2
    [warning] = workspace.warnings
    assert warning.path == f"seeds/{name}.md"
    assert "a sync program left this copy" in warning.message


def test_formats_of_files_and_names_of_notes_are_told_apart() -> None:
    assert is_attachment("folder/Scan 3.PDF")
    assert is_attachment("board.canvas")
    assert not is_attachment("2026-02-13")
    assert not is_attachment("no. 5")
    assert is_query("dataview")
    assert not is_query("python")


@given(st.text(alphabet="=[]!^%<>|#ab \n-`*_:()", max_size=80))
def test_any_signs_are_read(text: str) -> None:
    for words in shown(text):
        assert isinstance(words, str)
