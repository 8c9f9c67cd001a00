from __future__ import annotations

import time
from datetime import datetime
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.deliver.mailing import Mailing
from nutgraf.deliver.messages.letters import Letters
from nutgraf.deliver.messages.unsubscribe_links import read
from nutgraf.deliver.readers import Reader
from nutgraf.errors import Usage
from nutgraf.workspace.delivery_settings import Delivery, Unsubscribe
from nutgraf.workspace.settings import Sender, Settings

SECRET = "s" * 32
GIVEN = Mailing(
    key="2025-03-07",
    title="Ferries",
    subject="Ferries carry 1,240",
    html='<!doctype html><p>Dear %%READER_FIRST_NAME%%,</p><a href="%%UNSUBSCRIBE_URL%%">Leave</a>',
    text="Dear %%READER_FIRST_NAME%%,\n\nUnsubscribe: %%UNSUBSCRIBE_URL%%\n",
    when=datetime(2025, 3, 7, 17, tzinfo=ZoneInfo("Europe/Berlin")),
    list_name="readers",
)
HOUSE: dict[str, Any] = {
    "name": "The Harbour Letter",
    "sender": Sender("The Harbour Letter", "letter@harbour.example", "desk@harbour.example"),
    "postal_address": "Quay 1",
    "fields": {"first_name": "reader"},
    "unsubscribe": Unsubscribe("https://harbour.example/leave", "leave@harbour.example"),
}
ADA = Reader("ada@readers.example", "Ada Meyer", {"first_name": "Ada"})
PRINTED = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=120)


def letters(*, test: bool = False, house: dict[str, Any] | None = None, **changed: Any) -> Letters:
    mailing = Mailing(**{**{name: getattr(GIVEN, name) for name in _NAMES}, **changed})
    return Letters(mailing, Settings(**{**HOUSE, **(house or {})}), secret=SECRET, test=test)


_NAMES = ("key", "title", "subject", "html", "text", "when", "list_name")


def opened(data: bytes) -> EmailMessage:
    return message_from_bytes(data, policy=default)


def parts(data: bytes) -> list[str]:
    """The bodies as they are decoded, with the line ends of the files that they were made from."""
    found = [cast("EmailMessage", part) for part in opened(data).iter_parts()]
    assert [part.get_content_type() for part in found] == ["text/plain", "text/html"]
    return [cast("bytes", part.get_payload(decode=True)).decode() for part in found]


def test_a_letter_has_the_readers_own_words_and_links() -> None:
    text, html = parts(letters().to(ADA).data)
    link = opened(letters().to(ADA).data)["List-Unsubscribe"].split(">")[0].lstrip("<")
    assert text == f"Dear Ada,\r\n\r\nUnsubscribe: {link}\r\n"
    assert html == f'<!doctype html><p>Dear Ada,</p><a href="{link}">Leave</a>'


def test_the_headers_are_those_of_a_correct_sender() -> None:
    made = letters().to(ADA)
    message = opened(made.data)
    assert not message.defects
    assert (made.sender, made.recipient) == ("letter@harbour.example", "ada@readers.example")
    assert message["From"] == "The Harbour Letter <letter@harbour.example>"
    assert message["Reply-To"] == "desk@harbour.example"
    assert message["To"] == "Ada Meyer <ada@readers.example>"
    assert message["Subject"] == "Ferries carry 1,240"
    assert message["Date"].datetime == GIVEN.when
    assert message["List-Id"] == "The Harbour Letter <readers.harbour.example>"
    assert message["Feedback-ID"] == "2025-03-07:readers:newsletter:harbour-example"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["Precedence"] == "bulk"
    assert message["MIME-Version"] == "1.0"
    assert len(message.keys()) == len(set(message.keys()))


def test_a_link_unsubscribes_this_reader_from_this_list() -> None:
    message = opened(letters().to(ADA).data)
    web, mail = message["List-Unsubscribe"].split(", ")
    leaving = ("ada@readers.example", "readers", "2025-03-07")
    assert web.startswith("<https://harbour.example/leave?t=")
    assert read(web.rpartition("=")[2].rstrip(">"), SECRET) == leaving
    assert mail.startswith("<mailto:leave@harbour.example?subject=unsubscribe%20")
    assert read(mail.rpartition("%20")[2].rstrip(">"), SECRET) == leaving


def test_one_click_is_offered_only_where_a_secure_link_does_it() -> None:
    for ways in (
        Unsubscribe(mailto="leave@harbour.example"),
        Unsubscribe("http://localhost:8000/leave"),
    ):
        message = opened(letters(house={"unsubscribe": ways}).to(ADA).data)
        assert message["List-Unsubscribe"]
        assert message["List-Unsubscribe-Post"] is None


