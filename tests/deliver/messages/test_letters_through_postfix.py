"""Letters as they arrive through a real Postfix: their parts, headers and signatures."""

from __future__ import annotations

from email.message import EmailMessage
from functools import cache
from typing import cast

import dkim

from nutgraf.deliver.messages.letters import Letters
from nutgraf.deliver.messages.signing import Signer
from nutgraf.deliver.messages.unsubscribe_links import read
from nutgraf.deliver.outcome import State
from nutgraf.deliver.readers import Reader
from nutgraf.workspace.settings import Settings
from tests.deliver.dkim_keys import ed25519_key, published, rsa_key
from tests.deliver.messages.test_letters import GIVEN, HOUSE, SECRET, opened
from tests.deliver.transports.talking import outcomes_of, transport_to
from tests.servers import postfix

WHERE = "brief._domainkey.harbour.example."


@cache
def _letters(key: str) -> Letters:
    signer = Signer(key, "brief", "harbour.example")
    return Letters(GIVEN, Settings(**HOUSE), secret=SECRET, signer=signer)


def _readers(number: int) -> list[Reader]:
    return [
        Reader(f"reader{one}@x.example", f"Łukasz, Nr. {one}", {"first_name": f"Łuk {one}"})
        for one in range(number)
    ]


def _refuse_other_than(message: EmailMessage, reader: Reader) -> None:
    assert message["To"].addresses[0].addr_spec == reader.address
    assert message["To"].addresses[0].display_name == reader.name
    assert message["Subject"] == GIVEN.subject
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    link = message["List-Unsubscribe"].partition(">")[0].lstrip("<")
    assert read(link.rpartition("=")[2], SECRET) == (reader.address, "readers", GIVEN.key)
    text, html = (cast("EmailMessage", part).get_content() for part in message.iter_parts())
    assert text == f"Dear {reader.fields['first_name']},\n\nUnsubscribe: {link}\n"
    assert html.strip() == GIVEN.html.replace(
        "%%READER_FIRST_NAME%%", reader.fields["first_name"]
    ).replace("%%UNSUBSCRIBE_URL%%", link)


def test_what_arrives_is_whole_and_its_signature_verifies() -> None:
    """The RSA key signs for a few: it takes its time."""
    readers = {reader.address: reader for reader in _readers(60)}
    keys = dict.fromkeys(readers, ed25519_key()) | dict.fromkeys([*readers][:5], rsa_key())
    with postfix() as server:
        sent = [_letters(keys[reader.address]).to(reader) for reader in readers.values()]
        outcomes = outcomes_of(transport_to(server.port), sent)
        arrived = server.wait_for(len(readers))
    assert [outcome.state for outcome in outcomes] == [State.SENT] * 60
    assert len(arrived) == 60
    for data in arrived:
        message = opened(data)
        assert not message.defects
        key = keys[message["Delivered-To"]]
        _refuse_other_than(message, readers.pop(message["Delivered-To"]))
        assert dkim.verify(data, dnsfunc=published(key, WHERE))
    assert not readers
