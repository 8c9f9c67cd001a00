"""A server that behaves as Buttondown is documented to, as far as a hand-over asks it anything.

https://docs.buttondown.com/api-authentication, /api-emails-introduction and its OpenAPI
description: without a status an email is sent at once, a scheduled one needs a time.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from tests.serving import Answer, Asked

TOKEN = "k3y-of-buttondown"
PAGE = 2  # emails on a page
CREATES = {"subject", "body", "status", "metadata", "publish_date", "slug", "email_type"}
UPDATES = CREATES | {"template"}
TEMPLATES = {"classic", "modern", "plaintext", "naked", "none"}


class ButtondownLike:
    """Emails, newest first; `now` is its clock. `fails` are statuses for the next requests."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.emails: list[dict[str, Any]] = []
        self.fails: list[int | None] = []
        self.url = ""

    def __call__(self, asked: Asked) -> Answer | None:
        if self.fails:
            status = self.fails.pop(0)
            return None if status is None else _refusal(status, "", "Something went wrong")
        if asked.headers.get("authorization") != f"Token {TOKEN}":
            return _refusal(401, "", "Invalid token.")
        match asked.path.strip("/").split("/"):
            case ["v1", "emails"] if asked.method == "GET":
                return self._page(int(asked.query.get("page", ["1"])[0]))
            case ["v1", "emails"] if asked.method == "POST":
                return self._create(json.loads(asked.body))
            case ["v1", "emails", number] if asked.method == "PATCH":
                return self._update(number, json.loads(asked.body))
        return _refusal(404, "", "Not Found")

    def add(self, **email: Any) -> dict[str, Any]:
        made = {
            "id": str(UUID(int=len(self.emails) + 1)),
            "subject": "",
            "body": "",
            "status": "draft",
            "metadata": {},
            "publish_date": None,
            "template": None,
            **email,
        }
        self.emails.insert(0, made)
        return made

    def _page(self, number: int) -> Answer:
        start = (number - 1) * PAGE
        following = f"{self.url}/v1/emails?page={number + 1}"
        page = {
            "results": self.emails[start : start + PAGE],
            "next": following if start + PAGE < len(self.emails) else None,
            "previous": None,
            "count": len(self.emails),
        }
        return _json(200, page)

    def _create(self, given: dict[str, Any]) -> Answer:
        if unknown := set(given) - CREATES:
            return _refusal(400, "email_invalid", f"Unknown: {unknown}")
        given.setdefault("status", "about_to_send")
        return self._checked(given) or _json(201, self.add(**given))

    def _update(self, number: str, given: dict[str, Any]) -> Answer:
        email = next((one for one in self.emails if one["id"] == number), None)
        if email is None:
            return _refusal(404, "", "Not Found")
        if set(given) - UPDATES or given.get("template", "none") not in TEMPLATES:
            return _refusal(400, "email_invalid", "Unknown field.")
        if given.get("publish_date") == "none":
            given["publish_date"] = None
        merged = {**email, **given}
        if refused := self._checked(merged):
            return refused
        email.update(merged)
        return _json(200, email)

    def _checked(self, email: dict[str, Any]) -> Answer | None:
        if not email.get("subject"):
            return _refusal(400, "subject_invalid", "Subject is invalid.")
        if email["status"] not in {"draft", "scheduled"}:
            return _refusal(400, "sending_requires_confirmation", "This would send at once.")
        if email["status"] == "scheduled":
            if not email.get("publish_date"):
                return _refusal(400, "publish_date_missing", "A scheduled email needs a date.")
            if datetime.fromisoformat(email["publish_date"]) < self.now:
                return _refusal(400, "publish_date_invalid", "The date must be in the future.")
        return None

    def time_comes(self) -> None:
        """The emails that are scheduled are sent."""
        for email in self.emails:
            if email["status"] == "scheduled":
                email["status"] = "sent"


def _json(status: int, data: Any) -> Answer:
    return Answer(status, json.dumps(data).encode(), {"content-type": "application/json"})


def _refusal(status: int, code: str, detail: str) -> Answer:
    return _json(status, {"code": code, "detail": detail, "metadata": {}})
