from __future__ import annotations

import pytest

from nutgraf.deliver.sending_domain import Remark
from nutgraf.deliver.sending_domain.dmarc import Names, check_dmarc
from tests.servers.names import Zone, name_server

HERE = "harbour-letter.internal"
POLICY = f"_dmarc.{HERE}"


def remarks(zone: Zone, names: Names) -> list[Remark]:
    with name_server(zone) as server:
        return list(check_dmarc(names, server.lookups()))


def states(record: str, names: Names) -> list[str]:
    return [one.state for one in remarks({POLICY: {"TXT": [record]}}, names)]


def test_a_policy_and_what_is_aligned_are_well() -> None:
    found = remarks({POLICY: {"TXT": ["v=DMARC1; p=quarantine"]}}, Names(HERE, HERE, HERE))
    assert found == [
        Remark("ok", f"DMARC: the policy at {POLICY} is quarantine"),
        Remark("ok", f"DMARC: the signature is aligned with {HERE} (relaxed alignment assumed)"),
    ]


def test_the_policy_of_the_domain_above_holds() -> None:
    zone: Zone = {POLICY: {"TXT": ["v=DMARC1;p=none"]}}
    found = remarks(zone, Names(f"mail.news.{HERE}", HERE, None))
    assert found[0].message == f"DMARC: the policy at {POLICY} is none"
    assert "return path is aligned" in found[1].message


def test_nothing_above_two_labels_is_asked() -> None:
    with name_server({}) as server:
        list(check_dmarc(Names(HERE, HERE, None), server.lookups()))
    assert server.asked == [(POLICY, "TXT")]


@pytest.mark.parametrize("record", ["", "v=spf1 -all", "v=DMARC2; p=none"])
def test_none_is_a_warning_with_what_to_publish(record: str) -> None:
    zone: Zone = {POLICY: {"TXT": [record]}} if record else {}
    found = remarks(zone, Names(HERE, HERE, HERE))
    assert [one.state for one in found] == ["warning", "ok"]
    assert "v=DMARC1; p=none" in found[0].hint


@pytest.mark.parametrize("records", [["v=DMARC1; p=none", "v=DMARC1"], ["v=DMARC1; p=off"]])
def test_a_policy_that_receivers_ignore_is_an_error(records: list[str]) -> None:
    found = remarks(
        {POLICY: {"TXT": [*records[:1], *(f"{one} " for one in records[1:])]}},
        Names(HERE, HERE, HERE),
    )
    assert [one.state for one in found] == ["error"]


@pytest.mark.parametrize(
    ("record", "envelope", "signing", "state"),
    [
        ("p=reject", "bounces.relay.org", HERE, "ok"),
        ("p=reject", HERE, "relay.org", "ok"),
        ("p=reject", f"bounces.{HERE}", "relay.org", "ok"),
        ("p=reject; aspf=s", f"bounces.{HERE}", "relay.org", "error"),
        ("p=reject; adkim=s", "relay.org", f"mail.{HERE}", "error"),
        ("p=reject; adkim=r", "relay.org", f"mail.{HERE}", "ok"),
        ("p=reject", "relay.org", "relay.org", "error"),
        ("p=none", "relay.org", "relay.org", "warning"),
        ("p=none", "relay.org", None, "not checked"),
        ("p=none", HERE.upper(), None, "ok"),
        ("p=reject", f"x{HERE}", f"x{HERE}", "error"),
    ],
)
def test_the_signature_or_the_return_path_has_to_be_of_the_sender(
    record: str, envelope: str, signing: str | None, state: str
) -> None:
    assert states(f"v=DMARC1; {record}", Names(HERE, envelope, signing)) == ["ok", state]


def test_a_domain_below_that_has_a_policy_of_its_own_is_aligned_with_the_one_above() -> None:
    zone: Zone = {f"_dmarc.news.{HERE}": {"TXT": ["v=DMARC1; p=reject"]}}
    found = remarks(zone, Names(f"news.{HERE}", "relay.org", HERE))
    assert [one.state for one in found] == ["ok", "ok"]
