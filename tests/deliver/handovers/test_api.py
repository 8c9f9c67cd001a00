from __future__ import annotations

import json
import socket
import traceback
from typing import Any

import pytest

from nutgraf.deliver.handovers import api
from nutgraf.deliver.handovers.api import Api
from nutgraf.deliver.secrets import Hidden
from nutgraf.errors import TryLater, Usage
from tests.serving import Answer, serving

TOKEN = "s3cr3t-token"


def opened(url: str, token: str = TOKEN) -> Api:
    return Api("listmonk", url, Hidden(token), authorization=f"token a:{token}")


def ask(url: str) -> Any:
    service = opened(url)
    try:
        return service.ask("GET", "/x", dict)
    finally:
        service.close()


@pytest.mark.parametrize(
    "url", ["http://lists.example.org", "http://127.0.0.1.example.org", "http://10.0.0.1"]
)
def test_a_token_does_not_go_out_in_the_clear(url: str) -> None:
    with pytest.raises(Usage, match="in the clear"):
        opened(url)


@pytest.mark.parametrize("url", ["https://x.example", "http://localhost:1", "http://[::1]:1"])
def test_a_service_is_reached_by_https_or_on_this_machine(url: str) -> None:
    opened(url).close()


@pytest.mark.parametrize("token", ["a\nb", "ключ", "a\x7f"])
def test_a_token_that_no_header_can_hold_is_refused_and_not_shown(token: str) -> None:
    with pytest.raises(Usage) as caught:
        opened("https://x.example", token)
    assert token not in str(caught.value)


@pytest.mark.parametrize("body", [b"<html>", b"[]", b"", b"\xff"])
def test_an_answer_in_another_form_is_told(body: bytes) -> None:
    with (
        serving(lambda _: Answer(200, body)) as server,
        pytest.raises(Usage, match="in a form that nutgraf does not know"),
    ):
        ask(server.url)


@pytest.mark.parametrize("status", [301, 302, 404])
def test_another_address_is_not_followed(status: int) -> None:
    with serving(lambda _: Answer(status, b"", {"location": "/y"})) as server:
        with pytest.raises(Usage, match="has nothing at /x"):
            ask(server.url)
        assert [one.path for one in server.asked] == ["/x"]


@pytest.mark.parametrize("key", ["message", "detail"])
@pytest.mark.parametrize(("status", "kind"), [(400, Usage), (403, Usage), (500, TryLater)])
def test_a_token_that_the_service_repeats_is_not_shown(
    key: str, status: int, kind: type[Exception]
) -> None:
    said = json.dumps({key: f"token a:{TOKEN}\nis odd " + "x" * 1000}).encode()
    with serving(lambda _: Answer(status, said)) as server, pytest.raises(kind) as caught:
        ask(server.url)
    told = "".join(traceback.format_exception(caught.value))
    assert TOKEN not in told
    assert "token a:… is odd xxx" in told
    assert len(str(caught.value)) < 600


@pytest.mark.parametrize("body", [b"<html>", b"[1]", b"{}", b'{"message": ""}'])
def test_a_refusal_without_words_is_told_by_its_status(body: bytes) -> None:
    with serving(lambda _: Answer(400, body)) as server, pytest.raises(Usage) as caught:
        ask(server.url)
    assert caught.value.message == "listmonk does not take the brief (400)"


def test_a_service_that_does_not_answer_is_tried_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "WHOLE", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as there:
        url = f"http://127.0.0.1:{there.getsockname()[1]}"
        with pytest.raises(TryLater, match="does not answer in time"):
            ask(url)


def test_a_service_that_is_not_there_is_tried_later() -> None:
    with socket.create_server(("127.0.0.1", 0)) as there:
        url = f"http://127.0.0.1:{there.getsockname()[1]}"
    with pytest.raises(TryLater, match="cannot be reached"):
        ask(url)
