"""The release that the tables stand for.

In: `release.toml` beside the tables. Out: the day for which the snapshot's direct triples hold.
What does not belong here: the version of the package.
"""

from __future__ import annotations

import tomllib
from datetime import date
from typing import TYPE_CHECKING

from comity.errors import Unreadable
from comity.tables.reading import read_text

if TYPE_CHECKING:
    from pathlib import Path


def release_day(folder: Path) -> date:
    """Return the day of the release.

    Raises:
        Unreadable: `release.toml` is missing or has no `date = YYYY-MM-DD`.
    """
    path = folder / "release.toml"
    try:
        day = tomllib.loads(read_text(path)).get("date")
    except tomllib.TOMLDecodeError as problem:
        raise Unreadable(path, str(problem)) from problem
    if type(day) is not date:
        raise Unreadable(path, "needs a line `date = YYYY-MM-DD`")
    return day
