from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.workspace.scalars import plain_value

ET = timezone(timedelta(hours=-5))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "001",
            "12:30",
            "1_000",
            "yes",
            "no",
            "on",
            "off",
            "Off",
            "+5",
            "1e3",
            "0x1f",
            "1.",
            ".5",
        ),
        *("2026-02-30", "2026-2-1", "2026-02-12T25:00", "9" * 5000, "१२", "1 2", "2026-02-12x"),
    ],
)
def test_what_only_resembles_a_value_stays_text(text: str) -> None:
    assert plain_value(text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("False", False),
        ("0", 0),
        ("-12", -12),
        ("3.50", 3.5),
        ("2026-02-12", date(2026, 2, 12)),
        ("2026-02-12 17:00", datetime(2026, 2, 12, 17, 0)),  # noqa: DTZ001
        ("2026-02-12T17:00:05.25Z", datetime(2026, 2, 12, 17, 0, 5, 250000, tzinfo=UTC)),
        ("2026-02-12t17:00z", datetime(2026, 2, 12, 17, 0, tzinfo=UTC)),
        ("2026-02-12 17:00 -05:00", datetime(2026, 2, 12, 17, 0, tzinfo=ET)),
        ("2026-02-12T17:00-0500", datetime(2026, 2, 12, 17, 0, tzinfo=ET)),
        ("2026-02-12T17:00-05", datetime(2026, 2, 12, 17, 0, tzinfo=ET)),
    ],
)
def test_what_looks_like_a_value_is_one(text: str, value: Any) -> None:
    found = plain_value(text)
    assert found == value
    assert type(found) is type(value)


@given(st.text(alphabet="0123456789-:. TZ+ex"))
def test_any_text_has_a_value(text: str) -> None:
    plain_value(text)
    assert plain_value("x" + text) == "x" + text
