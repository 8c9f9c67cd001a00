"""The doctor's message goes through a real relay, and is read back as it arrives."""

from __future__ import annotations

import mailbox
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nutgraf.app.diagnosis import Diagnosis
from nutgraf.app.doctor_loop import send_around
from nutgraf.workspace.loading import open_workspace
from tests.app.test_doctor_domain import DKIM, OWN, ZONE, delivery
from tests.cli.running import refused, run
from tests.deliver.sending_domain.test_dkim_key import HERE, NAME, PRIVATE
from tests.servers import Relay, free_port, relay
from tests.servers.names import name_server
from tests.workspaces import write_files

NOW = datetime(2025, 3, 7, 17, 0, tzinfo=UTC)
WAY = (
    "unsubscribe: {url: 'https://letters.harbour-letter.internal/u', secret: {file: way-out.key}}\n"
)
KEYS = {"dkim.pem": PRIVATE, "way-out.key": "a secret of thirty-two characters"}
ME = "me@town.example"


def told(root: Path, settings: str, maildir: Path | None = None) -> list[Diagnosis]:
    write_files(root, {"nutgraf.yaml": OWN + settings, **KEYS})
    with name_server(ZONE) as names:
        around = send_around(
            open_workspace(root), ME, now=NOW, lookups=names.lookups(), maildir=maildir, wait=0.3
        )
        return list(around)


@contextmanager
def delivering(server: Relay, box: Path) -> Iterator[None]:
    """Puts what the relay takes into a Maildir, with the notes of a receiver."""
    mailbox.Maildir(box)
    ended = threading.Event()
    notes = b"Authentication-Results: mx.town.example; dkim=pass header.d=x; dmarc=pass\r\n"

    def deliver() -> None:
        while not ended.wait(0.01):
            for letter in server.letters:
                assert isinstance(letter.content, bytes)
                (box / "new" / "1.host").write_bytes(notes + letter.content)

    thread = threading.Thread(target=deliver)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def test_what_arrives_is_read_back(tmp_path: Path) -> None:
    box = tmp_path / "box"
    with relay() as server, delivering(server, box):
        found = told(tmp_path, DKIM + WAY + delivery(server.port), box)
    assert server.recipients() == [ME]
    assert [(each.state, each.message.partition(" took")[0]) for each in found] == [
        ("ok", f"localhost:{server.port}"),
        ("ok", "mx.town.example says dkim=pass"),
        ("ok", "mx.town.example says dmarc=pass"),
        ("ok", f"the signature by {NAME} verifies"),
        ("ok", "the signature covers list-unsubscribe, list-unsubscribe-post"),
    ]


def test_the_message_is_marked_as_a_try_and_holds_a_way_out(tmp_path: Path) -> None:
    with relay() as server:
        found = told(tmp_path, WAY + delivery(server.port))
    content = server.letters[0].content
    assert isinstance(content, bytes)
    assert b"Subject: [Test] The Harbour Letter" in content
    assert b"List-Unsubscribe: <https://letters.harbour-letter.internal/u?t=" in content
    assert [each.state for each in found] == ["ok", "not checked"]


def test_what_does_not_arrive_is_a_warning(tmp_path: Path) -> None:
    mailbox.Maildir(tmp_path / "box")
    with relay() as server:
        found = told(tmp_path, delivery(server.port), tmp_path / "box")
    assert found[-1].state == "warning"
    assert "did not arrive" in found[-1].message


def test_what_the_relay_refuses_is_an_error(tmp_path: Path) -> None:
    with relay(replies={ME: "550 5.7.1 not from you"}) as server:
        (found,) = told(tmp_path, delivery(server.port))
    assert found.state == "error"
    assert "550 5.7.1 not from you" in found.message


@pytest.mark.parametrize(
    "settings",
    ["", delivery(free_port()), WAY.replace("way-out", "gone")],
    ids=["no relay", "a relay that is down", "no secret"],
)
def test_what_keeps_it_from_being_sent_is_an_error(tmp_path: Path, settings: str) -> None:
    (found,) = told(tmp_path, settings)
    assert found.state == "error"


def test_an_address_that_cannot_be_mailed_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.app.test_doctor_loop.ME", "me@town.example\r\nBcc: all@town.example")
    (found,) = told(tmp_path, delivery(9))
    assert (found.state, "cannot be mailed" in found.message) == ("error", True)


def test_the_command_prints_it_and_ends_with_2_where_something_is_wrong(tmp_path: Path) -> None:
    with relay() as server:
        root = write_files(
            tmp_path, {"nutgraf.yaml": OWN.replace(HERE, "a.example") + delivery(server.port)}
        )
        ran = run(root, "doctor", "--send-to", ME)
        assert ran.status == 0, ran.out
        assert f"ok          message    localhost:{server.port} took a message to {ME}" in ran.out
        assert "ok          relay      localhost" in ran.out
        server.replies[ME] = "550 5.1.1 gone"
        assert run(root, "doctor", "--send-to", ME).status == 2
    offline = run(root, "doctor", "--offline")
    assert offline.status == 0
    assert "not checked domain     the sending domain and the relay (offline)" in offline.out
    refused(run(root, "doctor", "--read", "box"), "--send-to")
    refused(run(root, "doctor", "--offline", "--send-to", ME), "--offline")
