from __future__ import annotations

import quopri

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.deliver.messages.part import Part, filled
from nutgraf.deliver.messages.quoted_printable import encode

# Many dots, spaces, equal signs and line ends, and what mailboxes take for a new message.
TEXT = st.lists(
    st.one_of(
        st.sampled_from(
            [".", "..", "From ", " ", "  ", "=", "=3D", "\t", "\n", "\r", "é", "😀", "a"]
        ),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=90),
    )
).map("".join)
TOKENS = ("%%READER_A%%", "%%READER_B%%")


def decoded(data: bytes) -> str:
    return quopri.decodestring(data).decode()


def as_sent(text: str) -> str:
    """Its line ends as messages have them; a carriage return alone is no line end."""
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


def refuse_bad_lines(data: bytes) -> None:
    for line in data.split(b"\r\n"):
        assert len(line) <= 76
        assert not line.endswith((b" ", b"\t"))
        assert not line.startswith((b".", b"From "))
        assert not set(line) - set(range(32, 127))


@given(TEXT)
def test_any_text_is_read_back_and_every_line_can_be_sent(text: str) -> None:
    data = encode(text)
    refuse_bad_lines(data)
    assert decoded(data) == as_sent(text)


@given(TEXT, TEXT, TEXT, TEXT)
def test_what_is_joined_of_pieces_is_one_text(a: str, b: str, one: str, two: str) -> None:
    part = Part(f"{a}{TOKENS[0]}{b}{TOKENS[1]}{TOKENS[0]}")
    assert part.distinct == set(TOKENS)
    data = part.put({TOKENS[0]: filled(one), TOKENS[1]: filled(two)})
    refuse_bad_lines(data)
    pieces = (a, one, b, two, one)
    assert decoded(data) == "".join(map(as_sent, pieces))


def test_a_text_without_tokens_is_one_piece() -> None:
    part = Part("The ferries sailed.\n")
    assert not part.distinct
    assert part.put({}) == b"The ferries sailed.\r\n"


def test_words_stay_readable() -> None:
    assert encode("Ferries: 1=1, äh.\n.\nFrom here") == (
        b"Ferries: 1=3D1, =C3=A4h.\r\n=2E\r\n=46rom here"
    )
