"""Bodies are whole, within their bounds in time and size, or there is no page."""

from __future__ import annotations

import gzip
import time
import tracemalloc
import zlib
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.capture.fetching.connecting import TooMuch
from nutgraf.capture.fetching.fetch import fetch
from nutgraf.capture.fetching.troubles import NotFetched, NotNow, Unusable
from nutgraf.capture.fetching.unpacking import unpacked
from tests.capture.fetching.manners_of_tests import manners
from tests.servers.webs import Reply, web

TEXT = b"The ferry to Lowmoor is late. " * 2_000


def deflated(data: bytes, window: int) -> bytes:
    packing = zlib.compressobj(wbits=window)
    return packing.compress(data) + packing.flush()


PACKED = {
    "gzip": gzip.compress(TEXT),
    "x-gzip": gzip.compress(TEXT),
    "GZIP": gzip.compress(TEXT[:30_000]) + gzip.compress(TEXT[30_000:]),
    "deflate": deflated(TEXT, zlib.MAX_WBITS),
    "Deflate": deflated(TEXT, -zlib.MAX_WBITS),
    "identity": TEXT,
}


@pytest.mark.parametrize("coding", PACKED)
def test_a_packed_body_is_unpacked_whole(coding: str) -> None:
    page = Reply(200, PACKED[coding], {"content-encoding": coding})
    with web({"/a": page}) as server:
        assert fetch(server.url("/a"), manners=manners(server.port)).raw.data == TEXT
    assert {asked.headers["accept-encoding"] for asked in server.asked} == {"gzip, deflate"}


@given(st.data())
def test_a_body_is_the_same_in_whatever_pieces_it_comes(data: st.DataObject) -> None:
    body = data.draw(st.binary(max_size=2_000))
    coding, packed = data.draw(
        st.sampled_from(
            [
                ("gzip", gzip.compress(body)),
                ("gzip", gzip.compress(body[:7]) + gzip.compress(body[7:]) + b"\0\0"),
                ("deflate", deflated(body, zlib.MAX_WBITS)),
                ("deflate", deflated(body, -zlib.MAX_WBITS)),
            ]
        )
    )
    size = data.draw(st.integers(1, 50))
    pieces = [packed[at : at + size] for at in range(0, len(packed), size)]
    assert unpacked(pieces, [coding], limit=2_000, host="x") == body


@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "br"]))
def test_what_is_no_packed_body_is_told(body: bytes, coding: str) -> None:
    with suppress(NotFetched, NotNow, TooMuch):
        assert isinstance(unpacked([body], [coding], limit=10_000, host="x"), bytes)


@pytest.mark.parametrize("coding", ["gzip", "x-gzip", "deflate", "Deflate"])
def test_a_packed_body_that_breaks_off_is_no_page(coding: str) -> None:
    page = Reply(200, PACKED[coding][:-20], {"content-encoding": coding})
    with web({"/a": page}) as server, pytest.raises(NotNow, match="breaks off"):
        fetch(server.url("/a"), manners=manners(server.port))


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, gzip", "compress", "aes128gcm"])
def test_a_packing_that_was_not_asked_for_is_told(coding: str) -> None:
    page = Reply(200, PACKED["gzip"], {"content-encoding": coding})
    with web({"/a": page}) as server, pytest.raises(Unusable, match="was not asked for"):
        fetch(server.url("/a"), manners=manners(server.port))


def test_a_broken_packing_is_told() -> None:
    page = Reply(200, b"no gzip at all", {"content-encoding": "gzip"})
    with web({"/a": page}) as server, pytest.raises(Unusable, match="packed as gzip, and broken"):
        fetch(server.url("/a"), manners=manners(server.port))


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_bomb_stops_at_the_limit_and_is_never_in_memory(coding: str) -> None:
    packing = zlib.compressobj(9, wbits=zlib.MAX_WBITS | (16 if coding == "gzip" else 0))
    megabyte = bytes(1_000_000)
    body = b"".join(packing.compress(megabyte) for _ in range(100)) + packing.flush()
    with web({"/a": Reply(200, body, {"content-encoding": coding})}) as server:
        ours = manners(server.port, limit=2_000_000)
        tracemalloc.start()
        try:
            with pytest.raises(Unusable, match="larger than the 2 MB that are read"):
                fetch(server.url("/a"), manners=ours)
            assert tracemalloc.get_traced_memory()[1] < 20_000_000
        finally:
            tracemalloc.stop()


def test_a_page_that_says_it_is_too_large_is_not_begun() -> None:
    head = b"HTTP/1.1 200 OK\r\ncontent-length: 3000000000\r\n\r\n"
    with web({"/a": Reply(raw=head)}) as server, pytest.raises(Unusable, match="3,000 MB"):
        fetch(server.url("/a"), manners=manners(server.port))


def test_a_page_that_grows_without_an_end_stops_at_the_limit() -> None:
    chunks = b"".join(b"10000\r\n" + bytes(65536) + b"\r\n" for _ in range(40))
    head = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"
    with web({"/a": Reply(raw=head + chunks)}) as server, pytest.raises(Unusable, match="larger"):
        fetch(server.url("/a"), manners=manners(server.port, limit=100_000))


