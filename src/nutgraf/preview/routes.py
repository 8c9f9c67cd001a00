"""What the preview answers: pages, digests, sources, the check sheet, events."""

from __future__ import annotations

import base64
import hashlib
import re
from importlib.resources import files
from pathlib import Path
from typing import Literal
from urllib.parse import quote

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import (
    HTMLResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from nutgraf.app.build import HTML, MARKDOWN, TEXT
from nutgraf.app.verify import Word
from nutgraf.errors import Fault, Faulty, Usage
from nutgraf.model import How
from nutgraf.preview import frames, pages
from nutgraf.preview.desk import Desk
from nutgraf.preview.events import Hub
from nutgraf.preview.phone import Phone
from nutgraf.preview.security import Guard
from nutgraf.preview.snapshot import Made, Snapshot
from nutgraf.render.providers import as_pasted, provider_named
from nutgraf.report import sheet

STATIC = Path(str(files("nutgraf.preview").joinpath("static")))
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_PLAIN = "text/plain; charset=utf-8"


class Routes:
    """The answers, made from a desk; `token` is what our own pages may change something with."""

    def __init__(self, desk: Desk, hub: Hub, token: str, phone: Phone | None = None) -> None:
        self.desk, self.hub, self.token, self.phone = desk, hub, token, phone

    def home(self, _: Request) -> Response:
        """The newest brief."""
        return RedirectResponse(f"/brief/{quote(self.desk.newest())}", 307)

    def brief(self, request: Request) -> Response:
        """The page of a brief, in the state that its address tells."""
        query = dict(request.query_params)
        shown = self._snapshot(request, query.get("format"))
        beside = self._snapshot(request, query["beside"]) if query.get("beside") else None
        page = pages.page(
            shown,
            query,
            briefs=self.desk.briefs(),
            formats=self.desk.workspace.styles.names(),
            token=self.token,
            beside=beside,
        )
        return HTMLResponse(page, headers={"content-security-policy": pages.PAGE_POLICY})

    def digest(self, request: Request) -> Response:
        """A digest as it is (`raw`), as a provider wants it pasted, or made ready for a frame."""
        name, query = request.path_params["name"], request.query_params
        made = self._made(request, query.get("format"), check=False)
        if name == "email.eml":
            return Response(made.message, media_type="message/rfc822")
        copied = name != HTML or query.get("raw") or query.get("provider")
        digests = made.digests if copied else made.shown
        texts = {HTML: digests.html, TEXT: digests.text, MARKDOWN: digests.markdown}
        if name not in texts:
            raise Usage(f"there is no digest “{name}”", f"there are: {', '.join(texts)}")
        text = texts[name]
        if provider := query.get("provider"):
            fields = self.desk.workspace.settings.fields
            text = as_pasted(text, provider_named(provider).name, fields)
        if name != HTML or query.get("raw"):
            return Response(text, media_type=_PLAIN)
        shown = frames.email_frame(
            text, scheme=query.get("scheme", "light"), images=query.get("images") != "off"
        )
        return HTMLResponse(shown, headers={"content-security-policy": frames.FRAME_POLICY})

    def source(self, request: Request) -> Response:
        """The text of a source, with what the brief rests on marked in it."""
        query = dict(request.query_params)
        source = self.desk.workspace.source(request.path_params["id"])
        if source is None:
            raise Usage(f"there is no source “{request.path_params['id']}”")
        made = self.desk.snapshot(query.get("brief") or self.desk.newest()).made
        if made is None:
            raise Usage("nothing could be made of this brief yet")
        page = pages.source_page(source, made, query)
        return HTMLResponse(page, headers={"content-security-policy": pages.PAGE_POLICY})

    def sheet(self, request: Request) -> Response:
        """The check sheet, whose one script may run and no other."""
        made = self._made(request, None)
        text = sheet.report([made.checked.told])
        policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src {_hashes(text)}"
        return HTMLResponse(text, headers={"content-security-policy": policy})

    async def events(self, _: Request) -> Response:
        """The stream that tells of changes."""
        stream = self.hub.stream(self.desk.version)
        return StreamingResponse(stream, media_type="text/event-stream")

    def phone_page(self, _: Request) -> Response:
        """The code that a phone reads."""
        if self.phone is None:
            raise Usage("the preview was started without --phone")
        page = pages.phone_page(self.phone.address(), self.phone.picture(), token=self.token)
        return HTMLResponse(page, headers={"content-security-policy": pages.PAGE_POLICY})

    def new_code(self, _: Request) -> Response:
        """A fresh code for one more phone; the one before is void."""
        if self.phone is None:
            raise Usage("the preview was started without --phone")
        self.phone.renew()
        return Response(status_code=204)

    async def verify(self, request: Request) -> Response:
        """Keeps a person's word on a statement."""
        if int(request.headers.get("content-length") or _LONGEST + 1) > _LONGEST:
            raise Usage("that is too long for a note")
        told = _given(await request.body())
        word = Word(told.said, told.how if told.said == "verified" else None, told.note)
        name = request.path_params["id"]
        await run_in_threadpool(self.desk.verify, name, told.path, told.claim, word)
        return Response(status_code=204)

    def _snapshot(
        self, request: Request, format_name: str | None, *, check: bool = True
    ) -> Snapshot:
        known = self.desk.workspace.styles.names()
        chosen = format_name if format_name in known else None
        return self.desk.snapshot(request.path_params["id"], chosen, check=check)

    def _made(self, request: Request, format_name: str | None, *, check: bool = True) -> Made:
        shown = self._snapshot(request, format_name, check=check)
        if shown.made is None:
            raise Faulty(shown.faults)
        return shown.made


def application(
    desk: Desk, hub: Hub, *, hosts: tuple[str, ...], token: str, phone: Phone | None = None
) -> Starlette:
    """The preview as an ASGI application that answers to `hosts` alone."""
    routes = Routes(desk, hub, token, phone)
    return Starlette(
        routes=[
            Route("/", routes.home),
            Route("/brief/{id}", routes.brief),
            Route("/digest/{id}/{name}", routes.digest),
            Route("/source/{id}", routes.source),
            Route("/sheet/{id}", routes.sheet),
            Route("/verify/{id}", routes.verify, methods=["POST"]),
            Route("/events", routes.events),
            Route("/phone", routes.phone_page, methods=["GET"]),
            Route("/phone", routes.new_code, methods=["POST"]),
            Mount("/static", StaticFiles(directory=STATIC)),
        ],
        middleware=[Middleware(Guard, hosts=hosts, token=token)],
        exception_handlers={Usage: _no_such_thing, Faulty: _wrong},
    )


class _Given(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What our page sends where somebody gives their word."""

    path: str
    claim: str
    said: Literal["verified", "query"]
    how: How = "captured page"
    note: str = ""


_LONGEST = 65536  # bytes


def _given(body: bytes) -> _Given:
    try:
        return msgspec.json.decode(body, type=_Given)
    except msgspec.MsgspecError as error:
        raise Usage(f"this is nobody’s word: {error}", "load the page again") from None


def _no_such_thing(_: Request, error: Exception) -> Response:
    assert isinstance(error, Usage)
    return PlainTextResponse(f"{error.message}\n{error.hint}\n", 404)


def _wrong(_: Request, error: Exception) -> Response:
    assert isinstance(error, Faulty)
    return PlainTextResponse("\n".join(map(_told, error.faults)) + "\n", 409)


def _told(fault: Fault) -> str:
    return f"{fault.where()}: {fault.message}\n  {fault.hint}"


def _hashes(page: str) -> str:
    """The sources that CSP Level 3 knows for the scripts of a page of ours."""
    digests = (hashlib.sha256(script.encode()).digest() for script in _SCRIPT.findall(page))
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
