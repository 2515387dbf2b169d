"""Lists: things by their names, claims by filters, sources.

In: filters, and which part of the list is wanted. Out: the part, as JSON of one shape for all
lists, as CSV, or as a page. What does not belong here: what a thing is.
"""

from __future__ import annotations

import csv
import io
import json
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from comity.errors import BadIdentifier, NotTwoActors, UnknownName, WrongParameter
from comity.knowledge.naming import expect_source, resolve
from comity.queries.evaluation import evaluate
from comity.queries.filtering import (
    ClaimFilter,
    details_sparql,
    expect_predicate,
    expect_verdict,
)
from comity.queries.moments import at_moment
from comity.queries.search import search as search_names
from comity.rdf.namespaces import ENTITY_KINDS, identifier
from comity.rdf.vocabulary import ATTRIBUTES, CONCEPTS, RELATIONS
from comity.server.engines import record_of
from comity.server.held import names_of
from comity.server.messages import Reply
from comity.server.rendering import Frame, frame_of, page_reply

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pyoxigraph import NamedNode

    from comity.knowledge import KnowledgeGraph
    from comity.rdf.engine import Engine
    from comity.server.limits import Limits
    from comity.server.messages import Request

LISTS: Final = ("data", "csv", "html")
_BATCH: Final = 50  # the engine looks up so many claims one by one, and joins all for more
_ALIKE_SHOWN: Final = 1_000  # matches of a search that are ranked
_MATCHES: Final = ("id", "kind", "label", "matched")
_CLAIMS: Final = (
    "claim", "subject", "subject_name", "relation", "object", "object_name", "since", "until",
    "verdict", "confidence", "sources",
)  # fmt: skip
_SOURCES: Final = ("id", "title", "class", "publisher", "via", "date", "address", "claims")


@dataclass(frozen=True, slots=True)
class Listing:
    """Part of a list.

    Attributes:
        items: The part.
        total: How many there are in all.
        offset: How many stand before the part.
        limit: How many it may have.
        asked: What was asked for, by the names of the parameters; empty texts for the rest.
        choices: For some parameters, the values that they may have, with words for each.
    """

    items: Sequence[Mapping[str, Any]]
    total: int
    offset: int
    limit: int
    asked: Mapping[str, str]
    choices: Mapping[str, Sequence[tuple[str, str]]]

    @property
    def next(self) -> int | None:
        """Where the next part begins, or None after the last one."""
        end = self.offset + len(self.items)
        return end if self.items and end < self.total else None

    @property
    def previous(self) -> int | None:
        """Where the part before begins, or None before the first one."""
        return max(self.offset - self.limit, 0) if self.offset else None


