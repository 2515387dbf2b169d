"""Parts of the OpenAPI document that many routes share: parameters, schemas, answers.

In: names. Out: dictionaries of OpenAPI 3.1. What does not belong here: routes (`openapi`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from comity.rdf.namespaces import ENTITY_KINDS, KINDS
from comity.rdf.vocabulary import ATTRIBUTES, CONCEPTS, RELATIONS
from comity.server.formats import FORMATS
from comity.server.problems import MEDIA_TYPE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Schema = dict[str, Any]

_TEXT: Final[Schema] = {"type": "string"}
_TEXTS_OF_PATH: Final = ("title", "answer", "status", "no_route", "caveat")
_LISTS_OF_PATH: Final = ("findings", "near_misses", "precedents", "notes", "routes")
_OBJECTS_OF_PATH: Final = ("dealing", "labels", "claims", "sources", "provenance")
_COUNT: Final[Schema] = {"type": "integer", "minimum": 0}
_DAY: Final[Schema] = {
    "type": "string",
    "format": "date",
    "pattern": r"^\d{4}-\d{2}-\d{2}$",
    "examples": ["2023-10-02"],
}
_SLUG: Final = "[a-z0-9]+(-[a-z0-9]+)*"
_TROUBLE: Final[Mapping[str, str]] = {
    "400": "The request is not as it should be; the detail says what.",
    "404": "There is no such thing.",
    "406": "None of the formats that the client takes is on offer.",
    "422": "The answer is larger than is allowed, or the engine gave up.",
    "500": "The service made a mistake.",
    "503": "The service is busy or starts; Retry-After says when to come again.",
    "504": "The query ran longer than is allowed.",
    "507": "The query took more memory than is allowed.",
}


def listing(item: str) -> Schema:
    """Return the schema of a list of items of a schema."""
    return {
        "type": "object",
        "required": ["items", "total", "next"],
        "additionalProperties": False,
        "properties": {
            "items": {"type": "array", "items": reference(item)},
            "total": {**_COUNT, "description": "How many there are in all."},
            "next": {
                "type": ["string", "null"],
                "format": "uri",
                "description": "Address of the next part, or null after the last one.",
            },
        },
    }


def reference(name: str) -> Schema:
    """Return a reference to a schema."""
    return {"$ref": f"#/components/schemas/{name}"}


def shared() -> list[Schema]:
    """Return references to the parameters that all routes share."""
    names = ("as-of", "known-by", "certain")
    return [{"$ref": f"#/components/parameters/{name}"} for name in names]


def parameter(
    name: str, schema: Schema, meaning: str, *, required: bool = False, place: str = "query"
) -> Schema:
    """Return a parameter."""
    return {
        "name": name,
        "in": place,
        "required": required or place == "path",
        "description": meaning,
        "schema": schema,
    }


def format_parameter(formats: Sequence[str]) -> Schema:
    """Return the parameter that names a format, in place of the header Accept."""
    names = ["json" if name == "data" else name for name in formats]
    schema = {"type": "string", "enum": list(dict.fromkeys(names))}
    return parameter("format", schema, "Format of the answer, in place of the header Accept.")


def get(
    name: str, summary: str, parameters: Sequence[Schema], found: Mapping[str, Schema]
) -> dict[str, Schema]:
    """Return a path that knows GET."""
    operation = {
        "operationId": name,
        "summary": summary,
        "parameters": list(parameters),
        "responses": dict(found),
    }
    return {"get": operation}


def answers(
    contents: Mapping[str, Schema], meaning: str, *, more: Mapping[str, Schema] | None = None
) -> dict[str, Schema]:
    """Return the answers of a route: its content by format, and what may go wrong."""
    content: dict[str, Schema] = {}
    for name, schema in contents.items():
        content[FORMATS[name].media_type] = {"schema": schema}
    found: dict[str, Schema] = {
        "200": {"description": meaning, "content": content},
        "304": {"description": "Nothing has changed since the answer with this ETag."},
    }
    for status in _TROUBLE:
        found[status] = {"$ref": f"#/components/responses/{status}"}
    return {**found, **(more or {})}


def typed(kind: str) -> Schema:
    """Return the schema of a parameter of a named query, by its type."""
    match kind:
        case "date":
            return dict(_DAY)
        case "integer":
            return {"type": "integer", "minimum": -1_000_000_000, "maximum": 1_000_000_000}
        case "relation":
            return {"type": "string", "enum": sorted(RELATIONS)}
        case "entity":
            return {"type": "string", "pattern": f"^({'|'.join(ENTITY_KINDS)})/{_SLUG}$"}
        case _ if kind in ENTITY_KINDS:
            return {"type": "string", "pattern": f"^{kind}/{_SLUG}$"}
        case _:
            return {"type": "string", "minLength": 1}


def components(more: Mapping[str, Schema]) -> Schema:
    """Return the schemas, parameters and answers that routes refer to, and more schemas."""
    return {
        "schemas": {**_schemas(), **more},
        "parameters": {
            "as-of": parameter("as-of", _DAY, "Day to look at; without it, all times."),
            "known-by": parameter("known-by", _DAY, "Day by which a thing must have been public."),
            "certain": parameter(
                "certain",
                {"type": "boolean", "default": False},
                "Whether only what certainly held on the day is wanted; needs as-of.",
            ),
        },
        "responses": {
            status: {
                "description": words,
                "content": {
                    MEDIA_TYPE: {"schema": reference("Problem")},
                    "text/html": {"schema": _TEXT},
                },
            }
            for status, words in _TROUBLE.items()
        },
    }


def _schemas() -> dict[str, Schema]:
    terms = {"type": "object", "required": ["type", "value"], "properties": {
        "type": {"enum": ["uri", "literal", "bnode", "triple"]},
        "value": {},
        "datatype": _TEXT,
        "xml:lang": _TEXT,
    }}  # fmt: skip
    return {
        "Problem": {
            "description": "What went wrong (RFC 9457). Fields beside these depend on the type.",
            "type": "object",
            "required": ["type", "title", "status", "detail"],
            "properties": {
                "type": {"type": "string", "format": "uri"},
                "title": _TEXT,
                "status": {"type": "integer", "minimum": 400, "maximum": 599},
                "detail": _TEXT,
                "parameter": {**_TEXT, "description": "Name of the parameter that is wrong."},
                "nearest": {"type": "array", "items": _TEXT},
                "line": {"type": "integer"},
                "column": {"type": "integer"},
            },
        },
        "Solutions": {
            "description": "SPARQL 1.1 Query Results in JSON.",
            "type": "object",
            "required": ["head"],
            "properties": {
                "head": {"type": "object"},
                "boolean": {"type": "boolean"},
                "results": {
                    "type": "object",
                    "required": ["bindings"],
                    "properties": {
                        "bindings": {
                            "type": "array",
                            "items": {"type": "object", "additionalProperties": terms},
                        }
                    },
                },
            },
        },
        "Match": closed(
            id=id_schema(ENTITY_KINDS), kind=enum(ENTITY_KINDS), label=_TEXT, matched=_TEXT
        ),
        "Claim": closed(
            claim=id_schema(["claim"]),
            subject=id_schema(ENTITY_KINDS),
            subject_name=_TEXT,
            relation=_TEXT,
            object={**_TEXT, "description": "Id of a thing, or a value."},
            object_name=_TEXT,
            since={**_TEXT, "description": "Partial date, or empty."},
            until={**_TEXT, "description": "Partial date, or empty."},
            verdict=enum(CONCEPTS["VerdictScheme"]),
            confidence=enum(("high", "medium", "low")),
            sources=_COUNT,
        ),
        "Source": closed(
            **{
                "id": id_schema(["source"]),
                "title": _TEXT,
                "class": {"enum": ["", *CONCEPTS["SourceClassScheme"]]},
                "publisher": _TEXT,
                "via": _TEXT,
                "date": _TEXT,
                "address": _TEXT,
                "claims": _COUNT,
            }
        ),
        "Query": closed(
            name=_TEXT,
            title=_TEXT,
            question=_TEXT,
            url={"type": "string", "format": "uri"},
            parameters={"type": "array", "items": {"type": "object"}},
        ),
        "Graph": closed(
            name=_TEXT,
            meaning=_TEXT,
            triples={"type": ["integer", "null"]},
            url={"type": "string", "format": "uri"},
        ),
        "Thing": {
            "description": "What is on record about an id: the fields depend on its kind.",
            "type": "object",
        },
        "Path": {
            "description": "What stands between two actors, and the ways from one to the other; "
            "`changes` is there where something is supposed.",
            "type": "object",
            "required": [*_TEXTS_OF_PATH, *_LISTS_OF_PATH, *_OBJECTS_OF_PATH],
            "properties": {
                **dict.fromkeys(_TEXTS_OF_PATH, _TEXT),
                **{name: {"type": "array"} for name in _LISTS_OF_PATH},
                **{name: {"type": "object"} for name in (*_OBJECTS_OF_PATH, "changes")},
                "status": enum(("allowed", "needs-exemption", "blocked")),
            },
        },
        "Kind": closed(kind=_TEXT, name=_TEXT, things=_COUNT),
        "Name": closed(id=_TEXT, label=_TEXT),
        "Matches": listing("Match"),
        "Kinds": listing("Kind"),
        "Names": listing("Name"),
        "Claims": listing("Claim"),
        "Sources": listing("Source"),
        "Queries": listing("Query"),
        "Graphs": listing("Graph"),
    }


def id_schemas() -> tuple[Schema, Schema]:
    """Return the schemas of the two parts of an id in a path."""
    return {"type": "string", "enum": list(KINDS)}, {
        "type": "string",
        "pattern": rf"^{_SLUG}(\.{_SLUG})?$",
    }


def predicates() -> Schema:
    """Return the schema of the name of a relation or an attribute."""
    return {"type": "string", "enum": sorted({*RELATIONS, *ATTRIBUTES})}


def closed(**properties: Schema) -> Schema:
    """Return the schema of an object with these fields, and no others."""
    return {
        "type": "object",
        "required": list(properties),
        "additionalProperties": False,
        "properties": properties,
    }


def enum(words: Sequence[str] | Mapping[str, object]) -> Schema:
    """Return the schema of one of some words."""
    return {"type": "string", "enum": list(words)}


def id_schema(kinds: Sequence[str]) -> Schema:
    """Return the schema of an id of one of some kinds."""
    return {"type": "string", "pattern": f"^({'|'.join(kinds)})/"}
