from __future__ import annotations

import pytest

from nutgraf.language.attribution import Attribution, after, before, cues, role_of, trailing
from nutgraf.language.noun_phrases import BLANK


def _said(text: str, found: Attribution | None) -> tuple[str | None, str | None] | None:
    if found is None or found.speaker is None:
        return None
    return text[slice(*found.speaker)], None if found.cue is None else text[slice(*found.cue)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (" Ann Lee said.", ("Ann Lee", "said")),
        (", Ann Lee, who left, said", ("Ann Lee", "said")),
        (", according to Ann Lee", ("Ann Lee", "according to")),
        (", per Ann Lee", ("Ann Lee", "per")),
        (", according to", None),
        (" said in a letter", None),
        (" said Monday", None),
        (" Ann Lee; Bo Day said", None),
        (" Ann Lee " + BLANK * 3 + " said", None),
        (" Ann Lee walking said", ("Ann Lee walking", "said")),
        (" had said", None),
        (" , ", None),
        ("", None),
        (" of the plan, Ann Lee said", None),
        (" walked home and he said", None),
        (" Ann Lee saying so", None),
        (" Ann Lee " + "Bea " * 14 + "said", None),
        (" said Ann Lee said so", ("Ann Lee", "said")),
    ],
)
def test_an_attribution_behind(text: str, said: tuple[str, str] | None) -> None:
    assert _said(text, after(text, 0, len(text))) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (" of the plan, Ann Lee said", ("Ann Lee", "said")),
        (" of the plan, said Ann Lee", ("Ann Lee", "said")),
        (" of the plan, according to Ann Lee", ("Ann Lee", "according to")),
        (" of the plan, saying no", None),
        (" of the plan,", None),
        (" of the plan", None),
    ],
)
def test_an_attribution_at_the_end_of_the_sentence(text: str, said: tuple[str, str] | None) -> None:
    assert _said(text, trailing(text, 0, len(text))) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ann Lee said, ", ("Ann Lee", "said")),
        ("Ann Lee said that the ferry ran late and ", None),
        ("Ann Lee: ", ("Ann Lee", ":")),
        ("Ann Lee on the ferry: ", ("Ann Lee", ":")),
        ("In Ohio, Ann Lee left: ", ("Ann Lee", ":")),
        ("In Ohio: ", None),
        ("Then the ferry left: ", None),
        ("Ann Lee was told ", None),
        ("Ann Lee was quoted as saying ", ("Ann Lee", "saying")),
        ("Ann Lee, a nurse, left, saying ", ("Ann Lee", "saying")),
        ("According to Ann Lee, ", ("Ann Lee", "According to")),
        ("a nurse from Tidewater, Ohio, said ", None),
        ("Ann Lee, a nurse from Tidewater, Ohio, said ", ("Ann Lee", "said")),
        ("It rained when Ann Lee, a nurse, said ", ("Ann Lee", "said")),
        ("the old ferry by the sea, a nurse, said ", None),
        ("It was Ann Lee, who told the board ", ("Ann Lee", "told")),
        ("It was Ann Lee who told the board ", ("Ann Lee", "told")),
        ("... who said ", None),
        ("The ferry that left Ohio late: ", None),
        ("On the day of the fog and the rain and the wind Ann Lee left: ", None),
        ("saying ", None),
        (", said ", None),
        ("", None),
    ],
)
def test_an_attribution_that_leads_on_to_the_mark(text: str, said: tuple[str, str] | None) -> None:
    assert _said(text, before(text, 0, len(text), direct=True)) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ann Lee said that the ferry ran late and ", ("Ann Lee", "said")),
        ("According to Ann Lee the ferry ran ", ("Ann Lee the ferry ran", "According to")),
        ("- Ann Lee asked the board for help with ", ("Ann Lee", "asked")),
        ("The ferry ran ", None),
    ],
)
def test_an_attribution_that_governs_the_sentence(text: str, said: tuple[str, str] | None) -> None:
    assert _said(text, before(text, 0, len(text), direct=False)) == said


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Harbour Chief Ann Lee left", "Harbour Chief"),
        ("the chief Ann Lee left", "chief"),
        ("Ann Lee, the harbour chief, left", "the harbour chief"),
        ("Ann Lee (the harbour chief) left", "the harbour chief"),
        ("Ann Lee, in a car, left", None),
        ("Ann Lee, the winner, left", None),
        ("Ann Lee left", None),
    ],
)
def test_the_role_at_a_name(text: str, role: str | None) -> None:
    at = text.index("Ann Lee")
    found = role_of(text, (0, len(text)), (at, at + 7))
    assert (None if found is None else text[slice(*found)]) == role


def test_verbs_of_saying_are_counted() -> None:
    assert cues("Lee said, and Day replied", 0, 25) == 2


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (" said the mill's owner, Ann Lee.", "Ann Lee"),
        (" said Corvo's top baker, Ann van der Lee.", "Ann van der Lee"),
        (" said the mayor of Corvo, Ann Lee.", "Ann Lee"),
        (", the mill's Portuguese head, Ann Lee, said on Monday.", "Ann Lee"),
        (" said her neighbour, the baker Ann Lee.", "Ann Lee"),
        (" said the brewer, a unit of Lee Foods.", "the brewer"),
        (" the miller, Ann Lee, said.", "Ann Lee"),
        (" said Ann Lee, Green Party.", "Ann Lee"),
        (" said Ann Lee, the mayor.", "Ann Lee"),
    ],
)
def test_of_a_description_and_a_name_the_name_speaks(text: str, speaker: str) -> None:
    said = _said(text, after(text, 0, len(text)))
    assert said is not None
    assert said[0] == speaker
