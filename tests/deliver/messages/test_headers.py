from __future__ import annotations

import base64
import re
from email import message_from_bytes
from email.header import decode_header, make_header
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.deliver.messages.headers import field, mailbox, phrase_and_id, unstructured

LINE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=400)
ASCII = st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=1500)


def value_of(made: bytes) -> str:
    """As the standard library reads it."""
    return str(message_from_bytes(made + b"\r\n", policy=default).values()[0])


def test_a_short_ascii_subject_stands_as_it_is() -> None:
    assert unstructured("Subject", "Ferries carry 1,240") == b"Subject: Ferries carry 1,240\r\n"


def test_a_long_one_is_folded_between_words_and_nothing_is_lost() -> None:
    subject = "Ferries  carry, and " * 12 + "end"
    made = unstructured("Subject", subject)
    assert made.count(b"\r\n ") >= 2
    assert max(map(len, made.split(b"\r\n"))) <= 78
    assert made.replace(b"\r\n", b"").decode() == f"Subject: {subject}"


@given(ASCII)
def test_any_ascii_is_read_back_exactly(subject: str) -> None:
    made = unstructured("Subject", subject)
    assert max(map(len, made.split(b"\r\n"))) <= 998
    assert value_of(made) == subject or not subject.strip()


@given(LINE)
def test_encoded_words_keep_to_their_lengths_and_hold_whole_characters(subject: str) -> None:
    made = unstructured("Subject", f"é{subject}")
    assert value_of(made) == f"é{subject}"
    for line in made.removeprefix(b"Subject: ").splitlines():
        word = line.strip()
        assert len(word) <= 75
        assert len(line) <= 76
        _, charset, data = re.split(rb"=\?|\?b\?", word.removesuffix(b"?="))
        assert charset == b"utf-8"
        base64.b64decode(data).decode()


@pytest.mark.parametrize("subject", ["=?utf-8?q?Free?=", " edge", "edge ", "x" * 1200])
def test_what_would_not_come_out_the_same_is_encoded(subject: str) -> None:
    made = unstructured("Subject", subject)
    assert made.startswith(b"Subject: =?utf-8?b?")
    assert str(make_header(decode_header(made.removeprefix(b"Subject: ").decode()))) == subject


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ada Meyer", b"To: Ada Meyer <ada@a.example>\r\n"),
        ("", b"To: ada@a.example\r\n"),
        ("Meyer, Ada", b'To: "Meyer, Ada" <ada@a.example>\r\n'),
        (r'A "B" \C', rb'To: "A \"B\" \\C" <ada@a.example>' + b"\r\n"),
        ("Dr. Ada", b'To: "Dr. Ada" <ada@a.example>\r\n'),
        ("bo@b.example", b'To: "bo@b.example" <ada@a.example>\r\n'),
        ("Łukasz", b"To: =?utf-8?b?xYF1a2Fzeg==?= <ada@a.example>\r\n"),
    ],
)
def test_a_name_stands_before_its_address(name: str, shown: bytes) -> None:
    assert mailbox("To", name, "ada@a.example") == shown


def test_a_long_name_and_a_long_address_stand_on_two_lines() -> None:
    made = mailbox("To", "Ada " * 15, f"{'a' * 40}@a.example")
    assert made == f"To: {('Ada ' * 15).strip()}\r\n <{'a' * 40}@a.example>\r\n".encode()


@pytest.mark.parametrize(
    "address", ["a@b@c.example", "<a@b.example>", "a b@c.example", "a@b.example, c@d.example", "a@"]
)
def test_what_is_no_single_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="no address that can be mailed"):
        mailbox("To", "", address)


@pytest.mark.parametrize("value", ["a\r\nBcc: b", "a\nb", "a\rb", "a\r\n\tb", "a\r\n b\n"])
def test_a_field_ends_where_it_should(value: str) -> None:
    with pytest.raises(ValueError, match="line break"):
        field("X", value)


def test_a_line_that_no_server_takes_is_refused() -> None:
    assert field("X", "a" * 995)
    with pytest.raises(ValueError, match="longer than a mail server takes"):
        field("X", "a" * 996)


def test_the_name_of_a_list_stands_before_its_id() -> None:
    assert phrase_and_id("List-Id", "Häfen", "a.b.example").endswith(b"?= <a.b.example>\r\n")
