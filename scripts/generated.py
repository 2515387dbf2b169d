"""Files that scripts write from others, and check against them.

In: the path of a file, and the text that it should have. Out: the file, or the difference; an exit
code. What does not belong here: where the text comes from.
"""

from __future__ import annotations

import argparse
import difflib
from typing import TYPE_CHECKING

from comity.files import write_atomically

if TYPE_CHECKING:
    from pathlib import Path


def wants_check(words: str | None) -> bool:
    """Return whether `--check` was given; nothing is to be written then."""
    parser = argparse.ArgumentParser(description=(words or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; 1 if out of date")
    check: bool = parser.parse_args().check
    return check


def bring_up_to_date(path: Path, new: str, *, check: bool) -> int:
    """Write a text to its file if that has another, or show the difference; return an exit code.

    Raises:
        OSError: The file cannot be read.
        WriteFailed: It could not be written; what was there before is unchanged.
    """
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    if new == old:
        return 0
    if check:
        names = (path.name, f"{path.name} (as it should be)")
        lines = difflib.unified_diff(old.splitlines(), new.splitlines(), *names, lineterm="")
        print("\n".join(lines))
        return 1
    write_atomically(path, new.encode("utf-8"))
    return 0
