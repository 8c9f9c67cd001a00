"""One page asked for once: over its redirects, within its bounds, and whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from nutgraf.capture.fetching.asked import checked_url, downgraded, joined
from nutgraf.capture.fetching.manners import Manners
from nutgraf.capture.fetching.refusals import judge
from nutgraf.capture.fetching.resolving import allowed_addresses
from nutgraf.capture.fetching.troubles import SAVE, NotAllowed, Unusable, translated

if TYPE_CHECKING:
    import httpx2

REDIRECTS: Final = 10
_MOVED: Final = frozenset({301, 302, 303, 307, 308})
_HEADERS: Final = 64 * 1024
_ACCEPT: Final = (
    "text/html,application/xhtml+xml,application/pdf,application/rss+xml,application/atom+xml,"
    "application/feed+json,text/plain;q=0.9,*/*;q=0.8"
)


@dataclass(frozen=True)
class Answer:
    """What a server said in the end; `url` is where, `hops` who sent us there."""

    status: int
    url: str
    data: bytes = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    hops: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def media_type(self) -> str:
        return self._content_type().get_content_type() if self.headers.get("content-type") else ""

    @property
    def charset(self) -> str | None:
        found = self._content_type().get_content_charset()
        return found or None

    def _content_type(self) -> Message:
        message = Message()
        message["content-type"] = self.headers.get("content-type", "")
        return message


def answer(
    url: str,
    manners: Manners,
    *,
    headers: Mapping[str, str],
    before: Callable[[str], None] = lambda _: None,
    limit: int | None = None,
    cut: bool = False,
    hops: int = REDIRECTS,
) -> Answer:
    """The page at the address, after its redirects; `before` may refuse each address of them.

    A page over `limit` bytes is `Unusable`, or is `cut` there. Raises what `troubles` has, also for
    an answer that is no success; 304 is one here.
    """
    bound = manners.limit if limit is None else limit
    with _client(manners, bound, headers) as client:
        here, passed, notes = checked_url(url, manners.ports), list[str](), list[str]()
        while True:
            with _sent_by(passed[-1] if passed else None, here):
                before(here)
                with translated(here, whole=manners.whole), _asked(client, here) as response:
                    there = _moved(response)
                    if there is None:
                        return _read(
                            response,
                            here,
                            manners,
                            limit=bound,
                            cut=cut,
                            passed=passed,
                            notes=notes,
                        )
            following = checked_url(joined(here, there), manners.ports, sent_from=here)
            passed.append(here)
            if len(passed) > hops:
                circle = following in passed
                message = f"{passed[0]} sends on {'in a circle' if circle else 'and on'}"
                raise Unusable(f"{message}: {hops} redirects, the last to {following[:200]}", SAVE)
            if downgraded(here, following):
                notes.append(f"{here} sends on to {following}, which is not encrypted")
            here = following


def _read(
    response: httpx2.Response,
    url: str,
    manners: Manners,
    *,
    limit: int,
    cut: bool,
    passed: Sequence[str],
    notes: Sequence[str],
) -> Answer:
    """The answer that is the last; raises where it is not the page."""
    judge(response.status_code, response.headers, url, manners.now())
    data = b"" if response.status_code == 304 else _body(response, limit, cut=cut)
    headers = dict(response.headers)
    return Answer(response.status_code, url, data, headers, tuple(passed), tuple(notes))


@contextmanager
def _sent_by(lead: str | None, here: str) -> Iterator[None]:
    """Says who sent us to an address that is not allowed."""
    try:
        yield
    except NotAllowed as trouble:
        if lead is None or here in trouble.message:
            raise
        message = f"{lead} sends on to {here[:200]}: {trouble.message}"
        raise NotAllowed(message, trouble.hint) from None


@contextmanager
def _client(manners: Manners, limit: int, headers: Mapping[str, str]) -> Iterator[httpx2.Client]:
    """A client for one page: it keeps cookies from redirect to redirect, and then no more."""
    import httpx2  # noqa: PLC0415 -- only who fetches pays for it

    from nutgraf.capture.fetching.connecting import Bounds, CheckedBackend  # noqa: PLC0415
    from nutgraf.capture.fetching.transport import CheckedTransport  # noqa: PLC0415
    from nutgraf.capture.fetching.unpacking import ACCEPTED  # noqa: PLC0415

    def addresses(host: str, port: int) -> list[str]:
        return list(allowed_addresses(host, port, allow=manners.allow, resolve=manners.resolve))

    bounds = Bounds(manners.clock, manners.clock() + manners.whole, limit + _HEADERS)
    transport = CheckedTransport(CheckedBackend(addresses, bounds), manners.context())
    with httpx2.Client(
        transport=transport,
        trust_env=False,
        timeout=httpx2.Timeout(manners.read, connect=manners.connect),
        headers={
            "user-agent": manners.agent,
            "accept": _ACCEPT,
            "accept-encoding": ACCEPTED,
            **headers,
        },
    ) as client:
        yield client


@contextmanager
def _asked(client: httpx2.Client, url: str) -> Iterator[httpx2.Response]:
    from nutgraf.capture.fetching.connecting import TooMuch  # noqa: PLC0415

    try:
        with client.stream("GET", url, follow_redirects=False) as response:
            yield response
    except TooMuch:
        message = f"{urlsplit(url).netloc} goes on and on: the page is larger than any that is read"
        raise Unusable(message, SAVE) from None


def _moved(response: httpx2.Response) -> str | None:
    """Where the server sends us; a redirect that names no place is an answer like others."""
    if response.status_code not in _MOVED:
        return None
    return response.headers.get("location") or None


def _body(response: httpx2.Response, limit: int, *, cut: bool) -> bytes:
    from nutgraf.capture.fetching.connecting import TooMuch  # noqa: PLC0415
    from nutgraf.capture.fetching.unpacking import unpacked  # noqa: PLC0415

    host = response.url.netloc.decode("ascii", "replace")
    length = response.headers.get("content-length", "")
    if not cut and length.isascii() and length.isdigit() and int(length[:20]) > limit:
        raise Unusable(
            f"{host} has a page of {int(length[:20]) / 1e6:,.0f} MB there; "
            f"up to {limit / 1e6:,.0f} MB are read",
            "save the part that the story rests on and add the file: nutgraf add FILE",
        )
    codings = [
        word.strip().lower()
        for word in response.headers.get_list("content-encoding", split_commas=True)
    ]
    try:
        return unpacked(response.iter_raw(), codings, limit=limit, host=host, cut=cut)
    except TooMuch:
        raise Unusable(
            f"{host} has a page there that is larger than the {limit / 1e6:,.0f} MB that are read",
            "save the part that the story rests on and add the file: nutgraf add FILE",
        ) from None
