"""Runs of words that two texts share outside quotation marks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.overlap import shared_runs

RUN = "the board of the old quay met on a cold Monday"


def shared(one: str, other: str) -> list[str]:
    return [one[slice(*run.first)] for run in shared_runs(one, other)]


def test_a_run_of_eight_words_is_found_with_both_places() -> None:
    one, other = f"So {RUN}, it said.", f"“No,” he said. On paper {RUN.upper()} again."
    (run,) = shared_runs(one, other)
    assert one[slice(*run.first)] == RUN
    assert other[slice(*run.second)] == RUN.upper()
    assert run.words == 11


def test_seven_words_are_no_run_unless_asked_for() -> None:
    short = "the board of the old quay met"
    assert shared(f"So {short} now.", f"Then {short} again.") == []
    assert len(shared_runs(f"So {short} now.", f"Then {short} again.", least=7)) == 1


def test_words_inside_quotation_marks_do_not_count() -> None:
    assert shared(f"He wrote: “{RUN}.”", f"She wrote: “{RUN}.”") == []
    assert shared(f"He wrote: {RUN}.", f"She wrote: “{RUN}.”") == []


def test_a_quotation_parts_a_run() -> None:
    parted = "the board of the old “quay” met on a cold Monday"
    assert shared(parted, parted.replace(" “quay”", "")) == []


def test_typography_and_punctuation_do_not_count() -> None:
    one = "the board’s old quay, it said, met on a cold day"
    other = "the board's old quay it said met on a cold day"
    assert shared(one, other) == [one]


@given(st.text(alphabet="ab “”'\"", max_size=200), st.text(alphabet="ab “”'\"", max_size=200))
def test_runs_are_inside_and_do_not_overlap(one: str, other: str) -> None:
    end = 0
    for run in shared_runs(one, other, least=2):
        assert end <= run.first[0] < run.first[1] <= len(one)
        assert 0 <= run.second[0] < run.second[1] <= len(other)
        end = run.first[1]


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert all(run.words >= 8 for run in shared_runs(text, text))
