"""Words that answer for something."""

from __future__ import annotations

import pytest

from nutgraf.language.answering import answering


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("The mill denied that it had dumped dye.", "denial"),
        ("He rejected the claims.", "denial"),
        ("The firm disputes the account.", "denial"),
        ("She called the suit baseless.", "denial"),
        ("He pleaded not guilty.", "denial"),
        ("The agency stood by the plan.", "defence"),
        ("The owner defended the sale.", "defence"),
        ("The board said it had followed the statute.", "defence"),
        ("The minister apologised.", "admission"),
        ("The firm acknowledged the leak.", "admission"),
    ],
)
def test_it_is_read(text: str, sort: str) -> None:
    assert sort in {one.sort for one in answering(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The board rejected 612 ballots.",
        "The council rejected the plan.",
        "The judge denied the request.",
        "Patients were told to rest.",
    ],
)
def test_it_is_not_read(text: str) -> None:
    assert not answering(text)
