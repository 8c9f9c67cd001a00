from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from nutgraf.deliver.handovers import Handed, Parcel
from nutgraf.deliver.handovers.listmonk import ListmonkService
from nutgraf.deliver.secrets import Hidden
from nutgraf.errors import TryLater, Usage
from nutgraf.workspace.delivery_settings import Secret
from nutgraf.workspace.handover_settings import Listmonk
from tests.deliver.handovers.listmonk_like import TOKEN, ListmonkLike, instant
from tests.serving import Server, serving

NOW = datetime(2026, 2, 13, 12, tzinfo=UTC)
AT_FIVE = datetime(2026, 2, 13, 17, tzinfo=ZoneInfo("America/New_York"))
DRAFT = Parcel(
    mark="nutgraf-0a1b",
    name="2026-02-13 · The ferries",
    subject="Ferries carry 1,240",
    html="<!doctype html><p>Ferries – {{ UnsubscribeURL }}</p>",
    text="Ferries {{ UnsubscribeURL }}",
    when=AT_FIVE,
)
SCHEDULED = replace(DRAFT, scheduled=True)


@pytest.fixture
def listmonk() -> ListmonkLike:
    return ListmonkLike(NOW)


@pytest.fixture
def server(listmonk: ListmonkLike) -> Iterator[Server]:
    with serving(listmonk) as running:
        yield running


def hand_over(
    server: Server, parcel: Parcel, token: str = TOKEN, *, template: int | None = None
) -> Handed:
    settings = Listmonk(f"{server.url}/", "nutgraf", Secret(), [3], template)
    service = ListmonkService(settings, Hidden(token), from_email="Desk <desk@example.org>")
    try:
        return service.hand_over(parcel)
    finally:
        service.close()


def test_a_brief_becomes_a_draft_with_both_its_parts(
    server: Server, listmonk: ListmonkLike
) -> None:
    handed = hand_over(server, DRAFT)
    assert handed == Handed("1", "draft", "made", f"{server.url}/admin/campaigns/1")
    (campaign,) = listmonk.campaigns.values()
    assert (campaign["body"], campaign["altbody"]) == (DRAFT.html, DRAFT.text)
    assert (campaign["name"], campaign["subject"]) == (DRAFT.name, DRAFT.subject)
    assert (campaign["content_type"], campaign["type"]) == ("html", "regular")
    assert campaign["from_email"] == "Desk <desk@example.org>"
    assert [one["id"] for one in campaign["lists"]] == [3]
    assert instant(campaign["send_at"]) == AT_FIVE
    assert campaign["status"] == "draft"


def test_a_template_is_named_where_the_settings_name_one(
    server: Server, listmonk: ListmonkLike
) -> None:
    hand_over(server, DRAFT, template=7)
    assert listmonk.campaigns[1]["template_id"] == 7


def test_a_draft_whose_time_has_passed_has_none(server: Server, listmonk: ListmonkLike) -> None:
    hand_over(server, replace(DRAFT, when=None))
    assert listmonk.campaigns[1]["send_at"] is None


def test_a_brief_is_scheduled_at_its_time(server: Server, listmonk: ListmonkLike) -> None:
    assert hand_over(server, SCHEDULED).state == "scheduled"
    assert listmonk.campaigns[1]["status"] == "scheduled"
    assert instant(listmonk.campaigns[1]["send_at"]) == AT_FIVE


@pytest.mark.parametrize("parcel", [DRAFT, SCHEDULED])
def test_the_same_again_changes_nothing(
    server: Server, listmonk: ListmonkLike, parcel: Parcel
) -> None:
    hand_over(server, parcel)
    before = len(server.asked)
    assert hand_over(server, parcel).did == "left as it was"
    assert [one.method for one in server.asked[before:]] == ["GET"]
    assert len(listmonk.campaigns) == 1


