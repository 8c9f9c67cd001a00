"""Every state of a page has an address, and an address that means nothing shows the usual."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest

from nutgraf.preview.address import WIDTHS, Address, brief_path, read_address

_FORMATS = ("cards", "plain")


def _read(query: str) -> Address:
    return read_address(dict(parse_qsl(query.lstrip("?"))), formats=_FORMATS)


@pytest.mark.parametrize(
    "state",
    [
        Address(),
        Address(view="inbox"),
        Address(format="plain", scheme="dark", images="off", width="phone"),
        Address(width="517", beside="cards", panel="sources", source="a b&c", finding="f00d"),
        Address(severity="note", family="numbers", story="2", claim="“é”"),
    ],
)
def test_a_state_comes_back_from_its_address(state: Address) -> None:
    assert _read(state.to()) == state


def test_what_is_as_usual_is_not_told() -> None:
    assert Address().to() == "?"
    assert Address(view="text").to(view="email") == "?"


@pytest.mark.parametrize(
    "query",
    [
        "view=video",
        "format=nowhere",
        "beside=nowhere",
        "scheme=sepia",
        "images=maybe",
        "panel=kitchen",
        "severity=fatal",
        "width=huge",
        "width=12",
        "width=99999999",
        "width=-400",
        "width=٤٠٠",
        "colour=red",
    ],
)
def test_what_is_not_known_shows_the_usual(query: str) -> None:
    assert _read(query) == Address()


def test_a_width_is_a_name_or_a_number() -> None:
    assert Address(width="phone").pixels == WIDTHS["phone"]
    assert Address(width="517").pixels == 517


def test_an_id_cannot_lead_out_of_its_path() -> None:
    assert brief_path("a/../b?c#d") == "/brief/a%2F..%2Fb%3Fc%23d"
