"""No connection goes to an address that was not checked, whatever a link or a server says."""

from __future__ import annotations

import ssl
from collections.abc import Sequence
from pathlib import Path

import pytest

from nutgraf.capture.fetching.fetch import fetch
from nutgraf.capture.fetching.manners import Manners
from nutgraf.capture.fetching.public_addresses import is_public
from nutgraf.capture.fetching.troubles import NotAllowed, Unreached, Unusable
from tests.capture.fetching.manners_of_tests import manners
from tests.servers import Authority
from tests.servers.webs import Reply, web

PAGE = Reply(200, b"text", {"content-type": "text/html"})


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "127.1", "2130706433", "0x7f000001", "0177.0.0.1"],
)
def test_this_machine_is_never_connected_to(host: str) -> None:
    with web({"/": PAGE}) as server:
        ours = Manners(ports=frozenset({server.port}))
        with pytest.raises((NotAllowed, Unusable)):
            fetch(f"http://{host}:{server.port}/", manners=ours)
    assert server.asked == []


@pytest.mark.parametrize(
    "address",
    ["10.0.0.7", "169.254.169.254", "100.64.0.1", "::ffff:10.0.0.7", "fd00::7", "0.0.0.0"],
)
def test_a_name_that_leads_into_a_network_of_ones_own_is_refused(address: str) -> None:
    ours = manners(80, hosts={"press.example": [address]})
    with pytest.raises(NotAllowed, match=r"press\.example leads to") as told:
        fetch("http://press.example/", manners=ours)
    assert address in told.value.message
    assert "nutgraf add FILE" in told.value.hint


@pytest.mark.parametrize(
    "where", ["http://169.254.169.254/latest/meta-data/", "http://inner.example/"]
)
def test_a_redirect_is_checked_like_the_first_address(where: str) -> None:
    with web({"/a": Reply(302, b"", {"location": where})}) as server:
        ours = manners(
            server.port, hosts={"inner.example": ["10.0.0.7"]}, ports=frozenset({80, server.port})
        )
        with pytest.raises(NotAllowed, match="no address of the open internet") as told:
            fetch(server.url("/a"), manners=ours)
    assert told.value.message.startswith(f"{server.url('/a')} sends on to {where}: ")


def test_a_rule_file_that_leads_inside_is_not_followed_either() -> None:
    inside = Reply(302, b"", {"location": "http://10.0.0.7/robots.txt"})
    with web({"/a": PAGE, "/robots.txt": inside}) as server:
        ours = manners(server.port, ports=frozenset({80, server.port}))
        with pytest.raises(NotAllowed):
            fetch(server.url("/a"), manners=ours)
    assert server.pages() == []


def test_a_name_is_looked_up_once_for_each_connection_and_that_answer_is_used() -> None:
    answers = iter([["127.0.0.1"], ["127.0.0.1"], ["10.0.0.7"]])
    asked: list[str] = []

    def rebinding(host: str, port: int) -> Sequence[str]:
        asked.append(host)
        return next(answers)

    with web({"/a": PAGE}) as server:
        ours = manners(server.port, resolve=rebinding)
        url = server.url("/a", "rebind.example")
        # One connection for the rules and one for the page; the third answer never comes to that.
        assert fetch(url, manners=ours).raw.data == b"text"
        assert asked == ["rebind.example"] * 2
        with pytest.raises(NotAllowed, match="leads to"):
            fetch(url, manners=ours)
    assert server.pages() == ["/a"]


def test_of_several_addresses_those_that_are_not_public_are_left_out() -> None:
    with web({"/a": PAGE}) as server:
        ours = manners(server.port, hosts={"two.example": ["10.0.0.7", "127.0.0.1"]})
        assert fetch(server.url("/a", "two.example"), manners=ours).raw.data == b"text"
    assert {asked.host for asked in server.asked} == {f"two.example:{server.port}"}


