"""How readers leave: a small ASGI application behind a web server.

A POST with `List-Unsubscribe=One-Click` unsubscribes at once, without cookies, redirects or
questions (RFC 8058); mail programs send it, and so does the button of the page. A GET shows the
page and changes nothing, since scanners and previews follow every link. What cannot be written to
the ledger is never said to be done.

Whatever path a web server hands on is answered, so that the prefix may be kept or taken away. No
address and no token is logged.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from nutgraf.deliver.ledgers import UNSUBSCRIBED, Ledger, Suppression
from nutgraf.deliver.messages.unsubscribe_links import PARAMETER, Leaving, read
from nutgraf.deliver.returns.unsubscribe_page import POLICY, Page, Stage
from nutgraf.errors import NutgrafError

BODY_LIMIT: Final = 4096  # octets; a form of ours has 35
PATIENCE: Final = 10.0  # seconds for a body to arrive
RETRY_AFTER: Final = 120  # seconds
_AROUND: Final = " \t\r\n<>()[]\"'.,;:!?"
_METHODS: Final = ["GET", "HEAD", "POST"]
_FIELDS: Final = {"leave": ("List-Unsubscribe", "One-Click"), "return": ("Subscribe", "Again")}
_HEADERS: Final = {
    "content-security-policy": POLICY,
    "cache-control": "no-store",
    # The token stands in the address: it must not travel to wherever a link leads.
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "x-robots-tag": "noindex, nofollow",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}

Wish = Literal["leave", "return"]


@dataclass(frozen=True)
class Exit:
    """What the application works with.

    `open_ledger` is called for each request that changes something, in a thread of its own.
    `clock` gives the time with its zone; `complain` is told what is wrong, without any address.
    """

    page: Page
    secret: str
    open_ledger: Callable[[], Ledger]
    clock: Callable[[], datetime]
    complain: Callable[[str], object]


def application(way: Exit) -> Starlette:
    """The application, for any ASGI server."""
    return Starlette(
        routes=[Route("/{path:path}", _Door(way).answer, methods=_METHODS)],
        middleware=[Middleware(_Hardened)],
    )


class _Door:
    def __init__(self, way: Exit) -> None:
        self._way = way

    async def answer(self, request: Request) -> Response:
        tokens = request.query_params.getlist(PARAMETER)
        # Who copies a link takes along what stands around it.
        leaving = read(tokens[0].strip(_AROUND), self._way.secret) if len(tokens) == 1 else None
        if leaving is None:
            return self._page("wrong", status=404)
        if request.method != "POST":
            return self._page("ask", leaving.address)
        try:
            body = await asyncio.wait_for(_body(request), PATIENCE)
        except (TimeoutError, ClientDisconnect):
            return PlainTextResponse("The request did not arrive whole.\n", 408)
        if body is None:
            return PlainTextResponse("The request is too large.\n", 413)
        wish = wished(request.headers.get("content-type", ""), body)
        if wish is None:
            return self._page("ask", leaving.address, status=400)
        return await run_in_threadpool(self._do, wish, leaving)

    def _do(self, wish: Wish, leaving: Leaving) -> Response:
        try:
            with closing(self._way.open_ledger()) as ledger:
                if wish == "return" and self._returned(ledger, leaving):
                    return self._page("back", leaving.address)
                reason = self._left(ledger, leaving) if wish == "leave" else None
        except NutgrafError as error:
            self._way.complain(str(error))
            return self._later()
        except Exception as error:  # noqa: BLE001 - whatever it is, it was not written down
            # Its words may hold the address.
            self._way.complain(f"the ledger fails: {type(error).__name__}")
            return self._later()
        return self._page("done", leaving.address, may_return=reason == UNSUBSCRIBED)

    def _left(self, ledger: Ledger, leaving: Leaving) -> str:
        """Suppresses the reader for all lists; why they are suppressed, which may be older."""
        told = Suppression(leaving.address, UNSUBSCRIBED, self._way.clock(), leaving.brief)
        if ledger.suppress([told]):
            return UNSUBSCRIBED
        kept = ledger.suppression(leaving.address)
        return kept.reason if kept else UNSUBSCRIBED

    @staticmethod
    def _returned(ledger: Ledger, leaving: Leaving) -> bool:
        """Whether the reader is mailed again: who has a link can take back what a link did.

        A bounce or a suppression by hand stands.
        """
        kept = ledger.suppression(leaving.address)
        if kept is None:
            return True
        return kept.reason == UNSUBSCRIBED and ledger.allow(leaving.address)

    def _page(
        self, stage: Stage, address: str = "", *, status: int = 200, may_return: bool = True
    ) -> Response:
        return HTMLResponse(self._way.page.shown(stage, address, may_return=may_return), status)

    def _later(self) -> Response:
        response = self._page("later", status=503)
        response.headers["retry-after"] = str(RETRY_AFTER)
        return response


def wished(content_type: str, body: bytes) -> Wish | None:
    """What a form asks for, in either of the encodings that RFC 8058 allows."""
    told = body.decode("latin-1")
    multipart = content_type.lstrip().casefold().startswith("multipart/")
    wishes: tuple[Wish, ...] = ("leave", "return")
    for wish in wishes:
        name, value = _FIELDS[wish]
        if _has_part(told, name, value) if multipart else _has_field(told, name, value):
            return wish
    return None


def _has_field(form: str, name: str, value: str) -> bool:
    given = ((name.strip(), value.strip()) for name, value in parse_qsl(form))
    return any(
        (one.casefold(), other.casefold()) == (name.casefold(), value.casefold())
        for one, other in given
    )


def _has_part(form: str, name: str, value: str) -> bool:
    """Whether a form of parts (RFC 7578) has a field: name, rest of the head, value."""
    pattern = rf'; *name="?{name}"?[^\r\n]*\r?\n(?:[^\r\n]+\r?\n)*\r?\n\s*{value}\s'
    return re.search(pattern, form, re.IGNORECASE) is not None


async def _body(request: Request) -> bytes | None:
    """The body; None where it is larger than any form of ours."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > BODY_LIMIT:
            return None
    return body


class _Hardened:
    """Puts the headers of safety on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def hardened(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
            await send(message)

        await self._app(scope, receive, hardened)
