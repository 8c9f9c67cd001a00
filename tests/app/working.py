"""A worker as `nutgraf worker` runs it, that is soon taken for dead: `python -m … ROOT`."""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path

from nutgraf.app.letters import letters_for
from nutgraf.app.worker import Worker
from nutgraf.deliver.queues.work_queue import Pace
from nutgraf.deliver.transports.opening import open_transport
from nutgraf.workspace.loading import open_workspace


def main(root: Path) -> None:
    workspace = open_workspace(root)
    worker = Worker(
        root,
        workspace.settings,
        open_transport(root, workspace.settings),
        lambda mailing: letters_for(workspace, mailing),
        lambda: datetime.now(UTC),
        lambda line: print(line, flush=True),
    )
    asyncio.run(worker.work(pace=Pace(polling=0.1, heartbeat=0.2, stalled=1.0)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
