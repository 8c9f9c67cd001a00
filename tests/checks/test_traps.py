"""What an over-eager checker flags, and a good one does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.examples import rules_on

SOURCE = (
    "---\ntitle: Ferries\npublished: 2025-03-05\n---\n"
    "The Harbour Authority (HA) counted about 47,000 passengers on Monday, fewer than 5% of whom "
    "were children. “We will sail on,” said Ines Varga, its director, “whatever the weather.” "
    "“The pier is safe,” Varga said. The authority said on Tuesday it would build 12 new berths "
    "and repair 8 old ones. The council confirmed Omar Lind as harbour master. "
    "Fares cost €1.28 million last year.\n"
)

HONEST = {
    "straight marks": '"We will sail on," said Ines Varga, its director. [@s]',
    "curly marks": "“We will sail on,” said Ines Varga, its director. [@s]",
    "less for fewer": "Less than 5% of the passengers were children. [@s]",
    "under for fewer": "Under 5% of the passengers were children. [@s]",
    "a short form": "The authority counted ~47K passengers on Monday. [@s]",
    "an acronym": "The HA counted about 47,000 passengers. [@s]",
    "its full name": "The Harbour Authority counted about 47,000 passengers. [@s]",
    "a date from the dateline": "About 47,000 passengers were counted on March 3. [@s]",
    "a split quotation": "“We will sail on whatever the weather,” said director Ines Varga. [@s]",
    "a lower-cased first letter": "Director Ines Varga said that “the pier is safe.” [@s]",
    "a comma for a full stop": "“The pier is safe,” said director Ines Varga. [@s]",
    "a sum": "The authority will build or repair 20 berths. [@s]",
    "a million in digits of the short form": "Fares cost €1.28m last year. [@s]",
    "a question": "Will 90 ferries sail next winter?",
    "an honest gap": "How many fell into the water is not yet documented.",
    "an opinion": "We think that is too many.",
    "somebody confirmed in office": "The council confirmed Omar Lind as harbour master. [@s]",
}


@pytest.mark.parametrize("sentence", HONEST.values(), ids=HONEST)
def test_what_is_right_is_left_alone(sentence: str, tmp_path: Path) -> None:
    body = f"The pier is safe, director Ines Varga said. [@s]\n\n{sentence}"
    assert rules_on(body, tmp_path, s=SOURCE) == []


def test_words_in_quotation_marks_are_the_speakers(tmp_path: Path) -> None:
    source = "“There were 90 ferries and I saw Atlantis,” said Ines Varga, a director."
    body = "“There were 90 ferries and I saw Atlantis,” said Ines Varga, a director. [@s]"
    assert rules_on(body, tmp_path, s=source) == []


def test_a_shorter_quotation_in_another_source_is_no_variant(tmp_path: Path) -> None:
    long = "“We will sail on through the ice and the storm,” said Ines Varga, a director."
    short = "“We will sail on,” director Ines Varga said."
    body = "“We will sail on through the ice and the storm,” said Ines Varga, a director. [@a; @b]"
    assert "quote-variant" not in rules_on(body, tmp_path, a=long, b=short)


def test_a_to_do_line_in_the_notes_is_private(tmp_path: Path) -> None:
    body = (
        "The pier is safe, director Ines Varga said. [@s]\n\n## Notes\n\n- [ ] ask the 90 crews\n"
    )
    assert rules_on(body, tmp_path, s=SOURCE) == []
