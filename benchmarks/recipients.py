"""Looks through lists of 1,000 to 100,000 readers: linear time, and memory for keys alone."""

from __future__ import annotations

import csv
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from measuring import NUTGRAF, held, run

LENGTHS = (1, 1_000, 10_000, 100_000)
BAR = 50  # megabytes, at most, for the longest list beside what a list of one takes
COLUMNS = ("address", "name", "status", "tags", "first_name", "town")
SETTINGS = """\
name: The Harbour Letter
sender: {name: The Harbour Letter, address: letter@harbour.example}
postal_address: Quay 1, 12345 Example City
lists:
  csv: {file: readers.csv}
  sqlite: {database: readers.sqlite, query: select * from readers}
fields: {first_name: reader}
"""


def main() -> None:
    print("looking through a list, whole processes")
    for kind in ("csv", "sqlite"):
        taken: dict[int, float] = {}
        for length in LENGTHS:
            with tempfile.TemporaryDirectory() as name:
                make_lists(Path(name), length)
                done = run([NUTGRAF, "recipients", "list", kind], Path(name))
            taken[length] = done.megabytes
            told = f"{length:>9,} readers, {kind}"
            print(f"  {told:<28}{done.seconds:8.2f} s  {done.megabytes:4.0f} MB")
        more = taken[LENGTHS[-1]] - taken[LENGTHS[0]]
        print(held(f"  memory of {LENGTHS[-1]:,} readers, {kind}", more, BAR, "MB"))


def make_lists(folder: Path, length: int) -> None:
    """The same invented readers as a CSV file and as a table."""
    (folder / "nutgraf.yaml").write_text(SETTINGS, encoding="utf-8")
    with (folder / "readers.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(COLUMNS)
        writer.writerows(_readers(length))
    with closing(sqlite3.connect(folder / "readers.sqlite")) as connection, connection:
        connection.execute(f"create table readers ({', '.join(COLUMNS)})")
        connection.executemany("insert into readers values (?, ?, ?, ?, ?, ?)", _readers(length))


def _readers(length: int) -> Iterator[tuple[str, ...]]:
    for number in range(length):
        name = f"Reader {number}" if number % 3 else f"Reader, No. {number}"
        address = f"reader{number}@mail{number % 500}.example"
        yield address, name, "active", "early;gold", f"Ann{number}", "Example City"


if __name__ == "__main__":
    main()
