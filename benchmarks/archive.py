"""Builds generated workspaces of 25 to 200 briefs over 500 sources: the time has to be linear."""

from __future__ import annotations

import random
import tempfile
from datetime import date, timedelta
from pathlib import Path

from measuring import NUTGRAF, run

SIZES = (25, 50, 100, 200)
SOURCES = 500
CITED = 6
# How much longer a brief may take in a larger workspace than in the smallest, in processor time.
BAR = 1.25
SETTINGS = """\
name: The Harbour Letter
sender: {name: The Harbour Letter, address: letter@harbour.example}
postal_address: Quay 1, 12345 Example City
"""
NOUNS = ("council", "harbour", "budget", "ferry", "engineer", "contract", "school", "bridge")
MORE = ("survey", "resident", "audit", "storm", "timetable", "subsidy", "inspector", "ruling")


def main() -> None:
    print(
        f"building every brief of a workspace with {SOURCES} sources; each brief in processor time"
    )
    each: list[float] = []
    for size in SIZES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            make_workspace(folder, size, SOURCES)
            one = run([NUTGRAF, "build"], folder)
            found = run([NUTGRAF, "build", "--all"], folder)
        each.append((found.busy - one.busy) * 1000 / (size - 1))
        print(
            f"  {size:4} briefs {found.seconds:8.2f} s  {found.megabytes:4.0f} MB   "
            f"each after the first {each[-1]:6.1f} ms, {each[-1] / each[0]:4.2f} ×   "
            f"newest alone {one.seconds:.2f} s, {one.megabytes:.0f} MB"
        )
    worst = max(each) / each[0]
    verdict = "held" if worst <= BAR else "NOT HELD"
    print(f"  bar: no brief takes over {BAR:g} times as long as in the smallest: {verdict}")


def make_workspace(folder: Path, briefs: int, sources: int) -> None:
    """A workspace of invented reports; equal numbers give equal files."""
    pick = random.Random(1)
    (folder / "nutgraf.yaml").write_text(SETTINGS, encoding="utf-8")
    for name in ("seeds", "briefs"):
        (folder / name).mkdir()
    for number in range(sources):
        (folder / "seeds" / f"s{number:03}.md").write_text(_source(pick, number), encoding="utf-8")
    for number in range(briefs):
        day = date(2020, 1, 1) + timedelta(days=number)
        text = _brief(pick, day, pick.sample(range(sources), CITED))
        (folder / "briefs" / f"{day}.md").write_text(text, encoding="utf-8")


def _sentence(pick: random.Random) -> str:
    words = " ".join(pick.choices(NOUNS + MORE, k=pick.randint(9, 18)))
    return f"The {words} cost {pick.randint(2, 900)} million in {pick.randint(1990, 2019)}."


def _source(pick: random.Random, number: int) -> str:
    paragraphs = [" ".join(_sentence(pick) for _ in range(4)) for _ in range(8)]
    said = f"“{_sentence(pick)}” said Ada Meyer, an engineer."
    day = f"2019-12-{1 + number % 28:02}"
    head = f"---\ntitle: Report {number}\npublished: {day}\nkind: news\n---\n"
    return head + "\n\n".join([*paragraphs, said]) + "\n"


def _brief(pick: random.Random, day: date, cited: list[int]) -> str:
    ids = [f"s{number:03}" for number in cited]
    points = "\n".join(f"- {_sentence(pick)} [@{pick.choice(ids)}]" for _ in range(8))
    background = " ".join(f"{_sentence(pick)} [@{pick.choice(ids)}]" for _ in range(6))
    return f"""\
---
title: The week of {day}
date: {day}
subject: What the harbour cost
sources: [{", ".join(ids)}]
---
## Summary

{_sentence(pick)} [@{ids[0]}]

## Key Points

{points}

## Background

{background}

## Quotes

> “{_sentence(pick)}” — Ada Meyer, engineer [@{ids[1]}]

## What’s next

{_sentence(pick)} [@{ids[2]}]
"""


if __name__ == "__main__":
    main()
