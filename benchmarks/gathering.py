"""Gathering among 5,000 sources: searching them, and knowing the text of a new one."""

from __future__ import annotations

import random
import shutil
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from archive import MORE, NOUNS, SETTINGS
from measuring import NUTGRAF, ROOT, run
from nutgraf.app.source_index import SourceIndex
from nutgraf.app.source_search import search
from nutgraf.app.twins import Twin, twins
from nutgraf.workspace.body_hash import body_hash

SOURCES = 5_000
SEARCH_BAR, TWIN_BAR = 50, 100  # milliseconds
NOTE_BAR = 1  # second
VERBS = ("delayed", "approved", "inspected", "closed", "sold", "measured", "moved", "opened")


def main() -> None:
    print(f"gathering, with {SOURCES:,} sources of 300 to 900 words")
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        bodies = make_workspace(root)
        started = time.perf_counter()
        with SourceIndex(root) as index:
            index.update(index.stale())
            print(f"  index made anew               {time.perf_counter() - started:8.2f} s")
        queries = ("dredging contract", '"harbour engineer"', "ferr* -storm", "walrus budget")
        spent = [_milliseconds(partial(_search, root, query)) for query in queries * 5]
        _tell("search, the index opened and held against the files", SEARCH_BAR, spent)
        pick = random.Random(7)
        new = [_changed(pick, body) for body in pick.sample(bodies, 10)]
        with SourceIndex(root) as index:
            found = [_twins(index, body) for body in new]
            if any(not one or one[0].how != "story" for one in found):
                raise SystemExit("a text that was carried on was not known")
            spent = [_milliseconds(partial(_twins, index, body)) for body in new]
            _tell("near-duplicates of a new text", TWIN_BAR, spent)
        whole = [run([NUTGRAF, "sources", "search", "dredging"], root).seconds for _ in range(5)]
        print(f"  nutgraf sources search, the whole process  {median(whole) * 1000:8.1f} ms")

    _note()


def _note() -> None:
    """A note on the four sources of this repository, beside a check of its newest brief."""
    sources = ("cards", "explainer", "fox", "post-rewrite")
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for part in ("seeds", "angles", "briefs", "templates"):
            shutil.copytree(ROOT / part, root / part)
        shutil.copy(ROOT / "nutgraf.yaml", root)
        spent = []
        for number in range(6):
            found = run([NUTGRAF, "new", "note", f"note-{number}", *sources], root)
            (root / f"seeds/note-{number}.md").unlink()
            spent.append(found.seconds)
    cold, warm = spent[0], median(spent[1:])
    verdict = "held" if warm <= NOTE_BAR else "NOT HELD"
    print(
        f"  nutgraf new note on four sources, the whole process: {cold:.2f} s with nothing kept, "
        f"{warm:.2f} s then, bar {NOTE_BAR} s: {verdict}"
    )


def _search(root: Path, query: str) -> None:
    with SourceIndex(root) as index:
        index.update(index.stale())
        search(index, query)


def _twins(index: SourceIndex, body: str) -> tuple[Twin, ...]:
    return twins(index, body, hashed=body_hash(body), url=None)


def _milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def _tell(what: str, bar: float, found: list[float]) -> None:
    verdict = "held" if max(found) <= bar else "NOT HELD"
    print(
        f"  {what}: median {median(found):.1f} ms, longest {max(found):.1f} ms, bar {bar} ms: "
        f"{verdict}"
    )


def make_workspace(root: Path) -> list[str]:
    """A workspace of invented reports; equal numbers give equal files."""
    pick = random.Random(3)
    (root / "nutgraf.yaml").write_text(SETTINGS, encoding="utf-8")
    (root / "seeds").mkdir()
    bodies = []
    for number in range(SOURCES):
        body = "\n\n".join(_paragraph(pick) for _ in range(pick.randint(6, 18)))
        bodies.append(body)
        head = f"title: Report {number}\npublisher: Paper {number % 40}\npublished: 2026-01-05\n"
        path = root / "seeds" / f"s{number:04}.md"
        path.write_text(f"---\n{head}---\n{body}\n", encoding="utf-8")
    return bodies


def _paragraph(pick: random.Random) -> str:
    return " ".join(
        f"The {pick.choice(NOUNS)} {pick.choice(VERBS)} the {pick.choice(MORE)} of the "
        f"{pick.choice(NOUNS)} on day {pick.randint(1, 3000)}, at a cost of {pick.randint(1, 900)}."
        for _ in range(pick.randint(2, 4))
    )


def _changed(pick: random.Random, body: str) -> str:
    """The text as another paper carries it: its own first paragraph, two sentences cut."""
    paragraphs = body.split("\n\n")
    return "\n\n".join([_paragraph(pick), *paragraphs[1:-1]])


if __name__ == "__main__":
    main()
