"""Bytes as characters, by the rules of the HTML and the Encoding standard."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.capture.decoding import decode
from nutgraf.capture.encoding_labels import LABELS

TEXT = "The price is 40 €: “no more,” she said."


@pytest.mark.parametrize("label", sorted(LABELS))
def test_every_label_of_the_standard_is_read_as_its_encoding(label: str) -> None:
    codec = LABELS[label]
    if codec in ("replacement", "x-user-defined"):
        return
    data = "Zürich é 漢字 Привет".encode(codec, errors="ignore")
    assert decode(data, label.upper()) == data.decode(codec, errors="replace").removeprefix(
        "\ufeff"
    )


@pytest.mark.parametrize("label", sorted(LABELS))
def test_every_label_is_read_where_the_page_says_it(label: str) -> None:
    codec = LABELS[label]
    if codec in ("utf-16-le", "utf-16-be"):
        codec = "utf-8"  # a page that can be read so far is not UTF-16
    if codec == "x-user-defined":
        codec = "cp1252"  # the standard's exception for `meta`
    if codec == "replacement":
        assert decode(f'<meta charset="{label}">x'.encode()) == "\ufffd"
        return
    data = f'<meta charset="{label}">'.encode() + "<p>é".encode(codec, errors="ignore")
    assert decode(data) == data.decode(codec, errors="replace")


def test_latin_1_is_windows_1252_on_the_web() -> None:
    data = TEXT.encode("cp1252")
    assert decode(data, "ISO-8859-1") == TEXT
    assert decode(b'<meta charset="latin1">' + data).endswith(TEXT)


def test_a_byte_order_mark_is_stronger_than_any_label() -> None:
    for mark, codec in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le")):
        assert decode(mark + TEXT.encode(codec), "windows-1252") == TEXT


def test_a_label_that_was_never_true_is_not_believed() -> None:
    assert decode(TEXT.encode(), "iso-8859-1") == TEXT


def test_bytes_that_say_nothing_are_utf_8_where_they_can_be() -> None:
    assert decode(TEXT.encode()) == TEXT


def test_x_user_defined_keeps_every_byte_apart() -> None:
    assert decode(b"a\x80\xff", "x-user-defined") == "a\uf780\uf7ff"


@given(st.binary(max_size=200), st.none() | st.sampled_from(sorted(LABELS)) | st.text(max_size=8))
def test_any_bytes_with_any_label_are_text(data: bytes, label: str | None) -> None:
    assert isinstance(decode(data, label), str)
