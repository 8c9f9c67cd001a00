"""`nutgraf verify`, led through its standard input."""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import sys
import time
from contextlib import chdir
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nutgraf.cli.commands import app
from nutgraf.cli.editor import command_for
from tests.app.verifying import FINE, NEWSROOM, edit, state
from tests.cli.running import Ran, refused, run
from tests.workspaces import SETTINGS, Write

QUOTE = "“We failed"


@pytest.fixture
def root(write_workspace: Write) -> Path:
    return write_workspace(NEWSROOM)


def answer(root: Path, *lines: str, path: str = "seeds/spill.md", by: str = "Ines Quill") -> Ran:
    """The dialogue with those lines for answers; their end is the end of the input."""
    with chdir(root):
        text = "".join(f"{line}\n" for line in lines)
        result = CliRunner().invoke(app, ["verify", path, "--as", by], input=text)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return Ran(result.exit_code, result.stdout, result.stderr)


def test_each_statement_stands_beside_the_sources(root: Path) -> None:
    ran = answer(root)
    assert ran.status == 0
    assert ran.out == ""
    assert "You read as Ines Quill. 2 statements want a person." in ran.err
    assert "1 of 2: a quotation, an accusation" in ran.err
    assert "seeds/spill.md:13" in ran.err
    assert "gazette" in ran.err
    assert "v verified" in ran.err
    assert "0 of 2 verified · 2 open" in ran.err
    assert ran.err.endswith("next: nutgraf verify seeds/spill.md\n")


def test_a_word_is_kept_at_once(root: Path) -> None:
    ran = answer(root, "v", "1")
    assert "✓ verified" in ran.err
    assert "Saved. Reopens if a word changes here or there; not for a comma." in ran.err
    assert "1 of 2 ›" in ran.err
    assert state(root, begin=QUOTE) == "verified"
    assert "You read as Ines Quill. 2 statements want a person, 1 of them done." in answer(root).err


def test_all_at_once_in_a_line_and_to_the_end(root: Path) -> None:
    ran = answer(root, "v1", "v 2")
    assert "2 of 2 verified" in ran.err
    assert ran.err.endswith("next: nutgraf check seeds/spill.md\n")
    assert "recording" not in (root / "seeds/spill.verified.yaml").read_text("utf-8")
    assert "how: document" in (root / "seeds/spill.verified.yaml").read_text("utf-8")


def test_what_differs_is_kept_for_a_reason(root: Path) -> None:
    edit(root, "seeds/spill.md", "We failed the", "We have failed the")
    ran = answer(root, "v1", "", "v1", "heard it on the recording", "x")
    assert "Keep as is? (why, in a line)" in ran.err
    assert "not verified" in ran.err
    assert 'note: "heard it on the recording"' in kept(root)


def kept(root: Path) -> str:
    return (root / "seeds/spill.verified.yaml").read_text("utf-8")


def test_a_query_waits_for_the_author(root: Path) -> None:
    ran = answer(root, "q", "who said so?", "x")
    assert "1 query is waiting for the author." in ran.err
    assert state(root, begin=QUOTE) == "query"
    again = answer(root, "n")
    assert "a query waits" in again.err
    assert "who said so?" in again.err


def test_undo_takes_the_last_word_back_and_shows_the_statement_again(root: Path) -> None:
    ran = answer(root, "v1", "u", "x")
    assert "taken back: ✓ verified" in ran.err
    assert ran.err.count("1 of 2: a quotation") == 2
    assert state(root, begin=QUOTE) == "open"
    assert "nothing of yours to undo" in answer(root, "u").err


def test_what_was_said_in_another_sitting_is_only_taken_back_on_a_yes(root: Path) -> None:
    answer(root, "v1", "x")
    assert "Take it back?" in answer(root, "u", "n").err
    assert state(root, begin=QUOTE) == "verified"
    answer(root, "u", "y")
    assert state(root, begin=QUOTE) == "open"


def test_a_word_that_holds_no_more_can_be_taken_back_by_anybody(root: Path) -> None:
    answer(root, "v1", "x")
    edit(root, "seeds/gazette.md", "who live here", "who once lived here")
    ran = answer(root, "u", "y", "x", by="Tom Adair")
    assert "changed since it was verified" in ran.err
    assert "taken back: ✓ verified" in ran.err
    assert state(root, begin=QUOTE) == "open"


def test_more_shows_the_evidence_in_full(root: Path) -> None:
    around = "She did not say who"
    assert around not in answer(root).err
    assert around in answer(root, "?").err


def test_a_stet_is_written_into_the_file_on_a_yes(root: Path) -> None:
    edit(root, "seeds/spill.md", "We failed the", "We have failed the")
    before = (root / "seeds/spill.md").read_text("utf-8")
    answer(root, "s", "as she says it on tape", "n", "x")
    assert (root / "seeds/spill.md").read_text("utf-8") == before
    ran = answer(root, "s as she says it on tape", "y", "x")
    text = (root / "seeds/spill.md").read_text("utf-8")
    assert "[@gazette] <!-- stet quote-altered: as she says it on tape -->" in text
    assert "will read" in ran.err
    assert state(root, begin="“We have failed") == "stet"
    assert "quote-altered" not in [one["rule"] for one in open_findings(root)]


def test_what_needs_nobody_can_be_let_go(root: Path) -> None:
    answer(root, "s read out in court", "y", "x")
    assert "<!-- stet not-signed-off: read out in court -->" in (root / "seeds/spill.md").read_text(
        "utf-8"
    )
    assert state(root, begin=QUOTE) == "stet"
    assert (
        "0 of 2 verified · 1 let stand · 1 open"
        in run(root, "verify", "seeds/spill.md", "--list").out
    )
    answer(root, "v1")
    left = {one["rule"] for one in open_findings(root)}
    assert not left & {"not-signed-off", "stet-unused"}


