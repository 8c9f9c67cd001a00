"""A sender that is killed when it is told: `python -m tests.deliver.crashing ROOT`.

Each line of its input is two numbers, answers of the relay and seconds: a process of its own sends
what is left, and is killed so long after so many answers. An empty line lets it come to its end.
Each line is answered with one of JSON: the addresses of the ledger by state.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
import traceback
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path

from nutgraf.app.letters import letters_of
from nutgraf.app.send import Way, send
from nutgraf.app.sending_plan import plan_of
from nutgraf.deliver.ledgers.opening import open_ledger, sending_lock
from nutgraf.deliver.transports.opening import open_transport
from nutgraf.workspace.loading import Workspace, open_workspace


def main(root: Path) -> None:
    workspace = open_workspace(root)
    (brief,) = workspace.briefs()
    for line in sys.stdin:
        heard, tell = os.pipe()
        child = os.fork()
        if child == 0:
            _carry_out(workspace, brief.id, tell)
        os.close(tell)
        if line.strip():
            answers, seconds = line.split()
            for _ in range(int(answers)):
                os.read(heard, 1)
            time.sleep(float(seconds))
            os.kill(child, signal.SIGKILL)
        while os.read(heard, 65536):
            pass
        os.waitpid(child, 0)
        os.close(heard)
        print(json.dumps(_rows(workspace, brief.id)), flush=True)


def _carry_out(workspace: Workspace, key: str, tell: int) -> None:
    """What `nutgraf send` does, from the lock on; the process ends here."""
    try:
        with sending_lock(workspace.root, workspace.settings):
            ledger = open_ledger(workspace.root, workspace.settings)
            plan = plan_of(workspace, key, ledger, now=_now())
            transport = open_transport(workspace.root, workspace.settings)
            way = Way(
                ledger,
                lambda: transport,
                letters_of(workspace),
                by="Ines",
                clock=_now,
                progress=lambda _: os.write(tell, b"."),
            )
            send(workspace, plan, way)
            ledger.close()
    except BaseException:  # noqa: BLE001 - the test reads what went wrong
        traceback.print_exc()
    finally:
        os._exit(0)


def _rows(workspace: Workspace, key: str) -> dict[str, list[str]]:
    ledger = open_ledger(workspace.root, workspace.settings)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in ledger.rows(key):
        found[row.state].append(row.reader.address)
    ledger.close()
    return found


def _now() -> datetime:
    return datetime.now(UTC)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
