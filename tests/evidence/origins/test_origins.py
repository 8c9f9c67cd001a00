"""The origins of a pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from nutgraf.evidence.pack import Pack, read_pack
from nutgraf.workspace.loading import open_workspace
from tests.checks.sources.packs import CHIPS, COPIED, FIRE, TREATY, seed
from tests.workspaces import SETTINGS, write_files


def pack_of(folder: Path, **seeds: str) -> Pack:
    listed = (
        f"---\ntitle: T\ndate: 2025-09-12\nsources: [{', '.join(seeds)}]\n---\n## Summary\n\nX.\n"
    )
    files = {f"seeds/{name}.md": text for name, text in seeds.items()}
    root = write_files(folder, {"nutgraf.yaml": SETTINGS, "briefs/b.md": listed, **files})
    return read_pack(open_workspace(root).brief("b").pack)


def shown(pack: Pack) -> dict[str, tuple[str, ...]]:
    return {one.short: one.sources for one in pack.origins.all}


def test_who_retells_a_wire_is_one_origin_with_it(tmp_path: Path) -> None:
    assert shown(pack_of(tmp_path, **FIRE)) == {
        "AP": ("wire", "digest", "radio"),
        "Calder Herald": ("herald",),
    }


def test_who_has_work_of_its_own_is_an_origin(tmp_path: Path) -> None:
    assert shown(pack_of(tmp_path, **CHIPS)) == {
        "Reuters": ("agency", "techblog"),
        "Tolland Courier": ("courier",),
    }


def test_one_line_that_is_credited_makes_no_rewrite(tmp_path: Path) -> None:
    long = "The bay froze. Boats lay still. Children skated. " * 3
    pack = pack_of(
        tmp_path,
        wire=FIRE["wire"],
        own=seed(
            f"{long}\n\n“It is cold,” Ida Moe told The Associated Press.", publisher="Bay Star"
        ),
    )
    assert shown(pack) == {"AP": ("wire",), "Bay Star": ("own",)}


def test_a_line_is_of_whom_it_credits(tmp_path: Path) -> None:
    pack = pack_of(tmp_path, **TREATY)
    assert pack.origins.credits("rewrite") == ("Harbor Post",)
    assert pack.origins.roots(["post", "rewrite"]) == ("Harbor Post",)
    assert pack.origins.roots(["post", "union"]) == ("Harbor Post", "Norland Weekly")


def test_copied_prose_joins_two_sources(tmp_path: Path) -> None:
    assert shown(pack_of(tmp_path, **COPIED)) == {"Skerry Times": ("one", "two")}


SHARED = {
    "a quotation": "“The harbour is full of old rope and broken crates again,” Bo Lind said.",
    "the name of a body": (
        "The International Commission for the Conservation of the Wadden Sea Bird Islands met."
    ),
    "what newsrooms always say": (
        "The company did not immediately respond to a request for comment on Monday."
    ),
    "furniture": "Sign up for our newsletter and get the latest news of the coast in your inbox",
}


@pytest.mark.parametrize("words", SHARED.values(), ids=SHARED)
def test_what_everybody_may_print_joins_nobody(words: str, tmp_path: Path) -> None:
    pack = pack_of(
        tmp_path,
        one=seed(f"Nets were cut on the east pier.\n\n{words}", publisher="East Pier News"),
        two=seed(f"A gull stole a sandwich at noon.\n\n{words}", publisher="West Pier News"),
    )
    assert len(pack.origins.all) == 2


def test_the_words_of_a_document_join_nobody(tmp_path: Path) -> None:
    words = "the dredger shall leave the inner basin before the first night of frost"
    pack = pack_of(
        tmp_path,
        order=seed(f"It is ordered that {words}.", kind="primary", publisher="The Court"),
        one=seed(f"A judge has ruled. Now {words}, it says.", publisher="East Pier News"),
        two=seed(f"Dredging ends soon: {words}. Eels rejoice.", publisher="West Pier News"),
    )
    assert len(pack.origins.roots(["one", "two"])) == 2


def test_a_source_without_a_publisher_is_called_by_its_title(tmp_path: Path) -> None:
    pack = pack_of(tmp_path, one=seed("Nets were cut.", title="Nets"), two=seed("A gull stole."))
    assert [one.sources for one in pack.origins.all] == [("one",), ("two",)]
    assert pack.origins.all[0].name == "Nets"


def test_declared_credits_count(tmp_path: Path) -> None:
    pack = pack_of(
        tmp_path,
        wire=FIRE["wire"],
        copy=seed("Twelve homes burned.", credits="[AP]", publisher="Late Edition"),
    )
    assert shown(pack) == {"AP": ("wire", "copy")}


def test_a_document_of_somebody_who_took_part_is_primary(tmp_path: Path) -> None:
    pack = pack_of(tmp_path, order=seed("It is ordered.", kind="primary"), wire=FIRE["wire"])
    assert pack.origins.is_primary("order")
    assert not pack.origins.is_primary("wire")