def test_without_a_way_out_no_dead_link_is_left() -> None:
    made = letters(house={"unsubscribe": Unsubscribe()}).to(ADA).data
    assert opened(made)["List-Unsubscribe"] is None
    assert parts(made) == ["Dear Ada,\r\n\r\n", "<!doctype html><p>Dear Ada,</p>"]


def test_links_without_a_secret_are_refused() -> None:
    with pytest.raises(Usage, match=r"unsubscribe\.url"):
        Letters(GIVEN, Settings(**HOUSE))
    house = {**HOUSE, "unsubscribe": Unsubscribe(mailto="leave@harbour.example")}
    message = opened(Letters(GIVEN, Settings(**house)).to(ADA).data)
    assert message["List-Unsubscribe"] == "<mailto:leave@harbour.example?subject=unsubscribe>"


def test_the_page_of_the_brief_is_linked_or_the_link_goes() -> None:
    shown: dict[str, Any] = {
        "text": "View in browser: %%VIEW_IN_BROWSER_URL%%\n\nSo.\n",
        "html": "<p>So.</p>",
    }
    text, _ = parts(letters(house={"base_url": "https://harbour.example/a"}, **shown).to(ADA).data)
    assert text == "View in browser: https://harbour.example/a/2025-03-07/\r\n\r\nSo.\r\n"
    assert parts(letters(**shown).to(ADA).data)[0] == "\r\nSo.\r\n"


def test_bounces_go_where_nutgraf_yaml_says() -> None:
    house = {"delivery": Delivery(envelope_from="bounces@harbour.example")}
    assert letters(house=house).to(ADA).sender == "bounces@harbour.example"


def test_equal_inputs_are_equal_bytes_and_each_reader_has_one_message_id() -> None:
    assert letters().to(ADA) == letters().to(ADA)
    ids = {
        opened(made.data)["Message-ID"]
        for made in (
            letters().to(ADA),
            letters().to(Reader("bo@readers.example")),
            letters(key="2025-03-14").to(ADA),
            letters(text="Other.").to(ADA),
            letters(test=True).to(ADA),
        )
    }
    assert len(ids) == 5
    assert all(one.endswith("@harbour.example>") for one in ids)
    spelled = letters().to(Reader("ADA@readers.example", "A."))
    assert opened(spelled.data)["Message-ID"] == opened(letters().to(ADA).data)["Message-ID"]


def test_a_test_is_marked_as_one() -> None:
    message = opened(letters(test=True).to(ADA).data)
    assert message["Subject"] == "[Test] Ferries carry 1,240"


def test_a_reader_without_words_has_the_default_and_nobodys_words_are_markup() -> None:
    assert parts(letters().to(Reader("a@b.example")).data)[0].startswith("Dear reader,")
    blank = Reader("a@b.example", fields={"first_name": " \n "})
    assert parts(letters().to(blank).data)[0].startswith("Dear reader,")
    odd = Reader("a@b.example", fields={"first_name": '<b>"O\'Neil" &\nSons %%UNSUBSCRIBE_URL%%'})
    text, html = parts(letters().to(odd).data)
    assert text.startswith('Dear <b>"O\'Neil" & Sons %%UNSUBSCRIBE_URL%%,\r\n')
    said = "Dear &lt;b&gt;&quot;O&#x27;Neil&quot; &amp; Sons %%UNSUBSCRIBE_URL%%,"
    assert said in html


def test_a_merge_field_that_is_not_declared_is_refused_before_anything_is_sent() -> None:
    with pytest.raises(Usage, match="last_name"):
        letters(text="Dear %%READER_LAST_NAME%%")


CONTROLS = ["\r\n", "\n", "\r", "\0", "\x1b", "\x7f", "\x85", "\u2028"]


@pytest.mark.parametrize("control", CONTROLS)
@pytest.mark.parametrize("where", ["name", "address", "address_end"])
def test_nothing_of_a_reader_begins_a_header_of_its_own(where: str, control: str) -> None:
    more = f"{control}Bcc: all@readers.example"
    readers = {
        "name": Reader("ada@readers.example", f"Ada{more}"),
        "address": Reader(f"ada{more}"),
        "address_end": Reader(f"ada@readers.example{control}"),
    }
    with pytest.raises(ValueError, match=r"line break|control character|NUL"):
        letters().to(readers[where])


