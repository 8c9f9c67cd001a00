"""The figures of a pack, each in one sentence."""

from __future__ import annotations

from nutgraf.evidence.offered.counted import counted
from tests.evidence.offered.packs import pack_of, seeds


def test_every_figure_of_the_seeds_is_told_once() -> None:
    found = counted(seeds())
    told = [figure.text for one in found for figure in one.figures]
    for figure in ("1.28 million", "fewer than 5%", "47,000", "under 2,350", "nearly 50,000"):
        assert told.count(figure) == 1, figure
    assert "1.2 million" in told
    assert len(found) <= 6


def test_a_figure_names_the_other_sources_that_have_it() -> None:
    [one] = counted(
        pack_of(
            ledger="The dredging will cost £18.5 million, the board said.",
            radio="Listeners heard that £18.5 million will be spent on dredging.",
            letter="The weather was bad on Monday.",
        )
    )
    assert (one.source, one.others) == ("ledger", ("radio",))


def test_small_numbers_of_different_things_are_told_apart() -> None:
    found = counted(pack_of(one="Police stopped 7 trucks on Monday. They fined 7 drivers."))
    assert [figure.text for one in found for figure in one.figures] == ["7", "7"]


def test_days_ages_and_ordinals_are_no_figures() -> None:
    text = "On March 3, 2026, Ada Holm, 47, opened the third ferry in the 21st century."
    assert counted(pack_of(one=text)) == ()


def test_a_sentence_that_stands_by_itself_is_preferred() -> None:
    [one] = counted(
        pack_of(
            first="It will cost them £42 million over three decades.",
            second="The new lock in Sandholt will cost £42 million over three decades.",
        )
    )
    assert one.source == "second"


def test_entries_of_a_menu_say_nothing() -> None:
    menu = "- Home\n- 24 hours\n- Podcasts (12)\n- Weather 14°\n"
    found = counted(pack_of(a=f"{menu}The port moved 412,000 tonnes last year.\n"))
    assert [one.text for one in found] == ["The port moved 412,000 tonnes last year."]
