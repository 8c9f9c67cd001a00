from __future__ import annotations

from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.deliver.messages.message import compose_message

GIVEN: dict[str, Any] = {
    "name": "The Harbour Letter",
    "address": "desk@harbour.example",
    "reply_to": "editor@harbour.example",
    "subject": "Ferries carry 1,240",
    "when": datetime(2025, 3, 7, 17, tzinfo=ZoneInfo("Europe/Berlin")),
    "text": "The ferries sailed.\n",
    "html": '<!doctype html><html lang="en"><p>The ferries sailed.</p></html>',
    "key": "2025-03-07",
}


def composed(**changed: Any) -> bytes:
    return compose_message(**{**GIVEN, **changed})


def opened(data: bytes) -> EmailMessage:
    return message_from_bytes(data, policy=default)


def parts(data: bytes) -> list[EmailMessage]:
    return [cast("EmailMessage", part) for part in opened(data).iter_parts()]


def test_a_mail_program_opens_the_text_and_then_the_html() -> None:
    message = opened(composed())
    assert message.get_content_type() == "multipart/alternative"
    text, html = parts(composed())
    assert (text.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
    assert text.get_content().splitlines() == ["The ferries sailed."]
    assert html.get_content().strip() == GIVEN["html"]
    assert not message.defects


def test_the_headers_say_who_when_and_what() -> None:
    message = opened(composed())
    assert message["From"] == "The Harbour Letter <desk@harbour.example>"
    assert message["Reply-To"] == "editor@harbour.example"
    assert message["Subject"] == "Ferries carry 1,240"
    assert message["Date"].datetime.isoformat() == "2025-03-07T17:00:00+01:00"
    assert message["X-Unsent"] == "1"
    assert "Reply-To" not in opened(composed(reply_to=None))


def test_equal_briefs_are_equal_messages_and_others_have_another_id() -> None:
    assert composed() == composed()
    ids = {
        opened(composed(**changed))["Message-ID"]
        for changed in ({}, {"key": "a"}, {"subject": "a"}, {"text": "a"}, {"html": "a"})
    }
    assert len(ids) == 5
    assert all(one.endswith("@harbour.example>") for one in ids)


def test_both_parts_are_quoted_printable_however_long_their_lines() -> None:
    data = composed(html="<p>" + "wörter " * 20_000 + "</p>", text="x" * 5_000)
    assert [part["Content-Transfer-Encoding"] for part in parts(data)] == ["quoted-printable"] * 2
    assert max(len(line) for line in data.split(b"\r\n")) <= 76
    assert data.isascii()


def test_a_long_subject_stays_one_header_and_is_read_back() -> None:
    subject = "Ferries, 𝒽arbours and العبّارات " * 30
    data = composed(subject=subject)
    assert max(len(line) for line in data.split(b"\r\n")) <= 998
    assert opened(data)["Subject"].split() == subject.split()


def test_a_name_may_hold_any_character() -> None:
    message = opened(composed(name='Häfen, “Meer” & "Co"'))
    assert message["From"].addresses[0].display_name == 'Häfen, “Meer” & "Co"'


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("header", ["subject", "name", "reply_to", "address"])
def test_a_line_break_in_a_header_is_refused(header: str, end: str) -> None:
    with pytest.raises(ValueError, match=r"(?i)cr|line|invalid|linefeed"):
        composed(**{header: f"a@b.example{end}Bcc: all@a.example"})


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=200))
def test_any_text_comes_out_as_it_went_in(text: str) -> None:
    plain, _ = parts(composed(text=f"{text}\n"))
    assert plain.get_content() == f"{text}\r\n"
