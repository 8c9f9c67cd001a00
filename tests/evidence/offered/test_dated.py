"""What happened when, as the sources tell it."""

from __future__ import annotations

from datetime import date

from nutgraf.evidence.offered.dated import dated
from tests.evidence.offered.packs import pack_of, seeds


def test_the_events_of_the_seeds_stand_in_order_of_time() -> None:
    days = [one.first for one in dated(seeds()) if one.first is not None]
    assert days == sorted(days)
    assert date(2026, 2, 11) in days
    january = next(one for one in dated(seeds()) if one.first == date(2026, 1, 1))
    assert set(january.sources) >= {"cards", "fox"}


def test_a_day_is_reckoned_from_the_day_of_the_source() -> None:
    [one] = dated(pack_of(one="The ferry sank on Wednesday, the police said."))
    assert (one.first, one.last, one.planned) == (date(2026, 3, 4), date(2026, 3, 4), False)


def test_what_lay_ahead_when_it_was_written_is_planned() -> None:
    [one] = dated(pack_of(one="The harbour board will vote on March 24, 2026, on the new ferry."))
    assert one.planned


def test_one_event_in_two_sources_is_told_once() -> None:
    [one] = dated(
        pack_of(
            ledger="The ferry Alba sank in the lower harbour on Wednesday, the police said.",
            radio="On March 4 the ferry Alba sank in the harbour, according to the police.",
        )
    )
    assert sorted(one.sources) == ["ledger", "radio"]


def test_quoted_days_and_years_alone_are_no_events() -> None:
    text = "“We sailed on Monday night,” said Ola Brandt. The ferry was built in 1931."
    assert dated(pack_of(one=text)) == ()
