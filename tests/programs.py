"""Programs of the system that some tests need: skipped without them, but never in CI."""

from __future__ import annotations

import os
import shutil
from typing import NoReturn

import pytest

needs_program = pytest.mark.needs_program


def require(program: str, *, in_ci: bool | None = None) -> None:
    """Skip the running test where `program` is not installed; in CI let it fail."""
    if not shutil.which(program):
        go_without(f"needs the program {program}, which is not installed here", in_ci=in_ci)


def go_without(reason: str, *, in_ci: bool | None = None) -> NoReturn:
    """Skip the running test for a reason; in CI (`CI=true`) let it fail.

    A test that is skipped everywhere states nothing, so the machine that decides must have all.
    """
    if os.environ.get("CI") == "true" if in_ci is None else in_ci:
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
