"""The SPARQL endpoint and the Graph Store, read-only.

In: requests of the SPARQL 1.1 Protocol and of the Graph Store Protocol. Out: answers. What does not
belong here: the other routes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from comity.errors import BadRequest
from comity.server.answers import answer
from comity.server.asking import asked, chosen_formats, one, parameters_of, query_of
from comity.server.browsing import place_of
from comity.server.formats import GRAPHS, SOLUTIONS
from comity.server.home import sparql_form

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

PATH: Final = "/sparql"
METHODS: Final = ("GET", "HEAD", "POST")
_RESULTS: Final = (*SOLUTIONS, *GRAPHS, "html")


async def endpoint(request: Request) -> Response:
    """Answer a query; without one, describe the service."""
    service = request.app.state.service
    query, parameters = await query_of(request, service.limits)
    if query is None:
        if chosen_formats(request, parameters, (*GRAPHS, "html"))[0] == "html":
            return sparql_form(request)
        return await describe(request)
    arguments: dict[str, Any] = {
        "query": query,
        "default_graphs": [v for name, v in parameters if name == "default-graph-uri"],
        "named_graphs": [v for name, v in parameters if name == "named-graph-uri"],
    }
    wanted = asked("sparql", arguments, _RESULTS, request, parameters)
    if wanted.formats[0] == "html":
        arguments |= place_of(request, [("query", query), *parameters])
        wanted = asked("sparql_page", arguments, ("html",), request, parameters)
    return await answer(request, service, wanted)


async def describe(request: Request) -> Response:
    """Describe the service and its dataset (SPARQL 1.1 Service Description, VoID, DCAT)."""
    service = request.app.state.service
    arguments = {"base": str(request.base_url)}
    return await answer(
        request, service, asked("describe", arguments, GRAPHS, request, parameters_of(request))
    )


async def graph_store(request: Request) -> Response:
    """Give a graph whole: `?graph=IRI`, or `?default` for all of them as one."""
    service = request.app.state.service
    parameters = parameters_of(request)
    graph = one(parameters, "graph")
    is_default = one(parameters, "default") is not None
    if is_default == (graph is not None):
        raise BadRequest("name one graph: ?graph=IRI, or ?default for all of them as one")
    arguments = {"graph": graph}
    return await answer(request, service, asked("graph", arguments, GRAPHS, request, parameters))
