"""Real servers on loopback for tests and benchmarks: sinks, relays, Postfix, PostgreSQL.

Each is a context manager that starts one on a free port and stops it in the end. A program that
is not installed skips the test, and fails it in CI.
"""

from tests.servers.certificates import Authority
from tests.servers.databases import DatabaseServer, database_server
from tests.servers.ports import LOOPBACK, free_port
from tests.servers.postfixes import Postfix, delivered_to, postfix
from tests.servers.relays import Relay, relay
from tests.servers.scripted import Scripted, Wire, scripted
from tests.servers.sinks import Recorded, Sink, smtp_sink

__all__ = [
    "LOOPBACK",
    "Authority",
    "DatabaseServer",
    "Postfix",
    "Recorded",
    "Relay",
    "Scripted",
    "Sink",
    "Wire",
    "database_server",
    "delivered_to",
    "free_port",
    "postfix",
    "relay",
    "scripted",
    "smtp_sink",
]
