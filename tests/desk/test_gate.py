from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import get_args
from zoneinfo import ZoneInfo

import msgspec
import pytest

from nutgraf.desk.gate import CONDITIONS, Obstacle, Outgoing, obstacles
from nutgraf.model import Finding, Matter, MatterState, Place, Severity, Stet
from nutgraf.workspace.delivery_settings import Secret, Unsubscribe
from nutgraf.workspace.loading import open_workspace
from nutgraf.workspace.settings import GateCondition, Policy, Settings
from tests.desk.verifications import word
from tests.workspaces import BRIEF, PLAIN, Write

NOW = datetime(2025, 3, 7, 12, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")
FOOT = "Example Street 1, 12345 Example City"
HTML = f'<p>Ferries carry 1,240.</p><p>{FOOT}</p><a href="%%UNSUBSCRIBE_URL%%">Unsubscribe</a>'
TEXT = f"Ferries carry 1,240.\n{FOOT}\nUnsubscribe: %%UNSUBSCRIBE_URL%%\n"
PLACE = Place("briefs/2025-03-07.md", 70, 80, 8, 5, 8, 15)


@pytest.fixture
def ready(write_workspace: Write) -> Outgoing:
    """A brief that nothing keeps from being approved."""
    return outgoing(write_workspace)


def outgoing(write_workspace: Write, brief: str = BRIEF) -> Outgoing:
    workspace = open_workspace(write_workspace({**PLAIN, "briefs/2025-03-07.md": brief}))
    settings = msgspec.structs.replace(
        workspace.settings,
        postal_address="Quay 1\n20457 Hamburg",
        unsubscribe=Unsubscribe(mailto="leave@harbour.example"),
    )
    foot = "Quay 1, 20457 Hamburg"
    found = workspace.brief("2025-03-07")
    return Outgoing(
        brief=found,
        findings=(),
        html=HTML.replace(FOOT, foot),
        text=TEXT.replace(FOOT, foot),
        settings=settings,
        send_at=found.send_at,
        now=NOW,
    )


def with_settings(one: Outgoing, **given: object) -> Outgoing:
    return replace(one, settings=msgspec.structs.replace(one.settings, **given))


def finding(
    rule: str = "quote-altered",
    *,
    severity: Severity = "error",
    remedy: str = "put them back",
    stet: Stet | None = None,
) -> Finding:
    return Finding(
        rule, "quotations", severity, "Words changed", remedy, PLACE, fingerprint="f", stet=stet
    )


def told(one: Outgoing) -> list[tuple[str, str]]:
    return [(each.condition, each.message) for each in obstacles(one)]


def test_nothing_keeps_a_brief_that_is_ready(ready: Outgoing) -> None:
    assert obstacles(ready) == ()


def test_every_condition_of_the_policy_is_known() -> None:
    assert tuple(CONDITIONS) == (*Policy().gate, "verified") == get_args(GateCondition)


# --- no-errors -----------------------------------------------------------------------------------


def test_an_error_keeps_it_and_is_told_with_its_place_and_mend(ready: Outgoing) -> None:
    assert obstacles(replace(ready, findings=(finding(),))) == (
        Obstacle(
            "no-errors",
            "Words changed (quote-altered)",
            "put them back",
            "briefs/2025-03-07.md:8:5",
        ),
    )


def test_an_error_that_was_let_stand_a_warning_and_a_note_do_not(ready: Outgoing) -> None:
    stet = Stet("quote-altered", "the speaker put it so himself", PLACE, None)
    kept = (finding(stet=stet), finding(severity="warning"), finding(severity="note"))
    assert obstacles(replace(ready, findings=kept)) == ()


def test_an_error_without_a_remedy_says_where_the_rule_is_explained(ready: Outgoing) -> None:
    (one,) = obstacles(replace(ready, findings=(finding(remedy=""),)))
    assert one.remedy == "nutgraf explain quote-altered"


# --- no-tk ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("Ferries carry 1,240", "Ferries carry TK", "4:24"),
        ("subject:", "preheader: How many? TK\nsubject:", "4:22"),
        ("on Saturday", "on Saturday (time TBC)", "8:56"),
    ],
)
def test_what_is_still_open_keeps_it(
    write_workspace: Write, old: str, new: str, where: str
) -> None:
    (one,) = obstacles(outgoing(write_workspace, BRIEF.replace(old, new)))
    assert one.condition == "no-tk"
    assert one.where == f"briefs/2025-03-07.md:{where}"


