"""What became of a page: each change told as what it is, and nothing where nothing was said."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.evidence.drift.change import Drift
from nutgraf.evidence.drift.compare import PageText, compare
from tests.evidence.drift import versions
from tests.evidence.drift.versions import FERRY, Version

DAY = date(2025, 3, 3)


def drift(later: Version, captured: Version = FERRY) -> Drift:
    return compare(PageText(captured.text, captured.title, DAY), PageText(later.text, later.title))


def told(later: Version, captured: Version = FERRY) -> list[tuple[str, str, str]]:
    return [(one.kind, one.old, one.new) for one in drift(later, captured).changes]


CHANGED = {
    "FIGURE": [("figure", "About 1.1 million", "About 1.2 million")],
    "SENTENCE": [("gone", FERRY.paragraphs[4], "")],
    "QUOTATION": [
        (
            "quotation",
            "We will not sail before the hull is sound,",
            "We will not sail until the inspectors let us,",
        )
    ],
    "HEDGE": [("doubted", "found", "may have been found")],
    "NOTICE": [("notice", "", versions.NOTICE.paragraphs[-1])],
    "HEADLINE": [("headline", FERRY.title, "Ferry to Skarvoy stays in port for weeks")],
    "NAME": [("name", "Ingrid Solheim", "Inger Solhaug")],
}


@pytest.mark.parametrize("name", CHANGED)
def test_a_change_is_told_as_what_it_is_with_the_words_of_both_sides(name: str) -> None:
    assert told(getattr(versions, name)) == CHANGED[name]


@pytest.mark.parametrize("name", ["REORDERED", "FURNITURE", "TYPOGRAPHY", "LIVE", "FERRY"])
def test_order_furniture_typography_and_growth_are_no_change(name: str) -> None:
    assert told(getattr(versions, name)) == []


PAIRS = {
    # what stood there, what stands there now, what is told
    "a figure written otherwise": ("It cost 1,200,000 euros.", "It cost 1.2 million euros.", []),
    "two sentences made one": (
        "The bridge opened in May. It is 300 metres long.",
        "The bridge opened in May; it is 300 metres long.",
        [],
    ),
    "one sentence made two": (
        "The bridge opened in May, and the road over it is closed to lorries at night.",
        "The bridge opened in May. And the road over it is closed to lorries at night.",
        [],
    ),
    "a line wrapped": (
        "The bridge opened in May and\nis 300 metres long, the county\nsays.",
        "The bridge opened in May and is 300 metres long, the county says.",
        [],
    ),
    "a soft hyphen and a ligature": (
        "The of\ufb01ce paid for the re\u00adpair of the long bridge.",
        "The office paid for the repair of the long bridge.",
        [],
    ),
    "a surname for the whole name": (
        "The bridge is safe, said Anna Berg, the county engineer. It was painted in spring.",
        "The bridge is safe, said Berg, the county engineer. It was painted in spring.",
        ["reworded"],
    ),
    "initials for a name": (
        "The bridge belongs to the National Roads Office, which paints it each spring.",
        "The bridge belongs to the NRO, which paints it each spring.",
        ["reworded"],
    ),
    "a day": (
        "The council votes on the bridge on March 14.",
        "The council votes on the bridge on March 21.",
        ["date"],
    ),
    "the same day told more fully": (
        "The council votes on the bridge on March 14.",
        "The council votes on the bridge on March 14, 2025.",
        ["reworded"],
    ),
    "a denial": (
        "The council has approved the plan for the bridge.",
        "The council has not approved the plan for the bridge.",
        ["denied"],
    ),
    "a doubt taken out": (
        "The crack may have been caused by frost in the night.",
        "The crack was caused by frost in the night.",
        ["surer"],
    ),
    "a bound": (
        "At least 40 people were on the bridge at the time.",
        "40 people were on the bridge at the time.",
        ["figure"],
    ),
    "a figure taken out": (
        "The 40 people on the bridge at the time were unhurt.",
        "The people on the bridge at the time were unhurt.",
        ["figure"],
    ),
    "another verb": (
        "The council delayed the plan for the bridge by a year.",
        "The council cancelled the plan for the bridge by a year.",
        ["reworded"],
    ),
    "a bullet gone": (
        "The council:\n\n- closes the bridge to lorries from May\n- asks for a new survey of it",
        "The council:\n\n- asks for a new survey of it",
        ["gone"],
    ),
    "a label of the page gone": (
        "Local news\n\nThe bridge is closed.",
        "The bridge is closed.",
        [],
    ),
    "a sentence that stood there twice": (
        "The bridge is closed to lorries.\n\nIt snows.\n\nThe bridge is closed to lorries.",
        "It snows.\n\nThe bridge is closed to lorries.",
        [],
    ),
    "an address of a link": (
        "The [survey](https://old.example/a.pdf) of the bridge is out.",
        "The [survey](https://new.example/b.pdf?x=1) of the bridge is out.",
        [],
    ),
    "a day of publication": (
        "Published on March 3, 2025\n\nThe bridge is closed to lorries.",
        "Published on March 3, 2025, updated March 5, 2025\n\nThe bridge is closed to lorries.",
        [],
    ),
    "nothing left": ("The bridge is closed to lorries.", "", ["gone"]),
    "nothing there before": ("", "The bridge is closed to lorries.", []),
}


@pytest.mark.parametrize("name", PAIRS)
def test_what_differs_between_two_texts(name: str) -> None:
    old, new, expected = PAIRS[name]
    found = compare(PageText(old, published=DAY), PageText(new)).changes
    assert [one.kind for one in found] == expected, found


def test_the_words_of_a_change_stand_where_it_says() -> None:
    for name in CHANGED:
        later: Version = getattr(versions, name)
        for one in drift(later).changes:
            if one.kind == "headline":
                continue
            assert FERRY.text[slice(*one.before)] == one.old
            assert later.text[slice(*one.after)] == one.new


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Editor’s note: The name of the ship has been put right in this text.", True),
        ("CLARIFICATION (March 4): The bridge belongs to the county, not to the town.", True),
        ("This article was amended on 4 March 2025. It had said that the county paid.", True),
        ("An earlier version of this story gave the wrong name of the harbour master.", True),
        ("This story has been updated on Tuesday to reflect what the county says now.", True),
        ("The headline of this story was changed. This story was corrected at noon.", True),
        ("This story has been updated with what the mayor said on Monday.", False),
        ("UPDATE: The ferry sails again from Tuesday morning on, the company says.", False),
        ("Update: 4.30 pm", False),
        ("Updated figures show that 300 people have left the island.", False),
        ("The correction of the course took the pilot an hour.", False),
    ],
)
def test_a_correction_that_was_added_is_heard(text: str, found: bool) -> None:
    later = Version(FERRY.title, (*FERRY.paragraphs, text))
    assert [one[0] for one in told(later)] == (["notice"] if found else [])


def test_a_correction_under_a_heading_of_its_own_is_heard() -> None:
    said = "The name of the harbour master was wrong in a part of the print run. We are sorry."
    for heading in ("Correction", "## Editor’s note", "**Correction:**"):
        later = Version(FERRY.title, (*FERRY.paragraphs, heading, said, "It rains in Bergvik."))
        ((kind, _, new),) = told(later)
        assert kind == "notice"
        assert new.endswith(f"\n\n{said}")


@pytest.mark.parametrize(
    ("later", "changed"),
    [
        ("Ferry to Skarvoy stays in port | Coast News", False),
        ("Ferry to Skarvoy stays in port - The Coast", False),
        ("FERRY TO SKARVOY STAYS IN PORT", False),
        ("", False),
        ("Ferry to Skarvoy sails again", True),
    ],
)
def test_the_name_of_the_site_is_no_other_headline(later: str, changed: bool) -> None:
    assert bool(drift(Version(later, FERRY.paragraphs)).changes) is changed


def test_a_headline_that_stands_in_the_text_is_told_once() -> None:
    old = Version(FERRY.title, (f"# {FERRY.title}", *FERRY.paragraphs))
    title = "Ferry to Skarvoy is back at sea"
    new = Version(title, (f"# {title}", *FERRY.paragraphs))
    assert told(new, old) == [("headline", FERRY.title, title)]


def test_a_title_that_an_editor_gave_is_no_headline_that_was_changed() -> None:
    own = Version("The ferry, Monday", (f"# {FERRY.title}", *FERRY.paragraphs))
    assert told(Version(FERRY.title, own.paragraphs), own) == []


def test_a_page_that_shows_only_its_beginning_is_cut_and_not_changed() -> None:
    assert drift(Version(FERRY.title, FERRY.paragraphs[:3])).cut
    assert not drift(versions.SENTENCE).cut
    assert not drift(Version(FERRY.title, FERRY.paragraphs[:-1])).cut


def test_a_page_that_breaks_off_in_a_sentence_is_cut() -> None:
    teaser = FERRY.paragraphs[2].rpartition(" dive")[0] + " …"
    asks = "Subscribe to read the whole story, and to support the news of the coast."
    assert drift(Version(FERRY.title, (*FERRY.paragraphs[:2], teaser, asks))).cut


def test_a_live_blog_that_drops_its_oldest_entries_is_not_cut() -> None:
    entries = tuple(
        f"{n + 10}:15 Boat {n} has left the quay with its passengers." for n in range(9)
    )
    assert not drift(Version(FERRY.title, (*entries, *FERRY.paragraphs[:3]))).cut


def test_another_text_at_the_address_is_told_as_that() -> None:
    other = Version("Recipes", ("Take two eggs and a cup of flour.", "Bake it for an hour."))
    assert drift(other).replaced
    assert not drift(versions.FIGURE).replaced


def test_what_grew_is_counted() -> None:
    found = drift(versions.LIVE)
    assert (found.passages, found.kept, found.added) == (7, 7, 2)


def test_two_texts_of_a_thousand_words_are_compared_within_a_blink() -> None:
    """50 ms each on a quiet machine; here the best of five, with room for a busy one."""
    paragraphs = [
        one.replace("ferry", f"ferry {n}").replace("crack", f"crack {n}")
        for n in range(12)
        for one in FERRY.paragraphs
    ]
    old = "\n\n".join(paragraphs)
    best = 1.0
    for n in range(5):
        new = old.replace("1.1 million", f"1.{n + 2} million").replace("Sunday", "Saturday", 4)
        begun = time.perf_counter()
        found = compare(PageText(old, published=DAY), PageText(new))
        best = min(best, time.perf_counter() - begun)
        assert sum(one.kind == "figure" for one in found.changes) == 12
    assert best < 0.15


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_two_texts_can_be_compared(old: str, new: str) -> None:
    found = compare(PageText(old), PageText(new))
    for one in found.changes:
        if one.kind != "headline":
            assert old[slice(*one.before)] == one.old
            assert new[slice(*one.after)] == one.new
    assert compare(PageText(old), PageText(old)).same


def test_long_texts_are_compared_in_a_time_that_grows_with_their_length() -> None:
    """Two thousand sentences of which each seventh is another: a second, and no minutes."""
    old = "\n\n".join(
        f"The boat {n} was seen at quay {n % 7} in the morning." for n in range(2_000)
    )
    new = old.replace("quay 3 in the morning", "pier 3 at night")
    begun = time.perf_counter()
    found = compare(PageText(old), PageText(new))
    assert time.perf_counter() - begun < 30
    assert found.kept > 1_500


@pytest.mark.parametrize("word", ["boat ", "“a” ", "1,200 ", "Ann Lee ", "\n- ", "> ", "[a](b) "])
def test_a_text_that_never_ends_a_sentence_is_compared(word: str) -> None:
    begun = time.perf_counter()
    compare(PageText(word * 20_000), PageText(f"new {word * 20_000}"))
    assert time.perf_counter() - begun < 10
