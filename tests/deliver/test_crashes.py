"""A sender that is killed at any moment: nobody gets a brief twice, and nobody is forgotten."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nutgraf.app.approve import approve
from nutgraf.workspace.loading import open_workspace
from tests.servers import Sink, smtp_sink
from tests.workspaces import BRIEF, REPORT, SETTINGS, THROUGH, TO_READERS, Write

REPOSITORY = Path(__file__).resolve().parents[2]
READERS = {"sqlite": 2000, "postgresql": 400}
KILLS = {"sqlite": 20, "postgresql": 5}
CONNECTIONS = 8
# Each kill comes after so many answers at the most, and so much later: twenty of them lie all over
# the list. Each fourth comes at a moment of the start, while the list is written down.
ANSWERS, LATER, STARTING = 150, 0.01, 0.2
SENDING = TO_READERS + THROUGH + "  connections: {connections}\nledger: {ledger}\n"


def ready(write: Write, port: int, ledger: str, readers: int) -> Path:
    """A workspace with an approved brief and a list of readers."""
    sending = SENDING.format(port=port, connections=CONNECTIONS, ledger=ledger)
    settings = SETTINGS + sending
    rows = "".join(f"reader{number}@harbour.example\n" for number in range(readers))
    root = write(
        {
            "nutgraf.yaml": settings,
            "seeds/report.md": REPORT,
            "briefs/2025-03-07.md": BRIEF,
            "readers.csv": f"address\n{rows}",
        }
    )
    workspace = open_workspace(root)
    now = datetime.now(UTC)
    approve(workspace, workspace.brief_entry("2025-03-07"), by="Ines", now=now)
    return root


class Sender:
    """The process of `crashing.py`."""

    def __init__(self, root: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.deliver.crashing", str(root)],
            cwd=REPOSITORY,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *, answers: int, seconds: float) -> dict[str, list[str]]:
        """Sends, is killed so long after so many answers, and gives the addresses by state."""
        return self._say(f"{answers} {seconds}")

    def finish(self) -> dict[str, list[str]]:
        """Sends what is left, and gives the addresses in each state."""
        return self._say("")

    def _say(self, line: str) -> dict[str, list[str]]:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        found: dict[str, list[str]] = json.loads(self._process.stdout.readline())
        return found

    def end(self) -> str:
        """What it had to complain of."""
        _, complaints = self._process.communicate()
        return complaints


def agree(rows: dict[str, list[str]], sink: Sink) -> None:
    """What the ledger says is what the relay took, but for what it says is in doubt."""
    taken = Counter(sink.recipients())
    assert [one for one, times in taken.items() if times > 1] == [], "somebody has two"
    in_doubt = {*rows.get("sending", []), *rows.get("unknown", [])}
    assert set(rows.get("sent", [])) <= set(taken), "the ledger knows of what nobody took"
    assert set(taken) - set(rows.get("sent", [])) <= in_doubt, "the ledger does not know"


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_sender_that_is_killed_again_and_again_sends_to_everybody_once(
    write_workspace: Write, request: pytest.FixtureRequest, kind: str
) -> None:
    ledger = "sent/ledger.sqlite"
    if kind == "postgresql":
        ledger = request.getfixturevalue("postgresql_schema")
    chance = random.Random(20250307)
    with smtp_sink(record=True) as sink:
        sender = Sender(ready(write_workspace, sink.port, ledger, READERS[kind]))
        for number in range(KILLS[kind]):
            if number % 4 == 0:
                rows = sender.run(answers=0, seconds=chance.uniform(0, STARTING))
            else:
                answers = chance.randrange(1, ANSWERS)
                rows = sender.run(answers=answers, seconds=chance.uniform(0, LATER))
            agree(rows, sink)
            assert len(rows.get("sending", [])) <= 2 * CONNECTIONS
        rows = sender.finish()
        assert sender.end() == ""
        agree(rows, sink)
    assert set(rows) <= {"sent", "unknown"}
    assert len(rows["sent"]) + len(rows.get("unknown", [])) == READERS[kind]
    assert 0 < len(rows["unknown"]) <= KILLS[kind] * 2 * CONNECTIONS
