"""The servers that tests talk to are real, and see what they should."""

from __future__ import annotations

import http.client
import smtplib
import ssl
from pathlib import Path

import psycopg
import pytest

from tests.servers import Authority, relay, smtp_sink
from tests.servers.webs import Reply, web

MESSAGE = "Subject: x\r\n\r\n..two dots\r\nFrom here\r\n"


def test_a_sink_records_what_it_took() -> None:
    with smtp_sink(record=True) as sink, smtplib.SMTP(sink.host, sink.port) as client:
        client.sendmail("us@desk.example", ["a@x.example"], MESSAGE)
        client.sendmail("us@desk.example", ["b@x.example"], MESSAGE)
        taken = sink.messages()
    assert [message.recipients for message in taken] == [("a@x.example",), ("b@x.example",)]
    assert taken[0].sender == "us@desk.example"
    assert taken[0].data == MESSAGE.replace("\r\n", "\n").encode()


def test_a_sink_refuses_as_its_switches_say() -> None:
    with (
        smtp_sink("-f", "RCPT") as sink,
        smtplib.SMTP(sink.host, sink.port) as client,
        pytest.raises(smtplib.SMTPRecipientsRefused),
    ):
        client.sendmail("us@desk.example", ["a@x.example"], MESSAGE)


def test_a_relay_takes_mail_from_those_who_log_in(tmp_path: Path) -> None:
    authority = Authority()
    trusting = ssl.create_default_context(cafile=authority.write(tmp_path))
    with (
        relay(
            security="starttls", certificate=authority.server(), login=("desk", "sesame")
        ) as server,
        smtplib.SMTP(server.host, server.port) as client,
    ):
        client.starttls(context=trusting)
        with pytest.raises(smtplib.SMTPSenderRefused):
            client.sendmail("us@desk.example", ["a@x.example"], MESSAGE)
        client.login("desk", "sesame")
        client.sendmail("us@desk.example", ["a@x.example"], MESSAGE)
    assert server.recipients() == ["a@x.example"]
    assert server.logins == [("desk", "sesame")]
    assert server.connections == 1


def test_a_relay_answers_some_otherwise(tmp_path: Path) -> None:
    authority = Authority()
    trusting = ssl.create_default_context(cafile=authority.write(tmp_path))
    replies = {"b@x.example": "550 5.1.1 No such user"}
    with (
        relay(security="tls", certificate=authority.server(), replies=replies) as server,
        smtplib.SMTP_SSL(server.host, server.port, context=trusting) as client,
    ):
        refused = client.sendmail("us@desk.example", ["a@x.example", "b@x.example"], MESSAGE)
    assert refused == {"b@x.example": (550, b"5.1.1 No such user")}
    assert server.recipients() == ["a@x.example"]


def test_a_web_server_says_what_it_was_asked() -> None:
    with web({"/a": Reply(200, b"text", {"x-one": "1"})}) as server:
        for path, status in (("/a", 200), ("/a", 200), ("/b", 404)):
            connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
            connection.request("GET", path, headers={"User-Agent": "us"})
            answer = connection.getresponse()
            assert answer.status == status
            assert answer.read() == (b"text" if status == 200 else b"")
            connection.close()
    assert [(asked.path, asked.number) for asked in server.asked] == [
        ("/a", 1),
        ("/a", 2),
        ("/b", 1),
    ]
    assert {asked.headers["user-agent"] for asked in server.asked} == {"us"}


def test_a_database_is_new(postgresql: str) -> None:
    with psycopg.connect(postgresql) as connection:
        tables = "select count(*) from pg_tables where schemaname = 'public'"
        assert connection.execute(tables).fetchone() == (0,)
