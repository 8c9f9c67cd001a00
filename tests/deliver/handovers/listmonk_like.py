"""A server that behaves as listmonk is documented to, as far as a hand-over asks it anything.

https://listmonk.app/docs/apis/apis/ and /campaigns/; what may be changed when, and that a time
must be to come and have a zone, is as in the program.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from tests.serving import Answer, Asked

TOKEN = "tok3n-of-listmonk"
STATUSES = {"draft": {"scheduled"}, "scheduled": {"draft", "paused"}}
KINDS = {"richtext", "html", "markdown", "plain"}


class ListmonkLike:
    """Campaigns by their ids; `now` is its clock. `fails` are statuses for the next requests."""

    def __init__(self, now: datetime, lists: tuple[int, ...] = (3, 4)) -> None:
        self.now, self.lists = now, lists
        self.campaigns: dict[int, dict[str, Any]] = {}
        self.fails: list[int | None] = []

    def __call__(self, asked: Asked) -> Answer | None:
        if self.fails:
            status = self.fails.pop(0)
            return None if status is None else _refusal(status, "Something went wrong")
        if asked.headers.get("authorization") != f"token nutgraf:{TOKEN}":
            return _refusal(403, "invalid session")
        match asked.path.strip("/").split("/"):
            case ["api", "campaigns"] if asked.method == "GET":
                return _data({"results": self._listed(asked), "query": "", "page": 1})
            case ["api", "campaigns"] if asked.method == "POST":
                return self._write(None, json.loads(asked.body))
            case ["api", "campaigns", number] if asked.method == "PUT":
                return self._write(int(number), json.loads(asked.body))
            case ["api", "campaigns", number, "status"] if asked.method == "PUT":
                return self._set_status(int(number), json.loads(asked.body)["status"])
        return _refusal(404, "Not Found")

    def _listed(self, asked: Asked) -> list[dict[str, Any]]:
        wanted = set(asked.query.get("tag", ()))
        return [one for one in self.campaigns.values() if not wanted or wanted & set(one["tags"])]

    def _write(self, number: int | None, given: dict[str, Any]) -> Answer:
        if number is not None and number not in self.campaigns:
            return _refusal(400, "Campaign not found")
        before = self.campaigns[number] if number is not None else {}
        if before and before["status"] not in {"draft", "paused", "scheduled"}:
            return _refusal(400, "Cannot update a running or a finished campaign.")
        for key in ("name", "subject"):
            if not given.get(key):
                return _refusal(400, f"Invalid length for `{key}`.")
        if not given.get("lists") or not set(given["lists"]) <= set(self.lists):
            return _refusal(400, "Invalid list IDs.")
        if given["content_type"] not in KINDS or given["type"] not in {"regular", "optin"}:
            return _refusal(400, "Invalid content type.")
        if given.get("send_at") is not None:
            at = datetime.fromisoformat(given["send_at"])
            if at.tzinfo is None:
                return _refusal(400, "parsing time: cannot parse as a time with its zone")
            if at < self.now:
                return _refusal(400, "Scheduled date should be in the future.")
        number = number or max(self.campaigns, default=0) + 1
        shown = {
            "template_id": 1,
            **before,
            **given,
            "id": number,
            "status": before.get("status", "draft"),
            "lists": [{"id": one, "name": f"List {one}"} for one in given["lists"]],
            "created_at": self.now.isoformat(),
        }
        self.campaigns[number] = shown
        return _data(shown)

    def _set_status(self, number: int, status: str) -> Answer:
        campaign = self.campaigns[number]
        if status not in STATUSES.get(campaign["status"], ()):
            return _refusal(400, f"Only draft campaigns can be {status}.")
        if status == "scheduled" and not campaign["send_at"]:
            return _refusal(400, "Campaign needs a date to be scheduled.")
        campaign["status"] = status
        return _data(campaign)

    def time_comes(self) -> None:
        """The campaigns that are scheduled are sent."""
        for campaign in self.campaigns.values():
            if campaign["status"] == "scheduled":
                campaign["status"] = "finished"


def _data(data: Any) -> Answer:
    return Answer(200, json.dumps({"data": data}).encode(), {"content-type": "application/json"})


def _refusal(status: int, message: str) -> Answer:
    body = json.dumps({"message": message}).encode()
    return Answer(status, body, {"content-type": "application/json"})


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
