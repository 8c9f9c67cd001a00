from __future__ import annotations

import re
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from tests.docs.pages import PAGES, README, ROOT, SETS_UP, Block, blocks, commands, follow, matches

WORKSPACE = ("nutgraf.yaml", "seeds", "angles", "briefs", "templates")

_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#([^)\s]+))?\)")
_PICTURE = re.compile(r"<img [^>]*>")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def named(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def unexplained(page: Path) -> list[Block]:
    return [block for block in blocks(page) if not block.file and block.kind != "console"]


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_what_a_page_says_happens(page: Path, tmp_path: Path) -> None:
    """Every example is written, every command run, and prints what the page shows."""
    if page == README:
        for name in WORKSPACE:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
            copy(ROOT / name, tmp_path / name)
    today = datetime.now().astimezone().date()
    for command, printed, status in follow(page, tmp_path, today):
        place = f"{named(page)}:{command.at}: $ {command.line}\nexit status {status}\n{printed}"
        if command.shown:
            assert matches(command.shown, printed.splitlines()), place
        else:
            assert status == 0, place


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_example_says_which_file_it_is(page: Path) -> None:
    assert [f"{named(page)}:{block.line}" for block in unexplained(page)] == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_leads_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target, heading in _LINK.findall(text):
        found = page.parent / target
        assert found.exists(), f"{named(page)} links to {target}"
        if heading:
            headings = _HEADING.findall(found.read_text(encoding="utf-8"))
            anchors = [re.sub(r"[^\w -]", "", each).lower().replace(" ", "-") for each in headings]
            assert heading in anchors, f"{named(page)} links to {target}#{heading}"


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_a_page_is_plain_text_that_ends_with_a_line_end(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_picture_is_there_and_says_what_it_shows(page: Path) -> None:
    for tag in _PICTURE.findall(page.read_text(encoding="utf-8")):
        source = re.search(r'src="([^"]+)"', tag)
        assert source
        assert (page.parent / source[1]).is_file()
        assert re.search(r'alt="[^"]{20,}"', tag)


def test_the_readme_links_to_every_page_of_the_documentation() -> None:
    text = README.read_text(encoding="utf-8")
    for page in PAGES[1:]:
        assert f"({named(page)})" in text


def test_the_commands_of_the_readme_are_those_that_ci_runs() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    set_up = [
        command.line
        for block in blocks(README)
        for command in commands(block)
        if command.line.startswith(SETS_UP)
    ]
    assert len(set_up) == 2
    assert all(line in script for line in set_up)


def test_dots_stand_for_any_lines_and_for_the_rest_of_one() -> None:
    assert matches(["a", "…", "d"], ["a", "b", "c", "d"])
    assert matches(["…", "d"], ["d"])
    assert not matches(["a", "d"], ["a", "b", "d"])
    assert not matches(["a.c"], ["abc"])
    assert matches(["a …"], ["a b c"])
