"""Questions in SPARQL, named or written for the occasion.

In: a record seen from a moment, and a question. Out: results, or a DataFrame of them. What does not
belong here: evaluation (`comity.queries`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from comity.errors import NeedsSnapshot
from comity.knowledge.naming import expect_source
from comity.knowledge.standpoint import Day, Standpoint
from comity.queries.evaluation import evaluate, reading_on
from comity.queries.filtering import ClaimFilter
from comity.queries.moments import at_moment, has_marks
from comity.queries.named import named_query

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import Self

    import pandas as pd

    from comity.rdf.engine import Results


class Questions(Standpoint):
    """What can be asked of a record in SPARQL."""

    def query(
        self,
        text: str,
        *,
        as_of: Day | None = None,
        ids: bool = False,
        allow_service: Collection[str] = (),
    ) -> pd.DataFrame:
        """Return the answer to a SPARQL query as a DataFrame.

        Args:
            text: SPARQL 1.1, or 1.2 with annotations; the usual prefixes are declared.
            as_of: Day to look at, for this query only.
            ids: Whether Comity's IRIs are shortened to ids such as `nation/chn`.
            allow_service: Addresses of SPARQL endpoints that SERVICE in the text may ask, written
                as in the text.

        Returns:
            One column a variable, see `comity.queries.frames.to_frame`; `attrs["comity"]` says from
            which release, and from which moment, it is.

        Raises:
            QuerySyntax: The text is not SPARQL.
            QueryRefused: The text is unsafe, or reaches out to a server that is not allowed.
            QueryFailed: A server that SERVICE asks gave no answer.
        """
        from comity.queries.frames import to_frame  # noqa: PLC0415  (pandas is slow to import)

        graph = self._on(as_of)
        results = graph.results(text, allow_service=allow_service)
        with reading_on():
            frame = to_frame(results, ids=ids)
        frame.attrs["comity"] = graph.provenance
        return frame

    def ask(
        self, name: str, *, as_of: Day | None = None, ids: bool = False, **parameters: str
    ) -> pd.DataFrame:
        """Return the answer to a named query as a DataFrame; options as for `query`.

        Raises:
            UnknownName: There is no query of that name, or no thing of that id.
            BadParameter: A parameter is missing, unknown or of the wrong type.
        """
        graph = self._on(as_of)
        answering, text = graph.question(name, parameters)
        return answering.query(text, ids=ids)

    def question(self, name: str, parameters: Mapping[str, str]) -> tuple[Self, str]:
        """Return the graph that answers a named query, and its SPARQL text.

        A query that carries its moment in its text is answered by the whole graph. Others need the
        graph of the moment, which takes seconds to make, and so does whatever is asked about what
        was known by a day, for whose verdicts the sources are weighed again. A query that the
        product of a store elsewhere is known to answer wrongly is evaluated `here`.

        Raises:
            UnknownName: There is no query of that name, or no thing of that id.
            BadParameter: A parameter is missing, unknown or of the wrong type.
        """
        query = named_query(name)
        answering = self._answering_marks if query.carries_moment else self
        if self._record.product in query.evaluate_here_on:
            answering = answering.here
        return answering, self.named_sparql(name, parameters)

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
        shown = self._answering_marks is not self._whole
        return query.sparql(values, self._moment, self.today, is_shown=shown)

    def results(self, text: str, *, allow_service: Collection[str] = ()) -> Results:
        """Return the engine's own results of a SPARQL query.

        A text with marks (see `comity.queries.moments`) is asked of the whole graph, for the
        moment of this one, unless that says by when a thing was known.

        Raises:
            QuerySyntax: The text is not SPARQL.
            QueryRefused: The text is unsafe, or reaches out to a server that is not allowed.
            NeedsSnapshot: SERVICE is allowed, and the record is held elsewhere.
        """
        if allow_service and self._record.product:
            raise NeedsSnapshot("SERVICE")
        graph, text = self.addressed(text)
        return evaluate(graph.store, text, allow_service=allow_service)

    def addressed(self, text: str) -> tuple[Self, str]:
        """Return the graph that answers a SPARQL query, and the text with its marks replaced.

        Raises:
            QuerySyntax: A mark stands before what binds its variable.
        """
        if not has_marks(text):
            return self, text
        answering = self._answering_marks
        shown = answering is not self._whole
        return answering, at_moment(text, self._moment, self.today, is_shown=shown)

    @property
    def _answering_marks(self) -> Self:
        """The graph that answers texts with marks: that of all times where marks say it all."""
        return self if self._moment.known_by else self._whole

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
        graph = self._answering_marks
        if wanted.source:
            expect_source(graph.store, wanted.source)
        subject = graph.resolve(wanted.subject) if wanted.subject else None
        object_ = graph.resolve(wanted.object) if wanted.object else None
        return replace(wanted, subject=subject, object=object_).sparql()
