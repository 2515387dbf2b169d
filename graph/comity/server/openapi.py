"""The OpenAPI 3.1 document of the service.

In: the named queries and the routes. Out: a document that describes every route, each named query
as a path of its own. What does not belong here: parts that many routes share (`schemas`).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from starlette.responses import Response

from comity import resources
from comity.pathways.model import MOST_ROUTES, USUAL_ROUTES
from comity.queries.named import NamedQuery, named_queries
from comity.rdf.namespaces import ENTITY_KINDS
from comity.rdf.vocabulary import CONCEPTS
from comity.server.browsing import MOST, SETTINGS, USUAL
from comity.server.explorer import description as explorer
from comity.server.formats import GRAPHS, SOLUTIONS
from comity.server.schemas import (
    answers,
    components,
    format_parameter,
    get,
    id_schemas,
    parameter,
    predicates,
    reference,
    shared,
    typed,
)
from comity.views.palette import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

    from comity.server.schemas import Schema

_TEXT: Final[Schema] = {"type": "string"}
_MOVED: Final[Mapping[str, Schema]] = {
    "301": {"description": "The id was merged into another, or the address is another one now."},
    "303": {"description": "The claim whose page tells of it."},
}
_ABOUT: Final = (
    "An open knowledge graph of space diplomacy: claims with sources, dates and verdicts. "
    "Read-only. Errors are problem details (RFC 9457), or pages for clients that prefer HTML."
)


async def document(request: Request) -> Response:
    """Give the document."""
    content = json.dumps(openapi(str(request.base_url).removesuffix("/")), ensure_ascii=False)
    headers = {"Cache-Control": "no-cache"}
    return Response(content.encode(), media_type="application/json", headers=headers)


def openapi(base: str) -> dict[str, Any]:
    """Return the document for a service at an address."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Comity",
            "version": resources.VERSION.replace("+unknown", ""),
            "description": _ABOUT,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": base}],
        "paths": {
            **_sparql(),
            **_named(),
            **_things(),
            **_lists(),
            **_ways(),
            **explorer.paths(),
            **_rest(),
        },
        "components": components(explorer.schemas()),
    }


def _solutions() -> dict[str, Schema]:
    kinds = dict.fromkeys((*SOLUTIONS, *GRAPHS, "html"), _TEXT)
    return {**kinds, "json": reference("Solutions")}


def _graphs(*more: str) -> dict[str, Schema]:
    kinds = dict.fromkeys((*GRAPHS, *more), _TEXT)
    return {**kinds, "jsonld": {}}


def _sparql() -> dict[str, Any]:
    formats = format_parameter((*SOLUTIONS, *GRAPHS, "html"))
    graphs = [
        parameter(name, {"type": "array", "items": {"type": "string", "format": "uri"}}, words)
        for name, words in (
            ("default-graph-uri", "Graph that is part of the default graph."),
            ("named-graph-uri", "Graph that GRAPH may name."),
        )
    ]
    text = {"type": "string", "examples": ["ASK { ?s ?p ?o }"]}
    query = parameter("query", text, "The query. Without any parameter, the service is described.")
    found = answers(
        _solutions(),
        "The answer, or the description of the service.",
        more={"403": {"description": "The query asks for what is switched off, such as SERVICE."}},
    )
    body = {
        "required": True,
        "content": {
            "application/sparql-query": {"schema": text},
            "application/x-www-form-urlencoded": {
                "schema": {
                    "type": "object",
                    "required": ["query"],
                    "properties": {"query": text},
                }
            },
        },
    }
    too_much = {
        "413": {"description": "The body is too large."},
        "415": {"description": "The body is of another type."},
    }
    post = {
        "operationId": "sparqlByPost",
        "summary": "Ask a query in SPARQL 1.1, sent in the body",
        "parameters": [*graphs, *shared(), formats],
        "requestBody": body,
        "responses": {**found, **too_much},
    }
    one = parameter("graph", {"type": "string", "format": "uri"}, "IRI of a named graph.")
    all_ = parameter("default", {"type": "string", "maxLength": 0}, "All graphs as one.")
    return {
        "/sparql": {
            **get(
                "sparql", "Ask a query in SPARQL 1.1", [query, *graphs, *shared(), formats], found
            ),
            "post": post,
        },
        "/graph-store": get(
            "graphStore",
            "Give a graph whole (SPARQL 1.1 Graph Store, read-only)",
            [one, all_, *shared(), format_parameter(GRAPHS)],
            answers(_graphs(), "The triples."),
        ),
        "/.well-known/void": get(
            "void",
            "Describe the service and its data (Service Description, VoID, DCAT)",
            [*shared(), format_parameter(GRAPHS)],
            answers(_graphs(), "The description."),
        ),
    }


