#!/usr/bin/env python3
"""Print the back-test of the record into docs/forecast.md, or check that it is there.

    python scripts/document_forecast.py [--check]

The table in the documentation is what `comity network forecast --back-test` prints in 80 columns;
run this after the tables have changed.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
from pathlib import Path

from comity.cli.main import main as comity
from generated import bring_up_to_date, wants_check

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
    check = wants_check(__doc__)
    table = printed()
    after, count = BLOCK.subn(lambda _: table, DOCUMENT.read_text(encoding="utf-8"))
    if count != 1:
        print(f"{DOCUMENT}: one block with the table is expected, {count} are there")
        return 3
    return bring_up_to_date(DOCUMENT, after, check=check)


if __name__ == "__main__":
    sys.exit(main())
