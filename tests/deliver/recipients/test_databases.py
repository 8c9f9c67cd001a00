"""Readers from real databases: what a query gives, and what is told where it gives none."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from nutgraf.deliver.readers import Reader
from nutgraf.deliver.recipients import Roll, open_list
from nutgraf.errors import NutgrafError, TryLater, Usage
from nutgraf.workspace.delivery_settings import ListSource
from tests.deliver.recipients.lists import addresses, settings, told
from tests.servers import LOOPBACK, free_port

MEMBERS = """
create table members (email text, name text, town text, points integer, state text, tags text);
insert into members values
  ('ann@x.example', 'Ann', 'Hull', 7, null, 'gold'),
  ('bo@x.example', 'Bo', null, 0, 'unsubscribed', 'gold'),
  ('ANN@x.example', 'Annie', null, 0, 'active', ''),
  ('cy@x.example', null, null, null, 'active', 'silver; gold');
"""
QUERY = "select email, name, town, points, state as status, tags from members order by name"

Open = Callable[[str], Roll]


def _list(root: Path, where: str, query: str) -> Roll:
    source = ListSource(database=where, query=query, tags=["gold"])
    return open_list(root, settings(["town", "points"], members=source), "members")


@pytest.fixture
def sqlite_list(tmp_path: Path) -> Open:
    with closing(sqlite3.connect(tmp_path / "members.sqlite")) as connection:
        connection.executescript(MEMBERS)
    return lambda query: _list(tmp_path, "members.sqlite", query)


@pytest.fixture
def postgresql_list(tmp_path: Path, postgresql: str) -> Open:
    with psycopg.connect(postgresql) as connection:
        connection.execute(MEMBERS)
    return lambda query: _list(tmp_path, postgresql, query)


@pytest.fixture(params=["sqlite", "postgresql"])
def members(request: pytest.FixtureRequest) -> Open:
    """The same table in each kind of database."""
    opening: Open = request.getfixturevalue(f"{request.param}_list")
    return opening


def _raised(listed: Roll, kind: type[NutgrafError] = Usage) -> str:
    with pytest.raises(kind) as caught:
        listed.examine()
    return str(caught.value)


def test_rows_are_readers(members: Open) -> None:
    listed = members(QUERY)
    assert sorted(listed.readers(), key=lambda reader: reader.address) == [
        Reader("ann@x.example", "Ann", {"town": "Hull", "points": "7"}),
        Reader("cy@x.example"),
    ]
    assert listed.examine().statuses == {"unsubscribed": 1}


def test_a_broken_row_is_told_by_its_number(members: Open) -> None:
    listed = members("select 'ann@x.example' as address union all select 'bo' order by 1")
    assert [message.partition(": ")[2] for message in told(listed.examine().faults)] == [
        "row 2 of the query: “bo” cannot be mailed: an email address must have an @-sign"
    ]


def test_the_databases_own_words_are_told(members: Open) -> None:
    assert "member" in _raised(members("select email from member"))
    assert "syntax error" in _raised(members("selekt email"))


def test_a_query_without_addresses_is_told_with_its_columns(members: Open) -> None:
    told = _raised(members("select name, town from members"))
    assert "no column is called address (or email); there are: name, town" in told


@pytest.mark.parametrize(
    "query",
    [
        "delete from members",
        "drop table members",
        "insert into members (email) values ('eve@x.example') returning email as address",
        "select email from members; delete from members",
        "commit",
        "",
    ],
)
def test_nothing_but_a_select_is_asked(members: Open, query: str) -> None:
    if query:
        _raised(members(query))
    else:
        with pytest.raises(Usage):
            members(query)
    assert len(addresses(members(QUERY))) == 2


def test_rows_are_fetched_as_they_are_read(members: Open) -> None:
    counting = "with recursive n(i) as (select 1 union all select i + 1 from n where i < {})"
    listed = members(
        f"{counting.format(3000)} select 'r' || i || '@x.example' as address, 'gold' as tags from n"
    )
    assert listed.examine().readers == 3000
    endless = members(f"{counting.format(2_000_000_000)} select 'r' || i as address from n")
    assert next(iter(endless.entries())), "the first row is there before the last one"


def test_a_list_of_tags_is_one_in_postgresql(postgresql_list: Open) -> None:
    listed = postgresql_list(
        "select 'ann@x.example' as address, array['Gold', 'early bird'] as tags, true as town, "
        "array['members'] as lists, 1.50::numeric as points"
    )
    assert list(listed.readers()) == [
        Reader("ann@x.example", "", {"town": "true", "points": "1.50"})
    ]


def test_an_error_in_the_middle_of_the_rows_is_told(postgresql_list: Open) -> None:
    query = (
        "select 'r' || 10 / (3000 - i) || '@x.example' as address from generate_series(1, 4000) i"
    )
    assert "division by zero" in _raised(postgresql_list(query))


def test_a_connection_that_is_lost_while_rows_are_read_is_tried_later(
    postgresql_list: Open,
) -> None:
    listed = postgresql_list(
        "select 'r' || i || '@x.example' as address, "
        "case when i = 3500 then pg_terminate_backend(pg_backend_pid()) end as gone "
        "from generate_series(1, 4000) as i"
    )
    assert "broke off while the list members was read" in _raised(listed, TryLater)


def test_a_server_that_is_not_there_is_tried_later_and_shows_no_password(tmp_path: Path) -> None:
    where = f"postgresql://desk:sesame@{LOOPBACK}:{free_port()}/members"
    told = _raised(_list(tmp_path, where, QUERY), TryLater)
    assert f"postgresql://{LOOPBACK}:" in told
    assert "sesame" not in told


def test_a_server_that_does_not_let_us_in_is_not_tried_again(
    tmp_path: Path, postgresql: str
) -> None:
    told = _raised(_list(tmp_path, f"{postgresql}_not_there", QUERY))
    assert "does not exist" in told
    assert "does not let us in" in told


def test_a_sqlite_file_is_found_however_it_is_named(tmp_path: Path, sqlite_list: Open) -> None:
    assert len(addresses(sqlite_list(QUERY))) == 2
    for where in ("sqlite:///members.sqlite", f"sqlite:///{tmp_path / 'members.sqlite'}"):
        assert len(addresses(_list(tmp_path, where, QUERY))) == 2


def test_a_sqlite_file_that_is_none_is_told(tmp_path: Path) -> None:
    assert "not there" in _raised(_list(tmp_path, "members.sqlite", QUERY))
    (tmp_path / "members.sqlite").write_text("address\nann@x.example\n" * 100)
    assert "not a database" in _raised(_list(tmp_path, "members.sqlite", QUERY))


def test_a_sqlite_file_that_is_held_is_tried_later(
    tmp_path: Path, sqlite_list: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nutgraf.deliver.recipients.sqlite._PATIENCE", 0.05)
    with closing(sqlite3.connect(tmp_path / "members.sqlite")) as holder:
        holder.execute("begin exclusive")
        assert "held by another program" in _raised(sqlite_list(QUERY), TryLater)


def test_bytes_are_read_as_the_text_that_they_are(sqlite_list: Open) -> None:
    listed = sqlite_list("select cast('ann@x.example' as blob) as address, 'gold' as tags")
    assert addresses(listed) == ["ann@x.example"]


def test_a_query_that_asks_for_nothing_is_told(sqlite_list: Open) -> None:
    assert "asks for nothing" in _raised(sqlite_list("-- select later"))


def test_text_that_is_not_utf_8_is_a_fault_of_its_row(tmp_path: Path, sqlite_list: Open) -> None:
    listed = sqlite_list("select 'ann@x.example' as address, cast(x'4aff' as text) as name")
    [fault] = listed.examine().faults
    assert "row 1 of the query: the byte 0xff in the name is not UTF-8" in fault.message
