"""An address that a person typed or a server sent us to, made ready to be asked."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from typing import Final
from urllib.parse import urljoin, urlsplit

from nutgraf.capture.fetching.public_addresses import address_of
from nutgraf.capture.fetching.troubles import NotAllowed, Unusable

_STANDARD: Final = {"http": 80, "https": 443}
# Browsers and servers stop at about this length (RFC 9110, 4.1 asks for 8,000 at the least).
_LONGEST: Final = 8_192
# What names of hosts are made of once they are ASCII; the underscore is not theirs, but in use.
_HOST = re.compile(r"[A-Za-z0-9._-]+")


def checked_url(url: str, ports: AbstractSet[int], *, sent_from: str | None = None) -> str:
    """The address without its fragment, as the client writes it.

    `sent_from` is the address whose server sent us there, or None where a person gave it. Raises
    `NotAllowed` or `Unusable`.
    """
    import httpx2  # noqa: PLC0415 -- only who fetches pays for it

    lead = f"{sent_from} sends on to {_shown(url)}" if sent_from else _shown(url)
    if len(url) > _LONGEST:
        raise Unusable(f"{lead}: the address is longer than any page's", "is it one address?")
    try:
        parsed = httpx2.URL(url.strip())
        split = urlsplit(str(parsed))
        port, host = split.port, split.hostname
    except (httpx2.InvalidURL, ValueError, UnicodeError) as error:
        raise Unusable(f"{lead}: no address of the web ({error})", "is it copied whole?") from None
    if split.scheme not in _STANDARD:
        hint = (
            "pages are fetched by http and https; give a file by its name: nutgraf add FILE"
            if split.scheme
            else f"write it with its beginning: https://{_shown(url)}"
        )
        raise NotAllowed(f"{lead}: no address of the web", hint)
    if not host:
        raise Unusable(f"{lead}: the address names no host", "is it copied whole?")
    if not _HOST.fullmatch(host) and address_of(host) is None:
        hint = "is it copied whole, with no space in it?"
        raise Unusable(f"{lead}: {host!r} is no name that a host can have", hint)
    if parsed.userinfo:
        raise NotAllowed(
            f"{_without_login(lead, parsed.userinfo.decode('ascii', 'replace'))}: the address "
            "holds a name and a password",
            "log in with a browser, save the page and add the file: nutgraf add FILE",
        )
    if (port or _STANDARD[split.scheme]) not in ports:
        raise NotAllowed(
            f"{lead}: pages are not fetched from port {port}",
            "save it in a browser and add the file: nutgraf add FILE",
        )
    return str(parsed.copy_with(fragment=None))


def joined(here: str, there: str) -> str:
    """Where the `Location` that the server of `here` gives leads."""
    try:
        return urljoin(here, there)
    except ValueError:
        # It is told as it is, when it is looked at.
        return there


def downgraded(old: str, new: str) -> bool:
    """Whether a redirect leaves an encrypted connection for an open one."""
    return urlsplit(old).scheme == "https" and urlsplit(new).scheme == "http"


def host_and_port(url: str) -> str:
    """The origin as robots.txt and the pauses know it: `https://desk.example:8443`."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _shown(url: str) -> str:
    """The address on one line, not too long."""
    line = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in url)
    return line if len(line) <= 200 else f"{line[:200]}…"


def _without_login(text: str, login: str) -> str:
    return text.replace(f"{login}@", "…@")
