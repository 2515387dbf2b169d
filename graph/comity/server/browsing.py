"""Routes for readers and for programs alike: things, lists, named queries, the ontology, graphs.

In: requests. Out: answers, as pages or in a format. What does not belong here: what an answer holds
(`things`, `listings`, `questions`, `ontology`, `named_graphs`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from starlette.responses import RedirectResponse

from comity.errors import BadIdentifier, NoSuchPage, WrongParameter
from comity.pathways.model import MOST_ROUTES, USUAL_ROUTES
from comity.queries.named import named_query
from comity.rdf.namespaces import ENTITY_KINDS, GRAPH, graph_name, iri
from comity.rdf.vocabulary import CONCEPTS
from comity.server import pathways
from comity.server.answers import answer
from comity.server.asking import SHARED, asked, one, parameters_of
from comity.server.formats import GRAPHS, SOLUTIONS
from comity.server.listings import LISTS
from comity.server.rendering import address
from comity.server.things import FORMATS as OF_THINGS
from comity.views.palette import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.requests import Request
    from starlette.responses import Response

    from comity.server.asking import Parameters

MOST: Final = 1_000  # items of a list in one answer
USUAL: Final = {"search": 20, "claims": 100, "sources": 100}
SETTINGS: Final = ("bilateral", "multilateral")
_FARTHEST: Final = 10_000_000
_OPERATIONS: Final = {
    "claim": "claim",
    "source": "source",
    "attestation": "attestation",
    "prohibition": "policy",
    "precedent": "policy",
}


async def by_id(request: Request) -> Response:
    """Tell of what an id stands for."""
    kind, slug = request.path_params["kind"], request.path_params["slug"]
    id_ = f"{kind}/{slug}"
    _expect_id(id_, request)
    operation = _OPERATIONS.get(kind, "thing")
    return await respond(request, operation, {"id": id_}, OF_THINGS)


async def to_id(request: Request) -> Response:
    """Lead from `/claims/SLUG` and `/sources/SLUG` to the id."""
    kind = request.url.path.split("/")[1].removesuffix("s")
    id_ = f"{kind}/{request.path_params['slug']}"
    _expect_id(id_, request)
    return RedirectResponse(address(f"/id/{id_}", tuple(parameters_of(request))), 301)


async def search(request: Request) -> Response:
    """Find things by their names, or complete a name."""
    parameters = parameters_of(request)
    kind = one(parameters, "kind") or None
    if kind and kind not in ENTITY_KINDS:
        raise WrongParameter("kind", f"no kind {kind!r}; choose one of {', '.join(ENTITY_KINDS)}")
    words = one(parameters, "q")
    arguments = {"q": words or "", "kind": kind, "prefix": flag(parameters, "prefix")}
    own = ("q", "kind", "prefix")
    return await _list(request, "search", arguments, own, needed=None if words else "q")


async def kinds(request: Request) -> Response:
    """List the kinds of things."""
    return await respond(request, "kinds", {}, LISTS)


async def kind(request: Request) -> Response:
    """List the things of a kind."""
    name = request.path_params["kind"]
    if name not in KINDS:
        raise NoSuchPage(request.url.path)
    return await respond(request, "kind", {"kind": name}, LISTS)


async def claims(request: Request) -> Response:
    """List claims."""
    parameters = parameters_of(request)
    filters = ("subject", "predicate", "object", "source", "verdict")
    arguments: dict[str, Any] = {name: one(parameters, name) or None for name in filters}
    arguments["votes"] = flag(parameters, "votes")
    return await _list(request, "claims", arguments, (*filters, "votes"))


async def sources(request: Request) -> Response:
    """List sources."""
    arguments = {"class": one(parameters_of(request), "class") or None}
    return await _list(request, "sources", arguments, ("class",))


async def path(request: Request) -> Response:
    """Tell what stands between two actors, and which ways lead around it."""
    parameters = parameters_of(request)
    arguments: dict[str, Any] = {name: one(parameters, name) or None for name in pathways.OWN}
    arguments["alternatives"] = number(
        parameters, "alternatives", USUAL_ROUTES, least=1, most=MOST_ROUTES
    )
    if arguments["activity"]:
        arguments["activity"] = re.sub("[- ]", "_", arguments["activity"].strip())
    for name, choices in (("activity", CONCEPTS["ActivityScheme"]), ("setting", SETTINGS)):
        if arguments[name] and arguments[name] not in choices:
            known = ", ".join(choices)
            raise WrongParameter(name, f"no {name} {arguments[name]!r}; choose one of {known}")
    missing = next((name for name in ("one", "other") if not arguments[name]), None)
    return await respond(request, "path", arguments, pathways.FORMATS, pathways.OWN, needed=missing)


async def question(request: Request) -> Response:
    """Answer a named query."""
    query = named_query(request.path_params["name"])
    parameters = parameters_of(request)
    own = [each.name for each in query.parameters]
    given = {name: one(parameters, name) for name in own}
    arguments = {
        "name": query.name,
        "parameters": {name: value for name, value in given.items() if value is not None},
    }
    formats = (*SOLUTIONS, *GRAPHS, "html")
    return await respond(request, "question", arguments, formats, own, page="question_page")


async def ontology(request: Request) -> Response:
    """Give the ontology."""
    return await respond(request, "ontology", {}, (*GRAPHS, "html"))


async def graph(request: Request) -> Response:
    """Give a named graph."""
    name = request.path_params["name"]
    try:
        graph_name(name)
    except BadIdentifier as problem:
        raise NoSuchPage(request.url.path) from problem
    arguments = {"name": name, "graph": GRAPH + name}
    return await respond(request, "graph", arguments, (*GRAPHS, "html"), page="graph_page")


def number(
    parameters: Parameters, name: str, usual: int, least: int = 0, most: int = _FARTHEST
) -> int:
    """Return a parameter that is a whole number.

    Raises:
        WrongParameter: It is none, or out of its range.
    """
    text = one(parameters, name)
    if not text:
        return usual
    if not (text.isascii() and text.isdigit()) or not least <= int(text[:9]) <= most:
        raise WrongParameter(name, f"{text!r} is not a whole number from {least} to {most:,}")
    return int(text)


def flag(parameters: Parameters, name: str) -> bool:
    """Return a parameter that is `true` or `false`; without it, false.

    Raises:
        WrongParameter: It is neither.
    """
    text = (one(parameters, name) or "false").lower()
    if text not in {"true", "false"}:
        raise WrongParameter(name, f"{text!r} is neither true nor false")
    return text == "true"


async def _list(
    request: Request,
    operation: str,
    arguments: Mapping[str, Any],
    own: Sequence[str],
    needed: str | None = None,
) -> Response:
    parameters = parameters_of(request)
    whole = {
        **arguments,
        "limit": number(parameters, "limit", USUAL[operation], least=1, most=MOST),
        "offset": number(parameters, "offset", 0),
    }
    return await respond(request, operation, whole, LISTS, (*own, "limit", "offset"), needed=needed)


async def respond(
    request: Request,
    operation: str,
    arguments: Mapping[str, Any],
    formats: Sequence[str],
    own: Sequence[str] = (),
    *,
    page: str | None = None,
    needed: str | None = None,
) -> Response:
    """Return the answer of an operation.

    Args:
        request: The request.
        operation: Name of the operation.
        arguments: What it is done with.
        formats: Formats on offer; if one of them is `html`, it is for readers.
        own: Names of the route's own parameters.
        page: Name of the operation that gives a page, if it is another.
        needed: Name of a parameter that is missing; a page shows a form for it.
    """
    parameters = parameters_of(request)
    expect_known(parameters, own)
    arguments = {**arguments, **place_of(request, parameters)}
    wanted = asked(operation, arguments, formats, request, parameters)
    if wanted.formats[0] == "html":
        wanted = asked(page or operation, arguments, ("html",), request, parameters)
    elif needed:
        raise WrongParameter(needed, "must be given")
    return await answer(request, request.app.state.service, wanted)


def expect_known(parameters: Parameters, own: Sequence[str]) -> None:
    """Return when all parameters are known.

    Raises:
        WrongParameter: One is not.
    """
    for name, _ in parameters:
        if name not in (*own, *SHARED):
            known = ", ".join([*own, *SHARED])
            raise WrongParameter(name, f"is unknown (parameters: {known})")


def place_of(request: Request, parameters: Parameters) -> dict[str, Any]:
    """Return what a page, or the next part of a list, must know of its own address."""
    kept = [(name, value) for name, value in parameters if name not in SHARED and value]
    return {
        "page": {"path": request.url.path, "parameters": kept},
        "base": str(request.base_url).removesuffix("/"),
    }


def _expect_id(id_: str, request: Request) -> None:
    try:
        iri(id_)
    except BadIdentifier as problem:
        raise NoSuchPage(request.url.path) from problem
