#!/usr/bin/env python3
"""Draw the picture that the documentation shows, or check that it says what the record says.

    python scripts/draw_pictures.py [--check]

Run this after the tables have changed; the study behind it takes some seconds. The check compares
the words in the picture, not its bytes: another version of matplotlib may place them elsewhere.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import comity
from comity.files import write_atomically
from generated import wants_check

PICTURE = Path(__file__).parents[1] / "docs" / "pictures" / "bloc-timeline.svg"
YEARS = (2015, 2024)
_WORDS = re.compile(r"<(?:text|title|desc)\b[^>]*>([^<]*)</")


def words(svg: str) -> list[str]:
    """Return all words that a picture shows or speaks."""
    return _WORDS.findall(svg)


def main() -> int:
    """Draw the picture, or compare it, and return an exit code."""
    check = wants_check(__doc__)
    drawn = comity.load().picture("bloc-timeline", years=YEARS).svg()
    before = PICTURE.read_text(encoding="utf-8") if PICTURE.exists() else ""
    if words(before) == words(drawn.decode("utf-8")):
        return 0
    if check:
        print(f"{PICTURE}: says other than the record; run scripts/draw_pictures.py")
        return 1
    write_atomically(PICTURE, drawn)
    return 0


if __name__ == "__main__":
    sys.exit(main())
