from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.errors import Fault, Faulty, Usage
from nutgraf.workspace.files import (
    CONFIGURATION_LIMIT,
    NOTE_LIMIT,
    find_root,
    read_text,
    workspace_name,
    write_atomically,
)


def fault_of(root: Path, path: Path, limit: int = NOTE_LIMIT) -> Fault:
    with pytest.raises(Faulty) as caught:
        read_text(root, path, limit=limit)
    (fault,) = caught.value.faults
    return fault


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_the_text_is_without_its_byte_order_mark_and_keeps_its_line_ends(
    tmp_path: Path, mark: bytes
) -> None:
    put(tmp_path, "seeds/harbour.md", mark + "Quay\r\nété\rend\n".encode())
    file = read_text(tmp_path, Path("seeds/harbour.md"), limit=NOTE_LIMIT)
    assert file.path == "seeds/harbour.md"
    assert file.text == "Quay\r\nété\rend\n"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_with_spaces_and_accents_are_read(tmp_path: Path, form: str) -> None:
    name = unicodedata.normalize(form, "der große Été.md")  # type: ignore[arg-type]
    put(tmp_path, name, b"x")
    assert read_text(tmp_path, tmp_path / name, limit=NOTE_LIMIT).path == name


def test_a_path_may_be_absolute_or_go_round_corners(tmp_path: Path) -> None:
    put(tmp_path, "seeds/a.md", b"x")
    assert workspace_name(tmp_path, tmp_path / "briefs" / ".." / "seeds" / "a.md") == "seeds/a.md"


def test_the_workspace_may_be_reached_through_a_link(tmp_path: Path) -> None:
    real = tmp_path / "real"
    put(real, "a.md", b"x")
    link = tmp_path / "link"
    link.symlink_to(real)
    assert read_text(link, Path("a.md"), limit=NOTE_LIMIT).path == "a.md"
    assert read_text(link, real / "a.md", limit=NOTE_LIMIT).path == "a.md"


def test_a_link_inside_the_workspace_is_followed(tmp_path: Path) -> None:
    put(tmp_path, "seeds/a.md", b"x")
    (tmp_path / "b.md").symlink_to(tmp_path / "seeds" / "a.md")
    file = read_text(tmp_path, Path("b.md"), limit=NOTE_LIMIT)
    assert (file.path, file.text) == ("b.md", "x")


def test_the_first_byte_that_is_not_utf_8_is_told_with_its_place(tmp_path: Path) -> None:
    put(tmp_path, "a b.md", b"\xef\xbb\xbfone\r\n\xc3\xa9t\xe9 x")
    fault = fault_of(tmp_path, Path("a b.md"))
    assert fault.where() == "a b.md:2:3"
    assert fault.message == "the file is not UTF-8: the byte 0xe9 stands here"
    assert "Windows-1252" in fault.hint
    assert "iconv -f WINDOWS-1252 -t UTF-8 'a b.md'" in fault.hint


def test_what_is_no_windows_1252_either_is_not_called_so(tmp_path: Path) -> None:
    put(tmp_path, "a.md", b"\x81\xff")
    fault = fault_of(tmp_path, Path("a.md"))
    assert fault.where() == "a.md:1:1"
    assert "Windows" not in fault.hint


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_named(tmp_path: Path, encoding: str) -> None:
    put(tmp_path, "a.md", "\ufeffhello".encode(encoding))
    fault = fault_of(tmp_path, Path("a.md"))
    assert fault.where() == "a.md:1:1"
    assert fault.message == "the file is UTF-16, not UTF-8"
    assert "iconv -f UTF-16 -t UTF-8 a.md" in fault.hint


def test_nul_bytes_are_binary(tmp_path: Path) -> None:
    put(tmp_path, "a.md", b"one\ntw\0\xff")
    fault = fault_of(tmp_path, Path("a.md"))
    assert fault.where() == "a.md:2:3"
    assert "NUL" in fault.message


def test_a_file_of_just_the_limit_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    put(tmp_path, "a.yaml", b"x" * CONFIGURATION_LIMIT)
    assert read_text(tmp_path, Path("a.yaml"), limit=CONFIGURATION_LIMIT).text
    put(tmp_path, "a.yaml", b"x" * (CONFIGURATION_LIMIT + 1))
    fault = fault_of(tmp_path, Path("a.yaml"), CONFIGURATION_LIMIT)
    assert fault.message == "the file is too large: 64 KB, and 64 KB is the most"
    assert fault.line is None


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = put(tmp_path, "a.md", b"")
    os.truncate(path, 50 * 1024 * 1024)
    assert "50 MB, and 2 MB is the most" in fault_of(tmp_path, Path("a.md")).message
    assert "and 7 bytes is the most" in fault_of(tmp_path, Path("a.md"), 7).message


