"""An email in its frame: the colours asked for, no request to anybody, nothing else changed."""

from __future__ import annotations

import re

import pytest

from nutgraf.preview.frames import FRAME_POLICY, email_frame

_HEAD = (
    '<html><head><meta name="color-scheme" content="light dark">'
    '<meta name="supported-color-schemes" content="light dark">'
    "<style>:root { color-scheme: light dark; supported-color-schemes: light dark; }\n"
    "@media (prefers-color-scheme: dark) { body { color: #eee } }\n"
    "@media screen and (prefers-color-scheme:light) { body { color: #111 } }</style></head>"
)


def _sources(html: str) -> list[str]:
    return re.findall(r"\ssrc=[\"']?([^\"'\s>]+)", html)


@pytest.mark.parametrize(("scheme", "holds", "never"), [("light", 1, 0), ("dark", 0, 1)])
def test_the_colours_are_those_asked_for(scheme: str, holds: int, never: int) -> None:
    shown = email_frame(_HEAD, scheme=scheme)
    assert "prefers-color-scheme" not in shown
    queries = re.findall(r"@media[^{]*", shown)
    # The first query is the one for dark screens, the second the one for light ones.
    assert "(min-width: 0px)" in queries[holds]
    assert "(max-width: 0px)" in queries[never]
    assert f'name="color-scheme" content="{scheme}"' in shown
    assert f"color-scheme: {scheme}" in shown
    assert "light dark" not in shown


@pytest.mark.parametrize("scheme", ["auto", "sepia", ""])
def test_without_a_scheme_the_system_decides(scheme: str) -> None:
    assert "prefers-color-scheme: dark" in email_frame(_HEAD, scheme=scheme)


@pytest.mark.parametrize(
    "tag",
    [
        '<img src="https://pictures.example/ferry.jpg" alt="A ferry">',
        "<img alt='A ferry' src='logo.png'>",
        "<img src=//pictures.example/ferry.jpg alt=ferry>",
        '<img srcset="a.png 1x, b.png 2x" src="a.png" alt="A ferry">',
        '<td background="https://pictures.example/sea.jpg"></td>',
        '<div style="background:url(https://pictures.example/sea.jpg)"></div>',
        "<style>body { background-image: url('https://pictures.example/sea.jpg') }</style>",
    ],
)
@pytest.mark.parametrize("images", [True, False])
def test_nothing_is_fetched(tag: str, images: bool) -> None:
    shown = email_frame(f"<html><head></head><body>{tag}</body></html>", images=images)
    assert all(source.startswith("data:") for source in _sources(shown))
    assert not re.search(r"\s(srcset|background)=", shown)
    assert "url(http" not in shown.replace("'", "")


def test_a_picture_that_would_be_fetched_has_a_placeholder_and_keeps_its_words() -> None:
    tag = '<img src="https://pictures.example/a.jpg?x=1&amp;y=2" alt="A ferry" width="300">'
    shown = email_frame(tag)
    assert _sources(shown)[0].startswith("data:image/svg+xml,")
    assert 'alt="A ferry" width="300"' in shown


def test_a_picture_in_the_email_itself_is_shown() -> None:
    tag = '<img src="data:image/png;base64,iVBORw0KGgo=" alt="A dot">'
    assert _sources(email_frame(tag)) == ["data:image/png;base64,iVBORw0KGgo="]
    assert _sources(email_frame(tag, images=False)) == []


def test_words_about_pictures_are_left_alone() -> None:
    words = "<p>She wrote src=alone and background music in her notes, then url( and left.</p>"
    assert words in email_frame(f"<html><head></head><body>{words}</body></html>")


def test_the_frame_says_itself_that_nothing_may_run() -> None:
    shown = email_frame("<html><head><title>x</title></head></html>")
    assert shown.index("Content-Security-Policy") < shown.index("<title>")
    assert "default-src 'none'" in shown
    assert "script-src" not in FRAME_POLICY
    assert "default-src 'none'" in FRAME_POLICY


def test_an_email_without_a_head_is_taken() -> None:
    assert email_frame("").startswith("<meta")
