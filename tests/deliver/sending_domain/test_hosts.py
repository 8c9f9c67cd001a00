"""Mail to us has to arrive, and a relay of ours needs a name."""

from __future__ import annotations

import pytest

from nutgraf.deliver.sending_domain.arriving import check_arriving
from nutgraf.deliver.sending_domain.reverse import check_reverse
from tests.servers.names import Zone, name_server

HERE = "harbour-letter.internal"


@pytest.mark.parametrize(
    ("zone", "state", "told"),
    [
        ({HERE: {"MX": ["10 mx.org."]}, "mx.org": {"A": ["192.0.2.1"]}}, "ok", "arrive at mx.org"),
        (
            {HERE: {"MX": ["10 gone.org."]}},
            "error",
            "gone.org, for harbour-letter",
        ),
        (
            {HERE: {"MX": ["10 gone.org.", "20 mx.org."]}, "mx.org": {"AAAA": ["2001:db8::1"]}},
            "ok",
            "bounces to harbour-letter.internal",
        ),
        ({HERE: {"MX": ["0 ."]}}, "error", "takes no mail"),
        ({HERE: {"A": ["192.0.2.1"]}}, "warning", "no MX record"),
        ({}, "error", "no server takes mail"),
    ],
)
def test_a_domain_has_to_take_mail(zone: Zone, state: str, told: str) -> None:
    with name_server(zone) as names:
        (found,) = check_arriving(HERE, "bounces", names.lookups())
    assert found.state == state
    assert told in found.message


@pytest.mark.parametrize(
    ("name", "back", "states"),
    [
        (["mail.harbour-letter.internal."], "192.0.2.1", ["ok"]),
        (["old.org.", "mail.harbour-letter.internal."], "192.0.2.1", ["ok"]),
        (["old.org."], "192.0.2.1", ["warning"]),
        ([], "192.0.2.1", ["warning"]),
    ],
)
def test_an_address_leads_to_a_name_and_back(name: list[str], back: str, states: list[str]) -> None:
    zone: Zone = {
        "mail.harbour-letter.internal": {"A": [back]},
        "1.2.0.192.in-addr.arpa": {"PTR": name},
    }
    with name_server(zone) as names:
        found = list(check_reverse("mail.harbour-letter.internal", names.lookups()))
    assert [one.state for one in found] == states


def test_a_relay_without_an_address_is_an_error() -> None:
    with name_server({}) as names:
        (found,) = check_reverse("mail.harbour-letter.internal", names.lookups())
    assert found.state == "error"
