"""Articles out of saved pages that a package ships, beside trafilatura alone.

The pages and their expected texts are those of newspaper4k’s source archive: pip gets it, unless
its path is given. None of them is kept here.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from trafilatura import extract

from nutgraf.capture.captured import Raw
from nutgraf.capture.decoding import decode
from nutgraf.capture.reading import read
from nutgraf.errors import Usage
from nutgraf.language import quotations

WORD = re.compile(r"\w+")
FIGURE = re.compile(r"\d[\d.,]*\d|\d")


def main() -> None:
    given = [one for one in sys.argv[1:] if one.endswith(".tar.gz")]
    with tempfile.TemporaryDirectory() as folder:
        pages = dict(saved(Path(given[0]) if given else _downloaded(Path(folder))))
    print(f"extraction, {len(pages)} saved pages of newspaper4k, words beside the expected text")
    texts: dict[str, list[tuple[str, str]]] = {"trafilatura alone": [], "nutgraf": []}
    for name, (html, expected) in sorted(pages.items()):
        alone = extract(decode(html), include_comments=False) or ""
        ours = article(html, name)
        texts["trafilatura alone"].append((expected, alone))
        texts["nutgraf"].append((expected, ours))
        one, two = score(expected, alone)[2], score(expected, ours)[2]
        if abs(one - two) >= 0.001:
            print(f"  {name:26} trafilatura alone {one:.3f}   nutgraf {two:.3f}")
    means: list[float] = []
    for label, pairs in texts.items():
        mean = [
            statistics.mean(column)
            for column in zip(*(score(*pair) for pair in pairs), strict=True)
        ]
        said = [complete(quotes(expected), got) for expected, got in pairs]
        counted = [complete(FIGURE.findall(expected), got) for expected, got in pairs]
        print(
            f"  {label:18} precision {mean[0]:.3f}  recall {mean[1]:.3f}  F {mean[2]:.3f}   "
            f"quotations {sum(x for x, _ in said)} of {sum(y for _, y in said)}   "
            f"figures {sum(x for x, _ in counted)} of {sum(y for _, y in counted)}"
        )
        means.append(mean[2])
    verdict = "held" if means[1] >= means[0] else "NOT HELD"
    print(f"  bar: no worse than trafilatura alone: {verdict}")


def _downloaded(folder: Path) -> Path:
    command = ["pip", "download", "-q", "--no-deps", "--no-binary", "newspaper4k", "newspaper4k"]
    subprocess.run([sys.executable, "-m", *command], cwd=folder, check=True)
    return next(folder.glob("*.tar.gz"))


def article(html: bytes, name: str) -> str:
    """Ours, without the headline, which the set leaves out."""
    try:
        body = read(Raw(html, f"{name}.html"), today=date(2026, 1, 1)).body
    except Usage:
        return ""
    return re.sub(r"\A# [^\n]*\n", "", body)


def saved(archive: Path) -> Iterator[tuple[str, tuple[bytes, str]]]:
    html, text = {}, {}
    with tarfile.open(archive) as tar:
        for member in tar:
            path = Path(member.name)
            held = tar.extractfile(member) if member.isfile() else None
            if held and path.parts[1:4] == ("tests", "data", "html"):
                html[path.stem] = held.read()
            elif held and path.parts[1:4] == ("tests", "data", "txt"):
                text[path.stem] = held.read().decode("utf-8", "replace")
    for name in html.keys() & text.keys():
        yield name, (html[name], text[name])


def words(text: str) -> Counter[str]:
    found = WORD.findall(text.casefold())
    return Counter(letter for word in found for letter in ([word] if word.isascii() else word))


def score(expected: str, got: str) -> tuple[float, float, float]:
    one, two = words(expected), words(got)
    common = (one & two).total()
    precision, recall = common / max(1, two.total()), common / max(1, one.total())
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def quotes(text: str) -> list[str]:
    return [text[a:b] for one in quotations.read(text) for a, b in one.pieces]


def complete(wanted: list[str], got: str) -> tuple[int, int]:
    flat = "".join(WORD.findall(got))
    return sum("".join(WORD.findall(one)) in flat for one in wanted), len(wanted)


if __name__ == "__main__":
    main()
