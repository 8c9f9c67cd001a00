"""The machine that nutgraf runs on: Python, and the packages that nutgraf needs."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from itertools import zip_longest
from typing import Literal

OURS = "nutgraf"
# Where no metadata says so: the syntax of this program.
OLDEST = ">=3.11"
# It installs the module `mjml`, as mjml-python does, and is another program.
IMPOSTOR = "mjml"

Told = tuple[Literal["ok", "warning", "error"], str, str]

_REQUIREMENT = re.compile(
    r"\s*([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*\(?([^;()]*)\)?\s*(?:;(.*))?"
)
_CLAUSE = re.compile(r"\s*(==|!=|>=|<=|>|<|~=)\s*([\w.*+!-]+)\s*")
_SYSTEM = re.compile(r"\s*sys_platform\s*(==|!=)\s*[\"']([^\"']*)[\"']\s*")


@dataclass(frozen=True)
class Requirement:
    """A package that is needed, and the clauses that its version has to meet: `(">=", "1.4")`."""

    name: str
    clauses: tuple[tuple[str, str], ...]

    def met_by(self, version: str) -> bool:
        return all(_holds(version, sign, bound) for sign, bound in self.clauses)

    @property
    def shown(self) -> str:
        return ", ".join(f"{sign} {bound}" for sign, bound in self.clauses)


def python() -> Told:
    """Whether this Python is new enough."""
    running = ".".join(map(str, sys.version_info[:3]))
    stated = _stated_python()
    wanted = Requirement("Python", tuple(_CLAUSE.findall(stated)))
    if wanted.met_by(running):
        return "ok", f"Python {running}", ""
    return "error", f"Python {running} is too old: nutgraf needs {stated}", "install a newer Python"


def packages() -> Iterator[Told]:
    """Each package that is missing, too old or too new; one line where none is."""
    try:
        wanted = tuple(needed(metadata.requires(OURS) or (), sys.platform))
    except metadata.PackageNotFoundError:
        message = "nutgraf runs from a folder and is not installed: its packages are not known"
        yield "warning", message, "install it: pip install -e ."
        return
    wrong = [told for requirement in wanted if (told := _judged(requirement))]
    if _version(IMPOSTOR) is not None:
        message = f"the package {IMPOSTOR} hides mjml-python: both install the module mjml"
        hint = f"pip uninstall -y {IMPOSTOR} && pip install --force-reinstall mjml-python"
        wrong.append(("error", message, hint))
    yield from wrong or [("ok", f"{len(wanted)} packages, all as new as they have to be", "")]


def needed(requirements: Iterable[str], platform: str) -> Iterator[Requirement]:
    """The requirements (PEP 508) that hold on a platform, without those of extras."""
    for line in requirements:
        found = _REQUIREMENT.fullmatch(line)
        if found is None or not _applies(found[3] or "", platform):
            continue
        yield Requirement(found[1], tuple(_CLAUSE.findall(found[2])))


def _applies(marker: str, platform: str) -> bool:
    """Whether a marker holds; of what nutgraf's own metadata does not use, nothing is demanded."""
    if not marker.strip():
        return True
    found = _SYSTEM.fullmatch(marker)
    return found is not None and (found[1] == "==") == (platform == found[2])


def _judged(requirement: Requirement) -> Told | None:
    version = _version(requirement.name)
    wanted = requirement.name + ",".join(sign + bound for sign, bound in requirement.clauses)
    hint = f"pip install '{wanted}'"
    if version is None:
        return "error", f"the package {requirement.name} is missing", hint
    if not requirement.met_by(version):
        message = f"{requirement.name} is {version}, and {requirement.shown} is needed"
        return "error", message, hint
    return None


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _stated_python() -> str:
    try:
        return str((metadata.metadata(OURS).get_all("Requires-Python") or [OLDEST])[0])
    except metadata.PackageNotFoundError:
        return OLDEST


def _holds(version: str, sign: str, bound: str) -> bool:
    order = _compared(_numbers(version), _numbers(bound))
    match sign:
        case ">=":
            return order >= 0
        case "<=":
            return order <= 0
        case ">":
            return order > 0
        case "<":
            return order < 0
        case "==" | "!=":
            same = _numbers(version)[: len(_numbers(bound))] == _numbers(bound)
            return (same if bound.endswith("*") else order == 0) is (sign == "==")
        case _:  # ~=
            start = _numbers(bound)[:-1]
            return order >= 0 and _numbers(version)[: len(start)] == start


def _numbers(version: str) -> tuple[int, ...]:
    """The release of a version, as numbers: what makes it a pre-release does not count."""
    release = re.match(r"(?:\d+!)?(\d+(?:\.\d+)*)", version)
    return tuple(map(int, release[1].split("."))) if release else ()


def _compared(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    for left, right in zip_longest(one, other, fillvalue=0):
        if left != right:
            return 1 if left > right else -1
    return 0
