"""The preview as a program: who may ask what, what it watches, and how it ends."""

from __future__ import annotations

import http.client
import json
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.preview.serving import NUTGRAF, Preview, previewing
from tests.workspaces import BRIEF, PLAIN, SETTINGS, write_files

ID = "2025-03-07"
NAME = f"briefs/{ID}.md"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    secret = {"secret.txt": "not for readers", "briefs/notes.txt": "private"}
    root = write_files(tmp_path_factory.mktemp("shared"), {**PLAIN, **secret})
    with previewing(root) as running:
        yield running


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Preview]:
    with previewing(write_files(tmp_path, PLAIN)) as running:
        yield running


def _until(condition: Callable[[], bool], seconds: float = 10) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return condition()


def _email(preview: Preview, name: str = ID) -> str:
    return preview.ask(f"/digest/{name}/email.html?raw=1")[2]


# --- what it shows -------------------------------------------------------------------------------


def test_the_first_page_is_that_of_the_newest_brief(preview: Preview) -> None:
    status, headers, _ = preview.ask("/")
    assert (status, headers["location"]) == (307, f"/brief/{ID}")
    assert preview.ask(f"/brief/{ID}")[0] == 200


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("email.html?raw=1", "<!doctype html"),
        ("digest.txt", "1,240 passengers"),
        ("digest.md", "1,240 passengers"),
        ("email.eml", "Subject: Ferries carry 1,240"),
        ("email.html?raw=1&provider=mailchimp", "*|UNSUB|*"),
    ],
)
def test_every_digest_is_there_as_it_goes_out(preview: Preview, name: str, words: str) -> None:
    status, headers, body = preview.ask(f"/digest/{ID}/{name}")
    assert status == 200
    assert words in body
    assert not headers["content-type"].startswith("text/html")


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("/brief/2025-03-08", ID),
        ("/digest/2025-03-07/email.pdf", "email.html"),
        ("/digest/2025-03-07/email.html?raw=1&provider=mailchump", "mailchimp"),
        ("/source/nothing", "nothing"),
    ],
)
def test_what_is_not_there_is_told_with_the_next_step(
    preview: Preview, path: str, hint: str
) -> None:
    status, _, body = preview.ask(path)
    assert status == 404
    assert hint in body


# --- who may ask ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "169.254.1.1:{port}"],
)
def test_a_foreign_host_is_refused(preview: Preview, host: str) -> None:
    told = preview.ask(f"/brief/{ID}", headers={"Host": host.format(port=preview.port)})
    assert told[0] == 421
    assert "passengers" not in told[2]


def test_answers_on_a_kept_connection_do_not_wait_for_each_other(preview: Preview) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=20)
    waits = []
    for _ in range(15):
        began = time.perf_counter()
        connection.request("GET", "/static/copy.js")
        connection.getresponse().read()
        waits.append(time.perf_counter() - began)
    connection.close()
    # A delayed acknowledgement is 40 ms at the least, and met every time.
    assert min(waits[1:]) < 0.03


def test_localhost_is_this_machine(preview: Preview) -> None:
    headers = {"Host": f"localhost:{preview.port}"}
    assert preview.ask(f"/brief/{ID}", headers=headers)[0] == 200


@pytest.mark.parametrize(
    "origin", [None, "null", "http://evil.example", "https://127.0.0.1:{port}"]
)
def test_what_changes_anything_needs_our_origin(preview: Preview, origin: str | None) -> None:
    headers = {"X-Nutgraf-Token": preview.token(), "Content-Length": "0"}
    if origin is not None:
        headers["Origin"] = origin.format(port=preview.port)
    assert preview.ask("/phone", method="POST", headers=headers)[0] == 403


@pytest.mark.parametrize("token", ["", "guess", "ünï"])
def test_what_changes_anything_needs_our_token(preview: Preview, token: str) -> None:
    headers = {"Origin": preview.url, "X-Nutgraf-Token": token, "Content-Length": "0"}
    headers["X-Nutgraf-Token"] = token.encode().decode("latin-1")
    assert preview.ask("/phone", method="POST", headers=headers)[0] == 403


