from __future__ import annotations

import pytest

from nutgraf.deliver.messages.unsubscribe_links import read
from nutgraf.deliver.messages.way_out import WayOut
from nutgraf.errors import Usage
from nutgraf.workspace.delivery_settings import Unsubscribe

SECRET = "s" * 32


def way_out(
    url: str | None = None, mailto: str | None = None, secret: str | None = SECRET
) -> WayOut:
    return WayOut(Unsubscribe(url, mailto), secret, "readers", "2026-02-13")


def test_nothing_named_is_no_way_out() -> None:
    assert not way_out()
    assert way_out().fields("a@b.example") == b""


def test_no_address_is_folded_or_encoded_however_long() -> None:
    made = way_out("https://harbour.example/" + "a" * 300, "leave@harbour.example")
    lines = made.fields(f"{'ö' * 60}@b.example").split(b"\r\n")
    assert [line[:19] for line in lines[:2]] == [b"List-Unsubscribe: <", b" <mailto:leave@harb"]
    assert lines[0].endswith(b">,")
    assert lines[1].endswith(b">")
    assert lines[2] == b"List-Unsubscribe-Post: List-Unsubscribe=One-Click"


def test_the_link_in_the_body_is_the_web_page_or_else_the_mail_address() -> None:
    both = way_out("https://harbour.example/leave", "leave@harbour.example")
    assert both.link("a@b.example").startswith("https://harbour.example/leave?t=")
    mail = way_out(mailto="leave@harbour.example").link("a@b.example")
    assert mail.startswith("mailto:leave@harbour.example?subject=unsubscribe%20")


def test_each_reader_has_a_link_of_their_own() -> None:
    ways = way_out("https://harbour.example/leave")
    for address in ("a@b.example", "c@d.example", "a@b.example"):
        found = read(ways.link(address).partition("=")[2], SECRET)
        assert found == (address, "readers", "2026-02-13")


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://häfen.example/leave", "https://xn--hfen-loa.example/leave?t="),
        ("https://a.example/ä,<b>", "https://a.example/%C3%A4%2C%3Cb%3E?t="),
        ("https://a.example:8443/?page=leave#top", "https://a.example:8443/?page=leave&t="),
    ],
)
def test_an_address_of_the_web_is_written_as_a_header_takes_it(url: str, shown: str) -> None:
    assert way_out(url).link("a@b.example").startswith(shown)


def test_an_address_without_a_secret_is_refused() -> None:
    with pytest.raises(Usage, match="no secret"):
        way_out("https://harbour.example/leave", secret=None)
