from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.deliver.transports.replies import Garbled, Replies, Reply


def read(data: bytes) -> list[Reply]:
    return list(Replies().feed(data))


def test_a_reply_may_have_several_lines() -> None:
    (reply,) = read(b"550-5.1.1 There is no\r\n550-5.1.1 such user\r\n550 5.1.1 here\r\n")
    assert (reply.code, reply.kind, reply.enhanced) == (550, 5, "5.1.1")
    assert reply.said == "There is no such user here"
    assert str(reply) == "550 5.1.1 There is no such user here"


@pytest.mark.parametrize(
    ("line", "enhanced", "said"),
    [
        (b"250 2.0.0 Ok: queued as 4XyZ", "2.0.0", "Ok: queued as 4XyZ"),
        (b"250 2.0.0", "2.0.0", ""),
        (b"250", "", ""),
        (b"250 Ok", "", "Ok"),
        (b"550 5.1.10 Recipient not found", "5.1.10", "Recipient not found"),
        (b"550 4.1.1 Contradicts itself", "", "Contradicts itself"),
        (b"550 5.1.1.1 is no such code", "", "5.1.1.1 is no such code"),
        (b"550 5.1 is none either", "", "5.1 is none either"),
        (b"450 \xff\xfe\x1b[31mred\x00", "", "\ufffd\ufffd [31mred"),
    ],
)
def test_the_enhanced_code_and_the_words(line: bytes, enhanced: str, said: str) -> None:
    (reply,) = read(line + b"\r\n")
    assert (reply.enhanced, reply.said) == (enhanced, said)


def test_long_words_are_cut() -> None:
    (reply,) = read(b"250 " + b"x" * 5000 + b"\r\n")
    assert len(reply.said) == 500


CODES = st.integers(200, 599)
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=20)


@given(st.lists(st.tuples(CODES, st.lists(WORDS, min_size=1, max_size=3)), max_size=5), st.data())
def test_replies_come_out_whole_however_they_are_cut(
    replies: list[tuple[int, list[str]]], data: st.DataObject
) -> None:
    written = "".join(
        f"{code}{' ' if last else '-'}{line}\r\n"
        for code, lines in replies
        for last, line in zip([False] * (len(lines) - 1) + [True], lines, strict=True)
    ).encode()
    cuts = data.draw(st.lists(st.integers(0, len(written)), max_size=8).map(sorted))
    parser = Replies()
    found = [
        reply
        for start, end in zip([0, *cuts], [*cuts, len(written)], strict=True)
        for reply in parser.feed(written[start:end])
    ]
    assert [reply.code for reply in found] == [code for code, _ in replies]
    assert [reply.text for reply in found] == ["\n".join(lines) for _, lines in replies]
    assert all(reply.said.isprintable() for reply in found if reply.text.isascii())


@given(st.binary(max_size=200))
def test_any_bytes_are_replies_or_garbled(data: bytes) -> None:
    try:
        replies = read(data + b"\r\n")
    except Garbled:
        return
    assert all(200 <= reply.code < 600 for reply in replies)


@pytest.mark.parametrize("data", [b"250-" + b"x" * 100, b"250-x\r\n", b"2" * 50])
def test_what_never_ends_is_not_kept(data: bytes) -> None:
    parser = Replies()

    def forever() -> None:
        for _ in range(1000):
            list(parser.feed(data))

    with pytest.raises(Garbled):
        forever()


def test_what_came_before_the_garbage_counts() -> None:
    replies = Replies().feed(b"250 Ok\r\nwhat?\r\n")
    assert next(replies).code == 250
    with pytest.raises(Garbled, match=r"what\?"):
        next(replies)
