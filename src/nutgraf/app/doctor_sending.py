"""What is wrong with how a workspace sends, as far as this machine knows: no network is asked."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nutgraf.app.diagnosis import Diagnosis
from nutgraf.deliver.ledgers.opening import has_ledger, ledger_file, open_ledger, sending_lock
from nutgraf.deliver.messages.signing import signer_of
from nutgraf.deliver.messages.unsubscribe_links import SHORTEST_SECRET, signing_secret
from nutgraf.deliver.recipients import open_list
from nutgraf.deliver.secrets import read_secret
from nutgraf.errors import Faulty, TryLater, Usage
from nutgraf.workspace.delivery_settings import Secret
from nutgraf.workspace.loading import open_workspace
from nutgraf.workspace.settings import Settings

_ELSEWHERE = "only the machine that sends needs it"


def examine_sending(root: Path, settings: Settings) -> Iterator[Diagnosis]:
    """Secrets, the way out, lists, the ledger and its lock."""
    if settings.delivery.host is None and settings.delivery.transport == "smtp":
        hint = "write `delivery:` with `host:`, or `transport: outbox` for a try"
        yield Diagnosis("sending", "warning", "nutgraf.yaml names no relay (delivery.host)", hint)
    yield from _secret(root, settings.delivery.password, "the relay's password", settings)
    yield from _signing(root, settings)
    yield from _way_out(root, settings)
    yield from _exposed(root, settings)
    for name in settings.lists:
        yield from _list(root, settings, name)
    yield from _ledger(root, settings)


def _secret(
    root: Path, secret: Secret | None, what: str, settings: Settings
) -> Iterator[Diagnosis]:
    if secret is None:
        return
    try:
        read_secret(secret, root, what, settings.delivery.username or "nutgraf")
    except Usage as usage:
        yield Diagnosis("sending", "warning", usage.message, _ELSEWHERE)


def _exposed(root: Path, settings: Settings) -> Iterator[Diagnosis]:
    """Secrets in files that others on this machine may read."""
    dkim = settings.dkim.key if settings.dkim else None
    for secret in (settings.delivery.password, dkim, settings.unsubscribe.secret):
        if os.name == "nt" or secret is None or secret.env is not None or secret.file is None:
            continue
        path = root / Path(secret.file).expanduser()
        if path.is_file() and path.stat().st_mode & 0o077:
            message = f"others on this machine may read {secret.file}, which holds a secret"
            hint = f"chmod 600 {shlex.quote(str(path))}"
            yield Diagnosis("sending", "warning", message, hint)


def _signing(root: Path, settings: Settings) -> Iterator[Diagnosis]:
    if settings.dkim is None:
        return
    missing = list(_secret(root, settings.dkim.key, "the private key of DKIM", settings))
    yield from missing
    if missing:
        return
    try:
        signer_of(settings, root)
    except Usage as usage:
        yield Diagnosis("sending", "error", usage.message, usage.hint)


def _way_out(root: Path, settings: Settings) -> Iterator[Diagnosis]:
    way = settings.unsubscribe
    if way.url is None and way.mailto is None:
        hint = "write `unsubscribe:` with `url`, `mailto` and `secret`"
        yield Diagnosis("sending", "warning", "readers cannot unsubscribe", hint)
        return
    if way.url is not None and not way.url.startswith("https:"):
        hint = "write https: without it no mail program unsubscribes by one click (RFC 8058)"
        message = f"nutgraf.yaml: unsubscribe.url is not https: {way.url}"
        yield Diagnosis("sending", "warning", message, hint)
    if way.secret is None:
        hint = f"openssl rand -hex 32 makes one; it needs {SHORTEST_SECRET} characters"
        message = "nutgraf.yaml names no secret that signs the unsubscribe links"
        yield Diagnosis("sending", "error" if way.url else "warning", message, hint)
        return
    missing = list(_secret(root, way.secret, "the secret of the unsubscribe links", settings))
    yield from missing
    if missing:
        return
    try:
        signing_secret(way, root)
    except Usage as usage:
        yield Diagnosis("sending", "error", usage.message, usage.hint)
        return
    if way.url is not None and (wrong := list(_page(root))):
        yield from wrong
        return
    yield Diagnosis("sending", "ok", f"readers unsubscribe at {way.url or way.mailto}")


def _page(root: Path) -> Iterator[Diagnosis]:
    """What is wrong with the page that unsubscribes."""
    from nutgraf.app.rendering import open_templates  # noqa: PLC0415 - slow to load
    from nutgraf.deliver.returns.unsubscribe_page import Page  # noqa: PLC0415

    workspace = open_workspace(root)
    try:
        page = Page(workspace.settings, workspace.styles.brand(), open_templates(workspace))
        page.prove()
    except Faulty as faulty:
        for fault in faulty.faults:
            message = f"{fault.where()}: {fault.message}"
            yield Diagnosis("sending", fault.level, message, fault.hint, fault.where())


def _list(root: Path, settings: Settings, name: str) -> Iterator[Diagnosis]:
    if "://" in (settings.lists[name].database or ""):
        message = f"the list {name} is in a database: `nutgraf recipients` asks it"
        yield Diagnosis("sending", "not checked", message)
        return
    try:
        roll = open_list(root, settings, name)
        tally = roll.examine()
    except (Usage, TryLater) as error:
        yield Diagnosis("sending", "error", error.message, error.hint)
        return
    if tally.faults:
        first, number = tally.faults[0], len(tally.faults)
        faults = "1 fault" if number == 1 else f"{number:,} faults"
        message = f"{first.where()}: {first.message} ({faults} in the list {name})"
        yield Diagnosis("sending", "error", message, first.hint, first.where())
    elif not tally.readers:
        message = f"the list {name} has no readers ({roll.shown})"
        yield Diagnosis("sending", "warning", message)
    else:
        readers = "1 reader" if tally.readers == 1 else f"{tally.readers:,} readers"
        yield Diagnosis("sending", "ok", f"the list {name} has {readers}")


def _ledger(root: Path, settings: Settings) -> Iterator[Diagnosis]:
    path = ledger_file(root, settings)
    if path is None:
        yield Diagnosis("sending", "not checked", "the ledger is in PostgreSQL, on a server")
        return
    if not has_ledger(root, settings):
        folder = next(each for each in path.parents if each.is_dir())
        if not os.access(folder, os.W_OK):
            hint = "name another file as `ledger` in nutgraf.yaml"
            message = f"the ledger {path} cannot be made in {folder}"
            yield Diagnosis("sending", "error", message, hint)
        return
    with _told() as troubles:
        if not os.access(path, os.W_OK):
            raise Usage(f"the ledger {path} may not be written", "nothing is sent without it")
        open_ledger(root, settings).close()
    if not troubles:
        with _told() as troubles, sending_lock(root, settings):
            pass
    yield from troubles or [Diagnosis("sending", "ok", f"the ledger is {settings.ledger}")]


@contextmanager
def _told() -> Iterator[list[Diagnosis]]:
    """What is in the way: for good, or for the moment."""
    found: list[Diagnosis] = []
    try:
        yield found
    except Usage as usage:
        found.append(Diagnosis("sending", "error", usage.message, usage.hint))
    except TryLater as later:
        found.append(Diagnosis("sending", "not checked", later.message))
