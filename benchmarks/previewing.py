"""From a save to the words on the screen, in a real browser; and whether memory stays flat."""

from __future__ import annotations

import os
import re
import select
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from archive import SOURCES, make_workspace
from measuring import ENVIRONMENT, NUTGRAF, ROOT

SAVES = 40
LONG_RUN = 1000
EXAMPLE_BAR, ARCHIVE_BAR = 150, 400  # milliseconds
GROWTH_BAR = 1.1  # of the memory after the first saves
# Caches and threads have their size by then; what grows after that would go on growing.
_WARM_UP = 300
_SHOWN = re.compile(r"(http://127\.0\.0\.1:\d+/brief/\S+)")
_CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium"
# Resolves when the frame has the words, in the frame of animation that paints them.
_PAINTED = """words => new Promise(done => {
  const look = () => {
    const body = document.querySelector("iframe.email").contentDocument?.body;
    if (body?.textContent.includes(words)) requestAnimationFrame(() => done(Date.now()));
    else requestAnimationFrame(look);
  };
  look();
})"""


def main() -> None:
    print("from the end of a save to the words painted in the browser, by the clock")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "example"
        _copy(folder)
        brief = max((folder / "briefs").glob("*.md"))
        _tell("example brief", _saves(folder, brief, SAVES), EXAMPLE_BAR)
        _memory(folder, brief)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_workspace(folder, 100, SOURCES)
        brief = max((folder / "briefs").glob("*.md"))
        _tell(f"100 briefs, {SOURCES} sources", _saves(folder, brief, SAVES), ARCHIVE_BAR)


def _copy(folder: Path) -> None:
    """The workspace of this repository."""
    folder.mkdir()
    for name in ("nutgraf.yaml", "seeds", "angles", "briefs", "templates"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            shutil.copy(source, folder / name)


def _tell(what: str, spent: list[float], bar: int) -> None:
    median = statistics.median(spent)
    slow = statistics.quantiles(spent, n=10)[-1]
    verdict = "held" if median <= bar else "NOT HELD"
    print(
        f"  {what:24} median {median:4.0f} ms, nine in ten within {slow:4.0f} ms   "
        f"bar {bar} ms: {verdict}"
    )


def _saves(folder: Path, brief: Path, times: int) -> list[float]:
    """Milliseconds from each save to its words on the screen; the first ones are not counted."""
    spent = []
    with _running(folder, brief.stem) as (_, url), _page(url) as page:
        for number in range(times + 3):
            took = _save(page, brief, number)
            if number > 2:
                spent.append(took)
    return spent


def _save(page: Page, brief: Path, number: int) -> float:
    """One save as an editor makes it, with other words in the first paragraph of the brief."""
    text = re.sub(r" ?Draft \d+\.", "", brief.read_text("utf-8"))
    words = f"Draft {number}."
    head, mark, body = text.partition("\n## ")
    heading, _, rest = body.partition("\n\n")
    brief.write_text(f"{head}{mark}{heading}\n\n{words} {rest}", "utf-8")
    saved = time.time() * 1000
    return float(page.evaluate(_PAINTED, words)) - saved


def _memory(folder: Path, brief: Path) -> None:
    """The server's memory when it has warmed up, and after a thousand saves."""
    with _running(folder, brief.stem) as (process, url), _page(url) as page:
        for number in range(_WARM_UP):
            _save(page, brief, number)
        before = _resident(process.pid)
        for number in range(_WARM_UP, LONG_RUN):
            _save(page, brief, number)
        after = _resident(process.pid)
    verdict = "held" if after <= before * GROWTH_BAR else "NOT HELD"
    print(
        f"  memory of the server after {_WARM_UP} saves {before:.0f} MB, after {LONG_RUN} "
        f"{after:.0f} MB   bar {GROWTH_BAR:g} times: {verdict}"
    )


def _resident(pid: int) -> float:
    found = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


@contextmanager
def _running(folder: Path, name: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    command = [str(NUTGRAF), "preview", name, "--no-open"]
    process = subprocess.Popen(
        command, cwd=folder, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT
    )
    assert process.stderr is not None
    try:
        select.select([process.stderr], [], [], 60)
        shown = _SHOWN.search(process.stderr.readline())
        assert shown, "the preview did not start"
        yield process, shown[1]
    finally:
        process.terminate()
        process.wait(20)


@contextmanager
def _page(url: str) -> Iterator[Page]:
    flags = ["--no-sandbox", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=flags)
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        page.goto(url)
        page.wait_for_selector("iframe.email")
        yield page
        browser.close()


if __name__ == "__main__":
    main()
