from __future__ import annotations

import asyncio
import resource
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.deliver.outcome import Outcome, State
from nutgraf.deliver.transports import Letter
from nutgraf.deliver.transports.outbox import OutboxTransport, file_name
from nutgraf.errors import Stopped
from tests.deliver.transports.talking import SENDER, letter


def write(folder: Path, *sent: Letter) -> list[Outcome]:
    async def deliver() -> list[Outcome]:
        (lane,) = OutboxTransport(folder).lanes()
        outcomes = [await lane.deliver(one) for one in sent]
        await lane.close()
        return outcomes

    return asyncio.run(deliver())


def numbered(to: str, number: str, body: str = "") -> Letter:
    head = f"Subject: x\r\nMessage-ID:\r\n <{number}@harbour.example>\r\n\r\n"
    return Letter(SENDER, to, (head + body).encode())


def test_each_message_is_a_file_as_it_would_be_sent(tmp_path: Path) -> None:
    folder = tmp_path / "build" / "outbox" / "brief"
    sent = [letter("a@x.example"), letter("b@x.example", ".dot\r\n")]
    outcomes = write(folder, *sent)
    assert OutboxTransport(folder).name == f"the folder {folder}"
    assert [outcome.state for outcome in outcomes] == [State.SENT] * 2
    names = sorted(path.name for path in folder.iterdir())
    assert [name.rpartition(".")[0].rpartition(".")[0] for name in names] == [
        "a@x.example",
        "b@x.example",
    ]
    assert outcomes[0].said == f"written to {names[0]}"
    assert [(folder / name).read_bytes() for name in names] == [one.data for one in sent]


def test_the_same_message_again_takes_the_place_of_its_file(tmp_path: Path) -> None:
    write(tmp_path, numbered("a@x.example", "1", "old"), numbered("a@x.example", "2", "other"))
    write(tmp_path, numbered("a@x.example", "1", "new"))
    bodies = sorted(path.read_bytes().rpartition(b"\r\n")[2] for path in tmp_path.iterdir())
    assert bodies == [b"new", b"other"]


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_any_address_makes_a_safe_name(address: str) -> None:
    name = file_name(letter(address))
    assert Path(name).name == name
    assert name.isascii()
    assert not name.startswith(".eml")
    assert len(name) < 255
    assert name == name.strip()
    assert name.endswith(".eml")


def test_addresses_that_look_alike_on_disk_have_files_of_their_own() -> None:
    addresses = ["a/b@x.example", "a_b@x.example", "a:b@x.example", "A_B@x.example"]
    assert len({file_name(letter(address)).casefold() for address in addresses}) == 4


def test_a_folder_that_cannot_be_made_stops_all(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("a file")
    with pytest.raises(Stopped, match=r"cannot be written: Not a directory") as no:
        write(tmp_path / "build" / "outbox", letter())
    assert "another folder" in no.value.hint


def test_a_full_disk_stops_all_and_leaves_no_half_file(tmp_path: Path) -> None:
    """As full as a process can make it for itself: no file may be longer than these few bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, hard))
    try:
        with pytest.raises(Stopped, match="cannot be written: File too large"):
            write(tmp_path, letter())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(tmp_path.iterdir()) == []
