"""Patterns are compiled once, and what is kept of them is the same."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PATTERNS = """
import re
WORDS = re.compile(r"\\b(?:harbour|(?P<who>mayor|council))\\b", re.IGNORECASE)
LONE = re.compile("[\\ud800-\\udfff]")
"""
RUN = """
import re, sys
from nutgraf.app.kept_patterns import keep_patterns
keep_patterns()
if sys.argv[1] == "kept":
    def parse(*_, **__):
        raise AssertionError("parsed anew")
    re._parser.parse = parse
    re._compiler._parser.parse = parse
import told
found = told.WORDS.search("said the Mayor")
print(found.groupdict(), found.span(), told.WORDS.pattern, told.WORDS.flags, told.WORDS.groups)
print(told.WORDS == re.compile(told.WORDS.pattern, re.IGNORECASE))
"""


def _run(folder: Path, how: str) -> str:
    environment = {key: value for key, value in os.environ.items() if "BYTECODE" not in key}
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "kept")
    environment["PYTHONPATH"] = os.pathsep.join([*sys.path, str(folder)])
    done = subprocess.run(
        [sys.executable, "-c", RUN, how],
        capture_output=True,
        text=True,
        env=environment,
        check=True,
    )
    return done.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "told.py").write_text(PATTERNS, encoding="utf-8")
    return tmp_path


def _kept(folder: Path) -> Path:
    (path,) = (folder / "kept").rglob("*.patterns")
    return path


def test_what_was_compiled_is_taken_the_next_time(folder: Path) -> None:
    first = _run(folder, "anew")
    assert "{'who': 'Mayor'} (9, 14)" in first
    assert _run(folder, "kept") == first


@pytest.mark.parametrize("data", [b"", b"\x93nonsense", b"\x92\xa5older\x80"])
def test_a_file_that_is_damaged_or_of_another_python_is_made_anew(
    folder: Path, data: bytes
) -> None:
    first = _run(folder, "anew")
    path = _kept(folder)
    whole = path.read_bytes()
    path.write_bytes(data)
    assert _run(folder, "anew") == first
    assert path.read_bytes() == whole


def test_what_is_compiled_while_a_program_works_is_not_kept(folder: Path) -> None:
    (folder / "told.py").write_text("import re\nWORDS = None\n", encoding="utf-8")
    code = "keep_patterns()\nimport re\nre.compile('told while working')\n"
    environment = {key: value for key, value in os.environ.items() if "BYTECODE" not in key}
    environment |= {"PYTHONPYCACHEPREFIX": str(folder / "kept")}
    environment["PYTHONPATH"] = os.pathsep.join(sys.path)
    start = "from nutgraf.app.kept_patterns import keep_patterns\n"
    subprocess.run([sys.executable, "-c", start + code], env=environment, check=True)
    assert not any(b"told while working" in p.read_bytes() for p in folder.rglob("*.patterns"))