def test_our_own_page_may(preview: Preview) -> None:
    headers = {"Origin": preview.url, "X-Nutgraf-Token": preview.token(), "Content-Length": "0"}
    # There is no phone to make a code for, which is another answer than that it may not ask.
    assert preview.ask("/phone", method="POST", headers=headers)[0] == 404


@pytest.mark.parametrize("mode", ["no-cors", "cors", "same-origin", "websocket"])
def test_another_site_may_not_embed_anything(preview: Preview, mode: str) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": mode}
    assert preview.ask(f"/digest/{ID}/digest.txt", headers=headers)[0] == 403


def test_every_answer_is_hardened(preview: Preview) -> None:
    for path in ("/", f"/brief/{ID}", f"/digest/{ID}/email.html", "/nothing", f"/sheet/{ID}"):
        _, headers, _ = preview.ask(path)
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy, path
        assert "script-src 'unsafe-inline'" not in policy, path
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "server" not in headers


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/static/../../../secret.txt",
        "/static/%2e%2e/%2e%2e/__init__.py",
        "/static/..%2f..%2fdesk.py",
        "/static//etc/passwd",
        "/brief/..%2f..%2fsecret.txt",
        "/source/..%2fsecret",
        "/source/notes",
        "/source/2025-03-07",
        "/digest/..%2f..%2fseeds/email.html",
        "/digest/2025-03-07/..%2fmanifest.json",
        "/brief/%00",
        "/briefs/2025-03-07.md",
        "/nutgraf.yaml",
    ],
)
def test_nothing_outside_is_served(preview: Preview, path: str) -> None:
    status, _, body = preview.ask(path)
    assert status == 404
    assert "not for readers" not in body
    assert "root:" not in body


# --- what it watches -----------------------------------------------------------------------------


def test_a_page_hears_of_every_save(alone: Preview) -> None:
    with urllib.request.urlopen(f"{alone.url}/events", timeout=20) as stream:
        first = _event(stream)
        (alone.root / NAME).write_text(BRIEF.replace("1,240 p", "1,250 p"), "utf-8")
        assert _event(stream) > first
    assert "1,250 passengers" in _email(alone)


def _event(stream: object) -> int:
    while True:
        line = stream.readline().decode()  # type: ignore[attr-defined]
        if line.startswith("data: "):
            return int(json.loads(line[6:])["version"])


def test_a_file_that_an_editor_replaces_is_followed(alone: Preview) -> None:
    for number in range(1, 6):
        waiting = alone.root / "briefs/.2025-03-07.md.swp"
        waiting.write_text(BRIEF.replace("1,240 p", f"1,24{number} p"), "utf-8")
        waiting.replace(alone.root / NAME)
        assert _until(lambda said=f"1,24{number} passengers": said in _email(alone))  # type: ignore[misc]


def test_files_that_appear_vanish_and_are_renamed_are_followed(alone: Preview) -> None:
    new = alone.root / "briefs/2025-03-14.md"
    new.write_text(BRIEF.replace(ID, "2025-03-14"), "utf-8")
    assert _until(lambda: alone.ask("/")[1]["location"] == "/brief/2025-03-14")
    new.rename(alone.root / "briefs/2025-03-21.md")
    assert _until(lambda: alone.ask("/brief/2025-03-21")[0] == 200)
    (alone.root / "briefs/2025-03-21.md").unlink()
    assert _until(lambda: alone.ask("/")[1]["location"] == f"/brief/{ID}")


def test_a_folder_that_appears_is_watched(alone: Preview) -> None:
    assert alone.ask("/brief/later")[0] == 404
    (alone.root / "angles").mkdir()
    (alone.root / "angles/later.md").write_text("Why it *matters*.\n", "utf-8")
    brief = f"{BRIEF}\n## Newsletter Angles\n\n![[angles/later]]\n"
    (alone.root / NAME).write_text(brief, "utf-8")
    assert _until(lambda: "Why it" in _email(alone))
    (alone.root / "angles/later.md").write_text("Why it is *late*.\n", "utf-8")
    assert _until(lambda: "Why it is" in _email(alone))


