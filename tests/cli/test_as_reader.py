"""`--as` on the command line."""

from __future__ import annotations

import pytest

from tests.app.test_as_reader import ID, LISTED, SECRET
from tests.cli.running import run
from tests.workspaces import Write


@pytest.fixture(autouse=True)
def _secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HARBOUR_LINKS", SECRET)


def test_build_as_names_the_files_and_says_for_whom(
    write_workspace: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("typer.launch", opened.append)
    root = write_workspace(LISTED)
    ran = run(root, "build", "--as", "ada@readers.example", "--open")
    folder = root / "build" / ID / "as/ada@readers.example"
    assert ran.status == 0
    assert [root / line for line in ran.out.splitlines()] == [
        folder / name for name in ("email.html", "email.eml", "digest.txt")
    ]
    assert "as Ada Meyer <ada@readers.example> gets it; nothing was sent" in ran.err
    assert opened == [(folder / "email.html").as_uri()]
    assert not (folder.parent.parent / "manifest.json").exists()


@pytest.mark.parametrize(
    "other",
    [("-f", "cards"), ("--digest", "html"), ("--as-pasted", "ghost"), ("--fail-on", "error")],
)
def test_what_does_not_go_with_as_is_refused(
    write_workspace: Write, other: tuple[str, str]
) -> None:
    ran = run(write_workspace(LISTED), "build", "--as", "ada@readers.example", *other)
    assert ran.status == 2
    assert "--as goes with no --" in ran.err


def test_a_missing_secret_is_told_with_where_it_should_be(
    write_workspace: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HARBOUR_LINKS")
    ran = run(write_workspace(LISTED), "build", "--as", "ada@readers.example")
    assert ran.status == 2
    assert "HARBOUR_LINKS" in ran.err


def test_preview_is_exported_as_one_reader_gets_it(write_workspace: Write) -> None:
    root = write_workspace(LISTED)
    ran = run(root, "preview", "--as", "ada@readers.example", "--export", "out")
    assert ran.status == 0
    assert "Dear Ada &lt;3" in (root / "out/greeting-text.html").read_text("utf-8")
    assert run(root, "preview", "--as", "eve@x.example", "--export", "b").status == 2
