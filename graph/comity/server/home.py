"""Pages that need no worker: the home page, the list of named queries, files, and errors.

In: requests. Out: answers. What does not belong here: answers to questions.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from starlette.responses import RedirectResponse, Response

from comity import resources
from comity.analysis.contested import CONTESTED
from comity.errors import NoSuchPage
from comity.queries.named import NamedQuery, named_queries
from comity.server.asking import asked, chosen_formats, parameters_of
from comity.server.browsing import expect_known
from comity.server.formats import FORMATS, GRAPHS
from comity.server.named_graphs import graph_entries
from comity.server.rendering import Frame, address, page, static_content
from comity.views.palette import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.requests import Request

    from comity.server.asking import Parameters
    from comity.store import Manifest

_TYPES: Final = {
    "comity.css": "text/css; charset=utf-8",
    "comity.svg": "image/svg+xml",
    "explorer.css": "text/css; charset=utf-8",
}
_OF_ONTOLOGY: Final = {
    "context.jsonld": ("application/ld+json", "context.jsonld"),
    "shapes.ttl": ("text/turtle; charset=utf-8", "shapes/*.ttl"),
}
"""Media types of files of the ontology, and the files that they are put together from."""
_LONG: Final = "public, max-age=31536000, immutable"  # its address changes with its content
_CHOSEN: Final = (
    "artemis-signatories",
    "both-coalitions",
    "foreign-instruments",
    "actors-bound",
    "is-it-true",
    "agreements-between",
)
_EXAMPLE: Final = """\
SELECT ?nation ?name ?since WHERE {
  ?claim rdf:subject ?nation ; rdf:predicate comity:signatoryOf ;
         rdf:object accord:artemis-accords ; comity:validFrom ?since .
  ?nation rdfs:label ?name .
  ?claim comity:at $moment .
} ORDER BY ?since"""


@dataclass(frozen=True, slots=True)
class HomePage:
    """What the home page shows.

    Attributes:
        manifest: The release.
        contested: Verdicts of claims that do not simply hold, with how many have them.
        kinds: Kinds of things, with how many there are.
        queries: Some of the named queries.
        total: How many named queries there are.
        example: A query in SPARQL.
    """

    manifest: Manifest
    contested: Sequence[tuple[str, int]]
    kinds: Sequence[tuple[str, str, int]]
    queries: Sequence[NamedQuery]
    total: int
    example: str


@dataclass(frozen=True, slots=True)
class ListPage:
    """What a page with a list shows that needs no filter: its items."""

    items: Sequence[Any]


@dataclass(frozen=True, slots=True)
class EmptySparqlPage:
    """What the page of the SPARQL endpoint shows before a query is asked."""

    text: str = _EXAMPLE
    table: None = None
    formats: Sequence[str] = ()
    curl: str = ""
    problem: str = ""


async def home(request: Request) -> Response:
    """Show what the graph holds, and where to begin; whoever wants RDF is led to VoID and DCAT."""
    manifest, parameters = _manifest(request), _parameters(request)
    if chosen_formats(request, parameters, ("html", *GRAPHS))[0] != "html":
        description = address("/.well-known/void", tuple(parameters))
        return RedirectResponse(description, status_code=303, headers=_CHANGING)
    kinds = [
        (kind, look.many if manifest.counts[f"kind.{kind}"] != 1 else look.one, count)
        for kind, look in KINDS.items()
        if (count := manifest.counts.get(f"kind.{kind}", 0))
    ]
    known = named_queries()
    chosen = [known[name] for name in _CHOSEN]
    contested = [(name, manifest.counts.get(f"verdict.{name}", 0)) for name in CONTESTED]
    shown = HomePage(manifest, contested, kinds, chosen, len(known), _EXAMPLE)
    return _page(request, "home", shown, parameters)


async def queries(request: Request) -> Response:
    """List the named queries."""
    parameters = _parameters(request)
    found = list(named_queries().values())
    if chosen_formats(request, parameters, ("data", "html"))[0] == "html":
        return _page(request, "questions", ListPage(found), parameters)
    base = str(request.base_url).removesuffix("/")
    return _data([_entry(query, base) for query in found])


async def graphs(request: Request) -> Response:
    """List the named graphs."""
    parameters = _parameters(request)
    entries = graph_entries(_manifest(request))
    if chosen_formats(request, parameters, ("data", "html"))[0] == "html":
        return _page(request, "graphs", ListPage(entries), parameters)
    base = str(request.base_url).removesuffix("/")
    return _data(
        [
            {
                "name": each.name,
                "meaning": each.meaning,
                "triples": each.triples,
                "url": f"{base}/graph/{each.name}",
            }
            for each in entries
        ]
    )


def sparql_form(request: Request) -> Response:
    """Show a form for a query."""
    return _page(request, "sparql", EmptySparqlPage(), [], has_moment=False)


async def static(request: Request) -> Response:
    """Give a style sheet or the icon."""
    name = request.path_params["name"]
    if name not in _TYPES:
        raise NoSuchPage(request.url.path)
    return _file(request, static_content(name), _TYPES[name], _LONG)


async def of_ontology(request: Request) -> Response:
    """Give the SHACL shapes, or the JSON-LD context."""
    name = request.path_params["name"]
    if name not in _OF_ONTOLOGY:
        raise NoSuchPage(request.url.path)
    media_type, pattern = _OF_ONTOLOGY[name]
    parts = sorted(resources.ontology_folder().glob(pattern))
    content = b"\n".join(part.read_bytes() for part in parts)
    return _file(request, content, media_type, "no-cache")


def _file(request: Request, content: bytes, media_type: str, keep: str) -> Response:
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": keep}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=media_type, headers=headers)


def _entry(query: NamedQuery, base: str) -> Mapping[str, Any]:
    return {
        "name": query.name,
        "title": query.title,
        "question": query.question,
        "url": f"{base}/queries/{query.name}",
        "parameters": [
            {
                "name": each.name,
                "type": each.type,
                "default": each.default,
                "required": query.needs(each),
                "meaning": each.meaning,
            }
            for each in query.parameters
        ],
    }


def _data(items: Sequence[Mapping[str, Any]]) -> Response:
    shown = {"items": items, "total": len(items), "next": None}
    content = json.dumps(shown, ensure_ascii=False).encode()
    return Response(content, media_type=FORMATS["data"].content_type, headers=_CHANGING)


def _page(
    request: Request,
    template: str,
    shown: object,
    parameters: Parameters,
    *,
    has_moment: bool = True,
) -> Response:
    wanted = asked(template, {}, ("html",), request, parameters)
    frame = Frame(
        path=request.url.path,
        as_of=wanted.as_of or "",
        known_by=wanted.known_by or "",
        certain=wanted.certain,
        today=_manifest(request).date,
        has_moment=has_moment,
    )
    content = page(template, shown, frame)
    return Response(content, media_type=FORMATS["html"].content_type, headers=_CHANGING)


def _parameters(request: Request) -> Parameters:
    parameters = parameters_of(request)
    expect_known(parameters, ())
    return parameters


def _manifest(request: Request) -> Manifest:
    manifest: Manifest = request.app.state.service.manifest
    return manifest


_CHANGING: Final = {"Vary": "Accept, Accept-Encoding", "Cache-Control": "no-cache"}
