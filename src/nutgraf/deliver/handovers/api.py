"""The HTTP API of a service, and what its refusals mean; its token is never shown."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

import msgspec

from nutgraf import __version__
from nutgraf.deliver.secrets import Hidden
from nutgraf.errors import TryLater, Usage

if TYPE_CHECKING:
    import httpx2

T = TypeVar("T")

CONNECT, WHOLE = 5.0, 30.0  # seconds
USER_AGENT = f"nutgraf/{__version__}"
_AGAIN = "run the same command again: what was handed over is found there"
_SHOWN = 300  # characters of what a service says
# What a header may hold (RFC 9110, 5.5); a token with anything else was not copied whole.
_HEADER = re.compile(r"[\x20-\x7e]+")


class Api:
    """One service: requests go out with its token, and answers come back as JSON."""

    def __init__(
        self,
        name: str,
        url: str,
        token: Hidden,
        *,
        authorization: str,
        headers: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """`authorization` is the header that the token is sent in. Raises Usage."""
        import httpx2  # noqa: PLC0415 - only who hands over pays for it

        parts = urlsplit(url)
        if parts.scheme != "https" and not _is_this_machine(parts.hostname or ""):
            message = f"the token would go to {name} at {parts.hostname} in the clear"
            raise Usage(message, "write the address of the service with https://")
        if not _HEADER.fullmatch(authorization):
            message = f"the token for {name} holds characters that no token has"
            raise Usage(message, "copy it anew, by itself on one line")
        self.name, self._token = name, token
        self._base = url.rstrip("/")
        self._client = httpx2.Client(
            # Redirects are not followed, so that without https there are no certificates to load.
            verify=parts.scheme == "https",
            timeout=httpx2.Timeout(WHOLE, connect=CONNECT),
            headers={
                "user-agent": USER_AGENT,
                "accept": "application/json",
                "content-type": "application/json",
                "authorization": authorization,
                **headers,
            },
        )

    def ask(
        self,
        method: str,
        path: str,
        kind: type[T],
        *,
        json: Mapping[str, Any] | None = None,
        params: Mapping[str, str] | None = None,
    ) -> T:
        """What the service answers, as a record; what the record does not know is left out.

        Raises Usage where it refuses, and TryLater where it is down or busy, or where the answer
        was lost: then it may have done what it was asked.
        """
        import httpx2  # noqa: PLC0415

        try:
            answer = self._client.request(
                method,
                f"{self._base}{path}",
                content=msgspec.json.encode(json) if json is not None else None,
                params=params,
            )
        except httpx2.TimeoutException:
            raise TryLater(f"{self.name} does not answer in time", _AGAIN) from None
        except httpx2.HTTPError as error:
            raise TryLater(f"{self.name} cannot be reached: {self._told(error)}", _AGAIN) from None
        if not answer.is_success:
            raise self._refused(answer)
        try:
            return msgspec.json.decode(answer.content, type=kind)
        except (msgspec.DecodeError, UnicodeDecodeError):
            message = f"{self.name} answers in a form that nutgraf does not know"
            raise Usage(message, "is the address in nutgraf.yaml that of the service?") from None

    def close(self) -> None:
        self._client.close()

    def _refused(self, answer: httpx2.Response) -> Usage | TryLater:
        status = answer.status_code
        said = self._said(answer)
        if status in {401, 403}:
            hint = "is the token in nutgraf.yaml one of this service, and may it write drafts?"
            return Usage(f"{self.name} refuses the token ({status}){said}", hint)
        if status == 429 or status >= 500:
            return TryLater(f"{self.name} is down or busy ({status}){said}", _AGAIN)
        if status == 404 or answer.is_redirect:
            message = f"{self.name} has nothing at {answer.request.url.path} ({status}){said}"
            return Usage(message, "is the address in nutgraf.yaml that of the service?")
        return Usage(f"{self.name} does not take the brief ({status}){said}", "mend it, and again")

    def _said(self, answer: httpx2.Response) -> str:
        """The service's own words, if it has any: `message` of listmonk, `detail` of Buttondown."""
        try:
            told = answer.json()
        except ValueError:
            return ""
        if not isinstance(told, dict):
            return ""
        words = told.get("message") or told.get("detail")
        return f": {self._told(words)}" if words else ""

    def _told(self, words: object) -> str:
        """On one line, not too long, and without the token, whoever said it."""
        line = " ".join(str(words).replace(self._token, "…").split())
        return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
