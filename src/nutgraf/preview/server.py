"""Runs the preview until it is told to stop."""

from __future__ import annotations

import asyncio
import secrets
import socket
import webbrowser
from collections.abc import Callable, Coroutine
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any
from urllib.parse import quote

import uvicorn
from starlette.applications import Starlette

from nutgraf.app.listening import listen
from nutgraf.preview import frames
from nutgraf.preview.desk import PATIENCE, Desk
from nutgraf.preview.events import Hub
from nutgraf.preview.phone import Phone, own_address
from nutgraf.preview.routes import application
from nutgraf.preview.watching import watch

HERE = "127.0.0.1"


def run(
    root: Path,
    name: str | None,
    *,
    port: int = 0,
    show: Callable[[str], object] | None = webbrowser.open,
    phone: bool = False,
    address: str | None = None,
    say: Callable[[str], None],
) -> None:
    """Serves the brief `name` (the newest, if None) of the workspace in `root`, until Ctrl-C.

    `port` 0 takes a free one; `show` opens the page; `address` is the reader as whom it is seen.
    Raises Usage where there is no such brief or reader and where the port is taken, Faulty where
    nutgraf.yaml is wrong.
    """
    desk = Desk(root, patience=PATIENCE, address=address)
    brief = name or desk.newest()
    brief = desk.workspace.brief_entry(brief).id
    desk.refuse_stranger(brief)
    listening = listen(HERE, port)
    network = listen(own_address(), 0) if phone else None
    with suppress(KeyboardInterrupt):
        asyncio.run(_serve(desk, brief, (listening, network), show, say))
    say("the preview has ended")


async def _serve(
    desk: Desk,
    brief: str,
    sockets: tuple[socket.socket, socket.socket | None],
    show: Callable[[str], object] | None,
    say: Callable[[str], None],
) -> None:
    listening, network = sockets
    port = listening.getsockname()[1]
    hub, stop = Hub(), asyncio.Event()
    loop = asyncio.get_running_loop()
    handheld = None
    if network is not None:
        host, reached = network.getsockname()
        handheld = Phone(f"{host}:{reached}", lambda: _email(desk, brief))
    hosts = (f"{HERE}:{port}", f"localhost:{port}")
    app = application(desk, hub, hosts=hosts, token=secrets.token_urlsafe(24), phone=handheld)
    servers = [_Server(app, hub)]
    running: list[Coroutine[Any, Any, None]] = [servers[0].serve([listening])]
    if handheld is not None and network is not None:
        servers.append(_Server(handheld.application(), hub))
        running.append(servers[1].serve([network]))

    def changed(paths: set[str]) -> None:
        work = loop.run_in_executor(None, desk.refresh, paths)
        work.add_done_callback(lambda done: hub.publish(done.result()))

    def checked() -> None:
        loop.call_soon_threadsafe(hub.publish, desk.renumber())

    desk.done = checked

    watching = asyncio.create_task(watch(desk.root, changed, stop))
    address = f"http://{HERE}:{port}/brief/{quote(brief)}"
    say(f"preview of {brief}: {address}\nCtrl-C ends it")
    if handheld is not None:
        say(f"{handheld.drawn()}{handheld.address()}\nopens the email on one phone, once")
    if show is not None:
        await loop.run_in_executor(None, show, address)
    try:
        await asyncio.gather(*running)
    finally:
        stop.set()
        await asyncio.gather(watching, return_exceptions=True)


class _Server(uvicorn.Server):
    """A server that ends the streams of events when it is told to stop."""

    def __init__(self, app: Starlette, hub: Hub) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                log_level="error",
                access_log=False,
                server_header=False,
                lifespan="off",
                timeout_graceful_shutdown=2,
            )
        )
        self._hub = hub

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._hub.close()
        super().handle_exit(sig, frame)


def _email(desk: Desk, brief: str) -> str:
    made = desk.snapshot(brief).made
    return frames.email_frame(made.shown.html, scheme="auto", images=True) if made else ""
