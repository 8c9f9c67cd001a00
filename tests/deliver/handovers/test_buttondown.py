from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from nutgraf.deliver.handovers import Handed, Parcel
from nutgraf.deliver.handovers.buttondown import VERSION, ButtondownService
from nutgraf.deliver.secrets import Hidden
from nutgraf.errors import TryLater, Usage
from nutgraf.workspace.delivery_settings import Secret
from nutgraf.workspace.handover_settings import Buttondown
from tests.deliver.handovers.buttondown_like import TOKEN, ButtondownLike
from tests.serving import Server, serving

NOW = datetime(2026, 2, 13, 12, tzinfo=UTC)
AT_FIVE = datetime(2026, 2, 13, 17, tzinfo=ZoneInfo("America/New_York"))
DRAFT = Parcel(
    mark="nutgraf-0a1b",
    name="2026-02-13 · The ferries",
    subject="Ferries carry 1,240",
    html="<!doctype html><p>Ferries {{ unsubscribe_url }}</p>",
    text="Ferries",
    when=AT_FIVE,
)
SCHEDULED = replace(DRAFT, scheduled=True)


@pytest.fixture
def buttondown() -> ButtondownLike:
    return ButtondownLike(NOW)


@pytest.fixture
def server(buttondown: ButtondownLike) -> Iterator[Server]:
    with serving(buttondown) as running:
        buttondown.url = running.url
        yield running


def hand_over(
    server: Server, parcel: Parcel, token: str = TOKEN, *, newsletter: str | None = None
) -> Handed:
    settings = Buttondown(Secret(), newsletter, server.url)
    service = ButtondownService(settings, Hidden(token))
    try:
        return service.hand_over(parcel)
    finally:
        service.close()


def test_a_brief_becomes_a_draft(server: Server, buttondown: ButtondownLike) -> None:
    handed = hand_over(server, DRAFT)
    (email,) = buttondown.emails
    assert handed == Handed(
        email["id"], "draft", "made", f"https://buttondown.com/emails/{email['id']}"
    )
    assert (email["subject"], email["body"]) == (DRAFT.subject, DRAFT.html)
    assert (email["status"], email["template"]) == ("draft", "naked")
    assert email["metadata"] == {"nutgraf": DRAFT.mark}
    assert email["publish_date"] is None


def test_the_version_and_the_newsletter_are_named(server: Server) -> None:
    hand_over(server, DRAFT, newsletter="friday")
    assert {one.headers["x-api-version"] for one in server.asked} == {VERSION}
    assert {one.headers["buttondown-context"] for one in server.asked} == {"friday"}


@pytest.mark.parametrize("parcel", [DRAFT, SCHEDULED])
def test_no_request_leaves_the_status_to_buttondown(server: Server, parcel: Parcel) -> None:
    hand_over(server, parcel)
    hand_over(server, replace(parcel, subject="Other"))
    written = [json.loads(one.body) for one in server.asked if one.method in {"POST", "PATCH"}]
    assert written[0]["status"] == "draft"
    assert {one["status"] for one in written} <= {"draft", "scheduled"}
    assert not any("x-buttondown-live-dangerously" in one.headers for one in server.asked)


def test_a_brief_is_scheduled_at_its_time(server: Server, buttondown: ButtondownLike) -> None:
    assert hand_over(server, SCHEDULED).state == "scheduled"
    (email,) = buttondown.emails
    assert email["status"] == "scheduled"
    assert datetime.fromisoformat(email["publish_date"]) == AT_FIVE


@pytest.mark.parametrize("parcel", [DRAFT, SCHEDULED])
def test_the_same_again_changes_nothing(
    server: Server, buttondown: ButtondownLike, parcel: Parcel
) -> None:
    hand_over(server, parcel)
    before = len(server.asked)
    assert hand_over(server, parcel).did == "left as it was"
    assert {one.method for one in server.asked[before:]} == {"GET"}
    assert len(buttondown.emails) == 1


