"""A new workspace, brief, note or angle builds at once, and nothing is overwritten."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.app import new_note as notes
from nutgraf.app import scaffold_workspace
from nutgraf.app.build import Wanted, build
from nutgraf.app.check import check, source_ids
from nutgraf.app.checking import check_brief
from nutgraf.app.new_brief.begin import new_brief
from nutgraf.app.scaffold import Made, init, new_angle
from nutgraf.app.scaffold_names import cited, file_name, title_of, yaml_text
from nutgraf.app.scaffold_texts import GITATTRIBUTES
from nutgraf.errors import Faulty, Usage
from nutgraf.model import Brief, Quotation, Role, Table, walk
from nutgraf.workspace.body_hash import body_hash
from nutgraf.workspace.files import read_text
from nutgraf.workspace.frontmatter import read
from nutgraf.workspace.loading import Workspace, open_workspace

TODAY = date(2026, 2, 20)


@pytest.fixture
def made(tmp_path: Path) -> Workspace:
    init(tmp_path / "demo", today=TODAY)
    return open_workspace(tmp_path / "demo")


def note(workspace: Workspace, path: str, text: str) -> Workspace:
    """The workspace with another file in it, opened anew."""
    file = workspace.root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return open_workspace(workspace.root)


def written(workspace: Workspace, made: Made) -> str:
    return (workspace.root / made.files[0]).read_text(encoding="utf-8")


def rules(workspace: Workspace, brief: Brief) -> set[str]:
    return {finding.rule for finding in check_brief(brief, source_ids(workspace)).findings}


# --- init ----------------------------------------------------------------------------------------


def test_the_first_brief_composes_without_a_fault_or_a_warning(made: Workspace) -> None:
    brief = made.brief("2026-02-20")
    assert made.warnings == []
    assert brief.date == TODAY
    assert [source.id for source in brief.pack] == ["quayside-courier", "council-notice"]


@pytest.mark.parametrize("today", [date(2024, 2, 29), TODAY, date(2026, 12, 31)])
def test_the_first_brief_checks_without_an_error_or_a_warning(tmp_path: Path, today: date) -> None:
    init(tmp_path, today=today)
    made = open_workspace(tmp_path)
    checked = check_brief(made.brief(today.isoformat()), source_ids(made))
    assert [finding for finding in checked.findings if finding.severity != "note"] == []
    assert {claim.verdict for claim in checked.claims} <= {"supported", "not checked"}


def test_the_first_brief_shows_what_a_brief_is_made_of(made: Workspace) -> None:
    brief = made.brief("2026-02-20")
    sections = {section.role: section for section in brief.stories[0].sections}
    assert {Role.SUMMARY, Role.POINTS, Role.DATA, Role.ANGLES, Role.QUOTES, Role.UNKNOWNS} <= set(
        sections
    )
    assert any(isinstance(block, Table) for block in walk(sections[Role.DATA].blocks))
    assert [
        type(block) for block in sections[Role.QUOTES].blocks if isinstance(block, Quotation)
    ] == [Quotation, Quotation]
    assert [file.path for file in brief.embedded] == [
        "seeds/library-roof.md",
        "angles/reading-club.md",
    ]
    assert {"comment", "task", "notes"} <= {out.what for out in brief.left_out}


def test_the_first_brief_renders_in_every_format(made: Workspace) -> None:
    wanted = Wanted(formats=made.styles.names())
    (one,), faults = build(made, made.briefs(), wanted)
    assert faults == ()
    assert {"annotated", "cards", "explainer"} <= set(wanted.formats)
    for folder in ("", "cards/", "explainer/"):
        text = (one.folder / folder / "digest.txt").read_text(encoding="utf-8")
        assert "buckets under that roof" in text
        assert "[1]" in text
        assert (one.folder / folder / "email.html").stat().st_size > 5_000


def test_the_formats_of_the_workspace_are_its_own(made: Workspace) -> None:
    assert made.styles.folders[0] == made.root / "templates"
    for name in ("annotated", "cards", "explainer"):
        assert (made.root / "templates" / name / "email.mjml.j2").is_file()
    assert (made.root / "templates" / "partials").is_dir()


def test_every_configuration_names_a_schema_that_is_there(made: Workspace) -> None:
    """The path is relative to the file, so that an editor completes without a network."""
    files = [
        made.root / "nutgraf.yaml",
        made.root / "templates/brand.yaml",
        *(made.root / "templates").glob("*/format.yaml"),
    ]
    assert len(files) >= 5
    for file in files:
        first = file.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema=")
        schema = json.loads((file.parent / first.partition("=")[2]).read_text(encoding="utf-8"))
        assert schema["title"].startswith(file.name)


def test_what_the_system_left_among_the_styles_is_not_copied(tmp_path: Path) -> None:
    for path in (".DS_Store", "cards/__pycache__/a.pyc", "cards/.x/format.yaml"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(b"\xff")
    named = "# yaml-language-server: $schema=elsewhere.json\ntitle: Cards\n"
    (tmp_path / "cards/format.yaml").write_text(named, encoding="utf-8")
    (tmp_path / "cards/email.mjml.j2").write_bytes(b"\xff")
    assert dict(scaffold_workspace.templates(tmp_path)) == {
        "templates/cards/email.mjml.j2": b"\xff",
        "templates/cards/format.yaml": (
            b"# yaml-language-server: $schema=../.schemas/format.schema.json\ntitle: Cards\n"
        ),
    }


def test_the_sources_carry_the_hash_of_their_bodies(made: Workspace) -> None:
    for path in ("seeds/quayside-courier.md", "seeds/council-notice.md"):
        file = read_text(made.root, Path(path), limit=10_000)
        front, faults = read(file)
        assert faults == ()
        assert front.values["sha256"] == body_hash(file.text[front.body :])


def test_git_leaves_the_sources_and_the_build_alone(made: Workspace) -> None:
    attributes = (made.root / ".gitattributes").read_text(encoding="utf-8")
    assert "seeds/** -text" in attributes
    assert "*.verified.yaml merge=union" in attributes
    assert "/build/" in (made.root / ".gitignore").read_text(encoding="utf-8")


def test_the_name_is_that_of_the_folder_or_as_given(tmp_path: Path) -> None:
    init(tmp_path / "the-friday_brief", today=TODAY)
    assert open_workspace(tmp_path / "the-friday_brief").settings.name == "The friday brief"
    name = 'Peut-être: “L’été” # "1" {x}'
    init(tmp_path / "été", today=TODAY, name=f"  {name} ")
    assert open_workspace(tmp_path / "été").settings.name == name
    assert open_workspace(tmp_path / "été").brief("2026-02-20").title


def test_the_same_day_gives_the_same_bytes(tmp_path: Path) -> None:
    first = init(tmp_path / "a", today=TODAY, name="One")
    second = init(tmp_path / "b", today=TODAY, name="One")
    assert first.files == second.files
    for path in first.files:
        assert (tmp_path / "a" / path).read_bytes() == (tmp_path / "b" / path).read_bytes()


def test_what_is_written_is_listed_and_the_next_step_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = init(tmp_path / "my news", today=TODAY)
    root = tmp_path / "my news"
    there = sorted(p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file())
    assert sorted(made.files) == there
    assert made.next == f"cd '{tmp_path}/my news' && nutgraf build"
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert init(Path(), today=TODAY).next == "nutgraf build"


def test_a_folder_under_git_counts_as_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("*.swp\n", encoding="utf-8")
    (tmp_path / ".gitattributes").write_bytes(GITATTRIBUTES.encode() + b"*.png binary\n")
    made = init(tmp_path, today=TODAY)
    assert ".gitignore" not in made.files
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "*.swp\n"
    (told,) = made.notes
    assert told.startswith(".gitignore was there and is kept")
    assert "/build/" in told
    assert (tmp_path / ".git" / "HEAD").is_file()
    assert open_workspace(tmp_path).brief("2026-02-20").date == TODAY


def test_a_workspace_is_not_written_over(made: Workspace) -> None:
    with pytest.raises(Usage, match="holds a workspace already") as raised:
        init(made.root, today=TODAY)
    assert "nutgraf doctor" in raised.value.hint


def test_a_folder_with_content_is_refused(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.txt", "d.txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    with pytest.raises(Usage, match=r"is not empty: it holds a.txt, b.txt, c.txt and more") as told:
        init(tmp_path, today=TODAY)
    assert told.value.hint == f"name a new folder: nutgraf init {tmp_path}/newsletter"
    assert len(list(tmp_path.iterdir())) == 4


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "demo").write_text("x", encoding="utf-8")
    with pytest.raises(Usage, match="is a file"):
        init(tmp_path / "demo", today=TODAY)


def test_a_folder_below_a_file_is_refused_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "demo").write_text("x", encoding="utf-8")
    with pytest.raises(Usage, match="cannot be written"):
        init(tmp_path / "demo" / "news", today=TODAY)


@pytest.mark.parametrize(
    ("name", "message"),
    [("  ", "is empty"), ("a\x07b", "control character"), ("a\u2028b\x00", "control character")],
)
def test_a_name_that_cannot_stand_in_a_header_is_refused(
    tmp_path: Path, name: str, message: str
) -> None:
    with pytest.raises(Usage, match=message):
        init(tmp_path / "demo", today=TODAY, name=name)
    assert not (tmp_path / "demo").exists()


def test_nothing_half_written_stays_in_a_new_place(tmp_path: Path) -> None:
    files = {"a.md": b"x", "a.md/b.md": b"y"}  # the second cannot be written
    with pytest.raises(OSError, match=r"a\.md"):
        scaffold_workspace.place(files, tmp_path / "demo")
    assert list(tmp_path.iterdir()) == []


def test_nothing_half_written_stays_in_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "z.md").mkdir()
    (tmp_path / "z.md" / "there").write_text("x", encoding="utf-8")
    files = {"a.md": b"x", "b/c.md": b"y", "z.md": b"z", "nutgraf.yaml": b""}
    with pytest.raises(OSError, match=r"z\.md"):
        scaffold_workspace.place(files, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["z.md"]


def test_it_works_from_anywhere(tmp_path: Path) -> None:
    code = (
        "from datetime import date; from pathlib import Path;"
        "from nutgraf.app.scaffold import init; print(init(Path('demo'), today=date.today()).next)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout == "cd demo && nutgraf build\n"
    assert (tmp_path / "demo" / "nutgraf.yaml").is_file()


# --- briefs --------------------------------------------------------------------------------------


def test_a_new_brief_builds_at_once_and_says_what_is_open(made: Workspace) -> None:
    told = new_brief(made, "2026-02-27", today=TODAY)
    assert told.files == ("briefs/2026-02-27.md",)
    assert told.next == "nutgraf build 2026-02-27"
    workspace = open_workspace(made.root)
    brief = workspace.brief("2026-02-27")
    assert workspace.warnings == []
    assert brief.date == date(2026, 2, 27)
    assert brief.title == "TK"
    assert "open-tk" in rules(workspace, brief)
    _, faults = build(workspace, workspace.briefs()[-1:], Wanted(formats=workspace.styles.names()))
    assert faults == ()


@pytest.mark.parametrize("style", ["annotated", "explainer", "cards"])
def test_sections_stand_in_the_order_of_the_format(made: Workspace, style: str) -> None:
    settings = made.root / "nutgraf.yaml"
    text = settings.read_text(encoding="utf-8").replace("format: annotated", f"format: {style}")
    settings.write_text(text, encoding="utf-8")
    workspace = open_workspace(made.root)
    new_brief(workspace, "2026-02-27", today=TODAY)
    brief = open_workspace(made.root).brief("2026-02-27")
    order = workspace.styles.format(style).order
    roles = [section.role for section in brief.stories[0].sections]
    assert roles[-1] is Role.NOTES
    assert roles[:-1] == [role for role in order if role in roles]
    assert {Role.SUMMARY, Role.POINTS, Role.QUOTES, Role.UNKNOWNS} <= set(roles)
    assert brief.format == style


def test_a_label_that_means_another_role_is_not_used(made: Workspace) -> None:
    file = made.root / "templates/annotated/format.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("takeaway: Bottom line", "takeaway: Lead"), encoding="utf-8")
    new_brief(open_workspace(made.root), "2026-02-27", today=TODAY)
    workspace = open_workspace(made.root)
    roles = [section.role for section in workspace.brief("2026-02-27").stories[0].sections]
    assert roles.count(Role.SUMMARY) == 1
    assert Role.TAKEAWAY in roles


def test_a_new_brief_lists_what_has_come_in_since_the_last(made: Workspace) -> None:
    note(made, "seeds/old.md", "---\ntype: note\ndate: 2026-02-10\n---\n## Key Points\n\n- Old.\n")
    note(
        made,
        "seeds/the bridge.md",
        "---\ntype: note\ntitle: The [bridge] %%x\ndate: 2026-02-21\n---\n"
        "## Key Points\n\n- It closes.\n\n## Entities Mentioned\n\n- **Ann Lee**\n\n"
        "## Quotes\n\n## Notes\n\nPrivate.\n",
    )
    note(made, "seeds/bare.md", "---\ntype: note\n---\nNo heading at all.\n")
    note(made, "angles/tolls.md", "---\nstatus: draft\n---\n# Tolls\n\nWho pays.\n")
    note(made, "angles/done.md", "---\nstatus: Used\n---\n# Done\n\nSaid.\n")
    workspace = note(made, "angles/shut.md", "---\nstatus: closed\n---\n# Shut\n\nSaid.\n")
    text = written(workspace, new_brief(workspace, "2026-02-27", today=TODAY))
    embeds = [line for line in text.splitlines() if line.startswith("%% ![[")]
    assert embeds == [
        "%% ![[the bridge#Key Points]] %%",
        "%% ![[bare]] %%",
        "%% ![[angles/tolls]] %%",
        "%% ![[the bridge#Entities Mentioned]] %%",
    ]
    assert "Since the brief 2026-02-20, this has come in." in text
    assert "- The bridge x, note in seeds/the bridge.md: of 2026-02-21\n" in text
    assert "- Tolls, angle in angles/tolls.md\n" in text
    assert open_workspace(made.root).brief("2026-02-27").pack == ()


def test_keeping_an_embed_is_taking_the_marks_away(made: Workspace) -> None:
    workspace = note(made, "angles/tolls.md", "# Tolls\n\nWho pays. [@quayside-courier]\n")
    told = new_brief(workspace, "2026-02-27", today=TODAY)
    text = written(workspace, told).replace("%% ![[angles/tolls]] %%", "![[angles/tolls]]")
    (made.root / told.files[0]).write_text(text, encoding="utf-8")
    brief = open_workspace(made.root).brief("2026-02-27")
    assert [source.id for source in brief.pack] == ["quayside-courier"]


def test_what_an_earlier_brief_embeds_or_cites_is_not_new(made: Workspace) -> None:
    note(made, "seeds/inner.md", "---\ntype: note\n---\n## Key Points\n\n- In.\n")
    note(made, "seeds/cited.md", "---\ntype: note\n---\n## Key Points\n\n- In.\n")
    note(
        made,
        "seeds/outer.md",
        "---\ntype: note\n---\n## Key Points\n\n![[inner#Key Points]]\n\n![[outer]]\n",
    )
    workspace = note(
        made,
        "briefs/2026-02-19.md",
        "---\ntitle: B\ndate: 2026-02-19\n---\n## Key Points\n\n- ![[outer#Key Points]]\n"
        "- Said. [@cited]\n- ![[nowhere]]\n",
    )
    text = written(workspace, new_brief(workspace, "2026-02-27", today=TODAY))
    assert "![[" not in text
    assert "Since the brief 2026-02-20, no note and no open angle has come in." in text


def test_an_embed_in_a_private_section_does_not_count_as_used(made: Workspace) -> None:
    note(made, "angles/tolls.md", "# Tolls\n\nWho pays.\n")
    workspace = note(
        made,
        "briefs/2026-02-21.md",
        "---\ntitle: B\ndate: 2026-02-21\n---\nText.\n\n## Notes\n\n![[angles/tolls]]\n",
    )
    assert "![[angles/tolls]]" in written(
        workspace, new_brief(workspace, "2026-02-27", today=TODAY)
    )


def test_a_brief_of_an_earlier_day_looks_back_from_there(made: Workspace) -> None:
    text = written(made, new_brief(made, "2026-01-30", today=TODAY))
    assert "So far, this has come in." in text
    assert "%% ![[angles/reading-club]] %%" in text


def test_a_broken_file_does_not_stop_a_new_brief(made: Workspace) -> None:
    (made.root / "briefs/2026-02-18.md").write_bytes(b"---\ndate: 2026-02-18\n---\n\xff\xfe")
    workspace = note(made, "briefs/undated.md", "No date.\n")
    assert new_brief(workspace, "2026-02-27", today=TODAY).files == ("briefs/2026-02-27.md",)


def test_a_name_in_words_gets_the_day_of_today(made: Workspace) -> None:
    told = new_brief(made, "der-große Haushalt", today=TODAY)
    assert told.files == ("briefs/der-große Haushalt.md",)
    assert told.next == "nutgraf build 'der-große Haushalt'"
    brief = open_workspace(made.root).brief("der-große haushalt")
    assert brief.date == TODAY
    assert brief.title == "Der große Haushalt"


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("2026-02-30", "there is no day 2026-02-30", "a date is written 2026-02-20"),
        ("2026-2-7", "“2026-2-7” is not how a date is written", "write 2026-02-07"),
    ],
)
def test_a_day_that_is_none_is_refused(made: Workspace, name: str, message: str, hint: str) -> None:
    with pytest.raises(Usage) as raised:
        new_brief(made, name, today=TODAY)
    assert (raised.value.message, raised.value.hint) == (message, hint)


# --- notes and angles ----------------------------------------------------------------------------


def new_note(workspace: Workspace, name: str, sources: Sequence[str] = ()) -> Made:
    return notes.new_note(workspace, [name, *sources], today=TODAY)


def test_a_new_note_on_sources_can_be_embedded_at_once(made: Workspace) -> None:
    told = new_note(made, "harbour-bridge", ["quayside-courier", "@Council-Notice"])
    assert told.files == ("seeds/harbour-bridge.md",)
    text = written(made, told)
    assert "sources: [quayside-courier, council-notice]\n" in text
    assert "date: 2026-02-20\n" in text
    assert (
        "Read to its end: Notice of closure: Harbour Street library, Town of Quayside, 2026" in text
    )
    workspace = note(
        made,
        "briefs/2026-02-21.md",
        "---\ntitle: B\ndate: 2026-02-21\n---\n## Key Points\n\n![[harbour-bridge#Key Points]]\n",
    )
    brief = workspace.brief("2026-02-21")
    assert {source.id for source in brief.pack} <= {"quayside-courier", "council-notice"}
    checked = check(workspace, ["2026-02-21"])[0]
    assert [one for one in checked.findings if one.severity == "error"] == []
    assert [one for one in checked.claims if one.verdict == "supported"]
    new = workspace.note("harbour-bridge")
    assert new is not None
    assert (new.type, new.title) == ("note", "Harbour bridge")


def test_a_new_note_without_sources_has_headings_to_fill_in(made: Workspace) -> None:
    told = new_note(made, "bridge")
    text = written(made, told)
    assert text.startswith("---\ntype: note\ntitle: Bridge\ndate: 2026-02-20\n---\n## Summary\n")
    assert "sources" not in text.partition("---\n## ")[0]
    new = open_workspace(made.root).note("bridge")
    assert new is not None
    assert [section.role for section in new.stories[0].sections] == [
        Role.SUMMARY,
        Role.POINTS,
        Role.ANGLES,
        Role.PEOPLE,
        Role.CONCEPTS,
        Role.QUOTES,
        Role.NOTES,
    ]


def test_a_source_that_states_nothing_is_named_by_its_id(made: Workspace) -> None:
    workspace = note(
        made, "seeds/a, b; c.md", "The mill in Sandholt closed in March after 140 years.\n"
    )
    text = written(workspace, new_note(workspace, "bridge", ["a, b; c"]))
    assert 'sources: ["a, b; c"]' in text
    assert "after 140 years. [@{a, b; c}]" in text
    assert "- [ ] Read to its end: a, b; c." in text
    assert open_workspace(made.root).note("bridge") is not None


def test_a_new_angle_is_open_and_builds(made: Workspace) -> None:
    told = new_angle(made, "Where to read", ["quayside-courier", "library-roof"])
    text = written(made, told)
    assert "basis: [quayside-courier, library-roof]\nstatus: open\n" in text
    assert "\n# Where to read\n" in text
    assert text.endswith("[@quayside-courier]\n")
    workspace = note(
        made,
        "briefs/2026-02-21.md",
        "---\ntitle: B\ndate: 2026-02-21\n---\n## Why it matters\n\n![[angles/Where to read]]\n",
    )
    assert "open-tk" in rules(workspace, workspace.brief("2026-02-21"))
    assert "%% ![[angles/Where to read]] %%" not in written(
        workspace, new_brief(workspace, "2026-02-27", today=TODAY)
    )


def test_a_new_angle_may_rest_on_nothing_yet(made: Workspace) -> None:
    text = written(made, new_angle(made, "tolls"))
    assert text.startswith("---\ntitle: Tolls\nstatus: open\n---\n# Tolls\n\nTK:")


def test_a_seed_that_is_not_there_is_refused_with_the_nearest(made: Workspace) -> None:
    with pytest.raises(Usage, match="no seed is called “quayside-curier”") as raised:
        new_note(made, "bridge", ["quayside-curier"])
    assert raised.value.hint == "did you mean quayside-courier?"
    with pytest.raises(Usage) as raised:
        new_angle(made, "bridge", ["zzzz"])
    assert raised.value.hint == "capture it first: nutgraf add URL"
    assert not (made.root / "seeds/bridge.md").exists()


def test_a_note_is_not_made_from_a_note(made: Workspace) -> None:
    with pytest.raises(Usage, match=r"“library-roof” is no source: seeds/library-roof\.md"):
        new_note(made, "bridge", ["library-roof"])


# --- names ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("", "the name is empty", "write one"),
        (" .md", "the name is empty", "write one"),
        ("../x", "“../x” is a path", "write the name alone: x"),
        ("/etc/passwd", "“/etc/passwd” is a path", "write the name alone: passwd"),
        ("..\\x", "is a path", "write the name alone: x"),
        ("seeds/", "is a path", "write the name alone: seeds"),
        ("../..", "is a path", "write the name alone"),
        ("..", "begins with “.”", "another name"),
        (".hidden", "begins with “.”", "write hidden"),
        ("_draft", "begins with “_”", "write draft"),
        ("What?", "holds “?”", "write “What”"),
        ("a [b]", "holds “[”", "write “a b”"),
        ("??", "holds “?”", "another name"),
        ("a\nb", "holds a control character", "on one line"),
        ("nul", "cannot be the name of a file everywhere", "choose another"),
        ("the end.", "cannot be the name of a file everywhere", "choose another"),
        ("x" * 300, "is too long", "a few words"),
    ],
)
def test_a_name_that_is_none_is_refused_with_the_next_step(
    made: Workspace, name: str, message: str, hint: str
) -> None:
    before = sorted(made.root.rglob("*"))
    for begin in (new_note, new_angle):
        with pytest.raises(Usage) as raised:
            begin(made, name)
        assert message in raised.value.message
        assert hint in raised.value.hint
    with pytest.raises(Usage):
        new_brief(made, name, today=TODAY)
    assert sorted(made.root.rglob("*")) == before


@pytest.mark.parametrize("name", ["Library-Roof", "LIBRARY-ROOF.md", " library-roof "])
def test_a_name_that_is_an_id_already_is_refused(made: Workspace, name: str) -> None:
    with pytest.raises(Usage, match=r"is the id of seeds/library-roof\.md") as raised:
        new_angle(made, name)
    assert "go on with seeds/library-roof.md" in raised.value.hint


def test_a_name_that_differs_only_in_its_unicode_form_is_refused(made: Workspace) -> None:
    workspace = note(made, f"seeds/{unicodedata.normalize('NFD', 'Été')}.md", "Text.\n")
    with pytest.raises(Usage, match="“été” is taken"):
        notes.new_note(workspace, [], name="été", today=TODAY)


def test_a_file_that_has_another_id_is_not_written_over(made: Workspace) -> None:
    workspace = note(made, "angles/Tolls.md", "---\nid: t1\n---\n# T\n\nText.\n")
    with pytest.raises(Usage, match=r"there is angles/Tolls\.md"):
        new_angle(workspace, "tolls")


def test_names_with_spaces_and_accents_are_fine(made: Workspace) -> None:
    told = new_note(made, unicodedata.normalize("NFD", "L’été à Québec"))
    assert told.files == ("seeds/L’été à Québec.md",)
    found = open_workspace(made.root).note("L’été à Québec")
    assert found is not None
    assert found.title == "L’été à Québec"


def test_a_folder_that_is_missing_is_made(made: Workspace) -> None:
    (made.root / "angles/reading-club.md").unlink()
    (made.root / "angles").rmdir()
    assert new_angle(open_workspace(made.root), "tolls").files == ("angles/tolls.md",)


def test_a_folder_that_leads_out_of_the_workspace_is_not_written(
    made: Workspace, tmp_path: Path
) -> None:
    (made.root / "angles/reading-club.md").unlink()
    (made.root / "angles").rmdir()
    (tmp_path / "elsewhere").mkdir()
    (made.root / "angles").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Faulty, match="leads out of the workspace"):
        new_angle(open_workspace(made.root), "tolls")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_folder_that_is_a_file_is_told(made: Workspace) -> None:
    (made.root / "angles/reading-club.md").unlink()
    (made.root / "angles").rmdir()
    (made.root / "angles").write_text("x", encoding="utf-8")
    with pytest.raises(Usage, match=r"angles/tolls\.md cannot be written"):
        new_angle(open_workspace(made.root), "tolls")


def test_an_id_that_cannot_stand_in_an_embed_is_listed_without_one(made: Workspace) -> None:
    workspace = note(made, "angles/a#b.md", "# Odd\n\nText.\n")
    text = written(workspace, new_brief(workspace, "2026-02-27", today=TODAY))
    assert "- Odd, angle in angles/a b.md: its name cannot stand in an embed\n" in text
    assert "![[" not in text.partition("## Notes")[0].partition("## Newsletter")[2]


def test_a_note_whose_id_is_not_its_name_is_embedded_by_its_path(made: Workspace) -> None:
    workspace = note(
        made, "seeds/b.md", "---\ntype: note\nid: other\n---\n## Key Points\n\n- Text.\n"
    )
    text = written(workspace, new_brief(workspace, "2026-02-27", today=TODAY))
    assert "%% ![[seeds/b#Key Points]] %%" in text


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_name_is_refused_or_safe(name: str) -> None:
    try:
        stem = file_name(name)
    except Usage:
        return
    assert stem == unicodedata.normalize("NFC", stem).strip()
    assert not set(stem) & set('/\\\0\n[]#^|"%')
    assert stem[0] not in "._"
    assert Path(f"{stem}.md").name == f"{stem}.md"
    assert title_of(stem)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_read_back_from_front_matter(text: str) -> None:
    assert yaml.safe_load(f"title: {yaml_text(text)}\n") == {"title": text}


def test_words_that_yaml_takes_for_others_are_quoted() -> None:
    assert yaml_text("No") == '"No"'
    assert yaml_text("2026-02-20") == '"2026-02-20"'
    assert yaml_text("The bridge") == "The bridge"


def test_citations_are_braced_where_the_id_needs_it() -> None:
    assert cited("a", "b c") == "[@a; @{b c}]"


def test_the_hash_does_not_count_white_space_at_the_end() -> None:
    assert body_hash("Text.\n") == body_hash("Text.\n\n \t")
    assert body_hash("Text.\r\n") != body_hash("Te\r\nxt.")