def search(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:  # noqa: ARG001
    """Find things by their names, or complete a name."""
    arguments = request.arguments
    words, kind = arguments["q"], arguments["kind"]
    names = names_of(graph)
    if arguments["prefix"]:
        found = names.complete(words, kind=kind)
    else:
        store = record_of(graph, request)
        found = search_names(store, words, kind=kind, limit=_ALIKE_SHOWN)
    asked = {
        "q": words,
        "kind": kind or "",
        "prefix": "true" if arguments["prefix"] else "",
    }
    kinds = [(name, name) for name in ENTITY_KINDS]
    listing = _part([asdict(match) for match in found], request, asked, {"kind": kinds})
    return _written("search", listing, _MATCHES, graph, request)


def claims(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:  # noqa: ARG001
    """List the claims that fit some filters, by id."""
    arguments = request.arguments
    store = record_of(graph, request)
    asked = {name: arguments[name] or "" for name in _FILTERS}
    with named("source"):
        source = (arguments["source"] or "").removeprefix("source/") or None
        if source:
            expect_source(store, source)
    ends: dict[str, str | None] = {}
    for end in ("subject", "object"):
        with named(end):
            ends[end] = resolve(store, asked[end]) if asked[end] else None
    with named("predicate"):
        expect_predicate(asked["predicate"] or "tied_to")
    with named("verdict"):
        expect_verdict(asked["verdict"] or "supported")
    wanted = ClaimFilter(
        subject=ends["subject"],
        predicate=arguments["predicate"] or None,
        object=ends["object"],
        source=source,
        verdict=arguments["verdict"] or None,
        votes=arguments["votes"],
    )
    count = _rows(store, at_moment(wanted.count_sparql(), request.moment))
    text = wanted.page_sparql(arguments["limit"], arguments["offset"])
    ids = [row["claim"] for row in _rows(store, at_moment(text, request.moment))]
    listing = Listing(
        items=list(_details(store, ids)),
        total=int(count[0]["count"].value),
        offset=arguments["offset"],
        limit=arguments["limit"],
        asked={**asked, "votes": "true" if arguments["votes"] else ""},
        choices={
            "predicate": sorted(_PREDICATES.items()),
            "verdict": [(word, word) for word in CONCEPTS["VerdictScheme"]],
        },
    )
    return _written("claims", listing, _CLAIMS, graph, request)


def sources(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:  # noqa: ARG001
    """List the sources by title, each with the number of its claims."""
    wanted = request.arguments["class"]
    classes = CONCEPTS["SourceClassScheme"]
    if wanted and wanted not in classes:
        raise WrongParameter("class", f"no class {wanted!r}; choose one of {', '.join(classes)}")
    rows = _rows(record_of(graph, request), at_moment(_SOURCES_TEXT, request.moment))
    found = [
        {
            "id": identifier(row["source"]),
            "title": row["title"].value,
            "class": row["class"].value if row["class"] else "",
            "publisher": row["publisher"].value if row["publisher"] else "",
            "via": row["via"].value if row["via"] else "",
            "date": row["date"].value if row["date"] else "",
            "address": row["address"].value if row["address"] else "",
            "claims": int(row["claims"].value) if row["claims"] else 0,
        }
        for row in rows
    ]
    chosen = [each for each in found if wanted in ("", None, each["class"])]
    asked = {"class": wanted or ""}
    words = {"class": [(name, name.replace("_", " ")) for name in classes]}
    listing = _part(chosen, request, asked, words)
    return _written("sources", listing, _SOURCES, graph, request)


@contextmanager
def named(parameter: str) -> Iterator[None]:
    """Tell of a name that is not known, or no actor's, by the parameter that holds it."""
    try:
        yield
    except (BadIdentifier, NotTwoActors, UnknownName) as problem:
        nearest = getattr(problem, "nearest", ())
        raise WrongParameter(parameter, str(problem), nearest) from problem


def claim_rows(store: Engine, ids: Sequence[NamedNode]) -> list[dict[str, Any]]:
    """Return what a list shows of some claims, in their order."""
    return list(_details(store, ids))


def _details(store: Engine, ids: Sequence[NamedNode]) -> Iterator[dict[str, Any]]:
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        found = {row["claim"]: row for row in _rows(store, details_sparql(batch))}
        for id_ in batch:
            if id_ in found:
                row = found[id_]
                yield {
                    name: int(row[name].value) if name == "sources" else _text(row[name])
                    for name in _CLAIMS
                }


def _part(
    found: Sequence[Mapping[str, Any]],
    request: Request,
    asked: Mapping[str, str],
    choices: Mapping[str, Sequence[tuple[str, str]]],
) -> Listing:
    offset, limit = request.arguments["offset"], request.arguments["limit"]
    part = found[offset : offset + limit]
    return Listing(part, len(found), offset, limit, asked, choices)


def _written(
    template: str,
    listing: Listing,
    columns: Sequence[str],
    graph: KnowledgeGraph,
    request: Request,
) -> Reply:
    formats = ("data", "csv") if listing.asked.get("q") != "" else ()  # no words, no list
    frame = frame_of(request, graph, formats, has_moment=template != "search")
    match request.formats[0]:
        case "html":
            return page_reply(template, listing, frame)
        case "csv":
            return Reply("csv", csv_of(listing.items, columns))
        case _:
            return Reply("data", json_of(listing, frame, request.arguments["base"]))


def json_of(listing: Listing, frame: Frame, base: str) -> bytes:
    """Return part of a list as JSON, in the shape of all lists."""
    following = None if listing.next is None else base + frame.turned(offset=listing.next)
    shown = {"items": listing.items, "total": listing.total, "next": following}
    return json.dumps(shown, ensure_ascii=False).encode()


def csv_of(items: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> bytes:
    """Return items as CSV with a header (RFC 4180)."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([item[name] for name in columns] for item in items)
    return stream.getvalue().encode()


def _rows(store: Engine, text: str) -> list[Any]:
    return list(evaluate(store, text))  # type: ignore[arg-type]  # a SELECT gives solutions


def _text(term: Any) -> str:
    return "" if term is None else identifier(term) or str(term.value)


_PREDICATES: Final = {
    **{name: relation.label for name, relation in RELATIONS.items()},
    **{name: attribute.label for name, attribute in ATTRIBUTES.items()},
}
_FILTERS: Final = ("subject", "predicate", "object", "source", "verdict")
_SOURCES_TEXT: Final = """
SELECT ?source ?title ?class ?publisher ?via ?date ?address ?claims
WHERE {
  ?source a comity:Source ; rdfs:label ?title .
  OPTIONAL { ?source comity:sourceClass/skos:notation ?class }
  OPTIONAL { ?source dcterms:publisher ?publisher }
  OPTIONAL { ?source comity:via ?via }
  OPTIONAL { ?source dcterms:issued ?date }
  OPTIONAL { ?source comity:locator ?address }
  OPTIONAL {
    { SELECT ?source (COUNT(DISTINCT ?claim) AS ?claims) WHERE {
      ?said prov:wasDerivedFrom ?source . ?claim comity:attestation ?said .
      ?claim comity:at $moment .
    } GROUP BY ?source }
  }
} ORDER BY ?title ?source
"""