@pytest.mark.parametrize("control", CONTROLS)
@pytest.mark.parametrize(
    "changed",
    [
        lambda more: {"subject": f"Ferries{more}"},
        lambda more: {"house": {"name": f"Harbour{more}"}},
        lambda more: {"house": {"sender": Sender(f"Harbour{more}", "a@b.example")}},
        lambda more: {"house": {"sender": Sender("Harbour", f"a@b.example{more}")}},
        lambda more: {"house": {"sender": Sender("Harbour", "a@b.example", f"a@b.example{more}")}},
        lambda more: {"house": {"delivery": Delivery(envelope_from=f"a@b.example{more}")}},
        lambda more: {"house": {"unsubscribe": Unsubscribe(f"https://a.example/{more}")}},
        lambda more: {"house": {"unsubscribe": Unsubscribe(mailto=f"a@b.example{more}")}},
        lambda more: {"key": f"2025{more}"},
        lambda more: {"list_name": f"readers{more}"},
    ],
)
def test_nothing_of_the_house_begins_a_header_of_its_own(changed: Any, control: str) -> None:
    """It is refused, or it stands where it can do no harm: encoded, or as letters and digits."""
    try:
        made = letters(**changed(f"{control}Bcc: all@readers.example")).to(ADA)
    except (Usage, ValueError):
        return
    message = opened(made.data)
    assert message["Bcc"] is None
    heads = made.data.partition(b"\r\n\r\n")[0].replace(b"\r\n", b"")
    assert not any(byte < 32 or byte == 127 for byte in heads)
    assert made.sender.isprintable()


@pytest.mark.parametrize(
    "address", ["", "ada", "@b.example", "a b@c.example", "a@b.example>", "a,b@c"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="no address"):
        letters().to(Reader(address))


@given(PRINTED, PRINTED, PRINTED)
def test_any_name_and_subject_are_read_back(name: str, house: str, subject: str) -> None:
    made = letters(subject=subject, house={"sender": Sender(f"The {house}", "a@b.example")}).to(
        Reader("ada@readers.example", name)
    )
    assert made.data.isascii()
    message = opened(made.data)
    assert message["To"].addresses[0].addr_spec == "ada@readers.example"
    assert _named(made.data, "To").split() == name.split()
    assert _named(made.data, "From").split() == f"The {house}".split()
    assert message["Subject"].split() == subject.split()


def _named(data: bytes, header: str) -> str:
    """By the older parser: the newer one puts a space between two encoded words of a name."""
    name, _ = parseaddr(message_from_bytes(data)[header])
    return str(make_header(decode_header(name)))


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r")), PRINTED)
def test_any_text_is_read_back_exactly(body: str, name: str) -> None:
    marked = f"{body}%%READER_FIRST_NAME%%{body}"
    reader = Reader("a@b.example", fields={"first_name": name})
    data = letters(text=marked, html=marked).to(reader).data
    shown = " ".join(name.split()) or "reader"
    assert parts(data)[0].replace("\r\n", "\n") == f"{body}{shown}{body}"
    lines = data.split(b"\r\n")
    assert max(len(line) for line in lines) <= 998
    at = next(number for number, line in enumerate(lines) if line.startswith(b"--="))
    for line in lines[at:]:
        assert len(line) <= 76
        assert not line.endswith((b" ", b"\t"))
        assert not line.startswith((b".", b"From "))
        assert b"\n" not in line
        assert b"\r" not in line


def test_an_address_beyond_ascii_is_mailed_as_it_is() -> None:
    made = letters().to(Reader("łukasz@readers.example", "Łukasz"))
    assert made.recipient == "łukasz@readers.example"
    assert "<łukasz@readers.example>".encode() in made.data


def test_the_senders_domain_is_mailed_in_ascii() -> None:
    house = {"sender": Sender("Häfen", "brief@häfen.example"), "name": "Häfen"}
    made = letters(house=house).to(ADA)
    assert made.sender == "brief@xn--hfen-loa.example"
    assert made.data.isascii()
    assert opened(made.data)["List-Id"].startswith("Häfen <readers.xn--hfen-loa.example>")


def test_what_makes_a_header_too_long_is_refused_before_anything_is_sent() -> None:
    with pytest.raises(Usage, match="List-Unsubscribe"):
        letters(house={"unsubscribe": Unsubscribe("https://harbour.example/" + "a" * 900)})


def test_a_letter_takes_little_time() -> None:
    """A guard against the work of all being done for each; the benchmark measures it well."""
    many = letters(html=GIVEN.html + "<p>The ferries sailed.</p>\n" * 2_000)
    readers = [Reader(f"reader{n}@readers.example", f"Reader {n}") for n in range(500)]
    begun = time.process_time()
    for reader in readers:
        many.to(reader)
    assert (time.process_time() - begun) / len(readers) < 0.001
