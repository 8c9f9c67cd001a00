"""The laws are RFC 7208's; every question goes to a DNS server as a packet."""

from __future__ import annotations

import pytest

from nutgraf.deliver.sending_domain import Remark
from nutgraf.deliver.sending_domain.spf import check_spf
from tests.servers.names import Zone, name_server

HERE = "harbour-letter.internal"


def remarks(zone: Zone) -> list[Remark]:
    with name_server(zone) as names:
        return list(check_spf(HERE, names.lookups()))


def texts(**records: str) -> Zone:
    """A zone of SPF records; `_` stands for the domain itself."""
    return {
        HERE if name == "_" else f"{name}.org": {"TXT": [text]} for name, text in records.items()
    }


def test_one_record_with_an_end_is_well() -> None:
    zone = texts(
        _="v=spf1 include:relay.org mx a:x.org ip4:192.0.2.0/24 -all", relay="v=spf1 a -all"
    )
    zone = {name.replace("relay.org.org", "relay.org"): each for name, each in zone.items()}
    assert remarks(zone) == [
        Remark("ok", f"SPF: {HERE} has one record, 4 of 10 lookups"),
    ]


def test_other_texts_do_not_count() -> None:
    zone: Zone = {HERE: {"TXT": ["v=spf10 -all", "google-site=1", "V=SPF1 ~ALL"]}}
    assert [each.state for each in remarks(zone)] == ["ok"]


def test_a_record_that_is_cut_into_strings_is_read_whole() -> None:
    long = "v=spf1 " + " ".join(f"ip4:192.0.2.{number}" for number in range(60)) + " -all"
    assert [each.state for each in remarks({HERE: {"TXT": [long]}})] == ["ok"]


@pytest.mark.parametrize("zone", [{}, {HERE: {}}, {HERE: {"TXT": ["hello"]}}])
def test_none_is_a_warning_with_what_to_publish(zone: Zone) -> None:
    (found,) = remarks(zone)
    assert found.state == "warning"
    assert found.hint.startswith("publish a TXT record there: v=spf1 ")


def test_two_are_none() -> None:
    (found,) = remarks({HERE: {"TXT": ["v=spf1 -all", "v=spf1 mx -all"]}})
    assert (found.state, "2 records" in found.message) == ("error", True)


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ("v=spf1 a b:c -all", "b:c is no mechanism"),
        ("v=spf1 include:gone.org -all", "include gone.org has no SPF records"),
        ("v=spf1 include: -all", "include (nothing) has no SPF records"),
        (f"v=spf1 include:{HERE} -all", f"{HERE} leads back to itself"),
        ("v=spf1 include:loop.org -all", "loop.org leads back to itself"),
        ("v=spf1 " + "a " * 11 + "-all", "more than 10 lookups"),
        ("v=spf1 include:deep.org mx mx mx mx -all", "more than 10 lookups"),
        ("v=spf1 redirect=gone.org", "redirect gone.org has no SPF records"),
        ("v=spf1 +all", "lets anybody send"),
        ("v=spf1 all", "lets anybody send"),
        ("v=spf1 redirect=open.org", "lets anybody send"),
    ],
)
def test_what_makes_receivers_give_up_is_an_error(record: str, told: str) -> None:
    zone = texts(
        _=record, loop="v=spf1 include:loop.org", deep="v=spf1 a a a a a a -all", open="v=spf1 +all"
    )
    (found,) = remarks(zone)
    assert found.state == "error"
    assert told in found.message


@pytest.mark.parametrize(
    ("record", "states"),
    [
        ("v=spf1 mx", ["warning", "ok"]),
        ("v=spf1 mx ?all", ["warning", "ok"]),
        ("v=spf1 include:open.org", ["warning", "ok"]),
        ("v=spf1 redirect=shut.org", ["ok"]),
        ("v=spf1 exists:%{i}.list.org include:%{d}.org exp=why.org x=y -all", ["ok"]),
        ("v=spf1 -all include:gone.org", ["ok"]),
    ],
)
def test_what_is_said_of_the_rest_counts(record: str, states: list[str]) -> None:
    zone = texts(_=record, open="v=spf1 +all", shut="v=spf1 mx -all")
    assert [each.state for each in remarks(zone)] == states
