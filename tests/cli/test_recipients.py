"""`nutgraf recipients …`: what editors do with their lists of readers."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
import yaml

from tests.cli.running import Ran, refused, run
from tests.workspaces import SETTINGS, Write

LISTS = """\
lists:
  readers:
    file: recipients/readers.csv
  gold:
    file: recipients/readers.csv
    tags: [gold]
  staff:
    file: recipients/staff.yaml
  members:
    database: members.sqlite
    query: select email, name from members
fields:
  first_name: reader
"""
READERS = """\
address,name,status,tags
ann@x.example,Ann,active,gold
bo@x.example,Bo,unsubscribed,gold
cy@x.example,Cy,,
"""


@pytest.fixture
def root(write_workspace: Write) -> Path:
    root = write_workspace(
        {
            "nutgraf.yaml": SETTINGS + LISTS,
            "recipients/readers.csv": READERS,
            "recipients/staff.yaml": "- ed@x.example\n",
        }
    )
    with closing(sqlite3.connect(root / "members.sqlite")) as connection:
        connection.executescript(
            "create table members (email, name);"
            "insert into members values ('ann@x.example', 'Ann'), ('ANN@x.example', null)"
        )
    return root


def _run(root: Path, *arguments: str) -> Ran:
    return run(root, "recipients", *arguments)


def _readers(root: Path) -> str:
    return (root / "recipients/readers.csv").read_text()


def test_lists_are_counted(root: Path) -> None:
    _run(root, "suppress", "cy@x.example")
    ran = _run(root, "list")
    assert ran.status == 0
    assert ran.out == (
        "readers: 1 reader (recipients/readers.csv)\n"
        "  left out: 1 unsubscribed, 1 suppressed\n"
        "gold: 1 reader (recipients/readers.csv)\n"
        "  left out: 1 unsubscribed, 1 of other lists or tags\n"
        "staff: 1 reader (recipients/staff.yaml)\n"
        "members: 1 reader (members.sqlite)\n"
        "  left out: 1 duplicate\n"
    )


def test_who_would_be_mailed_is_listed_without_those_suppressed(root: Path) -> None:
    assert _run(root, "list", "readers", "--who").out == "ann@x.example\tAnn\ncy@x.example\tCy\n"
    _run(root, "suppress", "ANN@x.example", "--reason", "asked\nby phone")
    assert _run(root, "list", "readers", "--who").out == "cy@x.example\tCy\n"
    assert _run(root, "list", "members", "--who").out == ""


def test_looking_at_lists_makes_no_ledger(root: Path) -> None:
    _run(root, "list")
    _run(root, "suppressions")
    assert not (root / "sent").exists()


def test_a_workspace_without_lists_is_told_what_to_write(write_workspace: Write) -> None:
    root = write_workspace({})
    refused(_run(root, "list"), "names no list of readers", "file: recipients/readers.csv")
    refused(_run(root, "add", "ann@x.example"), "names no list of readers")


def test_a_list_that_is_not_there_is_told_with_the_nearest(root: Path) -> None:
    refused(_run(root, "list", "reeders"), "there is no list “reeders”", "did you mean readers?")


def test_the_first_faults_of_a_broken_list_are_shown_or_all(root: Path) -> None:
    broken = "\n".join(["address", *(f"reader{number}" for number in range(300))])
    (root / "recipients/readers.csv").write_text(broken)
    ran = _run(root, "check", "readers")
    assert ran.status == 2
    assert ran.out == "readers: 300 faults: nothing is sent to it (recipients/readers.csv)\n"
    assert ran.err.count("error: recipients/readers.csv:") == 20
    assert "and 280 more: nutgraf recipients check readers --all" in ran.err
    assert _run(root, "check", "readers", "--all").err.count("error: ") == 300
    for arguments in (["list", "readers", "--who"], ["add", "a@x.example", "--to", "readers"]):
        assert refused(_run(root, *arguments)).count("error: ") == 20
    ran = _run(root, "list", "readers")
    assert ran.status == 2
    assert "next: nutgraf recipients check readers" in ran.err


def test_lists_in_order_are_fine(root: Path) -> None:
    ran = _run(root, "check")
    assert (ran.status, ran.err) == (0, "")


def test_an_address_is_suppressed_and_allowed(root: Path) -> None:
    assert _run(root, "suppressions").err == "nobody is suppressed\n"
    ran = _run(root, "suppress", "bo@Bücher.example", "--reason", "asked by phone")
    assert ran.out == "bo@xn--bcher-kva.example is mailed no more: asked by phone\n"
    assert "already: asked by phone" in _run(root, "suppress", "BO@bücher.example").out
    [line] = _run(root, "suppressions").out.splitlines()
    assert line.split("\t")[1:] == ["bo@xn--bcher-kva.example", "asked by phone"]
    refused(_run(root, "allow", "boo@bücher.example"), "is not suppressed", "did you mean")
    assert "may be mailed again" in _run(root, "allow", "Bo@bücher.example").out
    assert _run(root, "suppressions").out == ""
    refused(_run(root, "suppress", "bo"), "“bo” is no address")


def test_a_reader_is_added_once(root: Path) -> None:
    ran = _run(
        root, "add", "di@x.example", "--to", "readers",
        "--name", "Di, Lee", "--tag", "gold", "--field", "First Name=Di",
    )  # fmt: skip
    assert ran.status == 0, ran.err
    lines = _readers(root).splitlines()
    assert lines[0] == "address,name,status,tags,lists,first_name"
    assert lines[1] == "ann@x.example,Ann,active,gold,,"
    assert lines[-1] == 'di@x.example,"Di, Lee",active,gold,readers,Di'
    told = refused(_run(root, "add", "DI@x.example", "--to", "readers"), "already")
    assert "recipients/readers.csv:5:1" in told


def test_a_reader_of_one_list_of_a_file_is_none_of_the_other(root: Path) -> None:
    assert _run(root, "add", "di@x.example", "--to", "gold", "--tag", "gold").status == 0
    assert "di@x.example" not in _run(root, "list", "readers", "--who").out
    assert "di@x.example" in _run(root, "list", "gold", "--who").out
    assert _run(root, "add", "di@x.example", "--to", "readers").status == 0
    assert "di@x.example" in _run(root, "list", "readers", "--who").out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["bo@x.example", "--to", "readers"], "already, and unsubscribed"),
        (["no address", "--to", "readers"], "is no address"),
        (["di@x.example"], "which list is meant? There are: readers, gold, staff, members"),
        (["di@x.example", "--to", "gold"], "give one: --tag gold"),
        (["di@x.example", "--to", "members"], "only reads databases"),
        (["di@x.example", "--to", "staff", "--field", "frist_name=D"], "did you mean first_name?"),
        (["di@x.example", "--to", "staff", "--field", "town=D"], "below `fields`"),
        (["di@x.example", "--to", "staff", "--field", "status=D"], "status is no merge field"),
        (["di@x.example", "--to", "staff", "--field", "first_name"], "--field first_name=Ann"),
        (["di@x.example", "--to", "staff", "--name", "D\r\nBcc: a@b.example"], "a line break"),
        (["cy@x.example", "--to", "staff"], "is suppressed since"),
    ],
)
def test_whoever_cannot_be_added_is_told_why(root: Path, arguments: list[str], words: str) -> None:
    _run(root, "suppress", "cy@x.example")
    before = {path: path.read_bytes() for path in (root / "recipients").iterdir()}
    refused(_run(root, "add", *arguments), words)
    assert {path: path.read_bytes() for path in (root / "recipients").iterdir()} == before


IMPORTED = """\
E-Mail;First Name;Status;Tags;Lists
ANN@x.example;Ann;unsubscribed;;
bo@x.example;Bo;subscribed;;
cy@x.example;Cy;;;
di@x.example;Di;Subscribed;early bird;
DI@x.example;Di;;;
el@x.example;El;;;staff
fi@x.example;Fi;bounced;;readers, staff
gi@x.example;Gi;;;
"""


def test_an_import_is_shown_before_it_is_written(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "new readers.csv"
    file.write_text(IMPORTED)
    _run(root, "suppress", "gi@x.example")
    ran = _run(root, "import", str(file), "--into", "readers")
    assert ran.out == (
        "1 new\n  di@x.example\n"
        "1 new, and not mailed, as the file says\n  fi@x.example\n"
        "1 mailed no more, as the file says\n  ANN@x.example\n"
        "1 not mailed, as the list says; they stay so\n  bo@x.example\n"
        "1 suppressed; they do not come\n  gi@x.example\n"
        "1 on the list already\n1 twice in the file\n1 of other lists\n"
    )
    assert f"next: nutgraf recipients import '{file}' --into readers --yes" in ran.err
    assert _readers(root) == READERS


def test_an_import_is_written_and_then_brings_nothing_new(root: Path) -> None:
    (root / "new.csv").write_text(IMPORTED)
    arguments = ("import", "new.csv", "--into", "readers", "--tag", "2026", "--yes")
    assert _run(root, *arguments).status == 0
    assert _readers(root) == (
        "address,name,status,tags,lists,first_name\n"
        "ann@x.example,Ann,unsubscribed,gold,,\n"
        "bo@x.example,Bo,unsubscribed,gold,,\n"
        "cy@x.example,Cy,,,,\n"
        "di@x.example,,active,early bird;2026,readers,Di\n"
        "fi@x.example,,bounced,2026,readers,Fi\n"
        "gi@x.example,,active,2026,readers,Gi\n"
    )
    written = _readers(root)
    ran = _run(root, *arguments)
    assert "nothing in new.csv is new to readers" in ran.err
    assert _readers(root) == written


def test_an_import_makes_a_list_that_is_not_there(root: Path) -> None:
    (root / "recipients/staff.yaml").unlink()
    (root / "new.csv").write_text("email\na@x.example\n")
    assert _run(root, "import", "new.csv", "--into", "staff", "--yes").status == 0
    assert (root / "recipients/staff.yaml").read_text() == "- a@x.example\n"


def test_an_import_may_come_from_elsewhere_through_a_link(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path.parent / f"{tmp_path.name}-elsewhere"
    elsewhere.mkdir()
    (elsewhere / "new.csv").write_text("email\na@x.example\n")
    (root / "link.csv").symlink_to(elsewhere / "new.csv")
    assert _run(root, "import", "link.csv", "--into", "staff").out == "1 new\n  a@x.example\n"


def test_many_new_readers_are_shown_in_part(root: Path) -> None:
    (root / "new.csv").write_text("email\n" + "".join(f"r{n}@x.example\n" for n in range(1030)))
    out = _run(root, "import", "new.csv", "--into", "staff").out
    assert out.startswith("1,030 new\n")
    assert out.endswith("  r19@x.example\n  and 1,010 more\n")


def test_an_import_that_is_broken_or_lacks_the_tag_brings_nobody(root: Path) -> None:
    (root / "new.csv").write_text("email\na@x.example\nb\n")
    refused(_run(root, "import", "new.csv", "--into", "readers", "--yes"), "new.csv:3:1")
    (root / "new.csv").write_text("email\na@x.example\n")
    refused(_run(root, "import", "new.csv", "--into", "gold", "--yes"), "give one: --tag gold")
    refused(_run(root, "import", "new.csv", "--into", "members", "--yes"), "only reads databases")
    refused(_run(root, "import", "new.xlsx", "--into", "readers"), "neither a CSV file nor a YAML")
    refused(_run(root, "import", "none.csv", "--into", "readers"), "there is no such file")
    assert _readers(root) == READERS


def test_an_export_says_who_must_not_be_mailed(root: Path) -> None:
    _run(root, "suppress", "cy@x.example")
    assert _run(root, "export", "readers", "out.csv").out == "out.csv: 3 of the list readers\n"
    assert (root / "out.csv").read_text() == (
        "address,name,status,tags\n"
        "ann@x.example,Ann,active,gold\n"
        "bo@x.example,Bo,unsubscribed,gold\n"
        "cy@x.example,Cy,suppressed,\n"
    )
    refused(_run(root, "export", "readers", "out.csv"), "out.csv is there already", "--force")
    assert _run(root, "export", "readers", "out.csv", "--force", "--mailed").status == 0
    assert (root / "out.csv").read_text().splitlines()[1:] == ["ann@x.example,Ann,active,gold"]
    assert _run(root, "export", "readers", "out.yaml").status == 0
    assert [one["status"] for one in yaml.safe_load((root / "out.yaml").read_text())] == [
        "active", "unsubscribed", "suppressed"
    ]  # fmt: skip
    refused(_run(root, "export", "readers", "out.txt2"), "neither a CSV file")
    refused(_run(root, "export", "readers", "no/out.csv"), "cannot be written")


def test_an_export_of_a_database_is_a_list_that_can_be_imported(root: Path) -> None:
    _run(root, "export", "members", "out.csv")
    ran = _run(root, "import", "out.csv", "--into", "staff", "--yes")
    assert ran.out == "1 new\n  ann@x.example\n"


def test_the_help_teaches(root: Path) -> None:
    out = _run(root, "import", "--help").out
    assert "with --yes, bring it" in out
    assert "--into readers --yes" in out


def test_lists_load_nothing_for_those_who_do_not_use_them(root: Path) -> None:
    program = (
        "import sys, nutgraf.cli.commands as c; from typer.testing import CliRunner;"
        "CliRunner().invoke(c.app, ['--help']);"
        "print({'email_validator', 'sqlite3', 'psycopg'} & set(sys.modules))"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout == b"set()\n"
