from __future__ import annotations

import io
import sys
import time

import pytest
import typer

from nutgraf.cli import telling
from nutgraf.cli.telling import progress, styled, told
from nutgraf.errors import Fault, Faulty, NutgrafError, Usage


class Terminal(io.StringIO):
    """A standard error that is a terminal."""

    def isatty(self) -> bool:
        return True


def use_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    return stream


@pytest.mark.parametrize(
    ("error", "told_on_stderr"),
    [
        (
            Faulty([Fault("a.md", "bad", "mend it\nso", 3, 4)]),
            "error: a.md:3:4: bad\n  mend it\n  so\n"),
        (Faulty([Fault("b", "x"), Fault("a", "y")]), "error: a: y\nerror: b: x\n"),
        (Usage("no brief", "begin one"), "error: no brief\n  begin one\n"),
        (NutgrafError("else"), "error: else\n"),
    ],
)  # fmt: skip
def test_what_is_raised_on_purpose_is_told_with_status_2(
    error: NutgrafError, told_on_stderr: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(typer.Exit) as caught, told():
        raise error
    assert caught.value.exit_code == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", told_on_stderr)


def test_what_is_a_mistake_of_ours_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError), told():
        raise ZeroDivisionError


def test_words_are_coloured_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    use_terminal(monkeypatch)
    assert styled("error", fg="red").startswith("\x1b[")


def test_no_color_is_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    use_terminal(monkeypatch)
    monkeypatch.setenv("NO_COLOR", "1")
    assert styled("error", fg="red") == "error"


def test_a_long_work_on_a_terminal_shows_a_bar_while_it_waits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = use_terminal(monkeypatch)
    monkeypatch.setattr(telling, "MOMENT", 0)
    with progress(range(20), "building") as bar:
        bar.step()
        waited = time.monotonic() + 20
        while "building" not in terminal.getvalue() and time.monotonic() < waited:
            time.sleep(0.01)
        bar.step()
    assert "building" in terminal.getvalue()
    assert "10%" in terminal.getvalue()


def test_a_short_work_shows_none(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = use_terminal(monkeypatch)
    with progress(range(20), "building") as bar:
        bar.step()
    bar.show()  # the moment comes when all is done
    assert terminal.getvalue() == ""


def test_a_pipe_shows_none(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(range(20), "building") as bar:
        bar.step()
    assert capsys.readouterr().err == ""