def test_it_is_found_on_a_later_page_and_brought_up_to_date(
    server: Server, buttondown: ButtondownLike
) -> None:
    hand_over(server, DRAFT)
    buttondown.emails[0]["metadata"]["theirs"] = "kept"
    for number in range(5):
        buttondown.add(subject=f"Other {number}", metadata={"nutgraf": f"nutgraf-{number}"})
    handed = hand_over(server, replace(DRAFT, html="<p>Other</p>"))
    assert handed.did == "updated"
    assert len(buttondown.emails) == 6
    assert buttondown.emails[-1]["body"] == "<p>Other</p>"
    assert buttondown.emails[-1]["metadata"] == {"nutgraf": DRAFT.mark, "theirs": "kept"}


def test_the_key_goes_to_no_other_server_whatever_a_page_says(
    server: Server, buttondown: ButtondownLike
) -> None:
    with serving(lambda _: None) as elsewhere:
        buttondown.url = elsewhere.url
        for number in range(3):
            buttondown.add(subject=f"Other {number}")
        hand_over(server, DRAFT)
        assert elsewhere.asked == []


def test_pages_without_end_are_not_followed_for_ever(
    server: Server, buttondown: ButtondownLike, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nutgraf.deliver.handovers.buttondown._MOST_PAGES", 3)
    for number in range(9):
        buttondown.add(subject=f"Other {number}")
    with pytest.raises(Usage, match="without end"):
        hand_over(server, DRAFT)


def test_what_is_scheduled_can_be_changed_and_made_a_draft_again(
    server: Server, buttondown: ButtondownLike
) -> None:
    later = replace(SCHEDULED, when=AT_FIVE + timedelta(hours=1))
    states = [hand_over(server, one).state for one in (DRAFT, SCHEDULED, later, DRAFT)]
    assert states == ["draft", "scheduled", "scheduled", "draft"]
    (email,) = buttondown.emails
    assert email["publish_date"] is None


@pytest.mark.parametrize("status", ["about_to_send", "in_flight", "sent", "paused", "throttled"])
def test_what_is_sent_is_left_alone(
    server: Server, buttondown: ButtondownLike, status: str
) -> None:
    hand_over(server, DRAFT)
    buttondown.emails[0]["status"] = status
    with pytest.raises(Usage, match=f"it is {status} at Buttondown"):
        hand_over(server, replace(SCHEDULED, subject="Other"))
    assert buttondown.emails[0]["subject"] == DRAFT.subject


def test_what_was_deleted_there_is_made_anew(server: Server, buttondown: ButtondownLike) -> None:
    hand_over(server, DRAFT)
    buttondown.emails[0]["status"] = "deleted"
    assert hand_over(server, DRAFT).did == "made"


def test_two_emails_of_one_brief_are_for_a_person(
    server: Server, buttondown: ButtondownLike
) -> None:
    for _ in range(2):
        buttondown.add(subject="x", metadata={"nutgraf": DRAFT.mark})
    with pytest.raises(Usage, match="more than one email"):
        hand_over(server, DRAFT)


@pytest.mark.parametrize("lost", range(3))
def test_an_answer_that_is_lost_leads_to_no_second_email(
    server: Server, buttondown: ButtondownLike, lost: int
) -> None:
    answered = server.answer

    def forgetful(asked: object) -> object:
        answer = answered(asked)  # type: ignore[arg-type]
        return None if len(server.asked) == 2 + lost else answer

    server.answer = forgetful  # type: ignore[assignment]
    with pytest.raises(TryLater, match="cannot be reached"):
        hand_over(server, SCHEDULED)
    server.answer = answered
    assert hand_over(server, SCHEDULED).state == "scheduled"
    assert len(buttondown.emails) == 1


def test_a_key_that_is_refused_is_not_shown(server: Server) -> None:
    with pytest.raises(Usage, match="refuses the token") as caught:
        hand_over(server, DRAFT, "wr0ng-key")
    assert "wr0ng-key" not in str(caught.value)


@pytest.mark.parametrize("status", [429, 500, 503, None])
def test_a_service_that_is_down_is_tried_later(
    server: Server, buttondown: ButtondownLike, status: int | None
) -> None:
    buttondown.fails = [status]
    with pytest.raises(TryLater) as caught:
        hand_over(server, DRAFT)
    assert TOKEN not in str(caught.value)


def test_what_buttondown_says_is_told(server: Server) -> None:
    with pytest.raises(Usage, match=r"does not take the brief \(400\): Subject is invalid"):
        hand_over(server, replace(DRAFT, subject=""))
