"""Pages with the answer to a question: a named query, or SPARQL of one's own.

In: a question, its parameters and the moment. Out: a page with a form, the answer as a table and
the ways to get it in other formats. What does not belong here: those formats (`operations`).
"""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from comity.errors import BadIdentifier, BadInput, BadParameter, UnknownName, WrongParameter
from comity.queries.evaluation import GraphChoice, evaluate
from comity.queries.named import NamedQuery, Parameter, named_query
from comity.rdf.dates import Moment
from comity.rdf.vocabulary import RELATIONS
from comity.server.engines import engine_of
from comity.server.formats import GRAPHS, SOLUTIONS
from comity.server.held import names_of
from comity.server.rendering import Frame, frame_of, page_reply
from comity.server.tabling import Table, table_of
from comity.server.writing import answer_in_format

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from comity.knowledge import KnowledgeGraph
    from comity.server.limits import Limits
    from comity.server.messages import Reply, Request

_OFFERED: Final = 300  # things of a kind that a field of a form offers at most


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form.

    Attributes:
        parameter: The parameter that it is for.
        value: What stands in it.
        needed: Whether it must be filled in.
        choices: What it offers: values and words for them.
        label: Name of the thing whose id stands in it, or empty.
    """

    parameter: Parameter
    value: str
    needed: bool
    choices: Sequence[tuple[str, str]]
    label: str


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """What the page of a named query shows.

    Attributes:
        query: The query.
        fields: The fields of its form.
        missing: The parameters that must be given first.
        table: The answer, unless something is missing.
        text: The SPARQL text that was asked.
        formats: Formats in which the answer can be had.
        curl: A command line that gets it.
        problem: What is wrong with the parameters, or empty.
    """

    query: NamedQuery
    fields: Sequence[Field]
    missing: Sequence[str]
    table: Table | None
    text: str
    formats: Sequence[str]
    curl: str
    problem: str = ""


@dataclass(frozen=True, slots=True)
class SparqlPage:
    """What the page of the SPARQL endpoint shows.

    Attributes:
        text: The query.
        table: The answer.
        formats: Formats in which the answer can be had.
        curl: A command line that gets it.
        problem: What is wrong with the query, or empty.
    """

    text: str
    table: Table | None = None
    formats: Sequence[str] = ()
    curl: str = ""
    problem: str = ""


def question(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:
    """Answer a named query."""
    query = named_query(request.arguments["name"])
    given = request.arguments["parameters"]
    answering, text = _asked(graph, query, given)
    return answer_in_format(evaluate(engine_of(answering, request), text), request, limits)


def question_page(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:  # noqa: ARG001
    """Answer a named query with a page; without what must be given, show the form."""
    query = named_query(request.arguments["name"])
    # a field of a form that is left empty is sent as an empty text
    given = {name: text for name, text in request.arguments["parameters"].items() if text.strip()}
    needed = [each for each in query.parameters if query.needs(each)]
    missing = [each.name for each in needed if each.name not in given]
    table, text, problem = None, query.text, None
    try:
        if not missing:
            answering, text = _asked(graph, query, given)
            table = table_of(evaluate(engine_of(answering, request), text))
    except BadInput as found:
        problem = found
    formats = GRAPHS if table and table.is_graph else SOLUTIONS
    frame = frame_of(request, graph, tuple(formats) if table else ())
    shown = QuestionPage(
        query=query,
        fields=[_field(query, each, given, graph) for each in query.parameters],
        missing=missing,
        table=table,
        text=_body(text),
        formats=formats,
        curl=_curl(request.arguments["base"], frame, formats),
        problem="" if problem is None else str(problem),
    )
    return page_reply("question", shown, frame, problem)


def sparql_page(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:
    """Answer a SPARQL text with a page."""
    arguments = request.arguments
    table, problem = None, None
    try:
        answering, text = graph.addressed(arguments["query"])
        graphs = GraphChoice(tuple(arguments["default_graphs"]), tuple(arguments["named_graphs"]))
        engine = engine_of(answering, request)
        table = table_of(evaluate(engine, text, graphs, limits.allow_service))
    except BadInput as found:
        problem = found
    formats = GRAPHS if table and table.is_graph else SOLUTIONS
    frame = frame_of(request, graph, tuple(formats) if table else ())
    shown = SparqlPage(
        text=arguments["query"],
        table=table,
        formats=formats,
        curl=_curl(arguments["base"], frame, formats),
        problem="" if problem is None else str(problem),
    )
    return page_reply("sparql", shown, frame, problem)


def _asked(
    graph: KnowledgeGraph, query: NamedQuery, given: Mapping[str, str]
) -> tuple[KnowledgeGraph, str]:
    """Return the graph that answers a query, and its text.

    Raises:
        WrongParameter: A parameter is missing or wrong, or names a thing that does not exist.
    """
    for each in query.parameters:
        if each.is_entity and each.name in given:
            try:
                graph.at(Moment()).resolve(given[each.name])
            except (BadIdentifier, UnknownName) as problem:
                nearest = getattr(problem, "nearest", ())
                raise WrongParameter(each.name, str(problem), nearest) from problem
    try:
        return graph.question(query.name, given)
    except BadParameter as problem:
        reason = problem.problem.removeprefix("is wrong: ")
        raise WrongParameter(problem.name, reason) from problem


def _field(
    query: NamedQuery, parameter: Parameter, given: Mapping[str, str], graph: KnowledgeGraph
) -> Field:
    names = names_of(graph)
    choices: Sequence[tuple[str, str]] = ()
    if parameter.type == "relation":
        choices = sorted((name, relation.label) for name, relation in RELATIONS.items())
    elif parameter.is_entity and parameter.type != "entity":
        offered = names.of_kind(parameter.type)
        choices = offered if len(offered) <= _OFFERED else ()
    value = given.get(parameter.name, parameter.default or "")
    label = (names.label(value) if parameter.is_entity else None) or ""
    return Field(parameter, value, query.needs(parameter), choices, label)


def _body(text: str) -> str:
    """Return a text without the header of its file."""
    lines = text.splitlines()
    while lines and (lines[0].startswith("#") or not lines[0].strip()):
        lines.pop(0)
    return "\n".join(lines)


def _curl(base: str, frame: Frame, formats: Sequence[str]) -> str:
    form = "csv" if "csv" in formats else formats[0]
    return f"curl {shlex.quote(base + frame.form(form))}"