def test_what_is_open_in_notes_that_never_go_out_keeps_nothing(write_workspace: Write) -> None:
    assert obstacles(outgoing(write_workspace, f"{BRIEF}\n## Notes\n\n- TK: the date\n")) == ()


def test_an_open_mark_is_told_once_also_where_the_check_tells_it(write_workspace: Write) -> None:
    one = outgoing(write_workspace, BRIEF.replace("Saturday", "TK"))
    assert told(replace(one, findings=(finding("open-tk"),))) == [("no-tk", "“TK” is still open")]
    without = with_settings(one, policy=Policy(gate=["no-errors"]))
    found = told(replace(without, findings=(finding("open-tk"),)))
    assert found == [("no-errors", "Words changed (open-tk)")]


def test_an_open_mark_with_a_stet_is_no_open_mark(write_workspace: Write) -> None:
    one = outgoing(write_workspace, BRIEF.replace("on Saturday", "on (XXX)"))
    at = one.brief.file.text.index("XXX")
    assert told(one) == [("no-tk", "“XXX” is still open")]
    place = one.brief.file.place(at, at + 3)
    stet = Stet("open-tk", "a name", place, None)
    kept = replace(finding("open-tk", stet=stet), place=place)
    assert obstacles(replace(one, findings=(kept,))) == ()


def test_what_only_a_template_or_an_image_leaves_open_keeps_it(ready: Outgoing) -> None:
    assert told(replace(ready, text=ready.text + "Phone: TK\n"))[0][0] == "no-tk"
    assert told(replace(ready, html=ready.html + '<img src="a.png" alt="TODO">'))[0][0] == "no-tk"
    web = "[1] https://harbour.example/TBC/???\n"
    assert obstacles(replace(ready, text=ready.text + web)) == ()


# --- embargo and time ----------------------------------------------------------------------------


def at(hour: int) -> datetime:
    return datetime(2025, 3, 7, hour, tzinfo=LONDON)


def test_a_time_before_the_embargo_keeps_it_and_one_at_its_end_does_not(ready: Outgoing) -> None:
    held = replace(ready.brief, embargo=at(18))
    (one,) = obstacles(replace(ready, brief=held, send_at=at(17)))
    assert one.message == "it is sent before the embargo ends, Fri 7 Mar 2025, 18:00 GMT"
    assert one.remedy == "write a time after it: send_at: 2025-03-07 18:00"
    assert obstacles(replace(ready, brief=held, send_at=at(18))) == ()


def test_what_is_sent_by_hand_could_be_sent_now(ready: Outgoing) -> None:
    held = replace(ready.brief, embargo=at(18))
    (one,) = obstacles(replace(ready, brief=held))
    assert one.condition == "embargo"
    assert "by hand" in one.message
    assert obstacles(replace(ready, brief=held, now=at(18))) == ()


def test_an_embargo_of_another_zone_is_the_moment_it_means(ready: Outgoing) -> None:
    held = replace(ready.brief, embargo=datetime(2025, 3, 7, 12, tzinfo=ZoneInfo("UTC")))
    one = replace(ready, brief=held, send_at=datetime(2025, 3, 7, 8, tzinfo=ZoneInfo("EST")))
    assert obstacles(one) == ()


def test_a_time_that_is_past_keeps_it_whatever_the_policy(ready: Outgoing) -> None:
    one = with_settings(replace(ready, send_at=at(11)), policy=Policy(gate=[]))
    assert told(one) == [
        ("send-at", "the time of sending is past: Fri 7 Mar 2025, 11:00 GMT"),
    ]
    assert told(replace(one, send_at=at(12) + timedelta(seconds=1))) == []


# --- postal address and unsubscribe --------------------------------------------------------------


def test_both_parts_show_the_postal_address(ready: Outgoing) -> None:
    one = replace(ready, html=ready.html.replace("Quay 1", ""), text="%%UNSUBSCRIBE_URL%%")
    assert [(each.condition, each.where) for each in obstacles(one)] == [
        ("postal-address", "templates/annotated/email.mjml.j2"),
        ("postal-address", "templates/annotated/digest.txt.j2"),
    ]


