"""KnowledgeGraph: the claims of a snapshot, and what can be asked of them.

In: a snapshot and, if wanted, a day. Out: answers as DataFrames, networks as NetworkX graphs, views
as HTML. What does not belong here: how any of them is made.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, cast

from comity import resources
from comity.knowledge.answers import Profile
from comity.knowledge.blocs import Blocs
from comity.knowledge.bridges import Bridges
from comity.knowledge.forecasts import Forecasts
from comity.knowledge.pictures import Pictures
from comity.knowledge.questions import Questions
from comity.knowledge.records import SnapshotRecord
from comity.knowledge.reports import Reports
from comity.knowledge.signs import Signs
from comity.knowledge.standpoint import ALWAYS, Day, optional_day, whole_day
from comity.queries.search import search
from comity.rdf import terms
from comity.rdf.dates import Moment
from comity.rdf.namespaces import identifier
from comity.store import open_snapshot
from comity.tables import read_tables

if TYPE_CHECKING:
    import pandas as pd
    import rdflib
    from pyoxigraph import QuerySolutions

    from comity.queries.search import Match


def load(
    folder: str | Path | None = None,
    *,
    as_of: Day | None = None,
    known_by: Day | None = None,
    certain: bool = False,
) -> KnowledgeGraph:
    """Return the knowledge graph of a snapshot.

    The first call puts the snapshot into a store on disk, which takes seconds; later calls open it
    at once.

    Args:
        folder: Folder of a snapshot; the one that belongs to the package unless given.
        as_of: Day to look at, as a date or as `YYYY-MM-DD`; without it all claims are there, and
            direct triples hold for the day of the snapshot.
        known_by: Day by which a thing must have been public, written likewise; without it all that
            is known now is there.
        certain: Whether only what certainly held on the day is wanted, not all that may have.

    Raises:
        SnapshotMissing: There is no snapshot in the folder.
        SnapshotDamaged: The snapshot does not match its manifest.
        BadDate: `as_of` or `known_by` is not a day.
    """
    snapshot = open_snapshot(Path(folder) if folder else resources.snapshot_folder())
    moment = Moment(optional_day(as_of), optional_day(known_by), certain)
    return KnowledgeGraph(SnapshotRecord(snapshot), moment)


def _words(moment: Moment) -> str:
    days = (
        ("certain as of" if moment.certain else "as of", moment.as_of),
        ("known by", moment.known_by),
    )
    return ", ".join(f"{words} {day}" for words, day in days if day)


class KnowledgeGraph(Questions, Pictures, Blocs, Bridges, Signs, Forecasts, Reports):
    """The claims of a snapshot, all of them or those of a day.

    ::

        kg = comity.load()
        kg.as_of("2023-10-02").ask("artemis-signatories")
    """

    def find(self, words: str, *, kind: str | None = None, limit: int = 20) -> list[Match]:
        """Return the things that some words may mean, the best first."""
        return search(self.store, words, kind=kind, limit=limit)

    def search(self, words: str, *, kind: str | None = None, limit: int = 20) -> pd.DataFrame:
        """Return the things that some words may mean, the best first, as a DataFrame.

        Returns:
            Columns `id`, `kind`, `label` and `matched`, the name that matched if not the label.
        """
        import pandas as pd  # noqa: PLC0415  (pandas is slow to import)

        columns = ["id", "kind", "label", "matched"]
        found = [asdict(match) for match in self.find(words, kind=kind, limit=limit)]
        return pd.DataFrame(found, columns=columns).astype("str")

    def profile(self, thing: str) -> Profile:
        """Return a thing with all its ties but votes.

        Raises:
            BadIdentifier: The text is not an id.
            UnknownName: Nothing has that id.
        """
        from comity.analysis.profiles import read_facts  # noqa: PLC0415
        from comity.analysis.ties import VOTED, finer_relations, read_nodes, read_ties  # noqa: PLC0415

        id_ = self.resolve(thing)
        voted = finer_relations(VOTED)
        relations = finer_relations("tied_to")
        ties = read_ties(self.store, relations, about=id_)
        documents = read_ties(self.store, relations, about=id_, graph="documents")
        ends = {end for tie in (*ties, *documents) for end in (tie.subject, tie.object)}
        nodes = read_nodes(self.store, ends | {id_})
        return Profile(
            node=nodes[id_],
            ties=[tie for tie in ties if tie.relation not in voted],
            labels={name: node.label for name, node in nodes.items()},
            votes=sum(tie.relation in voted for tie in ties),
            facts=read_facts(self.store, id_),
            documents=documents,
        )

    def state_on(self, nation: str, day: Day) -> str | None:
        """Return the id that stood for a nation's state, or its seat, on a day.

        Seats hold whatever day the graph looks at: `kg.state_on("nation/rus", "1980-01-01")` is
        `nation/sun`. None means that no id stood for it: the state had dissolved, or another
        government spoke for the seat, see `ontology/decisions/0007`.

        Raises:
            BadDate: The day is not YYYY-MM-DD.
            BadIdentifier: The text is not an id.
            UnknownName: Nothing has that id.
        """
        values = {"nation": nation, "day": str(whole_day(day))}
        rows = list(cast("QuerySolutions", self.results(self.named_sparql("state-on", values))))
        return identifier(rows[0]["state"]) if rows else None

    def published_totals(self) -> pd.DataFrame:
        """Return totals that others published, each beside what the graph gives.

        Returns:
            Columns `id`, `question`, `as_of`, `value` (as published), `found`, `tolerance`,
            `holds`, `definition` and `source`.
        """
        import pandas as pd  # noqa: PLC0415  (pandas is slow to import)

        from comity.analysis.totals import compare  # noqa: PLC0415

        whole = self.at(ALWAYS)
        rows = read_tables(resources.tables_folder()).published_totals
        return pd.DataFrame([asdict(each) for each in compare(whole.store, rows)])

    def to_rdflib(self) -> rdflib.Dataset:
        """Return the statements as an rdflib Dataset, without RDF 1.2 reifiers.

        This takes about a minute for the whole snapshot, for rdflib is slow to fill.
        """
        from comity.rdf.bridge import to_rdflib  # noqa: PLC0415  (rdflib is slow to import)

        return to_rdflib(
            quad
            for quad in self.store.quads_for_pattern(None, None, None)
            if quad.predicate != terms.REIFIES
        )

    def __repr__(self) -> str:
        day = self.manifest.date
        if self._moment != ALWAYS:
            return f"<KnowledgeGraph {_words(self._moment)}, from the snapshot of {day}>"
        counts = self.manifest.counts
        return (
            f"<KnowledgeGraph of {day}: {counts['entities']:,} things, {counts['claims']:,} claims>"
        )