def test_another_approval_brings_the_draft_up_to_date_and_keeps_its_tags(
    server: Server, listmonk: ListmonkLike
) -> None:
    hand_over(server, DRAFT)
    listmonk.campaigns[1]["tags"].append("weekly")
    handed = hand_over(server, replace(DRAFT, subject="Ferries carry 1,241"))
    assert (handed.number, handed.did) == ("1", "updated")
    (campaign,) = listmonk.campaigns.values()
    assert campaign["subject"] == "Ferries carry 1,241"
    assert {"weekly", "nutgraf", DRAFT.mark} <= set(campaign["tags"])


def test_what_is_scheduled_is_a_draft_while_it_is_changed(
    server: Server, listmonk: ListmonkLike
) -> None:
    hand_over(server, SCHEDULED)
    before = len(server.asked)
    later = AT_FIVE + timedelta(hours=1)
    assert hand_over(server, replace(SCHEDULED, when=later)).state == "scheduled"
    assert [(one.method, one.path.rpartition("/")[2]) for one in server.asked[before:]] == [
        ("GET", "campaigns"),
        ("PUT", "status"),
        ("PUT", "1"),
        ("PUT", "status"),
    ]
    assert instant(listmonk.campaigns[1]["send_at"]) == later


def test_a_draft_can_be_scheduled_and_made_a_draft_again(
    server: Server, listmonk: ListmonkLike
) -> None:
    states = [hand_over(server, parcel).state for parcel in (DRAFT, SCHEDULED, DRAFT)]
    assert states == ["draft", "scheduled", "draft"]
    assert len(listmonk.campaigns) == 1


@pytest.mark.parametrize("status", ["running", "paused", "finished", "cancelled"])
def test_what_is_sent_is_left_alone(server: Server, listmonk: ListmonkLike, status: str) -> None:
    hand_over(server, DRAFT)
    listmonk.campaigns[1]["status"] = status
    with pytest.raises(Usage, match=f"campaign 1 of listmonk is {status}"):
        hand_over(server, replace(SCHEDULED, subject="Other"))
    assert [one.method for one in server.asked[2:]] == ["GET"]


def test_campaigns_of_others_are_not_touched(server: Server, listmonk: ListmonkLike) -> None:
    hand_over(server, DRAFT)
    assert hand_over(server, replace(DRAFT, mark="nutgraf-other")).number == "2"
    assert len(listmonk.campaigns) == 2


def test_two_campaigns_of_one_brief_are_for_a_person(
    server: Server, listmonk: ListmonkLike
) -> None:
    hand_over(server, DRAFT)
    listmonk.campaigns[2] = {**listmonk.campaigns[1], "id": 2}
    with pytest.raises(Usage, match="more than one campaign of this brief: 1 and 2"):
        hand_over(server, DRAFT)


@pytest.mark.parametrize("lost", range(3))
def test_an_answer_that_is_lost_leads_to_no_second_campaign(
    server: Server, listmonk: ListmonkLike, lost: int
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
    assert len(listmonk.campaigns) == 1


def test_a_token_that_is_refused_is_not_shown(server: Server) -> None:
    with pytest.raises(Usage, match="refuses the token") as caught:
        hand_over(server, DRAFT, "wr0ng-token")
    assert "wr0ng-token" not in str(caught.value)


@pytest.mark.parametrize("status", [429, 500, 502, 503, None])
def test_a_service_that_is_down_is_tried_later(
    server: Server, listmonk: ListmonkLike, status: int | None
) -> None:
    listmonk.fails = [status]
    with pytest.raises(TryLater) as caught:
        hand_over(server, DRAFT)
    assert TOKEN not in str(caught.value)


def test_what_listmonk_says_of_a_list_that_is_not_there_is_told(
    server: Server, listmonk: ListmonkLike
) -> None:
    listmonk.lists = (9,)
    with pytest.raises(Usage, match=r"does not take the brief \(400\): Invalid list IDs"):
        hand_over(server, DRAFT)
