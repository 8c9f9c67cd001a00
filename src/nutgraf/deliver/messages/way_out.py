"""How one reader leaves the list, in the header and in the body of one mailing."""

from __future__ import annotations

from functools import lru_cache

from nutgraf.deliver.messages.headers import field
from nutgraf.deliver.messages.unsubscribe_links import ascii_url, link, mailto, token
from nutgraf.errors import Usage
from nutgraf.workspace.delivery_settings import Unsubscribe


class WayOut:
    """The ways out that nutgraf.yaml names; false where it names none.

    Raises Usage where it names a web address and there is no secret to sign links with.
    """

    def __init__(self, named: Unsubscribe, secret: str | None, list_name: str, brief: str) -> None:
        if named.url is not None and secret is None:
            raise Usage(
                "nutgraf.yaml names unsubscribe.url, and no secret that signs the links",
                "name one in unsubscribe.secret, as env, file or keyring",
            )
        self._url = None if named.url is None else ascii_url(named.url)
        self._mailto, self._secret = named.mailto, secret
        self._list, self._brief = list_name, brief
        self._of = lru_cache(maxsize=1)(self._links)

    def __bool__(self) -> bool:
        return self._url is not None or self._mailto is not None

    def link(self, address: str) -> str:
        """The link in the body: to the web page where there is one."""
        return self._of(address)[0]

    def fields(self, address: str) -> bytes:
        """List-Unsubscribe (RFC 2369), and List-Unsubscribe-Post where one click does (RFC 8058).

        No address is encoded or folded: that would break it.
        """
        links = self._of(address)
        if not links:
            return b""
        made = field("List-Unsubscribe", ",\r\n ".join(f"<{one}>" for one in links))
        if links[0].startswith("https:"):
            made += field("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
        return made

    def _links(self, address: str) -> tuple[str, ...]:
        signed = None
        if self._secret is not None:
            signed = token(self._secret, address, self._list, self._brief)
        links: list[str] = []
        if self._url is not None and signed is not None:
            links.append(link(self._url, signed))
        if self._mailto is not None:
            links.append(mailto(self._mailto, signed))
        return tuple(links)
