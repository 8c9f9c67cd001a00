"""What the doctor says of the sending domain: by a DNS server and a relay on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nutgraf.app.diagnosis import Diagnosis
from nutgraf.app.doctor_domain import examine_domain
from nutgraf.deliver.sending_domain.lookups import Lookups
from nutgraf.workspace.loading import open_workspace
from tests.deliver.sending_domain.test_dkim_key import HERE, NAME, PRIVATE, PUBLIC
from tests.servers import relay
from tests.servers.names import Names, name_server
from tests.workspaces import SETTINGS, write_files

OWN = SETTINGS.replace("harbour.example", HERE)
ZONE = {
    "internal": {"NS": ["ns.internal."]},
    HERE: {"TXT": ["v=spf1 mx -all"], "MX": ["10 mail.harbour-letter.internal."]},
    f"mail.{HERE}": {"A": ["192.0.2.1"]},
    "1.2.0.192.in-addr.arpa": {"PTR": [f"mail.{HERE}."]},
    NAME: {"TXT": [f"v=DKIM1; p={PUBLIC}"]},
    f"_dmarc.{HERE}": {"TXT": ["v=DMARC1; p=reject"]},
}
DKIM = "dkim: {selector: news, key: {file: dkim.pem}}\n"


@pytest.fixture(scope="module")
def names() -> Iterator[Names]:
    with name_server(ZONE) as server:
        yield server


def told(root: Path, settings: str, lookups: Lookups | None) -> list[Diagnosis]:
    write_files(root, {"nutgraf.yaml": settings, "dkim.pem": PRIVATE})
    own = open_workspace(root).settings
    return list(examine_domain(root, own, lookups, datetime.now(UTC)))


def delivery(port: int, more: str = "") -> str:
    return f"delivery: {{host: localhost, port: {port}, security: none{more}}}\n"


def shown(found: list[Diagnosis]) -> list[tuple[str, str, str]]:
    return [(each.area, each.state, each.message.partition(":")[0]) for each in found]


def test_a_domain_that_is_well_is_said_to_be(tmp_path: Path, names: Names) -> None:
    with relay() as server:
        found = told(tmp_path, OWN + DKIM + delivery(server.port), names.lookups())
    assert shown(found) == [
        ("domain", "ok", "SPF"),
        ("domain", "ok", "DKIM"),
        ("domain", "ok", "DMARC"),
        ("domain", "ok", "DMARC"),
        ("domain", "ok", "MX"),
        ("domain", "not checked", "PTR"),
        ("relay", "ok", "localhost"),
    ]
    assert found[4].message == (
        f"MX: bounces and replies to {HERE} arrive at mail.harbour-letter.internal"
    )


def test_a_relay_of_our_own_domain_has_to_have_a_name(tmp_path: Path, names: Names) -> None:
    settings = f"{OWN}delivery: {{host: mail.{HERE}, port: 9}}\n"
    found = told(tmp_path, settings, names.lookups())
    assert ("domain", "ok", "PTR") in shown(found)
    assert found[-1].state == "not checked"  # nobody answers there
    other = OWN + "delivery: {host: smtp.relay.example, port: 9}\n"
    assert "PTR" not in str(shown(told(tmp_path, other, names.lookups())))


def test_where_the_relay_signs_the_selector_is_not_known(tmp_path: Path, names: Names) -> None:
    found = told(tmp_path, OWN + delivery(9), names.lookups())
    assert ("domain", "not checked", "DKIM") in shown(found)
    assert any("--send-to" in each.hint for each in found)


def test_the_private_key_need_not_be_here(tmp_path: Path, names: Names) -> None:
    settings = OWN + DKIM.replace("dkim.pem", "elsewhere.pem") + delivery(9)
    (found,) = [
        each for each in told(tmp_path, settings, names.lookups()) if "DKIM" in each.message
    ]
    assert (found.state, found.message) == ("ok", f"DKIM: the key at {NAME} is there")


def test_bounces_and_requests_to_unsubscribe_have_to_arrive(tmp_path: Path, names: Names) -> None:
    more = f", envelope_from: back@bounces.{HERE}"
    way = f"unsubscribe: {{mailto: out@out.{HERE}}}\n"
    found = told(tmp_path, OWN + DKIM + delivery(9, more) + way, names.lookups())
    lines = [each.message for each in found if each.message.startswith("MX")]
    assert lines == [
        f"MX: no server takes mail for bounces.{HERE}",
        f"MX: replies to {HERE} arrive at mail.harbour-letter.internal",
        f"MX: no server takes mail for out.{HERE}",
    ]
    assert found[0].message == f"SPF: bounces.{HERE} does not say who may send for it"


@pytest.mark.parametrize("silent", [True, False])
def test_offline_nothing_is_said_to_be_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, silent: bool
) -> None:
    monkeypatch.setattr("nutgraf.deliver.sending_domain.lookups.PATIENCE", 0.05)
    with name_server(ZONE, silent=True) as server:
        found = told(tmp_path, OWN + DKIM + delivery(9), server.lookups() if silent else None)
    assert {each.state for each in found} == {"not checked"}
    assert len(server.asked) == silent or silent
    assert [each.area for each in found] == (["domain", "relay"] if silent else ["domain"])


def test_where_the_dns_is_silent_a_relay_with_a_name_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nutgraf.deliver.sending_domain.lookups.PATIENCE", 0.05)
    with name_server(ZONE, silent=True) as server:
        settings = OWN + delivery(9).replace("localhost", "smtp.relay.example")
        found = told(tmp_path, settings, server.lookups())[-1]
    assert (found.area, found.state) == ("relay", "not checked")
    assert "smtp.relay.example" in found.message


def test_a_dns_that_knows_nothing_of_the_world_is_no_witness(tmp_path: Path) -> None:
    with name_server({}) as server:
        found = told(tmp_path, OWN + DKIM + delivery(9), server.lookups())
    assert [(each.area, each.state) for each in found] == [
        ("domain", "not checked"),
        ("relay", "not checked"),
    ]
    assert "nothing of .internal" in found[0].message


def test_an_example_is_not_asked_about(tmp_path: Path, names: Names) -> None:
    before = len(names.asked)
    found = told(tmp_path, SETTINGS + delivery(9), names.lookups())
    assert found[0].message.startswith("the sending domain: sender.address is an example")
    assert len(names.asked) == before


def test_a_password_that_is_elsewhere_does_not_keep_the_relay_from_being_asked(
    tmp_path: Path, names: Names
) -> None:
    with relay() as server:
        settings = OWN + delivery(server.port, ", username: desk, password: {env: NO_SUCH_ONE}")
        found = told(tmp_path, settings, names.lookups())[-1]
    assert (found.state, found.message.endswith("answers")) == ("ok", True)


def test_a_relay_elsewhere_that_is_not_secured_is_an_error(tmp_path: Path, names: Names) -> None:
    settings = OWN + delivery(9).replace("localhost", "smtp.relay.example")
    found = told(tmp_path, settings, names.lookups())[-1]
    assert (found.state, "in the clear" in found.message) == ("error", True)


def test_without_a_relay_nothing_is_asked(tmp_path: Path, names: Names) -> None:
    assert told(tmp_path, OWN, names.lookups()) == []
    assert told(tmp_path, OWN + "delivery: {transport: outbox, host: a}\n", names.lookups()) == []