def test_a_file_that_says_it_is_small_and_is_not_is_refused() -> None:
    """Files of /proc have the size 0."""
    proc = Path("/proc/self")
    if not (proc / "status").exists():
        pytest.skip("needs /proc")
    assert "too large" in fault_of(proc.resolve(), Path("status"), 16).message


def test_a_path_outside_the_workspace_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "paper"
    root.mkdir()
    put(tmp_path, "secret.md", b"x")
    fault = fault_of(root, Path("../secret.md"))
    assert fault.path == "../secret.md"
    assert fault.message == "the file lies outside the workspace"
    assert root.as_posix() in fault.hint


def test_a_link_that_leads_out_of_the_workspace_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "paper"
    root.mkdir()
    secret = put(tmp_path, "secret.md", b"x")
    (root / "a.md").symlink_to(secret)
    fault = fault_of(root, Path("a.md"))
    assert fault.path == "a.md"
    assert fault.message == f"the path leads out of the workspace, to {secret.as_posix()}"
    assert "copy" in fault.hint


def test_a_folder_a_pipe_and_a_socket_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    os.mkfifo(tmp_path / "pipe.md")
    assert fault_of(tmp_path, Path("folder.md")).message == "this is a folder, not a file"
    assert fault_of(tmp_path, Path("pipe.md")).message == "this is a pipe, not a file"
    assert "device" in fault_of(Path("/dev"), Path("null")).message


def test_what_is_not_there_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to(tmp_path / "gone.md")
    (tmp_path / "round.md").symlink_to(tmp_path / "round.md")
    (tmp_path / "a.md").touch()
    assert fault_of(tmp_path, Path("gone.md")).message == "there is no such file"
    assert "link leads nowhere" in fault_of(tmp_path, Path("link.md")).hint
    assert "cannot be read" in fault_of(tmp_path, Path("round.md")).message
    assert "cannot be read" in fault_of(tmp_path, Path("a.md/b.md")).message
    assert "NUL" in fault_of(tmp_path, Path("a\0b.md")).message


@pytest.fixture
def somebody() -> Iterator[None]:
    """Root may read everything: as root, the test is done as nobody."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield
    if root:
        os.seteuid(0)


def test_a_file_that_may_not_be_read_is_told_so(tmp_path: Path, somebody: None) -> None:
    path = tmp_path / "a b.md"
    if os.access(tmp_path, os.W_OK, effective_ids=True):
        put(tmp_path, "a b.md", b"x").chmod(0)
    fault = fault_of(tmp_path, path)
    assert fault.message == "you may not read this file"
    assert "chmod u+r 'a b.md'" in fault.hint


@given(st.binary())
def test_any_bytes_are_text_or_one_fault_with_its_place(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    root = tmp_path_factory.getbasetemp()
    put(root, "any.md", data)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        fault = fault_of(root, Path("any.md"))
        assert fault.line
        assert fault.column
    else:
        assert read_text(root, Path("any.md"), limit=NOTE_LIMIT).text == text


@given(st.text())
def test_every_offset_has_the_line_and_column_that_lead_back_to_it(text: str) -> None:
    from nutgraf.model import FileText  # noqa: PLC0415

    file = FileText("a.md", text)
    for offset in range(len(text) + 1):
        line, column = file.line_and_column(offset)
        assert file.line_starts[line - 1] + column - 1 == offset


def test_a_new_file_has_the_mode_of_the_umask_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "new.md", b"one")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new.md").stat().st_mode) == 0o640
    old = put(tmp_path, "old.md", b"one")
    old.chmod(0o600)
    write_atomically(old, b"two")
    assert old.read_bytes() == b"two"
    assert stat.S_IMODE(old.stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new.md", "old.md"]


def test_a_link_stays_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    target = put(tmp_path, "target.md", b"one")
    link = tmp_path / "link.md"
    link.symlink_to(target)
    write_atomically(link, b"two")
    assert link.is_symlink()
    assert target.read_bytes() == b"two"


def test_a_failed_write_leaves_no_temporary_file_and_the_old_bytes(tmp_path: Path) -> None:
    put(tmp_path, "folder/a.md", b"one")
    with pytest.raises(OSError, match="directory"):
        write_atomically(tmp_path / "folder", b"two")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "gone" / "a.md", b"two")


def test_the_workspace_is_the_nearest_folder_upwards_with_a_settings_file(tmp_path: Path) -> None:
    put(tmp_path, "paper/nutgraf.yaml", b"")
    inner = tmp_path / "paper" / "seeds" / "deep"
    inner.mkdir(parents=True)
    assert find_root(inner) == tmp_path / "paper"
    assert find_root(tmp_path / "paper") == tmp_path / "paper"


def test_where_there_is_no_workspace_the_way_to_one_is_told(tmp_path: Path) -> None:
    with pytest.raises(Usage) as caught:
        find_root(tmp_path)
    assert "there is no nutgraf.yaml" in caught.value.message
    assert "nutgraf init DIR" in caught.value.hint
