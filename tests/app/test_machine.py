"""The machine is looked at: Python, and the packages with their versions."""

from __future__ import annotations

import sys
from importlib import metadata
from pathlib import Path

import pytest

from nutgraf.app import machine
from nutgraf.app.machine import Requirement, needed, packages, python


def installed(tmp_path: Path, name: str, version: str, *lines: str) -> None:
    """A package as pip leaves it behind, to be found before the real one."""
    folder = tmp_path / f"{name.replace('-', '_')}-{version}.dist-info"
    folder.mkdir()
    text = "\n".join(["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}", *lines])
    (folder / "METADATA").write_text(f"{text}\n", encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No package is installed but what a test puts there."""
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    return tmp_path


def test_this_machine_is_well() -> None:
    assert python() == ("ok", f"Python {sys.version.split()[0]}", "")
    (told,) = packages()
    assert told[0] == "ok"
    assert "packages, all as new as they have to be" in told[1]


def test_a_python_that_is_too_old_is_an_error(site: Path) -> None:
    installed(site, "nutgraf", "1.0", "Requires-Python: >=9.1")
    state, message, hint = python()
    assert state == "error"
    assert message.endswith("is too old: nutgraf needs >=9.1")
    assert hint


def test_what_is_missing_too_old_or_too_new_is_named_with_the_command(bare: Path) -> None:
    installed(
        bare,
        "nutgraf",
        "1.0",
        "Requires-Dist: alpha>=2.1",
        "Requires-Dist: beta[extra]<2,>=1.4",
        "Requires-Dist: gamma",
        "Requires-Dist: delta>=1; extra == 'test'",
        "Requires-Dist: epsilon>=1",
    )
    installed(bare, "alpha", "2.0.9")
    installed(bare, "beta", "2.0")
    installed(bare, "gamma", "0.1")
    assert list(packages()) == [
        ("error", "alpha is 2.0.9, and >= 2.1 is needed", "pip install 'alpha>=2.1'"),
        ("error", "beta is 2.0, and < 2, >= 1.4 is needed", "pip install 'beta<2,>=1.4'"),
        ("error", "the package epsilon is missing", "pip install 'epsilon>=1'"),
    ]


def test_the_package_that_hides_mjml_python_is_found(bare: Path) -> None:
    installed(bare, "nutgraf", "1.0")
    installed(bare, "mjml", "0.12.0")
    ((state, message, hint),) = packages()
    assert state == "error"
    assert "the package mjml hides mjml-python" in message
    assert hint.startswith("pip uninstall -y mjml")


def test_without_metadata_nothing_is_demanded(bare: Path) -> None:
    ((state, message, hint),) = packages()
    assert (state, hint) == ("warning", "install it: pip install -e .")
    assert "is not installed" in message
    assert python()[0] == "ok"
    assert machine.OLDEST == ">=3.11"


def test_metadata_without_a_python_demands_the_oldest(bare: Path) -> None:
    installed(bare, "nutgraf", "1.0")
    assert python()[0] == "ok"


def test_only_what_this_system_needs_is_needed() -> None:
    lines = [
        "tzdata>=2025.1; sys_platform == 'win32'",
        'uvloop; sys_platform != "win32"',
        "odd; python_version < '3'",
        "@ not a requirement",
        "both (>=1.0)",
    ]
    assert [each.name for each in needed(lines, "win32")] == ["tzdata", "both"]
    assert [each.name for each in needed(lines, "linux")] == ["uvloop", "both"]


@pytest.mark.parametrize(
    ("sign", "bound", "yes", "no"),
    [
        (">=", "1.10", ["1.10", "1.10.0", "2", "1.11rc1"], ["1.9.9", "1"]),
        ("<=", "2", ["2.0", "1.9"], ["2.0.1"]),
        (">", "2", ["2.0.1"], ["2.0"]),
        ("<", "2", ["1.9"], ["2.0", "3"]),
        ("==", "1.4", ["1.4.0"], ["1.4.1"]),
        ("==", "1.4.*", ["1.4.7"], ["1.5"]),
        ("!=", "1.4", ["1.5"], ["1.4.0"]),
        ("~=", "1.4", ["1.4", "1.9"], ["2.0", "1.3"]),
        (">=", "odd", ["odd"], []),
    ],
)
def test_versions_are_compared_by_their_release(
    sign: str, bound: str, yes: list[str], no: list[str]
) -> None:
    requirement = Requirement("a", ((sign, bound),))
    assert [version for version in yes if not requirement.met_by(version)] == []
    assert [version for version in no if requirement.met_by(version)] == []


def test_the_metadata_of_nutgraf_itself_is_understood() -> None:
    lines = metadata.requires("nutgraf") or []
    found = {each.name: each for each in needed(lines, "linux")}
    assert found["mjml-python"].met_by("1.9.0")
    assert not found["mjml-python"].met_by("2.0")
    assert "pytest" not in found
    assert all(each.clauses for each in found.values())
