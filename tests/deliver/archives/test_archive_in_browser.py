"""The archive as a reader of the web has it open: nothing is asked of anybody, nothing is said."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from nutgraf.app.archive import went_out, write_archive
from nutgraf.workspace.loading import open_workspace
from tests.browser import chromium
from tests.programs import go_without
from tests.sent import EVENING, mailing_of, send
from tests.workspaces import BRIEF, PLAIN, SETTINGS, write_files

ID = "2025-03-07"
LONG = "The ferries that carried so many and the quays that could not hold them"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three briefs, in one of which a script was written."""
    hostile = f"{BRIEF}\n<script>document.title = 'owned'</script> <b onclick=alert(1)>Words</b>\n"
    files = {
        **PLAIN,
        f"briefs/{ID}.md": hostile,
        "nutgraf.yaml": f"{SETTINGS}base_url: https://harbour.example/briefs\n",
    }
    root = write_files(tmp_path_factory.mktemp("letter"), files)
    first = mailing_of(root, ID)
    others = [
        replace(
            first, key=f"Brief {n}", title=f"{LONG} {n}", when=EVENING + timedelta(days=n * 200)
        )
        for n in (1, 2)
    ]
    send(root, [first, *others])
    workspace = open_workspace(root)
    return write_archive(workspace, went_out(workspace)).folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as launched:
        yield launched


@pytest.fixture(params=[("light", 375), ("dark", 1200)], ids=str)
def context(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    scheme, width = request.param
    viewport = {"width": width, "height": 800}
    # The pages let no script run: the test has to be let in.
    made = browser.new_context(viewport=viewport, color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]
    yield made
    made.close()


def files(site: Path) -> list[Path]:
    return [site / "index.html", site / ID / "index.html", site / "Brief 1" / "index.html"]


def test_no_page_asks_for_anything_says_anything_or_runs_over(
    context: BrowserContext, site: Path
) -> None:
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for path in files(site):
        page.goto(path.as_uri())
        assert "owned" not in page.title()
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= page.evaluate("innerWidth"), path
    assert asked == [path.as_uri() for path in files(site)]
    assert said == []


def test_every_link_within_the_archive_leads_to_a_file(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    page.get_by_role("link", name=f"{LONG} 1").click()
    assert page.title() == f"{LONG} 1 · The Harbour Letter"
    page.get_by_role("link", name="Earlier", exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text() == "The ferries"
    page.get_by_role("link", name="Later", exact=True).click()
    page.get_by_role("link", name="Plain text").click()
    assert "1,240 passengers" in page.inner_text("body")
    page.go_back()
    page.get_by_role("link", name="All briefs").first.click()
    assert page.get_by_role("heading", level=2).all_inner_texts() == ["2026", "2025"]
    page.close()


def test_axe_finds_nothing_wrong(context: BrowserContext, site: Path) -> None:
    script = os.environ.get("NUTGRAF_AXE", "")
    if not Path(script).is_file():
        go_without("needs axe-core: NUTGRAF_AXE is to name its axe.min.js")
    page = context.new_page()
    for path in files(site)[:2]:
        page.goto(path.as_uri())
        assert _violations(page, Path(script).read_text("utf-8")) == [], path


def _violations(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    found: dict[str, Any] = page.evaluate("axe.run(document)")
    return [f"{one['id']}: {one['nodes'][0]['html'][:300]}" for one in found["violations"]]
