"""What a source says of single claims."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.evidence.index import build
from nutgraf.evidence.judge import judge, judge_text
from nutgraf.evidence.reading import read
from tests.evidence.story import INDEX, STORY, judged, told

RIGHT = (
    "Fixing the Tolland Dam will cost roughly $412 million, according to the auditor.",
    "Repairs will cost $412m, the auditor said.",
    "Leaks at the dam rose from 19 in 2022 to 47 last year.",
    "The authority recorded 28 more leaks last year than in 2022.",
    "Renner filed his lawsuit in January 2025.",
    "The auditor released her report on March 13, 2025.",
    "The board approved the hire by five votes to two.",
    "The authority was sued by Paul Renner in January.",
    "Halden Systems bought Larkspur in June.",
    'Okafor said the authority "knew the spillway was failing."',
    'Whitcomb said the agency had "not cut corners."',
    "“We have not cut corners,” said Dale Whitcomb, its general manager.",
    "Whitcomb said nothing showed that the dam was in imminent danger.",
    "Most residents supported the repairs, a survey found.",
    "The union said managers had pressured officers to sign blank forms.",
)
WRONG = (
    ("Repairs to the Tolland Dam will cost about $421 million.", "figure"),
    ("Inspectors logged 74 leaks last year.", "figure"),
    ("Repairs to the dam will take six years.", "figure"),
    ("More than 30% of the drainage valves had been inspected since 2015.", "figure"),
    ("The contract is worth $9 million.", "figure"),
    ("The authority sued state Sen. Paul Renner in January.", "name"),
    ("Sofia Brandt sued the authority in January.", "name"),
    ("Paul Renner resigned eight months later.", "name"),
    ("Larkspur bought Halden Systems in June.", "name"),
    ("Auditor Dale Whitcomb said the authority knew the spillway was failing.", "name"),
    ("Renner sued the authority in March.", "date"),
    ("The team of specialists is expected on April 12.", "date"),
    ('"We have not cut corners," Okafor said.', "speaker"),
    ('"We have never cut corners," Whitcomb said.', "quotation"),
    ('"We have not cut corners. We can begin work by October," Whitcomb said.', "quotation"),
    ('Okafor said the authority "wrecked the spillway on purpose."', "quotation"),
    ("The Army Corps of Engineers will send a team of 12 specialists on April 2.", "certainty"),
    ("The authority hid an internal memo.", "certainty"),
    ("Managers pressured officers to sign blank forms.", "certainty"),
    ("Okafor recommended lowering the reservoir.", "polarity"),
    ("Sofia Brandt responded to requests for comment.", "polarity"),
    ("Most farmers backed the repairs.", "certainty"),
    ("Prosecutors have arrested two inspectors over the leaks.", "word"),
    ("The dam leaked into the town of Harwick.", "name"),
)


@pytest.mark.parametrize("claim", RIGHT)
def test_what_the_source_carries_is_not_faulted(claim: str) -> None:
    assert told(claim) == set()
    assert judged(claim).verdict in ("supported", "not checked")


@pytest.mark.parametrize(("claim", "slot"), WRONG)
def test_what_the_source_says_otherwise_is_told_for_its_reason(claim: str, slot: str) -> None:
    assert slot in {one for one, _ in told(claim)}
    assert judged(claim).verdict in ("contradicted", "not found", "partly supported")


@pytest.mark.parametrize("number", range(len(INDEX.reading.sentences)))
def test_a_passage_agrees_with_itself(number: int) -> None:
    start, end = INDEX.reading.sentences[number]
    found = judge(INDEX.reading, start, end, [("story", INDEX)])
    assert [one for one in found.differences if one.certain] == []
    assert found.verdict in ("supported", "not checked")


@pytest.mark.parametrize(
    ("claim", "same"),
    [
        ("The dam cost $412 million.", "The dam cost US$412,000,000."),
        ('Whitcomb said: "We have not cut corners."', "Whitcomb said: “We have not cut corners.”"),
        ("Renner sued the authority in January.", "In January, Renner sued the authority."),
    ],
)
def test_typography_number_format_and_order_do_not_count(claim: str, same: str) -> None:
    assert told(claim) == told(same)


def test_places_are_those_of_claim_and_source() -> None:
    claim = "Inspectors logged 74 leaks last year."
    (difference,) = [one for one in judged(claim).differences if one.certain]
    assert claim[slice(*difference.ours)].startswith("74")
    assert difference.theirs is not None
    assert STORY[slice(*difference.theirs)].startswith("47")


def test_without_a_source_a_claim_is_uncited() -> None:
    claim = read("The dam leaks.")
    assert judge(claim, 0, len(claim.text), []).verdict == "uncited"


def test_another_source_that_carries_a_claim_is_named() -> None:
    other = build(read("The ferry was late on Monday because of fog, the operator said."))
    claim = read("The board voted 5-2 on Wednesday to hire Larkspur Engineering.")
    found = judge(claim, 0, len(claim.text), [("ferry", other)], [("story", INDEX)])
    assert found.elsewhere is not None
    assert found.elsewhere.source == "story"


def test_what_one_of_two_sources_has_is_not_missing() -> None:
    apart = build(read("Repairs to the aging dam will cost about $412 million, the auditor said."))
    claim = read("Repairs to the aging Tolland Dam will cost about $412 million.")
    found = judge(claim, 0, len(claim.text), [("apart", apart), ("story", INDEX)])
    assert found.verdict == "supported"
    assert found.carried_by == ("story",)


def test_of_many_sources_those_that_carry_a_claim_are_found() -> None:
    others = [(str(n), build(read(f"Ship {n} sailed to port {n} in fog."))) for n in range(6)]
    claim = read("Okafor did not recommend lowering the reservoir.")
    found = judge(claim, 0, len(claim.text), [*others, ("story", INDEX)])
    assert found.carried_by == ("story",)


def test_several_sentences_are_judged_one_by_one() -> None:
    found = judged("Okafor did not recommend lowering the reservoir. Inspectors logged 74 leaks.")
    assert found.verdict == "contradicted"


def test_an_empty_claim_or_source_is_not_checked() -> None:
    assert judged("").verdict == "not checked"
    assert judged("The dam leaks.", build(read(""))).verdict == "not checked"
    assert judged("漢字だけの文です。").verdict == "not checked"


@given(st.text(max_size=200), st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_judging_never_raises(claim: str, source: str) -> None:
    found = judge_text(read(claim), [("one", build(read(source)))])
    assert all(0 <= d.ours[0] <= d.ours[1] <= len(claim) for d in found.differences)


@given(st.permutations(STORY.split()[:40]))
@settings(max_examples=40, deadline=None)
def test_words_of_the_source_in_any_order_never_raise(words: list[str]) -> None:
    assert 0 <= judged(" ".join(words)).coverage <= 1


@given(st.just(412) | st.integers(min_value=120, max_value=380) | st.integers(450, 900))
@settings(max_examples=30, deadline=None)
def test_another_figure_is_told_as_a_figure(number: int) -> None:
    # What lies within a rounding of the source's figure is left to the tests of figures.
    found = told(f"Repairs to the aging Tolland Dam will cost about ${number} million.")
    assert ("figure" in {slot for slot, _ in found}) == (number != 412)


@given(st.sampled_from(["Okafor", "Miriam Okafor", "Paul Renner", "Sofia Brandt"]))
def test_another_speaker_is_told_as_a_speaker(name: str) -> None:
    assert ("speaker", "differs") in told(f'"We have not cut corners," said {name}.')


@given(st.sampled_from(range(5)), st.sampled_from(["harbour", "castle", "seven"]))
def test_another_word_in_a_quotation_is_told_as_altered(place: int, word: str) -> None:
    words = ["We", "have", "not", "cut", "corners"]
    words[place] = word
    claim = f'"{" ".join(words)}," Whitcomb said in a statement.'
    assert "quotation" in {slot for slot, _ in told(claim)}


@pytest.mark.uncounted
def test_time_grows_with_the_source_and_not_faster() -> None:
    sizes = (40, 160)
    spent = []
    for size in sizes:
        index = build(read(STORY * size))
        claim = read("Inspectors logged 74 leaks last year.")
        begun = time.process_time()
        judge_text(claim, [("long", index)])
        spent.append(time.process_time() - begun)
    assert spent[1] < 16 * max(spent[0], 0.005)


def test_a_date_that_the_nearest_source_has_is_not_missing() -> None:
    near = build(read("Attendance was 680 at the fair, the highest since 2004, the mayor said."))
    other = build(read("No fair in the county drew more visitors than the rival town's big fair."))
    claim = read("No fair since 2004 drew more visitors.")
    found = judge(claim, 0, len(claim.text), [("other", other), ("near", near)])
    assert found.verdict != "not found"


def test_a_paraphrase_with_a_month_of_the_source_is_not_called_absent() -> None:
    source = build(read("The ledgers were lost because of a flood at the mill in September 2023."))
    said = "The mill blames water that crept into cellars in September 2023."
    assert judged(said, source).verdict != "not found"


def test_the_last_time_is_when_it_has_not_been_since() -> None:
    source = build(read("The choir has not sung a full concert in the chapel since May."))
    said = "The choir last sang a full concert in the chapel in May."
    assert judged(said, source).verdict != "contradicted"


PLANES = (
    "PORT HALE (AP) — Two planes nearly collided over the bay, officials said. Flight 60, "
    "a Norden 414 with 120 passengers and five crew members, turned away. Flight 71, with 44 "
    "passengers and a crew of three, landed safely. The recorder of the first plane was kept."
)
CREDITORS = (
    "A list of creditors seen by the Post puts the total owed by the circus at over £4 million. "
    "The biggest creditor is the owner, at £2.1 million. Rosa Finch’s bakery is owed £3,120."
)
PARTS = (
    "The circus sold its winter quarters in 2021 to a builder for £6.5 million.",
    "The circus sold its winter quarters in 2021 and leased them back at £340,000 a year.",
)


@pytest.mark.parametrize(
    ("claim", "sources"),
    [
        ("The two planes carried 172 people.", [PLANES]),
        ("The 414’s recorder was kept after it turned away.", [PLANES]),
        (
            "Rosa Finch, a baker, is owed £3,120, by a list of creditors seen by the Post.",
            [CREDITORS],
        ),
        (
            (
                "The circus sold its winter quarters in 2021 for £6.5 million and leases them back "
                "for £340,000 a year."
            ),
            PARTS,
        ),
        (
            "The state wants $2,000 for every day past the deadline. At 30 days that is $60,000.",
            ["The state wants $2,000 for each day past the deadline, which was 30 days ago."],
        ),
    ],
)
def test_figures_that_follow_or_stand_apart_are_not_faulted(claim: str, sources: list[str]) -> None:
    reading = read(claim)
    own = [(str(number), build(read(text))) for number, text in enumerate(sources)]
    for start, end in reading.sentences:
        found = judge(reading, start, end, own)
        assert [one for one in found.differences if one.certain] == []


@pytest.mark.parametrize(
    ("claim", "sources"),
    [
        ("The two planes carried 182 people.", [PLANES]),
        (
            (
                "The circus sold its winter quarters in 2021 for £340,000 and leases them back for "
                "£6.5 million a year."
            ),
            PARTS,
        ),
    ],
)
def test_figures_that_do_not_are(claim: str, sources: list[str]) -> None:
    reading = read(claim)
    own = [(str(number), build(read(text))) for number, text in enumerate(sources)]
    found = judge(reading, 0, len(claim), own)
    assert "figure" in {one.slot for one in found.differences if one.certain}


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        (
            "Of the 38 schools that use the pump, 34 have not switched it off.",
            "The council said that 38 schools use the pump. Four have switched it off.",
        ),
        (
            "The firm's contract is worth $48 million over four years, or $12 million a year.",
            "The firm's contract is worth $48 million over four years, it said.",
        ),
        (
            "Illnesses began over a stretch of 14 weeks.",
            "Illnesses began on dates from January 19 to April 27, 2026.",
        ),
        (
            "The deadline, May 17, would have come eight days after the dam broke.",
            "The dam broke on May 9, 2026. The state had given it until summer.",
        ),
        (
            "The gates have failed nine times since 2020, five of them at night, the Post found.",
            "The gates have failed nine times since 2020, five of them at night, by a Post review.",
        ),
        ("The dam in West Virginia broke on May 9.", "DUNMORE, W.Va. — The dam broke on May 9."),
        (
            "The VA opened the clinic in May.",
            "The Department of Veterans Affairs opened the clinic in May.",
        ),
    ],
)
def test_what_follows_from_a_source_is_not_faulted(claim: str, source: str) -> None:
    assert [one for one in judged(claim, build(read(source))).differences if one.certain] == []
