"""Folders for what tests fetch or make once, never committed.

In: a name that says what is wanted and in which version. Out: a folder that holds it, whole. What
does not belong here: where things come from.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

if TYPE_CHECKING:
    from collections.abc import Callable


def test_cache() -> Path:
    """Return `$COMITY_TEST_CACHE`, or a folder in the user's cache folder."""
    chosen = os.environ.get("COMITY_TEST_CACHE")
    folder = Path(chosen or platformdirs.user_cache_dir("comity-tests", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def kept(name: str, fill: Callable[[Path], None]) -> Path:
    """Return the folder `name` of the test cache, for test data and programs of other projects."""
    return once(test_cache(), name, fill)


def once(place: Path, name: str, fill: Callable[[Path], None]) -> Path:
    """Return the folder `name` of a place, which `fill` puts the content into, once.

    It is filled under another name and then renamed, so half of it is never seen; other test
    processes wait meanwhile. An error of `fill` leaves nothing behind.
    """
    folder = place / name
    with (place / f".{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if folder.is_dir():
            return folder
        temporary = Path(tempfile.mkdtemp(prefix=f".{name}-", dir=place))
        try:
            fill(temporary)
            temporary.rename(folder)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)
    return folder
