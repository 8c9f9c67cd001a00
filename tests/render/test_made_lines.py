"""The lines that a format makes of the check: on whose word a story rests, what was compared."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from nutgraf.model import Brief, Document, Grounds, StoryGrounds
from nutgraf.render.digests import render
from nutgraf.render.made_lines import checked_line, origin_line
from nutgraf.workspace.formats import Format
from nutgraf.workspace.made_lines import Number, Wording
from tests.render.desk import FORMATS, brief_of, house
from tests.render.test_digests import as_read

every_format = pytest.mark.parametrize("format_name", FORMATS)
NONE = "Software compared nine statements with four sources; nothing was verified by a person."
BOTH = Format("x", made=("origins", "how-we-checked"))
PACK = {
    "gazette": "---\ntitle: Cranes\npublisher: The Quay Gazette\n---\nCranes.\n",
    "wire": "---\ntitle: Cranes stop\npublisher: Associated Press\n---\nCranes.\n",
    "radio": "---\npublisher: Harbor Radio\n---\nCranes.\n",
    "leaflet": "---\ntitle: Why the cranes stop\n---\nCranes.\n",
    "order": "---\ntitle: The order\npublisher: Port Court\nkind: primary\n---\nCranes.\n",
}


def brief() -> Brief:
    cites = "; ".join(f"@{name}" for name in PACK)
    return brief_of(f"## Summary\n\nCranes. [{cites}]\n", sources=PACK)


def grounds(
    *sources: str, origins: tuple[str, ...], unread: tuple[Document, ...] = (), verified: int = 0
) -> Grounds:
    return Grounds((StoryGrounds(sources, origins, unread),), 39, 4, verified)


@pytest.mark.parametrize(
    ("found", "line"),
    [
        (
            grounds("wire", "radio", origins=("Associated Press", "Harbor Radio")),
            "Two reports, two origins: the Associated Press and Harbor Radio.",
        ),
        (
            grounds("wire", origins=("Associated Press",), unread=("filing",)),
            "One report, one origin: the Associated Press. We have not read the filing.",
        ),
        (
            grounds("wire", "radio", "gazette", origins=("Associated Press",)),
            "Three reports, one origin: the Associated Press.",
        ),
        (
            grounds(
                *("gazette", "radio", "leaflet"),
                origins=("Quay Gazette", "Harbor Radio", "Why the cranes stop"),
                unread=("study", "letter"),
            ),
            (
                "Three reports, three origins: the Quay Gazette, Harbor Radio and “Why the "
                "cranes stop”. We have not read the study and the letter."
            ),
        ),
        (
            grounds("order", "wire", origins=("Port Court", "Associated Press")),
            "Two sources, two origins: Port Court and the Associated Press.",
        ),
        (
            grounds(*(f"s{n}" for n in range(11)), origins=("Reuters",)),
            "11 reports, one origin: Reuters.",
        ),
        (grounds(origins=()), ""),
    ],
)
def test_the_origin_line_says_how_many_reports_and_whose(found: Grounds, line: str) -> None:
    assert origin_line(brief(), 0, BOTH, found) == line
    assert origin_line(brief(), 1, BOTH, found) == ""  # there is no such story
    assert origin_line(brief(), 0, Format("x"), found) == ""
    assert origin_line(brief(), 0, BOTH, None) == ""


@pytest.mark.parametrize(
    ("found", "line"),
    [
        (
            Grounds((), 39, 4, 12),
            "We checked 39 statements against four sources; a person verified 12 of them.",
        ),
        (
            Grounds((), 7, 1, 1),
            "We checked seven statements against one source; a person verified one of them.",
        ),
        (
            Grounds((), 9, 11, 9),
            "We checked nine statements against 11 sources; a person verified every one.",
        ),
        (
            Grounds((), 9, 4, 0),
            NONE,
        ),
        (Grounds((), 0, 0, 0), ""),
    ],
)
def test_nobody_is_said_to_have_verified_what_nobody_did(found: Grounds, line: str) -> None:
    assert checked_line(BOTH, found) == line
    assert checked_line(Format("x", made=("origins",)), found) == ""


def test_the_words_are_the_format_s_own() -> None:
    wording = Wording(
        origins="{names} ({reports})",
        report=Number("ein Bericht", "{number} Berichte"),
        outlet="{name}",
        two="{one} und {other}",
        numbers=("eine", "zwei"),
        unread="ungelesen: {documents}",
        documents={"filing": "die {Klage}"},
    )
    form = Format("x", made=("origins",), wording=wording)
    found = grounds("wire", "radio", origins=("Associated Press", "Reuters"), unread=("filing",))
    told = origin_line(brief(), 0, form, found)
    assert told == "Associated Press und Reuters (zwei Berichte) Ungelesen: die {Klage}"


@every_format
def test_every_digest_tells_it_where_the_format_asks(format_name: str) -> None:
    home = house(format_name)
    found = grounds("wire", origins=("Associated Press",), unread=("filing",), verified=12)
    origins = "One report, one origin: the Associated Press. We have not read the filing."
    checked = "We checked 39 statements against four sources; a person verified 12 of them."
    for made in (home.format.made, ("origins", "how-we-checked"), ()):
        form = msgspec.structs.replace(home.format, made=made)
        for digest in as_read(render(brief(), replace(home, format=form), found)):
            assert (origins in digest) == ("origins" in made)
            assert ("This brief rests on" in digest) == ("origins" not in made)
            assert (checked in digest) == ("how-we-checked" in made)
            assert "How we checked" in digest or "HOW WE CHECKED" in digest


@every_format
def test_of_several_stories_each_has_its_own_line(format_name: str) -> None:
    body = (
        "An opening. [@wire]\n\n# The cranes\n\n## Summary\n\nCranes. [@wire]\n\n"
        "# The quay\n\n## Summary\n\nA quay. [@radio]\n"
    )
    found = Grounds(
        (
            StoryGrounds(("wire",), ("Reuters",)),
            StoryGrounds(("wire",), ("Associated Press",)),
            StoryGrounds(("radio",), ("Harbor Radio",), ("audit",)),
        ),
        *(3, 2, 0),
    )
    for digest in as_read(render(brief_of(body, sources=PACK), house(format_name), found)):
        assert digest.index("The cranes") < digest.index("origin: the Associated Press.")
        assert digest.index("origin: the Associated Press.") < digest.index("The quay")
        assert digest.index("The quay") < digest.index(
            "One report, one origin: Harbor Radio. We have not read the audit."
        )
        assert "Reuters" not in digest  # the opening is no story


@every_format
def test_without_a_citation_the_origins_are_told_too(format_name: str) -> None:
    found = grounds("wire", origins=("Associated Press",))
    for digest in as_read(render(brief_of("## Summary\n\nCranes.\n"), house(format_name), found)):
        assert "One report, one origin: the Associated Press." in digest


def test_equal_grounds_give_equal_bytes() -> None:
    found = grounds("wire", origins=("Associated Press",))
    assert render(brief(), house("cards"), found) == render(brief(), house("cards"), found)
