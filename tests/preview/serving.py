"""A preview as it runs: the program, on a port of its own, until it is told to stop."""

from __future__ import annotations

import http.client
import os
import re
import signal
import subprocess
import sysconfig
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

NUTGRAF = Path(sysconfig.get_path("scripts")) / "nutgraf"
_SHOWN = re.compile(r"http://127\.0\.0\.1:(\d+)(/brief/\S+)")


@dataclass
class Preview:
    """A running preview: its port, the path of the page it would open, what it has said."""

    process: subprocess.Popen[str]
    root: Path
    port: int
    path: str
    said: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(
        self, path: str, *, method: str = "GET", headers: Mapping[str, str] | None = None
    ) -> tuple[int, Mapping[str, str], str]:
        """Status, headers (in small letters) and body of an answer; the path goes out as it is."""
        given = {"Host": f"127.0.0.1:{self.port}", **(headers or {})}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.putrequest(method, path, skip_host=True)
            for name, value in given.items():
                connection.putheader(name, value)
            connection.endheaders()
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return answer.status, found, answer.read().decode("utf-8", "replace")
        finally:
            connection.close()

    def token(self) -> str:
        """What the preview's own pages may change something with."""
        page = self.ask(self.path)[2]
        found = re.search(r'<meta name="nutgraf-token" content="([^"]+)"', page)
        assert found, page[:500]
        return found.group(1)

    def interrupt(self) -> int:
        """Ctrl-C; the exit status."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(20)


@contextmanager
def previewing(root: Path, *arguments: str) -> Iterator[Preview]:
    """`nutgraf preview --no-open` in a workspace, stopped in the end."""
    process = subprocess.Popen(
        [NUTGRAF, "preview", "--no-open", *arguments],
        cwd=root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "NO_COLOR": "1"},
    )
    said: list[str] = []
    shown: list[re.Match[str]] = []
    ready = threading.Event()

    def listen() -> None:
        assert process.stderr is not None
        for line in process.stderr:
            said.append(line.rstrip())
            if found := _SHOWN.search(line):
                shown.append(found)
                ready.set()
        ready.set()

    listener = threading.Thread(target=listen, daemon=True)
    listener.start()
    try:
        assert ready.wait(30), said
        assert shown, said
        preview = Preview(process, root, int(shown[0][1]), shown[0][2], said)
        _wait_until_it_answers(preview)
        yield preview
    finally:
        if process.poll() is None:
            process.terminate()
        process.wait(20)
        listener.join(5)
        if process.stderr is not None:
            process.stderr.close()


def _wait_until_it_answers(preview: Preview) -> None:
    for _ in range(100):
        try:
            preview.ask("/static/")
        except OSError:
            time.sleep(0.05)
        else:
            return
