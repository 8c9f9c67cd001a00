"""listmonk: a brief becomes a campaign.

After the documentation of its API (https://listmonk.app/docs/apis/campaigns/), and where that is
silent or differs, after the program (cmd/campaigns.go, internal/core/campaigns.go).
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from msgspec import Struct

from nutgraf.deliver.handovers import Did, Handed, Parcel
from nutgraf.deliver.handovers.api import Api
from nutgraf.deliver.secrets import Hidden
from nutgraf.errors import Usage
from nutgraf.workspace.handover_settings import Listmonk

NAME = "listmonk"
# A scheduled campaign is made a draft again before it is changed, so that it never goes half done.
_CHANGES = frozenset({"draft", "scheduled"})
_CAMPAIGNS = "/api/campaigns"
TAG = "nutgraf"


class _List(Struct):
    id: int


class _Campaign(Struct):
    """A campaign, as far as it matters here."""

    id: int
    status: str
    name: str = ""
    subject: str = ""
    from_email: str = ""
    body: str = ""
    altbody: str | None = None
    content_type: str = ""
    send_at: datetime | None = None
    lists: list[_List] | None = None
    tags: list[str] | None = None
    template_id: int | None = None


class _One(Struct):
    data: _Campaign


class _Results(Struct):
    results: list[_Campaign] | None = None


class _Listed(Struct):
    data: _Results


class ListmonkService:
    """Campaigns that are ours carry a tag, by which they are found again."""

    name = NAME

    def __init__(self, settings: Listmonk, token: Hidden, *, from_email: str) -> None:
        self._settings = settings
        self._from = settings.from_email or from_email
        self._api = Api(NAME, settings.url, token, authorization=f"token {settings.user}:{token}")

    def hand_over(self, parcel: Parcel) -> Handed:
        found = self._found(parcel.mark)
        wanted = self._campaign(parcel)
        if found is None:
            made = self._api.ask("POST", _CAMPAIGNS, _One, json=wanted).data
            return self._settled(made, parcel, "made")
        if found.status == _status(parcel) and _is(found, wanted):
            return self._handed(found, "left as it was")
        if found.status == "scheduled":
            self._set_status(found, "draft")
        wanted["tags"] = sorted({*(found.tags or ()), *wanted["tags"]})
        path = f"{_CAMPAIGNS}/{found.id}"
        return self._settled(self._api.ask("PUT", path, _One, json=wanted).data, parcel, "updated")

    def close(self) -> None:
        self._api.close()

    def _found(self, mark: str) -> _Campaign | None:
        """The campaign that carries the mark. Raises Usage where it is sent, or there are two.

        The documentation calls the parameter `tags`, the program reads `tag`; and whatever comes
        back is looked through.
        """
        params = {"per_page": "all", "tag": mark, "tags": mark}
        results = self._api.ask("GET", _CAMPAIGNS, _Listed, params=params).data.results
        marked = [one for one in results or () if mark in (one.tags or ())]
        for one in marked:
            if one.status not in _CHANGES:
                raise Usage(
                    f"the brief was handed over before: campaign {one.id} of listmonk is "
                    f"{one.status}",
                    f"nothing was changed; see {self._url(one)}",
                )
        if len(marked) > 1:
            numbers = " and ".join(str(one.id) for one in marked)
            message = f"listmonk has more than one campaign of this brief: {numbers}"
            raise Usage(message, "delete all but one there, and run the command again")
        return marked[0] if marked else None

    def _campaign(self, parcel: Parcel) -> dict[str, Any]:
        """What is sent; `send_at` with its zone, which the documentation leaves out."""
        campaign: dict[str, Any] = {
            "name": parcel.name,
            "subject": parcel.subject,
            "lists": list(self._settings.lists),
            "from_email": self._from,
            "type": "regular",
            "content_type": "html",
            "body": parcel.html,
            "altbody": parcel.text,
            "send_at": parcel.when.astimezone(UTC) if parcel.when else None,
            "messenger": "email",
            "tags": [TAG, parcel.mark],
        }
        if self._settings.template is not None:
            campaign["template_id"] = self._settings.template
        return campaign

    def _settled(self, campaign: _Campaign, parcel: Parcel, did: Did) -> Handed:
        """Scheduled if it is to be; the campaign is a draft by now."""
        if parcel.scheduled:
            if did == "made":
                # Whoever did the same at the same moment made one, too: it is seen from here on.
                self._found(parcel.mark)
            self._set_status(campaign, "scheduled")
        return self._handed(campaign, did)

    def _set_status(self, campaign: _Campaign, status: str) -> None:
        path = f"{_CAMPAIGNS}/{campaign.id}/status"
        self._api.ask("PUT", path, _One, json={"status": status})
        campaign.status = status

    def _handed(self, campaign: _Campaign, did: Did) -> Handed:
        state = campaign.status
        return Handed(str(campaign.id), state, did, self._url(campaign))

    def _url(self, campaign: _Campaign) -> str:
        return f"{self._settings.url.rstrip('/')}/admin/campaigns/{campaign.id}"


def _status(parcel: Parcel) -> str:
    return "scheduled" if parcel.scheduled else "draft"


def _is(found: _Campaign, wanted: dict[str, Any]) -> bool:
    """Whether a campaign is what it should be already."""
    texts = ("name", "subject", "from_email", "body", "altbody", "content_type", "send_at")
    return (
        all(getattr(found, key) == wanted[key] for key in texts)
        and sorted(one.id for one in found.lists or ()) == sorted(wanted["lists"])
        and wanted.get("template_id") in {None, found.template_id}
    )
