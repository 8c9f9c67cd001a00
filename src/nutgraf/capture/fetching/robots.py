"""What a host asks of programs that read its pages: robots.txt (RFC 9309)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from nutgraf.capture.fetching.answering import Answer, answer
from nutgraf.capture.fetching.asked import host_and_port
from nutgraf.capture.fetching.manners import PRODUCT, Manners
from nutgraf.capture.fetching.retrying import patiently
from nutgraf.capture.fetching.troubles import NotAllowed, NotFetched, NotNow, Unreached

if TYPE_CHECKING:
    from protego import Protego

# What RFC 9309, 2.5 asks a program to read at the least; no more is read.
_LIMIT: Final = 500 * 1024
_REDIRECTS: Final = 5


@dataclass(frozen=True)
class Rules:
    """The rules of one origin; `closed` says why it cannot tell them now."""

    file: Protego | None = None
    closed: NotNow | None = None

    def delay(self) -> float:
        """The seconds between two pages that the host asks for; 0 where it does not."""
        return (self.file.crawl_delay(PRODUCT) or 0.0) if self.file else 0.0


def permitted(url: str, manners: Manners) -> Rules:
    """The rules of the page's host, which let us read the page.

    Raises `NotAllowed` where they do not, `NotNow` where the host cannot tell them now (that counts
    as a no), and what keeps us from reaching the host at all.
    """
    rules = _rules(host_and_port(url), manners)
    if rules.closed is not None:
        raise rules.closed
    if rules.file is not None and not rules.file.can_fetch(url, PRODUCT):
        raise NotAllowed(
            f"{urlsplit(url).netloc} asks programs not to read this page (robots.txt): {url}",
            "nutgraf keeps to that; open the page in a browser, save it and add the file: "
            "nutgraf add FILE",
        )
    return rules


def _rules(origin: str, manners: Manners) -> Rules:
    """From what this run knows, or asked for; no more than once in a run."""
    known = manners.rules.get(origin)
    if not isinstance(known, Rules):
        known = manners.rules[origin] = _asked(origin, manners)
    return known


def _asked(origin: str, manners: Manners) -> Rules:
    from protego import Protego  # noqa: PLC0415 -- only who fetches pays for it

    host = urlsplit(origin).netloc
    address = f"{origin}/robots.txt"

    def once() -> Answer:
        return answer(address, manners, headers={}, limit=_LIMIT, cut=True, hops=_REDIRECTS)

    try:
        found = patiently(once, manners)
    except Unreached as trouble:
        trouble.tried = True
        raise
    except NotNow as trouble:
        message = f"{host} cannot say now whether programs may read its pages: {trouble.message}"
        return Rules(closed=NotNow(message, trouble.hint, after=trouble.after, tried=True))
    except NotFetched as trouble:
        if isinstance(trouble, NotAllowed):
            raise
        # There are no rules: 4xx, also where the file is packed in a broken way or sent in circles.
        return Rules()
    return Rules(Protego.parse(found.data.decode("utf-8-sig", errors="replace")))
