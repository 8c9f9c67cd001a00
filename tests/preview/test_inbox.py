"""The line in the inbox: cut where clients cut, on one line, and told when the subject is."""

from __future__ import annotations

import pytest

from nutgraf.preview.inbox import CLIENTS, cut, inbox_lines


@pytest.mark.parametrize(
    ("text", "most", "shown", "left"),
    [
        ("Ferries", 7, "Ferries", ""),
        ("Ferries", 6, "Ferri…", "es"),
        ("The ferries sail", 5, "The…", "ferries sail"),
        ("The\n ferries\tsail", 40, "The ferries sail", ""),
        ("Ferries", 1, "", "Ferries"),
        ("Ferries", 0, "", "Ferries"),
        ("Ferries", -3, "", "Ferries"),
        ("", 5, "", ""),
    ],
)
def test_a_text_is_cut_with_its_ellipsis(text: str, most: int, shown: str, left: str) -> None:
    assert cut(text, most) == (shown, left)


def test_a_short_line_is_shown_whole_everywhere() -> None:
    for line in inbox_lines("Harbour", "Ferries", "Tea is free"):
        assert (line.sender, line.subject, line.preheader) == ("Harbour", "Ferries", "Tea is free")
        assert not line.cut


def test_no_client_shows_more_than_it_has_room_for() -> None:
    lines = inbox_lines("S" * 90, "u" * 200, "p" * 300)
    for client, line in zip(CLIENTS, lines, strict=True):
        assert line.client is client
        assert line.cut
        assert len(line.sender) <= client.sender
        assert len(line.subject) <= client.subject
        assert len(line.preheader) <= max(client.preheader, client.subject)


def test_subject_and_preheader_share_a_line_where_the_client_joins_them() -> None:
    joined = next(one for one in CLIENTS if one.shape == "joined")
    line = next(one for one in inbox_lines("Harbour", "u" * 60, "p" * 300) if one.client is joined)
    assert len(line.subject) + 3 + len(line.preheader) <= joined.subject


def test_every_client_is_named_once() -> None:
    assert len({client.name for client in CLIENTS}) == len(CLIENTS)
    assert {"Gmail", "Apple Mail", "Outlook"} <= {client.name.split(",")[0] for client in CLIENTS}
