"""The preview as a writer has it open: every switch, the keyboard, and what a save does to it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from tests.browser import chromium
from tests.preview.serving import NUTGRAF, Preview, previewing
from tests.workspaces import SETTINGS, write_files

ID = "2025-03-07"
NAME = f"briefs/{ID}.md"
TIDES = "\n\n".join(f"Paragraph {number} tells of ropes and tides." for number in range(40))
REPORT = f"""\
---
title: Ferry counts
publisher: Harbour Times
url: https://harbour.example/ferries
published: 2025-03-05
credits: [Harbour Press]
---
The harbour office counted 1,240 passengers on Saturday. “We will sail on,” said Ines Varga, the
harbour master. At least 90 houses lost power in the storm.

{TIDES}
"""
LETTER = "---\ntitle: A letter\ncredits: [Harbour Press]\n---\nThe quay was closed on Monday.\n"
FILLING = "\n\n".join(f"The quay was closed on Monday. [@letter] Line {n}." for n in range(25))
BRIEF = f"""\
---
title: The ferries
date: {ID}
author: A. Writer
subject: Ferries carry 1,240 people past the old harbour wall on one single Saturday in March
preheader: One number, and what it hides.
sources: [report, letter]
---
# The count

## Summary

The harbour office counted 1,420 passengers on Saturday. [@report]

## Background

{FILLING}

## Bottom line

{"We think that a quay is a quay. " * 8}

# The storm

## Key Points

