"""image-without-alt: an image that says nothing to who does not see it."""

from __future__ import annotations

from collections.abc import Iterator

from nutgraf.checks.case import Case
from nutgraf.checks.email.miniature import BRIEF, SEEDS, email
from nutgraf.checks.email.page import read_page
from nutgraf.checks.email.places import image_place
from nutgraf.checks.rule import Example, Found, Rule


def check(case: Case) -> Iterator[Found]:
    for image in read_page(case.email or "").images:
        if not (image.alt or "").strip() and not image.decorative:
            name = image.src.rpartition("/")[2] or "an image"
            yield Found(
                image_place(case, image.src),
                f"{name} has no alternative text",
                "say in a few words what it shows: ![a man reads by the window](…)",
                about=f"image {image.src}",
            )


_SRC = "https://room.example/window.jpg"

RULE = Rule(
    name="image-without-alt",
    family="email",
    severity="error",
    decided="code",
    law="Every image has an alternative text.",
    why="Many readers see no images in their email, and some see none at all.",
    bad=Example(BRIEF, SEEDS, email(f'<p><img src="{_SRC}"></p>')),
    good=Example(BRIEF, SEEDS, email(f'<p><img src="{_SRC}" alt="A woman reads by a window"></p>')),
    check=check,
)
