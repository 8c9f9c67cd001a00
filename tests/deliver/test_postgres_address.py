"""The address of a database is shown without what nobody else should know."""

from __future__ import annotations

import sys

import psycopg
import pytest

from nutgraf.deliver.postgres_address import postgres_address
from nutgraf.errors import TryLater, Usage
from tests.servers import LOOPBACK, free_port


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("postgresql://desk:sesame@db.example/members", "postgresql://db.example/members"),
        ("postgresql://db.example:5433/members", "postgresql://db.example:5433/members"),
        ("postgresql:///members", "postgresql://localhost/members"),
        ("postgresql://a.example:1,b.example:2/m", "postgresql://a.example,b.example/m"),
        ("postgresql:///?service=letter&password=sesame", "service letter"),
    ],
)
def test_an_address_is_shown_without_user_and_password(address: str, shown: str) -> None:
    read = postgres_address(address, {})
    assert read.shown == shown
    assert "sesame" not in repr(read)


def test_what_the_address_says_holds_before_what_is_usual() -> None:
    usual = {"connect_timeout": "10"}
    told = postgres_address("postgresql://h/m?connect_timeout=3", usual)
    assert "connect_timeout=3" in told.conninfo()
    assert "connect_timeout=10" in postgres_address("postgresql://h/m", usual).conninfo()


@pytest.mark.parametrize(
    "address", ["postgresql://desk:sesame@h:x/m", "postgresql://d:sesame@h/%z"]
)
def test_an_address_that_cannot_be_read_is_told_without_it(address: str) -> None:
    with pytest.raises(Usage, match="cannot be read") as caught:
        postgres_address(address, {})
    assert "sesame" not in str(caught.value)


def test_the_servers_words_are_told_on_one_line_and_without_the_password() -> None:
    read = postgres_address(f"postgresql://desk:sesame@{LOOPBACK}:{free_port()}/m", {})
    error = psycopg.OperationalError("password\n  sesame is wrong")
    assert read.clean(error) == "password … is wrong"
    assert isinstance(read.not_opened(error), TryLater), "nobody answers there"


def test_the_package_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(Usage, match=r"nutgraf\[postgresql\]"):
        postgres_address("postgresql://h/m", {})
