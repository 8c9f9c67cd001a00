"""Runs the application by which readers leave, with what a workspace says."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from nutgraf.app.listening import listen
from nutgraf.deliver.ledgers.opening import open_ledger
from nutgraf.deliver.messages.unsubscribe_links import signing_secret
from nutgraf.deliver.returns.unsubscribe_page import Page
from nutgraf.errors import TryLater, Usage
from nutgraf.workspace.files import find_root
from nutgraf.workspace.loading import Workspace, open_workspace

if TYPE_CHECKING:
    from starlette.applications import Starlette

    from nutgraf.deliver.returns.unsubscribing import Exit

_HINT = """write in nutgraf.yaml, with addresses of your own:

    unsubscribe:
      url: https://letters.example.org/unsubscribe
      mailto: unsubscribe@example.org
      secret:
        file: ~/.config/nutgraf/unsubscribe.key

openssl rand -hex 32 makes a secret; who sends and who answers need the same one"""


def open_exit(
    workspace: Workspace, *, clock: Callable[[], datetime], complain: Callable[[str], object]
) -> Exit:
    """What the application works with. Raises Usage and Faulty where it could not answer."""
    # A module that only servers need, as Starlette is.
    from nutgraf.app.rendering import open_templates  # noqa: PLC0415
    from nutgraf.deliver.returns.unsubscribing import Exit  # noqa: PLC0415

    settings, root = workspace.settings, workspace.root
    if settings.unsubscribe.url is None:
        raise Usage("nutgraf.yaml does not say where readers unsubscribe", _HINT)
    secret = signing_secret(settings.unsubscribe, root)
    if secret is None:
        raise Usage("nutgraf.yaml names no secret that signs the unsubscribe links", _HINT)
    page = Page(settings, workspace.styles.brand(), open_templates(workspace))
    page.prove()
    try:
        open_ledger(root, settings).close()
    except TryLater as later:
        complain(str(later))  # it may come back, and readers are told to try again
    return Exit(page, secret, lambda: open_ledger(root, settings), clock, complain)


def application() -> Starlette:
    """For a server of one's own: `uvicorn --factory nutgraf.app.unsubscribing:application`.

    The workspace is the one that the current folder lies in, or that NUTGRAF_WORKSPACE names.
    """
    from nutgraf.deliver.returns.unsubscribing import application as made  # noqa: PLC0415 - see above

    start = Path(os.environ.get("NUTGRAF_WORKSPACE") or Path.cwd())
    workspace = open_workspace(find_root(start))
    return made(open_exit(workspace, clock=_now, complain=_complain))


def serve(workspace: Workspace, host: str, port: int, *, say: Callable[[str], object]) -> None:
    """Answers until it is told to stop (SIGINT, SIGTERM). Raises Usage and Faulty."""
    import uvicorn  # noqa: PLC0415 - see above

    from nutgraf.deliver.returns.unsubscribing import application as made  # noqa: PLC0415 - see above

    app = made(open_exit(workspace, clock=_now, complain=say))
    listening = listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    say(
        f"{workspace.settings.unsubscribe.url} is answered on "
        f"http://{shown}:{listening.getsockname()[1]}\nCtrl-C ends it"
    )
    # An access log would hold the tokens, and so the addresses.
    config = uvicorn.Config(
        app,
        log_level="error",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="off",
        limit_concurrency=500,
        timeout_graceful_shutdown=5,
    )
    server = uvicorn.Server(config)
    try:
        server.run([listening])
    except KeyboardInterrupt:
        say("it has ended")


def _now() -> datetime:
    return datetime.now(UTC)


def _complain(said: str) -> None:
    print(said, file=sys.stderr)
