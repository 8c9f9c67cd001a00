"""The email on a phone of the same network: read-only, for whoever holds the code, once."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable
from threading import Lock

import segno
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from nutgraf.errors import Usage
from nutgraf.preview import frames
from nutgraf.preview.security import Guard

_COOKIE = "nutgraf-phone"
_SECONDS = 12 * 3600
# Nothing listens there: the address is set aside for documentation (RFC 5737), and nothing is
# sent. Asking for the way to it tells which of our addresses others reach us by.
_ELSEWHERE = ("192.0.2.1", 9)


class Phone:
    """The codes given out: each opens the email on one phone, which then stays let in."""

    def __init__(self, host: str, email: Callable[[], str]) -> None:
        """`host` is the address and port it is reached at; `email` gives the HTML of now."""
        self.host = host
        self._email = email
        self._lock = Lock()
        self._code: str | None = secrets.token_urlsafe(18)
        self._let_in: set[str] = set()

    def address(self) -> str:
        """The address in the code of now; empty when a phone has used it."""
        with self._lock:
            return f"http://{self.host}/open/{self._code}" if self._code else ""

    def picture(self) -> str:
        """The code as an inline SVG; empty when it is spent."""
        address = self.address()
        if not address:
            return ""
        return str(segno.make(address, micro=False).svg_inline(scale=6, dark="#211d19", border=2))

    def drawn(self) -> str:
        """The code in the characters of a terminal."""
        import io  # noqa: PLC0415

        out = io.StringIO()
        segno.make(self.address(), micro=False).terminal(out, compact=True)
        return out.getvalue()

    def renew(self) -> None:
        """Make a fresh code; the one before opens nothing any more."""
        with self._lock:
            self._code = secrets.token_urlsafe(18)

    def application(self) -> Starlette:
        """The ASGI application on the network: nothing but the email can be reached there."""
        return Starlette(
            routes=[Route("/open/{code}", self._open), Route("/", self._show)],
            middleware=[Middleware(Guard, hosts=(self.host,), token=secrets.token_urlsafe())],
            exception_handlers={404: _nothing, 405: _nothing},
        )

    def _open(self, request: Request) -> Response:
        with self._lock:
            code = request.path_params["code"]
            known = self._code
            if known is None or not secrets.compare_digest(code.encode(), known.encode()):
                return _nothing(request, None)
            self._code = None
            secret = secrets.token_urlsafe(32)
            self._let_in.add(secret)
        answer = RedirectResponse("/", 303)
        answer.set_cookie(_COOKIE, secret, max_age=_SECONDS, httponly=True, samesite="strict")
        return answer

    def _show(self, request: Request) -> Response:
        with self._lock:
            let_in = request.cookies.get(_COOKIE) in self._let_in
        if not let_in:
            return _nothing(request, None)
        return HTMLResponse(self._email(), headers={"content-security-policy": frames.FRAME_POLICY})


def _nothing(_: Request, __: Exception | None) -> Response:
    return PlainTextResponse("Nothing here. Ask for a fresh code.\n", 404)


def own_address() -> str:
    """The address by which this machine is reached on its network. Raises Usage without one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(_ELSEWHERE)
            address = str(asking.getsockname()[0])
        except OSError:
            address = ""
    if not address or address.startswith("127."):
        raise Usage(
            "this machine is on no network that a phone could share",
            "connect it to the phone’s network, or leave out --phone",
        )
    return address
