"""The pages: what they show in each state, whatever is in the files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from html.parser import HTMLParser

import pytest

from nutgraf.preview import pages
from nutgraf.preview.address import PANELS, VIEWS
from nutgraf.preview.desk import Desk
from tests.workspaces import BRIEF, PLAIN, REPORT, Files, Write

_ID = "2025-03-07"
_HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
# A figure that the source has otherwise, so that there is something to find.
_WRONG = BRIEF.replace("1,240 passengers", "1,420 passengers")


class _Tags(HTMLParser):
    """The tags of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def _desk(write_workspace: Write, **changed: str) -> Desk:
    files: Files = {
        **PLAIN,
        "briefs/2025-03-07.md": changed.get("brief", _WRONG),
        "seeds/report.md": changed.get("report", REPORT),
    }
    return Desk(write_workspace(files))


def _page(desk: Desk, query: Mapping[str, str] | None = None, *, static: bool = False) -> str:
    query = query or {}
    beside = desk.snapshot(_ID, query["beside"]) if "beside" in query else None
    return pages.page(
        desk.snapshot(_ID, query.get("format")),
        query,
        briefs=desk.briefs(),
        formats=desk.workspace.styles.names(),
        token="secret",
        beside=beside,
        static=static,
    )


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_and_panel_is_one_whole_page(
    write_workspace: Write, view: str, panel: str
) -> None:
    page = _page(_desk(write_workspace), {"view": view, "panel": panel})
    tags = _Tags(page)
    ids = [given["id"] for _, given in tags.found if "id" in given]
    assert len(ids) == len(set(ids))
    assert page.rstrip().endswith("</html>")
    assert f'id="view-{view}"' in page
    scripts = [given for tag, given in tags.found if tag == "script"]
    assert [one.get("src") for one in scripts] == ["/static/preview.js"]


def test_no_page_asks_another_host(write_workspace: Write) -> None:
    for tag, given in _Tags(_page(_desk(write_workspace))).found:
        for name in ("src", "href", "action") if tag != "a" else ():
            assert not (given.get(name) or "").startswith(("http", "//")), (tag, given)


def test_a_finding_stands_in_the_list_and_in_the_margin(write_workspace: Write) -> None:
    page = _page(_desk(write_workspace))
    cards = re.findall(r'<li id="card-(\w+)"', page)
    notes = re.findall(r'<li class="\w+" data-finding="(\w+)"', page)
    assert cards
    assert cards == notes
    assert "1,420" in page


@pytest.mark.parametrize("static", [False, True])
def test_what_a_page_says_by_now_is_shown_beside_the_captured_words(
    write_workspace: Write, static: bool
) -> None:
    later = REPORT.partition("---\nThe")[2].replace("1,240", "1,310")
    desk = Desk(
        write_workspace(
            {
                **PLAIN,
                "seeds/report.later/2025-03-06T080000Z.txt": "---\nlooked: 2025-03-06T08:00:00Z\n"
                f"outcome: changed\n---\nThe{later}",
            }
        )
    )
    shown = unescape(_page(desk, {"panel": "check"}, static=static))
    assert "Its figure is now “1,310” in report" in shown
    assert "The harbour office counted 1,310 passengers on Saturday." in shown
    assert '<span class="open">report on 2025-03-06:5</span>' in shown


def test_a_finding_that_is_pointed_to_is_current(write_workspace: Write) -> None:
    desk = _desk(write_workspace)
    first = re.findall(r'<li id="card-(\w+)"', _page(desk))[0]
    page = _page(desk, {"finding": first})
    assert re.search(rf'<li id="card-{first}" class="card \w+ current"', page)
    assert re.search(rf'<li class="\w+ current" data-finding="{first}"', page)


def test_filters_leave_what_they_ask_for(write_workspace: Write) -> None:
    desk = _desk(write_workspace)
    severities = set(re.findall(r'class="card (error|warning|note)', _page(desk)))
    assert severities
    for severity in severities:
        shown = _page(desk, {"severity": severity})
        assert set(re.findall(r'class="card (error|warning|note)', shown)) == {severity}
    assert "data-finding" not in _page(desk, {"family": "no-such-family"})


def test_a_second_format_stands_beside_only_where_there_is_one(write_workspace: Write) -> None:
    desk = _desk(write_workspace)
    assert _page(desk, {"beside": "explainer"}).count('class="email"') == 2
    assert _page(desk, {"beside": "nowhere"}).count('class="email"') == 1


