from __future__ import annotations

import ssl
from pathlib import Path

import pytest

from nutgraf.deliver.transports.opening import OUTBOX, open_transport, relay_of
from nutgraf.deliver.transports.outbox import OutboxTransport
from nutgraf.errors import Usage
from nutgraf.workspace.delivery_settings import Delivery, Secret
from nutgraf.workspace.settings import Sender, Settings
from tests.deliver.transports.talking import letters, outcomes_of
from tests.servers import Authority, relay

SECRET = Secret(file="password.txt")


def settings(delivery: Delivery) -> Settings:
    sender = Sender(name="The Harbour Letter", address="desk@harbour.example")
    return Settings("The Harbour Letter", sender, "Example Street 1", delivery=delivery)


def refused(root: Path, delivery: Delivery) -> Usage:
    with pytest.raises(Usage) as no:
        open_transport(root, settings(delivery))
    return no.value


def test_messages_go_where_nutgraf_yaml_says(tmp_path: Path) -> None:
    authority = Authority()
    authority.write(tmp_path)
    (tmp_path / "password.txt").write_text("sesame\n")
    with relay(
        security="starttls", certificate=authority.server(), login=("desk", "sesame")
    ) as server:
        delivery = Delivery(
            host="localhost",
            port=server.port,
            ca_file="ca.pem",
            username="desk",
            password=SECRET,
            connections=2,
        )
        transport = open_transport(tmp_path, settings(delivery))
        assert len(transport.lanes()) == 2
        assert transport.name == f"localhost:{server.port}"
        outcomes_of(transport, letters(4))
    assert len(server.letters) == 4


def test_a_folder_goes_before_the_relay(tmp_path: Path) -> None:
    relayed = settings(Delivery(host="mail.example"))
    transport = open_transport(tmp_path, relayed, outbox=Path("dry") / "run")
    assert isinstance(transport, OutboxTransport)
    assert transport.folder == tmp_path / "dry" / "run"


def test_the_outbox_is_in_build(tmp_path: Path) -> None:
    transport = open_transport(tmp_path, settings(Delivery(transport="outbox")))
    assert isinstance(transport, OutboxTransport)
    assert transport.folder == tmp_path / OUTBOX


def test_without_a_relay_it_is_shown_what_to_write(tmp_path: Path) -> None:
    no = refused(tmp_path, Delivery())
    assert "which relay" in no.message
    assert "host: mail.example.com" in no.hint


@pytest.mark.parametrize("host", ["mail.example", "10.0.0.1", "localhost.example", "127.example"])
def test_nothing_is_sent_in_the_clear_to_another_machine(host: str, tmp_path: Path) -> None:
    no = refused(tmp_path, Delivery(host=host, security="none"))
    assert f"to {host} in the clear" in no.message
    assert "starttls" in no.hint


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.9.1", "mail.localhost."])
def test_a_relay_on_this_machine_needs_no_tls(host: str, tmp_path: Path) -> None:
    transport = open_transport(tmp_path, settings(Delivery(host=host, security="none")))
    assert transport.name == f"{host}:587"


@pytest.mark.parametrize("host", ["::1", "[::1]"])
def test_a_relay_may_be_named_by_its_number_of_ipv6(host: str, tmp_path: Path) -> None:
    delivery = Delivery(host=host, security="none")
    assert relay_of(tmp_path, delivery).host == "::1"
    assert open_transport(tmp_path, settings(delivery)).name == "[::1]:587"


def test_a_login_needs_a_name_and_a_password(tmp_path: Path) -> None:
    assert "no `username`" in refused(tmp_path, Delivery(host="x.example", password=SECRET)).message
    assert "password of me" in refused(tmp_path, Delivery(host="x.example", username="me")).message


def test_a_password_that_is_not_there_is_told_before_anything_is_connected(tmp_path: Path) -> None:
    no = refused(tmp_path, Delivery(host="x.example", username="me", password=SECRET))
    assert "the relay's password cannot be read from" in no.message


@pytest.mark.parametrize(
    ("content", "told"), [(None, "No such file"), ("", "no certificate"), ("x", "no certificate")]
)
def test_a_file_of_certificates_has_to_hold_some(
    content: str | None, told: str, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / "ca.pem").write_text(content)
    no = refused(tmp_path, Delivery(host="x.example", ca_file="ca.pem"))
    assert told in no.message


def test_certificates_of_ones_own_do_not_replace_the_systems(tmp_path: Path) -> None:
    Authority().write(tmp_path)
    context = relay_of(tmp_path, Delivery(host="x.example", ca_file="ca.pem")).context
    assert context is not None
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    system = ssl.create_default_context().cert_store_stats()["x509_ca"]
    assert context.cert_store_stats()["x509_ca"] == system + 1
