"""The command line: parses arguments, calls one use case, prints, exits."""


def main() -> None:
    """The command `nutgraf`."""
    import gc  # noqa: PLC0415 - the package can be imported for free

    # What is read of sources is kept to the end: looking through it for garbage finds none.
    gc.set_threshold(50_000, 20, 50)
    from nutgraf.cli.commands import app  # noqa: PLC0415

    app(prog_name="nutgraf")
