"""Asks web servers whether what a link leads to is there."""

# ruff: noqa: PLC0415 - the client is loaded when somebody wants to ask

from __future__ import annotations

import asyncio
import socket
import ssl
import urllib.request
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import inf
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from nutgraf import __version__
from nutgraf.capture.fetching.public_addresses import Address, address_of, is_public
from nutgraf.capture.fetching.resolving import allowed_addresses
from nutgraf.capture.fetching.troubles import Gone, NotAllowed, Unreached
from nutgraf.checks.email.answers import Answer

if TYPE_CHECKING:
    from httpx2 import AsyncBaseTransport, AsyncClient

AT_ONCE, PER_HOST = 8, 2
REDIRECTS = 5
CONNECT, WHOLE = 5.0, 15.0  # seconds; the second for all that one link takes
RETRY_AFTER, LONGEST_WAIT = 1.0, 5.0  # seconds: if a busy server does not say, and at most
USER_AGENT = f"nutgraf/{__version__} (link check)"
_BUSY = frozenset({429, 503})
# A name that is always there (RFC 2606).
_THERE = "example.com"
_ONLY_HERE = "it leads to a machine that only your own network can reach"


def is_unknown(host: str) -> bool:
    """Whether the names of the internet do not have this one."""
    try:
        socket.getaddrinfo(host, None)
    except socket.gaierror as error:
        return error.errno == socket.EAI_NONAME
    except (OSError, UnicodeError):
        return False
    return False


def ask(
    urls: Iterable[str],
    asked: Callable[[], object] = lambda: None,
    *,
    unknown: Callable[[str], bool] = is_unknown,
    allow: Callable[[Address], bool] = is_public,
) -> Mapping[str, Answer]:
    """The answer to each address; `asked` is called after each.

    By HEAD, then by GET without the body where HEAD does not find it; at most eight at once, and
    two of one host. `unknown` looks the name of a host up that cannot be reached. Addresses that
    `allow` does not let through are not connected to: a link may come from anybody, and lead to a
    machine of the newsroom's own network.
    """
    return asyncio.run(_ask(list(dict.fromkeys(urls)), asked, unknown, allow))


async def _ask(
    urls: Sequence[str],
    asked: Callable[[], object],
    unknown: Callable[[str], bool],
    allow: Callable[[Address], bool],
) -> Mapping[str, Answer]:
    import httpx2

    hosts: defaultdict[str | None, asyncio.Semaphore] = defaultdict(
        lambda: asyncio.Semaphore(PER_HOST)
    )
    gate = asyncio.Semaphore(AT_ONCE)
    client = httpx2.AsyncClient(
        follow_redirects=True,
        max_redirects=REDIRECTS,
        timeout=httpx2.Timeout(WHOLE, connect=CONNECT),
        headers={"user-agent": USER_AGENT},
        transport=_transport(allow),
    )

    async def one(url: str) -> Answer:
        # Who waits for a host takes no place of the eight.
        async with hosts[urlsplit(url).hostname], gate:
            found = _inside(url, allow) or await _answer(client, url, unknown)
        asked()
        return found

    async with client:
        answers = await asyncio.gather(*map(one, urls))
    return dict(zip(urls, answers, strict=True))


def _transport(allow: Callable[[Address], bool]) -> AsyncBaseTransport | None:
    """Connections to checked addresses; None where a proxy connects, and looks the names up."""
    import httpcore2

    from nutgraf.capture.fetching.asynchronous import CheckedAsyncBackend, CheckedAsyncTransport

    if {"http", "https", "all"} & urllib.request.getproxies().keys():
        return None

    def addresses(host: str, port: int) -> Sequence[str]:
        try:
            return allowed_addresses(host, port, allow=allow)
        except (Gone, Unreached) as trouble:
            raise httpcore2.ConnectError(trouble.message) from None

    return CheckedAsyncTransport(CheckedAsyncBackend(addresses))


def _inside(url: str, allow: Callable[[Address], bool]) -> Answer | None:
    """What there is to say of a link to the number of a machine that the internet does not have."""
    address = address_of(urlsplit(url).hostname or "")
    return None if address is None or allow(address) else Answer(trouble=_ONLY_HERE)


async def _answer(client: AsyncClient, url: str, unknown: Callable[[str], bool]) -> Answer:
    import httpx2

    try:
        async with asyncio.timeout(WHOLE):
            return Answer(await _status(client, url))
    except (TimeoutError, httpx2.TimeoutException):
        return Answer(trouble="the server does not answer in time")
    except httpx2.TooManyRedirects:
        return Answer(trouble="the server sends on and on")
    except NotAllowed:
        return Answer(trouble=_ONLY_HERE)
    except httpx2.ConnectError as error:
        if trouble := _insecure(error):
            return Answer(trouble=trouble)
        nobody = await asyncio.to_thread(_is_nobody, error.request.url.host, unknown)
        return Answer(trouble="nobody answers there", no_host=nobody)
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        return Answer(trouble=str(error) or type(error).__name__)


async def _status(client: AsyncClient, url: str) -> int:
    """What the server says; no link is broken by the answer to a HEAD alone."""
    status, wait = await _said(client, "HEAD", url)
    if status in _BUSY:
        if wait > LONGEST_WAIT:
            return status
        await asyncio.sleep(wait)
    elif status < 400:
        return status
    return (await _said(client, "GET", url))[0]


async def _said(client: AsyncClient, method: str, url: str) -> tuple[int, float]:
    """The status, and for how many seconds a busy server asks to wait."""
    async with client.stream(method, url) as answer:
        wait = answer.headers.get("retry-after", str(RETRY_AFTER))
        return answer.status_code, float(wait) if wait.replace(".", "", 1).isdigit() else inf


def _insecure(error: BaseException) -> str:
    """What is wrong with the encryption, where that is why there is no connection."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return f"its certificate is not valid ({cause.verify_message})"
        if isinstance(cause, ssl.SSLError):
            return "it cannot be reached by https"
        cause = cause.__cause__ or cause.__context__
    return ""


def _is_nobody(host: str, unknown: Callable[[str], bool]) -> bool:
    """Whether the name of the host is nobody's, which is not the same as being offline.

    Without a network every name is unknown: then a name that must be there is unknown, too.
    """
    return unknown(host) and not unknown(_THERE)
