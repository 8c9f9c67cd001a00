"""Small workspaces for tests, written from the text of their files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

Files = Mapping[str, str | bytes]
Write = Callable[[Files], Path]

SETTINGS = """\
name: The Harbour Letter
language: en-GB
time_zone: Europe/London
sender:
  name: The Harbour Letter
  address: desk@harbour.example
postal_address: |
  Example Street 1
  12345 Example City
"""
# What sending needs besides: a way out, a list, and a relay on this machine.
TO_READERS = """\
unsubscribe:
  mailto: leave@harbour.example
lists:
  readers:
    file: readers.csv
"""
THROUGH = """\
delivery:
  host: 127.0.0.1
  port: {port}
  security: none
"""
REPORT = """\
---
title: Ferry counts
publisher: Harbour Times
url: https://harbour.example/ferries
published: 2025-03-05
---
The harbour office counted 1,240 passengers on Saturday. “We will sail on,” said Ines Varga.
"""
BRIEF = """\
---
title: The ferries
date: 2025-03-07
subject: Ferries carry 1,240
---
## Summary

The ferries carried 1,240 passengers on Saturday. [@report]
"""
PLAIN: Files = {"seeds/report.md": REPORT, "briefs/2025-03-07.md": BRIEF}


def write_files(root: Path, files: Files) -> Path:
    """The files under `root`, with settings of the workspace unless `files` has its own."""
    for name, content in {"nutgraf.yaml": SETTINGS, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = content.encode() if isinstance(content, str) else content
        path.write_bytes(data)
    return root


def brief(body: str, front: str = "title: The ferries\ndate: 2025-03-07") -> str:
    """A brief with that body."""
    return f"---\n{front}\n---\n{body}"
