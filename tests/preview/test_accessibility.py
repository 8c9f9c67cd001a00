"""axe-core finds nothing on any page of the preview, in light and dark, wide and narrow."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import chromium
from tests.preview.serving import Preview, previewing
from tests.preview.test_browser import BRIEF, FILES, ID, NAME
from tests.programs import go_without
from tests.workspaces import write_files

BRIEF_PAGE = f"/brief/{ID}"
PAGES = (
    BRIEF_PAGE,
    f"{BRIEF_PAGE}?view=text&panel=claims",
    f"{BRIEF_PAGE}?view=markdown&panel=size",
    f"{BRIEF_PAGE}?view=inbox&panel=sources&source=letter",
    f"{BRIEF_PAGE}?view=headers&severity=error",
    f"{BRIEF_PAGE}?beside=cards&scheme=dark",
    f"/source/report?brief={ID}",
    f"/sheet/{ID}",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as launched:
        yield launched


@pytest.fixture(scope="module")
def axe() -> str:
    """The script of axe-core, where the environment names it."""
    path = os.environ.get("NUTGRAF_AXE", "")
    if not Path(path).is_file():
        go_without("needs axe-core: NUTGRAF_AXE is to name its axe.min.js")
    return Path(path).read_text("utf-8")


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    with previewing(write_files(tmp_path_factory.mktemp("preview"), FILES)) as running:
        yield running


@pytest.fixture(params=[("light", 1400), ("dark", 1400), ("light", 390), ("dark", 390)])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    scheme, width = request.param
    # Our own pages let no other script run: the test has to be let in.
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    yield context.new_page()
    context.close()


def _violations(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    # What passes is a great deal, and takes longer to bring over than to find.
    found: list[dict[str, Any]] = page.evaluate(
        "axe.run(document, {iframes: false, resultTypes: ['violations']})"
        ".then(found => found.violations)"
    )
    return [
        f"{one['id']}: {one['help']}: {json.dumps([node['html'] for node in one['nodes']])[:400]}"
        for one in found
    ]


def test_no_page_has_a_violation(page: Page, axe: str, preview: Preview) -> None:
    told = {}
    for path in PAGES:
        page.goto(f"{preview.url}{path}")
        page.wait_for_load_state("networkidle") if path.startswith("/source") else None
        if found := _violations(page, axe):
            told[path] = found
    page.goto(f"{preview.url}{BRIEF_PAGE}")
    page.keyboard.press("?")
    if found := _violations(page, axe):
        told["help"] = found
    assert told == {}


def test_a_broken_brief_has_none_either(page: Page, axe: str, tmp_path: Path) -> None:
    broken = {**FILES, NAME: BRIEF.replace("[@letter]", "[@lettre]", 1)}
    with previewing(write_files(tmp_path, broken)) as running:
        page.goto(f"{running.url}{BRIEF_PAGE}")
        assert _violations(page, axe) == []
