"""The addresses that a name has, as the system finds them."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Sequence
from typing import Final

from nutgraf.capture.fetching.public_addresses import Address, address_of
from nutgraf.capture.fetching.troubles import Gone, NotAllowed, Unreached, archived

# A name that is always there (RFC 2606): where it is unknown, too, there is no network.
_THERE: Final = "example.com"
# A host with more has the rest for others than us.
_MOST: Final = 6
_ONLINE: Final = "are you online? Then run the same command again later"


def resolved(host: str, port: int, *, seconds: float = 15.0) -> Sequence[str]:
    """The addresses of a host, in the order in which the system would try them.

    Raises OSError, as `socket.getaddrinfo` does, and TimeoutError where that takes too long: it has
    no end of its own, so it is left alone in a thread that keeps no program from ending.
    """
    found: list[str] = []
    faults: list[Exception] = []

    def ask() -> None:
        try:
            entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found.extend(dict.fromkeys(str(entry[4][0]) for entry in entries))
        except (OSError, UnicodeError) as error:
            faults.append(error)

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(seconds)
    if asking.is_alive():
        raise TimeoutError(f"no answer in {seconds:.0f} seconds")
    if faults:
        raise faults[0]
    return found


def allowed_addresses(
    host: str,
    port: int,
    *,
    allow: Callable[[Address], bool],
    resolve: Callable[[str, int], Sequence[str]] = resolved,
) -> Sequence[str]:
    """Those addresses of the host to which we may connect; there is at least one.

    A caller connects to one of these and does not look the name up again: a second answer could be
    another one. Raises `NotAllowed` where there are only others, `Gone` where no host has the name,
    `Unreached` where names cannot be looked up at all.
    """
    try:
        found = resolve(host, port)
    except UnicodeError:
        raise Gone(f"{host!r} is no name that a host can have", "is the address right?") from None
    except socket.gaierror as error:
        raise _unknown(host, port, error, resolve) from None
    except OSError as error:
        message = f"the name {host} cannot be looked up: {error.strerror or error}"
        raise Unreached(message, _ONLINE, tried=True) from None
    addresses = [(text, address_of(text)) for text in found]
    fine = [text for text, address in addresses if address is not None and allow(address)]
    if not fine:
        raise NotAllowed(
            f"{_led(host, found)}; nutgraf does not connect there",
            "if it is a page of your own network, save it in a browser and add the file: "
            "nutgraf add FILE",
        )
    return fine[:_MOST]


def _led(host: str, found: Sequence[str]) -> str:
    if not found:
        return f"{host} has no address"
    if host == found[0]:
        return f"{host} is no address of the open internet"
    return f"{host} leads to {found[0]}, which is no address of the open internet"


def _unknown(
    host: str,
    port: int,
    error: socket.gaierror,
    resolve: Callable[[str, int], Sequence[str]],
) -> Gone | Unreached:
    nobody = error.errno in {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
    if nobody and _there(port, resolve):
        hint = f"is the name spelled so? If it was there once, {archived(f'https://{host}/')}"
        return Gone(f"no host on the internet has the name {host}", hint)
    message = f"the name {host} cannot be looked up: {error.strerror or error}"
    return Unreached(message, _ONLINE, tried=True)


def _there(port: int, resolve: Callable[[str, int], Sequence[str]]) -> bool:
    try:
        return bool(resolve(_THERE, port))
    except (OSError, UnicodeError):
        return False
