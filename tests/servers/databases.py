"""A PostgreSQL server of our own: quick, empty, and gone in the end."""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, LiteralString

import psycopg
import pytest
from psycopg import sql
from psycopg.pq import PGconn, Ping

from tests.programs import go_without
from tests.servers.ports import LOOPBACK, answers, free_port

_ACCOUNT = "postgres"
# A role of this name is asked for its password; all others are let in.
ASKED = "asked"
# Nothing here has to outlive the server, so it need not wait for the disk.
_QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off")
_ATTEMPTS = 5
_PATIENCE = 500
_SCHEMAS = itertools.count(1)


class DatabaseServer:
    """A server that is running."""

    def __init__(self, port: int, process: subprocess.Popen[bytes]) -> None:
        self.port = port
        self.process = process
        self._numbers = itertools.count(1)

    def url(self, database: str = "postgres") -> str:
        return f"postgresql://{_ACCOUNT}@{LOOPBACK}:{self.port}/{database}"

    def fresh(self, template: LiteralString = "template0") -> str:
        """Makes a new database, a copy of the template, and gives its URL."""
        name = f"fresh_{next(self._numbers)}"
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy").format(
                    sql.Identifier(name), sql.Identifier(template)
                )
            )
        return self.url(name)


@contextmanager
def database_server() -> Iterator[DatabaseServer]:
    """Runs a PostgreSQL server; it has to run as a user of its own where we are root."""
    programs = _programs()
    given: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
    if os.geteuid() == 0:
        try:
            account = pwd.getpwnam(_ACCOUNT)
        except KeyError:
            go_without(f"needs the user {_ACCOUNT}, since PostgreSQL does not run as root")
        given |= {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
        shutil.chown(folder, _ACCOUNT, account.pw_gid)
    try:
        switches = ["--no-sync", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"]
        command = [str(programs / "initdb"), *switches, f"--username={_ACCOUNT}", str(folder)]
        subprocess.run(command, cwd="/", check=True, **given)
        rules = folder / "pg_hba.conf"
        asked = f"host all {ASKED} {LOOPBACK}/32 scram-sha-256\n"
        rules.write_text(asked + rules.read_text(encoding="utf-8"), encoding="utf-8")
        server = _started(programs / "postgres", folder, given)
        try:
            yield server
        finally:
            # SIGINT ends open sessions too, SIGTERM would wait for them.
            server.process.send_signal(signal.SIGINT)
            server.process.wait()
    finally:
        shutil.rmtree(folder)


def _started(program: Path, folder: Path, given: dict[str, Any]) -> DatabaseServer:
    settings = (f"listen_addresses={LOOPBACK}", "unix_socket_directories=", *_QUICK)
    for _ in range(_ATTEMPTS):
        port = free_port()
        command = [str(program), "-D", str(folder), "-p", str(port)]
        command += [part for setting in settings for part in ("-c", setting)]
        process = subprocess.Popen(command, cwd="/", **given)
        if answers(port, process) and _lets_in(port):
            return DatabaseServer(port, process)
    raise RuntimeError("PostgreSQL does not start")


def _lets_in(port: int) -> bool:
    """Waits until the server that takes connections is also done with starting."""
    for _ in range(_PATIENCE):
        if PGconn.ping(f"host={LOOPBACK} port={port}".encode()) == Ping.OK:
            return True
        time.sleep(0.02)
    return False


def _programs() -> Path:
    """Debian keeps the programs of each version in a folder of their own."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    on_path = shutil.which("postgres")
    if found:
        return found[-1].parent
    if on_path is None:
        go_without("needs the server of PostgreSQL, which is not installed here")
    return Path(on_path).parent


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[DatabaseServer]:
    """One server for all tests of a run."""
    with database_server() as server:
        yield server


@pytest.fixture(scope="session")
def postgresql_shared(postgresql_server: DatabaseServer) -> str:
    """The URL of a database that tests share, each in a schema of its own."""
    return postgresql_server.fresh()


@pytest.fixture
def postgresql_schema(postgresql_shared: str) -> str:
    """The URL of a new, empty schema: much sooner there than a database."""
    name = f"schema_{next(_SCHEMAS)}"
    with psycopg.connect(postgresql_shared, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(name)))
    return f"{postgresql_shared}?options=-csearch_path%3D{name}"


@pytest.fixture
def postgresql(postgresql_server: DatabaseServer) -> str:
    """The URL of a new, empty database."""
    return postgresql_server.fresh()
