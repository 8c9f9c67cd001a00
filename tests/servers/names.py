"""A DNS server in this process that answers from a table, in real packets."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

import dns.flags
import dns.message
import dns.rcode
import dns.resolver
import dns.rrset

from nutgraf.deliver.sending_domain.lookups import Lookups
from tests.servers.ports import LOOPBACK

# The records of a name, by their type: {"harbour-letter.internal": {"TXT": ["v=spf1 -all"]}}.
Zone = Mapping[str, Mapping[str, list[str]]]


@dataclass
class Names:
    """A server that is running; `asked` are the names and types that it was asked for."""

    port: int
    zone: Zone
    silent: bool = False
    asked: list[tuple[str, str]] = field(default_factory=list)

    def lookups(self) -> Lookups:
        """Lookups that ask this server and no other."""
        resolver = dns.resolver.Resolver(configure=False)
        resolver.nameservers = [LOOPBACK]
        resolver.port = self.port
        return Lookups(resolver)


@contextmanager
def name_server(zone: Zone, *, silent: bool = False) -> Iterator[Names]:
    """Runs a server of these names; a `silent` one takes questions and never answers."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listening:
        listening.bind((LOOPBACK, 0))
        listening.settimeout(0.01)
        names = Names(listening.getsockname()[1], zone, silent)
        ended = threading.Event()
        thread = threading.Thread(target=_answer, args=(listening, names, ended), daemon=True)
        thread.start()
        try:
            yield names
        finally:
            ended.set()
            thread.join()


def _answer(listening: socket.socket, names: Names, ended: threading.Event) -> None:
    while not ended.is_set():
        try:
            packet, address = listening.recvfrom(4096)
        except TimeoutError:
            continue
        query = dns.message.from_wire(packet)
        question = query.question[0]
        name, kind = question.name.to_text(omit_final_dot=True), question.rdtype.name
        names.asked.append((name, kind))
        if names.silent:
            continue
        response = dns.message.make_response(query)
        response.flags |= dns.flags.RA
        records = names.zone.get(name.casefold())
        if records is None:
            response.set_rcode(dns.rcode.NXDOMAIN)
        elif texts := records.get(kind, []):
            shown = [_quoted(text) if kind == "TXT" else text for text in texts]
            response.answer.append(dns.rrset.from_text(question.name, 60, "IN", kind, *shown))
        listening.sendto(response.to_wire(max_size=65535), address)


def _quoted(text: str) -> str:
    """A TXT record; a string in it has 255 octets at the most."""
    parts = (text[start : start + 255] for start in range(0, len(text) or 1, 255))
    return " ".join(f'"{part}"' for part in parts)
