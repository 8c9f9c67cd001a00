"""Looks at pages: kept a file each beside the capture, read back, and told where one is damaged."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.errors import Faulty
from nutgraf.workspace.looks import folder_of, last_look, outcomes, path_of

WHEN = datetime(2025, 3, 10, 9, 30, tzinfo=UTC)
LOOK = '---\nlooked: 2025-03-10T10:30:00+01:00\noutcome: changed\ntitle: "A: b"\n---\nThe text.\n'


def kept(root: Path, **files: str) -> Path:
    folder = root / folder_of("seeds/page.md")
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text, "utf-8", newline="")
    return root


def test_a_look_is_read_back_with_its_text_and_time(tmp_path: Path) -> None:
    one = last_look(kept(tmp_path, a=LOOK), "page", "seeds/page.md")
    assert one is not None
    assert (one.when, one.outcome, one.title) == (WHEN, "changed", "A: b")
    assert one.text == "The text.\n"
    assert one.drifted


def test_a_text_that_has_our_marks_in_it_is_text(tmp_path: Path) -> None:
    body = "---\nlooked: never\n---\n\n[@x] ![[y]] %% z %%\n"
    found = last_look(kept(tmp_path, a=LOOK + body), "page", "seeds/page.md")
    assert found is not None
    assert found.text == f"The text.\n{body}"


def test_names_are_times_that_sort_and_that_every_disk_takes() -> None:
    assert path_of("seeds/a/page.md", WHEN) == "seeds/a/page.later/2025-03-10T093000Z.txt"


def test_the_last_look_is_the_one_with_the_latest_name(tmp_path: Path) -> None:
    files = {
        "2025-03-10T093000Z": LOOK,
        "2025-03-10T093000Z-again-2": LOOK.replace("changed", "gone"),
        "2025-03-09T093000Z": LOOK.replace("changed", "replaced"),
    }
    kept(tmp_path, **files)
    last = last_look(tmp_path, "page", "seeds/page.md")
    assert last is not None
    assert last.outcome == "gone"
    assert outcomes(tmp_path) == {"seeds/page.md": "gone"}
    assert last_look(tmp_path, "other", "seeds/other.md") is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "it does not begin with what the look found"),
        (LOOK.replace("outcome: changed", "outcome: chnaged"), "did you mean changed?"),
        (LOOK.replace("outcome: changed\n", ""), "the key “outcome” is missing"),
        (LOOK.replace("looked: 2025-03-10T10:30:00+01:00", "looked: 2025-03-10"), "has no zone"),
        (LOOK.replace("+01:00", " o'clock"), "is no date and time"),
    ],
)
def test_a_damaged_look_is_told_with_its_line(text: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(Faulty) as caught:
        last_look(kept(tmp_path, a=text), "page", "seeds/page.md")
    assert told in str(caught.value)
    assert "seeds/page.later/a.txt:" in str(caught.value)


@given(st.text(max_size=120), st.text(max_size=60))
def test_whatever_stands_in_a_file_is_a_look_or_a_fault(front: str, body: str) -> None:
    with TemporaryDirectory() as folder:
        root = kept(Path(folder))
        text = f"---\n{front}\n---\n{body}".encode("utf-8", "replace")
        (root / folder_of("seeds/page.md") / "a.txt").write_bytes(text)
        with suppress(Faulty):
            one = last_look(root, "page", "seeds/page.md")
            assert one is not None
            assert one.file.text.endswith(one.text)
