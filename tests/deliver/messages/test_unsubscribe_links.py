from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.deliver.messages.unsubscribe_links import (
    Leaving,
    link,
    mailto,
    read,
    read_subject,
    signing_secret,
    token,
)
from nutgraf.errors import Usage
from nutgraf.workspace.delivery_settings import Secret, Unsubscribe

SECRET = "s" * 32
GIVEN = Leaving("ada@readers.example", "readers", "2026-02-13")
SIGNED = token(SECRET, *GIVEN)

words = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=80)


@given(words, words, words)
def test_what_was_signed_is_read_back(address: str, list_name: str, brief: str) -> None:
    signed = token(SECRET, address, list_name, brief)
    assert read(signed, SECRET) == (address, list_name, brief)
    assert read_subject(f"Re: unsubscribe {signed}\r\n", SECRET) == (address, list_name, brief)


@given(st.integers(0, len(SIGNED) - 1), st.characters(codec="utf-8"))
def test_no_changed_token_is_read(at: int, character: str) -> None:
    changed = SIGNED[:at] + character + SIGNED[at + 1 :]
    assert changed == SIGNED or read(changed, SECRET) is None


@given(st.text(max_size=200))
def test_no_other_text_is_a_token(text: str) -> None:
    assert read(text, SECRET) is None
    assert read_subject(text, SECRET) is None


def test_another_secret_does_not_read_it() -> None:
    assert read(SIGNED, "t" * 32) is None


@pytest.mark.parametrize("more", ["A" * 5000, "\n", " ", "="])
def test_nothing_may_stand_around_a_token(more: str) -> None:
    assert read(SIGNED + more, SECRET) is None
    assert read(more + SIGNED, SECRET) is None


def test_values_cannot_run_into_each_other() -> None:
    with pytest.raises(ValueError, match="NUL"):
        token(SECRET, "ada@readers.example\0staff", "readers")
    assert token(SECRET, "ab", "c") != token(SECRET, "a", "bc")


@pytest.mark.parametrize(
    "url",
    ["https://news.example/u", "https://news.example/?page=leave", "https://news.example/u#top"],
)
def test_a_web_address_gives_the_token_back(url: str) -> None:
    made = link(url, SIGNED)
    assert parse_qs(urlsplit(made).query)["t"] == [SIGNED]
    assert urlsplit(made).path == urlsplit(url).path
    assert made.isascii()


def test_a_link_in_plain_text_ends_with_a_letter_or_digit() -> None:
    assert all(token(SECRET, f"{n}@a.example", "l")[-1].isalnum() for n in range(300))


def test_a_mail_made_of_the_mailto_link_unsubscribes() -> None:
    parts = urlsplit(mailto("leave+us%a@news.example", SIGNED))
    message = EmailMessage()
    message["To"] = unquote(parts.path)
    message["Subject"] = parse_qs(parts.query)["subject"][0]
    assert message["To"] == "leave+us%a@news.example"
    assert read_subject(message["Subject"], SECRET) == GIVEN


def test_the_secret_is_read_where_nutgraf_yaml_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert signing_secret(Unsubscribe(), tmp_path) is None
    monkeypatch.setenv("LINKS", SECRET)
    assert signing_secret(Unsubscribe(secret=Secret(env="LINKS")), tmp_path) == SECRET


def test_a_secret_that_could_be_guessed_is_refused_and_not_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LINKS", "hunter2")
    with pytest.raises(Usage, match="7 characters") as caught:
        signing_secret(Unsubscribe(secret=Secret(env="LINKS")), tmp_path)
    assert "hunter2" not in str(caught.value)
