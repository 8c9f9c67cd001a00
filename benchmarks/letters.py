"""Makes letters of 60 KB with a personal link and a merge field, unsigned and signed.

Beside them the standard library makes the same message anew for each reader.
"""

from __future__ import annotations

import base64
import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP

from measuring import milliseconds
from nutgraf.deliver.mailing import Mailing
from nutgraf.deliver.messages.letters import Letters
from nutgraf.deliver.messages.personal import personalised
from nutgraf.deliver.messages.signing import Signer
from nutgraf.deliver.readers import Reader
from nutgraf.workspace.delivery_settings import Unsubscribe
from nutgraf.workspace.settings import Sender, Settings

BAR = 40  # times as long as a letter takes the standard library, which makes all of it anew
TIMES = 60
READERS = 100  # to a measurement: a single letter is over before a clock can tell
SENTENCE = "The ferries carried 1,240 passengers on Saturday, the harbour’s office said. "
SETTINGS = Settings(
    name="The Harbour Letter",
    sender=Sender("The Harbour Letter", "letter@harbour.example"),
    postal_address="Quay 1",
    fields={"first_name": "reader"},
    unsubscribe=Unsubscribe("https://harbour.example/leave", "leave@harbour.example"),
)
FOOT = "%%UNSUBSCRIBE_URL%%"
LINES = f"{SENTENCE}\n" * 110
TEXT = f"Dear %%READER_FIRST_NAME%%,\n{LINES}Unsubscribe: {FOOT}\n"
HTML = (
    f"<!doctype html><p>Dear %%READER_FIRST_NAME%%,</p>{f'<p>{SENTENCE}</p>' * 480}"
    f'<p><a href="{FOOT}">Unsubscribe</a></p>'
)
MAILING = Mailing(
    key="2025-03-07",
    title="Ferries",
    subject="Ferries carry 1,240",
    html=HTML,
    text=TEXT,
    when=datetime(2025, 3, 7, tzinfo=UTC),
    list_name="readers",
)


def main() -> None:
    letters, signed = _letters(None), _letters(_ed25519())
    readers = [
        Reader(f"reader{number}@readers.example", f"Łukasz {number}", {"first_name": "Łukasz"})
        for number in range(READERS)
    ]
    size = len(letters.to(readers[0]).data)
    print(
        f"letters of {size / 1000:.0f} KB with a personal link, median of {TIMES} times {READERS}"
    )
    one = _each(letters.to, readers)
    print(f"  one letter {one:48.2f} ms")
    print(f"  one letter, signed with Ed25519 {_each(signed.to, readers):27.2f} ms")
    once = milliseconds(lambda: _letters(None), times=10)
    print(f"  what is equal for all, once for a mailing {once:17.2f} ms")
    anew = milliseconds(lambda: _anew(letters, readers[0]), times=10)
    print(f"  the same message by the standard library {anew:18.2f} ms   {anew / one:.0f} times")
    verdict = "held" if anew / one >= BAR else "NOT HELD"
    print(f"  bar: the standard library takes {BAR} times as long or more: {verdict}")


def _letters(signer: Signer | None) -> Letters:
    return Letters(MAILING, SETTINGS, secret="s" * 32, signer=signer)


def _ed25519() -> Signer:
    key = base64.b64encode(secrets.token_bytes(32)).decode()
    return Signer(key, "brief", "harbour.example")


def _each(make: Callable[[Reader], object], readers: list[Reader]) -> float:
    def all_of_them() -> None:
        for reader in readers:
            make(reader)

    return milliseconds(all_of_them, times=TIMES) / len(readers)


def _anew(letters: Letters, reader: Reader) -> bytes:
    message = EmailMessage(policy=SMTP.clone(max_line_length=76))
    message["Subject"] = MAILING.subject
    values = letters.values(reader)
    message.set_content(personalised(letters.text, values, html=False), cte="quoted-printable")
    message.add_alternative(
        personalised(letters.html, values, html=True), subtype="html", cte="quoted-printable"
    )
    return message.as_bytes()


if __name__ == "__main__":
    main()
