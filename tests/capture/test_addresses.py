"""Addresses as a source names them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.capture.addresses import canonical, host_of, page_key, stated_canonical


@pytest.mark.parametrize(
    ("given_url", "wanted"),
    [
        ("https://a.example/x?utm_source=n&id=7&fbclid=z#top", "https://a.example/x?id=7"),
        ("HTTP://A.Example:80/x", "http://a.example/x"),
        ("https://a.example", "https://a.example/"),
        ("https://a.example/x?b=2&a=1", "https://a.example/x?b=2&a=1"),
        ("https://bücher.example/ß", "https://xn--bcher-kva.example/ß"),
        ("https://a.example/s?q=utm_source", "https://a.example/s?q=utm_source"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_what_tracks_readers_is_left_off(given_url: str, wanted: str) -> None:
    assert canonical(given_url) == wanted


@pytest.mark.parametrize(
    "other",
    [
        "http://www.a.example/news/x",
        "https://a.example/news/x/",
        "https://m.a.example/news/x?utm_medium=mail",
        "https://amp.a.example/news/x",
        "https://a.example/news/x/amp/",
        "https://a.example/news/x#comments",
    ],
)
def test_variants_of_one_page_have_one_key(other: str) -> None:
    assert page_key(other) == page_key("https://a.example/news/x")


def test_pages_that_differ_have_different_keys() -> None:
    assert page_key("https://a.example/x?id=1") != page_key("https://a.example/x?id=2")
    assert page_key("https://a.example/x") != page_key("https://b.example/x")


@pytest.mark.parametrize(
    ("stated", "url", "wanted"),
    [
        ("/x", "https://a.example/x?page=2", "https://a.example/x"),
        ("https://a.example/", "https://a.example/x", "https://a.example/x"),
        ("https://evil.example/x", "https://a.example/x", "https://a.example/x"),
        ("https://www.a.co.uk/x", "https://m.a.co.uk/y", "https://www.a.co.uk/x"),
        ("https://b.co.uk/x", "https://a.co.uk/y", "https://a.co.uk/y"),
        ("http://[", "https://a.example/x", "https://a.example/x"),
        ("https://a.example/x", None, "https://a.example/x"),
        ("/x", None, None),
        (None, None, None),
    ],
)
def test_an_address_that_a_page_states_is_believed_where_it_can_be_true(
    stated: str | None, url: str | None, wanted: str | None
) -> None:
    assert stated_canonical(stated, url) == wanted


@given(st.text(max_size=60))
def test_any_text_has_an_address_and_a_key(text: str) -> None:
    assert isinstance(canonical(text), str)
    assert isinstance(page_key(text), str)
    assert isinstance(host_of(text), str)
    assert canonical(canonical(text)) == canonical(text)
