"""What tests of terminal pages share: a narrow terminal, and `comity network` run in it."""

from __future__ import annotations

from comity.cli.main import main


def run_network(*arguments: str) -> int:
    """Run `comity network …`; return its exit code."""
    try:
        main(["network", *arguments])
    except SystemExit as leaving:
        return int(leaving.code or 0)
    return 0


def is_narrow(text: str) -> bool:
    """Tell whether a text fits 80 columns."""
    return all(len(line) <= 80 for line in text.splitlines())
