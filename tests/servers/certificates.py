"""A certificate authority of our own, for servers on loopback."""

from __future__ import annotations

import ssl
from pathlib import Path

import trustme

from tests.servers.ports import LOOPBACK


class Authority:
    """Makes certificates; whoever trusts its file trusts them."""

    def __init__(self) -> None:
        self._authority = trustme.CA(key_type=trustme.KeyType.ECDSA)

    def write(self, folder: Path) -> Path:
        """Its own certificate as a file, for `ca_file`."""
        path = folder / "ca.pem"
        self._authority.cert_pem.write_to_path(path)
        return path

    def server(self, *names: str) -> ssl.SSLContext:
        """How a server with these names introduces itself; loopback if none is given."""
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self._authority.issue_cert(*(names or (LOOPBACK, "localhost"))).configure_cert(context)
        return context

    def chain(self, folder: Path, *names: str) -> Path:
        """The key and certificate of a server with these names, as one file."""
        path = folder / "chain.pem"
        issued = self._authority.issue_cert(*(names or (LOOPBACK, "localhost")))
        issued.private_key_and_cert_chain_pem.write_to_path(path)
        return path