@pytest.mark.parametrize(
    "raw",
    [
        b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nThe ferry",
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n9\r\nThe ferry",
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n9\r\nThe ferry\r\n",
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nThe ferry\r\n0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\ncontent-length: 4\r\n\r\nThe ferry",
        b"HTTP/1.1 200 OK\r\ncontent-length: nine\r\n\r\nThe ferry",
        b"HTTP/1.1 200 OK\r\ncontent-length: -9\r\n\r\nThe ferry",
        b"HTTP/1.1 200 OK\r\nno header at all\r\n\r\nThe ferry",
        b"HTTP/9.9 one hundred\r\n\r\n",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"",
        b"\r\n\r\n\r\n",
    ],
)
def test_an_answer_that_is_not_whole_or_none_is_no_page(raw: bytes) -> None:
    with web({"/a": Reply(raw=raw)}) as server, pytest.raises(NotNow):
        fetch(server.url("/a"), manners=manners(server.port, tries=1))


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nThe ferry", ": 9 of 1,000 bytes came"),
        (b"", "hangs up without an answer"),
        (
            b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n9\r\nThe",
            "before the page is whole",
        ),
    ],
)
def test_how_an_answer_breaks_off_is_told_in_words(raw: bytes, said: str) -> None:
    with web({"/a": Reply(raw=raw)}) as server, pytest.raises(NotNow, match=said):
        fetch(server.url("/a"), manners=manners(server.port, tries=1))


def test_more_than_a_page_said_it_has_is_left_out() -> None:
    raw = b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nThe ferry, and more"
    with web({"/a": Reply(raw=raw)}) as server:
        assert fetch(server.url("/a"), manners=manners(server.port)).raw.data == b"The ferry"


@pytest.mark.parametrize(
    "flood",
    [
        b"x-flood: " + b"y" * 300_000 + b"\r\n",
        b"".join(b"x-%d: y\r\n" % number for number in range(60_000)),
    ],
)
def test_a_flood_of_headers_ends(flood: bytes) -> None:
    raw = b"HTTP/1.1 200 OK\r\n" + flood + b"\r\n"
    with web({"/a": Reply(raw=raw)}) as server, pytest.raises((NotNow, Unusable)):
        fetch(server.url("/a"), manners=manners(server.port, tries=1))


def test_a_flood_of_preliminary_answers_ends() -> None:
    raw = b"HTTP/1.1 103 Early Hints\r\n\r\n" * 20_000
    with web({"/a": Reply(raw=raw)}) as server, pytest.raises((NotNow, Unusable)):
        fetch(server.url("/a"), manners=manners(server.port, limit=100_000, tries=1))


def test_a_body_that_drips_ends_with_the_time_for_the_whole() -> None:
    with web({"/a": Reply(200, TEXT, drip=0.02)}) as server:
        ours = manners(server.port, clock=time.monotonic, whole=0.3, read=0.2, tries=1)
        begun = time.monotonic()
        with pytest.raises(NotNow, match="takes too long"):
            fetch(server.url("/a"), manners=ours)
        assert time.monotonic() - begun < 2


def test_headers_that_drip_end_with_it_too() -> None:
    slow = Reply(200, b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 1_000, drip=0.02)
    with web({"/a": slow}) as server:
        ours = manners(server.port, clock=time.monotonic, whole=0.3, tries=1)
        with pytest.raises(NotNow, match="takes too long"):
            fetch(server.url("/a"), manners=ours)


def test_a_server_that_says_nothing_is_not_waited_for() -> None:
    with web({"/a": Reply(200, b"xy", {"content-length": "2"}, drip=0.9)}) as server:
        ours = manners(server.port, clock=time.monotonic, read=0.1, tries=1)
        with pytest.raises(NotNow, match="takes too long"):
            fetch(server.url("/a"), manners=ours)


FIRST = (
    "HTTP/1.1 200 OK|HTTP/1.0 200|HTTP/1.1 302 Found|HTTP/1.1 304 No|HTTP/1.1 999 Odd|HTTP/2 200"
)
LINES = """
location: /a|location: http://[|location: //|location: http://me@x.example/|location:
content-length: 5|content-length: -1|transfer-encoding: chunked
content-encoding: gzip|content-encoding: , ,|retry-after: Fri, 99 Xyz|set-cookie: a=b; domain=.com
set-cookie: =
content-type: text/html; charset=|content-type: ;;|etag: \x1b[2J|etag:|refresh: 0|: x|x|\x00: y
connection: upgrade|content-length: 9e9|last-modified: \xff
"""
BODIES = (
    "|hello|5\r\nhello\r\n0\r\n\r\n|0\r\n\r\n|\x1f\x8b\x08\x00|\xff\xfe\x00|\r\n\r\nHTTP/1.1 200 OK"
)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(FIRST.split("|")),
    st.lists(st.sampled_from(LINES.strip("\n").replace("\n", "|").split("|")), max_size=5),
    st.sampled_from(BODIES.split("|")),
)
def test_whatever_a_server_says_is_a_page_or_a_trouble_of_ours(
    first: str, lines: list[str], body: str
) -> None:
    said = Reply(raw="\r\n".join([first, *lines, "", body]).encode("latin-1"))
    with web({"/a": said}) as server, suppress(NotFetched, NotNow):
        found = fetch(server.url("/a"), manners=manners(server.port, tries=1, read=0.2))
        assert found.status in {200, 999}
        assert found.raw.url == server.url("/a")
