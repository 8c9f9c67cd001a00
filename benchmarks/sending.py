"""Sending: the whole command against `smtp-source`, and what 100,000 readers take.

Needs `smtp-sink` and `smtp-source`, which Debian's package `postfix` holds.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from measuring import NUTGRAF, held, run
from nutgraf.app.approve import approve
from nutgraf.app.letters import letters_for
from nutgraf.app.standing import mailing_of, standing
from nutgraf.deliver.readers import Reader
from nutgraf.workspace.loading import open_workspace

CONNECTIONS = 10
SIZE = 60_000  # octets of a message
SHARE = 20  # of the messages a second of smtp-source, in per cent
LENGTHS = (1_000, 10_000, 100_000)
KEY = "2025-03-07"
SETTINGS = """\
name: The Harbour Letter
time_zone: Europe/London
sender:
  name: The Harbour Letter
  address: desk@harbour.example
postal_address: |
  1 Quay
  12345 Harbour
policy:
  gate: [postal-address, unsubscribe]
unsubscribe:
  url: https://harbour.example/leave
  mailto: leave@harbour.example
  secret:
    file: secret
lists:
  readers:
    file: readers.csv
delivery:
  host: 127.0.0.1
  port: {port}
  security: none
  connections: {connections}
"""


def main() -> None:
    print(f"sending, messages of {SIZE:,} octets over {CONNECTIONS} connections to smtp-sink")
    with sink() as port, tempfile.TemporaryDirectory() as name:
        root = Path(name)
        size = make_workspace(root, port)
        fastest = max(smtp_source(port, size, 5_000) for _ in range(3))
        print(f"smtp-source{'':<41} {fastest:8,.0f} messages a second")
        for length in LENGTHS:
            _send(root, length, fastest)


def _send(root: Path, length: int, fastest: float) -> None:
    list_readers(root, length)
    shutil.rmtree(root / "sent", ignore_errors=True)
    took = run((NUTGRAF, "send", KEY, "--yes", "--by", "Ines"), root)
    rate = length / took.seconds
    print(f"{f'{length:,} readers':<52} {rate:8,.0f} messages a second")
    print(f"  {took.busy / length * 1000:.2f} ms of processor a message")
    share = rate / fastest * 100
    verdict = "held" if share >= SHARE else "NOT HELD"
    print(f"{'  of smtp-source':<52} {share:8.2f} %   bar {SHARE} %: {verdict}")
    print(held("  memory", took.megabytes, 150, "MB"))


def smtp_source(port: int, size: int, messages: int) -> float:
    """Messages a second of the fastest sender there is, over as many connections."""
    command = ["smtp-source", "-d", "-s", str(CONNECTIONS), "-m", str(messages), "-l", str(size)]
    start = time.perf_counter()
    subprocess.run(
        [*command, "-f", "desk@harbour.example", "-t", "r@harbour.example", f"127.0.0.1:{port}"],
        check=True,
    )
    return messages / (time.perf_counter() - start)


def make_workspace(root: Path, port: int) -> int:
    """A workspace with an approved brief of about `SIZE`; the size of its message to one reader."""
    settings = SETTINGS.format(port=port, connections=CONNECTIONS)
    (root / "nutgraf.yaml").write_text(settings, encoding="utf-8")
    (root / "secret").write_text("s" * 40, encoding="utf-8")
    (root / "briefs").mkdir()
    list_readers(root, 1)
    bullets, size = 20, 0
    while abs(size - SIZE) > SIZE / 50:
        words = "\n".join(
            f"- Boat {number} sailed to the island and back." for number in range(bullets)
        )
        front = f"---\ntitle: The ferries\ndate: {KEY}\nsubject: Ferries\n---"
        text = f"{front}\n## Key Points\n\n{words}\n"
        (root / f"briefs/{KEY}.md").write_text(text, encoding="utf-8")
        workspace = open_workspace(root)
        approve(workspace, workspace.brief_entry(KEY), by="Ines", now=datetime.now(UTC))
        approval = standing(workspace, KEY).approval
        assert approval is not None
        letters = letters_for(workspace, mailing_of(approval, root))
        size = len(letters.to(Reader("reader0@harbour.example")).data)
        bullets = max(1, round(bullets * SIZE / size))
    return size


def list_readers(root: Path, length: int) -> None:
    rows = "".join(f"reader{number}@harbour.example,Reader {number}\n" for number in range(length))
    (root / "readers.csv").write_text(f"address,name\n{rows}", encoding="utf-8")


@contextmanager
def sink() -> Iterator[int]:
    """`smtp-sink` on a free port."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
    user = ["-u", "nobody"] if os.geteuid() == 0 else []
    program = shutil.which("smtp-sink") or "/usr/sbin/smtp-sink"
    process = subprocess.Popen([program, *user, f"127.0.0.1:{port}", "200"])
    time.sleep(0.5)
    try:
        yield port
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main()
