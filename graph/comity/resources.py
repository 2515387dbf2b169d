"""Where packaged tables, ontology and snapshot are, and which version this is.

In: nothing. Out: paths and a number. A wheel carries the ontology inside the package; a checkout or
an unpacked source distribution has it beside the package, at the top. Both places are looked up in
that order. What does not belong here: reading any of the files.
"""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from comity.errors import Unreadable

PACKAGE = Path(__file__).parent

try:
    VERSION = version("comity")
except PackageNotFoundError:  # used from a source tree that was not installed
    VERSION = "0+unknown"


def tables_folder() -> Path:
    """Return the folder of the curated tables."""
    return PACKAGE / "tables" / "data"


def ontology_folder() -> Path:
    """Return the folder of the ontology, shapes, rules and named queries.

    Raises:
        Unreadable: Neither the wheel's nor the checkout's folder exists.
    """
    places = (PACKAGE / "_ontology", PACKAGE.parent.parent / "ontology")
    for place in places:
        if (place / "comity.ttl").is_file():
            return place
    raise Unreadable(places[-1], "the ontology is missing; reinstall the package")


def snapshot_folder() -> Path:
    """Return the folder of the snapshot that belongs to the package; it may not exist yet."""
    return PACKAGE / "_snapshot"
