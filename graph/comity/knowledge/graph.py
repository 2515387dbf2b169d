"""KnowledgeGraph: the claims of a snapshot, and what can be asked of them.

In: a snapshot and, if wanted, a day. Out: answers as DataFrames, networks as NetworkX graphs, views
as HTML. What does not belong here: how any of them is made.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from comity import pipeline, resources
from comity.errors import BadIdentifier, BadNumber
from comity.knowledge.answers import Profile, View
from comity.knowledge.naming import expect_source, resolve
from comity.knowledge.reports import Day, Reports, whole_day
from comity.queries.evaluation import evaluate
from comity.queries.filtering import ClaimFilter
from comity.queries.moments import at_moment, has_marks
from comity.queries.named import named_query
from comity.queries.search import search
from comity.rdf import terms
from comity.rdf.dates import Moment
from comity.rdf.namespaces import identifier
from comity.store import Snapshot, open_snapshot
from comity.tables import read_tables

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx
    import pandas as pd
    import rdflib
    from pyoxigraph import QuerySolutions, Store

    from comity.queries.evaluation import Results
    from comity.queries.search import Match

VIEW_LIMIT = 120


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
    return KnowledgeGraph(snapshot, Moment(_whole_day(as_of), _whole_day(known_by), certain))


def _whole_day(day: Day | None) -> date | None:
    return None if day is None else whole_day(day)


def _words(moment: Moment) -> str:
    days = (
        ("certain as of" if moment.certain else "as of", moment.as_of),
        ("known by", moment.known_by),
    )
    return ", ".join(f"{words} {day}" for words, day in days if day)


def _subtitle(depth: int, moment: Moment, unlisted: Mapping[str, int]) -> str:
    left_out = ", ".join(
        ("votes", *(f"{count:,} {kind}s" for kind, count in sorted(unlisted.items())))
    )
    return ", ".join(
        (
            f"Ties up to {depth} step{'' if depth == 1 else 's'} away",
            *(() if moment.as_of else ("ended ones included",)),
            *(("only what certainly held",) if moment.certain else ()),
            *((f"only what was public by {moment.known_by}",) if moment.known_by else ()),
            f"{left_out} left out",
        )
    )


class KnowledgeGraph(Reports):
    """The claims of a snapshot, all of them or those of a day.

    ::

        kg = comity.load()
        kg.as_of("2023-10-02").ask("artemis-signatories")
    """

    def __init__(
        self,
        snapshot: Snapshot,
        moment: Moment = pipeline.ALWAYS,
        whole: KnowledgeGraph | None = None,
    ) -> None:
        self._snapshot = snapshot
        self._moment = moment
        self._store: Store | None = None
        if moment == pipeline.ALWAYS:
            self._whole = self
        else:
            self._whole = whole or KnowledgeGraph(snapshot)

    @property
    def store(self) -> Store:
        """The read-only Oxigraph store; opened when first used."""
        if self._store is None:
            self._store = pipeline.open_graph(self._snapshot, self._moment)
        return self._store

    @property
    def snapshot(self) -> Snapshot:
        """The snapshot and its manifest."""
        return self._snapshot

    @property
    def day(self) -> date:
        """The day looked at: the one chosen by `as_of`, else the day of the snapshot."""
        return self._moment.as_of or date.fromisoformat(self._snapshot.manifest.date)

    def at(self, moment: Moment) -> KnowledgeGraph:
        """Return the graph as it looks from a moment."""
        return KnowledgeGraph(self._snapshot, moment, self._whole)

    def as_of(self, day: Day | None, *, certain: bool = False) -> KnowledgeGraph:
        """Return the graph as it stood on a day; None gives all claims again.

        Args:
            day: The day, as a date or as `YYYY-MM-DD`.
            certain: Show only what certainly held on the day. By default, what the record does not
                exclude is shown: a claim dated only 2024 from 2024-01-01, and certain from
                2024-12-31.

        Raises:
            BadDate: The text is not YYYY-MM-DD.
        """
        return self.at(Moment(_whole_day(day), self._moment.known_by, certain))

    def known_by(self, day: Day | None) -> KnowledgeGraph:
        """Return the graph of what was public by a day; None gives all that is known again.

        Left out are claims, attestations and sources that were not certainly public by then.
        Verdicts rest on the sources that are left.

        Raises:
            BadDate: The text is not YYYY-MM-DD.
        """
        return self.at(replace(self._moment, known_by=_whole_day(day)))

    def query(self, text: str, *, as_of: Day | None = None, ids: bool = False) -> pd.DataFrame:
        """Return the answer to a SPARQL query as a DataFrame.

        Args:
            text: SPARQL 1.1, or 1.2 with annotations; the usual prefixes are declared.
            as_of: Day to look at, for this query only.
            ids: Whether Comity's IRIs are shortened to ids such as `nation/chn`.

        Returns:
            One column a variable, see `comity.queries.frames.to_frame`.

        Raises:
            QuerySyntax: The text is not SPARQL.
            QueryRefused: The text is unsafe or reaches out to other servers.
        """
        from comity.queries.frames import to_frame  # noqa: PLC0415  (pandas is slow to import)

        graph = self.as_of(as_of, certain=self._moment.certain) if as_of else self
        return to_frame(graph.results(text), ids=ids)

    def ask(
        self, name: str, *, as_of: Day | None = None, ids: bool = False, **parameters: str
    ) -> pd.DataFrame:
        """Return the answer to a named query as a DataFrame; options as for `query`.

        Raises:
            UnknownName: There is no query of that name, or no thing of that id.
            BadParameter: A parameter is missing, unknown or of the wrong type.
        """
        graph = self.as_of(as_of, certain=self._moment.certain) if as_of else self
        answering, text = graph.question(name, parameters)
        return answering.query(text, ids=ids)

    def question(self, name: str, parameters: Mapping[str, str]) -> tuple[KnowledgeGraph, str]:
        """Return the graph that answers a named query, and its SPARQL text.

        A query that carries its moment in its text is answered by the whole graph. Others need the
        graph of the moment, which takes seconds to make, and so does whatever is asked about what
        was known by a day, for whose verdicts the sources are weighed again.

        Raises:
            UnknownName: There is no query of that name, or no thing of that id.
            BadParameter: A parameter is missing, unknown or of the wrong type.
        """
        text = self.named_sparql(name, parameters)
        by_text = named_query(name).carries_moment and self._moment.known_by is None
        return (self._whole if by_text else self), text

    def named_sparql(self, name: str, parameters: Mapping[str, str]) -> str:
        """Return the SPARQL text of a named query for given parameters and this moment.

        Raises:
            UnknownName: There is no query of that name, or no thing of that id.
            BadParameter: A parameter is missing, unknown or of the wrong type.
        """
        query = named_query(name)
        values = dict(parameters)
        for parameter in query.parameters:
            if parameter.is_entity and parameter.name in values:
                values[parameter.name] = self._whole.resolve(values[parameter.name])
        today = date.fromisoformat(self._snapshot.manifest.date)
        return query.sparql(values, self._moment, today)

    def results(self, text: str) -> Results:
        """Return the engine's own results of a SPARQL query.

        A text with marks (see `comity.queries.moments`) is asked of the whole graph, for the
        moment of this one, unless that says by when a thing was known.

        Raises:
            QuerySyntax: The text is not SPARQL.
            QueryRefused: The text is unsafe or reaches out to other servers.
        """
        graph, text = self.addressed(text)
        return evaluate(graph.store, text)

    def addressed(self, text: str) -> tuple[KnowledgeGraph, str]:
        """Return the graph that answers a SPARQL query, and the text with its marks replaced.

        Raises:
            QuerySyntax: A mark stands before what binds its variable.
        """
        if not has_marks(text):
            return self, text
        today = date.fromisoformat(self._snapshot.manifest.date)
        graph = self if self._moment.known_by else self._whole
        return graph, at_moment(text, self._moment, today)

    def resolve(self, text: str) -> str:
        """Return the id under which a thing stands today; merged ids are followed.

        Args:
            text: An id, or the same thing as an IRI or with a prefix (`nation:chn`).

        Raises:
            BadIdentifier: The text is not an id of a thing.
            UnknownName: Nothing has that id; the nearest ids are offered.
        """
        return resolve(self.store, text)

    def claims(
        self,
        *,
        as_of: Day | None = None,
        ids: bool = False,
        subject: str | None = None,
        predicate: str | None = None,
        object: str | None = None,  # noqa: A002  (the word of RDF)
        source: str | None = None,
        verdict: str | None = None,
        votes: bool = False,
    ) -> pd.DataFrame:
        """Return the claims that fit some filters, as a DataFrame.

        Args:
            as_of: Day to look at, for this question only.
            ids: Whether IRIs are shortened to ids.
            subject: Id of the subject.
            predicate: Name of a relation; finer relations count too.
            object: Id of the object.
            source: Slug of a source that attests the claim.
            verdict: A verdict.
            votes: Whether votes are wanted too.

        Returns:
            Columns `claim`, `subject`, `subject_name`, `relation`, `object`, `object_name`,
            `since`, `until`, `verdict`, `confidence` and `sources`, their number.

        Raises:
            BadIdentifier: An id is malformed.
            UnknownName: There is no such thing, relation or verdict.
        """
        wanted = ClaimFilter(subject, predicate, object, source, verdict, votes)
        return self.query(self.claims_sparql(wanted), as_of=as_of, ids=ids)

    def claims_sparql(self, wanted: ClaimFilter) -> str:
        """Return the SPARQL text behind `claims`; errors are the same."""
        if wanted.source:
            expect_source(self.store, wanted.source)
        subject = self.resolve(wanted.subject) if wanted.subject else None
        object_ = self.resolve(wanted.object) if wanted.object else None
        return replace(wanted, subject=subject, object=object_).sparql()

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
        values = {"nation": nation, "day": str(_whole_day(day))}
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

        whole = self.at(pipeline.ALWAYS)
        rows = read_tables(resources.tables_folder()).published_totals
        return pd.DataFrame([asdict(each) for each in compare(whole.store, rows)])

    def network(self, kind: str = "all", *, as_of: Day | None = None) -> nx.MultiDiGraph[str]:
        """Return a named network, see `comity.analysis.networks`.

        Raises:
            UnknownName: There is no network of that name.
        """
        from comity.analysis import network  # noqa: PLC0415  (networkx is slow to import)

        graph = self.as_of(as_of, certain=self._moment.certain) if as_of else self
        found = network(graph.store, kind)
        found.graph["as_of"] = graph.day.isoformat()
        return found

    def view(
        self,
        *things: str,
        depth: int = 1,
        as_of: Day | None = None,
        limit: int = VIEW_LIMIT,
    ) -> View:
        """Return an interactive page of what surrounds some things.

        Args:
            *things: Ids of the things in the centre.
            depth: How many ties away a thing may be.
            as_of: Day to look at; without it, ended ties are there too, dashed.
            limit: How many things are drawn at most, the nearest first.

        Raises:
            BadIdentifier: A text is not an id.
            UnknownName: Nothing has one of the ids.
            BadNumber: Depth or limit is out of range.
        """
        from comity.analysis import neighbourhood  # noqa: PLC0415  (networkx is slow to import)
        from comity.views.neighbourhood import LIMIT, PageFacts, neighbourhood_page  # noqa: PLC0415

        if not things:
            raise BadIdentifier("", "name at least one thing")
        if depth < 0:
            raise BadNumber("depth", depth, "0 or more")
        if not 1 <= limit <= LIMIT:
            raise BadNumber("limit", limit, f"from 1 to {LIMIT}")
        graph = self.as_of(as_of, certain=self._moment.certain) if as_of else self
        centre = list(dict.fromkeys(graph.resolve(name) for name in things))
        around = neighbourhood(graph.store, centre, depth=depth, limit=limit, today=graph.day)
        labels = [around.graph.nodes[name]["label"] for name in centre]
        manifest = self._snapshot.manifest
        facts = PageFacts(
            title=", ".join(labels),
            subtitle=_subtitle(depth, graph._moment, around.unlisted),
            as_of=graph._moment.as_of.isoformat() if graph._moment.as_of else None,
            snapshot=manifest.date,
            centre=around.centre,
            omitted=around.omitted,
            version=resources.VERSION,
        )
        return View(facts.title, neighbourhood_page(around.graph, facts))

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
        manifest = self._snapshot.manifest
        if self._moment != pipeline.ALWAYS:
            return f"<KnowledgeGraph {_words(self._moment)}, from the snapshot of {manifest.date}>"
        counts = manifest.counts
        return (
            f"<KnowledgeGraph of {manifest.date}: "
            f"{counts['entities']:,} things, {counts['claims']:,} claims>"
        )
