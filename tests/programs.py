"""Programs of the system that some tests need: skipped without them, but never in CI."""

from __future__ import annotations

import os
import shutil

import pytest

needs_program = pytest.mark.needs_program


def require(program: str, *, in_ci: bool | None = None) -> None:
    """Skip the running test where `program` is not installed; in CI (`CI=true`) let it fail.

    A test that is skipped everywhere states nothing, so the machine that decides must have all.
    """
    if shutil.which(program):
        return
    reason = f"needs the program {program}, which is not installed here"
    if os.environ.get("CI") == "true" if in_ci is None else in_ci:
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
