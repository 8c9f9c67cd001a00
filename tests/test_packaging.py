"""What a wheel of nutgraf holds and needs."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

from nutgraf.workspace.shipped import shipped_templates

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def imported() -> Iterator[str]:
    """The packages that modules of nutgraf import."""
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.partition(".")[0]


def distribution(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_dependencies_are_what_the_package_imports() -> None:
    """None is missing that another only happens to bring, none is there that nothing uses.

    What only some need is an extra of its own, and is declared there.
    """
    known = packages_distributions()
    outside = set(imported()) - set(sys.stdlib_module_names) - {"nutgraf"}
    needed = {distribution(known[name][0]) for name in outside}
    extras = PROJECT["project"]["optional-dependencies"]
    declared = {
        distribution(re.split(r"[<>=!~;\[ ]", line)[0])
        for line in (
            *PROJECT["project"]["dependencies"],
            *extras["keyring"],
            *extras["postgresql"],
        )
        if "sys_platform" not in line
    }
    assert declared == needed


def built(kind: str, folder: Path) -> Path:
    """A wheel or an sdist of the repository as it stands."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.iterdir())


def templates() -> set[str]:
    files = (path for path in (ROOT / "templates").rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in files}


def test_a_workspace_can_be_made_and_built_from_a_wheel_alone(tmp_path: Path) -> None:
    with zipfile.ZipFile(built("wheel", tmp_path / "dist")) as wheel:
        assert {f"nutgraf/{name}" for name in templates()} <= set(wheel.namelist())
        assert "nutgraf/py.typed" in wheel.namelist()
        wheel.extractall(tmp_path / "installed")
    for folder, command in ((tmp_path, ["init", "demo"]), (tmp_path / "demo", ["build"])):
        done = subprocess.run(
            [sys.executable, "-m", "nutgraf", *command],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(tmp_path / "installed")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    made = {path.name for path in (tmp_path / "demo" / "build").glob("*/*")}
    assert {"email.html", "email.eml", "digest.txt", "digest.md", "manifest.json"} <= made


def test_an_sdist_holds_all_that_the_tests_need(tmp_path: Path) -> None:
    with tarfile.open(built("sdist", tmp_path)) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    assert templates() <= names
    for folder in ("seeds", "briefs", "angles", "docs", "tests", "benchmarks", ".ci"):
        assert any(name.startswith(f"{folder}/") for name in names)
    assert not any(name.startswith(("build/", ".venv/")) for name in names)


def test_the_shipped_templates_are_those_of_the_repository() -> None:
    assert shipped_templates() == ROOT / "templates"
    assert PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["sources"] == {
        "src/nutgraf": "nutgraf",
        "templates": "nutgraf/templates",
    }
