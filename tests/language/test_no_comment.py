"""Statements that somebody did not answer."""

from __future__ import annotations

import pytest

from nutgraf.language.no_comment import no_comments


@pytest.mark.parametrize(
    ("text", "sort", "party", "outlet"),
    [
        ("Acme did not respond to the Post’s questions.", "silent", "Acme", "the Post"),
        ("Acme did not reply to a request for comment from Radio 5.", "silent", "Acme", "Radio 5"),
        ("A spokesman for Acme declined to comment.", "declined", "A spokesman for Acme", ""),
        ("Ann Lee could not be reached on Friday.", "not reached", "Ann Lee", ""),
        ("The mayor resigned, but Ann Lee would not say why.", "declined", "Ann Lee", ""),
        ("Ann Lee, the chair, whose aunt ran it, would not say why.", "declined", "Ann Lee", ""),
        ("He left, the company declined to comment.", "declined", "the company", ""),
        ("Ann Lee declined to speak to the Post.", "declined", "Ann Lee", "the Post"),
        ("There was no immediate response from the ministry.", "silent", "the ministry", ""),
    ],
)
def test_who_did_not_answer_whom(text: str, sort: str, party: str, outlet: str) -> None:
    (one,) = no_comments(text)
    named = "" if one.outlet is None else text[slice(*one.outlet)]
    who = text[slice(*one.party)].partition(", ")[0].strip()
    assert (one.sort, who, named) == (sort, party, outlet)


@pytest.mark.parametrize(
    "text",
    ["Ann Lee declined to run again.", "The city did not respond to the flood in time."],
)
def test_other_refusals_are_none(text: str) -> None:
    assert no_comments(text) == ()


def test_who_asks_for_the_newsletter_is_known() -> None:
    (one,) = no_comments("Acme did not respond to our questions.")
    assert one.own


def test_who_would_not_be_interviewed_declined() -> None:
    (one,) = no_comments("Martin Odell, the owner, would not be interviewed.")
    assert one.sort == "declined"
