"""The Internet Archive's copy of a page that is gone."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final
from urllib.parse import urlencode, urljoin, urlsplit

from nutgraf.capture.fetching.answering import Answer, answer
from nutgraf.capture.fetching.fetched import Archived
from nutgraf.capture.fetching.manners import Manners
from nutgraf.capture.fetching.retrying import patiently
from nutgraf.capture.fetching.troubles import Gone, NotNow

_SNAPSHOT = re.compile(r"/web/(?P<stamp>\d{14})(?:[a-z]{2}_)?/(?P<page>.+)", re.DOTALL)
_SAYS: Final = 64 * 1024


def copy_of(url: str, manners: Manners, *, around: date | None) -> tuple[Answer, Archived]:
    """The copy that is closest to a day, or the newest, as it was when it was taken.

    The archive is an interface for programs that a person asks for one page, so its robots.txt,
    which is for crawlers of its pages, is not asked. Raises `Gone` where it has no copy.
    """
    stamp = {"timestamp": f"{around:%Y%m%d}"} if around else {}
    question = f"{manners.archive}?{urlencode({'url': url, **stamp})}"
    said = patiently(lambda: answer(question, manners, headers={}, limit=_SAYS), manners)
    closest = _closest(said.data, question)
    found = _SNAPSHOT.search(closest or "")
    if closest is None or found is None:
        raise Gone(
            f"the page is gone, and the Internet Archive has no copy of it: {url}",
            "look for the text elsewhere, and add it by hand: nutgraf add -",
        )
    # “id_” asks for the bytes as they were, without the archive's own frame and links.
    address = urljoin(manners.archive, closest[: found.start()])
    whole = f"{_secure(address, manners)}/web/{found['stamp']}id_/{found['page']}"
    copy = patiently(lambda: answer(whole, manners, headers={}), manners)
    taken = _SNAPSHOT.search(copy.url)
    day = _day(taken["stamp"] if taken else found["stamp"])
    return copy, Archived(copy.url.replace("id_/", "/", 1), day)


def _closest(data: bytes, question: str) -> str | None:
    """The address of the closest copy that is a page, in the form of the archive's answer."""
    try:
        told: Any = json.loads(data)
    except ValueError:
        host = urlsplit(question).netloc
        raise NotNow(
            f"{host} answers in a form that nutgraf does not know", "run it again later"
        ) from None
    for key in ("archived_snapshots", "closest"):
        told = told.get(key) if isinstance(told, Mapping) else None
    if not isinstance(told, Mapping) or not told.get("available"):
        return None
    if not str(told.get("status", "200")).startswith("2"):
        return None
    address = told.get("url")
    return address if isinstance(address, str) else None


def _secure(address: str, manners: Manners) -> str:
    """The archive's host; it still names itself with http, and is asked by https."""
    parts = urlsplit(address)
    scheme = urlsplit(manners.archive).scheme
    return f"{scheme}://{parts.netloc}"


def _day(stamp: str) -> date:
    return datetime.strptime(stamp[:8], "%Y%m%d").date()  # noqa: DTZ007 -- a day has no time
