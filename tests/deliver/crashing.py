"""A sender that is killed when it is told: `python -m tests.deliver.crashing ROOT`.

Each line of its input is a number of seconds: a process of its own sends what is left, and is
killed after them. It answers each with a line of JSON, the rows of the ledger by state. An empty
line lets the process come to its end.
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
        child = os.fork()
        if child == 0:
            _carry_out(workspace, brief.id)
        if line.strip():
            time.sleep(float(line))
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        print(json.dumps(_rows(workspace, brief.id)), flush=True)


def _carry_out(workspace: Workspace, key: str) -> None:
    """What `nutgraf send` does, from the lock on; the process ends here."""
    try:
        with sending_lock(workspace.root, workspace.settings):
            ledger = open_ledger(workspace.root, workspace.settings)
            plan = plan_of(workspace, key, ledger, now=_now())
            transport = open_transport(workspace.root, workspace.settings)
            way = Way(ledger, transport, letters_of(workspace), by="Ines", clock=_now)
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
