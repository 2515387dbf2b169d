"""KnowledgeGraph: the claims of a release, and what can be asked of them.

In: a snapshot or the address of a store and, if wanted, a day. Out: answers as DataFrames, networks
as NetworkX graphs, views as HTML. What does not belong here: how any of them is made.
"""

from __future__ import annotations

import os
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from comity import resources
from comity.knowledge.answers import Profile
from comity.knowledge.exporting import Exports
from comity.knowledge.hypotheses import Hypotheses
from comity.knowledge.pathways import Rulings
from comity.knowledge.pictures import VIEW_LIMIT
from comity.knowledge.plotting import Plots
from comity.knowledge.questions import Questions
from comity.knowledge.records import EndpointRecord, SnapshotRecord
from comity.knowledge.reports import Reports
from comity.knowledge.standpoint import ALWAYS, Day, optional_day, whole_day
from comity.queries.search import search
from comity.rdf import terms
from comity.rdf.dates import Moment
from comity.rdf.namespaces import identifier
from comity.store import open_snapshot
from comity.store.connection import Connection, Credentials, is_address
from comity.tables import read_tables

if TYPE_CHECKING:
    import pandas as pd
    import rdflib
    from pyoxigraph import QuerySolutions

    from comity.queries.search import Match
    from comity.views.widget.element import Explorer


def load(
    folder: str | Path | None = None,
    *,
    as_of: Day | None = None,
    known_by: Day | None = None,
    certain: bool = False,
    in_memory: bool = False,
) -> KnowledgeGraph:
    """Return the knowledge graph of a snapshot, or of a store elsewhere.

    The first call puts the snapshot into a store on disk, which takes seconds; later calls open it
    at once. A store elsewhere is one into which `comity publish` has put a release; who asks is
    said by COMITY_STORE_USER and COMITY_STORE_PASSWORD, or by COMITY_STORE_TOKEN, where it has to
    be. It answers named queries as of any day, and texts with the mark `?claim comity:at $moment .`

    Args:
        folder: Folder of a snapshot; the one that belongs to the package unless given. Or the
            address of a store that answers SPARQL, such as `http://localhost:7878/query`.
        as_of: Day to look at, as a date or as `YYYY-MM-DD`; without it all claims are there, and
            direct triples hold for the day of the snapshot.
        known_by: Day by which a thing must have been public, written likewise; without it all that
            is known now is there.
        certain: Whether only what certainly held on the day is wanted, not all that may have.
        in_memory: Whether the store of the whole snapshot is held in memory: it takes some seconds
            to open and less than 400 MB, and answers two to three times as fast.

    Raises:
        SnapshotMissing: There is no snapshot in the folder.
        SnapshotDamaged: The snapshot does not match its manifest.
        BadAddress: The address is none, or holds a user or password.
        BadDate: `as_of` or `known_by` is not a day.
    """
    moment = Moment(optional_day(as_of), optional_day(known_by), certain)
    if isinstance(folder, str) and is_address(folder):
        from comity.store.endpoint import EndpointEngine  # noqa: PLC0415  (most never need it)

        connection = Connection(Credentials.from_environment(os.environ))
        return KnowledgeGraph(EndpointRecord(EndpointEngine(folder, connection)), moment)
    snapshot = open_snapshot(Path(folder) if folder else resources.snapshot_folder())
    return KnowledgeGraph(SnapshotRecord(snapshot, in_memory), moment)


def _words(moment: Moment) -> str:
    days = (
        ("certain as of" if moment.certain else "as of", moment.as_of),
        ("known by", moment.known_by),
    )
    return ", ".join(f"{words} {day}" for words, day in days if day)


class KnowledgeGraph(Questions, Exports, Plots, Hypotheses, Rulings, Reports):
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
        """Return a thing with all its ties, votes apart.

        Raises:
            BadIdentifier: The text is not an id.
            UnknownName: Nothing has that id.
        """
        from comity.analysis.profiles import held_claims, read_facts  # noqa: PLC0415
        from comity.analysis.ties import VOTED, finer_relations, read_nodes, read_ties  # noqa: PLC0415

        id_ = self._profiled.resolve(thing)
        store = self._profiled.store
        voted = finer_relations(VOTED)
        relations = finer_relations("tied_to")
        ties = read_ties(store, relations, about=id_)
        documents = read_ties(store, relations, about=id_, graph="documents")
        facts = read_facts(store, id_)
        if self._profiled is not self:  # the whole record was read
            held = held_claims(store, id_, self._moment)
            ties = [tie for tie in ties if tie.claim in held]
            documents = [tie for tie in documents if tie.claim in held]
            values = tuple(value for value in facts.values if value.claim in held)
            facts = replace(facts, values=values)
        ends = {end for tie in (*ties, *documents) for end in (tie.subject, tie.object)}
        nodes = read_nodes(store, ends | {id_})
        return Profile(
            node=nodes[id_],
            ties=[tie for tie in ties if tie.relation not in voted],
            labels={name: node.label for name, node in nodes.items()},
            facts=facts,
            documents=documents,
            ballots=[tie for tie in ties if tie.relation in voted],
        )

    @property
    def _profiled(self) -> KnowledgeGraph:
        """The graph whose store is read for a profile.

        A day in the world only leaves claims out, which the store of the whole record can tell; so
        no store of the day has to be made. What was known by a day needs one.
        """
        return self if self._moment.known_by else self._whole

    def explore(self, *things: str, depth: int = 1, limit: int = VIEW_LIMIT) -> Explorer:
        """Return a widget for Jupyter with what surrounds some things.

        ::

            explorer = kg.explore("mission/change-6", depth=2)
            explorer  # as the last line of a cell, shows it
            explorer.as_of = "2024-06-25"  # or move the slider
            explorer.selection = ["agency/cnes"]  # or click things
            explorer.claims  # a DataFrame of the claims about what is chosen, on the day

        It starts at the day that the graph looks at; the reader may choose any other.

        Args:
            *things: Ids of the things in the centre.
            depth: How many ties away a thing may be.
            limit: How many things are drawn at most, the nearest first.

        Raises:
            BadIdentifier: A text is not an id.
            UnknownName: Nothing has one of the ids.
            BadNumber: Depth or limit is out of range.
            CertainInWidget: The graph looks only at what certainly held.
            MissingPart: anywidget is not installed (`comity[widget]`), or the front end not built.
        """
        from comity.knowledge.exploring import explorer  # noqa: PLC0415  (an extra)

        return explorer(self, things, depth=depth, limit=limit)

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
