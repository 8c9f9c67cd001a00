"""Lines that are offered consist of the words of the sources, and can stand in a note."""

from __future__ import annotations

from pathlib import Path

import pytest

from nutgraf.checks.offering import as_sentence, as_words, cited
from tests.checks.examples import findings_on
from tests.checks.fairness.packs import ACCUSED_MINISTER, BREACH, SHOOTING, SUED_COMPANY, TRANSFER


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It is\n  not known.", "It is not known."),
        ("a **bold** word and [a link](https://x.example)", "a bold word and a link"),
        ("_Why_ snake_case is `odd`", "Why snake_case is \\`odd\\`"),
        ("it costs 3 * 4 [sic]", "it costs 3 \\* 4 \\[sic\\]"),
        ("# Open", "\\# Open"),
        ("a <b> %%comment", "a \\<b> \\%%comment"),
    ],
)
def test_words_of_a_source_are_marked_up_as_nothing(text: str, words: str) -> None:
    assert as_words(text) == words


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("whether it floats", "Whether it floats."),
        ("who pays is open,", "Who pays is open."),
        ("he said: “We will see.”", "He said: “We will see.”"),
        ("who pays?", "Who pays?"),
    ],
)
def test_a_line_has_a_capital_and_a_stop(text: str, line: str) -> None:
    assert as_sentence(text) == line


def test_a_citation_names_every_source() -> None:
    assert cited("Two", ["a", "two words"]) == "Two [@a; @{two words}]"


@pytest.mark.parametrize(
    ("pack", "body", "lines"),
    [
        (
            SUED_COMPANY,
            (
                "Families sued Verdane, alleging that it skipped water tests at its clinic in "
                "Orrin. [@courier]"
            ),
            [
                (
                    "> “Every test that the rules ask for was run and recorded.” — Ines Marchetti, "
                    "a spokeswoman for the company [@courier]"
                ),
            ],
        ),
        (
            ACCUSED_MINISTER,
            (
                "Lawmakers accused the transport minister, Greta Solheim, of steering a ferry "
                "contract to a shipyard in which her cousin holds shares. [@herald]"
            ),
            ["Solheim rejected the claims. [@herald]"],
        ),
        (
            SHOOTING,
            (
                "A police officer shot and killed a man outside a pharmacy in Calder. [@tribune] "
                "The man’s sister accused the police of giving no warning. [@tribune]"
            ),
            ["Police Chief Warren Oakes said the man had pointed a pistol at the officer."],
        ),
        (
            TRANSFER,
            (
                "Castleford supporters accused the owner, Brent Fallow, of breaking a promise over "
                "Tomas Reyle. [@sport]"
            ),
            ["> “Tomas asked to go, and we had ten days left to agree a price.” — Fallow [@sport]"],
        ),
        (
            BREACH,
            (
                "Kerbly exposed the card details of 2.1 million drivers and ignored three messages "
                "about the open server, a researcher said. [@tech]"
            ),
            [
                (
                    "> “We have no record of any message before June 2, and the server was closed "
                    "within the hour.” — the company [@tech]"
                )
            ],
        ),
    ],
)
def test_what_is_offered_stands_in_a_source(
    pack: dict[str, str], body: str, lines: list[str], tmp_path: Path
) -> None:
    offers = [one for finding in findings_on(body, tmp_path, **pack) for one in finding.offers]
    told = [one.line for one in offers]
    for line in lines:
        assert any(_same(line, one) for one in told), (line, told)
    for offer in offers:
        assert offer.evidence
        assert all(one.seed in pack for one in offer.evidence)


def _same(line: str, other: str) -> bool:
    """The same line, whatever outlet is credited behind a name, and whatever is cited."""
    words = line.partition(" [@")[0].partition(" — ")[0]
    return other.startswith(words)


def test_who_is_meant_is_named_where_one_person_was(tmp_path: Path) -> None:
    source = (
        "The mayor of Holm, Anna Brandt, signed the contract for the ferry pier on Friday. She "
        "declined to say what the ferry pier would cost.\n"
    )
    body = "The mayor of Holm signed the contract for the ferry pier. [@echo]"
    (offer,) = [
        one for finding in findings_on(body, tmp_path, echo=source) for one in finding.offers
    ]
    assert offer.line.endswith("Brandt declined to say what the ferry pier would cost. [@echo]")
    assert not offer.line.startswith("She")
