"""Ports that are free, and servers that answer on them."""

from __future__ import annotations

import secrets
import shutil
import socket
import subprocess
import time
from pathlib import Path

from tests.programs import go_without

LOOPBACK = "127.0.0.1"
_PATIENCE = 20.0


def free_port() -> int:
    """A port that nobody listens on, and that no connection is given meanwhile.

    Systems give connections ports from 32768 on; of those below, tests that run at the same time
    hardly ever take the same.
    """
    while True:
        port = 20_000 + secrets.randbelow(12_000)
        with socket.socket() as listening:
            try:
                listening.bind((LOOPBACK, port))
            except OSError:
                continue
        return port


def program(name: str, *folders: str) -> Path:
    """Where a program is, also in folders that only root has on the path."""
    found = shutil.which(name) or shutil.which(name, path=":".join((*folders, "/usr/sbin")))
    if found is None:
        go_without(f"needs the program {name}, which is not installed here")
    return Path(found)


def answers(port: int, process: subprocess.Popen[bytes]) -> bool:
    """Waits until the process takes connections on the port; False where it ended first."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            return False
        try:
            socket.create_connection((LOOPBACK, port), timeout=1).close()
        except OSError:
            time.sleep(0.01)
        else:
            return True
    stop(process)
    raise TimeoutError(f"nothing answers on port {port} after {_PATIENCE:.0f} seconds")


def stop(process: subprocess.Popen[bytes]) -> None:
    """Ends a process of ours, the hard way where it does not go by itself."""
    process.terminate()
    try:
        process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
