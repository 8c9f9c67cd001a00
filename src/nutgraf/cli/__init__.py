"""The command line: parses arguments, calls one use case, prints, exits."""


def main() -> None:
    """The command `nutgraf`."""
    from nutgraf.cli.commands import app  # noqa: PLC0415 - the package can be imported for free

    app(prog_name="nutgraf")
