"""What is asked of the graph as a whole: what changed, what connects, why, and what is missing.

In: a graph, and days, ids or an older release. Out: DataFrames, chains and explanations. What does
not belong here: how they are found (`comity.analysis`).
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comity.knowledge.standpoint import Day, Standpoint, whole_day
from comity.rdf.dates import Moment
from comity.store import open_snapshot

if TYPE_CHECKING:
    import pandas as pd

    from comity.analysis.chains import Chain
    from comity.analysis.changes import Change
    from comity.analysis.coverage import Section
    from comity.analysis.explanations import Explanation
    from comity.analysis.releases import Difference


class Reports(Standpoint):
    """The reports of a knowledge graph."""

    def changes(self, since: Day, until: Day, *, known: bool = False) -> list[Change]:
        """Return what changed after one day and until another; see `diff`."""
        from comity.analysis.changes import became_known, changes  # noqa: PLC0415

        first, last = whole_day(since), whole_day(until)
        store = self.at(Moment(known_by=self._moment.known_by)).store
        if known:
            return became_known(store, first, last)
        return changes(store, first, last, today=self.today)

    def diff(self, since: Day, until: Day, *, known: bool = False) -> pd.DataFrame:
        """Return what changed after one day and until another, that day included.

        Contradicted, outdated and disputed claims are left out, and so are single votes. A graph
        that is known by a day shows the changes that were public by then.

        Args:
            since: One day, as a date or as `YYYY-MM-DD`.
            until: The other; the later of both is the last.
            known: Whether what became public between the days is wanted, whenever it held.

        Returns:
            Columns `group`, `date`, `what` (began, ended, happened or known), `words`, `id`,
            `subject`, `relation`, `object` and `verdict`, all texts.

        Raises:
            BadDate: A day is not YYYY-MM-DD.
        """
        from comity.analysis.changes import Change  # noqa: PLC0415

        return _frame(Change, self.changes(since, until, known=known))

    def differences(self, older: str | Path | Reports) -> list[Difference]:
        """Return what changed from an older release to this one; see `release_diff`."""
        from comity.analysis.releases import differences  # noqa: PLC0415

        before = older.snapshot if isinstance(older, Reports) else open_snapshot(Path(older))
        return differences(before, self.snapshot)

    def release_diff(self, older: str | Path | Reports) -> pd.DataFrame:
        """Return what changed from an older release of the data to this one.

        Args:
            older: Folder of the older snapshot, or its knowledge graph.

        Returns:
            Columns `kind` (thing, claim, vote or source), `what` (added, removed or changed),
            `id`, `words`, `field`, `before` and `after`, all texts.

        Raises:
            SnapshotMissing: There is no snapshot in the folder.
            SnapshotDamaged: A snapshot does not match its manifest.
        """
        from comity.analysis.releases import Difference  # noqa: PLC0415

        return _frame(Difference, self.differences(older))

    def why(self, first: str, last: str, *, limit: int = 3) -> list[Chain]:
        """Return how two things are connected: the shortest chains of claims, the best first.

        ::

            for chain in kg.why("agency/nasa", "agency/cnsa"):
                print(chain)

        Args:
            first: Id of one thing.
            last: Id of the other.
            limit: How many chains at most.

        Raises:
            BadIdentifier: A text is not an id.
            UnknownName: Nothing has one of the ids.
        """
        from comity.analysis.chains import chains  # noqa: PLC0415  (networkx is slow to import)

        return chains(self.store, self.resolve(first), self.resolve(last), limit=limit)

    def explain(self, claim: str) -> Explanation:
        """Return why a claim has its verdict, and what each source says for or against it.

        Args:
            claim: Id of a claim, with or without `claim/`.

        Raises:
            BadIdentifier: The text is not an id of a claim.
            UnknownName: There is no such claim; the nearest are offered.
        """
        from comity.analysis.explanations import claim_id, explain  # noqa: PLC0415

        return explain(self.store, claim_id(self.store, claim))

    def coverage_sections(self) -> dict[str, Section]:
        """Return what is missing from the record, by section; see `coverage`."""
        from comity.analysis.coverage import coverage  # noqa: PLC0415

        return coverage(self.store)

    def coverage(self) -> dict[str, pd.DataFrame]:
        """Return what is missing from the record.

        Returns:
            DataFrames by name: counts `totals`, `kinds`, `relations`, `decades`, `years` and
            `regions`; the age of `lists`; and the things and claims that are `untied`, `recalled`,
            `undated`, `one-source` or `no-wikidata`, one a row.
        """
        import pandas as pd  # noqa: PLC0415  (pandas is slow to import)

        return {
            name: pd.DataFrame(list(section.rows), columns=list(section.columns))
            for name, section in self.coverage_sections().items()
        }


def _frame(kind: Any, found: list[Any]) -> pd.DataFrame:
    import pandas as pd  # noqa: PLC0415  (pandas is slow to import)

    columns = list(kind.__dataclass_fields__)
    return pd.DataFrame([asdict(each) for each in found], columns=columns).astype("str")
