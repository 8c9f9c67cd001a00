"""The email as a mail client gets it: its outline, its weight, and how a real browser shows it."""

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from nutgraf.model import Brief, Grounds, StoryGrounds
from nutgraf.render.digests import render
from nutgraf.workspace.loading import open_workspace
from tests.browser import chromium
from tests.render.desk import FORMATS, ROOT, brief_of, house

BRIEFS = [entry.id for entry in open_workspace(ROOT).briefs()]
every_email = pytest.mark.parametrize(
    ("brief", "format_name"),
    [(brief, name) for brief in (*BRIEFS, "every block") for name in FORMATS],
)


@cache
def brief_named(name: str) -> Brief:
    if name == "every block":
        return brief_of((ROOT / "tests/render/kitchen_sink.md").read_text("utf-8"))
    return open_workspace(ROOT).brief(name)


@cache
def email(brief: str, format_name: str) -> str:
    made = brief_named(brief)
    return render(made, house(format_name), grounds_of(made)).html


def grounds_of(brief: Brief) -> Grounds:
    """What every line that a format may make is made of."""
    story = StoryGrounds(
        tuple(source.id for source in brief.pack),
        ("Associated Press", "Washington Post"),
        ("filing",),
    )
    return Grounds((story,) * len(brief.stories), statements=39, sources=4, verified=12)


class Outline(HTMLParser):
    """The tags of an email, outside the comments that only Outlook reads."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def all(self, *names: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag in names]


@every_email
def test_language_and_direction_are_said(brief: str, format_name: str) -> None:
    (root,) = Outline(email(brief, format_name)).all("html")
    assert (root["lang"], root["dir"]) == ("en", "ltr")


@every_email
def test_headings_are_in_order_and_one_is_the_title(brief: str, format_name: str) -> None:
    tags = [tag for tag, _ in Outline(email(brief, format_name)).tags]
    levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@every_email
def test_a_table_lays_out_or_holds_data(brief: str, format_name: str) -> None:
    outline = Outline(email(brief, format_name))
    tables = outline.all("table")
    data = [table for table in tables if "data" in (table.get("class") or "")]
    assert all(table.get("role") == "presentation" for table in tables if table not in data)
    assert all("role" not in table for table in data)
    assert all(cell.get("scope") in {"col", "row"} for cell in outline.all("th"))


@every_email
def test_every_picture_has_words_and_nothing_is_fetched(brief: str, format_name: str) -> None:
    html = email(brief, format_name)
    assert all("alt" in picture for picture in Outline(html).all("img"))
    assert not Outline(html).all("link", "script", "iframe", "form", "video")
    assert not re.search(r"url\(|@import|@font-face", html)


@every_email
def test_it_is_light_enough_not_to_be_clipped(brief: str, format_name: str) -> None:
    assert len(email(brief, format_name).encode()) < 60_000


@every_email
def test_both_schemes_are_declared(brief: str, format_name: str) -> None:
    html = email(brief, format_name)
    named = {each.get("name"): each.get("content") for each in Outline(html).all("meta")}
    assert named["color-scheme"] == named["supported-color-schemes"] == "light dark"
    assert "@media (prefers-color-scheme: dark)" in html
    assert "[data-ogsc] .ink" in html


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as launched:
        yield launched


def opened(browser: Browser, path: Path, html: str) -> tuple[Page, list[str]]:
    """The email in a window, and every address besides its own that it asks for."""
    file = path / "email.html"
    file.write_text(html, "utf-8")
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    assert asked.pop(0) == file.as_uri()
    return page, asked


# The ratio of every run of text that shows, with the ground that is painted behind it.
CONTRASTS = """() => {
  const channels = (css) => css.match(/[\\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((c) => c / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = (node) => {
    for (; node; node = node.parentElement) {
      const paint = channels(getComputedStyle(node).backgroundColor);
      if (paint.length === 3 || paint[3] > 0) return paint;
    }
    return [255, 255, 255];
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    const words = walker.currentNode.textContent.trim();
    if (!words || !parent.getClientRects().length) continue;
    const ink = luminance(channels(getComputedStyle(parent).color));
    const paper = luminance(ground(parent));
    found.push([words, (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05)]);
  }
  return found;
}"""


@every_email
def test_it_fits_every_width_and_can_be_read_in_both_schemes(
    browser: Browser, tmp_path: Path, brief: str, format_name: str
) -> None:
    """No sideways scrolling, no request, and 4.5 : 1 for all text as it is painted."""
    page, asked = opened(browser, tmp_path, email(brief, format_name))
    for width in (320, 375, 600):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        measured = page.evaluate(CONTRASTS)
        assert len(measured) > 20
        assert [each for each in measured if each[1] < 4.5] == [], scheme
    assert asked == []
    page.close()


def test_figures_stand_beside_each_other_and_below_each_other_on_a_phone(
    browser: Browser, tmp_path: Path
) -> None:
    body = "## By the numbers\n\n| What | How many |\n|---|---|\n| a | 12 |\n| b | 7 |\n| c | 3 |\n"
    page, _ = opened(browser, tmp_path, render(brief_of(body), house("cards")).html)
    rows: dict[int, int] = {}
    for width in (600, 375):
        page.set_viewport_size({"width": width, "height": 800})
        boxes = [each.bounding_box() for each in page.query_selector_all(".figure")]
        rows[width] = len({box["y"] for box in boxes if box})
    assert rows == {600: 1, 375: 3}
    page.close()