def _named() -> dict[str, Any]:
    found = {
        f"/queries/{query.name}": get(
            _camel(query.name),
            query.question,
            [
                *(_asked(query, place) for place in range(len(query.parameters))),
                *shared(),
                format_parameter((*SOLUTIONS, "html")),
            ],
            answers(
                {**dict.fromkeys((*SOLUTIONS, "html"), _TEXT), "json": reference("Solutions")},
                query.title,
            ),
        )
        for query in named_queries().values()
    }
    every = get(
        "queries",
        "List the named queries",
        [*shared(), format_parameter(("data", "html"))],
        answers({"data": reference("Queries"), "html": _TEXT}, "The list."),
    )
    return {"/queries": every, **found}


def _asked(query: NamedQuery, place: int) -> Schema:
    each = query.parameters[place]
    schema = typed(each.type)
    if each.default is not None:
        default: str | int = int(each.default) if each.type == "integer" else each.default
        schema["default"] = default
    return parameter(each.name, schema, each.meaning, required=query.needs(each))


def _things() -> dict[str, Any]:
    kind, slug = id_schemas()
    graphs = ("turtle", "jsonld", "ntriples", "rdfxml", "trig", "nquads")
    contents: dict[str, Schema] = {**dict.fromkeys((*graphs, "html"), _TEXT), "jsonld": {}}
    contents["data"] = reference("Thing")
    by_id = get(
        "byId",
        "Tell of a thing, a claim, a source or an attestation",
        [
            parameter("kind", kind, "Kind of the id.", place="path"),
            parameter("slug", slug, "The rest of the id.", place="path"),
            *shared(),
            format_parameter((*graphs, "data", "html")),
        ],
        answers(contents, "What is on record.", more=_MOVED),
    )
    return {
        "/id/{kind}/{slug}": by_id,
        "/claims/{slug}": _lead("claim"),
        "/sources/{slug}": _lead("source"),
    }


def _lead(kind: str) -> dict[str, Schema]:
    _, slug = id_schemas()
    found = {
        **_MOVED,
        "400": {"$ref": "#/components/responses/400"},
        "404": {"$ref": "#/components/responses/404"},
    }
    return get(
        f"{kind}BySlug",
        f"Lead to the id of a {kind}",
        [parameter("slug", slug, "Slug of the id.", place="path"), *shared()],
        found,
    )


def _lists() -> dict[str, Any]:
    kinds = {"type": "string", "enum": list(ENTITY_KINDS)}
    verdicts = {"type": "string", "enum": list(CONCEPTS["VerdictScheme"])}
    classes = {"type": "string", "enum": list(CONCEPTS["SourceClassScheme"])}
    flag = {"type": "boolean", "default": False}
    words = {"type": "string", "minLength": 1}
    return {
        "/search": get(
            "search",
            "Find things by their names, or complete a name",
            [
                parameter("q", words, "Part of a name, or an id.", required=True),
                parameter("prefix", flag, "Whether a name, or a word in it, begins so."),
                parameter("kind", kinds, "Only things of this kind."),
                *_part("search"),
            ],
            _listed("Matches"),
        ),
        "/things": get("kinds", "List the kinds of things", _of_lists(), _listed("Kinds")),
        "/things/{kind}": get(
            "kind",
            "List the things of a kind by name",
            [
                parameter("kind", {"type": "string", "enum": list(KINDS)}, "Kind.", place="path"),
                *_of_lists(),
            ],
            _listed("Names"),
        ),
        "/claims": get(
            "claims",
            "List claims",
            [
                parameter("subject", typed("entity"), "Id of the subject."),
                parameter("predicate", predicates(), "A relation or an attribute."),
                parameter("object", typed("entity"), "Id of the object."),
                parameter("source", id_schemas()[1], "Slug of a source that attests the claim."),
                parameter("verdict", verdicts, "Verdict of the claim."),
                parameter("votes", flag, "Whether votes on resolutions are wanted too."),
                *_part("claims"),
            ],
            _listed("Claims"),
        ),
        "/sources": get(
            "sources",
            "List sources",
            [parameter("class", classes, "Class of the source."), *_part("sources")],
            _listed("Sources"),
        ),
    }


