"""Crashing: senders are killed at any moment, and what readers got is counted.

Each round has a fresh ledger, in a file or in PostgreSQL, and a sender that is killed at a moment
that chance chooses, perhaps once more when it goes on, and then comes to its end. The record of
`smtp-sink` says who got what. Needs Debian's packages `postfix` and `postgresql`.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import astuple, dataclass
from functools import partial
from pathlib import Path

from measuring import ROOT

sys.path.append(str(ROOT))  # where the tests are

import psycopg
from tests.deliver.test_crashes import CONNECTIONS, STARTING, Sender, ready
from tests.servers import DatabaseServer, database_server, free_port, smtp_sink
from tests.workspaces import write_files

SQLITE, POSTGRESQL = 200, 20  # rounds
READERS = 2000
SEED = 20250307
Share = Callable[[random.Random, int], Iterator["Round"]]


@dataclass(frozen=True)
class Round:
    """Kills, and readers: who has two, who has none and is not told of, of whom the ledger says
    what is not so, and who is told as unknown."""

    kills: int
    doubled: int
    missing: int
    untrue: int
    unknown: int


def main() -> None:
    print(f"crashing, {READERS:,} readers a round, {CONNECTIONS} connections to smtp-sink")
    print(f"{'':12}rounds   kills   doubled   missing   ledger wrong   unknown a round")
    start = time.perf_counter()
    _show("SQLite", SQLITE, _on_sqlite)
    with database_server() as server:
        _show("PostgreSQL", POSTGRESQL, partial(_on_postgresql, server))
    print(f"  in {time.perf_counter() - start:,.0f} s")


def _show(name: str, number: int, share: Share) -> None:
    workers = os.cpu_count() or 1
    shares = [len(range(worker, number, workers)) for worker in range(workers)]
    with ThreadPoolExecutor(workers) as pool:
        done = pool.map(
            lambda given: list(share(random.Random(SEED + given[0]), given[1])), enumerate(shares)
        )
        rounds = [one for some in done for one in some]
    kills, doubled, missing, untrue, unknown = (
        sum(numbers) for numbers in zip(*map(astuple, rounds), strict=True)
    )
    most, mean = max(one.unknown for one in rounds), unknown / number
    print(
        f"{name:<12}{number:>6}{kills:>8}{doubled:>10}{missing:>10}{untrue:>15}"
        f"   {mean:.1f}, at most {most}"
    )
    print(f"  bar: none doubled, missing or wrong: {_verdict(doubled, missing, untrue)}")


def _verdict(*numbers: int) -> str:
    return "NOT HELD" if any(numbers) else "held"


def _on_sqlite(chance: random.Random, number: int) -> Iterator[Round]:
    with tempfile.TemporaryDirectory(prefix="crashing-") as name:
        root = Path(name)
        yield from _rounds(
            root, chance, number, "sent/ledger.sqlite", lambda: shutil.rmtree(root / "sent")
        )


def _on_postgresql(server: DatabaseServer, chance: random.Random, number: int) -> Iterator[Round]:
    url = server.fresh()

    def forget() -> None:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("DROP SCHEMA public CASCADE")
            connection.execute("CREATE SCHEMA public")

    with tempfile.TemporaryDirectory(prefix="crashing-") as name:
        yield from _rounds(Path(name), chance, number, url, forget)


def _rounds(
    root: Path, chance: random.Random, number: int, ledger: str, forget: Callable[[], None]
) -> Iterator[Round]:
    port = free_port()
    sender = Sender(ready(partial(write_files, root), port, ledger, READERS))
    for _ in range(number):
        kills = chance.choice((1, 1, 2))
        with smtp_sink(record=True, port=port) as sink:
            for _ in range(kills):
                answers, seconds = _moment(chance)
                sender.run(answers=answers, seconds=seconds)
            rows = sender.finish()
            taken = Counter(sink.recipients())
        yield _counted(kills, rows, taken)
        forget()
    complaints = sender.end()
    if complaints:
        raise RuntimeError(complaints)


def _moment(chance: random.Random) -> tuple[int, float]:
    """After so many answers, so many seconds: one in eight while the list is written down."""
    if chance.random() < 1 / 8:
        return 0, chance.uniform(0, STARTING)
    return chance.randrange(1, READERS), chance.uniform(0, 0.01)


def _counted(kills: int, rows: dict[str, list[str]], taken: Counter[str]) -> Round:
    every = {f"reader{number}@harbour.example" for number in range(READERS)}
    sent, unknown = set(rows.get("sent", [])), set(rows.get("unknown", []))
    return Round(
        kills,
        doubled=sum(times > 1 for times in taken.values()),
        missing=len(every - set(taken) - unknown),
        untrue=len((sent - set(taken)) | (set(taken) - sent - unknown)),
        unknown=len(unknown),
    )


if __name__ == "__main__":
    main()
