"""The body of an answer, unpacked piece by piece and never beyond its limit.

The client's own decoders take a gzip stream that breaks off for whole, and read only the first of
several members; a quotation could be missing from either, so both are done here with zlib.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from nutgraf.capture.fetching.connecting import TooMuch
from nutgraf.capture.fetching.troubles import SAVE, NotNow, Unusable

ACCEPTED: Final = "gzip, deflate"
_PIECE: Final = 256 * 1024
_GZIP, _ZLIB, _BARE = zlib.MAX_WBITS | 16, zlib.MAX_WBITS, -zlib.MAX_WBITS


def unpacked(
    pieces: Iterable[bytes],
    codings: Sequence[str],
    *,
    limit: int,
    host: str,
    cut: bool = False,
) -> bytes:
    """All of a body that was packed in these ways (the `Content-Encoding` header's words).

    With `cut` a body over the limit ends there; else `TooMuch` is raised as soon as it is. Raises
    `Unusable` where it is packed in a broken way, or in one that we did not ask for, and `NotNow`
    where it breaks off.
    """
    named = [coding for coding in codings if coding not in {"", "identity"}]
    if not named:
        return _gathered(pieces, limit, cut=cut)
    if len(named) > 1 or named[0] not in {"gzip", "x-gzip", "deflate"}:
        message = (
            f"{host} sends the page packed as {', '.join(named)[:80]}, which was not asked for"
        )
        raise Unusable(message, SAVE)
    try:
        if named[0] == "deflate":
            return _gathered(_inflated(pieces, host), limit, cut=cut)
        return _gathered(_members(pieces, host), limit, cut=cut)
    except zlib.error as error:
        message = f"{host} sends the page packed as {named[0]}, and broken: {error}"
        raise Unusable(message, SAVE) from None


def _gathered(pieces: Iterable[bytes], limit: int, *, cut: bool) -> bytes:
    whole = bytearray()
    for piece in pieces:
        whole += piece
        if len(whole) > limit:
            if cut:
                return bytes(whole[:limit])
            raise TooMuch
    return bytes(whole)


def _members(pieces: Iterable[bytes], host: str) -> Iterator[bytes]:
    """What is in the members of a gzip file, one after the other; what follows them is no body."""
    unpacking = zlib.decompressobj(_GZIP)
    begun, members = False, 0
    for piece in pieces:
        data = piece
        while data:
            if unpacking.eof:
                members += 1
                unpacking, begun = zlib.decompressobj(_GZIP), False
            if members and not begun and not _begins_member(data):
                return
            begun = True
            yield from _drained(unpacking, data)
            data = unpacking.unused_data
    if begun and not unpacking.eof:
        raise _broken_off(host)


def _begins_member(data: bytes) -> bool:
    return b"\x1f\x8b".startswith(data[:2])


def _inflated(pieces: Iterable[bytes], host: str) -> Iterator[bytes]:
    """A zlib stream, or a bare one, which servers send under the same name."""
    stream = iter(pieces)
    head = b""
    for piece in stream:
        head += piece
        if len(head) >= 2:
            break
    if not head:
        return
    unpacking = zlib.decompressobj(_ZLIB if _is_zlib(head) else _BARE)
    yield from _drained(unpacking, head)
    for piece in stream:
        if unpacking.eof:
            return
        yield from _drained(unpacking, piece)
    if not unpacking.eof:
        raise _broken_off(host)


def _is_zlib(head: bytes) -> bool:
    """Whether a stream begins as RFC 1950 says: method 8, and a sum that 31 divides."""
    return len(head) >= 2 and head[0] & 15 == 8 and int.from_bytes(head[:2]) % 31 == 0


def _drained(unpacking: zlib._Decompress, data: bytes) -> Iterator[bytes]:
    """What the data unpacks to, in small pieces: a bomb is never in memory."""
    while True:
        piece = unpacking.decompress(data, _PIECE)
        if piece:
            yield piece
        data = unpacking.unconsumed_tail
        # A full piece may leave some in the window, though all that was given is taken.
        if unpacking.eof or (not data and len(piece) < _PIECE):
            return


def _broken_off(host: str) -> NotNow:
    return NotNow(f"{host} breaks off: the packed page is not whole", f"try again later, or {SAVE}")
