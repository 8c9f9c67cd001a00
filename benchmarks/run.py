"""Runs every benchmark. Each can be run alone, too: `python benchmarks/starting.py`.

With `--write` the results go into docs/benchmarks.md.
"""

from __future__ import annotations

import io
import os
import platform
import re
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout

import archive
import checking
import crashing
import extraction
import gathering
import letters
import mjml_step
import previewing
import recipients
import rendering
import sending
import starting
from measuring import ROOT

PAGE = ROOT / "docs" / "benchmarks.md"
PART = re.compile(r"(?<=<!-- measured -->\n).*?(?=<!-- end -->)", re.DOTALL)


def results() -> Iterator[str]:
    """What each benchmark prints, one after the other."""
    yield f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores\n"
    for benchmark in (
        starting,
        rendering,
        mjml_step,
        checking,
        previewing,
        archive,
        gathering,
        extraction,
        recipients,
        letters,
        sending,
        crashing,
    ):
        printed = io.StringIO()
        with redirect_stdout(printed):
            benchmark.main()
        yield printed.getvalue()


def main() -> None:
    found = []
    for result in results():
        print(result, flush=True)
        found.append(result.rstrip())
    if "--write" in sys.argv[1:]:
        told = "\n\n".join(found)
        part = f"\n```console\n$ .venv/bin/python benchmarks/run.py\n{told}\n```\n\n"
        text = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(PART.sub(lambda _: part, text), encoding="utf-8")


if __name__ == "__main__":
    main()
