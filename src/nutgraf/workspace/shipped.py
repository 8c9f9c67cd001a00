"""The templates that come with nutgraf: inside the package, or beside it in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


@cache
def shipped_templates() -> Path:
    """The folder of the house styles as shipped.

    A wheel holds them in the package; an editable installation finds them in the repository, where
    they are the templates of its own newsletter.
    """
    packed = PACKAGE / "templates"
    return packed if packed.is_dir() else PACKAGE.parent.parent / "templates"
