"""Real pages compared with themselves, and with one thing changed in them.

The pages and the texts that people made of them are those of newspaper4k's source archive, which
the script is given: `pip download --no-deps --no-binary newspaper4k newspaper4k`. The text is the
capture, and what nutgraf reads out of the page today the later text: nothing should be told. Then
one figure is doubled, one sentence taken out, one word of a quotation put in the place of another,
a doubt put in, the paragraphs are shuffled; one change of that kind should be told, or none.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from extraction import saved
from nutgraf.app.rechecking.look_up import later_text
from nutgraf.capture.captured import Captured, Raw
from nutgraf.capture.reading import read
from nutgraf.evidence.drift.change import Drift
from nutgraf.evidence.drift.compare import PageText, compare
from nutgraf.evidence.drift.passages import page_of
from nutgraf.language import quotations
from nutgraf.model import FileText
from nutgraf.workspace import frontmatter
from nutgraf.workspace.loading import as_source

FIGURE = re.compile(r"(?<![\w.,])[2-9]\d{1,2}(?![\w.,]\d|\w|%)")
EACH = 5  # changes of a kind on a page


def main() -> None:
    pages = dict(saved(Path(sys.argv[1])))
    chance = random.Random(7)
    told: dict[str, Counter[str]] = {}
    seconds, count = 0.0, 0
    same = passages = 0
    for name, (html, text) in sorted(pages.items()):
        captured = read(Raw(html, f"{name}.html"), today=date(2026, 1, 1))
        drift = compare(PageText(text), PageText(_later(text, captured)))
        same += drift.same
        passages += drift.passages
        for kind, later in mutated(text, chance):
            begun = time.perf_counter()
            found = compare(PageText(text), PageText(later))
            seconds += time.perf_counter() - begun
            count += 1
            told.setdefault(kind, Counter())[_told(kind, found)] += 1
    print(f"  as they are: {same} of {len(pages)} pages the same, of {passages} sentences")
    for kind, counted in told.items():
        print(f"  {kind:12} {', '.join(f'{n} {what}' for what, n in counted.most_common())}")
    print(f"  {1000 * seconds / count:.0f} ms for a comparison")


def _later(text: str, captured: Captured) -> str:
    file = FileText("seeds/page.md", text)
    return later_text(as_source("page", file, frontmatter.read(FileText("x", ""))[0]), captured)


def mutated(text: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """(what was done, the text with it)."""
    passages = [one for one in page_of(text).passages if len(one.words) > 6]
    prose = [one for one in passages if text[one.end - 1] in '.”"' and text[one.start].isupper()]
    for one in chance.sample(prose, min(EACH, len(prose))):
        yield "sentence", text[: one.start] + text[one.end :]
    figures = [found for one in prose for found in FIGURE.finditer(text, one.start, one.end)]
    for found in chance.sample(figures, min(EACH, len(figures))):
        yield "figure", text[: found.start()] + str(2 * int(found[0])) + text[found.end() :]
    quoted = [
        span for one in quotations.read(text) for span in one.pieces if span[1] - span[0] > 40
    ]
    for low, high in chance.sample(quoted, min(EACH, len(quoted))):
        words = list(re.finditer(r"[a-z]{4,}", text[low:high]))
        if words:
            word = chance.choice(words)
            yield "quotation", text[: low + word.start()] + "zebra" + text[low + word.end() :]
    paragraphs = text.split("\n\n")
    chance.shuffle(paragraphs)
    yield "order", "\n\n".join(paragraphs)
    yield "typography", text.replace("“", '"').replace("”", '"').replace("—", " – ")


def _told(kind: str, drift: Drift) -> str:
    kinds = [one.kind for one in drift.changes]
    wanted = {"sentence": ["gone"], "figure": ["figure"], "quotation": ["quotation"]}.get(kind, [])
    if kinds == wanted:
        return "right"
    return f"told as {' and '.join(kinds)}" if kinds else "missed"


if __name__ == "__main__":
    main()
