"""The email on a phone: whoever holds the code sees it, once, and nothing else."""

from __future__ import annotations

import asyncio
import re
import socket
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import urlsplit

import httpx2
import pytest

from nutgraf.errors import Usage
from nutgraf.preview import phone as phones
from nutgraf.preview.phone import Phone, own_address
from tests.preview.serving import Preview, previewing
from tests.programs import go_without
from tests.workspaces import PLAIN, write_files

HOST = "192.0.2.7:8000"
ID = "2025-03-07"


def asked(
    phone: Phone, ask: Callable[[httpx2.AsyncClient], Awaitable[None]], host: str = HOST
) -> None:
    """Runs `ask` with a browser on the phone, which keeps its cookies."""

    async def run() -> None:
        transport = httpx2.ASGITransport(app=phone.application())
        async with httpx2.AsyncClient(transport=transport, base_url=f"http://{host}") as client:
            await ask(client)

    asyncio.run(run())


def path(address: str) -> str:
    return urlsplit(address).path


def test_a_code_opens_the_email_of_now_on_one_phone_which_stays_let_in() -> None:
    emails = iter(["<p>first</p>", "<p>second</p>"])
    phone = Phone(HOST, lambda: next(emails))
    code = path(phone.address())

    async def one(client: httpx2.AsyncClient) -> None:
        opened = await client.get(code)
        assert (opened.status_code, opened.headers["location"]) == (303, "/")
        cookie = opened.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=strict" in cookie
        first = await client.get("/")
        assert (first.status_code, first.text) == (200, "<p>first</p>")
        assert "default-src 'none'" in first.headers["content-security-policy"]
        assert (await client.get("/")).text == "<p>second</p>"

    async def another(client: httpx2.AsyncClient) -> None:
        assert (await client.get(code)).status_code == 404
        assert (await client.get("/")).status_code == 404

    asked(phone, one)
    assert (phone.address(), phone.picture()) == ("", "")
    asked(phone, another)


def test_a_fresh_code_voids_the_one_before_and_keeps_those_let_in() -> None:
    phone = Phone(HOST, lambda: "<p>words</p>")
    before = path(phone.address())
    phone.renew()
    assert path(phone.address()) != before

    async def ask(client: httpx2.AsyncClient) -> None:
        assert (await client.get(before)).status_code == 404
        assert (await client.get(path(phone.address()))).status_code == 303
        phone.renew()
        assert (await client.get("/")).text == "<p>words</p>"

    asked(phone, ask)


@pytest.mark.parametrize(
    "wanted", [f"/brief/{ID}", "/phone", "/open/", "/open/guess", "/static/preview.css", "/events"]
)
def test_nothing_but_the_email_is_reached(wanted: str) -> None:
    async def ask(client: httpx2.AsyncClient) -> None:
        answer = await client.get(wanted)
        assert (answer.status_code, answer.text[:12]) == (404, "Nothing here")
        assert answer.headers["cache-control"] == "no-store"

    asked(Phone(HOST, lambda: "<p>words</p>"), ask)


def test_a_cookie_that_was_guessed_lets_nobody_in() -> None:
    async def ask(client: httpx2.AsyncClient) -> None:
        client.cookies.set("nutgraf-phone", "guess")
        assert (await client.get("/")).status_code == 404

    asked(Phone(HOST, lambda: "<p>words</p>"), ask)


def test_it_answers_to_no_other_name_and_changes_nothing() -> None:
    phone = Phone(HOST, lambda: "<p>words</p>")

    async def by_another_name(client: httpx2.AsyncClient) -> None:
        assert (await client.get(path(phone.address()))).status_code == 421

    async def to_change(client: httpx2.AsyncClient) -> None:
        assert (await client.post(path(phone.address()))).status_code == 403

    asked(phone, by_another_name, host="evil.example:8000")
    asked(phone, to_change)
    assert phone.address()


def test_the_code_is_drawn_for_the_terminal_and_the_page() -> None:
    phone = Phone(HOST, lambda: "")
    assert re.search("[▀▄█]{2}", phone.drawn())
    assert phone.picture().startswith("<svg")


def test_a_machine_on_no_network_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    # Nothing can be reached by a loopback address but this machine.
    monkeypatch.setattr(phones, "_ELSEWHERE", ("127.0.0.1", 9))
    with pytest.raises(Usage, match="no network"):
        own_address()
    monkeypatch.setattr(phones, "_ELSEWHERE", ("255.255.255.255", 9))
    with pytest.raises(Usage, match="no network"):
        own_address()


def test_the_program_shows_the_email_on_the_network_and_the_code_on_its_own_page(
    tmp_path: Path,
) -> None:
    try:
        own_address()
    except Usage:
        go_without("needs a network that a phone could share")
    with previewing(write_files(tmp_path, PLAIN), "--phone") as preview:
        address = said_address(preview)
        assert "<svg" in preview.ask("/phone")[2]
        with httpx2.Client() as client:
            assert client.get(address).status_code == 303
            email = client.get(f"http://{urlsplit(address).netloc}/")
            assert "1,240 passengers" in email.text
        assert "has used" in preview.ask("/phone")[2]
        assert httpx2.get(address).status_code == 404
        origin = {"Origin": preview.url, "X-Nutgraf-Token": preview.token()}
        assert preview.ask("/phone", method="POST", headers=origin)[0] < 400
        assert "<svg" in preview.ask("/phone")[2]
        assert preview.interrupt() == 0
    with (
        pytest.raises(ConnectionRefusedError),
        socket.create_connection((urlsplit(address).hostname, urlsplit(address).port), timeout=5),
    ):
        pass


def said_address(preview: Preview) -> str:
    for _ in range(100):
        for line in preview.said:
            if found := re.search(r"http://\S+/open/\S+", line):
                return found[0]
        time.sleep(0.05)
    raise AssertionError(preview.said)
