"""Names are looked up once, in a time that has an end."""

from __future__ import annotations

import socket
import threading
import time

import pytest

from nutgraf.capture.fetching.public_addresses import is_public
from nutgraf.capture.fetching.resolving import allowed_addresses, resolved
from nutgraf.capture.fetching.troubles import Gone, NotAllowed, Unreached


def test_this_machine_is_found_by_its_name() -> None:
    assert set(resolved("localhost", 80)) <= {"127.0.0.1", "::1"}


@pytest.mark.parametrize("host", ["a" * 70, "\u0378.example", ""])
def test_what_no_host_can_be_called_is_told(host: str) -> None:
    with pytest.raises((Gone, Unreached, NotAllowed)):
        allowed_addresses(host, 80, allow=is_public)


def test_a_name_server_that_hangs_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    ended = threading.Event()

    def hang(*_: object, **__: object) -> list[object]:
        ended.wait(5)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    begun = time.monotonic()
    with pytest.raises(Unreached, match="no answer in 0 seconds") as told:
        allowed_addresses(
            "slow.example",
            80,
            allow=is_public,
            resolve=lambda host, port: resolved(host, port, seconds=0.05),
        )
    ended.set()
    assert time.monotonic() - begun < 2
    assert told.value.tried


def test_a_host_with_many_addresses_is_asked_at_a_few() -> None:
    many = [f"9.9.9.{number}" for number in range(50)]
    found = allowed_addresses("many.example", 80, allow=is_public, resolve=lambda *_: many)
    assert list(found) == many[:6]


def test_a_host_without_an_address_is_told() -> None:
    with pytest.raises(NotAllowed, match="has no address"):
        allowed_addresses("none.example", 80, allow=is_public, resolve=lambda *_: [])
