"""Who may ask the preview: a browser on this machine, on the preview's own pages."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOKEN_HEADER = "x-nutgraf-token"  # noqa: S105 - the name of a header
NOTHING = "default-src 'none'; frame-ancestors 'none'"
_SAFE = frozenset({"GET", "HEAD"})
_HEADERS = {
    "content-security-policy": NOTHING,
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-store",
}


class Guard:
    """Refuses what does not come from the preview's own pages, and hardens every answer.

    A page of another site can have its name resolve to this machine (DNS rebinding): its requests
    carry that name as `Host`, and are refused with 421. What changes anything must carry the token
    that only our pages hold, and our `Origin`; else it is refused with 403. So is whatever the
    browser says another site embeds.
    """

    def __init__(self, app: ASGIApp, hosts: Iterable[str], token: str) -> None:
        self.app = app
        self.hosts = frozenset(host.lower() for host in hosts)
        self.token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return

        async def hardened(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refused = self._refused(scope["method"], Headers(scope=scope))
        if refused is None:
            await self.app(scope, receive, hardened)
        else:
            await refused(scope, receive, hardened)

    def _refused(self, method: str, headers: Headers) -> PlainTextResponse | None:
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self.hosts:
            return PlainTextResponse("This is not a name of the preview.\n", 421)
        embedded = headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none")
        if embedded and headers.get("sec-fetch-mode") != "navigate":
            return PlainTextResponse("The preview is not for other sites.\n", 403)
        if method in _SAFE:
            return None
        token = headers.get(TOKEN_HEADER, "")
        ours = {f"http://{host}" for host in self.hosts}
        if headers.get("origin", "").lower() not in ours or not secrets.compare_digest(
            token.encode(), self.token.encode()
        ):
            return PlainTextResponse("Only the preview’s own pages may do this.\n", 403)
        return None
