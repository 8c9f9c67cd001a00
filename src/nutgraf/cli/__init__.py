"""The command line: parses arguments, calls one use case, prints, exits."""


def main() -> None:
    """The command `nutgraf`."""
    import gc  # noqa: PLC0415 - the package can be imported for free
    import sys  # noqa: PLC0415

    # What is read of sources is kept to the end: looking through it for garbage finds none.
    gc.set_threshold(50_000, 20, 50)
    from nutgraf.cli.commands import app  # noqa: PLC0415
    from nutgraf.cli.narrowing import narrow  # noqa: PLC0415

    narrow(app, sys.argv[1:])
    if sys.argv[1:] and not sys.argv[1].startswith("-"):
        from nutgraf.app.kept_compiled import keep_compiled  # noqa: PLC0415

        keep_compiled()
    app(prog_name="nutgraf")
