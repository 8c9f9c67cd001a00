"""A real browser for tests: Chromium, with nothing of its own going on in the background."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, expect, sync_playwright

from tests.programs import go_without

# The first is Chromium without the windows of a desktop, which nobody sees here: half the work.
_PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser")
CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _PROGRAMS)), None)
# Milliseconds: other tests run at the same time.
expect.set_options(timeout=20_000)
_FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser, closed in the end; the test is skipped without one, and fails in CI."""
    if CHROMIUM is None:
        go_without("needs Chromium, which is not installed here")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=_FLAGS)
        try:
            yield launched
        finally:
            launched.close()