def test_where_the_first_address_does_not_answer_the_next_is_tried() -> None:
    def anywhere(_: object) -> bool:
        return True

    with web({"/a": PAGE}) as server:
        # Nobody listens on the second address of loopback.
        hosts = {"two.example": ["127.0.0.2", "127.0.0.1"]}
        ours = manners(server.port, hosts=hosts, allow=anywhere)
        assert fetch(server.url("/a", "two.example"), manners=ours).raw.data == b"text"


@pytest.mark.parametrize("port", [22, 25, 81, 3306, 6379, 9200])
def test_only_ports_of_the_web_are_asked(port: int) -> None:
    with pytest.raises(NotAllowed, match=f"not fetched from port {port}"):
        fetch(f"http://desk.example:{port}/", manners=Manners(resolve=_never))


def _never(host: str, port: int) -> Sequence[str]:
    raise AssertionError(host)


def test_a_proxy_of_the_environment_is_not_used_and_told_where_nobody_answers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with web({"/a": PAGE}) as proxy, web({"/a": PAGE}) as server:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        fetch(server.url("/a"), manners=manners(server.port))
        assert proxy.asked == []

    with pytest.raises(Unreached) as told:
        fetch(server.url("/a"), manners=manners(server.port))
    assert "is set, but nutgraf goes without a proxy" in told.value.hint


def test_a_login_of_netrc_is_not_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password secret\n")
    monkeypatch.setenv("NETRC", str(netrc))
    with web({"/a": PAGE}) as server:
        fetch(server.url("/a"), manners=manners(server.port))
    assert all("authorization" not in asked.headers for asked in server.asked)


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


@pytest.fixture
def trusting(authority: Authority, tmp_path: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=authority.write(tmp_path))


def test_the_certificate_is_that_of_the_name_not_of_the_address(
    authority: Authority, trusting: ssl.SSLContext
) -> None:
    hosts = {"harbour.example": ["127.0.0.1"], "other.example": ["127.0.0.1"]}
    with web({"/a": PAGE}, certificate=authority.server("harbour.example")) as server:
        ours = manners(server.port, hosts=hosts, trust=trusting)
        assert fetch(server.url("/a", "harbour.example"), manners=ours).raw.data == b"text"
        for other in ("other.example", "127.0.0.1"):
            with pytest.raises(NotAllowed, match="its certificate is not valid") as told:
                fetch(server.url("/a", other), manners=ours)
            assert other in told.value.message


def test_a_certificate_that_nobody_vouches_for_is_refused(authority: Authority) -> None:
    hosts = {"harbour.example": ["127.0.0.1"]}
    with (
        web({"/a": PAGE}, certificate=authority.server("harbour.example")) as server,
        pytest.raises(NotAllowed, match="its certificate is not valid"),
    ):
        fetch(server.url("/a", "harbour.example"), manners=manners(server.port, hosts=hosts))
    assert server.asked == []


def test_a_server_without_encryption_on_a_port_of_https_is_told() -> None:
    with web({"/a": PAGE}) as server, pytest.raises(NotAllowed, match="cannot be reached by https"):
        fetch(f"https://127.0.0.1:{server.port}/a", manners=manners(server.port))


def test_a_redirect_from_https_to_http_is_followed_and_said(
    authority: Authority, trusting: ssl.SSLContext
) -> None:
    hosts = {"harbour.example": ["127.0.0.1"]}
    with web({"/b": PAGE}) as open_server:
        lead = {"/a": Reply(301, b"", {"location": open_server.url("/b")})}
        with web(lead, certificate=authority.server("harbour.example")) as server:
            ports = frozenset({server.port, open_server.port})
            ours = manners(server.port, hosts=hosts, trust=trusting, ports=ports)
            found = fetch(server.url("/a", "harbour.example"), manners=ours)
    assert found.raw.data == b"text"
    assert [note.partition(", ")[2] for note in found.notes] == ["which is not encrypted"]


def test_what_is_let_through_for_tests_is_let_through_nowhere_else() -> None:
    assert Manners().allow is is_public
