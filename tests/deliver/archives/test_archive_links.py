from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.deliver.archives.archive_links import archive_root, archive_url, page_folder
from nutgraf.workspace.settings import Sender, Settings


def settings(base_url: str | None) -> Settings:
    return Settings(
        name="The Harbour Letter",
        sender=Sender("The Harbour Letter", "desk@harbour.example"),
        postal_address="Example Street 1",
        base_url=base_url,
    )


@pytest.mark.parametrize("base", ["https://harbour.example", "https://harbour.example/"])
def test_a_page_has_the_id_of_its_brief_below_the_base_url(base: str) -> None:
    assert archive_url(settings(base), "2026-02-13") == "https://harbour.example/2026-02-13/"


def test_the_base_url_may_be_a_folder_and_keeps_nothing_behind_it() -> None:
    given = settings("https://harbour.example/our briefs/?from=mail#top")
    assert archive_root(given) == "https://harbour.example/our%20briefs/"


def test_without_a_base_url_there_is_no_address() -> None:
    assert archive_url(settings(None), "2026-02-13") is None


@pytest.mark.parametrize(
    ("key", "address"),
    [
        ("Fähren & mehr", "F%C3%A4hren%20%26%20mehr"),
        ("港の手紙", "%E6%B8%AF%E3%81%AE%E6%89%8B%E7%B4%99"),
    ],
)
def test_spaces_and_letters_of_any_script_are_percent_encoded(key: str, address: str) -> None:
    assert page_folder(key) == key
    assert archive_url(settings("https://harbour.example"), key) == (
        f"https://harbour.example/{address}/"
    )


@pytest.mark.parametrize("key", ["index.html", "Atom.xml", "rss.xml", "nul", "COM1.txt", "", "..."])
def test_an_id_that_would_be_another_file_gets_a_name_of_its_own(key: str) -> None:
    folder = page_folder(key)
    assert folder != key
    assert folder.partition(".")[0].casefold() not in {"", "nul", "com1"}
    assert folder.casefold() not in {"index.html", "atom.xml", "rss.xml"}


def test_two_ids_that_are_changed_alike_stay_apart() -> None:
    assert page_folder("a/b") != page_folder("a:b") != page_folder("a-b")


@given(st.text(max_size=300))
def test_no_id_leads_out_of_the_archive(key: str) -> None:
    folder = page_folder(key)
    for path in (PurePosixPath("archive", folder), PureWindowsPath("archive", folder)):
        assert len(path.parts) == 2
        assert path.name == folder
    assert folder not in {"", ".", ".."}
    assert len(folder.encode()) < 255
    address = archive_url(settings("https://harbour.example/briefs"), key)
    assert address is not None
    assert address.isascii()
    assert unquote(urlsplit(address).path) == f"/briefs/{folder}/"
