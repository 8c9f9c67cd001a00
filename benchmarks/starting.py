"""How long `nutgraf --version` takes beside a Typer program that does nothing else."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from measuring import NUTGRAF, ROOT, alternating, run

BAR = 1.5
TIMES = 25
BARE = """\
import typer

app = typer.Typer()


def version(asked: bool) -> None:
    if asked:
        typer.echo("bare 1.0")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def main(version: bool = typer.Option(False, "--version", callback=version, is_eager=True)) -> None:
    pass


app()
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "bare.py").write_text(BARE, encoding="utf-8")
        bare: list[str | Path] = [sys.executable, folder / "bare.py", "--version"]
        ours, theirs = alternating([NUTGRAF, "--version"], bare, folder, times=TIMES)
    print(f"starting, whole processes in turn, median of {TIMES}")
    print(f"  nutgraf --version        {ours * 1000:8.1f} ms")
    print(f"  a bare Typer program     {theirs * 1000:8.1f} ms")
    verdict = "held" if ours / theirs <= BAR else "NOT HELD"
    print(f"  ratio {ours / theirs:.2f}, bar {BAR:g}: {verdict}")
    with tempfile.TemporaryDirectory() as name:
        build = run([NUTGRAF, "build", "--output", name], ROOT)
    print(f"  nutgraf build here       {build.seconds * 1000:8.1f} ms   {build.megabytes:.0f} MB")


if __name__ == "__main__":
    main()
