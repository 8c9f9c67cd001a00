"""Who is mailed no more, on whatever list: kept in the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from nutgraf.deliver.ledgers import Ledger, Suppression
from nutgraf.deliver.ledgers.opening import has_ledger, open_ledger
from nutgraf.deliver.recipients.addresses import NoAddress, mailable
from nutgraf.errors import Usage
from nutgraf.workspace.nearest import nearest
from nutgraf.workspace.settings import Settings

BY_HAND = "by hand"


def suppress(
    root: Path, settings: Settings, address: str, *, reason: str, now: datetime
) -> tuple[Suppression, bool]:
    """Mails an address no more; how it stands now, and whether that is new.

    Raises Usage where it is no address.
    """
    written = one_address(address)
    with closing(open_ledger(root, settings)) as ledger:
        why = " ".join(reason.split()) or BY_HAND
        new = ledger.suppress([Suppression(written, why, now.astimezone(UTC))])
        stands = ledger.suppression(written)
        assert stands is not None
        return stands, bool(new)


def allow(root: Path, settings: Settings, address: str) -> Suppression:
    """Lets an address be mailed again; the suppression that was. Raises Usage if there was none."""
    written = one_address(address)
    with _looking(root, settings) as ledger:
        was = ledger.suppression(written) if ledger else None
        if ledger is None or was is None or not ledger.allow(written):
            known = [one.address for one in ledger.suppressions()] if ledger else []
            near = nearest(written, known)
            hint = f"did you mean {near}?" if near else "see `nutgraf recipients suppressions`"
            raise Usage(f"{written} is not suppressed", hint)
        return was


def suppression(root: Path, settings: Settings, address: str) -> Suppression | None:
    """Why an address is mailed no more; None where nothing speaks against it."""
    with _looking(root, settings) as ledger:
        return ledger.suppression(address) if ledger else None


def suppressions(root: Path, settings: Settings) -> Iterator[Suppression]:
    """All of them, oldest first."""
    with _looking(root, settings) as ledger:
        if ledger is not None:
            yield from ledger.suppressions()


def one_address(written: str) -> str:
    """The address as it is mailed. Raises Usage."""
    try:
        return mailable(written.strip())
    except NoAddress as error:
        hint = "write it name@example.org"
        raise Usage(f"“{written}” is no address that can be mailed: {error}", hint) from None


@contextmanager
def _looking(root: Path, settings: Settings) -> Iterator[Ledger | None]:
    """The ledger, if there is one: looking makes none."""
    if not has_ledger(root, settings):
        yield None
        return
    with closing(open_ledger(root, settings)) as ledger:
        yield ledger
