"""Where a record is held, and how a store of it is had.

In: a snapshot. Out: its manifest, and a store for any moment. What does not belong here: questions.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from comity import pipeline

if TYPE_CHECKING:
    from comity.rdf.dates import Moment
    from comity.rdf.engine import Engine
    from comity.store import Manifest, Snapshot


class Record(Protocol):
    """The record of a release, wherever it is held."""

    @property
    def manifest(self) -> Manifest:
        """What the release holds."""
        ...

    @property
    def snapshot(self) -> Snapshot:
        """The snapshot on disk."""
        ...

    def engine(self, moment: Moment) -> Engine:
        """Return a store of what a moment shows."""
        ...

    def is_prepared(self, moment: Moment) -> bool:
        """Tell whether the store of a moment is had at once."""
        ...


@dataclass(slots=True)
class SnapshotRecord:
    """A record that is held as a snapshot on disk.

    Attributes:
        snapshot: The snapshot.
        in_memory: Whether the store of the whole snapshot is held in memory.
    """

    snapshot: Snapshot
    in_memory: bool = False
    _held: Engine | None = field(default=None, repr=False)

    @property
    def manifest(self) -> Manifest:
        """What the snapshot holds."""
        return self.snapshot.manifest

    def engine(self, moment: Moment) -> Engine:
        """Return a store of what a moment shows, made when it is first asked for.

        Raises:
            SnapshotDamaged: The snapshot is not what its manifest says.
        """
        if not self.in_memory or moment != pipeline.ALWAYS:
            return pipeline.open_graph(self.snapshot, moment)
        if self._held is None:
            self._held = pipeline.hold_graph(self.snapshot)
        return self._held

    def is_prepared(self, moment: Moment) -> bool:
        """Tell whether the store of a moment is had at once."""
        if self.in_memory and moment == pipeline.ALWAYS:
            return self._held is not None
        return pipeline.is_prepared(self.snapshot, moment)
