from __future__ import annotations

import time

import pytest

from nutgraf.deliver.sending_domain import lookups as asking
from nutgraf.deliver.sending_domain.lookups import Lookups, parents, tags
from nutgraf.errors import TryLater
from tests.servers.names import name_server

ZONE = {
    "a.org": {"A": ["192.0.2.1"], "AAAA": ["2001:db8::1"], "MX": ["20 b.org.", "10 C.org."]},
    "null.org": {"MX": ["0 ."]},
    "1.2.0.192.in-addr.arpa": {"PTR": ["Mail.a.org."]},
}


def test_what_there_is_is_given_and_asked_for_once() -> None:
    with name_server(ZONE) as server:
        found = server.lookups()
        for _ in range(2):
            assert found.addresses("a.org") == ("192.0.2.1", "2001:db8::1")
            assert found.exchanges("a.org") == ((10, "c.org"), (20, "b.org"))
            assert found.hosts("192.0.2.1") == ("mail.a.org",)
        assert found.exchanges("null.org") == ((0, ""),)
        assert found.texts("a.org") == found.texts("none.org") == ()
    assert len(server.asked) == len(set(server.asked))


@pytest.mark.parametrize("name", ["a..b", "x" * 64 + ".org", "a." * 200 + "org"])
def test_what_can_be_no_name_has_nothing(name: str) -> None:
    with name_server(ZONE) as server:
        assert server.lookups().texts(name) == ()


def test_a_server_that_is_silent_is_waited_for_briefly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "PATIENCE", 0.1)
    with name_server(ZONE, silent=True) as server:
        begun = time.monotonic()
        with pytest.raises(TryLater, match=r"does not answer for a\.org"):
            server.lookups().texts("a.org")
        assert time.monotonic() - begun < 1


def test_a_machine_without_a_server_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    import dns.resolver  # noqa: PLC0415 - replaced below

    def none() -> None:
        raise dns.resolver.NoResolverConfiguration

    monkeypatch.setattr(dns.resolver, "Resolver", none)
    with pytest.raises(TryLater, match="names no DNS server"):
        Lookups().texts("a.org")


def test_names_are_looked_for_upwards_but_not_among_registries() -> None:
    assert list(parents("mail.news.a.org")) == ["mail.news.a.org", "news.a.org", "a.org"]
    assert list(parents("org")) == ["org"]


def test_tags_are_read_as_they_are_written() -> None:
    assert tags(" V=DMARC1 ;p = none;; x") == {"v": "DMARC1", "p": "none"}
