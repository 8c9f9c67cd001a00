"""Taking a port of this machine, for whatever answers on it."""

from __future__ import annotations

import errno
import socket

from nutgraf.errors import Usage

_TOLD = {
    errno.EADDRINUSE: "port {port} is taken",
    errno.EACCES: "port {port} may not be used",
    errno.EADDRNOTAVAIL: "this machine has no address {address}",
}


def listen(address: str, port: int) -> socket.socket:
    """A socket that takes connections on the address; port 0 is a free one. Raises Usage."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    # asyncio turns off Nagle's algorithm only for sockets that say that they are TCP; with it, each
    # answer on a kept connection waits 40 ms for the one before to be acknowledged.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((address, port))
        listening.listen(128)  # who comes before the server is ready waits for it
    except OSError as error:
        listening.close()
        why = _TOLD.get(error.errno or 0)
        if isinstance(error, socket.gaierror):
            why = _TOLD[errno.EADDRNOTAVAIL]
        if why is None:
            raise
        told = why.format(port=port, address=address)
        raise Usage(told, "name another with --port, or leave it out") from None
    return listening
