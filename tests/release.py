"""The release in the working tree, as statements; read once a process.

In: the snapshot that `scripts/test` builds. Out: its quads. What does not belong here: stores.
"""

from __future__ import annotations

from functools import cache

import pyoxigraph as ox

from comity import resources
from comity.store import open_snapshot


@cache
def released() -> tuple[ox.Quad, ...]:
    """Return the quads of the release."""
    content = open_snapshot(resources.snapshot_folder()).read()
    return tuple(ox.parse(content, format=ox.RdfFormat.N_QUADS))
