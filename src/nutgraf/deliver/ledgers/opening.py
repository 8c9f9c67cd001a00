"""Which ledger a workspace has, and the lock that whoever sends holds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from nutgraf.deliver.ledgers import Ledger
from nutgraf.errors import Stopped, TryLater
from nutgraf.workspace.settings import Settings


def open_ledger(root: Path, settings: Settings) -> Ledger:
    """The ledger that nutgraf.yaml names, made if it is not there.

    Raises Stopped where it cannot be used, TryLater where it is busy or its server is down.
    """
    path = ledger_file(root, settings)
    if path is None:
        # Not everybody has psycopg.
        from nutgraf.deliver.ledgers.postgres import PostgresLedger  # noqa: PLC0415

        return PostgresLedger(settings.ledger)
    # SQLite is loaded by whoever sends, not by whoever checks.
    from nutgraf.deliver.ledgers.sqlite import SqliteLedger  # noqa: PLC0415

    return SqliteLedger(path)


def has_ledger(root: Path, settings: Settings) -> bool:
    """Whether there is one to look into: a file that is not there holds nothing."""
    path = ledger_file(root, settings)
    return path is None or path.exists()


def ledger_file(root: Path, settings: Settings) -> Path | None:
    """The file of a SQLite ledger; None where the ledger is a database on a server."""
    if "://" not in settings.ledger:
        return root / settings.ledger
    parts = urlsplit(settings.ledger)
    return (
        root / (parts.netloc + parts.path.removeprefix("/")) if parts.scheme == "sqlite" else None
    )


@contextmanager
def sending_lock(root: Path, settings: Settings) -> Iterator[None]:
    """Held by the one process of this machine that sends from this workspace.

    The system lets go of it when the process ends, however it ends. Raises TryLater where another
    holds it.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - only senders need it

    path = ledger_file(root, settings) or root / ".nutgraf" / "sending"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path.with_name(path.name + ".lock"), timeout=0)
        lock.acquire()
    except Timeout:
        raise TryLater(
            "another nutgraf is sending from this workspace", "let it finish, and try again"
        ) from None
    except OSError as error:
        raise Stopped(
            f"the lock {path}.lock cannot be made: {error.strerror}",
            "see that you may write there; nothing is sent without it",
        ) from None
    try:
        yield
    finally:
        lock.release()