def test_an_example_of_a_postal_address_is_refused_once_the_sender_is_real(
    ready: Outgoing,
) -> None:
    one = with_settings(ready, postal_address="Example Street 1\n12345 Example City")
    one = replace(one, html=HTML, text=TEXT)
    (example,) = obstacles(one)
    assert example.level == "warning"
    sender = msgspec.structs.replace(one.settings.sender, address="desk@harbourletter.org")
    (real,) = obstacles(with_settings(one, sender=sender))
    assert real.level == "error"
    assert real.message == "the postal address is an example: Example Street 1"


def test_both_parts_have_the_way_out(ready: Outgoing) -> None:
    one = replace(
        ready,
        html=ready.html.replace("%%UNSUBSCRIBE_URL%%", "https://harbour.example"),
        text=ready.text.replace("%%UNSUBSCRIBE_URL%%", ""),
    )
    assert told(one) == [
        ("unsubscribe", "the email has no link to unsubscribe"),
        ("unsubscribe", "the plain text has no link to unsubscribe"),
    ]


@pytest.mark.parametrize(
    ("way", "passes"),
    [
        (Unsubscribe(), False),
        (Unsubscribe(mailto="leave@harbour.example"), True),
        (Unsubscribe(url="https://harbour.example/leave"), False),
        (Unsubscribe(url="https://harbour.example/leave", mailto="leave@harbour.example"), False),
        (Unsubscribe(url="https://harbour.example/leave", secret=Secret(env="S")), True),
    ],
)
def test_nutgraf_yaml_says_a_way_out_that_works(
    ready: Outgoing, way: Unsubscribe, passes: bool
) -> None:
    found = obstacles(with_settings(ready, unsubscribe=way))
    assert (found == ()) is passes
    assert all(one.condition == "unsubscribe" and one.remedy for one in found)


# --- together ------------------------------------------------------------------------------------


def test_all_of_it_together_is_told_at_once_worst_first(write_workspace: Write) -> None:
    brief = BRIEF.replace("subject: Ferries", "embargo: 23:00\nsend_at: 13:00\nsubject: TK ferries")
    one = with_settings(
        outgoing(write_workspace, brief),
        unsubscribe=Unsubscribe(),
        postal_address="Example Street 1",
    )
    one = replace(one, findings=(finding(),))
    found = obstacles(one)
    assert {each.condition for each in found} == {
        "no-errors",
        "no-tk",
        "embargo",
        "postal-address",
        "unsubscribe",
    }
    levels = [each.level for each in found]
    assert levels == sorted(levels)
    assert all(each.where and each.remedy for each in found)


def test_a_condition_that_the_policy_leaves_out_is_not_asked(ready: Outgoing) -> None:
    one = replace(ready, findings=(finding(),), html="", text="")
    left = with_settings(one, policy=Policy(gate=["embargo"]), unsubscribe=Unsubscribe())
    assert obstacles(left) == ()
    assert isinstance(left.settings, Settings)


# --- verified ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "told"),
    [
        ("open", "was verified by nobody"),
        ("stale", "was verified in other words"),
        ("author only", "was verified by its author alone"),
        ("query", "waits for the author: when?"),
    ],
)
def test_what_nobody_has_verified_stands_in_the_way_where_that_is_asked_for(
    ready: Outgoing, state: MatterState, told: str
) -> None:
    place = Place("seeds/a.md", 5, 20, 3, 1, 3, 16)
    matter = Matter(
        "0" * 16, "Boats sail at 5.", place, "points", ("figures",), ("c1",), (), "supported",
        state=state, said=(word("query", note="when?"),),
    )  # fmt: skip
    unsigned = replace(ready, matters=(matter,))
    assert obstacles(unsigned) == ()
    strict = with_settings(unsigned, policy=Policy(gate=["verified"]))
    (one,) = obstacles(strict)
    assert told in one.message
    assert (one.condition, one.where, one.level) == ("verified", "seeds/a.md:3:1", "error")
    signed = replace(matter, state="verified")
    assert obstacles(replace(strict, matters=(signed,))) == ()
