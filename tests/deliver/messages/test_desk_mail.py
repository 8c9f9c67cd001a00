from __future__ import annotations

import email
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import default

import pytest

from nutgraf.deliver.messages.desk_mail import desk_mail
from nutgraf.deliver.transports import Letter

NOW = datetime(2025, 3, 7, 17, 0, tzinfo=UTC)


def letter(subject: str = "NOT SENT: Ferries", text: str = "Über Bord.\n") -> Letter:
    return desk_mail(
        name="The Harbour Letter",
        address="desk@harbour.example",
        desk="editors@harbour.example",
        subject=subject,
        text=text,
        when=NOW,
    )


def test_it_is_a_message_that_no_machine_answers() -> None:
    made = letter()
    message = email.message_from_bytes(made.data, policy=default)
    assert isinstance(message, EmailMessage)
    assert (made.sender, made.recipient) == ("desk@harbour.example", "editors@harbour.example")
    assert message["From"] == "The Harbour Letter <desk@harbour.example>"
    assert message["To"] == "editors@harbour.example"
    assert message["Subject"] == "NOT SENT: Ferries"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message.get_content().splitlines() == ["Über Bord."]


def test_equal_words_make_equal_bytes_and_other_words_another_message() -> None:
    assert letter() == letter()
    ids = {
        email.message_from_bytes(made.data)["Message-ID"]
        for made in (letter(), letter(text="Anderes.\n"))
    }
    assert len(ids) == 2


def test_no_header_can_be_put_into_it() -> None:
    with pytest.raises(ValueError, match="line break"):
        letter(subject="x\r\nBcc: all@harbour.example")
