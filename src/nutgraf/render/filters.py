"""The filters that templates have beside Jinja's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from nutgraf.render import markdown, text

FILTERS: Final[Mapping[str, Callable[..., object]]] = MappingProxyType(
    {
        "fill": text.fill,
        "underlined": text.underlined,
        "both_ends": text.both_ends,
        "grid": text.grid,
        "yaml": markdown.yaml,
        "prefixed": markdown.prefixed,
        "cell": markdown.cell,
        "fenced": markdown.fenced,
    }
)
