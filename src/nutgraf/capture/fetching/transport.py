"""The client's way to the network, through connections that were checked.

This module is imported by those who fetch, since it loads the HTTP client.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterable, Iterator
from typing import cast

import httpcore2
import httpx2

from nutgraf.capture.fetching.connecting import CheckedBackend


class CheckedTransport(httpx2.BaseTransport):
    """Sends requests over one pool of connections; errors are those of httpcore2."""

    def __init__(self, backend: CheckedBackend, context: ssl.SSLContext) -> None:
        self._pool = httpcore2.ConnectionPool(ssl_context=context, network_backend=backend)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        answer = self._pool.handle_request(core_request(request))
        return httpx2.Response(
            answer.status,
            headers=answer.headers,
            stream=_Stream(answer),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        self._pool.close()


def core_request(request: httpx2.Request) -> httpcore2.Request:
    """The request of the client as the pool of connections takes it."""
    return httpcore2.Request(
        method=request.method,
        url=httpcore2.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        ),
        headers=request.headers.raw,
        content=request.stream,
        extensions=request.extensions,
    )


class _Stream(httpx2.SyncByteStream):
    def __init__(self, answer: httpcore2.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from cast("Iterable[bytes]", self._answer.stream)

    def close(self) -> None:
        self._answer.close()