def test_a_burst_from_version_control_settles_on_the_last_state(alone: Preview) -> None:
    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=A", "-c", "user.email=a@desk.example"]
        subprocess.run(["git", *identity, *arguments], cwd=alone.root, check=True, timeout=30)

    git("init", "-q", "-b", "main")
    git("add", "seeds", "briefs", "nutgraf.yaml")
    git("commit", "-qm", "one")
    git("checkout", "-qb", "two")
    for number in range(60):
        text = f"---\ntitle: S{number}\n---\nStory {number}.\n"
        (alone.root / f"seeds/s{number}.md").write_text(text, "utf-8")
    (alone.root / NAME).write_text(BRIEF.replace("1,240 p", "1,777 p"), "utf-8")
    git("add", "-A", "seeds", "briefs")
    git("commit", "-qm", "two")
    for branch, said in (("main", "1,240"), ("two", "1,777"), ("main", "1,240")):
        git("checkout", "-q", branch)
        assert _until(lambda words=f"{said} passengers": words in _email(alone))  # type: ignore[misc]


def test_a_changed_configuration_is_followed(alone: Preview) -> None:
    (alone.root / "nutgraf.yaml").write_text(SETTINGS.replace("Harbour", "Quayside"), "utf-8")
    assert _until(lambda: "Quayside Letter" in _email(alone))


def test_a_very_long_source_is_taken(alone: Preview) -> None:
    text = "---\ntitle: Long\n---\n" + "A tram. " * (10 * 1024 * 1024 // 8)
    (alone.root / "seeds/long.md").write_text(text, "utf-8")
    (alone.root / NAME).write_text(BRIEF.replace("1,240 p", "1,260 p"), "utf-8")
    assert _until(lambda: "1,260 passengers" in _email(alone))


# --- how it begins and ends ----------------------------------------------------------------------


def test_two_previews_run_at_once(alone: Preview) -> None:
    with previewing(alone.root) as second:
        assert second.port != alone.port
        assert second.ask(f"/brief/{ID}")[0] == alone.ask(f"/brief/{ID}")[0] == 200


def test_a_port_that_is_taken_is_told(alone: Preview) -> None:
    arguments = [str(NUTGRAF), "preview", "--no-open", "--port", str(alone.port)]
    done = subprocess.run(
        arguments, cwd=alone.root, capture_output=True, text=True, timeout=30, check=False
    )
    assert done.returncode == 2
    assert f"port {alone.port} is taken" in done.stderr
    assert "--port" in done.stderr.splitlines()[-1]


@pytest.mark.parametrize("listening", [False, True])
def test_an_interrupt_ends_it_and_leaves_nothing_behind(tmp_path: Path, listening: bool) -> None:
    with previewing(write_files(tmp_path, PLAIN)) as running:
        stream = urllib.request.urlopen(f"{running.url}/events", timeout=20) if listening else None
        if stream is not None:
            stream.readline()
        begun = time.monotonic()
        assert running.interrupt() == 0
        assert time.monotonic() - begun < 5
        if stream is not None:
            stream.close()
    assert running.said[-1] == "the preview has ended"
    assert "Traceback" not in "\n".join(running.said)
    with socket.socket() as free:
        free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        free.bind(("127.0.0.1", running.port))
    left = {path.name for path in tmp_path.iterdir()} - {"seeds", "briefs", "nutgraf.yaml"}
    assert left <= {".nutgraf"}


def test_a_very_long_source_is_checked_beside_the_pages(tmp_path: Path) -> None:
    text = "---\ntitle: Long\n---\n" + "The tram of Arholm carried 12 people on Monday. " * 220_000
    brief = BRIEF.replace("[@report]", "[@report; @long]")
    with previewing(write_files(tmp_path, {**PLAIN, "seeds/long.md": text, NAME: brief})) as long:
        begun = time.monotonic()
        assert "1,240 passengers" in _email(long)
        assert time.monotonic() - begun < 10
        (long.root / NAME).write_text(brief.replace("1,240 p", "1,270 p"), "utf-8")
        assert _until(lambda: "1,270 passengers" in _email(long))
        assert long.interrupt() == 0
