"""Stores: the snapshot on disk, and the Oxigraph store that is opened from it.

In: the quads of a release. Out: a snapshot (compressed N-Quads and a manifest), and read-only
stores cached by the snapshot's hash. What does not belong here: queries and what they mean.
"""

from comity.store.cache import has_store, open_store
from comity.store.snapshot import Manifest, Snapshot, open_snapshot, write_snapshot

__all__ = ["Manifest", "Snapshot", "has_store", "open_snapshot", "open_store", "write_snapshot"]
