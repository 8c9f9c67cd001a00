"""Tells a health check that a run began and how it ended, after the manner of healthchecks.io.

`URL/start` says that it began, and `URL/<exit status>` how it ended: whoever watches is told of a
run that failed, of one that did not end, and of a machine that runs nothing any more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

from nutgraf import __version__
from nutgraf.errors import NutgrafError

TIMEOUT = 5.0  # seconds for each try: no brief waits long for a ping
TRIES = 2
USER_AGENT = f"nutgraf/{__version__} (health check)"
_BUSY = 429


class Health:
    """One health check; without a `url` it says nothing to anybody.

    A ping never raises and never keeps anything from being sent: one that fails is a line for
    `say`. The address is a secret of sorts, so only its host is named there.
    """

    def __init__(self, url: str | None, say: Callable[[str], object]) -> None:
        self._url, self._say = url, say

    def start(self) -> None:
        self._ping("start")

    def end(self, status: int) -> None:
        """The run ended with that exit status."""
        self._ping(str(status))

    @contextmanager
    def watching(self, status: Callable[[], int]) -> Iterator[None]:
        """Tells that a run begins, and with which `status` it ended; one that breaks off is none.

        What nutgraf raises on purpose ends with 2, all else with 1, as it does on the command line.
        """
        self.start()
        try:
            yield
        except BaseException as error:
            self.end(2 if isinstance(error, NutgrafError) else 1)
            raise
        self.end(status())

    def _ping(self, what: str) -> None:
        if self._url is None:
            return
        host: str | None = "an address that is none"
        try:
            host = urlsplit(self._url).hostname
            trouble = _ask(_below(self._url, what))
        except Exception as error:  # noqa: BLE001 - whatever it is, the brief must go
            trouble = type(error).__name__
        if trouble:
            self._say(f"the health check at {host} was not told ({what}): {trouble}")


def _below(url: str, what: str) -> str:
    parts = urlsplit(url)
    return urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/{what}", fragment=""))


def _ask(url: str) -> str:
    """What went wrong, or nothing; what may pass by itself is tried once more."""
    import httpx2  # noqa: PLC0415 - only who has a health check pays for it

    trouble = ""
    with httpx2.Client(
        timeout=TIMEOUT, follow_redirects=True, headers={"user-agent": USER_AGENT}
    ) as client:
        for _ in range(TRIES):
            try:
                status = client.get(url).status_code
            except httpx2.TimeoutException:
                trouble = "it does not answer in time"
            except httpx2.HTTPError:
                trouble = "it cannot be reached"
            else:
                if status < 400:
                    return ""
                trouble = f"it answers {status}"
                if status < 500 and status != _BUSY:
                    break
    return trouble
