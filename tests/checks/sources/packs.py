"""Invented stories, each as several outlets would have it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from nutgraf.checks.rule import Example
from nutgraf.model import Finding
from tests.checks.examples import check_example, open_findings


def seed(body: str, **front: str) -> str:
    """A source with that front matter."""
    lines = "".join(f"{key}: {value}\n" for key, value in front.items())
    return f"---\n{lines}---\n{body}\n"


def found_in(
    body: str,
    seeds: Mapping[str, str],
    folder: Path,
    *,
    day: str = "2025-09-12",
    listed: Sequence[str] | None = None,
    bare: bool = False,
) -> list[Finding]:
    """What every rule finds in a brief with that body, which lists those sources, or all."""
    names = ", ".join(seeds if listed is None else listed)
    section = "" if body.startswith("#") else "## Summary\n\n"
    front = f"---\ntitle: Notes of the week\ndate: {day}\nsources: [{names}]\n---\n"
    example = Example(f"{front}{section}{body}\n", seeds, bare=bare)
    return open_findings(check_example(example, folder))


def rules_in(body: str, seeds: Mapping[str, str], folder: Path, **given: object) -> list[str]:
    """The names of the rules that speak, worst first; that citations can be placed is left out."""
    found = found_in(body, seeds, folder, **given)  # type: ignore[arg-type]
    return [
        one.rule for one in found if not (one.rule == "uncited-claim" and one.severity == "note")
    ]


FIRE = {
    "wire": seed(
        "CALDER, Nev. (AP) — A brush fire burned 4,100 acres north of Calder on Tuesday and "
        "destroyed 12 homes, the county said.\n\n"
        "About 900 people left their houses. The fire began beside Route 9, said Fire Chief Dana "
        "Osei.\n\n"
        "A shelter opened at the high school.",
        title="Brush fire destroys 12 homes",
        publisher="Associated Press",
        published="2025-09-10",
        kind="wire",
    ),
    "digest": seed(
        "A brush fire has destroyed 12 homes north of Calder, the Associated Press reported.\n\n"
        "It burned 4,100 acres, and about 900 people left their houses.",
        title="Homes lost near Calder",
        publisher="Morning Digest",
        published="2025-09-10",
        kind="aggregator",
    ),
    "radio": seed(
        "About 900 people had to leave their homes as a brush fire moved on Calder on Tuesday, the "
        "AP reports. Twelve homes are gone.\n\n"
        "The Associated Press contributed to this report.",
        title="Fire near Calder",
        publisher="Sierra Radio",
        published="2025-09-10",
        kind="news",
    ),
    "herald": seed(
        "Twelve homes burned down north of Calder on Tuesday. “I saw the roof go,” Lena Park, a "
        "teacher, told the Herald.\n\n"
        "The county closed Route 9 on Wednesday morning. Ranchers moved 300 cattle to the "
        "fairground.",
        title="The night the ridge burned",
        publisher="Calder Herald",
        published="2025-09-11",
        kind="news",
    ),
}

CHIPS = {
    "agency": seed(
        "TOLLAND, Sept 8 (Reuters) - Chipmaker Ardent will close its plant in Tolland in "
        "December and cut 640 jobs, the company said on Monday.\n\n"
        "Sales fell 11% in the second quarter.",
        title="Ardent to close plant",
        publisher="Reuters",
        published="2025-09-08",
        kind="wire",
    ),
    "techblog": seed(
        "Ardent is closing its Tolland plant in December, according to Reuters. The company will "
        "cut 640 jobs.\n\n"
        "Sales fell 11% in the second quarter, Reuters said.",
        title="Ardent shuts Tolland",
        publisher="Chip Letter",
        published="2025-09-09",
        kind="news",
    ),
    "courier": seed(
        "Workers at the Ardent plant in Tolland learned on Monday that it will close in December. "
        "“Nobody had warned us,” Rui Costa, a line worker, told the Courier.\n\n"
        "Mayor Ida Strand will meet the company on Friday.",
        title="Tolland learns the news",
        publisher="Tolland Courier",
        published="2025-09-09",
        kind="news",
    ),
}

TREATY = {
    "post": seed(
        "The ministry has signed a fishing treaty with Norland, The Harbor Post has learned. It "
        "lets 40 trawlers into the bay from March.\n\n"
        "A senior official told The Post that the talks took two years.",
        title="A treaty in the bay",
        publisher="The Harbor Post",
        published="2025-09-09",
        kind="news",
    ),
    "rewrite": seed(
        "A fishing treaty with Norland lets 40 trawlers into the bay from March, The Harbor Post "
        "reported on Tuesday.\n\n"
        "The talks took two years, the newspaper said, citing a senior official.",
        title="Trawlers may come in March",
        publisher="Bay Today",
        published="2025-09-10",
        kind="news",
    ),
    "union": seed(
        "The fishermen’s union said on Wednesday that it had not seen the treaty with Norland. Its "
        "chair, Per Aune, called for a vote.",
        title="Union asks for a vote",
        publisher="Norland Weekly",
        published="2025-09-11",
        kind="news",
    ),
}

COPIED = {
    "one": seed(
        "The old lighthouse at Skerry Point lost its lamp in the storm, and keepers carried a "
        "borrowed lantern up the stairs before dusk. Ships kept clear of the reef all night.\n\n"
        "The trust wants a new lamp by spring.",
        title="Lamp lost in storm",
        publisher="Skerry Times",
        published="2025-09-09",
    ),
    "two": seed(
        "A storm took the lamp of a lighthouse. The keepers carried a borrowed lantern up the "
        "stairs before dusk. Ships kept clear of the reef all night, and nobody was hurt.",
        title="Lantern saves the night",
        publisher="Coast Online",
        published="2025-09-10",
    ),
}
