"""Several machines on one PostgreSQL, with a real relay: no reader gets two, whoever is killed."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from nutgraf.app.approve import approve
from nutgraf.app.send import resend_unknown
from nutgraf.deliver.ledgers.postgres import PostgresLedger
from nutgraf.deliver.mailing import Mailing
from nutgraf.deliver.outcome import State
from nutgraf.deliver.queues.work_queue import Job, hand_over
from nutgraf.deliver.readers import Reader
from nutgraf.workspace.loading import open_workspace
from tests.servers import Sink, smtp_sink
from tests.workspaces import BRIEF, PLAIN, SETTINGS, write_files

KEY = "2025-03-07"
NOW = datetime.now(UTC)
TEXT = "Ferries\n\n%%UNSUBSCRIBE_URL%%\n"
MAILING = Mailing(KEY, "The ferries", "Ferries", f"<p>{TEXT}</p>", TEXT, NOW, "readers")


def settings(sink: Sink, ledger: str, *, workers: bool = False) -> str:
    return f"""{SETTINGS}
unsubscribe:
  mailto: leave@harbour.example
lists:
  readers:
    file: readers.csv
delivery:
  host: {sink.host}
  port: {sink.port}
  security: none
  connections: 2
  workers: {str(workers).lower()}
ledger: {ledger}
"""


def readers(many: int) -> list[str]:
    return [f"r{number}@readers.example" for number in range(many)]


@contextmanager
def workers(root: Path, many: int) -> Iterator[list[subprocess.Popen[bytes]]]:
    command = [sys.executable, "-m", "tests.app.working", str(root)]
    running = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(many)]
    try:
        yield running
    finally:
        for one in running:
            one.terminate()
        ends = [one.wait(20) for one in running]
    # One that is told to end before it listens to that is ended by the system.
    assert set(ends) <= {0, -signal.SIGKILL, -signal.SIGTERM}


def wait_for(ledger: PostgresLedger, what: str, many: int = 0) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        sending = ledger.sending(KEY)
        assert sending is not None
        if sending.state == what or ledger.counts(KEY).get(State.SENT, 0) > many > 0:
            return
        time.sleep(0.01)
    raise TimeoutError(f"{what}: {ledger.counts(KEY)}")


def test_a_worker_that_is_killed_loses_nothing_and_doubles_nothing(
    tmp_path: Path, postgresql_schema: str
) -> None:
    many = 1100
    with smtp_sink(record=True) as sink, closing(PostgresLedger(postgresql_schema)) as ledger:
        # A worker needs nothing of the workspace but its settings.
        write_files(tmp_path, {"nutgraf.yaml": settings(sink, postgresql_schema, workers=True)})
        ledger.begin(MAILING, now=NOW, by="send --due")
        ledger.enqueue(KEY, map(Reader, readers(many)))
        ledger.listed(KEY, now=NOW)
        assert hand_over(postgresql_schema, Job(KEY, NOW, NOW), many) == 2
        with workers(tmp_path, 2) as (killed, _):
            wait_for(ledger, "begun", 100)
            killed.kill()
            wait_for(ledger, "finished")
        counts = ledger.counts(KEY)
        unknown = {row.reader.address for row in ledger.rows(KEY, [State.UNKNOWN])}
        assert counts.get(State.SENT, 0) + len(unknown) == many
        assert len(unknown) <= 2 * 2
        taken = Counter(sink.recipients())
        assert set(taken.values()) == {1}
        assert set(readers(many)) - unknown <= set(taken) <= set(readers(many))

        # Somebody says that those in doubt are sent again: only they may get a second.
        resend_unknown(ledger, KEY, now=NOW)
        hand_over(postgresql_schema, Job(KEY, NOW, datetime.now(UTC)), 1)
        with workers(tmp_path, 1):
            wait_for(ledger, "finished")
        assert ledger.counts(KEY) == {State.SENT: many}
        again = Counter(sink.recipients())
        assert set(again) == set(readers(many))
        assert {one for one, times in again.items() if times > 1} <= unknown


def test_four_machines_with_the_same_cron_line_send_to_each_reader_once(
    tmp_path: Path, postgresql_schema: str
) -> None:
    many = 200
    when = datetime.now(UTC).replace(second=0, microsecond=0)
    due = f"send_at: {when:%Y-%m-%d %H:%M}Z"
    front = BRIEF.replace("date: 2025-03-07", f"date: {when:%Y-%m-%d}\n{due}")
    with smtp_sink(record=True) as sink:
        first = write_files(
            tmp_path / "machine0",
            {
                **PLAIN,
                "nutgraf.yaml": settings(sink, postgresql_schema),
                "readers.csv": "\n".join(["address", *readers(many)]),
                f"briefs/{KEY}.md": front,
            },
        )
        workspace = open_workspace(first)
        approve(workspace, workspace.brief_entry(KEY), by="I", now=when - timedelta(hours=8))
        others = [tmp_path / f"machine{number}" for number in range(1, 4)]
        machines = [first, *(shutil.copytree(first, other) for other in others)]
        command = [sys.executable, "-m", "nutgraf", "send", "--due"]
        running = [
            subprocess.Popen(
                command, cwd=machine, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
            )
            for machine in machines
        ]
        told = [one.communicate(timeout=60)[0] for one in running]
        assert told == [""] * 4
        assert [one.returncode for one in running] == [0] * 4
        assert Counter(sink.recipients()) == Counter(readers(many))
    with closing(PostgresLedger(postgresql_schema)) as ledger:
        assert ledger.counts(KEY) == {State.SENT: many}
        sending = ledger.sending(KEY)
        assert sending is not None
        assert sending.state == "finished"
