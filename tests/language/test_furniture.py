"""What of a captured page is no part of its article."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.furniture import covers, read

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
_ITEMS = "Today Sport Weather Wexford Borealis Quay Tides"
MENU = "\n".join(f"- {word}" for word in _ITEMS.split())


def marked(text: str) -> list[tuple[str, str]]:
    return [(one.kind, text[one.start : one.end]) for one in read(text)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Advertisement", "promotion"),
        ("Sign up for our newsletter and never miss a tide.", "promotion"),
        ("Read more: The quay that sank", "promotion"),
        ("You can now listen to Quay Post articles!", "promotion"),
        ("Got a story? Submit your tips here. ›", "promotion"),
        ("5 min read", "promotion"),
        ("Share this article", "sharing"),
        ("Facebook | Twitter | Email | Copy link", "sharing"),
        ("Photo: Ann Lee/Quay Post", "credit"),
        ("The quay at dawn. (AP Photo/Ann Lee)", "credit"),
        ("Reporting by Ann Lee; Editing by Bo Roy", "credit"),
        ("© 2026 Quay Post. All rights reserved.", "notice"),
        ("We use cookies to improve your visit.", "notice"),
        ("Tide SingersFeb. 12, 2026", "listing"),
    ],
)
def test_lines_are_known_by_how_they_begin(line: str, kind: str) -> None:
    text = f"The board met on Monday.\n{line}\nIt met again on Friday."
    assert marked(text) == [(kind, line)]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell on Monday as traders left.",
        "Read the filing and you will see what the board knew.",
        "The photo shows a boat.",
        "Related costs rose by 5% last year.",
        "Copyright law was changed on Monday by the senate, which voted 60 to 40.",
        "The Associated Press contributed to this report.",
        "Published on Feb. 12, 2026",
        "Key Points",
        "Ann Lee",
    ],
)
def test_prose_and_headings_are_left_alone(line: str) -> None:
    assert marked(f"The board met on Monday.\n{line}\nIt met again on Friday.") == []


def test_a_promotion_before_the_article_in_one_line_ends_with_its_sentence() -> None:
    text = "Register now for FREE unlimited access to Quay Post. The board met on Monday."
    assert [text[one.end :] for one in read(text)] == ["The board met on Monday."]
    text = " date 2026-02-11 NEW You can now listen to Quay articles! The board met."
    assert marked(text) == [("promotion", "NEW You can now listen to Quay articles!")]


def test_a_run_of_short_lines_at_the_edge_of_a_page_is_a_menu() -> None:
    assert marked(f"{MENU}\nQuay Board Sues\nThe board sued on Monday.") == [("menu", MENU)]
    assert marked(f"The board sued on Monday.\n{MENU}") == [("menu", MENU)]


def test_a_list_of_the_article_is_no_menu() -> None:
    text = f"The board met on Monday.\nThe board named these towns:\n{MENU}\nIt met again."
    assert marked(text) == []
    assert marked(f"It met.\nIt voted.\nIt left.\nThis is so.\n{MENU}\nIt met.\nIt left.") == []


def test_short_lines_under_a_heading_of_listings_are_a_listing() -> None:
    listing = "Wexford events\nFeb. 12, 2026\nThe Tide Singers\nQuay Hall"
    assert marked(f"The board met on Monday.\n{listing}") == [("listing", listing)]
    assert marked("Wexford events\nThe board met on Monday.\nIt left again on Friday.") == []


def test_a_span_is_covered_where_most_of_it_is_furniture() -> None:
    text = f"{MENU}\nThe board sued on Monday."
    found = read(text)
    assert covers(found, 2, 7)
    assert covers(found, 0, len(MENU) + 5)
    assert not covers(found, len(MENU) + 1, len(text))
    assert not covers((), 0, 5)


@given(st.text())
def test_reading_never_raises_and_spans_are_in_order(text: str) -> None:
    end = 0
    for one in read(text):
        assert end <= one.start < one.end <= len(text)
        end = one.end


@given(
    st.lists(st.sampled_from([*MENU.split("\n"), "", "Share", "It met.", "events"]), max_size=40)
)
def test_lines_in_any_order_are_read(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert all(text[one.start : one.end].strip() for one in read(text))


@pytest.mark.parametrize(
    ("seed", "kinds"),
    [
        ("cards", ["menu", "promotion", "listing"]),
        ("fox", ["promotion"]),
        ("explainer", []),
        ("post-rewrite", []),
        ("irs-dhs", []),
    ],
)
def test_the_seeds_show_their_furniture_and_nothing_of_their_articles(
    seed: str, kinds: list[str]
) -> None:
    text = (SEEDS / f"{seed}.md").read_text(encoding="utf-8")
    found = marked(text)
    assert [kind for kind, _ in found] == kinds
    assert all(len(line) < 200 for _, shown in found for line in shown.split("\n"))
