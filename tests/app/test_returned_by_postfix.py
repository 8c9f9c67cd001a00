"""A real Postfix sends the report back, and is read: nobody made it up for the test."""

from __future__ import annotations

import asyncio
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from nutgraf.app.doctor_loop import send_around
from nutgraf.deliver.ledgers import Settled
from nutgraf.deliver.ledgers.opening import open_ledger
from nutgraf.deliver.mailing import Mailing
from nutgraf.deliver.messages.letters import Letters
from nutgraf.deliver.outcome import Outcome
from nutgraf.deliver.readers import Reader
from nutgraf.deliver.transports.opening import open_transport
from nutgraf.workspace.loading import Workspace, open_workspace
from tests.cli.running import run
from tests.servers.postfixes import DOMAIN, Postfix, postfix
from tests.workspaces import SETTINGS, write_files

SECRET = "a secret of thirty-two characters"
MAILING = Mailing(
    "2025-03-07",
    "The ferries",
    "Ferries",
    "<p>1,240</p>",
    "1,240",
    datetime(2025, 3, 7, 17, 0, tzinfo=UTC),
    "readers",
)
NOBODY, FULL, MOVED = f"nobody@{DOMAIN}", f"full@{DOMAIN}", f"moved@{DOMAIN}"
GONE = {NOBODY: "5.1.1", FULL: "5.2.2", MOVED: "5.1.6"}


def workspace(root: Path, server: Postfix) -> Workspace:
    settings = SETTINGS.replace("harbour.example", DOMAIN) + (
        f"delivery: {{host: {server.host}, port: {server.port}, security: none}}\n"
        "unsubscribe: {url: https://letters.harbour.example/u, secret: {file: way-out.key}}\n"
    )
    return open_workspace(write_files(root, {"nutgraf.yaml": settings, "way-out.key": SECRET}))


def send(workspace: Workspace, *addresses: str) -> None:
    """A brief to readers, as `send` does it: through the ledger and the relay."""
    settings, root = workspace.settings, workspace.root
    letters = Letters(MAILING, settings, secret=SECRET)

    async def handed_over(readers: list[Reader]) -> list[Outcome]:
        lane = open_transport(root, settings).lanes()[0]
        outcomes = [await lane.deliver(letters.to(reader)) for reader in readers]
        await lane.close()
        return outcomes

    with closing(open_ledger(root, settings)) as ledger:
        ledger.begin(MAILING, now=MAILING.when, by="Ines")
        ledger.enqueue(MAILING.key, map(Reader, addresses))
        claimed = ledger.claim(MAILING.key, 50, now=MAILING.when)
        outcomes = asyncio.run(handed_over([row.reader for row in claimed]))
        settled = [Settled(row.number, one) for row, one in zip(claimed, outcomes, strict=True)]
        ledger.settle(MAILING.key, settled, now=MAILING.when)


def test_the_reports_of_postfix_are_read(tmp_path: Path) -> None:
    with postfix(gone=GONE) as server:
        here = workspace(tmp_path, server)
        send(here, NOBODY, FULL, MOVED, f"anna@{DOMAIN}")
        server.wait_for(4)
        (server.box / "cur").mkdir(exist_ok=True)
        ran = run(tmp_path, "bounces", str(server.box))
        assert ran.status == 0, ran.err
        lines = sorted(ran.out.splitlines())
        assert [line.split()[:2] for line in lines[1:]] == [
            ["left", FULL],
            ["suppressed", MOVED],
            ["suppressed", NOBODY],
        ]
        assert lines[0] == "4 mails: 2 suppressed, 1 left, 1 automatic"
        assert f"{NOBODY}  bounced: 5.1.1 said (2025-03-07)" in ran.out

        now = datetime.now(UTC)
        found = list(
            send_around(here, f"me@{DOMAIN}", now=now, lookups=None, maildir=server.box, wait=20)
        )
    assert found[1].message.startswith("it came through 1 server, ")
    assert ("error", "it has no DKIM signature") in [(one.state, one.message) for one in found]