def test_a_long_passage_is_not_marked_from_end_to_end(write_workspace: Write) -> None:
    long = ", ".join(f"and {number} boats sailed for the islands" for number in range(30, 45))
    report = f"{REPORT}\nThe ferries sailed on Saturday {long}.\n"
    brief = BRIEF.replace("The ferries carried 1,240 passengers on", f"The ferries {long} on")
    page = _page(_desk(write_workspace, report=report, brief=brief), {"panel": "claims"})
    assert all(len(words) < 200 for words in re.findall(r"<mark>([^<]*)</mark>", page))


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("panel", PANELS)
def test_hostile_words_are_words(write_workspace: Write, view: str, panel: str) -> None:
    quoted = _HOSTILE.replace('"', '\\"')
    brief = (
        f'---\ntitle: "{quoted}"\nsubject: "{quoted}"\npreheader: "{quoted}"\n'
        f"date: 2025-03-07\n---\n## Summary\n\nThe ferries carried 1,420 passengers. [@report]\n"
    )
    report = REPORT.replace("title: Ferry counts", f'title: "{quoted}"').replace(
        "publisher: Harbour Times", f'publisher: "{quoted}"'
    )
    desk = _desk(write_workspace, brief=brief, report=f"{report}\n{_HOSTILE}\n")
    page = _page(desk, {"view": view, "panel": panel, "source": "report"})
    for tag, given in _Tags(page).found:
        assert tag != "img", given
        assert "onerror" not in given
        assert tag != "script" or given.get("src") == "/static/preview.js"


def test_a_hostile_query_is_words(write_workspace: Write) -> None:
    query = dict.fromkeys(("finding", "claim", "source", "family", "story", "view"), _HOSTILE)
    page = _page(_desk(write_workspace), query)
    assert not [tag for tag, given in _Tags(page).found if tag == "img" or "onerror" in given]


def test_the_page_of_a_source_has_its_text_and_nothing_that_runs(write_workspace: Write) -> None:
    desk = _desk(write_workspace, report=f"{REPORT}\n{_HOSTILE}\n")
    made = desk.snapshot(_ID).made
    source = desk.workspace.source("report")
    assert made is not None
    assert source is not None
    page = pages.source_page(source, made, {})
    assert not [tag for tag, _ in _Tags(page).found if tag in ("script", "img")]
    assert _HOSTILE in unescape(page)
    assert "Harbour Times" in page


def test_evidence_has_a_mark_of_its_own_that_can_be_pointed_to(write_workspace: Write) -> None:
    desk = _desk(write_workspace)
    made = desk.snapshot(_ID).made
    source = desk.workspace.source("report")
    assert made is not None
    assert source is not None
    claim = next(one for one in made.checked.claims if one.evidence)
    mark = f"c-{claim.fingerprint}"
    page = pages.source_page(source, made, {"mark": mark})
    assert f'id="{mark}"' in page
    assert re.search(r'<mark class="[^"]*current', page)


def test_what_is_wrong_is_told_over_the_last_good_page(write_workspace: Write) -> None:
    desk = _desk(write_workspace)
    assert 'role="alert"' not in _page(desk)
    (desk.root / "briefs/2025-03-07.md").write_text(_WRONG.replace("[@report]", "[@reprot]"))
    desk.refresh({"briefs/2025-03-07.md"})
    page = _page(desk)
    assert 'role="alert"' in page
    assert "briefs/2025-03-07.md:8" in page
    assert "no seed is called “reprot”" in page
    assert 'class="email"' in page


def test_a_brief_of_which_nothing_could_be_made_tells_why(write_workspace: Write) -> None:
    page = _page(_desk(write_workspace, brief=_WRONG.replace("[@report]", "[@reprot]")))
    assert "no seed is called “reprot”" in page
    assert 'class="email"' not in page


def test_a_page_for_a_file_needs_no_server(write_workspace: Write) -> None:
    for tag, given in _Tags(_page(_desk(write_workspace), static=True)).found:
        for name in ("src", "href"):
            assert not (given.get(name) or "").startswith("/"), (tag, given)
        assert tag != "iframe" or given.get("srcdoc")


def test_the_page_for_a_phone_tells_when_its_code_is_spent() -> None:
    ready = pages.phone_page("http://192.0.2.7:8000/open/abc", "<svg></svg>", token="secret")
    assert "http://192.0.2.7:8000/open/abc" in ready
    assert "has used" in pages.phone_page("", "", token="secret")


def test_our_pages_run_scripts_of_ours_alone() -> None:
    assert "script-src 'self';" in pages.PAGE_POLICY
    assert pages.PAGE_POLICY.startswith("default-src 'none'")