def _ways() -> dict[str, Any]:
    settings = {"type": "string", "enum": list(SETTINGS), "default": SETTINGS[0]}
    activities = {"type": "string", "enum": list(CONCEPTS["ActivityScheme"])}
    limit = {"type": "integer", "minimum": 1, "maximum": MOST_ROUTES, "default": USUAL_ROUTES}
    return {
        "/path": get(
            "path",
            "Tell what stands between two actors, and which ways lead around it",
            [
                parameter("one", typed("entity"), "Id of one actor.", required=True),
                parameter("other", typed("entity"), "Id of the other.", required=True),
                parameter("activity", activities, "What they want to do; joint work unless given."),
                parameter("setting", settings, "Between the two alone, or among several."),
                parameter("funded-by", _TEXT, "With whose money; ids with commas between them."),
                parameter("parts-from", _TEXT, "Whose technology is in it; likewise."),
                parameter("given", _TEXT, "Exemptions in hand: KIND or KIND@ID; likewise."),
                parameter("without", _TEXT, "Rules or claims to leave out; likewise."),
                parameter("with", _TEXT, "Ties to suppose, with semicolons between them."),
                parameter("alternatives", limit, "How many ways at most."),
                *shared(),
                format_parameter(("data", "html")),
            ],
            answers({"data": reference("Path"), "html": _TEXT}, "The answer."),
        ),
    }


def _part(name: str) -> list[Schema]:
    limit = {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL[name]}
    offset = {"type": "integer", "minimum": 0, "maximum": 10_000_000, "default": 0}
    return [
        parameter("limit", limit, "How many items at most."),
        parameter("offset", offset, "How many items are left out before them."),
        *_of_lists(),
    ]


def _of_lists() -> list[Schema]:
    return [*shared(), format_parameter(("data", "csv", "html"))]


def _listed(schema: str) -> dict[str, Schema]:
    return answers({"data": reference(schema), "csv": _TEXT, "html": _TEXT}, "Part of the list.")


def _rest() -> dict[str, Any]:
    names = {"type": "string", "pattern": "^[a-z0-9/-]+$"}
    name = parameter("name", names, "Name of the graph.", place="path")
    files = {"type": "string", "enum": ["shapes.ttl", "context.jsonld"]}
    file = parameter("name", files, "Name of the file.", place="path")
    page = answers({"html": _TEXT}, "A page.")
    page["303"] = {"description": "RDF is wanted, and stands at /.well-known/void."}
    formats = format_parameter((*GRAPHS, "html"))
    every = answers({"data": reference("Graphs"), "html": _TEXT}, "The list.")
    return {
        "/ns": get(
            "ontology", "Give the ontology", [*shared(), formats],
            answers(_graphs("html"), "The ontology."),
        ),
        "/ns/{name}": get(
            "ontology_file", "Give the SHACL shapes, or the JSON-LD context", [file],
            answers({"turtle": _TEXT, "jsonld": {}}, "The file."),
        ),
        "/graph": get("graphs", "List the named graphs",
                       [*shared(), format_parameter(("data", "html"))], every),
        "/graph/{name}": get(
            "graph", "Give a named graph", [name, *shared(), formats],
            answers(_graphs("html"), "The triples."),
        ),
        "/": get("home", "Show what the graph holds", shared(), page),
        **{
            f"/{path}": get(path, words, [], {"200": {"description": words}, **more})
            for path, words, more in (
                ("health", "Say that the service runs", {}),
                ("ready", "Say whether questions are answered",
                 {"503": {"description": "Not yet, or no longer."}}),
                ("metrics", "Give counts for Prometheus", {}),
            )
        },
        "/openapi.json": get(
            "openapi", "Give this document", [],
            {"200": {"description": "It.", "content": {"application/json": {"schema": {}}}}},
        ),
    }  # fmt: skip


def _camel(name: str) -> str:
    first, *rest = name.split("-")
    return first + "".join(part.capitalize() for part in rest)
