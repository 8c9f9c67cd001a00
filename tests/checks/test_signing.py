"""What persons have said, and what of it still holds: for any words and any edit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from nutgraf.checks.record import Given
from nutgraf.checks.signing import is_author, signed, standing
from nutgraf.language.bare import bare_hash, holds
from nutgraf.model import Held, Matter, Place, Verification
from tests.desk.verifications import COUNTED, word

OF = "briefs/2025-03-07.md"
WORD = st.sampled_from(
    ["the", "a", "board", "quay", "ferry", "ferries", "sailed", "in", "12", "1,240", "$5", "not"]
)
SENTENCE = st.lists(WORD, min_size=3, max_size=12).map(lambda words: f"{' '.join(words)}.")
SENTENCES = st.lists(SENTENCE, max_size=4)


def matter(text: str = COUNTED) -> Matter:
    return Matter(
        bare_hash(text), text, Place(OF, 0, len(text), 1, 1, 1, 1), "points", (), ("c1",), (),
        "supported",
    )  # fmt: skip


def state(
    said: Sequence[Verification], *, text: str = COUNTED, body: str | None = "", **more: object
) -> str:
    told = replace(Given(verifications=tuple(said)), **more)  # type: ignore[arg-type]
    (found,) = signed([matter(text)], [f"{OF}\0{bare_hash(text)}"], told, lambda _: body)
    return found.state


@given(SENTENCES, SENTENCE, SENTENCES, SENTENCES, SENTENCES)
def test_an_edit_elsewhere_in_the_source_never_reopens_it(
    before: list[str], passage: str, behind: list[str], other: list[str], last: list[str]
) -> None:
    said = word(held=(Held("report", passage),))
    for around in ((before, behind), (other, last), ([], behind), (before, [])):
        body = "\n\n".join([*around[0], passage.replace(" ", "\n", 1), *around[1]])
        assert state([said], body=body) == "verified"


@given(SENTENCES, SENTENCE, st.data())
def test_a_changed_word_of_the_passage_always_does(
    around: list[str], passage: str, data: st.DataObject
) -> None:
    said = word(held=(Held("report", passage),))
    words = passage.split()
    words[data.draw(st.integers(0, len(words) - 1))] = data.draw(st.sampled_from(["gull", "999"]))
    assume(not holds(" ".join(around), passage))
    assert state([said], body=" ".join([*around, "Then:", *words])) == "stale"


@given(st.lists(st.integers(0, 5), max_size=8), st.randoms())
def test_the_order_of_the_lines_in_the_file_says_nothing(
    minutes: list[int], random: object
) -> None:
    said = [
        word(("verified", "query", "stet")[one % 3], by=("Tom", "Ines")[one % 2], after=at)
        for at, one in enumerate(minutes)
    ]
    if said:
        said.append(word("undone", by=said[-1].by, after=99, undoes=said[-1].at))
    mixed = list(said)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert standing(mixed) == standing([*said, *said])
    assert state(mixed) == state(said)


def test_an_undo_of_which_a_clock_says_that_it_came_first_counts_all_the_same() -> None:
    first = word(after=9)
    assert state([first, word("undone", undoes=first.at)]) == "open"


def test_only_the_giver_is_undone() -> None:
    mine, other = word(by="Tom"), word(by="Ines")
    assert state([mine, other, word("undone", by="Tom", after=2, undoes=mine.at)]) == "verified"
    both = [mine, other, word("undone", by="Tom", after=2, undoes=other.at, whose="Ines")]
    assert [one.by for one in standing(both)] == ["Tom"]


def test_what_was_verified_anew_does_not_come_back_as_another_change() -> None:
    old = word(words="The harbour office counted 1,240 passengers on Friday.")
    assert state([old]) == "stale"
    anew = word(after=1, instead=bare_hash(old.words))
    assert state([old, anew]) == "verified"
    near = "The harbour office counted 1,240 passengers on Sunday."
    assert state([old, anew], text=near) == "stale"  # by the words that were verified last


def test_a_statement_elsewhere_in_its_file_is_no_change_of_this_one() -> None:
    other = word(words="The harbour office counted 1,240 passengers on Friday.")
    elsewhere = {OF: frozenset({bare_hash(other.words)})}
    assert state([other], elsewhere=elsewhere) == "open"


def test_authors_are_known_by_name_or_by_address() -> None:
    assert is_author("Tom Adair <tom@a.example>", ["tom adair"])
    assert is_author("T. A. <TOM@a.example>", ["Tom Adair <tom@a.example>"])
    assert not is_author("Tom Adair", ["Ines Varga <tom@a.example>"])
    assert not is_author("", [""])
