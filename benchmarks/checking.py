"""Checks: a claim against ten sources, the newest brief, an archive; anew and as kept on disk."""

from __future__ import annotations

import re
import shutil
import statistics
import tempfile
from pathlib import Path

from archive import SOURCES, make_workspace
from measuring import NUTGRAF, ROOT, Process, held, milliseconds, run
from nutgraf.app.checking import check_brief
from nutgraf.evidence.index import Index
from nutgraf.evidence.pack import index_source
from nutgraf.model import Source
from nutgraf.workspace.loading import open_workspace

BRIEFS = 100
TEN = 10
TIMES = 7
CHECK = (NUTGRAF, "check")
FINDINGS = (0, 1)  # findings are an exit status of their own


def main() -> None:
    print(f"checking, median of {TIMES}")
    _against_ten()
    with tempfile.TemporaryDirectory() as name:
        here = Path(name) / "here"
        kept = shutil.ignore_patterns(".nutgraf", ".venv", ".git", "build", ".*_cache")
        shutil.copytree(ROOT, here, ignore=kept)
        anew, again = _both(here, TIMES)
        print(held("the newest brief, anew", anew.seconds, 0.6, "s"))
        print(held("the newest brief, as kept", again.seconds, 0.3, "s"))
        print(held("  memory", anew.megabytes, 80, "MB"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_workspace(folder, BRIEFS, SOURCES)
        anew, again = _both(folder, 1, "--all")
        print(held(f"{BRIEFS} briefs over {SOURCES} sources, anew", anew.seconds, 20, "s"))
        print(held(f"{BRIEFS} briefs over {SOURCES} sources, as kept", again.seconds, 2, "s"))
        print(held("  memory of the largest process", anew.megabytes, 300, "MB"))


def _against_ten() -> None:
    """The time a claim takes once ten sources are read; the brief cites none, so all are asked."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_workspace(folder, 1, TEN)
        workspace = open_workspace(folder)
        path = folder / workspace.briefs()[0].path
        path.write_text(_uncited(path.read_text(encoding="utf-8")), encoding="utf-8")
        brief = open_workspace(folder).brief(path.stem)
    indexes: dict[str, Index] = {}

    def read(source: Source) -> Index:
        if source.id not in indexes:
            indexes[source.id] = index_source(source)
        return indexes[source.id]

    claims = len(check_brief(brief, indexer=read).claims)
    spent = milliseconds(lambda: check_brief(brief, indexer=read), times=TIMES, warm_up=1)
    print(held(f"a claim against {TEN} sources, once they are read", spent / claims, 5, "ms"))


def _uncited(text: str) -> str:
    """The brief without citations, with every source as its pack."""
    front, _, body = text.removeprefix("---\n").partition("---\n")
    names = ", ".join(f"s{number:03}" for number in range(TEN))
    kept = "".join(line for line in front.splitlines(True) if not line.startswith("sources:"))
    return f"---\n{kept}sources: [{names}]\n---\n" + re.sub(r" ?\[@[^\]]*\]", "", body)


def _both(folder: Path, times: int, *more: str) -> tuple[Process, Process]:
    """A check with nothing kept, and one with everything; the median run of each by the clock."""
    anew: list[Process] = []
    again: list[Process] = []
    for _ in range(times):
        shutil.rmtree(folder / ".nutgraf", ignore_errors=True)
        anew.append(run([*CHECK, *more], folder, fine=FINDINGS))
        again.append(run([*CHECK, *more], folder, fine=FINDINGS))
    middle = statistics.median_low
    return (
        next(one for one in anew if one.seconds == middle(each.seconds for each in anew)),
        next(one for one in again if one.seconds == middle(each.seconds for each in again)),
    )


if __name__ == "__main__":
    main()
