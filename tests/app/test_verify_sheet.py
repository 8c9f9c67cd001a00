"""A second reader's sheet: written, marked in a browser, and taken in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from nutgraf.app.verify_sheet import take_in
from nutgraf.desk.verification import encode
from nutgraf.workspace.loading import open_workspace
from tests.app.verifying import FINE, NEWSROOM, edit, give, looked_at, matter, state
from tests.browser import chromium
from tests.cli.running import Ran, refused, run
from tests.desk.verifications import word
from tests.workspaces import Write

QUOTE = "“We failed"


@pytest.fixture
def root(write_workspace: Write) -> Path:
    return write_workspace(NEWSROOM)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as launched:
        yield launched


def exported(root: Path, name: str = "2025-03-07") -> Path:
    file = root / "sheet.html"
    ran = run(root, "verify", name, "--export", "sheet.html")
    assert ran.status == 0, ran.err
    return file


def marks(root: Path, *lines: str) -> Ran:
    (root / "marks.yaml").write_text("".join(lines), "utf-8")
    return run(root, "verify", "--import", "marks.yaml")


def line(words: str = FINE, path: str = "seeds/spill.md", said: str = "verified") -> str:
    record = encode(word("query" if said == "query" else "verified", words, by="Ines Quill"))
    return record.replace("- {", f'- {{file: "{path}", ')


def test_a_sheet_asks_nothing_of_the_network(root: Path) -> None:
    text = exported(root).read_text("utf-8")
    assert "default-src 'none'" in text
    assert not re.search(r"(?:src|href)=[\"'](?!#)|@import|url\(", text)
    assert text.count('<article class="row') == 3


def test_what_stands_in_files_is_no_markup(root: Path) -> None:
    edit(root, "seeds/spill.md", "340 seabirds", "340 seabirds </script><script>alert(1)</script>")
    text = exported(root).read_text("utf-8")
    assert "<script>alert" not in text


def test_marks_are_taken_in_once(root: Path) -> None:
    ran = marks(root, line())
    assert (ran.status, ran.out) == (0, "")
    assert "1 kept, 0 refused" in ran.err
    assert state(root) == "verified"
    assert "0 kept, 1 known before, 0 refused" in marks(root, line()).err


def test_what_was_marked_in_other_words_is_refused(root: Path) -> None:
    edit(root, "seeds/spill.md", "killed 340", "killed 341")
    ran = marks(root, line(), line("Nothing of the kind was ever said."))
    assert ran.status == 1
    assert "reopened, since it reads otherwise now" in ran.err
    assert "killed 341 seabirds" in ran.err
    assert "no such statement" in ran.err
    assert not (root / "seeds/spill.verified.yaml").exists()


def test_a_passage_that_has_changed_is_refused(root: Path) -> None:
    looked = give(root)
    record = encode(matter(looked).said[0]).replace("- {", '- {file: "seeds/spill.md", ')
    (root / "seeds/spill.verified.yaml").unlink()
    edit(root, "seeds/gazette.md", "killed 340", "killed 314")
    assert "the passage of gazette reads otherwise now" in marks(root, record).err


@pytest.mark.parametrize("path", ["seeds/nobody.md", "seeds/gazette.md", "../x.md", "nutgraf.yaml"])
def test_a_file_that_is_no_note_or_brief_is_refused(root: Path, path: str) -> None:
    assert "there is no such file here" in marks(root, line(path=path)).err


def test_damaged_lines_are_told_and_the_others_kept(root: Path) -> None:
    ran = marks(root, line(), "- {file: oh\n")
    assert ran.status == 1
    assert "marks.yaml:2" in ran.err
    assert "1 kept" in ran.err


def test_an_empty_file_is_told(root: Path) -> None:
    refused(marks(root, "# nothing\n"), "holds nobody’s word")
    refused(run(root, "verify", "--import", "gone.yaml"), "there is no such file")


def test_a_second_reader_marks_and_their_editor_takes_it_in(root: Path, browser: Browser) -> None:
    edit(root, "seeds/spill.md", "We failed the", "We have failed the")
    file = exported(root)
    page = browser.new_context(offline=True).new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(file.as_uri())
    fine = page.locator(".row", has_text="The harbour board was fined")
    fine.locator("select").select_option("document")
    fine.get_by_role("button", name="Verified").click()
    expect(page.locator("#told")).to_have_text("1 of 3 marked")
    quote = page.locator(".row", has_text="We have failed")
    quote.focus()
    page.keyboard.press("v")
    expect(quote.locator(".wants")).to_contain_text("write why it may stand")
    quote.locator("input").fill("“heard” it, \\ on tape\u2028 – 100%: {yes}, #1")
    quote.get_by_role("button", name="Verified").click()
    ask = page.locator(".row", has_text="seabirds in two weeks.")
    ask.get_by_role("button", name="Query").click()
    expect(ask.locator(".wants")).to_contain_text("what you ask")
    ask.locator("input").fill("which two weeks?")
    ask.get_by_role("button", name="Query").click()
    page.locator("#save").click()
    expect(page.locator("#told")).to_have_text("Say who you are first.")
    page.locator("#who").fill("Ines Quill")
    saved = _saved(page, root)
    ran = run(root, "verify", "--import", str(saved))
    assert ran.status == 0, ran.err
    assert "3 kept, 0 refused" in ran.err
    assert state(root) == "verified"
    assert state(root, begin="“We have failed") == "verified"
    told = matter(looked_at(root, "2025-03-07"), "Wardens")
    assert (told.state, told.said[0].note, told.said[0].by) == (
        "query", "which two weeks?", "Ines Quill",
    )  # fmt: skip
    heard = matter(looked_at(root), "“We have failed").said[0]
    assert heard.note == "“heard” it, \\ on tape\u2028 – 100%: {yes}, #1"
    assert errors == []


def _saved(page: Page, root: Path) -> Path:
    with page.expect_download() as download:
        page.locator("#save").click()
    assert download.value.suggested_filename == "2025-03-07-ines-quill.yaml"
    path = root / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_marks_outlive_a_closed_window_and_can_be_taken_back(root: Path, browser: Browser) -> None:
    file = exported(root)
    context = browser.new_context()
    page = context.new_page()
    page.goto(file.as_uri())
    page.locator("#who").fill("Ines Quill")
    row = page.locator(".row", has_text="seabirds in two weeks.")
    row.get_by_role("button", name="Verified").click()
    expect(page.locator("#told")).to_have_text("1 of 3 marked")
    page.close()
    page = context.new_page()
    page.goto(file.as_uri())
    expect(page.locator("#told")).to_have_text("1 of 3 marked")
    expect(page.locator("#who")).to_have_value("Ines Quill")
    page.locator(".row", has_text="seabirds in two weeks.").focus()
    page.keyboard.press("v")
    expect(page.locator("#told")).to_have_text("0 of 3 marked")


def test_two_readers_can_be_taken_in(root: Path) -> None:
    other = line(said="query").replace("Ines Quill", "Tom Adair").replace("16:02:11", "16:05:00")
    (root / "marks.yaml").write_text(line() + other, "utf-8")
    taken = take_in(open_workspace(root), root / "marks.yaml")
    assert [one.by for one in taken.kept] == ["Ines Quill", "Tom Adair"]
    assert state(root) == "query"
    told = json.loads(run(root, "verify", "spill", "--json").out)
    assert (
        len(told["briefs"][0]["statements"][0]["said"])
        + len(told["briefs"][0]["statements"][1]["said"])
        == 2
    )
