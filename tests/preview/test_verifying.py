"""Verifying in the preview: into the same file, and by our own pages alone."""

from __future__ import annotations

import http.client
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.app.verifying import NEWSROOM, edit, looked_at, matter, state
from tests.browser import chromium
from tests.preview.serving import Preview, previewing
from tests.workspaces import write_files

BEGIN = "The harbour board was fined"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as launched:
        yield launched


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    root = write_files(tmp_path, NEWSROOM)
    for arguments in (
        ["init", "-q"],
        ["config", "user.name", "Ines Quill"],
        ["config", "user.email", "ines@harbour.example"],
    ):
        subprocess.run(["git", *arguments], cwd=root, check=True)
    with previewing(root) as running:
        yield running


def post(
    preview: Preview, told: object, headers: Mapping[str, str] | None = None
) -> tuple[int, str]:
    given = {
        "Host": f"127.0.0.1:{preview.port}",
        "Origin": preview.url,
        "X-Nutgraf-Token": preview.token(),
        **(headers or {}),
    }
    connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=20)
    try:
        connection.request("POST", "/verify/2025-03-07", json.dumps(told), given)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


def word(root: Path, **more: str) -> dict[str, str]:
    found = matter(looked_at(root))
    return {"path": found.place.path, "claim": found.hash, "said": "verified", **more}


def test_a_word_is_kept_beside_the_note_by_the_person_of_git(preview: Preview) -> None:
    assert post(preview, word(preview.root, how="document", note="page 3")) == (204, "")
    said = matter(looked_at(preview.root)).said[0]
    assert (said.by, said.how, said.note) == (
        "Ines Quill <ines@harbour.example>", "document", "page 3",
    )  # fmt: skip


def test_a_query_says_what_it_asks(preview: Preview) -> None:
    status, told = post(preview, word(preview.root, said="query"))
    assert (status, "says why" in told) == (404, True)
    assert post(preview, word(preview.root, said="query", note="when?"))[0] == 204
    assert state(preview.root) == "query"


def test_what_differs_is_kept_for_a_reason_only(preview: Preview) -> None:
    edit(preview.root, "seeds/spill.md", "killed 340", "killed 430")
    told: tuple[int, str] = (204, "")
    for _ in range(200):  # until the server has seen the edit
        preview.ask("/brief/2025-03-07")
        told = post(preview, word(preview.root))
        if "Keep as is?" in told[1]:
            break
        time.sleep(0.05)
    assert told[0] == 404
    assert "write why, in the note" in told[1]
    assert state(preview.root) == "open"
    assert post(preview, word(preview.root, note="the court file"))[0] == 204


def test_only_our_own_pages_may_and_only_what_is_somebodys_word_is_kept(preview: Preview) -> None:
    mine = word(preview.root)
    for headers in (
        {"Origin": "http://evil.example"},
        {"X-Nutgraf-Token": "guess"},
        {"Host": "evil"},
    ):
        assert post(preview, mine, headers)[0] in (403, 421)
    nobodys: tuple[object, ...] = (
        {},
        [],
        "x",
        {"path": "seeds/spill.md", "claim": "0" * 16, "said": "verified"},
        {"path": "../../etc/passwd", "claim": "0" * 16, "said": "verified"},
        {**mine, "said": "undone"},
        {**mine, "how": "by guess"},
        {**mine, "note": "x" * 70_000},
    )
    for told in nobodys:
        assert post(preview, told)[0] == 404
    assert not (preview.root / "seeds/spill.verified.yaml").exists()


def test_words_that_changed_meanwhile_are_not_verified(preview: Preview) -> None:
    told = word(preview.root)
    edit(preview.root, "seeds/spill.md", "killed 340", "killed 341")
    post(preview, told)  # the server may not have seen the edit yet
    assert matter(looked_at(preview.root)).state in ("open", "stale")


def test_buttons_in_the_panel_of_claims(preview: Preview, browser: Browser) -> None:
    page = browser.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{preview.url}/brief/2025-03-07?panel=claims")
    card = page.locator(".card", has_text="340 seabirds").last
    card.get_by_role("button", name="Query").click()
    expect(page.locator("#said")).to_contain_text("write what you ask the author")
    card.get_by_label("A note, or your question").fill("who counted them?")
    card.get_by_role("button", name="Query").click()
    expect(card.locator(".said")).to_contain_text("? query")
    assert state(preview.root) == "query"
    card.get_by_label("Read in").select_option("document")
    card.get_by_role("button", name="Verified").click()
    expect(card.locator(".word")).to_have_class("word verified")
    assert state(preview.root) == "verified"
    edit(preview.root, "seeds/gazette.md", "killed 340", "killed 314")
    expect(page.locator(".word.stale")).to_have_count(1)
    assert complaints == []


def test_what_is_verified_at_the_terminal_shows(preview: Preview, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{preview.url}/brief/2025-03-07?panel=claims")
    expect(page.locator("form.verify")).to_have_count(3)
    subprocess.run(
        [sys.executable, "-m", "nutgraf", "verify", "spill", "--as", "Tom Adair"],
        cwd=preview.root,
        input="v1\nx\n",
        text=True,
        check=True,
        capture_output=True,
    )
    expect(page.locator(".word.verified")).to_have_count(1)
