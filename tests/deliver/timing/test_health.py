from __future__ import annotations

import socket
import subprocess
import sys
import time

import pytest

from nutgraf.deliver.timing import health
from nutgraf.deliver.timing.health import Health
from nutgraf.errors import Usage
from tests.serving import Answer, serving


def test_a_run_tells_that_it_began_and_with_which_status_it_ended() -> None:
    said: list[str] = []
    with serving(lambda _: Answer(200, b"OK")) as server:
        check = Health(f"{server.url}/ping/0a1b2c", said.append)
        check.start()
        check.end(0)
        check.end(75)
    assert [one.path for one in server.asked] == [
        "/ping/0a1b2c/start",
        "/ping/0a1b2c/0",
        "/ping/0a1b2c/75",
    ]
    assert server.asked[0].headers["user-agent"].startswith("nutgraf/")
    assert said == []


@pytest.mark.parametrize(
    ("error", "status"),
    [(None, "75"), (Usage("no"), "2"), (ZeroDivisionError(), "1"), (KeyboardInterrupt(), "1")],
)
def test_a_run_that_breaks_off_is_not_told_as_one_that_ended_well(
    error: BaseException | None, status: str
) -> None:
    def run() -> None:
        with Health(f"{server.url}/x", print).watching(lambda: 75):
            if error is not None:
                raise error

    with serving(lambda _: Answer(200)) as server:
        if error is None:
            run()
        else:
            with pytest.raises(type(error)):
                run()
    assert [one.path for one in server.asked] == ["/x/start", f"/x/{status}"]


def test_a_slash_at_the_end_and_a_query_stay_where_they_belong() -> None:
    with serving(lambda _: Answer(200)) as server:
        Health(f"{server.url}/a/?create=1", print).end(2)
    assert [(one.path, one.query) for one in server.asked] == [("/a/2", {"create": ["1"]})]


def test_without_an_address_nobody_is_told() -> None:
    said: list[str] = []
    Health(None, said.append).start()
    Health(None, said.append).end(0)
    assert said == []


@pytest.mark.parametrize("first", [503, 500, 429, None])
def test_what_passes_by_itself_is_tried_once_more(first: int | None) -> None:
    said: list[str] = []
    answers = iter([Answer(first) if first else None, Answer(200)])
    with serving(lambda _: next(answers)) as server:
        Health(f"{server.url}/x", said.append).start()
    assert len(server.asked) == 2
    assert said == []


@pytest.mark.parametrize(("status", "asked"), [(404, 1), (400, 1), (503, 2)])
def test_a_ping_that_is_refused_is_one_line_that_does_not_tell_the_address(
    status: int, asked: int
) -> None:
    said: list[str] = []
    with serving(lambda _: Answer(status)) as server:
        Health(f"{server.url}/secret-id", said.append).end(1)
    assert len(server.asked) == asked
    assert said == [f"the health check at 127.0.0.1 was not told (1): it answers {status}"]


def test_nobody_there_is_one_line() -> None:
    said: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as there:
        port = there.getsockname()[1]
    Health(f"http://127.0.0.1:{port}/secret-id", said.append).start()
    assert said == ["the health check at 127.0.0.1 was not told (start): it cannot be reached"]


def test_a_server_that_does_not_answer_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "TIMEOUT", 0.1)
    said: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as there:
        before = time.monotonic()
        Health(f"http://127.0.0.1:{there.getsockname()[1]}/", said.append).start()
        took = time.monotonic() - before
    assert took < 2
    assert said == [
        "the health check at 127.0.0.1 was not told (start): it does not answer in time"
    ]


@pytest.mark.parametrize("url", ["http://[::1", "no address", "ftp://example.org/x", "http://\0/"])
def test_an_address_that_is_none_raises_nothing(url: str) -> None:
    said: list[str] = []
    Health(url, said.append).start()
    assert len(said) == 1
    assert "(start)" in said[0]


def test_the_client_is_loaded_only_by_who_has_a_health_check() -> None:
    script = (
        "import sys; from nutgraf.deliver.timing.health import Health;"
        "Health(None, print).start(); sys.exit('httpx2' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
