from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.workspace import shapes
from nutgraf.workspace.shapes import Wrong

Check = Callable[[str], Wrong | None]


@pytest.mark.parametrize(
    ("check", "text"),
    [
        (shapes.one_line, "“Quoted”: a title, é 😀"),
        (shapes.url, "https://example.org/a?b=c#d"),
        (shapes.url, "http://localhost:8000/"),
        (shapes.email, "desk+news@mail.example.org"),
        (shapes.email, "redaktion@müller.example"),
        (shapes.colour, "#1a2B3c"),
        (shapes.font_stack, "Georgia, 'Times New Roman', serif"),
        (shapes.language, "pt-BR"),
        (shapes.sha256, "0a" * 32),
        (shapes.folder, "house style-2"),
        (shapes.time_zone, "Europe/Berlin"),
        (shapes.field_name, "first_name"),
        (shapes.field_name, "line2"),
    ],
)
def test_what_is_right_passes(check: Check, text: str) -> None:
    assert check(text) is None


@pytest.mark.parametrize(
    ("check", "text", "message", "hint"),
    [
        (shapes.one_line, "a\nBcc: b", "holds a line break", "one line"),
        (shapes.one_line, "a\x00b", "holds a control character (U+0000)", "one line"),
        (shapes.one_line, "a\u2028b", "holds a control character (U+2028)", "one line"),
        (shapes.url, "example.org", "is not a full web address", "https://example.org/page"),
        (shapes.url, "ftp://example.org", "is not a full web address", "https://"),
        (shapes.url, "javascript:alert(1)", "is not a full web address", "https://"),
        (shapes.url, "https://", "is not a full web address", "https://"),
        (shapes.url, "https://a b", "is not a web address: it holds a space", "https://"),
        (shapes.url, "https://[", "is not a web address", "https://"),
        (shapes.email, "desk", "is not an e-mail address", "desk@example.org"),
        (shapes.email, "a@b@example.org", "is not an e-mail address", "desk@example.org"),
        (shapes.email, "desk@example", "is not an e-mail address", "desk@example.org"),
        (shapes.email, "Desk <desk@example.org>", "is not an e-mail address", "desk@example.org"),
        (shapes.email, "desk@example.org\n", "is not an e-mail address", "desk@example.org"),
        (shapes.colour, "red", "is not a colour", "#1a2b3c"),
        (shapes.colour, "#fff", "is not a colour", "six digits"),
        (shapes.font_stack, 'x"; color:red', "is not a list of fonts", "Georgia"),
        (shapes.language, "English", "is not a language tag", "en-GB"),
        (shapes.sha256, "0a", "is not a SHA-256", "64 digits"),
        (shapes.folder, "../x", "is not the name of a folder", "templates/"),
        (shapes.folder, ".", "is not the name of a folder", "templates/"),
        (shapes.field_name, "First Name", "is not the name of a merge field", "first_name"),
        (shapes.field_name, "Straße", "is not the name of a merge field", "templates do: stra_e"),
        (shapes.field_name, "2", "is not the name of a merge field", "templates do: first_name"),
        (shapes.time_zone, "Europe/Berln", "is not a time zone", "did you mean Europe/Berlin?"),
        (shapes.time_zone, "new york", "is not a time zone", "did you mean America/New_York?"),
        (shapes.time_zone, "Moonbase", "is not a time zone", "written America/New_York"),
        (shapes.time_zone, "../etc", "is not a time zone", "written America/New_York"),
        (shapes.time_zone, "Europe", "is not a time zone", ""),
    ],
)
def test_what_is_wrong_is_told_with_a_right_example(
    check: Check, text: str, message: str, hint: str
) -> None:
    wrong = check(text)
    assert wrong is not None
    assert wrong.message == message
    assert hint in wrong.hint


@given(st.text())
def test_no_text_breaks_a_check(text: str) -> None:
    for check in (shapes.url, shapes.email, shapes.colour, shapes.language, shapes.folder):
        wrong = check(text)
        assert wrong is None or (wrong.message and wrong.hint)
