"""What bad input gets: exit status 2, the place, what is wrong and the next step."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import files_below, refused, run, run_process
from tests.workspaces import BRIEF, PLAIN, REPORT, SETTINGS, Files, Write, brief

NAME = "briefs/2025-03-07.md"
FRONT = "title: The ferries\ndate: 2025-03-07"


def build_bad(write: Write, files: Files, *told: str) -> str:
    """Build a workspace, spoil it with `files`, and build again: refused, the last build stays."""
    root = write(PLAIN)
    assert run(root, "build").status == 0
    before = files_below(root / "build")
    write({**PLAIN, **files})
    err = refused(run(root, "build"), *told)
    assert files_below(root / "build") == before
    return err


# --- YAML ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ("title: T\ndate: [2025-03-07", (f"{NAME}:3:7: ", "its ] is missing")),
        ("title: T\n\tdate: 2025-03-07", (f"{NAME}:3:1: ", "tab")),
        (f"{FRONT}\ndate: 2025-03-08", (f"{NAME}:4:1: ", "“date”")),
        ("title: T\ndate: 2025-02-30", (f"{NAME}:3:7: ", "2025-02-30")),
        ("title: T\ndate: tomorrow", (f"{NAME}:3:7: ", "tomorrow")),
        (f"{FRONT}\nsend_at: 25:00", (f"{NAME}:4:10: ", "25:00")),
        (f"{FRONT}\nformat: cadrs", (f"{NAME}:4:9: ", "did you mean cards?")),
        ("- a\n- b", (f"{NAME}:2:1: ", "not made of `key: value` lines")),
    ],
)
def test_a_front_matter_that_is_wrong(
    write_workspace: Write, front: str, told: tuple[str, ...]
) -> None:
    build_bad(write_workspace, {NAME: brief("Words.\n", front)}, *told)


def test_a_front_matter_that_is_not_closed(write_workspace: Write) -> None:
    build_bad(write_workspace, {NAME: f"---\n{FRONT}\n\nWords.\n"}, f"{NAME}:1:1: ", "not closed")


def test_a_yaml_bomb(write_workspace: Write) -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    build_bad(write_workspace, {NAME: brief("Words.\n", f"{FRONT}\n{bomb}")}, f"{NAME}:4:", "&a")
    build_bad(write_workspace, {"nutgraf.yaml": SETTINGS + bomb}, "nutgraf.yaml:", "&a")


@pytest.mark.parametrize("opening", ["[", "{a: "])
def test_a_hundred_thousand_nested_brackets_in_yaml(write_workspace: Write, opening: str) -> None:
    many = opening * 100_000
    build_bad(write_workspace, {NAME: brief("Words.\n", f"{FRONT}\nx: {many}")}, f"{NAME}:")
    build_bad(write_workspace, {"nutgraf.yaml": f"{SETTINGS}x: {many}\n"}, "nutgraf.yaml")


def test_a_hundred_thousand_nested_brackets_in_a_note(write_workspace: Write) -> None:
    files = {NAME: brief("Words.\n\n" + "[" * 100_000)}
    build_bad(write_workspace, files, f"{NAME}:7:101: more than 100 brackets are open here")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("nutgraf.yaml", SETTINGS + "formt: cards\n", ("nutgraf.yaml:10:1: ", "formt", "format")),
        (
            "nutgraf.yaml",
            SETTINGS.replace("  address:", "  adress:"),
            ("nutgraf.yaml:6:3: ", "adress", "address"),
        ),
        (
            "nutgraf.yaml",
            SETTINGS.replace("Europe/London", "Europe/Lundon"),
            ("nutgraf.yaml:3:12: ", "Europe/Lundon"),
        ),
        ("nutgraf.yaml", SETTINGS + "format: cadrs\n", ("nutgraf.yaml:10:9: ", "cards")),
        ("templates/brand.yaml", "colour: red\n", ("templates/brand.yaml:1:1: ", "colour")),
        (
            "templates/annotated/format.yaml",
            "title: T\nlables: {}\n",
            ("templates/annotated/format.yaml:2:1: ", "lables", "labels"),
        ),
    ],
)
def test_a_key_that_is_not_known_is_told_with_the_nearest(
    write_workspace: Write, name: str, content: str, told: tuple[str, ...]
) -> None:
    build_bad(write_workspace, {name: content}, *told)


def test_a_near_miss_in_a_note_is_kept_and_warned_of(write_workspace: Write) -> None:
    root = write_workspace({**PLAIN, NAME: BRIEF.replace("subject:", "subjct:")})
    ran = run(root, "build")
    assert ran.status == 0
    assert f"warning: {NAME}:4:1: “subjct” is kept" in ran.err
    assert "did you mean subject?" in ran.err
    assert (root / "build/2025-03-07/email.html").is_file()


def test_settings_that_are_missing(tmp_path: Path) -> None:
    refused(run(tmp_path, "build"), "there is no nutgraf.yaml", "nutgraf init DIR")


# --- embeds and citations ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("![[reprot]]\n", (f"{NAME}:5:1: nothing here is called “reprot”", "“report”")),
        ("![[note#Sumary]]\n", (f"{NAME}:5:1: ", "“Sumary”", "did you mean “Summary”?")),
        ("![[note#^b]]\n", (f"{NAME}:5:1: ", "no block “^b”", "“^a”")),
        ("![[2025-03-07]]\n", (f"{NAME}:5:1: ", "2025-03-07 → 2025-03-07")),
        ("See ![[note]] there.\n", (f"{NAME}:5:5: an embed stands among other words",)),
        ("Words. [@reprot]\n", (f"{NAME}:5:10: no seed is called “reprot”", "“report”")),
    ],
)
def test_an_embed_or_a_citation_that_leads_nowhere(
    write_workspace: Write, body: str, told: tuple[str, ...]
) -> None:
    note = "---\ntype: note\n---\n## Summary\n\nWords. ^a\n"
    build_bad(write_workspace, {NAME: brief(body), "seeds/note.md": note}, *told)


def test_embeds_that_go_round(write_workspace: Write) -> None:
    files = {NAME: brief("![[a]]\n"), "angles/a.md": "![[b]]\n", "angles/b.md": "X.\n\n![[a]]\n"}
    build_bad(write_workspace, files, "angles/b.md:3:1: ", "a → b → a")


def test_an_empty_brief(write_workspace: Write) -> None:
    build_bad(write_workspace, {NAME: ""}, f"{NAME}:1:1: the brief has nothing in it", "no date")
    build_bad(write_workspace, {NAME: brief("")}, f"{NAME}:5:1: the brief has nothing in it")


def test_two_files_with_one_id(write_workspace: Write) -> None:
    told = ("seeds/report.md:1:1: “report” is the id of angles/REPORT.md, too", "rename one")
    root = write_workspace({**PLAIN, "angles/REPORT.md": "X.\n"})
    err = refused(run(root, "build"))
    assert "is the id of" in err
    assert told[1] in err


@pytest.mark.parametrize("name", ["../../out", "..", "a/b"])
def test_an_id_that_leads_out_of_the_build_folder(
    write_workspace: Write, tmp_path: Path, name: str
) -> None:
    root = write_workspace({**PLAIN, NAME: brief("Words.\n", f"id: {name}\n{FRONT}")})
    refused(run(root, "build"), f"{NAME}:1:1: “{name}” cannot be an id")
    assert not (tmp_path.parent / "out").exists()
    assert not (root / "build").exists()


# --- files ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        (NAME, brief("Caf\xe9.\n").encode("latin-1"), (f"{NAME}:5:4: ", "not UTF-8", "iconv")),
        (NAME, brief("Words.\n").encode("utf-16"), (f"{NAME}:1:1: ", "UTF-16")),
        ("seeds/report.md", b"---\ntitle: T\n---\nCaf\xe9.\n", ("seeds/report.md:4:4: ",)),
        ("nutgraf.yaml", b"name: Caf\xe9\n", ("nutgraf.yaml:1:10: ",)),
        ("templates/brand.yaml", b"\xff", ("templates/brand.yaml:1:1: ",)),
    ],
)
def test_a_file_that_is_not_utf8(
    write_workspace: Write, name: str, data: bytes, told: tuple[str, ...]
) -> None:
    build_bad(write_workspace, {name: data}, *told)


def test_a_byte_order_mark_is_fine(write_workspace: Write) -> None:
    marked = {name: b"\xef\xbb\xbf" + str(text).encode() for name, text in PLAIN.items()}
    root = write_workspace(marked)
    ran = run(root, "build")
    assert (ran.status, ran.err) == (0, "")
    assert "\ufeff" not in (root / "build/2025-03-07/digest.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [NAME, "seeds/report.md", "nutgraf.yaml"])
def test_a_file_of_50_megabytes(write_workspace: Write, name: str) -> None:
    root = write_workspace(PLAIN)
    with (root / name).open("r+b") as stream:
        stream.truncate(50 * 1024 * 1024)
    refused(run(root, "build"), f"{name}: the file is too large: 50 MB")


@pytest.mark.parametrize("name", [NAME, "seeds/report.md"])
def test_a_symbolic_link_out_of_the_workspace(
    write_workspace: Write, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.md"
    outside.write_text(BRIEF, encoding="utf-8")
    root = write_workspace(PLAIN)
    (root / name).unlink()
    (root / name).symlink_to(outside)
    refused(run(root, "build"), f"{name}: the path leads out of the workspace")


@pytest.mark.parametrize("name", ["../outside", "/etc/passwd", "briefs/../../x", "nul\0"])
def test_a_brief_that_is_named_outside_the_workspace(write_workspace: Write, name: str) -> None:
    root = write_workspace(PLAIN)
    refused(run(root, "build", name), "there is no brief")
    refused(run(root, "check", name), "there is no brief")


@pytest.mark.parametrize("target", ["../secret", "/etc/passwd", "../../seeds/report"])
def test_an_embed_that_leads_out_of_the_workspace(write_workspace: Write, target: str) -> None:
    build_bad(
        write_workspace, {NAME: brief(f"![[{target}]]\n")}, f"nothing here is called “{target}”"
    )


def test_a_build_folder_that_cannot_be_written(write_workspace: Write) -> None:
    root = write_workspace({**PLAIN, "build": "a file\n"})
    refused(run(root, "build"), "cannot be written", "--output")
    assert (root / "build").read_text(encoding="utf-8") == "a file\n"


def test_file_names_with_spaces_and_accents(write_workspace: Write) -> None:
    files = {
        "seeds/Fährhafen – Bericht.md": REPORT,
        "angles/l'été à Brème.md": "It matters. [@{Fährhafen – Bericht}]\n",
        "briefs/le 7 mars.md": brief("Fact. [[Fährhafen – Bericht]]\n\n![[l'été à Brème]]\n"),
    }
    root = write_workspace(files)
    ran = run(root, "build")
    assert (ran.status, ran.err) == (0, "")
    assert "Ferry counts" in (root / "build/le 7 mars/digest.md").read_text(encoding="utf-8")
    assert run(root, "check", "briefs/le 7 mars.md").status == 0


# --- what a note may hold ------------------------------------------------------------------------


def test_html_and_scripts_in_a_note_are_cleaned(write_workspace: Write) -> None:
    body = (
        'Words <b>bold</b> <script>alert(1)</script><img src=x onerror="alert(2)"> end.\n\n'
        "<div onclick='alert(3)'>block <iframe src='https://a.example'></iframe></div>\n\n"
        "[click](javascript:alert(4)) &lt;script&gt;\n\n{{ 7 * 7 }} {% raw %}\n"
    )
    root = write_workspace({**PLAIN, NAME: brief(body, f"{FRONT}\nsubject: <script>x</script>")})
    ran = run(root, "build")
    assert ran.status == 0, ran.err
    html = (root / "build/2025-03-07/email.html").read_text(encoding="utf-8")
    for bad in ("<script>", "onerror", "onclick", "<iframe", '="javascript:', "49 "):
        assert bad not in html
    assert "&lt;script&gt;" in html
    assert "{{ 7 * 7 }}" in html


@pytest.mark.parametrize("key", ["subject", "title", "preheader", "author"])
@pytest.mark.parametrize("injected", [r'"Hi\r\nBcc: all@a.example"', '"Hi\\nX"', "|\n  Hi\n  X: y"])
def test_a_header_injection_is_refused(write_workspace: Write, key: str, injected: str) -> None:
    front = f"date: 2025-03-07\n{key}: {injected}"
    build_bad(write_workspace, {NAME: brief("Words.\n", front)}, f"{NAME}:3:", "line")


def test_a_sender_that_injects_a_header_is_refused(write_workspace: Write) -> None:
    bad = SETTINGS.replace("  name: The Harbour Letter", '  name: "A\\r\\nBcc: b@a.example"')
    build_bad(write_workspace, {"nutgraf.yaml": bad}, "nutgraf.yaml:5:9: ")


def test_right_to_left_text_and_emoji_are_rendered(write_workspace: Write) -> None:
    body = "## Summary\n\nقال المكتب إن العبّارات نقلت 1,240 راكبًا. 🚢👩🏽‍✈️ [@report]\n"
    root = write_workspace({**PLAIN, NAME: brief(body, "title: العبّارات 🚢\ndate: 2025-03-07")})
    ran = run(root, "build")
    assert ran.status == 0, ran.err
    for name in ("email.html", "digest.txt", "digest.md"):
        told = (root / "build/2025-03-07" / name).read_text(encoding="utf-8")
        assert "العبّارات" in told
        assert "🚢👩🏽‍✈️" in told
    html = (root / "build/2025-03-07/email.html").read_text(encoding="utf-8")
    assert 'dir="rtl"' in html


# --- many faults at once -------------------------------------------------------------------------


def test_several_faults_are_all_told_in_one_run(write_workspace: Write) -> None:
    files = {
        NAME: brief("![[nobody]]\n\nWords. [@nothing] [@report]\n", f"{FRONT}\nsend_at: late"),
        "seeds/report.md": "---\npublished: never\n---\nWords.\n",
    }
    err = build_bad(write_workspace, files)
    told = [line.split(": ")[1] for line in err.splitlines() if line.startswith("error: ")]
    assert told == [f"{NAME}:4:10", f"{NAME}:6:1", f"{NAME}:8:10", "seeds/report.md:2:12"]


def test_settings_with_several_faults_tell_them_all(write_workspace: Write) -> None:
    bad = SETTINGS.replace("Europe/London", "Nowhere/At") + "colour: red\n"
    err = build_bad(write_workspace, {"nutgraf.yaml": bad})
    assert err.count("error: nutgraf.yaml:") == 2


def test_a_faulty_brief_does_not_keep_the_others_from_being_built(write_workspace: Write) -> None:
    root = write_workspace({**PLAIN, "briefs/2025-02-28.md": brief("Words. [@nobody]\n")})
    ran = run(root, "build", "--all")
    assert ran.status == 2
    assert "briefs/2025-02-28.md:5:10: no seed is called “nobody”" in ran.err
    assert "2025-03-07: " in ran.out
    assert (root / "build/2025-03-07/manifest.json").is_file()
    assert not (root / "build/2025-02-28").exists()


def test_in_a_process_of_its_own_faults_go_to_standard_error(write_workspace: Write) -> None:
    root = write_workspace({**PLAIN, NAME: brief("Words. [@nobody]\n")})
    for command in ("build", "check"):
        ran = run_process(root, command)
        refused(
            ran, f"error: {NAME}:5:10: no seed is called “nobody”\n  capture it first: nutgraf add"
        )
