"""Answers that are not the page: what the server says by its status, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final
from urllib.parse import urlsplit

from nutgraf.capture.fetching.troubles import SAVE, Gone, NotNow, Withheld, archived

_PASSING: Final = frozenset({429, 502, 503, 504})
_YEAR: Final = 366.0 * 24 * 60 * 60
_WHY: Final = {
    401: "asks for a login",
    402: "asks for a payment",
    403: "refuses to give it, perhaps to programs only",
    406: "has it in no form that can be read",
    407: "asks for the login of a proxy",
    451: "withholds it for legal reasons",
}


def judge(status: int, headers: Mapping[str, str], url: str, now: datetime) -> None:
    """Raises where the answer is not the page."""
    host = urlsplit(url).netloc
    if 200 <= status < 300 or status == 304:
        return
    if status in {404, 410}:
        said = "has no such page any more" if status == 410 else "has no such page"
        raise Gone(f"{host} {said} ({status}): {url}", archived(url), status=status)
    if status in _PASSING:
        after = retry_after(headers.get("retry-after"), now)
        said = "asks us to come later" if status == 429 else "cannot give the page now"
        raise NotNow(f"{host} {said} ({status})", "run the same command again later", after=after)
    if status >= 500:
        raise NotNow(f"{host} fails at the page ({status})", "run the same command again later")
    said = _WHY.get(status, "does not give the page")
    raise Withheld(f"{host} {said} ({status}): {url}", SAVE, status=status)


def retry_after(header: str | None, now: datetime) -> float | None:
    """The seconds that a server asks to wait, from either form of the header (RFC 9110, 10.2.3)."""
    text = (header or "").strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:12]), _YEAR)
    try:
        day = parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None
    if day.tzinfo is None:
        day = day.replace(tzinfo=UTC)
    return min(max(0.0, (day - now).total_seconds()), _YEAR)
