"""contrast-low: text that is hard to read on its ground, in light or in dark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nutgraf.checks.case import Case
from nutgraf.checks.email.miniature import BRIEF, SEEDS, email
from nutgraf.checks.email.page import Page, TextRun, read_page
from nutgraf.checks.email.styles import Element, Mode
from nutgraf.checks.rule import Example, Found, Rule

Colour = tuple[int, int, int]

_AA, _AA_LARGE = 4.5, 3.0  # WCAG 2.2, success criterion 1.4.3
_LARGE, _LARGE_BOLD = 24.0, 18.66  # pixels: 18 and 14 points
_NAMED = {"white": "#ffffff", "black": "#000000", "gray": "#808080", "grey": "#808080",
          "silver": "#c0c0c0", "red": "#ff0000", "blue": "#0000ff", "green": "#008000",
          "yellow": "#ffff00", "navy": "#000080", "maroon": "#800000"}  # fmt: skip
_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})\b", re.IGNORECASE)
_RGB = re.compile(r"rgb\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*\)", re.IGNORECASE)
_PIXELS = re.compile(r"([\d.]+)px")


def check(case: Case) -> Iterator[Found]:
    page = read_page(case.email or "")
    seen: set[tuple[Colour, Colour]] = set()
    modes: tuple[Mode, ...] = ("light", "dark")
    for run in page.runs:
        if not any(character.isalnum() for character in run.text):
            continue
        for mode in modes:
            ours, ground = _colours(page, run, mode)
            if (ours, ground) in seen:
                continue
            told = contrast(ours, ground)
            if told < _wanted(page, run.path, mode):
                seen.add((ours, ground))
                yield _found(case, run, mode, (ours, ground, told))


def _found(case: Case, run: TextRun, mode: Mode, told: tuple[Colour, Colour, float]) -> Found:
    ours, ground, ratio = told
    words = " ".join(run.text.split())
    shown = words if len(words) <= 40 else f"{words[:39].rstrip()}…"
    return Found(
        case.brief.front.place,
        f"“{shown}” has a contrast of {ratio:.1f} : 1 in {mode} ({_hex(ours)} on {_hex(ground)})",
        "choose colours in brand.yaml with 4.5 : 1 or more (3 : 1 for large type)",
        about=f"contrast {mode} {_hex(ours)} {_hex(ground)}",
    )


def _colours(page: Page, run: TextRun, mode: Mode) -> tuple[Colour, Colour]:
    ours = _inherited(page, run.path, "color", mode) or (0, 0, 0)
    return ours, _inherited(page, run.path, "background-color", mode) or (255, 255, 255)


def _inherited(page: Page, path: Sequence[Element], name: str, mode: Mode) -> Colour | None:
    """The colour of the innermost element that has one."""
    for depth in range(len(path), 0, -1):
        colour = _colour(page.sheet.value(name, path[:depth], mode))
        if colour is not None:
            return colour
    return None


def _wanted(page: Page, path: Sequence[Element], mode: Mode) -> float:
    size, bold = 16.0, False
    for depth in range(1, len(path) + 1):
        found = _PIXELS.search(page.sheet.value("font-size", path[:depth], mode) or "")
        size = float(found[1]) if found else size
        weight = page.sheet.value("font-weight", path[:depth], mode) or ""
        strong = path[depth - 1].tag in ("b", "strong", "h1", "h2", "h3", "th")
        bold = weight.startswith(("bold", "7", "8", "9")) or (strong and not weight) or bold
    return _AA_LARGE if size >= (_LARGE_BOLD if bold else _LARGE) else _AA


def _colour(text: str | None) -> Colour | None:
    if text is None:
        return None
    given = _NAMED.get(text.strip().lower(), text)
    if found := _HEX.search(given):
        digits = found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1])
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    if found := _RGB.search(given):
        return int(found[1]), int(found[2]), int(found[3])
    return None


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{part:02X}" for part in colour)


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


RULE = Rule(
    name="contrast-low",
    family="email",
    severity="warning",
    decided="code",
    law="Text has a contrast of 4.5 : 1 with its ground, or 3 : 1 where it is large, in light and "
    "in dark.",
    why="Grey on grey is elegant on the designer’s screen and gone on a phone in the sun.",
    bad=Example(BRIEF, SEEDS, email('<p style="color:#aaaaaa">The room opens on Sunday.</p>')),
    good=Example(BRIEF, SEEDS, email('<p style="color:#595959">The room opens on Sunday.</p>')),
    check=check,
)
