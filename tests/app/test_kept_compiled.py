"""What Python compiles at each start is compiled once, and what is kept of it is the same."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TOLD = """
import re
from dataclasses import dataclass

WORDS = re.compile(r"\\b(?:harbour|(?P<who>mayor|council))\\b", re.IGNORECASE)
LONE = re.compile("[\\ud800-\\udfff]")

@dataclass(frozen=True, slots=True)
class Boat:
    name: str
    knots: int = 4
"""
RUN = """
import builtins, re, sys
from nutgraf.app.kept_compiled import keep_compiled
keep_compiled()
if sys.argv[1] == "kept":
    def anew(*_, **__):
        raise AssertionError("compiled anew")
    re._compiler._parser.parse = anew
    builtins.compile = anew
import told
found = told.WORDS.search("said the Mayor")
print(found.groupdict(), found.span(), told.WORDS.pattern, told.WORDS.flags, told.WORDS.groups)
print(told.WORDS == re.compile(told.WORDS.pattern, re.IGNORECASE))
print(told.Boat("Ann"), told.Boat("Ann") == told.Boat("Ann", 4), hash(told.Boat("Ann", 5)) != 0)
"""
EVERYTHING = """
import sys
from nutgraf.app import kept_compiled
kept = []
kept_compiled._Kept.write = lambda self: print(*sorted(key.hex() for key in self._new))
kept_compiled.keep_compiled()
from nutgraf import engine
from nutgraf.app import checking
engine.all_rules()
"""


def _run(folder: Path, code: str, *arguments: str, **more: str) -> str:
    environment = {key: value for key, value in os.environ.items() if "BYTECODE" not in key}
    environment |= {"PYTHONPYCACHEPREFIX": str(folder / "kept"), **more}
    environment["PYTHONPATH"] = os.pathsep.join([*sys.path, str(folder)])
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        env=environment,
        check=True,
    )
    return done.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "told.py").write_text(TOLD, encoding="utf-8")
    return tmp_path


def _kept(folder: Path) -> Path:
    (path,) = (folder / "kept").rglob("*.compiled")
    return path


def test_what_was_compiled_is_taken_the_next_time(folder: Path) -> None:
    first = _run(folder, RUN, "anew")
    assert "{'who': 'Mayor'} (9, 14)" in first
    assert "Boat(name='Ann', knots=4) True True" in first
    whole = _kept(folder).read_bytes()
    assert _run(folder, RUN, "kept") == first
    assert _kept(folder).read_bytes() == whole


@pytest.mark.parametrize("damage", ["empty", "cut", "changed", "older"])
def test_a_file_that_is_damaged_or_of_another_python_is_made_anew(
    folder: Path, damage: str
) -> None:
    first = _run(folder, RUN, "anew")
    path = _kept(folder)
    whole = path.read_bytes()
    version = sys.version.encode()
    damaged = {
        "empty": b"",
        "cut": whole[:-40],
        "changed": whole[:-40] + bytes(40),
        "older": whole.replace(version, version.replace(b"3", b"2")),
    }
    path.write_bytes(damaged[damage])
    assert _run(folder, RUN, "anew") == first
    assert path.read_bytes() == whole


def test_what_is_compiled_while_a_program_works_is_not_kept(folder: Path) -> None:
    code = "from nutgraf.app.kept_compiled import keep_compiled\nkeep_compiled()\nimport re, told\n"
    _run(folder, code + "re.compile('told while working')\n")
    kept = _kept(folder).read_bytes()
    assert b"harbour|" in kept
    assert b"told while working" not in kept


def test_every_run_compiles_the_same(folder: Path) -> None:
    first = _run(folder, EVERYTHING, PYTHONHASHSEED="1")
    assert _run(folder, EVERYTHING, PYTHONHASHSEED="2") == first