- 90 houses lost power in the storm. [@report]
- The quay was closed on Monday. [@letter] <https://harbour.example/x?a=1&b=2>
"""
ANGLE = "<script>document.title = 'owned'</script> <b onclick=alert(1)>Hostile</b> words.\n"
FILES = {
    NAME: BRIEF,
    "seeds/report.md": REPORT,
    "seeds/letter.md": LETTER,
    "nutgraf.yaml": SETTINGS,
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as launched:
        yield launched


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    with previewing(write_files(tmp_path_factory.mktemp("preview"), FILES)) as preview:
        yield preview


@dataclass
class Desk:
    """A page of a preview, with all that it asked for and complained of."""

    page: Page
    preview: Preview
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, query: str = "") -> Page:
        self.page.goto(f"{self.preview.url}/brief/{ID}{query}")
        expect(self.page.locator("iframe.email, .sheet, .inbox").first).to_be_visible()
        return self.page

    def email(self) -> str:
        """The words in the frame."""
        frame = self.page.frame_locator("iframe.email").first
        return frame.locator("body").inner_text()

    def hear(self, told: ConsoleMessage) -> None:
        """Something was written to the console."""
        if told.type in ("error", "warning"):
            self.complaints.append(told.text)

    def address(self) -> str:
        return urlsplit(self.page.url).query


@pytest.fixture
def desk(browser: Browser, running: Preview) -> Iterator[Desk]:
    """A page on the workspace as it was at first; nothing may go wrong on it."""
    write_files(running.root, FILES)
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=running.url)
    page = context.new_page()
    opened = Desk(page, running)
    page.on("request", lambda request: opened.asked.append(request.url))
    page.on("console", opened.hear)
    page.on("pageerror", lambda error: opened.complaints.append(str(error)))
    yield opened
    foreign = [url for url in opened.asked if not url.startswith((running.url, "data:", "about:"))]
    context.close()
    assert foreign == []
    assert opened.complaints == []


# --- switches ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("view", "words"),
    [
        ("text", "1,420 passengers"),
        ("markdown", "# The ferries"),
        ("inbox", "Apple Mail, on a phone"),
        ("headers", "Message-ID"),
    ],
)
def test_every_view_is_a_click_and_an_address(desk: Desk, view: str, words: str) -> None:
    page = desk.open()
    page.click(f"#view-{view}")
    expect(page.locator("#stage")).to_contain_text(words)
    assert desk.address() == f"view={view}"
    page.reload()
    expect(page.locator("#stage")).to_contain_text(words)
    page.go_back()
    expect(page.locator("iframe.email")).to_be_visible()


def test_a_click_is_not_lost_to_a_save(desk: Desk) -> None:
    page = desk.open()
    page.evaluate(
        """() => {
          const real = window.fetch;
          window.fetch = async (...asked) => {
            const answer = await real(...asked);
            const slow = String(asked[0]).includes("view=text");
            if (slow) await new Promise((go) => setTimeout(go, 1500));
            return answer;
          };
        }"""
    )
    page.click("#view-text")
    saved = str(FILES[NAME]).replace("1,420 passengers", "1,421 passengers")
    write_files(desk.preview.root, {NAME: saved})
    expect(page.locator("#stage")).to_contain_text("1,421 passengers")
    assert desk.address() == "view=text"


def test_the_inbox_shows_where_the_subject_is_cut(desk: Desk) -> None:
    page = desk.open("?view=inbox")
    expect(page.locator("article", has_text="Gmail, on a phone")).to_contain_text("is cut")
    assert page.locator(".mailrow .subject").nth(1).inner_text().endswith("…")


@pytest.mark.parametrize(("name", "pixels"), [("tablet", 600), ("phone", 375), ("desktop", 720)])
def test_the_frame_takes_the_width_of_a_device(desk: Desk, name: str, pixels: int) -> None:
    page = desk.open("?width=500")
    page.click(f"#width-{name}")
    expect(page.locator("#width")).to_have_text(f"{pixels} px")
    box = page.locator("iframe.email").bounding_box()
    assert box is not None
    assert box["width"] == pytest.approx(pixels, abs=1)


def test_the_edge_of_the_frame_is_dragged_and_the_address_keeps_the_width(desk: Desk) -> None:
    page = desk.open("?width=phone")
    page.locator(".handle").hover(position={"x": 6, "y": 80})
    box = page.locator(".handle").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 6, 300)
    page.mouse.down()
    page.mouse.move(box["x"] + 106, 300, steps=5)
    page.mouse.up()
    expect(page.locator("#width")).to_have_text("475 px")
    assert desk.address() == "width=475"
    page.locator(".handle").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#width")).to_have_text("455 px")


def test_the_email_is_shown_light_and_dark(desk: Desk) -> None:
    page = desk.open()
    body = page.frame_locator("iframe.email").locator("body")
    light = body.evaluate("e => getComputedStyle(e).backgroundColor")
    expect(body).to_have_css("background-color", light)
    page.click("#scheme-dark")
    expect(body).not_to_have_css("background-color", light)
    page.click("#scheme-light")
    expect(body).to_have_css("background-color", light)


def test_images_are_turned_off(desk: Desk) -> None:
    pixel = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
    picture = f"\n![A quay in the rain]({pixel})\n"
    (desk.preview.root / NAME).write_text(BRIEF + picture, "utf-8")
    page = desk.open("?images=off")
    assert page.frame_locator("iframe.email").locator("img[src]").count() == 0
    page.click("#images")
    expect(page.locator("#images")).to_have_text("Images on")
    assert desk.address() == ""


def test_the_format_is_switched_and_two_stand_side_by_side(desk: Desk) -> None:
    page = desk.open()
    page.click("#menu-format summary")
    page.click("#menu-format a:text-is('cards')")
    expect(page.locator("#menu-format summary")).to_contain_text("cards")
    page.click("#menu-beside summary")
    page.click("#menu-beside a:text-is('explainer')")
    expect(page.locator("iframe.email")).to_have_count(2)
    assert desk.address() == "format=cards&beside=explainer"
    page.click("#view-text")
    expect(page.locator(".sheet pre")).to_have_count(2)


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ("the HTML", "<!doctype html"),
        ("the plain text", "THE FERRIES"),
        ("the Markdown", "# The ferries"),
        ("as pasted into Mailchimp", "*|UNSUB|*"),
    ],
)
def test_a_digest_is_copied(desk: Desk, button: str, words: str) -> None:
    page = desk.open()
    page.click("#menu-copy summary")
    page.click(f"#menu-copy button:text-is('{button}')")
    expect(page.locator("#said")).to_have_text(f"Copied {button}")
    copied = str(page.evaluate("navigator.clipboard.readText()"))
    assert words.lower() in copied.lower()


def test_size_and_budgets_are_told(desk: Desk) -> None:
    page = desk.open("?panel=size")
    expect(page.locator("[role=meter]")).to_have_attribute("aria-valuemax", str(102 * 1024))
    expect(page.locator(".size")).to_contain_text("By story")
    expect(page.locator(".size")).to_contain_text("The storm")
    expect(page.locator("tr.over").first).to_contain_text("over")


# --- the check -----------------------------------------------------------------------------------


def test_a_note_leads_to_its_words_and_the_words_to_their_note(desk: Desk) -> None:
    page = desk.open()
    note = page.locator(".margin li.error", has_text="1,420")
    note.locator("a").click()
    expect(page.locator(".card.current")).to_contain_text("number-unmatched")
    assert "finding=" in desk.address()
    expect(page.locator(".marks a.current")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".card.current")).to_have_count(0)
    page.locator(".marks a.error").first.click()
    expect(page.locator(".card.current")).to_contain_text("number-unmatched")
    expect(page.locator(".margin li.current")).to_contain_text("1,420")


def test_a_mark_lies_over_the_words_it_is_about(desk: Desk) -> None:
    page = desk.open()
    marked = page.locator(".marks a.error").first
    expect(marked).to_be_visible()  # they are laid once the frame has its size
    mark = marked.bounding_box()
    words = page.frame_locator("iframe.email").locator(":text('1,420 passengers')").last
    around = words.bounding_box()
    assert mark is not None
    assert around is not None
    assert around["y"] - 2 <= mark["y"] <= around["y"] + around["height"]
    notes = [one.bounding_box() for one in page.locator(".margin li").all()]
    tops = sorted((one["y"], one["height"]) for one in notes if one)
    assert all(y + height <= after for (y, height), (after, _) in pairwise(tops))


def test_findings_are_filtered_by_severity_family_story_and_words(desk: Desk) -> None:
    page = desk.open()
    every = page.locator("#cards .card").count()
    page.click("#severity-error")
    expect(page.locator("#cards .card.note")).to_have_count(0)
    page.click("#story-2")
    expect(page.locator("#cards .card")).to_contain_text(["limit"])
    page.goto(f"{desk.preview.url}/brief/{ID}?family=numbers")
    expect(page.locator("#cards .card code", has_text="-")).not_to_have_count(0)
    page.goto(f"{desk.preview.url}/brief/{ID}")
    page.fill("#filter", "1,420")
    shown = page.locator("#cards .card:visible")
    assert 0 < shown.count() < every


def test_the_source_stands_open_at_the_words_that_differ(desk: Desk) -> None:
    page = desk.open()
    page.locator("#cards .card", has_text="number-unmatched").locator("a.open").first.click()
    expect(page.locator("#reading")).to_be_visible()
    reading = page.frame_locator("#reading")
    expect(reading.locator("mark.current").first).to_contain_text("1,240")
    expect(page.locator("#sources .card", has_text="Ferry counts")).to_contain_text("one origin")


def test_an_address_with_a_finding_shows_its_words(desk: Desk) -> None:
    page = desk.open()
    note = page.locator(".margin li", has_text="limit")
    key = note.get_attribute("data-finding")
    page.set_viewport_size({"width": 1400, "height": 420})
    desk.open(f"?finding={key}")
    expect(page.locator(".marks a.current").first).to_be_in_viewport()
    expect(page.locator(f"#card-{key}")).to_be_in_viewport()


def test_an_open_source_is_read_again_and_stays_where_it_was(desk: Desk) -> None:
    page = desk.open("?panel=sources&source=report")
    reading = page.frame_locator("#reading")
    body = reading.locator("body")
    expect(body).to_contain_text("1,240")
    # Words that would be gone if the frame were loaded anew.
    body.evaluate("b => { b.ownerDocument.defaultView.name = 'kept' }")
    changed = f"{REPORT}\nThe office closes at noon.\n"
    (desk.preview.root / "seeds/report.md").write_text(changed, "utf-8")
    expect(body).to_contain_text("closes at noon")
    assert body.evaluate("b => b.ownerDocument.defaultView.name") == "kept"


def test_what_is_pressed_in_the_email_leads_nowhere_and_keys_work_there(desk: Desk) -> None:
    page = desk.open()
    before = page.frames[1].url
    page.frame_locator("iframe.email").locator("a[href^='https']").first.click()
    page.frame_locator("iframe.email").locator("h1").first.click()
    page.keyboard.press("t")
    expect(page.locator("#view-text")).to_have_attribute("aria-current", "true")
    assert "view=text" in desk.address()
    assert before.startswith(desk.preview.url)


def test_claims_show_their_verdicts_and_are_marked_in_the_email(desk: Desk) -> None:
    page = desk.open("?panel=claims")
    claim = page.locator("#claims .card", has_text="The quay was closed").first
    expect(claim.locator(".how")).to_have_text("matches")
    claim.locator(".pick").click()
    expect(page.locator(".marks a.match.current").first).to_be_attached()


# --- live ----------------------------------------------------------------------------------------


def _write(desk: Desk, text: str) -> None:
    (desk.preview.root / NAME).write_text(text, "utf-8")


def test_a_save_does_not_close_the_menu_that_somebody_chooses_from(desk: Desk) -> None:
    page = desk.open()
    page.click("#menu-copy summary")
    path = desk.preview.root / f"briefs/{ID}.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("title: ", "title: Again, ", 1), encoding="utf-8")
    expect(page.locator(".bar")).to_contain_text("Again, ")
    expect(page.locator("#menu-copy button").first).to_be_visible()


def test_a_save_shows_and_keeps_scroll_selection_and_panel(desk: Desk) -> None:
    page = desk.open("?panel=claims")
    page.evaluate("scrollTo(0, 700)")
    page.frame_locator("iframe.email").locator("h1").first.evaluate(
        "e => { const r = document.createRange(); r.selectNodeContents(e);"
        " getSelection().removeAllRanges(); getSelection().addRange(r); }"
    )
    page.fill("#filter", "quay")
    _write(desk, BRIEF.replace("90 houses", "95 houses"))
    frame = page.frame_locator("iframe.email")
    expect(frame.locator("body")).to_contain_text("95 houses")
    assert page.evaluate("scrollY") == 700
    assert page.input_value("#filter") == "quay"
    selected = frame.locator("body").evaluate("getSelection().toString()")
    assert selected.strip() == "The ferries"
    expect(page.locator("#panel-claims")).to_have_attribute("aria-current", "true")


def test_a_mended_fault_leaves_the_margin(desk: Desk) -> None:
    page = desk.open()
    expect(page.locator(".margin li.error", has_text="1,420")).to_have_count(1)
    _write(desk, BRIEF.replace("1,420", "1,240"))
    expect(page.locator(".margin li.error", has_text="1,420")).to_have_count(0)


def test_a_broken_file_is_told_over_the_last_good_preview(desk: Desk) -> None:
    page = desk.open()
    _write(desk, BRIEF.replace("[@letter]", "[@lettre]", 1))
    faults = page.locator(".faults")
    expect(faults).to_contain_text("no seed is called “lettre”")
    expect(faults).to_contain_text(f"{NAME}:")
    expect(faults).to_contain_text("did you mean “letter”?")
    assert "1,420 passengers" in desk.email()
    _write(desk, BRIEF)
    expect(faults).to_have_count(0)


def test_a_preview_that_has_ended_says_so(browser: Browser, tmp_path: Path) -> None:
    with previewing(write_files(tmp_path, FILES)) as preview:
        page = browser.new_page()
        page.goto(f"{preview.url}/brief/{ID}")
        expect(page.locator("#offline")).to_be_hidden()
        preview.interrupt()
        expect(page.locator("#offline")).to_be_visible()
        page.close()


# --- the keyboard --------------------------------------------------------------------------------


def test_the_keyboard_reaches_everything(desk: Desk) -> None:
    page = desk.open()
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#help")).to_be_hidden()
    page.keyboard.press("j")
    expect(page.locator(".card.current")).to_have_count(1)
    first = page.locator(".card.current").get_attribute("id")
    page.keyboard.press("j")
    expect(page.locator(f"#{first}.current")).to_have_count(0)
    page.keyboard.press("k")
    expect(page.locator(f"#{first}.current")).to_have_count(1)
    for _ in range(page.locator(".card").count()):
        if page.locator(".card.current .open").count():
            break
        page.keyboard.press("j")
        page.wait_for_timeout(50)
    page.keyboard.press("o")
    expect(page.locator("#reading")).to_be_visible()
    page.keyboard.press("3")
    expect(page.locator("#width")).to_have_text("375 px")
    page.keyboard.press("d")
    expect(page.locator("#scheme-dark")).to_have_attribute("aria-current", "true")
    page.keyboard.press("g")
    expect(page.locator("#images")).to_have_text("Images off")
    before = page.locator("#menu-format summary").inner_text()
    page.keyboard.press("f")
    expect(page.locator("#menu-format summary")).not_to_have_text(before)
    page.keyboard.press("b")
    expect(page.locator("iframe.email")).to_have_count(2)
    for key, panel in (("c", "check"), ("l", "claims"), ("s", "sources"), ("z", "size")):
        page.keyboard.press(key)
        expect(page.locator(f"#panel-{panel}")).to_have_attribute("aria-current", "true")
    for key, view in (("t", "text"), ("m", "markdown"), ("i", "inbox"), ("h", "headers")):
        page.keyboard.press(key)
        expect(page.locator(f"#view-{view}")).to_have_attribute("aria-current", "true")


def test_keys_are_letters_while_somebody_types(desk: Desk) -> None:
    page = desk.open()
    page.keyboard.press("/")
    page.keyboard.type("the jam")
    assert page.input_value("#filter") == "the jam"
    assert desk.address() == ""
    page.keyboard.press("Escape")
    assert page.input_value("#filter") == ""


# --- what must not happen ------------------------------------------------------------------------


def test_hostile_words_stay_words(desk: Desk) -> None:
    root = desk.preview.root
    name = "briefs/<img src=x onerror=alert(1)>.md"
    hostile = BRIEF.replace("title: The ferries", "title: <script>alert(1)</script>")
    write_files(
        root,
        {
            **FILES,
            NAME: f"{hostile}\n## Newsletter Angles\n\n{ANGLE}",
            name: BRIEF.replace(ID, "2025-03-01"),
            "seeds/letter.md": LETTER + ANGLE,
        },
    )
    try:
        page = desk.open("?panel=sources&source=letter")
        dialogs: list[str] = []
        page.on("dialog", lambda dialog: dialogs.append(dialog.message))
        expect(page.frame_locator("#reading").locator("body")).to_contain_text("<script>")
        expect(page.frame_locator("iframe.email").locator("body")).to_contain_text("Hostile")
        page.click("details.menu summary >> nth=0")
        page.wait_for_timeout(300)
        assert dialogs == []
        assert page.title() != "owned"
    finally:
        (root / name).unlink()


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1400, "light"), (820, "light")])
def test_nothing_scrolls_sideways(desk: Desk, width: int, scheme: str) -> None:
    desk.page.set_viewport_size({"width": width, "height": 800})
    desk.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for query in ("", "?view=text&panel=claims", "?view=inbox&panel=size", "?panel=sources"):
        page = desk.open(query)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, query


def test_exported_pages_need_no_server(browser: Browser, running: Preview, tmp_path: Path) -> None:
    write_files(running.root, FILES)
    target = tmp_path / "out"
    command = [str(NUTGRAF), "preview", ID, "--export", str(target)]
    subprocess.run(command, cwd=running.root, check=True, timeout=60, capture_output=True)
    moved = tmp_path / "elsewhere"
    shutil.move(target, moved)
    context = browser.new_context(viewport={"width": 1400, "height": 900}, offline=True)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{moved.as_uri()}/index.html")
    expect(page.locator(".marks a.error").first).to_be_visible()
    page.click("#width-phone")
    assert page.locator("iframe.email").evaluate("e => e.offsetWidth") == 375
    page.click("#view-text")
    expect(page.locator("#stage")).to_contain_text("1,420 passengers")
    page.click("#view-email")
    page.click("#scheme-dark")
    expect(page.frame_locator("iframe.email").locator("body")).to_contain_text("1,420 passengers")
    page.locator("#cards .card", has_text="number-unmatched").locator("a.open").first.click()
    expect(page.locator("mark.differs").first).to_contain_text("1,240")
    context.close()
    assert complaints == []
    done = subprocess.run(
        [*command[:-1], str(moved)], cwd=running.root, check=False, capture_output=True, text=True
    )
    assert done.returncode == 2
    assert "is there already" in done.stderr
