"""Asks web servers whether what a link leads to is there."""

# ruff: noqa: PLC0415 - the client is loaded when somebody wants to ask

from __future__ import annotations

import socket
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from threading import BoundedSemaphore
from time import sleep
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from nutgraf import __version__
from nutgraf.checks.email.answers import Answer

if TYPE_CHECKING:
    from httpx2 import Client

AT_ONCE, PER_HOST = 8, 2
REDIRECTS = 5
CONNECT, WHOLE = 5.0, 15.0  # seconds
LONGEST_WAIT = 5.0  # seconds that a busy server may ask for
USER_AGENT = f"nutgraf/{__version__} (link check)"
# Servers that do not answer HEAD say so by one of these, and are asked by GET.
_NO_HEAD = frozenset({400, 403, 405, 501})
_BUSY = frozenset({429, 503})


def ask(urls: Iterable[str], asked: Callable[[], object] = lambda: None) -> Mapping[str, Answer]:
    """The answer to each address; `asked` is called after each.

    By HEAD, then by GET without the body; at most eight at once, and two of one host.
    """
    import httpx2

    distinct = list(dict.fromkeys(urls))
    hosts: defaultdict[str, BoundedSemaphore] = defaultdict(lambda: BoundedSemaphore(PER_HOST))
    gates = {url: hosts[urlsplit(url).netloc] for url in distinct}
    client = httpx2.Client(
        follow_redirects=True,
        max_redirects=REDIRECTS,
        timeout=httpx2.Timeout(WHOLE, connect=CONNECT),
        headers={"user-agent": USER_AGENT},
    )

    def one(url: str) -> Answer:
        with gates[url]:
            found = _answer(client, url)
        asked()
        return found

    with client, ThreadPoolExecutor(AT_ONCE) as pool:
        return dict(zip(distinct, pool.map(one, distinct), strict=True))


def _answer(client: Client, url: str) -> Answer:
    import httpx2

    try:
        status, wait = _status(client, "HEAD", url)
        if status in _NO_HEAD:
            status, wait = _status(client, "GET", url)
        if status in _BUSY and wait is not None and wait <= LONGEST_WAIT:
            sleep(wait)
            status, _ = _status(client, "GET", url)
    except httpx2.TimeoutException:
        return Answer(trouble="the server does not answer in time")
    except httpx2.TooManyRedirects:
        return Answer(trouble="the server sends on and on")
    except httpx2.ConnectError:
        return Answer(trouble="nobody answers there", no_host=_is_nobody(url))
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        return Answer(trouble=str(error) or type(error).__name__)
    return Answer(status)


def _status(client: Client, method: str, url: str) -> tuple[int, float | None]:
    """The status, and for how many seconds a busy server asks to wait."""
    with client.stream(method, url) as answer:
        wait = answer.headers.get("retry-after", "")
        return answer.status_code, float(wait) if wait.isdigit() else None


def _is_nobody(url: str) -> bool:
    """Whether the name of the host is nobody's, which is not the same as being offline.

    Without a network every name is unknown: then a name that must be there is unknown, too.
    """
    return _unknown(urlsplit(url).hostname or "") and not _unknown("example.com")


def _unknown(host: str) -> bool:
    try:
        socket.getaddrinfo(host, None)
    except socket.gaierror as error:
        return error.errno == socket.EAI_NONAME
    except (OSError, UnicodeError):
        return False
    return False
