"""Buttondown: a brief becomes an email.

After the documentation of its API (https://docs.buttondown.com/api-emails-introduction) and its
OpenAPI description.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from msgspec import Struct

from nutgraf.deliver.handovers import Did, Handed, Parcel
from nutgraf.deliver.handovers.api import Api
from nutgraf.deliver.secrets import Hidden
from nutgraf.errors import Usage
from nutgraf.workspace.handover_settings import Buttondown

NAME = "Buttondown"
# The version that this was written for: another may name things differently.
VERSION = "2025-06-01"
KEY = "nutgraf"
_EMAILS = "/v1/emails"
_CHANGES = frozenset({"draft", "scheduled"})
_GONE = "deleted"
_MOST_PAGES = 200


class _Email(Struct):
    """An email, as far as it matters here."""

    id: str
    status: str
    subject: str = ""
    body: str = ""
    template: str | None = None
    publish_date: datetime | None = None
    metadata: dict[str, Any] | None = None


class _Page(Struct):
    results: list[_Email]
    next: str | None = None


class ButtondownService:
    """Emails that are ours carry the mark in their metadata.

    What is made is a draft, always: `status` is never left out, because without it Buttondown
    sends at once. It is scheduled by changing that draft.
    """

    name = NAME

    def __init__(self, settings: Buttondown, token: Hidden) -> None:
        headers = {"x-api-version": VERSION}
        if settings.newsletter is not None:
            headers["buttondown-context"] = settings.newsletter
        self._api = Api(NAME, settings.url, token, authorization=f"Token {token}", headers=headers)

    def hand_over(self, parcel: Parcel) -> Handed:
        wanted = _wanted(parcel)
        found = self._found(parcel.mark)
        did: Did = "updated"
        if found is None:
            found = self._made(parcel)
            did = "made"
        elif _is(found, wanted):
            return _handed(found, "left as it was")
        if found.status == "scheduled" and not parcel.scheduled:
            wanted["publish_date"] = "none"
        wanted["metadata"] = {**(found.metadata or {}), **wanted["metadata"]}
        updated = self._api.ask("PATCH", f"{_EMAILS}/{found.id}", _Email, json=wanted)
        return _handed(updated, did)

    def close(self) -> None:
        self._api.close()

    def _made(self, parcel: Parcel) -> _Email:
        draft = {
            "subject": parcel.subject,
            "body": parcel.html,
            "status": "draft",
            "metadata": {KEY: parcel.mark},
        }
        made = self._api.ask("POST", _EMAILS, _Email, json=draft)
        if parcel.scheduled:
            # Whoever did the same at the same moment made one, too: it is seen from here on.
            self._found(parcel.mark)
        return made

    def _found(self, mark: str) -> _Email | None:
        """The email that carries the mark. Raises Usage where it is sent, or there are two."""
        marked = [
            one
            for one in self._emails()
            if (one.metadata or {}).get(KEY) == mark and one.status != _GONE
        ]
        for one in marked:
            if one.status not in _CHANGES:
                raise Usage(
                    f"the brief was handed over before: it is {one.status} at Buttondown",
                    f"nothing was changed; see {_url(one)}",
                )
        if len(marked) > 1:
            places = " and ".join(map(_url, marked))
            message = f"Buttondown has more than one email of this brief: {places}"
            raise Usage(message, "delete all but one there, and run the command again")
        return marked[0] if marked else None

    def _emails(self) -> Iterator[_Email]:
        """Every email of the newsletter, page by page.

        Of the address of the next page only the query is taken: the token goes nowhere else.
        """
        params: Mapping[str, str] = {"ordering": "-creation_date"}
        for _ in range(_MOST_PAGES):
            page = self._api.ask("GET", _EMAILS, _Page, params=params)
            yield from page.results
            if not page.next:
                return
            params = dict(parse_qsl(urlsplit(page.next).query))
        raise Usage(f"{NAME} lists emails without end", "is the address in nutgraf.yaml right?")


def _wanted(parcel: Parcel) -> dict[str, Any]:
    """The email as it should be; `naked` puts nothing of Buttondown's own around it."""
    email: dict[str, Any] = {
        "subject": parcel.subject,
        "body": parcel.html,
        "template": "naked",
        "metadata": {KEY: parcel.mark},
        "status": "draft",
    }
    if parcel.scheduled and parcel.when is not None:
        email |= {"status": "scheduled", "publish_date": parcel.when.astimezone(UTC)}
    return email


def _is(found: _Email, wanted: Mapping[str, Any]) -> bool:
    """Whether an email is what it should be already; a draft has no time of its own."""
    keys = ["subject", "body", "template", "status"]
    keys += ["publish_date"] * ("publish_date" in wanted)
    return all(getattr(found, key) == wanted[key] for key in keys)


def _handed(email: _Email, did: Did) -> Handed:
    return Handed(email.id, email.status, did, _url(email))


def _url(email: _Email) -> str:
    return f"https://buttondown.com/emails/{email.id}"
