"""Why a page cannot be had, as one small tree; what the client raises is translated here alone.

Usage
└── NotFetched     the page cannot be had in this way
    ├── NotAllowed   an address that is not public, a page that programs are asked not to read
    ├── Gone         there is no such page (404, 410), or no host of that name
    ├── Withheld     the server does not give it to us: a login, a payment, a refusal
    └── Unusable     too large, packed in a broken way, sent on and on
TryLater
└── NotNow         busy, or breaks off: it may pass by itself
    └── Unreached    nobody answers at all
"""

from __future__ import annotations

import os
import re
import shlex
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final
from urllib.parse import urlsplit

from nutgraf.errors import TryLater, Usage

SAVE: Final = "open it in a browser, save the page and add the file: nutgraf add FILE"
# Which names of proxies programs look at; nutgraf does not, and says so where nobody answers.
_PROXIES: Final = ("https_proxy", "http_proxy", "all_proxy")

# What the client says, in words that an editor reads.
_PART = re.compile(r"received (\d{1,15}) bytes, expected (\d{1,15})")
_PLAIN: Final = (
    ("Server disconnected", "it hangs up without an answer"),
    ("peer closed connection", "it hangs up before the page is whole"),
    ("timed out", "it says nothing"),
    ("[Errno 111]", "it takes no connections there"),
)


class NotFetched(Usage):
    """The page cannot be had in this way."""


class NotAllowed(NotFetched):
    """The address is none that is fetched, or its host asks programs to keep away."""


class Gone(NotFetched):
    """There is no such page; `status` is 404 or 410, or None where no host has that name."""

    def __init__(self, message: str, hint: str = "", *, status: int | None = None) -> None:
        super().__init__(message, hint)
        self.status = status


class Withheld(NotFetched):
    """The server answers with a refusal of its own; `status` says which."""

    def __init__(self, message: str, hint: str = "", *, status: int) -> None:
        super().__init__(message, hint)
        self.status = status


class Unusable(NotFetched):
    """What the server sends is no page that can be read."""


class NotNow(TryLater):
    """It may pass by itself; `after` is for how many seconds the server asks to wait.

    `tried` says that it was tried often enough already.
    """

    def __init__(
        self, message: str, hint: str = "", *, after: float | None = None, tried: bool = False
    ) -> None:
        super().__init__(message, hint)
        self.after = after
        self.tried = tried


class Unreached(NotNow):
    """Nobody answers at that host."""


@contextmanager
def translated(url: str, *, whole: float) -> Iterator[None]:
    """What goes wrong between us and a server becomes one of the tree above.

    `whole` is the number of seconds that the answer may take, for the message.
    """
    import httpcore2  # noqa: PLC0415 -- only who fetches pays for it
    import httpx2  # noqa: PLC0415

    host = urlsplit(url).netloc
    again = "run the same command again later"
    try:
        yield
    except (httpcore2.ConnectTimeout, httpcore2.ConnectError) as error:
        if wrong := certificate_fault(error):
            raise NotAllowed(
                f"{host} does not show that it is {host}: {wrong}",
                f"is the address right? If a browser shows the page, {SAVE}",
            ) from None
        raise Unreached(f"nobody answers at {host}: {_words(error)}", _offline(again)) from None
    except httpcore2.TimeoutException:
        message = f"{host} takes too long: the page was not whole after {whole:.0f} seconds"
        raise NotNow(message, f"{again}, or {SAVE}") from None
    except httpcore2.RemoteProtocolError as error:
        raise NotNow(f"{host} breaks off: {_words(error)}", f"{again}, or {SAVE}") from None
    except httpcore2.NetworkError as error:
        raise NotNow(f"the connection to {host} broke: {_words(error)}", again) from None
    except (
        httpcore2.ProtocolError,
        httpcore2.UnsupportedProtocol,
        httpx2.HTTPError,
        httpx2.InvalidURL,
        httpx2.CookieConflict,
        UnicodeError,
    ) as error:
        raise Unusable(f"{url} cannot be asked for: {_words(error)}", SAVE) from None


def certificate_fault(error: BaseException) -> str:
    """What is wrong with the certificate or the encryption, where that is why; else nothing."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return f"its certificate is not valid ({cause.verify_message})"
        if isinstance(cause, ssl.SSLError):
            return f"it cannot be reached by https ({cause.reason or 'no common encryption'})"
        cause = cause.__cause__ or cause.__context__
    return ""


def archived(url: str) -> str:
    """The next step where a page is gone."""
    return f"ask the Internet Archive for its copy: nutgraf add --archive {shlex.quote(url)}"


def _offline(hint: str) -> str:
    proxy = next((name for name in os.environ if name.lower() in _PROXIES), None)
    if proxy is None:
        return f"are you online? Then {hint}"
    return (
        f"{proxy} is set, but nutgraf goes without a proxy, which would hide from it where an "
        f"address leads; {SAVE}"
    )


def _words(error: BaseException) -> str:
    """The error in words, on one line; many of the client's have none of their own."""
    words = " ".join(str(error).split())
    if part := _PART.search(words):
        return f"{int(part[1]):,} of {int(part[2]):,} bytes came"
    plain = next((said for start, said in _PLAIN if words.startswith(start)), None)
    return plain or words[:200] or type(error).__name__
