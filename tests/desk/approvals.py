"""Approvals for tests."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from nutgraf.desk.approval import Approval, CheckSummary, Input, bytes_hash, sealed

FILES = {"email.html": b"<p>Ferries\r\nsail</p>", "digest.txt": b"Ferries sail\n"}


def approval(**given: Any) -> Approval:
    """A sealed approval of `FILES`; what is given takes the place of what stands here."""
    values: dict[str, Any] = {
        "id": "2025-03-07",
        "path": "briefs/2025-03-07.md",
        "format": "annotated",
        "title": "The ferries",
        "subject": "Ferries carry 1,240",
        "preheader": "",
        "list": "readers",
        "send_at": datetime(2025, 3, 7, 17, tzinfo=UTC),
        "embargo": None,
        "time_zone": "Europe/London",
        "approved_by": "Ines Varga <varga@harbour.example>",
        "approved_at": datetime(2025, 3, 7, 15, tzinfo=UTC),
        "from_name": "The Harbour Letter",
        "from_address": "desk@harbour.example",
        "check": CheckSummary(claims=1, errors=0, warnings=0, stets=0),
        "files": {name: bytes_hash(data) for name, data in FILES.items()},
        "inputs": (Input("briefs/2025-03-07.md", "0" * 64),),
        "settings": {"name": "The Harbour Letter"},
        "nutgraf": "0.1.0",
    }
    return sealed(Approval(**{**values, **given}))
