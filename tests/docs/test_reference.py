from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer.testing

from nutgraf.cli.commands import app
from tests.docs.pages import PAGES, README, ROOT
from tests.docs.reference import PART, PARTS, with_parts, write


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_tells_of_the_code_is_so(page: Path) -> None:
    """Where this fails, `python -m tests.docs.reference` writes the parts anew."""
    text = page.read_text(encoding="utf-8")
    assert text == with_parts(text)


def test_every_part_that_can_be_made_stands_on_a_page() -> None:
    found = [part["name"] for page in PAGES for part in PART.finditer(page.read_text("utf-8"))]
    assert sorted(found) == sorted(PARTS)


def test_parts_are_written_into_pages(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# A\n\n<!-- made: providers -->\nold\n<!-- end -->\n", encoding="utf-8")
    write((page,))
    assert "mailchimp" in page.read_text(encoding="utf-8")
    assert "\nold\n" not in page.read_text(encoding="utf-8")


def test_the_readme_names_every_command() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    readme = README.read_text(encoding="utf-8")
    named = re.findall(r"^## (nutgraf .+)$", page, re.MULTILINE)
    assert [command for command in named if f"`{command}" not in readme] == []


def test_the_help_of_every_command_names_what_the_page_names() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    runner = typer.testing.CliRunner()
    names = [line.split()[2:] for line in page.splitlines() if line.startswith("## nutgraf ")]
    assert names
    for words in names:
        told = runner.invoke(app, [*words, "--help"])
        assert told.exit_code == 0
        part = page.partition(f"## nutgraf {' '.join(words)}\n")[2].partition("\n## ")[0]
        options = [
            row.split("`")[1].split()[0] for row in part.splitlines() if row.startswith("| `-")
        ]
        assert all(option in told.output for option in options)