def open_findings(root: Path) -> list[dict[str, str]]:
    found = json.loads(run(root, "check", "seeds/spill.md", "--format", "json").out)
    return [one for one in found["briefs"][0]["findings"] if one["stet"] is None]


def test_an_edit_is_read_anew_and_comes_again_at_the_end(
    root: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path_factory.mktemp("editor") / "editor"
    editor.write_text(
        f"#!{sys.executable}\nimport pathlib, sys\n"
        "path = pathlib.Path(sys.argv[2])\n"
        "text = path.read_text('utf-8').replace('We failed the people', 'We failed the persons')\n"
        "path.write_text(text, 'utf-8')\n"
        "pathlib.Path(__file__).with_name('line').write_text(sys.argv[1])\n"
    )
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    ran = answer(root, "e", "v1", "x")
    assert editor.with_name("line").read_text() == "+13"
    assert state(root) == "verified"
    assert "We failed the persons" in ran.err


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("vim", ["vim", "+7", "/a/b.md"]),
        ("/usr/bin/emacs", ["/usr/bin/emacs", "+7", "/a/b.md"]),
        ("code", ["code", "--wait", "--goto", "/a/b.md:7:3"]),
        ("code -w", ["code", "-w", "--goto", "/a/b.md:7:3"]),
        ("subl", ["subl", "--wait", "/a/b.md:7:3"]),
        ("hx", ["hx", "/a/b.md:7:3"]),
    ],
)
def test_editors_are_opened_at_the_line(editor: str, command: list[str]) -> None:
    assert command_for(editor.split(), Path("/a/b.md"), 7, 3) == command


def test_list_and_json_ask_nothing(root: Path) -> None:
    answer(root, "v1", "x")
    listed = run(root, "verify", "2025-03-07", "--list")
    assert listed.out.startswith("briefs/2025-03-07.md: 1 of 3 verified · 2 open\n")
    assert "verified    a quotation, an accusation · seeds/spill.md:13" in listed.out
    told = json.loads(run(root, "verify", "2025-03-07", "--json").out)
    (brief,) = told["briefs"]
    assert brief["summary"] == {"statements": 3, "signed": 1}
    states = {one["text"]: one["state"] for one in brief["statements"]}
    assert states[FINE] == "open"
    said = [one["said"] for one in brief["statements"] if one["state"] == "verified"]
    assert said[0][0]["by"] == "Ines Quill"


def test_check_counts_and_tells_what_was_verified(root: Path) -> None:
    answer(root, "v1", "v1")
    told = json.loads(run(root, "check", "seeds/spill.md", "--format", "json").out)["briefs"][0]
    verified = [one["verified"] for one in told["claims"] if one["verified"]]
    assert told["summary"]["verified"] == len(verified) > 0
    assert verified[0]["by"] == "Ines Quill"
    assert verified[0]["how"] == "captured page"
    assert f"verified  {len(verified)} of" in run(root, "check", "seeds/spill.md").out


def test_who_verifies_must_be_known(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    refused(run(root, "verify", "spill"), "git does not know who you are", "--as")


def test_where_nothing_wants_a_person_nothing_is_asked(write_workspace: Write) -> None:
    policy = f"{SETTINGS}policy:\n  verify: []\n"
    root = write_workspace({**NEWSROOM, "nutgraf.yaml": policy})
    assert "nothing wants a person" in answer(root).err


def test_a_second_reader_is_greeted_as_one(write_workspace: Write) -> None:
    root = write_workspace(
        {**NEWSROOM, "nutgraf.yaml": f"{SETTINGS}policy:\n  second-reader: true\n"}
    )
    assert "You read as the second reader (Ines Quill)." in answer(root).err
    assert "you wrote it" in answer(root, by="Tom Adair").err


def test_it_is_led_on_a_terminal_just_so(root: Path) -> None:
    """On a real pseudo-terminal: one answer, then Ctrl-D."""
    program, ours = pty.fork()
    if program == 0:  # pragma: no cover - this is the other process
        os.chdir(root)
        os.execv(
            sys.executable, [sys.executable, "-m", "nutgraf", "verify", "spill", "--as", "I. Q."]
        )
    shown = _until(ours, "", "> ")
    os.write(ours, b"v1\n")
    shown = _until(ours, shown, "2 of 2")
    os.write(ours, b"\x04")
    shown = _until(ours, shown, "next:")
    os.waitpid(program, 0)
    assert "✓ verified" in shown
    assert state(root, begin=QUOTE) == "verified"


def _until(terminal: int, shown: str, words: str) -> str:
    """What the terminal has shown, as soon as that has some words."""
    told = shown.encode()
    end = time.monotonic() + 30
    while words not in told.decode(errors="replace"):
        assert time.monotonic() < end, told
        if select.select([terminal], [], [], 0.2)[0]:
            told += os.read(terminal, 65536)
    return told.decode(errors="replace")


def test_a_kill_in_the_middle_of_the_dialogue_loses_nothing_that_was_said(root: Path) -> None:
    command = [sys.executable, "-m", "nutgraf", "verify", "spill", "--as", "Ines Quill"]
    with subprocess.Popen(
        command, cwd=root, stdin=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0
    ) as program:
        assert program.stdin is not None
        assert program.stderr is not None
        program.stdin.write(b"v1\n")
        shown = b""
        while b"Saved." not in shown:
            shown += os.read(program.stderr.fileno(), 65536)
        program.kill()
    assert state(root, begin=QUOTE) == "verified"
    assert "1 of them done" in answer(root).err
