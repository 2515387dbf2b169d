#!/usr/bin/env python3
"""Print the back-test of the record into docs/forecast.md, or check that it is there.

    python scripts/document_forecast.py [--check]

The table in the documentation is what `comity network forecast --back-test` prints in 80 columns;
run this after the tables have changed.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import re
import sys
from pathlib import Path

from comity.cli.main import main as comity
from comity.files import write_atomically

DOCUMENT = Path(__file__).parents[1] / "docs" / "forecast.md"
BLOCK = re.compile(r"(?<=```\n)Artemis Accords: forecasts a year ahead.*?(?=```)", re.DOTALL)


def printed() -> str:
    """Return what the command prints."""
    os.environ["COLUMNS"] = "80"
    with contextlib.redirect_stdout(io.StringIO()) as out:
        comity(["network", "forecast", "--back-test"])
    return out.getvalue().rstrip() + "\n"


def main() -> int:
    """Write the document, or compare it, and return an exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--check", action="store_true", help="change nothing; 1 if it differs")
    check = parser.parse_args().check
    before = DOCUMENT.read_text(encoding="utf-8")
    table = printed()
    after, count = BLOCK.subn(lambda _: table, before)
    if count != 1:
        sys.exit(f"{DOCUMENT}: one block with the table is expected, {count} are there")
    if before != after and check:
        print(f"{DOCUMENT.name}: the table is not that of the record; run {Path(__file__).name}")
        return 1
    if before != after:
        write_atomically(DOCUMENT, after.encode("utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
