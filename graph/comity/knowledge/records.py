"""Where a record is held, and how a store of it is had.

In: a snapshot, or the address of a store. Out: its manifest, and a store for any moment. What does
not belong here: questions.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from comity import pipeline
from comity.errors import NeedsSnapshot
from comity.rdf.dates import Moment

if TYPE_CHECKING:
    from comity.rdf.engine import Engine
    from comity.store import Manifest, Snapshot
    from comity.store.endpoint import EndpointEngine


class Record(Protocol):
    """The record of a release, wherever it is held."""

    @property
    def manifest(self) -> Manifest:
        """What the release holds."""
        ...

    @property
    def snapshot(self) -> Snapshot:
        """The snapshot on disk.

        Raises:
            NeedsSnapshot: The record is held elsewhere.
        """
        ...

    @property
    def product(self) -> str:
        """Which product answers, where that matters; else nothing."""
        ...

    @property
    def here(self) -> Record:
        """The same record, of which questions in SPARQL are evaluated here."""
        ...

    def engine(self, moment: Moment) -> Engine:
        """Return a store of what a moment shows.

        Raises:
            NeedsSnapshot: The record is held where no such store can be made.
        """
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

    @property
    def product(self) -> str:
        """Nothing: the package's own engine answers."""
        return ""

    @property
    def here(self) -> SnapshotRecord:
        """Itself: all is evaluated here."""
        return self

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


@dataclass(frozen=True, slots=True)
class EndpointRecord:
    """A record that is held in a store elsewhere, as a whole.

    Questions about a day are asked there by the text of the query alone
    (`ontology/decisions/0010`). Direct triples of another day, and verdicts by what was known by
    one, would have to be made there, so they need the snapshot.
    """

    whole: EndpointEngine

    @property
    def manifest(self) -> Manifest:
        """What the release there holds.

        Raises:
            NotAComityStore: No release is published there.
        """
        return self.whole.manifest

    @property
    def snapshot(self) -> Snapshot:
        """Nothing: there is no snapshot on disk.

        Raises:
            NeedsSnapshot: Always.
        """
        raise NeedsSnapshot("a comparison of releases")

    @property
    def product(self) -> str:
        """The product that answers there, such as Virtuoso."""
        return self.whole.product

    @property
    def here(self) -> EndpointRecord:
        """The same record, of which the store there only gives the statements that are touched."""
        return EndpointRecord(self.whole.here)

    def engine(self, moment: Moment) -> Engine:
        """Return the store itself, which shows all that is known of all times.

        Raises:
            NeedsSnapshot: The moment shows less than all.
        """
        if moment.known_by:
            raise NeedsSnapshot("what was known by a day")
        if moment != Moment():
            raise NeedsSnapshot(
                "this as of a day",
                "ask a named query, write `?claim comity:at $moment .` where your text asks of "
                "claims",
            )
        return self.whole

    def is_prepared(self, moment: Moment) -> bool:
        """Tell whether the store of a moment is had at once: that of all times is."""
        return moment == Moment()
