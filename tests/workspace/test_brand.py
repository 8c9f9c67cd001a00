from __future__ import annotations

import pytest

from nutgraf.model import FileText
from nutgraf.workspace.brand import Brand, DarkPalette, Palette
from nutgraf.workspace.records import read_record


def test_an_empty_file_is_a_complete_brand() -> None:
    assert read_record(FileText("brand.yaml", ""), Brand).value == Brand()


def test_a_palette_that_is_given_in_part_keeps_its_other_colours() -> None:
    text = "light: {accent: '#003366'}\ndark: {accent: '#99ccff'}\n"
    brand = read_record(FileText("brand.yaml", text), Brand).value
    assert brand
    assert brand.light == Palette(accent="#003366")
    assert brand.dark == DarkPalette(accent="#99ccff")
    assert brand.dark.page == Brand().dark.page != brand.light.page


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("palette", [Palette(), DarkPalette()])
def test_the_default_colours_have_the_contrast_of_wcag_aa(palette: Palette) -> None:
    grounds = (palette.page, palette.surface, palette.tint)
    pairs = [
        (ink, ground) for ink in (palette.text, palette.muted, palette.accent) for ground in grounds
    ]
    for ink, ground in [*pairs, (palette.on_accent, palette.accent)]:
        light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)[:2]
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)


@pytest.mark.parametrize(
    ("line", "column", "message", "hint"),
    [
        ("width: 1", 8, "“width” cannot be 1", "between 320 and 1200"),
        ("light: {page: red}", 15, "“light.page”: “red” is not a colour", "#1a2b3c"),
        ("dark: {pge: '#000000'}", 8, "there is no key “pge” here", "did you mean page?"),
        ("fonts: {body: 'a;b'}", 15, "“fonts.body”: “a;b” is not a list of fonts", "Georgia"),
        ("size: {body: 17px}", 14, "“size.body” is “17px”, and a whole number", "digits only"),
        ("logo: {src: a.png}", 7, "the key “alt” is missing in “logo”", "what it says"),
    ],
)
def test_a_fault_is_told_at_its_place(line: str, column: int, message: str, hint: str) -> None:
    (fault,) = read_record(FileText("brand.yaml", line), Brand).faults
    assert fault.where() == f"brand.yaml:1:{column}"
    assert fault.message.startswith(message)
    assert hint in fault.hint
