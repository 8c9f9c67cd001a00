"""What one rendering may cost: loop iterations, time, text."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from jinja2.exceptions import SecurityError, TemplateRuntimeError

OUTPUT = 10_000_000  # characters of one rendered file
WORK = 5 * OUTPUT  # characters written on the way, in macros and blocks too
VALUE = 1_000_000  # characters of one text, or items of one list, that an expression makes
WIDTH = 1_000  # columns that something may be padded or indented to
DIGITS = 4_096  # bits of one whole number

PRINTF = re.compile(r"%(?:\([^)]*\))?[-#0 +]*(\*|\d+)?(?:\.(\*|\d+))?")


class OverBudget(TemplateRuntimeError):
    """A template does not come to an end within what it may cost."""


@dataclass(slots=True)
class Meter:
    """Counts what one rendering spends. `until` is a moment of the monotonic clock."""

    iterations: int
    seconds: float
    spent: int = 0
    written: int = 0
    until: float = field(init=False)

    def __post_init__(self) -> None:
        self.until = time.monotonic() + self.seconds

    def spend(self, iterations: int) -> None:
        self.spent += iterations
        if self.spent > self.iterations:
            raise OverBudget(f"more than {self.iterations:,} loop iterations")
        if time.monotonic() > self.until:
            raise OverBudget(f"takes longer than {self.seconds:g} seconds")

    def write(self, characters: int) -> None:
        self.written += characters
        if self.written > WORK:
            raise OverBudget(f"writes more than {OUTPUT:,} characters")


RUNNING: ContextVar[Meter] = ContextVar("meter of the rendering that runs")


@contextmanager
def metered(meter: Meter) -> Iterator[None]:
    """Within it, `RUNNING` is this meter."""
    token = RUNNING.set(meter)
    try:
        yield
    finally:
        RUNNING.reset(token)


def refuse_size(size: int) -> None:
    if size > VALUE:
        raise SecurityError(f"a value of {size:,} characters or items is too large")


def refuse_width(width: object) -> None:
    if isinstance(width, int) and abs(width) > WIDTH:
        raise SecurityError(f"a width of {width:,} is too large, at most {WIDTH:,}")


def refuse_wide_format(form: str) -> None:
    """Widths of a printf format: `%1000000000d` would fill the memory."""
    for placeholder in PRINTF.finditer(form):
        for width in placeholder.groups():
            if width == "*":
                raise SecurityError(f"the width of {placeholder[0]!r} is not a number")
            if width and (len(width) > 9 or int(width) > WIDTH):
                raise SecurityError(f"the width in {placeholder[0]!r} is too large")


def refuse_product(left: object, right: object) -> None:
    """`"x" * n`, `[0] * n`, and whole numbers that grow without end."""
    for value, times in ((left, right), (right, left)):
        if isinstance(times, int) and isinstance(value, str | bytes | list | tuple):
            refuse_size(len(value) * max(times, 0))
    if isinstance(left, int) and isinstance(right, int):
        bits = left.bit_length() + right.bit_length()
        if bits > DIGITS:
            raise SecurityError(f"a number of {bits:,} bits is too large")


def refuse_sum(left: object, right: object) -> None:
    if isinstance(left, str | list | tuple) and isinstance(right, str | list | tuple):
        refuse_size(len(left) + len(right))
