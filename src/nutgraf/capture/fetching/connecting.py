"""Connections to addresses that were checked, with an end in time and in size.

This module is imported by those who connect, since it loads the HTTP client.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import httpcore2

from nutgraf.capture.fetching.troubles import Unusable


@dataclass
class Bounds:
    """What one answer may take: until `end` on the `clock`, and `rest` bytes more on the wire."""

    clock: Callable[[], float]
    end: float
    rest: int

    def seconds(self, asked: float | None) -> float:
        """How long to wait now, of the seconds asked for; raises where nothing is left."""
        left = self.end - self.clock()
        if left <= 0:
            raise httpcore2.ReadTimeout
        return left if asked is None else min(asked, left)

    def took(self, number: int) -> None:
        self.rest -= number
        if self.rest < 0:
            raise TooMuch


class TooMuch(Exception):
    """More bytes came than a page may have."""


class CheckedBackend(httpcore2.SyncBackend):
    """Connects to the very addresses that `addresses(host, port)` gives, and to no name."""

    def __init__(self, addresses: Callable[[str, int], Sequence[str]], bounds: Bounds) -> None:
        self._addresses, self._bounds = addresses, bounds

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        last: Exception | None = None
        for address in self._addresses(host, port):
            try:
                stream = super().connect_tcp(
                    address, port, self._bounds.seconds(timeout), local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                last = error
            else:
                return _Bounded(stream, self._bounds)
        raise last or httpcore2.ConnectError(f"{host} has no address")

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ARG002 -- the base class names it
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,  # noqa: ARG002
    ) -> httpcore2.NetworkStream:
        raise Unusable(f"{path} is no address of the web")


class _Bounded(httpcore2.NetworkStream):
    """A stream that ends at its bounds, however slowly or long the other side goes on."""

    def __init__(self, stream: httpcore2.NetworkStream, bounds: Bounds) -> None:
        self._stream, self._bounds = stream, bounds

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data = self._stream.read(max_bytes, self._bounds.seconds(timeout))
        self._bounds.took(len(data))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._bounds.seconds(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        seconds = self._bounds.seconds(timeout)
        return _Bounded(self._stream.start_tls(ssl_context, server_hostname, seconds), self._bounds)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
