"""The palettes against WCAG 2.2: 4.5 : 1 for text (1.4.3)."""

import pytest

from nutgraf.workspace.brand import Brand, Palette
from tests.render.desk import house

GROUNDS = ("page", "surface", "tint")
INKS = ("text", "muted", "accent")


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("brand", [house("cards").brand, Brand()], ids=["own", "default"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_on_every_ground(brand: Brand, scheme: str) -> None:
    palette: Palette = getattr(brand, scheme)
    for ground in GROUNDS:
        for ink in INKS:
            ratio = contrast(getattr(palette, ink), getattr(palette, ground))
            assert ratio >= 4.5, f"{ink} on {ground}: {ratio:.2f}"
    assert contrast(palette.on_accent, palette.accent) >= 4.5
