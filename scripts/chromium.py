"""Chromium for scripts that open a page.

In: the surroundings. Out: the path of a browser. What does not belong here: installing one, which
the tests do (`tests/browser.py`).
"""

from __future__ import annotations

import os
import shutil
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium_path() -> str:
    """Return the path of a Chromium: `COMITY_CHROMIUM` if it is set, else one from PATH.

    Leaves the program, saying what to do, when there is none.
    """
    path = os.environ.get("COMITY_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        sys.exit("error: Chromium is missing: install it or name it in COMITY_CHROMIUM")
    return path
